#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/sharedlayers.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

/// Two scenes; 1A with two panels, 1B and 2A with one.
Film threeShots()
{
    return film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s)
        .stroke({{0.1, 0.9}, {0.9, 0.9}})
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .panel(0.5)
        .shot(u"1B"_s)
        .scene(u"EXT. STREET"_s)
        .shot(u"2A"_s)
        .build();
}

PanelPlace place(const Film& film, const QString& shot, qsizetype panel = 0)
{
    const auto found = film.shotNamed(shot);
    return {found->id, found->panels[panel]->id};
}

const Layer* sharedIn(const Film& film, const QString& shot, qsizetype panel = 0)
{
    const auto found = film.shotNamed(shot);
    for (const Layer& layer : found->panels[panel]->layers) {
        if (layer.shared)
            return &layer;
    }
    return nullptr;
}

/// The first layer of 1A shared with the second panel, with 1B and with 2A.
struct Shared {
    Document document{threeShots()};
    ShotId shot = document.film().shotNamed(u"1A"_s)->id;
    LayerId layer = document.film().shotNamed(u"1A"_s)->panels[0]->layers[0].id;

    Shared()
    {
        const auto done = document.edit(u"Share"_s, [&](Film& film) {
            return shareLayer(
                film, shot, layer,
                {place(film, u"1A"_s, 1), place(film, u"1B"_s), place(film, u"2A"_s)});
        });
        if (!done)
            qFatal("not shared");
    }
    Result<void> draw(const ShotId& on, const LayerId& which)
    {
        Stroke stroke;
        stroke.points = {{0.2F, 0.2F}, {0.3F, 0.3F}};
        return document.edit(u"Draw"_s,
                             [&](Film& film) { return addStroke(film, on, which, stroke); });
    }
};

} // namespace

class TestSharedLayers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharedIsTheSameDrawingUnderOtherIds();
    void whatIsDrawnOnOneIsOnAll();
    void theChangeIsOneStepAndTellsAllShots();
    void seenAndLockedStayEachPanelsOwn();
    void aDuplicatedShotSharesToo();
    void whatComesInTakesOnTheFilms();
    void unsharedGoesItsOwnWay();
    void theLastOneIsNoLongerShared();
    void sharingTwiceAddsNothing();
    void itComesBehindWhatIsAsFar();
    void aLongFilmStaysQuick();
};

void TestSharedLayers::sharedIsTheSameDrawingUnderOtherIds()
{
    Shared s;
    const Film& film = s.document.film();
    QCOMPARE(panelsWith(film, *sharedIn(film, u"1A"_s)->shared).size(), 4);
    for (const auto& [shot, panel] : {std::pair(u"1A"_s, 1), {u"1B"_s, 0}, {u"2A"_s, 0}}) {
        const Layer* layer = sharedIn(film, shot, panel);
        QVERIFY(layer);
        QVERIFY(layer->id != s.layer);
        QVERIFY(hasSameContent(*layer, *sharedIn(film, u"1A"_s)));
        QCOMPARE(layer->strokes.size(), 1);
    }
    QVERIFY(film.check());
    QCOMPARE(s.document.undoStack().count(), 1);
}

void TestSharedLayers::whatIsDrawnOnOneIsOnAll()
{
    Shared s;
    const Layer* street = sharedIn(s.document.film(), u"2A"_s);
    QVERIFY(s.draw(s.document.film().shotNamed(u"2A"_s)->id, street->id));
    const Film& film = s.document.film();
    for (const auto& [shot, panel] :
         {std::pair(u"1A"_s, 0), {u"1A"_s, 1}, {u"1B"_s, 0}, {u"2A"_s, 0}})
        QCOMPARE(sharedIn(film, shot, panel)->strokes.size(), 2);
    QCOMPARE(film.shotNamed(u"1A"_s)->regions.size(), 1);
    QCOMPARE(film.shotNamed(u"1B"_s)->regions.size(), 0);
    s.document.undoStack().undo();
    QCOMPARE(sharedIn(s.document.film(), u"1A"_s)->strokes.size(), 1);
    QCOMPARE(sharedIn(s.document.film(), u"2A"_s)->strokes.size(), 1);
    s.document.undoStack().redo();
    QCOMPARE(sharedIn(s.document.film(), u"1B"_s)->strokes.size(), 2);
}

void TestSharedLayers::theChangeIsOneStepAndTellsAllShots()
{
    Shared s;
    QList<FilmDiff> diffs;
    connect(&s.document, &Document::changed, this,
            [&](const FilmDiff& diff, const Film&) { diffs.append(diff); });
    const auto done = s.document.edit(u"Depth"_s, [&](Film& film) {
        return changeLayer(film, s.shot, s.layer, [](Layer& layer) {
            layer.depthM = 40;
            layer.blend = multiplane::Blend::Multiply;
            return Result<void>();
        });
    });
    QVERIFY(done);
    QCOMPARE(s.document.undoStack().count(), 2);
    QCOMPARE(diffs.size(), 1);
    QCOMPARE(diffs.first().shotsChanged.size(), 3);
    QCOMPARE(sharedIn(s.document.film(), u"2A"_s)->depthM, 40.0);
    QCOMPARE(sharedIn(s.document.film(), u"2A"_s)->blend, multiplane::Blend::Multiply);
}

void TestSharedLayers::seenAndLockedStayEachPanelsOwn()
{
    Shared s;
    QVERIFY(s.document.edit(u"Hide"_s, [&](Film& film) {
        return changeLayer(film, s.shot, s.layer, [](Layer& layer) {
            layer.isVisible = false;
            layer.isLocked = true;
            return Result<void>();
        });
    }));
    QVERIFY(!sharedIn(s.document.film(), u"1A"_s)->isVisible);
    QVERIFY(sharedIn(s.document.film(), u"1B"_s)->isVisible);
    QVERIFY(!sharedIn(s.document.film(), u"1B"_s)->isLocked);
}

void TestSharedLayers::aDuplicatedShotSharesToo()
{
    Shared s;
    std::optional<ShotId> copy;
    QVERIFY(s.document.edit(u"Duplicate"_s, [&](Film& film) -> Result<void> {
        const auto made = duplicateShot(film, s.shot);
        if (!made)
            return made.error();
        copy = *made;
        return {};
    }));
    QVERIFY(s.draw(s.shot, s.layer));
    const auto shot = s.document.film().shot(*copy);
    QCOMPARE(shot->panels[0]->layers[0].strokes.size(), 2);
}

void TestSharedLayers::whatComesInTakesOnTheFilms()
{
    Shared s;
    const Layer old = *sharedIn(s.document.film(), u"1A"_s); // as somebody copied it
    QVERIFY(s.draw(s.shot, s.layer));
    Shot pasted = emptyShot(u"9"_s, 24);
    Panel panel = *pasted.panels[0];
    panel.layers.prepend(old);
    panel.layers[0].id = LayerId::create();
    pasted.panels[0] = std::make_shared<const Panel>(panel);
    QVERIFY(s.document.edit(
        u"Paste"_s, [&](Film& film) { return insertShot(film, film.scenes[1]->id, 0, pasted); }));
    QCOMPARE(sharedIn(s.document.film(), u"9"_s)->strokes.size(), 2);
    QCOMPARE(sharedIn(s.document.film(), u"1A"_s)->strokes.size(), 2);
}

void TestSharedLayers::unsharedGoesItsOwnWay()
{
    Shared s;
    QVERIFY(s.document.edit(u"Unshare"_s,
                            [&](Film& film) { return unshareLayer(film, s.shot, s.layer); }));
    QVERIFY(s.draw(s.shot, s.layer));
    const Film& film = s.document.film();
    QCOMPARE(film.shot(s.shot)->layer(s.layer)->strokes.size(), 2);
    QVERIFY(!film.shot(s.shot)->layer(s.layer)->shared);
    QCOMPARE(sharedIn(film, u"1B"_s)->strokes.size(), 1);
}

void TestSharedLayers::theLastOneIsNoLongerShared()
{
    Document document(threeShots());
    const ShotId shot = document.film().shotNamed(u"1A"_s)->id;
    const LayerId layer = document.film().shotNamed(u"1A"_s)->panels[0]->layers[0].id;
    QVERIFY(document.edit(u"Share"_s, [&](Film& film) {
        return shareLayer(film, shot, layer, {place(film, u"1B"_s)});
    }));
    QVERIFY(
        document.edit(u"Unshare"_s, [&](Film& film) { return unshareLayer(film, shot, layer); }));
    QVERIFY(!sharedIn(document.film(), u"1A"_s));
    QVERIFY(!sharedIn(document.film(), u"1B"_s));
}

void TestSharedLayers::sharingTwiceAddsNothing()
{
    Shared s;
    QVERIFY(s.document.edit(u"Share"_s, [&](Film& film) {
        return shareLayer(film, s.shot, s.layer, {place(film, u"1B"_s)});
    }));
    QCOMPARE(s.document.undoStack().count(), 1);
    QVERIFY(!s.document.edit(u"Share"_s, [&](Film& film) {
        return shareLayer(film, s.shot, LayerId::create(), {place(film, u"1B"_s)});
    }));
}

void TestSharedLayers::itComesBehindWhatIsAsFar()
{
    Shared s;
    const auto shot = s.document.film().shotNamed(u"1B"_s);
    QVERIFY(shot->panels[0]->layers[0].shared.has_value());
    QVERIFY(!shot->panels[0]->layers[1].shared.has_value());
}

void TestSharedLayers::aLongFilmStaysQuick()
{
    Document document(longFilm(2000, 4));
    const auto first = firstShot(document.film());
    const LayerId layer = first->panels[0]->layers[0].id;
    const auto timed = [&](auto act) {
        QElapsedTimer timer;
        timer.start();
        act();
        return double(timer.nsecsElapsed()) / 1e6;
    };
    Stroke stroke;
    stroke.points = {{0.2F, 0.2F}, {0.3F, 0.3F}};
    QList<double> plain, shared;
    for (int i = 0; i < 21; ++i) {
        plain.append(timed([&] {
            QVERIFY(document.edit(
                u"Draw"_s, [&](Film& film) { return addStroke(film, first->id, layer, stroke); }));
        }));
    }
    const Film film = document.film();
    QVERIFY(document.edit(u"Share"_s, [&](Film& changed) {
        return shareLayer(
            changed, first->id, layer,
            {{film.scenes[5]->shots[0]->id, film.scenes[5]->shots[0]->panels[0]->id},
             {film.scenes[190]->shots[3]->id, film.scenes[190]->shots[3]->panels[0]->id}});
    }));
    for (int i = 0; i < 21; ++i) {
        shared.append(timed([&] {
            QVERIFY(document.edit(u"Draw"_s, [&](Film& changed) {
                return addStroke(changed, first->id, layer, stroke);
            }));
        }));
    }
    std::sort(plain.begin(), plain.end());
    std::sort(shared.begin(), shared.end());
    qInfo("edit of 2000 shots: %.2f ms, with a shared layer %.2f ms", plain[10], shared[10]);
    QVERIFY2(plain[10] < 2, qPrintable(QString::number(plain[10])));
    QVERIFY2(shared[10] < 2, qPrintable(QString::number(shared[10])));
}

QTEST_GUILESS_MAIN(TestSharedLayers)
#include "tst_sharedlayers.moc"
