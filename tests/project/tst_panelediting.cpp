#include "core/project/cut.h"
#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/panelediting.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace Qt::StringLiterals;
using Eigen::Vector2d;

namespace {

/// 1A: three panels of 12, 24 and 12 frames, an arrow on the second; then 1B; then scene 2.
Film threePanels()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .stroke({{0.1, 0.1}, {0.2, 0.2}})
        .panel(12.0 / 47)
        .stroke({{0.3, 0.3}, {0.4, 0.4}})
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.6, 0.3}}, 12.0 / 47, 35.0 / 47)
        .panel(36.0 / 47)
        .stroke({{0.5, 0.5}, {0.6, 0.6}})
        .shot(u"1B"_s, 30)
        .scene(u"EXT. STREET"_s)
        .shot(u"2A"_s, 20)
        .sound(u"later"_s, 78, 1)
        .build();
}

std::shared_ptr<const Shot> named(const Film& film, const char* name)
{
    return film.shotNamed(QString::fromLatin1(name));
}

PanelId panelOf(const Film& film, const char* shot, int index)
{
    return named(film, shot)->panels[index]->id;
}

QList<FrameIndex> holds(const Film& film, const char* shot)
{
    return panelLengths(*named(film, shot));
}

using Holds = QList<FrameIndex>;

/// Frame of the shot at which the first arrow begins and ends.
std::pair<double, double> arrowFrames(const Shot& shot)
{
    const MotionPath& path = shot.regions.first().motions.first().path;
    const double span = double(shot.length - 1);
    return {path.from * span, path.to * span};
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

Vector2d displacementAt(const Shot& shot, const ShotRegion& region, double frame)
{
    std::vector<MotionSampler> samplers;
    for (const Motion& motion : region.motions)
        samplers.emplace_back(motion.path, 16.0 / 9);
    return combinedPose(samplers, shotFraction(frame, shot.length)).displacement;
}

} // namespace

class PanelEditingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAddUpToTheShot()
    {
        const Film film = threePanels();
        QCOMPARE(holds(film, "1A"), (Holds{12, 24, 12}));
        QCOMPARE(holds(film, "1B"), (Holds{30}));
    }

    void aLongerHoldRipplesAndKeepsOtherPanels_data()
    {
        QTest::addColumn<int>("panel");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("before the arrow's") << 0 << qint64(20) << 20.0 << 43.0;
        QTest::newRow("the arrow's own") << 1 << qint64(47) << 12.0 << 58.0;
        QTest::newRow("after the arrow's") << 2 << qint64(1) << 12.0 << 35.0;
    }
    void aLongerHoldRipplesAndKeepsOtherPanels()
    {
        QFETCH(int, panel);
        QFETCH(qint64, length);
        QFETCH(double, from);
        QFETCH(double, to);
        Document document(threePanels());
        Holds expected{12, 24, 12};
        expected[panel] = length;
        QVERIFY(document.edit(u"Hold"_s, [&](Film& film) {
            return setPanelLength(film, named(film, "1A")->id, panelOf(film, "1A", panel), length);
        }));
        const Film& film = document.film();
        QCOMPARE(holds(film, "1A"), expected);
        const auto arrow = arrowFrames(*named(film, "1A"));
        QVERIFY(isNear(arrow.first, from) && isNear(arrow.second, to));
        const FrameIndex total = expected[0] + expected[1] + expected[2];
        QCOMPARE(film.audio.first()->clips.first().at, total + 30);
        document.undoStack().undo();
        QVERIFY(document.film() == threePanels() || document.film().length() == 98);
        QCOMPARE(holds(document.film(), "1A"), (Holds{12, 24, 12}));
    }

    void rollingMovesABoundaryOnly()
    {
        Film film = threePanels();
        const ShotId shot = named(film, "1A")->id;
        QVERIFY(rollPanel(film, shot, panelOf(film, "1A", 0), 5));
        QCOMPARE(holds(film, "1A"), (Holds{17, 19, 12}));
        QCOMPARE(film.length(), FrameIndex(98));
        QVERIFY(rollPanel(film, shot, panelOf(film, "1A", 0), -16));
        QCOMPARE(holds(film, "1A"), (Holds{1, 35, 12}));
        QVERIFY(!rollPanel(film, shot, panelOf(film, "1A", 0), -1));
        QVERIFY(!rollPanel(film, shot, panelOf(film, "1A", 1), 12));
        QVERIFY(!rollPanel(film, shot, panelOf(film, "1A", 2), 1));
        QCOMPARE(holds(film, "1A"), (Holds{1, 35, 12}));
        QVERIFY(film.check());
    }

    void aCopyOfAPanelFollowsItWithItsArrows()
    {
        Document document(threePanels());
        std::optional<PanelId> made;
        QVERIFY(document.edit(u"Duplicate"_s, [&](Film& film) -> Result<void> {
            auto copy = duplicatePanel(film, named(film, "1A")->id, panelOf(film, "1A", 1));
            if (!copy)
                return copy.error();
            made = *copy;
            return {};
        }));
        const auto shot = named(document.film(), "1A");
        QCOMPARE(holds(document.film(), "1A"), (Holds{12, 24, 24, 12}));
        QCOMPARE(shot->panels[2]->id, *made);
        QCOMPARE(shot->regions.size(), 2);
        QCOMPARE(shot->regions[1].layer, shot->panels[2]->layers.first().id);
        const double span = double(shot->length - 1);
        QVERIFY(isNear(shot->regions[1].motions.first().path.from * span, 36));
        QVERIFY(isNear(shot->regions[0].motions.first().path.from * span, 12));
        QVERIFY(shot->panels[2]->layers[0].strokes[0] == shot->panels[1]->layers[0].strokes[0]);
    }

    void aNewPanelCarriesTheSharedBackground()
    {
        Panel before;
        Layer background;
        background.shared = SharedId::create();
        background.depthM = 3;
        background.strokes.append(std::make_shared<const Stroke>());
        Layer own;
        own.strokes.append(std::make_shared<const Stroke>());
        before.layers = {background, own};
        const Panel after = panelAfter(before);
        QCOMPARE(after.layers.size(), 2);
        QCOMPARE(after.layers[0].shared, background.shared);
        QVERIFY(after.layers[0].id != background.id);
        QCOMPARE(after.layers[0].strokes, background.strokes);
        QVERIFY(after.layers[1].strokes.isEmpty());
        QVERIFY(after.layers[1].depthM <= 3);
    }

    void takenOutPanelsTakeTheirTimeAlong()
    {
        Film film = threePanels();
        QVERIFY(removePanels(film, {panelOf(film, "1A", 0)}));
        QCOMPARE(holds(film, "1A"), (Holds{24, 12}));
        const auto arrow = arrowFrames(*named(film, "1A"));
        QVERIFY(isNear(arrow.first, 0) && isNear(arrow.second, 23));
        QCOMPARE(film.audio.first()->clips.first().at, FrameIndex(66));
        QVERIFY(film.check());
        // All panels of a shot: the shot goes.
        QVERIFY(removePanels(
            film, {panelOf(film, "1A", 0), panelOf(film, "1A", 1), panelOf(film, "2A", 0)}));
        QCOMPARE(film.shotCount(), 1);
        QVERIFY(film.check());
    }

    void panelsMoveWithinAndBetweenShots()
    {
        Film film = threePanels();
        const PanelId second = panelOf(film, "1A", 1);
        QVERIFY(movePanels(film, {second}, named(film, "1A")->id, 3));
        QCOMPARE(holds(film, "1A"), (Holds{12, 12, 24}));
        auto arrow = arrowFrames(*named(film, "1A"));
        QVERIFY(isNear(arrow.first, 24) && isNear(arrow.second, 47));
        QVERIFY(movePanels(film, {second}, named(film, "1B")->id, 0));
        QCOMPARE(holds(film, "1A"), (Holds{12, 12}));
        QCOMPARE(holds(film, "1B"), (Holds{24, 30}));
        QCOMPARE(panelOf(film, "1B", 0), second);
        QVERIFY(named(film, "1A")->regions.isEmpty());
        arrow = arrowFrames(*named(film, "1B"));
        QVERIFY(isNear(arrow.first, 0) && isNear(arrow.second, 23));
        QCOMPARE(film.length(), FrameIndex(98));
        QVERIFY(film.check());
    }

    void allPanelsOfAShotIntoAnother()
    {
        Film film = threePanels();
        const ShotId target = named(film, "2A")->id;
        QVERIFY(movePanels(film, {panelOf(film, "1B", 0), panelOf(film, "1A", 2)}, target, 1));
        QCOMPARE(holds(film, "2A"), (Holds{20, 12, 30}));
        QVERIFY(!film.shotNamed(u"1B"_s));
        QVERIFY(film.check());
    }

    void aPanelBecomesAShot()
    {
        Film film = threePanels();
        const auto made = panelsToShot(film, {panelOf(film, "1A", 1)}, film.scenes.first()->id, 1);
        QVERIFY(made.has_value());
        const auto& shots = film.scenes.first()->shots;
        QCOMPARE(shots.size(), 3);
        QCOMPARE(shots[1]->id, *made);
        QCOMPARE(shots[1]->length, FrameIndex(24));
        QCOMPARE(shots[1]->regions.size(), 1);
        QCOMPARE(shots[0]->length, FrameIndex(24));
        QVERIFY(film.check());
    }

    void severalShotsMoveTogether()
    {
        Film film = test::longFilm(20);
        const auto first = film.scenes[0];
        const ShotId a = first->shots[1]->id;
        const ShotId b = first->shots[3]->id;
        const ShotId c = film.scenes[1]->shots[0]->id;
        QVERIFY(moveShots(film, {c, a, b}, first->id, 3));
        QStringList names;
        for (const auto& shot : film.scenes[0]->shots)
            names += shot->name;
        const QStringList expected{first->shots[0]->name, first->shots[2]->name,
                                   first->shots[1]->name, first->shots[3]->name,
                                   film.shot(c)->name,    first->shots[4]->name};
        QCOMPARE(names.mid(0, 6), expected);
        QCOMPARE(film.shotCount(), 20);
        QVERIFY(film.check());
    }

    void severalShotsAreCopiedBehindTheLast()
    {
        Film film = threePanels();
        const auto made = duplicateShots(film, {named(film, "1B")->id, named(film, "1A")->id});
        QVERIFY(made.has_value());
        const auto& shots = film.scenes.first()->shots;
        QCOMPARE(shots.size(), 4);
        QCOMPARE(shots[2]->length, FrameIndex(48));
        QCOMPARE(shots[3]->length, FrameIndex(30));
        QVERIFY(film.check());
    }

    void motionGoesOnInACopy()
    {
        // The arrow's frames are 12 … 35 of the panel 12 … 36: at its end when the copy comes.
        Film film = threePanels();
        const ShotId id = named(film, "1A")->id;
        const auto copy = duplicatePanel(film, id, panelOf(film, "1A", 1));
        QVERIFY(copy.has_value());
        QVERIFY(continueMoves(film, id, *copy));
        QVERIFY(film.check());
        const auto shot = named(film, "1A");
        QCOMPARE(shot->regions.size(), 2); // in place of the copied one
        const ShotRegion& next = shot->regions[1];
        const Vector2d end = displacementAt(*shot, shot->regions[0], 36);
        QVERIFY((displacementAt(*shot, next, 36) - end).norm() < 1e-9);
        QVERIFY((displacementAt(*shot, next, 36 + 23) - 2 * end).norm() < 1e-9);
    }

    void motionGoesOnInANewDrawing()
    {
        Film film = threePanels();
        const ShotId id = named(film, "1A")->id;
        // Half of the arrow is left when the next panel comes.
        QVERIFY(changeShot(film, id, [](Shot& shot) -> Result<void> {
            MotionPath& path = shot.regions.first().motions.first().path;
            path.to = path.from + 48.0 / 47;
            return {};
        }));
        QVERIFY(continueMoves(film, id, panelOf(film, "1A", 2)));
        QVERIFY(film.check());
        const auto shot = named(film, "1A");
        QCOMPARE(shot->regions.size(), 2);
        const ShotRegion& old = shot->regions[0];
        const ShotRegion& next = shot->regions[1];
        QCOMPARE(next.layer, shot->panels[2]->layers.first().id);
        QCOMPARE(next.name, old.name);
        // The area lies where the figure stands by then, and goes on as the old one would.
        const Vector2d at = displacementAt(*shot, old, 36);
        QVERIFY((next.area.outlines[0][0] - old.area.outlines[0][0] - at).norm() < 1e-6);
        for (const double frame : {36.0, 40.0, 47.0}) {
            const Vector2d whole = displacementAt(*shot, old, frame);
            QVERIFY((displacementAt(*shot, next, frame) + at - whole).norm() < 1e-4);
        }
    }

    void nothingToContinueIsRefused()
    {
        Film film = threePanels();
        const Film before = film;
        const ShotId id = named(film, "1A")->id;
        QVERIFY(!continueMoves(film, id, panelOf(film, "1A", 0)));
        QVERIFY(!continueMoves(film, id, panelOf(film, "1A", 1)));
        QVERIFY(!continueMoves(film, id, PanelId::create()));
        QVERIFY(film == before);
    }

    void unknownThingsAreRefused()
    {
        const Film before = threePanels();
        Film film = before;
        const ShotId id = named(film, "1A")->id;
        QVERIFY(!setPanelLength(film, id, PanelId::create(), 5));
        QVERIFY(!setPanelLength(film, ShotId::create(), PanelId::create(), 5));
        QVERIFY(!setPanelLength(film, id, panelOf(film, "1A", 0), 0));
        QVERIFY(!duplicatePanel(film, id, PanelId::create()));
        QVERIFY(!removePanels(film, {PanelId::create()}));
        QVERIFY(!movePanels(film, {PanelId::create()}, id, 0));
        QVERIFY(film == before);
    }
};

QTEST_GUILESS_MAIN(PanelEditingTest)
#include "tst_panelediting.moc"
