#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFrame(320, 180);

std::shared_ptr<const Stroke> stroke(Brush brush, const QList<StrokePoint>& points,
                                     double width = 0.05, const QColor& colour = Qt::black)
{
    Stroke made;
    made.brush = brush;
    made.points = points;
    made.width = width;
    made.colour = colour;
    return std::make_shared<const Stroke>(made);
}

Layer layerOf(const QList<std::shared_ptr<const Stroke>>& strokes)
{
    Layer layer;
    layer.strokes = strokes;
    return layer;
}

PanelPainter painterOf(const Film& film = emptyFilm({}))
{
    return PanelPainter(film, std::make_shared<PictureCache>());
}

int alphaAt(const Image& image, double x, double y)
{
    return image.pixel(int(x * image.width()), int(y * image.height()))[3];
}

/// How many pixels high the stroke is in a column.
int thickness(const Image& image, int x)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += image.pixel(x, y)[3] > 127;
    return count;
}

} // namespace

class TestPanelPainter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inkFollowsItsPoints();
    void widthFollowsPressure();
    void crossingStrokeHasNoHoles();
    void sharpTurnsHaveNoHoles();
    void markerDoesNotDarkenItself();
    void pencilHasGrainAndDarkensWithPressure();
    void eraserTakesInkNotPaper();
    void fillIsClosedAndRepeatedPointsAreCorners();
    void dotIsRound();
    void oneStrokeMoreIsTheSameAsAll();
    void everySizeShowsTheSame();
    void areaKeepsWhatIsBeyondTheFrame();
    void extentHoldsEverythingDrawn();
    void picturesLieWhereTheyArePlaced();
    void hiddenLayersStayAway();
    void nearerLayersCoverFartherOnes();
    void cacheForgetsTheOldest();
    void manyStrokesAreQuick();
};

void TestPanelPainter::inkFollowsItsPoints()
{
    const Layer layer = layerOf({stroke(Brush::Ink, {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}})});
    const Image image = painterOf().layer(layer, kFrame);
    QCOMPARE(image.width(), 320);
    QCOMPARE(alphaAt(image, 0.5, 0.5), 255);
    QCOMPARE(alphaAt(image, 0.12, 0.5), 255);
    QCOMPARE(alphaAt(image, 0.5, 0.7), 0);
    QCOMPARE(alphaAt(image, 0.05, 0.5), 0);
}

void TestPanelPainter::widthFollowsPressure()
{
    QList<StrokePoint> points;
    for (int i = 0; i <= 20; ++i)
        points.append({0.1F + 0.04F * float(i), 0.5F, float(i) / 20});
    const Image image = painterOf().layer(layerOf({stroke(Brush::Ink, points, 0.1)}), kFrame);
    const int thin = thickness(image, 64);
    const int middle = thickness(image, 160);
    const int thick = thickness(image, 240);
    QVERIFY2(thin < middle && middle < thick,
             qPrintable(u"%1 %2 %3"_s.arg(thin).arg(middle).arg(thick)));
    QVERIFY(std::abs(thick - 14) <= 2); // of a tenth of 180 rows, at eight tenths of the pressure
}

void TestPanelPainter::crossingStrokeHasNoHoles()
{
    const Layer layer = layerOf({stroke(
        Brush::Ink, {{0.2F, 0.2F, 1}, {0.8F, 0.8F, 1}, {0.8F, 0.2F, 1}, {0.2F, 0.8F, 1}}, 0.08)});
    const Image image = painterOf().layer(layer, {640, 360});
    // Along the middle of the first leg, crossings included, it is opaque.
    for (double t = 0.05; t < 0.6; t += 0.002) {
        int most = 0;
        for (double side = -0.05; side <= 0.05; side += 0.004)
            most = std::max(most, alphaAt(image, 0.2 + 0.6 * t, 0.2 + 0.6 * t + side));
        QCOMPARE(most, 255);
    }
}

void TestPanelPainter::sharpTurnsHaveNoHoles()
{
    // There and back again over the same way, and a curl narrower than the pen.
    for (const QList<StrokePoint>& points :
         {QList<StrokePoint>{{0.2F, 0.5F, 1}, {0.8F, 0.5F, 1}, {0.2F, 0.5F, 1}},
          QList<StrokePoint>{{0.2F, 0.5F, 1},
                             {0.5F, 0.5F, 1},
                             {0.51F, 0.51F, 1},
                             {0.5F, 0.52F, 1},
                             {0.49F, 0.51F, 1},
                             {0.5F, 0.5F, 1},
                             {0.8F, 0.5F, 1}}}) {
        const Image image = painterOf().layer(layerOf({stroke(Brush::Ink, points, 0.1)}), kFrame);
        for (double x = 0.2; x < 0.8; x += 0.005)
            QCOMPARE(alphaAt(image, x, 0.5), 255);
    }
}

void TestPanelPainter::markerDoesNotDarkenItself()
{
    const Layer layer = layerOf({stroke(
        Brush::Marker, {{0.2F, 0.2F, 1}, {0.8F, 0.8F, 1}, {0.8F, 0.2F, 1}, {0.2F, 0.8F, 1}}, 0.1)});
    const Image image = painterOf().layer(layer, kFrame);
    const int once = alphaAt(image, 0.3, 0.3);
    QVERIFY(once > 80 && once < 200);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixel(x, y)[3] <= once + 1);
    }
}

void TestPanelPainter::pencilHasGrainAndDarkensWithPressure()
{
    const auto mean = [](float pressure) {
        const Layer layer =
            layerOf({stroke(Brush::Pencil, {{0.1F, 0.5F, pressure}, {0.9F, 0.5F, pressure}}, 0.2)});
        const Image image = painterOf().layer(layer, {1920, 1080});
        double sum = 0;
        int least = 255;
        int most = 0;
        for (int x = 500; x < 940; ++x) {
            const int alpha = image.pixel(x, 540)[3];
            sum += alpha;
            least = std::min(least, alpha);
            most = std::max(most, alpha);
        }
        return std::make_pair(sum / 440, most - least);
    };
    const auto light = mean(0.2F);
    const auto dark = mean(1.0F);
    QVERIFY(light.first + 30 < dark.first);
    QVERIFY(dark.second > 20);  // grain
    QVERIFY(dark.second < 160); // subtle
}

void TestPanelPainter::eraserTakesInkNotPaper()
{
    const Layer layer = layerOf({stroke(Brush::Ink, {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}}, 0.1),
                                 stroke(Brush::Eraser, {{0.5F, 0.3F, 1}, {0.5F, 0.7F, 1}}, 0.1)});
    const PanelPainter painter = painterOf();
    QCOMPARE(alphaAt(painter.layer(layer, kFrame), 0.5, 0.5), 0);
    QCOMPARE(alphaAt(painter.layer(layer, kFrame), 0.3, 0.5), 255);
    const Image onPaper = painter.layer(layer, kFrame, {}, true);
    QCOMPARE(alphaAt(onPaper, 0.5, 0.5), 255);
    QCOMPARE(int(onPaper.pixel(160, 90)[0]), FilmSettings{}.paper.red());
}

void TestPanelPainter::fillIsClosedAndRepeatedPointsAreCorners()
{
    QList<StrokePoint> square;
    for (const auto& corner : {std::pair(0.2F, 0.2F), {0.8F, 0.2F}, {0.8F, 0.8F}, {0.2F, 0.8F}}) {
        square.append({corner.first, corner.second, 1});
        square.append({corner.first, corner.second, 1});
    }
    const Image sharp = painterOf().layer(layerOf({stroke(Brush::Fill, square, 0)}), kFrame);
    QCOMPARE(alphaAt(sharp, 0.5, 0.5), 255);
    QCOMPARE(alphaAt(sharp, 0.21, 0.22), 255);
    QCOMPARE(alphaAt(sharp, 0.79, 0.78), 255);
    QCOMPARE(alphaAt(sharp, 0.5, 0.15), 0);
    QCOMPARE(alphaAt(sharp, 0.15, 0.5), 0);
    const QList<StrokePoint> few = {
        {0.2F, 0.2F, 1}, {0.8F, 0.2F, 1}, {0.8F, 0.8F, 1}, {0.2F, 0.8F, 1}};
    const Image round = painterOf().layer(layerOf({stroke(Brush::Fill, few, 0)}), kFrame);
    QVERIFY(alphaAt(round, 0.5, 0.17) > 0); // bulges
    const Image rimmed = painterOf().layer(layerOf({stroke(Brush::Fill, square, 0.1)}), kFrame);
    QVERIFY(alphaAt(rimmed, 0.5, 0.17) > 0);
    QCOMPARE(alphaAt(rimmed, 0.5, 0.5), 255);
}

void TestPanelPainter::dotIsRound()
{
    const Image image =
        painterOf().layer(layerOf({stroke(Brush::Ink, {{0.5F, 0.5F, 1}}, 0.2)}), kFrame);
    QCOMPARE(thickness(image, 160), 36);
    QCOMPARE(image.pixel(160, 90)[3], std::uint8_t(255));
}

void TestPanelPainter::oneStrokeMoreIsTheSameAsAll()
{
    Film film = test::longFilm(1, 40);
    Layer layer = firstShot(film)->panels[0]->layers[0];
    const QList<std::shared_ptr<const Stroke>> all = layer.strokes;
    const PanelPainter stepwise = painterOf(film);
    layer.strokes.clear();
    Image last;
    for (const auto& each : all) {
        layer.strokes.append(each);
        last = stepwise.layer(layer, kFrame, {}, true);
    }
    QVERIFY(last == painterOf(film).layer(layer, kFrame, {}, true));
    QVERIFY(last == stepwise.layer(layer, kFrame, {}, true));
}

void TestPanelPainter::everySizeShowsTheSame()
{
    const Film film = test::longFilm(1, 5);
    const Layer& layer = firstShot(film)->panels[0]->layers[0];
    const QImage small = toQImage(painterOf(film).layer(layer, {480, 270}, {}, true));
    const QImage large = toQImage(painterOf(film).layer(layer, {1920, 1080}, {}, true))
                             .scaled(480, 270, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double difference = 0;
    for (int y = 0; y < 270; ++y) {
        for (int x = 0; x < 480; ++x)
            difference += std::abs(qGray(small.pixel(x, y)) - qGray(large.pixel(x, y)));
    }
    QVERIFY2(difference / (480 * 270) < 0.6, qPrintable(QString::number(difference / 129600)));
}

void TestPanelPainter::areaKeepsWhatIsBeyondTheFrame()
{
    const Layer layer = layerOf({stroke(Brush::Ink, {{-0.4F, 0.5F, 1}, {0.5F, 0.5F, 1}}, 0.1)});
    const Image image = painterOf().layer(layer, kFrame, {-0.5, 0, 1.5, 1});
    QCOMPARE(image.width(), 480);
    QCOMPARE(image.height(), 180);
    QCOMPARE(int(image.pixel(80, 90)[3]), 255);  // x = -0.25
    QCOMPARE(int(image.pixel(300, 90)[3]), 255); // x = 0.4375
    QCOMPARE(int(image.pixel(400, 90)[3]), 0);
}

void TestPanelPainter::extentHoldsEverythingDrawn()
{
    const PanelPainter painter = painterOf();
    QCOMPARE(painter.extent(Layer{}), multiplane::Placement{});
    const auto extent =
        painter.extent(layerOf({stroke(Brush::Ink, {{-0.4F, 0.5F, 1}, {0.5F, 1.3F, 1}}, 0.1)}));
    QVERIFY(extent.x < -0.4 && extent.x > -0.6);
    QVERIFY(extent.y == 0);
    QVERIFY(extent.x + extent.width >= 1);
    QVERIFY(extent.y + extent.height > 1.3 && extent.y + extent.height < 1.5);
    const auto far = painter.extent(layerOf({stroke(Brush::Ink, {{-90, 0, 1}, {90, 900, 1}})}));
    QCOMPARE(far.width, 25.0); // twelve frames and the frame and twelve
    QCOMPARE(far.y + far.height, 13.0);
    // A sheet that reaches far has no more pixels than sixteen frames.
    const QSize coarse = PanelPainter::frameFor(far, kFrame);
    QVERIFY(coarse.width() * far.width * coarse.height() * far.height
            <= 16.5 * kFrame.width() * kFrame.height());
    QCOMPARE(PanelPainter::frameFor(extent, kFrame), kFrame);
}

void TestPanelPainter::picturesLieWhereTheyArePlaced()
{
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    Film film = test::film().shot(u"1A"_s).picture(picture).build();
    Layer layer = firstShot(film)->panels[0]->layers[0];
    layer.placement = {0.25, 0.25, 0.5, 0.5};
    const Image image = painterOf(film).layer(layer, kFrame);
    QCOMPARE(alphaAt(image, 0.5, 0.5), 255);
    QCOMPARE(int(image.pixel(160, 90)[0]), 255);
    QCOMPARE(int(image.pixel(160, 90)[1]), 0);
    QCOMPARE(alphaAt(image, 0.2, 0.5), 0);
    QCOMPARE(alphaAt(image, 0.5, 0.8), 0);
}

void TestPanelPainter::hiddenLayersStayAway()
{
    Panel panel;
    panel.layers = {layerOf({stroke(Brush::Ink, {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}}, 0.2)})};
    const int drawn = painterOf().panel(panel, kFrame).pixel(160, 90)[0];
    panel.layers[0].isVisible = false;
    const int hidden = painterOf().panel(panel, kFrame).pixel(160, 90)[0];
    QCOMPARE(drawn, 0);
    QCOMPARE(hidden, FilmSettings{}.paper.red());
}

void TestPanelPainter::nearerLayersCoverFartherOnes()
{
    Panel panel;
    for (const auto& [depth, colour] :
         {std::pair(2.0, QColor(Qt::green)), {8.0, QColor(Qt::red)}, {5.0, QColor(Qt::blue)}}) {
        Layer layer =
            layerOf({stroke(Brush::Ink, {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}}, 0.2, colour)});
        layer.depthM = depth;
        panel.layers.append(layer);
    }
    const Image image = painterOf().panel(panel, kFrame);
    QCOMPARE(int(image.pixel(160, 90)[0]), 0);
    QCOMPARE(int(image.pixel(160, 90)[1]), 255);
    QCOMPARE(int(image.pixel(160, 90)[2]), 0);
}

void TestPanelPainter::cacheForgetsTheOldest()
{
    PictureCache cache(3 * 100 * 100 * 4);
    for (int i = 0; i < 4; ++i) {
        cache.insert(QByteArray::number(i), Image::ofColour(100, 100, i, i, i));
        (void)cache.find("0"); // in use
    }
    QVERIFY(!cache.find("0").isNull());
    QVERIFY(cache.find("1").isNull());
    QVERIFY(!cache.find("3").isNull());
    cache.insert("large", Image::ofColour(400, 400, 1, 1, 1));
    QVERIFY(cache.find("large").isNull());
    QVERIFY(!cache.find("0").isNull());
}

void TestPanelPainter::manyStrokesAreQuick()
{
    Layer layer;
    for (int i = 0; i < 2000; ++i) {
        QList<StrokePoint> points;
        for (int k = 0; k < 40; ++k)
            points.append({float(i % 50) / 50 + 0.002F * float(k),
                           float(i / 50) / 40 + 0.01F * std::sin(0.4F * float(k)), 0.6F});
        layer.strokes.append(stroke(Brush(i % 3), points, 0.006));
    }
    const PanelPainter painter = painterOf();
    QElapsedTimer timer;
    timer.start();
    (void)painter.layer(layer, {1920, 1080}, {}, true);
    const qint64 all = timer.restart();
    layer.strokes.append(layer.strokes.first());
    (void)painter.layer(layer, {1920, 1080}, {}, true);
    const qint64 one = timer.restart();
    (void)painter.layer(layer, {1920, 1080}, {}, true);
    qInfo("2000 strokes %lld ms, one more %lld ms, none %lld ms", all, one, timer.elapsed());
    // Several times what it takes on an idle machine.
    QVERIFY(all < 4000 * DOLLYGRIP_SLOWNESS);
    QVERIFY(one < 400 * DOLLYGRIP_SLOWNESS);
    QVERIFY(timer.elapsed() < 50 * DOLLYGRIP_SLOWNESS);
}

QTEST_GUILESS_MAIN(TestPanelPainter)
#include "tst_panelpainter.moc"
