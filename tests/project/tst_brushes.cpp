#include "core/multiplane/fillarea.h"
#include "core/project/drawing.h"
#include "core/project/livestroke.h"
#include "core/project/palettefile.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/strokepainter.h"
#include "core/project/strokeshape.h"
#include "core/project/textshape.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <random>

using namespace dollygrip;
using namespace Qt::StringLiterals;

namespace {

Stroke wave(Brush brush, double width, float pressure = 0.7F, float tilt = 0)
{
    Stroke stroke;
    stroke.brush = brush;
    stroke.width = width;
    for (int i = 0; i <= 60; ++i) {
        const float t = float(i) / 60;
        stroke.points.append({0.15F + 0.7F * t, 0.5F + 0.2F * std::sin(t * 9),
                              pressure * std::sin(3.0F * t + 0.07F), tilt});
    }
    return stroke;
}

QImage painted(const Stroke& stroke, int height)
{
    QImage image(height * 16 / 9, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStroke(painter, stroke, QRectF(image.rect()));
    return image;
}

/// Mean difference in grey and how dark the darker is, 0…255.
double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (double(a.width()) * a.height());
}

double darkness(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += 255 - qGray(image.pixel(x, y));
    }
    return sum / (double(image.width()) * image.height());
}

constexpr Brush kAll[] = {Brush::Pencil, Brush::Ink, Brush::Marker, Brush::Paint};

} // namespace

class BrushesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twiceTheSizeIsTheSameShape_data()
    {
        QTest::addColumn<int>("brush");
        QTest::newRow("pencil") << int(Brush::Pencil);
        QTest::newRow("ink") << int(Brush::Ink);
        QTest::newRow("marker") << int(Brush::Marker);
        QTest::newRow("paint") << int(Brush::Paint);
    }
    void twiceTheSizeIsTheSameShape()
    {
        QFETCH(int, brush);
        const Stroke stroke = wave(Brush(brush), 0.04);
        const QImage once = painted(stroke, 540);
        const QImage twice =
            painted(stroke, 1080)
                .scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const double ink = darkness(once);
        QVERIFY(ink > 0.5);
        QVERIFY2(difference(once, twice) < 0.12 * ink,
                 qPrintable(u"%1 of %2"_s.arg(difference(once, twice)).arg(ink)));
    }

    void theSideOfTheLeadIsWiderAndLighter()
    {
        const QImage upright = painted(wave(Brush::Pencil, 0.01, 0.6F, 0), 1080);
        const QImage flat = painted(wave(Brush::Pencil, 0.01, 0.6F, 1), 1080);
        int wide = 0;
        int narrow = 0;
        for (int y = 0; y < 1080; ++y) {
            narrow += qGray(upright.pixel(960, y)) < 245;
            wide += qGray(flat.pixel(960, y)) < 245;
        }
        QVERIFY2(wide > 2 * narrow, qPrintable(u"%1 %2"_s.arg(wide).arg(narrow)));
        const Stroke lying = wave(Brush::Pencil, 0.01, 0.6F, 1);
        const QRectF bounds = strokeBounds(lying, QRectF(0, 0, 1920, 1080));
        for (int y = 0; y < 1080; ++y) {
            for (int x = 0; x < 1920; ++x) {
                if (qGray(flat.pixel(x, y)) < 250)
                    QVERIFY(bounds.contains(x, y));
            }
        }
    }

    void paintHasNoDabsAndBuildsUp()
    {
        Stroke line;
        line.brush = Brush::Paint;
        line.width = 0.08;
        line.points = {{0.1F, 0.5F, 0.4F}, {0.9F, 0.5F, 0.4F}};
        const QImage one = painted(line, 540);
        // Even along its way.
        int least = 255;
        int most = 0;
        for (int x = 250; x < 700; ++x) {
            least = std::min(least, qGray(one.pixel(x, 270)));
            most = std::max(most, qGray(one.pixel(x, 270)));
        }
        QVERIFY2(most - least <= 1, qPrintable(u"%1 %2"_s.arg(least).arg(most)));
        Stroke back = line;
        back.points.append({0.1F, 0.51F, 0.4F});
        QVERIFY(qGray(painted(back, 540).pixel(480, 272)) < least - 20);
        // The more pressed, the denser.
        line.points[0].pressure = line.points[1].pressure = 0.9F;
        QVERIFY(qGray(painted(line, 540).pixel(480, 270)) < least - 20);
    }

    void inkRunsThinAtItsEnds()
    {
        Stroke line = wave(Brush::Ink, 0.03);
        for (StrokePoint& point : line.points) {
            point.pressure = 0.5F; // a mouse
            point.y = 0.5F;
        }
        const QImage image = painted(line, 1080);
        const auto high = [&](double x) {
            int count = 0;
            for (int y = 0; y < 1080; ++y)
                count += qGray(image.pixel(int(x * 1920), y)) < 128;
            return count;
        };
        QVERIFY(high(0.155) > 0);
        QVERIFY(high(0.155) < 0.7 * high(0.5));
        QVERIFY(high(0.845) < 0.7 * high(0.5));
    }

    void theLiveStrokeIsTheSameAsThePaintedOne()
    {
        for (const Brush brush : kAll) {
            const Stroke whole = wave(brush, 0.03);
            QImage before(960, 540, QImage::Format_ARGB32_Premultiplied);
            before.fill(Qt::white);
            QImage sheet = before;
            LiveStroke live(before, QRectF(before.rect()));
            Stroke soFar = whole;
            soFar.points = whole.points.mid(0, 1);
            live.show(sheet, soFar, 0);
            for (qsizetype i = 2; i <= whole.points.size(); ++i) {
                soFar.points = whole.points.mid(0, i);
                live.show(sheet, soFar, i - 1);
            }
            const QImage at = painted(whole, 540);
            int most = 0;
            for (int y = 0; y < 540; ++y) {
                for (int x = 0; x < 960; ++x)
                    most =
                        std::max(most, std::abs(qGray(at.pixel(x, y)) - qGray(sheet.pixel(x, y))));
            }
            QVERIFY2(most < 40, qPrintable(u"brush %1: %2"_s.arg(int(brush)).arg(most)));
            QVERIFY(difference(at, sheet) < 0.02);
        }
    }

    void aSoftEraserLeavesAFeather()
    {
        Layer layer;
        Stroke fill;
        fill.brush = Brush::Fill;
        fill.width = 0;
        fill.colour = Qt::black;
        for (const auto& [x, y] : {std::pair(0.F, 0.F), {1.F, 0.F}, {1.F, 1.F}, {0.F, 1.F}}) {
            fill.points.append({x, y, 1});
            fill.points.append({x, y, 1});
        }
        Stroke eraser;
        eraser.brush = Brush::SoftEraser;
        eraser.width = 0.4;
        eraser.points = {{0.2F, 0.5F, 1}, {0.8F, 0.5F, 1}};
        layer.strokes = {std::make_shared<const Stroke>(fill),
                         std::make_shared<const Stroke>(eraser)};
        const PanelPainter painter(emptyFilm({}), std::make_shared<PictureCache>());
        const Image image = painter.layer(layer, {320, 180});
        QVERIFY(image.pixel(160, 90)[3] < 30);
        QVERIFY(image.pixel(160, 90 - 26)[3] > 40 && image.pixel(160, 90 - 26)[3] < 250);
        QCOMPARE(int(image.pixel(160, 20)[3]), 255);
    }

    // --- letters ---
    void lettersAreSharpAtEverySize()
    {
        Stroke text;
        text.brush = Brush::Text;
        text.width = 0.1;
        text.text = u"Cut\nto: שלום"_s;
        text.points = {{0.2F, 0.2F}, {0.6F, 0.2F}};
        const QImage once = painted(text, 540);
        QVERIFY(darkness(once) > 0.5);
        const QImage twice =
            painted(text, 1080)
                .scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY(difference(once, twice) < 0.1 * darkness(once));
        const QRectF frame(0, 0, 960, 540);
        QVERIFY(strokeBounds(text, frame).contains(textShape(text, frame).boundingRect()));
        // The cursor goes down a line after the break.
        QVERIFY(textCursor(text, 4, frame).y1() > textCursor(text, 3, frame).y1() + 40);
        QCOMPARE(textPositionAt(text, textCursor(text, 2, frame).center(), frame), qsizetype(2));
        // Turned, it runs down.
        text.points[1] = {0.2F, 0.7F};
        QVERIFY(textCursor(text, 3, frame).center().y()
                > textCursor(text, 0, frame).center().y() + 40);
    }

    // --- fills ---
    void aFillHasHolesWhereItsIslandsAre()
    {
        QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(QPen(Qt::black, 4));
        painter.drawRect(50, 50, 300, 200);
        painter.drawEllipse(QPointF(200, 150), 40, 40);
        painter.end();
        multiplane::FillOptions options;
        const auto outline = multiplane::fillArea(toImage(image), 80, 80, options);
        QVERIFY(outline.size() > 8);
        Stroke stroke;
        stroke.brush = Brush::Fill;
        stroke.width = 0;
        stroke.colour = QColor(255, 0, 0);
        for (const auto& point : outline) {
            const StrokePoint at{float(point.x / 400), float(point.y / 300), 1};
            stroke.points.append(at);
            if (point.isCorner)
                stroke.points.append(at);
        }
        QPainter over(&image);
        paintStroke(over, stroke, QRectF(image.rect()));
        over.end();
        QCOMPARE(image.pixelColor(80, 80), QColor(255, 0, 0));
        QCOMPARE(image.pixelColor(345, 245), QColor(255, 0, 0)); // into the corner
        QCOMPARE(image.pixelColor(200, 150), QColor(Qt::white));
        // Straight along the lines, under them all the way: no paper shows between.
        for (int x = 70; x < 330; ++x) {
            for (int y = 46; y < 58; ++y)
                QVERIFY2(image.pixelColor(x, y).green() < 100 || y < 49, "paper along the top");
            for (int y = 20; y < 46; ++y)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
        }
        QCOMPARE(image.pixelColor(20, 20), QColor(Qt::white));
        QVERIFY(multiplane::fillArea(toImage(image), -3, 80, options).empty());
        QVERIFY(multiplane::fillArea({}, 0, 0, options).empty());
    }

    void aGapInTheLineHoldsTheFillBack()
    {
        QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(100, 100, 200, 120);
        painter.fillRect(198, 90, 5, 20, Qt::white); // five pixels open
        painter.end();
        const auto reaches = [&](double gap) {
            multiplane::FillOptions options;
            options.gap = gap;
            double top = 300;
            for (const auto& point : multiplane::fillArea(toImage(image), 200, 160, options))
                top = std::min(top, point.y);
            return top;
        };
        QVERIFY(reaches(0) < 10); // runs out
        QVERIFY2(reaches(8) > 90, qPrintable(QString::number(reaches(8))));
    }

    void fillsGoUnderLinesAndOverOtherFills()
    {
        Film film =
            test::film().scene(u"A"_s).shot(u"1A"_s).stroke({{0.1, 0.1}, {0.9, 0.9}}).build();
        const auto shot = test::firstShot(film);
        const LayerId layer = shot->panels[0]->layers[0].id;
        Stroke fill;
        fill.brush = Brush::Fill;
        fill.points = {{0.1F, 0.1F}, {0.5F, 0.1F}, {0.5F, 0.5F}};
        QVERIFY(addStrokeBelow(film, shot->id, layer, fill));
        fill.colour = Qt::red;
        QVERIFY(addStrokeBelow(film, shot->id, layer, fill));
        const auto strokes = test::firstShot(film)->panels[0]->layers[0].strokes;
        QCOMPARE(strokes.size(), 3);
        QCOMPARE(strokes[1]->colour, QColor(Qt::red));
        QCOMPARE(strokes[2]->brush, Brush::Ink);
        QVERIFY(!replaceStroke(film, shot->id, layer, nullptr, fill));
    }

    // --- palettes ---
    void palettesGoToGimpAndBack()
    {
        Palette palette{u"Night, exterior"_s, {QColor(0, 10, 255), QColor(1, 2, 3)}};
        const auto back = paletteFromGpl(paletteToGpl(palette), u"x.gpl"_s);
        QVERIFY(back);
        QCOMPARE(back->name, palette.name);
        QCOMPARE(back->colours, palette.colours);
    }

    void foreignPalettesAreReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("colours"); // -1: refused
        QTest::newRow("as GIMP writes it") << QByteArray(
            "GIMP Palette\r\nName: Sea\r\nColumns: 4\r\n# note\r\n  0   0 255\tdeep\r\n"
            "12 34 56 Untitled\r\n") << 2;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfGIMP Palette\n1 2 3\n") << 1;
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("no colours") << QByteArray("GIMP Palette\nName: x\n") << -1;
        QTest::newRow("other file") << QByteArray("\x89PNG\r\n\x1a\n") << -1;
        QTest::newRow("too bright") << QByteArray("GIMP Palette\n300 0 0\n") << -1;
        QTest::newRow("negative") << QByteArray("GIMP Palette\n-1 0 0\n") << -1;
        QTest::newRow("words") << QByteArray("GIMP Palette\nred green blue\n") << -1;
        QTest::newRow("two numbers") << QByteArray("GIMP Palette\n1 2\n") << -1;
        QTest::newRow("zero bytes") << QByteArray("GIMP Palette\n\0\0\0\n", 18) << -1;
        QTest::newRow("very many")
            << QByteArray("GIMP Palette\n") + QByteArray("1 2 3\n").repeated(9000)
            << int(kMostPaletteColours);
        QTest::newRow("too large") << QByteArray("GIMP Palette\n") + QByteArray(3 << 20, '#') << -1;
        QTest::newRow("long name")
            << QByteArray("GIMP Palette\nName: ") + QByteArray(90000, 'x') + "\n1 2 3\n"
            << 1;
    }
    void foreignPalettesAreReadOrRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, colours);
        const auto palette = paletteFromGpl(bytes, u"x.gpl"_s);
        QCOMPARE(bool(palette), colours >= 0);
        if (palette) {
            QCOMPARE(palette->colours.size(), qsizetype(colours));
            QVERIFY(palette->name.size() <= 120);
        }
    }

    void randomBytesAreNeverAPaletteByAccident()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes("GIMP Palette\n");
            for (int i = 0; i < 200; ++i)
                bytes.append(char(random() & 255));
            (void)paletteFromGpl(bytes, u"x.gpl"_s); // neither crash nor hang
        }
    }

    void theFilmsPalettesHaveNamesOfTheirOwn()
    {
        Film film = emptyFilm({});
        QVERIFY(addPalette(film, {u"Sea"_s, {Qt::blue}}));
        QVERIFY(addPalette(film, {u"Sea"_s, {}}));
        QCOMPARE(film.settings.palettes[1].name, u"Sea 2"_s);
        QVERIFY(renamePalette(film, 1, u"  Sky  "_s));
        QCOMPARE(film.settings.palettes[1].name, u"Sky"_s);
        QVERIFY(setPaletteColours(film, 1, {Qt::white, Qt::cyan}));
        QVERIFY(removePalette(film, 0));
        QCOMPARE(film.settings.palettes.size(), 1);
        QVERIFY(!removePalette(film, 7));
        QVERIFY(film.check());
    }

    void aPanelGivesItsColours()
    {
        Panel panel;
        Layer layer;
        for (const QColor& colour : {QColor(10, 10, 10), QColor(200, 30, 30), QColor(10, 10, 10)}) {
            Stroke stroke = wave(Brush::Ink, 0.01);
            stroke.colour = colour;
            layer.strokes.append(std::make_shared<const Stroke>(stroke));
        }
        panel.layers = {layer};
        const QList<QColor> colours = coloursOfPanel(panel, {});
        QCOMPARE(colours.size(), 2);
        QCOMPARE(colours[0], QColor(10, 10, 10));
    }

    // --- undo ---
    void undoFindsItsSheet()
    {
        Layer layer;
        for (int i = 0; i < 600; ++i) {
            Stroke stroke = wave(Brush::Pencil, 0.006);
            for (StrokePoint& point : stroke.points)
                point.y += float(i) / 2000;
            layer.strokes.append(std::make_shared<const Stroke>(stroke));
        }
        const PanelPainter painter(emptyFilm({}), std::make_shared<PictureCache>());
        QElapsedTimer timer;
        timer.start();
        (void)painter.layer(layer, {1280, 720});
        const double all = double(timer.nsecsElapsed()) / 1e6;
        // Step by step back from a panel that was opened just now.
        double most = 0;
        for (int i = 0; i < 20; ++i) {
            layer.strokes.removeLast();
            timer.start();
            (void)painter.layer(layer, {1280, 720});
            most = std::max(most, double(timer.nsecsElapsed()) / 1e6);
        }
        qInfo("600 strokes %.0f ms, the slowest of 20 undo %.1f ms", all, most);
        QVERIFY(most < all / 4);
    }
};

QTEST_MAIN(BrushesTest)
#include "tst_brushes.moc"
