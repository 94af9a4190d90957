#include "core/multiplane/blending.h"
#include "core/multiplane/guide.h"
#include "core/project/editing.h"
#include "core/project/layerediting.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/stageshot.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;
using multiplane::Blend;

Q_DECLARE_METATYPE(dollygrip::multiplane::Blend)

namespace {

/// One panel with layers at 20, 10, 5 and 2 metres, named far to near "a" to "d".
struct Sheets {
    Film film;
    ShotId shot = ShotId::create();
    PanelId panel = PanelId::create();
    std::shared_ptr<PictureCache> pictures = std::make_shared<PictureCache>();

    Sheets()
    {
        film = test::film()
                   .size(320, 180)
                   .shot(u"1A"_s)
                   .stroke({{0.1, 0.5}, {0.9, 0.5}})
                   .layer(10)
                   .stroke({{0.5, 0.1}, {0.5, 0.9}})
                   .layer(5)
                   .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
                   .layer(2)
                   .build();
        shot = firstShot(film)->id;
        panel = firstShot(film)->panels[0]->id;
        for (int i = 0; i < 4; ++i) {
            const auto done = changeLayer(film, shot, layer(i), [&](Layer& changed) {
                changed.name = QString(QChar(u'a' + i));
                if (i == 0)
                    changed.depthM = 20;
                return Result<void>();
            });
            if (!done)
                qFatal("no layer");
        }
    }
    const Panel& shown() const { return *film.shot(shot)->panels[0]; }
    LayerId layer(int index) const { return film.shot(shot)->panels[0]->layers[index].id; }
    LayerId named(const QString& name) const
    {
        for (const Layer& one : shown().layers) {
            if (one.name == name)
                return one.id;
        }
        qFatal("no such layer");
    }
    QString order() const
    {
        QString text;
        std::optional<GroupId> group;
        for (const Layer& one : shown().layers) {
            if (one.group != group) {
                text += group ? u")"_s : QString();
                text += one.group ? u"("_s : QString();
                group = one.group;
            }
            text += one.name;
        }
        return text + (group ? u")"_s : QString());
    }
    QString painted() const
    {
        QString text;
        for (const Layer* one : farToNear(shown()))
            text += one->name;
        return text;
    }
};

} // namespace

class TestLayerEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMovedLayerIsPaintedWhereItLies();
    void aNewLayerLiesOverTheCurrentOne();
    void aListThatIsNotInPaintingOrderIsPutRight();
    void theDepthSettlesThePlace();
    void groupsStayTogether();
    void aLayerMovesIntoAGroupAndOut();
    void anEmptyGroupIsGone();
    void theLastLayerStays();
    void aCopyLiesOverItsLayer();
    void plainSheetsMergeAsStrokes();
    void othersMergeAsTheyLook();
    void mergingTakesTheRegionsAlong();
    void nothingToMergeWithIsRefused();
    void blendsLookTheSameEverywhere_data();
    void blendsLookTheSameEverywhere();
    void aGroupHidesAndFadesItsLayers();
    void aLockedGroupTakesNoStroke();
};

void TestLayerEditing::aMovedLayerIsPaintedWhereItLies()
{
    Sheets s;
    QCOMPARE(s.order(), u"abcd"_s);
    QVERIFY(moveLayers(s.film, s.shot, s.panel, {s.named(u"a"_s)}, 2, std::nullopt));
    QCOMPARE(s.order(), u"bcad"_s);
    QCOMPARE(s.painted(), u"bcad"_s);
    QCOMPARE(s.film.shot(s.shot)->layer(s.named(u"a"_s))->depthM, 5.0); // and no one else's
    QCOMPARE(s.film.shot(s.shot)->layer(s.named(u"b"_s))->depthM, 10.0);
    QVERIFY(
        moveLayers(s.film, s.shot, s.panel, {s.named(u"d"_s), s.named(u"c"_s)}, 0, std::nullopt));
    QCOMPARE(s.painted(), u"cdba"_s);
    QVERIFY(s.film.check());
}

void TestLayerEditing::aNewLayerLiesOverTheCurrentOne()
{
    Sheets s;
    Layer added;
    added.name = u"x"_s;
    added.depthM = 50;
    QVERIFY(insertLayer(s.film, s.shot, s.panel, added, s.named(u"b"_s)));
    QCOMPARE(s.painted(), u"abxcd"_s);
    QCOMPARE(s.shown().layers[2].depthM, 10.0);
}

void TestLayerEditing::aListThatIsNotInPaintingOrderIsPutRight()
{
    Sheets s;
    QVERIFY(changeLayer(s.film, s.shot, s.named(u"a"_s), [](Layer& layer) {
        layer.depthM = 3; // as an older film may have it: first in the list, painted third
        return Result<void>();
    }));
    QCOMPARE(s.painted(), u"bcad"_s);
    Sheets merged = s;
    QVERIFY(moveLayers(s.film, s.shot, s.panel, {s.named(u"d"_s)}, 1, std::nullopt));
    QCOMPARE(s.order(), u"bdca"_s);
    QCOMPARE(s.painted(), u"bdca"_s);
    // The layer behind is the one that is seen behind.
    QVERIFY(mergeDown(merged.film, merged.shot, merged.named(u"a"_s), merged.pictures));
    QCOMPARE(merged.order(), u"bcd"_s);
    QCOMPARE(merged.film.shot(merged.shot)->layer(merged.named(u"c"_s))->strokes.size(), 1);
}

void TestLayerEditing::theDepthSettlesThePlace()
{
    Sheets s;
    QVERIFY(setLayerDepth(s.film, s.shot, s.named(u"d"_s), 15));
    QCOMPARE(s.order(), u"adbc"_s);
    QCOMPARE(s.painted(), u"adbc"_s);
    QVERIFY(setLayerDepth(s.film, s.shot, s.named(u"a"_s), 1));
    QCOMPARE(s.order(), u"dbca"_s);
}

void TestLayerEditing::groupsStayTogether()
{
    Sheets s;
    const auto group =
        groupLayers(s.film, s.shot, s.panel, {s.named(u"a"_s), s.named(u"c"_s)}, u"G"_s);
    QVERIFY(group);
    QCOMPARE(s.order(), u"b(ac)d"_s);
    QVERIFY(s.film.check());
    // Between the two there is no room for a stranger.
    QVERIFY(moveLayers(s.film, s.shot, s.panel, {s.named(u"d"_s)}, 2, std::nullopt));
    QVERIFY(s.film.check());
    QVERIFY(s.order() == u"bd(ac)"_s || s.order() == u"b(ac)d"_s);
    QVERIFY(setLayerDepth(s.film, s.shot, s.named(u"a"_s), 100));
    QVERIFY(s.film.check());
}

void TestLayerEditing::aLayerMovesIntoAGroupAndOut()
{
    Sheets s;
    const auto group =
        groupLayers(s.film, s.shot, s.panel, {s.named(u"b"_s), s.named(u"c"_s)}, u"G"_s);
    QVERIFY(group);
    QVERIFY(moveLayers(s.film, s.shot, s.panel, {s.named(u"d"_s)}, 2, *group));
    QCOMPARE(s.order(), u"a(bdc)"_s);
    QVERIFY(moveLayers(s.film, s.shot, s.panel, {s.named(u"b"_s)}, 0, std::nullopt));
    QCOMPARE(s.order(), u"ba(dc)"_s);
    // A group that travels whole stays a group.
    QVERIFY(
        moveLayers(s.film, s.shot, s.panel, {s.named(u"c"_s), s.named(u"d"_s)}, 0, std::nullopt));
    QCOMPARE(s.order(), u"(dc)ba"_s);
    QVERIFY(ungroup(s.film, s.shot, s.panel, *group));
    QCOMPARE(s.order(), u"dcba"_s);
    QVERIFY(s.shown().groups.isEmpty());
    QVERIFY(s.film.check());
}

void TestLayerEditing::anEmptyGroupIsGone()
{
    Sheets s;
    QVERIFY(groupLayers(s.film, s.shot, s.panel, {s.named(u"b"_s)}, u"G"_s));
    QVERIFY(removeLayers(s.film, s.shot, {s.named(u"b"_s)}));
    QVERIFY(s.shown().groups.isEmpty());
    QVERIFY(s.film.check());
}

void TestLayerEditing::theLastLayerStays()
{
    Sheets s;
    const Film before = s.film;
    QVERIFY(!removeLayers(s.film, s.shot, {s.layer(0), s.layer(1), s.layer(2), s.layer(3)}));
    QVERIFY(s.film == before);
    QVERIFY(removeLayers(s.film, s.shot, {s.named(u"c"_s)}));
    QVERIFY(s.film.shot(s.shot)->regions.isEmpty());
}

void TestLayerEditing::aCopyLiesOverItsLayer()
{
    Sheets s;
    const auto copies = duplicateLayers(s.film, s.shot, {s.named(u"a"_s), s.named(u"c"_s)});
    QVERIFY(copies);
    QCOMPARE(copies->size(), 2);
    QCOMPARE(s.order(), u"aabccd"_s);
    QCOMPARE(s.shown().layers[1].id, copies->first());
    QVERIFY(s.film.check());
}

void TestLayerEditing::plainSheetsMergeAsStrokes()
{
    Sheets s;
    QVERIFY(mergeDown(s.film, s.shot, s.named(u"b"_s), s.pictures));
    QCOMPARE(s.order(), u"acd"_s);
    QCOMPARE(s.shown().layers[0].strokes.size(), 2);
    QVERIFY(s.shown().layers[0].picture.isEmpty());
}

void TestLayerEditing::othersMergeAsTheyLook()
{
    Sheets s;
    QVERIFY(changeLayer(s.film, s.shot, s.named(u"b"_s), [](Layer& layer) {
        layer.opacity = 0.5;
        layer.blend = Blend::Multiply;
        Stroke eraser;
        eraser.brush = Brush::Eraser;
        eraser.width = 0.1;
        eraser.points = {{0.5F, 0.2F}, {0.5F, 0.3F}};
        layer.strokes.append(std::make_shared<const Stroke>(eraser));
        return Result<void>();
    }));
    const auto paint = [&] {
        return toQImage(PanelPainter(s.film, s.pictures).panel(s.shown(), QSize(320, 180)));
    };
    const QImage before = paint();
    QVERIFY(mergeDown(s.film, s.shot, s.named(u"b"_s), s.pictures));
    QCOMPARE(s.order(), u"acd"_s);
    QVERIFY(!s.shown().layers[0].picture.isEmpty());
    QVERIFY(s.film.check());
    const QImage after = paint();
    double difference = 0;
    for (int y = 0; y < 180; ++y) {
        for (int x = 0; x < 320; ++x)
            difference += std::abs(qGreen(before.pixel(x, y)) - qGreen(after.pixel(x, y)));
    }
    QVERIFY2(difference / (320 * 180) < 0.6, QByteArray::number(difference / (320 * 180)));
    QVERIFY(qGreen(after.pixel(160, 150)) < 200); // half of the ink is there
    QVERIFY(qGreen(after.pixel(160, 45)) > 230);  // and erased where it was erased
}

void TestLayerEditing::mergingTakesTheRegionsAlong()
{
    Sheets s;
    const LayerId under = s.named(u"b"_s);
    QVERIFY(mergeDown(s.film, s.shot, s.named(u"c"_s), s.pictures));
    QCOMPARE(s.film.shot(s.shot)->regions.size(), 1);
    QCOMPARE(s.film.shot(s.shot)->regions[0].layer, under);
    QVERIFY(s.film.check());
}

void TestLayerEditing::nothingToMergeWithIsRefused()
{
    Sheets s;
    QVERIFY(!mergeDown(s.film, s.shot, s.named(u"a"_s), s.pictures));
}

void TestLayerEditing::blendsLookTheSameEverywhere_data()
{
    QTest::addColumn<Blend>("blend");
    QTest::newRow("normal") << Blend::Normal;
    QTest::newRow("multiply") << Blend::Multiply;
    QTest::newRow("screen") << Blend::Screen;
    QTest::newRow("overlay") << Blend::Overlay;
    QTest::newRow("add") << Blend::Add;
}

/// Board, stage and the formula show the same pixel.
void TestLayerEditing::blendsLookTheSameEverywhere()
{
    QFETCH(Blend, blend);
    for (const bool isLowest : {false, true}) {
        QImage back(320, 180, QImage::Format_ARGB32), front(320, 180, QImage::Format_ARGB32);
        back.fill(QColor(100, 150, 250));
        front.fill(QColor(200, 100, 50, 204));
        Film film = isLowest ? test::film().size(320, 180).shot(u"1A"_s).picture(front).build()
                             : test::film()
                                   .size(320, 180)
                                   .shot(u"1A"_s)
                                   .picture(back)
                                   .layer(2)
                                   .picture(front)
                                   .build();
        const auto shot = firstShot(film);
        const LayerId top = shot->panels[0]->layers.last().id;
        QVERIFY(changeLayer(film, shot->id, top, [&](Layer& layer) {
            layer.blend = blend;
            layer.opacity = 0.75;
            return Result<void>();
        }));
        const auto pictures = std::make_shared<PictureCache>();
        const PanelPainter painter(film, pictures);
        const Shot now = *film.shot(shot->id);
        const QColor board =
            toQImage(painter.panel(*now.panels[0], QSize(320, 180))).pixelColor(160, 90);
        const multiplane::Guide guide(stageShot(now, painter, film.settings, 180));
        const QColor played = toQImage(guide.frame(0, 320, 180).picture).pixelColor(160, 90);
        const QColor under = isLowest ? film.settings.paper : QColor(100, 150, 250);
        const std::uint32_t mixed = multiplane::blendedOver(qPremultiply(qRgba(200, 100, 50, 204)),
                                                            under.rgba(), blend, 192);
        for (const QColor& shown : {board, played}) {
            const QByteArray what = (shown.name() + u" for "_s + QColor(mixed).name()).toUtf8();
            QVERIFY2(std::abs(shown.red() - qRed(mixed)) <= 2, what);
            QVERIFY2(std::abs(shown.green() - qGreen(mixed)) <= 2, what);
            QVERIFY2(std::abs(shown.blue() - qBlue(mixed)) <= 2, what);
        }
    }
}

void TestLayerEditing::aGroupHidesAndFadesItsLayers()
{
    Sheets s;
    const auto group =
        groupLayers(s.film, s.shot, s.panel, {s.named(u"a"_s), s.named(u"b"_s)}, u"G"_s);
    QVERIFY(group);
    const auto pixel = [&] {
        return toQImage(PanelPainter(s.film, s.pictures).panel(s.shown(), QSize(320, 180)))
            .pixelColor(60, 90)
            .red();
    };
    const int full = pixel();
    QVERIFY(changeGroup(s.film, s.shot, s.panel, *group,
                        [](LayerGroup& changed) { changed.opacity = 0.5; }));
    const int half = pixel();
    QVERIFY(half > full + 60);
    const auto stage = [&] {
        return stageShot(*s.film.shot(s.shot), PanelPainter(s.film, s.pictures), s.film.settings,
                         180);
    };
    QCOMPARE(stage().planes.size(), std::size_t(4));
    QCOMPARE(stage().planes[0].opacity, 0.5);
    QVERIFY(changeGroup(s.film, s.shot, s.panel, *group,
                        [](LayerGroup& changed) { changed.isVisible = false; }));
    QCOMPARE(pixel(), s.film.settings.paper.red());
    QCOMPARE(stage().planes.size(), std::size_t(2));
}

void TestLayerEditing::aLockedGroupTakesNoStroke()
{
    Sheets s;
    const auto group = groupLayers(s.film, s.shot, s.panel, {s.named(u"b"_s)}, u"G"_s);
    QVERIFY(changeGroup(s.film, s.shot, s.panel, *group,
                        [](LayerGroup& changed) { changed.isLocked = true; }));
    Stroke stroke;
    stroke.points = {{0.1F, 0.1F}};
    QVERIFY(!addStroke(s.film, s.shot, s.named(u"b"_s), stroke));
    QVERIFY(addStroke(s.film, s.shot, s.named(u"a"_s), stroke));
    QVERIFY(!mergeDown(s.film, s.shot, s.named(u"b"_s), s.pictures));
}

QTEST_GUILESS_MAIN(TestLayerEditing)
#include "tst_layerediting.moc"
