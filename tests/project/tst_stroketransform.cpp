#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/stroketransform.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kAspect = 2.0;

Stroke lineThrough(const QList<QPointF>& points, Brush brush = Brush::Ink)
{
    Stroke stroke;
    stroke.brush = brush;
    for (const QPointF& p : points)
        stroke.points.append({float(p.x()), float(p.y()), 0.5F, 0.25F});
    return stroke;
}

QPainterPath square(double x, double y, double side)
{
    QPainterPath path;
    path.addRect(x, y, side, side);
    return path;
}

double areaOf(const QList<Stroke>& fills)
{
    double sum = 0;
    for (const Stroke& fill : fills) {
        double area = 0;
        for (qsizetype i = 0; i < fill.points.size(); ++i) {
            const StrokePoint& a = fill.points[i];
            const StrokePoint& b = fill.points[(i + 1) % fill.points.size()];
            area += double(a.x) * kAspect * double(b.y) - double(b.x) * kAspect * double(a.y);
        }
        sum += std::abs(area / 2);
    }
    return sum;
}

} // namespace

class TestStrokeTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTurnKeepsShapesWhateverTheAspect()
    {
        QTransform turn;
        turn.translate(1, 0.5);
        turn.rotate(90);
        turn.translate(-1, -0.5);
        const Stroke stroke = transformed(lineThrough({{0.5, 0.5}, {0.75, 0.5}}), turn, kAspect);
        QVERIFY(std::abs(stroke.points[1].x - 0.5F) < 1e-6F);
        QVERIFY(std::abs(stroke.points[1].y - 1.0F) < 1e-6F); // 0.25 wide are 0.5 heights
        QCOMPARE(stroke.width, Stroke().width);
    }

    void stretchingWidensTheLine()
    {
        const Stroke stroke =
            transformed(lineThrough({{0, 0}, {0.1, 0.1}}), QTransform::fromScale(3, 3), kAspect);
        QVERIFY(std::abs(stroke.width - 3 * Stroke().width) < 1e-12);
        QVERIFY(std::abs(stroke.points[1].x - 0.3F) < 1e-6F);
    }

    void aLineIsFoundWhereItIsSeen()
    {
        const Stroke stroke = lineThrough({{0.1, 0.5}, {0.9, 0.5}});
        QVERIFY(isAt(stroke, {1.0, 0.505}, 0.01, kAspect));
        QVERIFY(!isAt(stroke, {1.0, 0.55}, 0.01, kAspect));
        const Stroke fill =
            lineThrough({{0.2, 0.2}, {0.6, 0.2}, {0.6, 0.6}, {0.2, 0.6}}, Brush::Fill);
        QVERIFY(isAt(fill, {0.8, 0.4}, 0.01, kAspect));
    }

    void aLineIsCutAtTheEdgeWithItsPressure()
    {
        Stroke stroke = lineThrough({{0.0, 0.5}, {1.0, 0.5}});
        stroke.points[0].pressure = 0;
        stroke.points[1].pressure = 1;
        const CutStroke pieces = cut(stroke, square(0.5, 0, 1), kAspect);
        QCOMPARE(pieces.inside.size(), 1);
        QCOMPARE(pieces.outside.size(), 2);
        QVERIFY(std::abs(pieces.inside[0].points.first().x - 0.25F) < 1e-6F);
        QVERIFY(std::abs(pieces.inside[0].points.last().x - 0.75F) < 1e-6F);
        QVERIFY(std::abs(pieces.inside[0].points.first().pressure - 0.25F) < 1e-6F);
        QCOMPARE(pieces.inside[0].points.last().tilt, 0.25F);
        QCOMPARE(pieces.outside[0].points.first().x, 0.0F);
    }

    void whatIsWhollyInsideStaysOneStroke()
    {
        const Stroke stroke = lineThrough({{0.3, 0.5}, {0.4, 0.6}, {0.5, 0.5}});
        const CutStroke pieces = cut(stroke, square(0.1, 0.1, 1.5), kAspect);
        QCOMPARE(pieces.inside, QList<Stroke>{stroke});
        QVERIFY(pieces.outside.isEmpty());
        QVERIFY(cut(stroke, square(5, 5, 1), kAspect).inside.isEmpty());
    }

    void fillsAreClippedAndNothingIsLost()
    {
        const Stroke fill = lineThrough({{0.1, 0.2},
                                         {0.1, 0.2},
                                         {0.5, 0.2},
                                         {0.5, 0.2},
                                         {0.5, 0.6},
                                         {0.5, 0.6},
                                         {0.1, 0.6},
                                         {0.1, 0.6}},
                                        Brush::Fill);
        const CutStroke pieces = cut(fill, square(0.6, 0.0, 1), kAspect);
        QVERIFY(std::abs(areaOf({fill}) - 0.32) < 1e-4);
        QVERIFY(std::abs(areaOf(pieces.inside) - 0.16) < 1e-3);
        QVERIFY(std::abs(areaOf(pieces.outside) - 0.16) < 1e-3);
    }

    void movedPicturesStayTheSameAsset()
    {
        Film film =
            test::film().size(400, 200).shot(u"1A"_s).picture(testPicture(400, 200)).build();
        Layer layer = firstShot(film)->panels[0]->layers[0];
        const QString before = layer.picture;
        const auto pictures = std::make_shared<PictureCache>();
        QVERIFY(transformPicture(
            film, layer, QTransform::fromScale(0.5, 0.5) * QTransform::fromTranslate(0.5, 0.25),
            pictures));
        QCOMPARE(layer.picture, before);
        QVERIFY(std::abs(layer.placement.x - 0.25) < 1e-9);
        QVERIFY(std::abs(layer.placement.y - 0.25) < 1e-9);
        QVERIFY(std::abs(layer.placement.width - 0.5) < 1e-9);
    }

    void aMirroredPictureIsPaintedAnew()
    {
        QImage half(400, 200, QImage::Format_ARGB32);
        half.fill(Qt::white);
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 200; ++x)
                half.setPixelColor(x, y, Qt::red);
        }
        Film film = test::film().size(400, 200).shot(u"1A"_s).picture(half).build();
        const auto shot = firstShot(film);
        Layer layer = shot->panels[0]->layers[0];
        const auto pictures = std::make_shared<PictureCache>();
        QTransform flip(-1, 0, 0, 1, kAspect, 0);
        QVERIFY(transformPicture(film, layer, flip, pictures));
        const QImage seen = toQImage(PanelPainter(film, pictures).layer(layer, QSize(400, 200)));
        QVERIFY(seen.pixelColor(300, 100).green() < 20);
        QVERIFY(seen.pixelColor(100, 100).green() > 235);
        QVERIFY(film.check());
    }

    void aCutPictureIsWholeInTwoPieces()
    {
        Film film =
            test::film().size(400, 200).shot(u"1A"_s).picture(testPicture(400, 200)).build();
        Layer layer = firstShot(film)->panels[0]->layers[0];
        const Layer whole = layer;
        const auto pictures = std::make_shared<PictureCache>();
        const auto piece = cutPicture(film, layer, square(0.5, 0.25, 0.5), pictures);
        QVERIFY(piece && *piece);
        const PanelPainter painter(film, pictures);
        const QSize size(400, 200);
        const QImage before = toQImage(painter.layer(whole, size));
        const QImage kept = toQImage(painter.layer(layer, size));
        const QImage taken = toQImage(painter.layer(**piece, size));
        QCOMPARE(kept.pixelColor(150, 100).alpha(), 0);
        QCOMPARE(kept.pixel(20, 20), before.pixel(20, 20));
        QCOMPARE(taken.pixel(150, 100), before.pixel(150, 100));
        QCOMPARE(taken.pixelColor(20, 20).alpha(), 0);
        const auto none = cutPicture(film, layer, square(7, 7, 1), pictures);
        QVERIFY(none && !*none);
    }

    void strokesComeBackFromTheClipboard()
    {
        Strokes strokes{std::make_shared<const Stroke>(lineThrough({{0.1, 0.2}, {0.3, 0.4}})),
                        std::make_shared<const Stroke>(
                            lineThrough({{0.1, 0.2}, {0.3, 0.4}, {0.5, 0.1}}, Brush::Fill))};
        const auto back = strokesFromBytes(strokesToBytes(strokes));
        QVERIFY(back);
        QCOMPARE(back->size(), 2);
        QVERIFY(*back->first() == *strokes.first());
        QVERIFY(*back->last() == *strokes.last());
    }

    void foreignBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff nonsense", 12);
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("wrong points")
            << QByteArray(R"({"layers":[{"strokes":[{"points":"!!"}]}]})");
        QTest::newRow("wrong brush")
            << QByteArray(R"({"layers":[{"strokes":[{"brush":"spoon"}]}]})");
    }

    void foreignBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto back = strokesFromBytes(bytes);
        QVERIFY(!back || back->isEmpty());
    }
};

QTEST_MAIN(TestStrokeTransform)
#include "tst_stroketransform.moc"
