#include "core/geometry/region.h"
#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "core/project/pictureimport.h"
#include "tests/ui/paperdesk.h"
#include "ui/canvas/outlinetool.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/regioncolours.h"
#include "ui/motion/motionclipboard.h"
#include "ui/motion/speedcurvefield.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::blank;
using test::isNear;
using test::PaperDesk;
using test::withArrow;
using namespace Qt::StringLiterals;

namespace {

/// Straight lines: a smooth stroke bulges between points that lie far apart.
QList<QPointF> box(const QRectF& area)
{
    QList<QPointF> line;
    const QPointF corners[] = {area.topLeft(), area.topRight(), area.bottomRight(),
                               area.bottomLeft(), area.topLeft()};
    for (int side = 0; side < 4; ++side) {
        for (int i = 0; i < 24; ++i)
            line.append(corners[side] + (corners[side + 1] - corners[side]) * i / 24.0);
    }
    line.append(corners[0]);
    return line;
}

/// A drawn box with its middle at (0.5, 0.5), and a smaller one beside it.
Film withBoxes()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .stroke(box({0.4, 0.35, 0.2, 0.3}))
        .stroke(box({0.72, 0.4, 0.1, 0.2}))
        .build();
}

/// Two arrows in sequence.
Film withTwoArrows()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 49)
        .region({{0.2, 0.4}, {0.3, 0.4}, {0.3, 0.6}, {0.2, 0.6}})
        .arrow({{0.25, 0.5}, {0.45, 0.5}}, 0.0, 0.5)
        .arrow({{0.45, 0.5}, {0.45, 0.8}}, 0.5, 1.0)
        .build();
}

OutlineTool& outlineTool(PaperDesk& desk)
{
    desk.session.setTool(ToolKind::Outline);
    return static_cast<OutlineTool&>(desk.canvas.tool());
}

MotionPath arrow(PaperDesk& desk, qsizetype index = 0)
{
    return desk.shot()->regions.first().motions.at(index).path;
}

QAction* action(QMenu& menu, const QString& text)
{
    for (QAction* one : menu.actions()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class MotionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- the outline of a clicked thing ---
    void aClickFindsTheOutlineAndReturnTakesIt()
    {
        PaperDesk desk(withBoxes());
        OutlineTool& tool = outlineTool(desk);
        desk.click(0.5, 0.5);
        QVERIFY(tool.isSearching());
        QTRY_VERIFY(!tool.found().empty());
        QCOMPARE(desk.steps(), 0); // shown first
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        const ShotRegion region = desk.shot()->regions.first();
        QVERIFY(contains(region.area, {0.42, 0.4}, 16.0 / 9));
        QVERIFY(!contains(region.area, {0.36, 0.5}, 16.0 / 9));
        QVERIFY(desk.session.regionId() == region.id);
        QVERIFY(tool.found().empty());
    }

    void moreClicksAddAndTakeAwayAndBackspaceTakesThemBack()
    {
        PaperDesk desk(withBoxes());
        OutlineTool& tool = outlineTool(desk);
        desk.click(0.5, 0.5);
        QTRY_VERIFY(!tool.isSearching());
        desk.click(0.77, 0.5, Qt::ShiftModifier);
        QTRY_COMPARE(tool.found().size(), std::size_t(2));
        desk.click(0.5, 0.5, Qt::AltModifier);
        QTRY_COMPARE(tool.found().size(), std::size_t(1));
        desk.key(Qt::Key_Backspace);
        QTRY_COMPARE(tool.found().size(), std::size_t(2));
        desk.click(0.5, 0.5); // into it
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->regions.first().area.outlines.size(), std::size_t(2));
    }

    void aBoxFindsWhatIsDrawnInIt()
    {
        PaperDesk desk(withBoxes());
        OutlineTool& tool = outlineTool(desk);
        desk.drag({{0.35, 0.28}, {0.66, 0.72}});
        QTRY_VERIFY(!tool.found().empty());
        desk.key(Qt::Key_Return);
        QVERIFY(contains(desk.shot()->regions.first().area, {0.5, 0.5}, 16.0 / 9));
        QVERIFY(!contains(desk.shot()->regions.first().area, {0.77, 0.5}, 16.0 / 9));
    }

    void escapeStopsTheSearchAndLeavesNothing()
    {
        PaperDesk desk(withBoxes());
        OutlineTool& tool = outlineTool(desk);
        desk.click(0.5, 0.5);
        desk.key(Qt::Key_Escape);
        QVERIFY(!tool.isSearching());
        QTest::qWait(50); // what comes in late is not heard
        QVERIFY(tool.found().empty());
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 0);
    }

    void theGroundSaysThatThereIsNothing()
    {
        PaperDesk desk(withBoxes());
        OutlineTool& tool = outlineTool(desk);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.click(0.1, 0.1);
        QTRY_VERIFY(!tool.isSearching());
        QVERIFY(said.last().first().toString().contains(u"lasso"_s));
        QVERIFY(tool.found().empty());
    }

    // --- colours ---
    void newRegionsGetColoursOfTheirOwn()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Region);
        desk.drag({{0.2, 0.2}, {0.25, 0.2}});
        desk.drag({{0.5, 0.2}, {0.55, 0.2}});
        desk.drag({{0.8, 0.2}, {0.85, 0.2}});
        const auto shot = desk.shot();
        QCOMPARE(shot->regions.size(), 3);
        QVERIFY(!shot->regions[0].colour.isValid()); // amber, the theme's
        QVERIFY(shot->regions[1].colour != shot->regions[0].colour);
        QVERIFY(shot->regions[2].colour != shot->regions[1].colour);
    }

    // --- arrows ---
    void backspaceTakesTheLastPointBack()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.click(0.45, 0.55);
        desk.click(0.6, 0.7);
        desk.click(0.9, 0.9);
        desk.key(Qt::Key_Backspace);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(arrow(desk).points.size(), std::size_t(2));
        QVERIFY(isNear(arrow(desk).points.back(), 0.6, 0.7));
    }

    void aDoubleClickAddsAPointAndMakesItACorner()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.doubleClick(0.65, 0.5);
        QCOMPARE(arrow(desk).points.size(), std::size_t(3));
        desk.doubleClick(0.65, 0.5);
        QVERIFY(isCorner(arrow(desk), 1));
        desk.doubleClick(0.65, 0.5);
        QVERIFY(!isCorner(arrow(desk), 1));
        QCOMPARE(desk.steps(), 3);
    }

    void deleteTakesTheChosenPointThenTheArrow()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.doubleClick(0.65, 0.5);
        QCOMPARE(arrow(desk).points.size(), std::size_t(3));
        desk.key(Qt::Key_Delete);
        QCOMPARE(arrow(desk).points.size(), std::size_t(2));
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->regions.first().motions.isEmpty());
    }

    void aSharedPointIsMovedForBothArrows()
    {
        PaperDesk desk(withTwoArrows());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.35, 0.5);
        desk.drag({{0.45, 0.5}, {0.55, 0.4}});
        QCOMPARE(desk.steps(), 1);
        QVERIFY(isNear(arrow(desk, 0).points.back(), 0.55, 0.4));
        QCOMPARE(arrow(desk, 1).points.front(), arrow(desk, 0).points.back());
    }

    void theEndsHandlesTurnAndScale()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.65, 0.5);
        const auto shot = desk.shot();
        const CanvasFrame frame = desk.canvas.canvasFrame();
        const auto ends =
            endHandles(frame, *shot, shot->regions.first(), shot->regions.first().motions.first());
        QVERIFY(ends);
        const Eigen::Vector2d turn = frame.toPicture(ends->turn);
        const Eigen::Vector2d middle = frame.toPicture(ends->middle);
        // From above the middle to its right: a quarter clockwise.
        const double far = middle.y() - turn.y();
        desk.drag({{turn.x(), turn.y()}, {middle.x() + far / frame.aspect(), middle.y()}});
        QVERIFY(std::abs(arrow(desk).turnRad - std::acos(-1.0) / 2) < 0.03);
        const auto turned = desk.shot();
        const auto now = endHandles(frame, *turned, turned->regions.first(),
                                    turned->regions.first().motions.first());
        const Eigen::Vector2d scale = frame.toPicture(now->scale);
        const Eigen::Vector2d twice = middle + 2 * (scale - middle);
        desk.drag({{scale.x(), scale.y()}, {twice.x(), twice.y()}});
        QVERIFY(std::abs(arrow(desk).scale - 2) < 0.05);
        QCOMPARE(desk.steps(), 2);
    }

    void escapeDropsADragOfAPoint()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.65, 0.5);
        desk.press(0.8, 0.5);
        desk.moveTo(0.8, 0.8);
        QVERIFY(desk.session.hasDraft());
        desk.key(Qt::Key_Escape);
        desk.release(0.8, 0.8);
        QCOMPARE(desk.steps(), 0);
        QVERIFY(!desk.session.hasDraft());
    }

    // --- select ---
    void whatAPressWouldTakeIsLit()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.moveTo(0.45, 0.45, {}, Qt::NoButton);
        QVERIFY(desk.canvas.tool().hoveredRegion() == desk.shot()->regions.first().id);
        desk.moveTo(0.7, 0.5, {}, Qt::NoButton);
        QVERIFY(!desk.canvas.tool().hoveredRegion());
        QVERIFY(desk.canvas.tool().hoveredMotion()
                == desk.shot()->regions.first().motions.first().id);
        desk.moveTo(0.1, 0.9, {}, Qt::NoButton);
        QVERIFY(!desk.canvas.tool().hoveredMotion());
    }

    void arrowKeysNudgeAndARunIsOneStep()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.45, 0.45);
        const QSize size = desk.document.film().settings.size;
        const auto before = desk.shot()->regions.first().area.outlines[0][0];
        for (int i = 0; i < 3; ++i)
            QTest::keyPress(&desk.canvas, Qt::Key_Right);
        QTest::keyPress(&desk.canvas, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyRelease(&desk.canvas, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(desk.steps(), 1);
        const auto by = desk.shot()->regions.first().area.outlines[0][0] - before;
        QVERIFY(std::abs(by.x() * size.width() - 3) < 1e-6);
        QVERIFY(std::abs(by.y() * size.height() - 10) < 1e-6);
        QVERIFY(isNear(arrow(desk).points.front(), 0.5 + by.x(), 0.5 + by.y(), 1e-9));
        desk.key(Qt::Key_Left);
        QCOMPARE(desk.steps(), 2); // the keys were let go in between
    }

    void theMenuHoldsStillInvertsAndCopies()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        QMenu menu;
        PointerEvent event;
        event.position = {0.45, 0.45};
        QVERIFY(desk.canvas.tool().fillMenu(menu, event));
        action(menu, u"Hold still"_s)->trigger();
        QVERIFY(desk.shot()->regions.first().isHeldStill);
        action(menu, u"Invert region"_s)->trigger();
        QVERIFY(desk.shot()->regions.first().area.isInverted);
        QMenu nothing;
        event.position = {0.05, 0.05};
        desk.document.undoStack().undo();
        QVERIFY(!desk.canvas.tool().fillMenu(nothing, event));
    }

    void theArrowsMenuReversesAndMirrors()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        PointerEvent event;
        event.position = {0.65, 0.5};
        QMenu menu;
        QVERIFY(desk.canvas.tool().fillMenu(menu, event));
        action(menu, u"Reverse arrow"_s)->trigger();
        QVERIFY(isNear(arrow(desk).points.front(), 0.8, 0.5));
        action(menu, u"Mirror arrow"_s)->trigger();
        QVERIFY(isNear(arrow(desk).points.back(), 1.1, 0.5));
    }

    void aBrushedRegionSnapsToTheDrawing()
    {
        PaperDesk desk(withBoxes());
        desk.session.setTool(ToolKind::Lasso); // roughly around, a little outside
        desk.drag({{0.392, 0.338}, {0.608, 0.338}, {0.608, 0.662}, {0.392, 0.662}, {0.392, 0.345}});
        desk.session.setTool(ToolKind::Select);
        PointerEvent event;
        event.position = {0.5, 0.5};
        QMenu menu;
        QVERIFY(desk.canvas.tool().fillMenu(menu, event));
        const int steps = desk.steps();
        action(menu, u"Snap to edges"_s)->trigger();
        QTRY_COMPARE(desk.steps(), steps + 1);
        const RegionBounds box = bounds(desk.shot()->regions.first().area, 16.0 / 9);
        QVERIFY2(std::abs(box.min.y() - 0.35) < 0.008, qPrintable(QString::number(box.min.y())));
    }

    // --- copying ---
    void motionGoesToAnotherShot()
    {
        Film two = test::film()
                       .scene(u"INT. ROOM"_s)
                       .shot(u"1A"_s, 48)
                       .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}})
                       .arrow({{0.5, 0.5}, {0.8, 0.5}}, 0.25, 0.75)
                       .shot(u"1B"_s, 24)
                       .shot(u"1C"_s, 24)
                       .region({{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.2}, {0.1, 0.2}})
                       .change([](Shot& shot) { shot.regions[0].name = u"Region 1"_s; })
                       .build();
        PaperDesk desk(two);
        const QString name = desk.shot()->regions.first().name;
        QVERIFY(copyMotion(desk.session));
        QVERIFY(canPasteMotion());
        const auto edit = [&](const QString& text, const auto& change) {
            return bool(desk.document.edit(text, change));
        };
        const ShotId b = desk.document.film().shotNamed(u"1B"_s)->id;
        const ShotId c = desk.document.film().shotNamed(u"1C"_s)->id;
        QVERIFY(pasteMotion(desk.session, {b, c}, false, edit));
        QCOMPARE(desk.steps(), 1);
        const auto shotB = desk.document.film().shot(b);
        QCOMPARE(shotB->regions.size(), 1);
        QCOMPARE(shotB->regions[0].motions[0].path.from, 0.25);
        QVERIFY(shotB->regions[0].id != desk.shot()->regions[0].id);
        QVERIFY(desk.document.film().check());
        const auto shotC = desk.document.film().shot(c);
        if (name == u"Region 1"_s) { // of the same name: it keeps its shape
            QCOMPARE(shotC->regions.size(), 1);
            QVERIFY(isNear(shotC->regions[0].motions[0].path.points.front(), 0.15, 0.15));
        }
    }

    // --- the speed curve ---
    void thePointsOfACurveAreDragged()
    {
        SpeedCurveField field;
        field.resize(220, 112);
        field.setCurve({Ease::Anticipate, {}});
        QSignalSpy dragged(&field, &SpeedCurveField::dragged);
        QSignalSpy edited(&field, &SpeedCurveField::edited);
        const auto points = pointsLike(field.curve());
        const QPointF from = field.place(points[1]), to = field.place({0.4, -0.2});
        QTest::mousePress(&field, Qt::LeftButton, {}, from.toPoint());
        QMouseEvent move(QEvent::MouseMove, to, field.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(&field, &move);
        QCOMPARE(dragged.count(), 1);
        QCOMPARE(edited.count(), 0);
        QTest::mouseRelease(&field, Qt::LeftButton, {}, to.toPoint());
        QCOMPARE(edited.count(), 1);
        QCOMPARE(int(field.curve().ease), int(Ease::Custom));
        QVERIFY(std::abs(field.curve().points[1].y() + 0.2) < 0.02);
        const std::size_t count = field.curve().points.size();
        const QPointF place = field.place({0.9, 0.5});
        QTest::mouseDClick(&field, Qt::LeftButton, {}, place.toPoint());
        QCOMPARE(field.curve().points.size(), count + 1);
        QTest::keyClick(&field, Qt::Key_Delete);
        QCOMPARE(field.curve().points.size(), count);
    }

    void escapeDropsADragOfTheCurve()
    {
        SpeedCurveField field;
        field.resize(220, 112);
        const SpeedCurve before{Ease::InOut, {}};
        field.setCurve(before);
        QSignalSpy dropped(&field, &SpeedCurveField::dropped);
        const QPointF from = field.place({0.5, 0.5}), to = field.place({0.5, 0.9});
        QTest::mousePress(&field, Qt::LeftButton, {}, from.toPoint());
        QMouseEvent move(QEvent::MouseMove, to, field.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(&field, &move);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(dropped.count(), 1);
        QVERIFY(field.curve() == before);
    }

    // --- sequences ---
    void arrowsOfARegionChangePlaces()
    {
        ShotRegion region = *withTwoArrows().shotNamed(u"1A"_s)->regions.begin();
        const MotionId second = region.motions[1].id;
        moveInSequence(region, second, 0);
        QCOMPARE(region.motions[0].id, second);
        QCOMPARE(region.motions[0].path.from, 0.0);
        QCOMPARE(region.motions[1].path.to, 1.0);
        QVERIFY(isNear(region.motions[0].path.points.front(), 0.25, 0.5, 1e-9));
        QVERIFY(isNear(region.motions[1].path.points.front(), 0.25, 0.8, 1e-9));
        retime(region, second, 0.0, 0.3, 0.01);
        QCOMPARE(region.motions[1].path.from, 0.3); // they stay in touch
    }

    void regionsOfAnotherPanelAreOutOfSightAndReach()
    {
        PaperDesk desk(test::film()
                           .shot(u"1A"_s, 48)
                           .panel(0.5)
                           .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}})
                           .arrow({{0.5, 0.5}, {0.8, 0.5}})
                           .build());
        const auto shot = desk.shot();
        const auto painted = [&](int panel) {
            QImage image(800, 450, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            OverlayState state;
            state.panel = shot->panels[panel]->id;
            Overlay().paint(painter, CanvasFrame{QRectF(0, 0, 800, 450)}, *shot, state, {24, 1});
            painter.end();
            return image;
        };
        QImage blankPaper(800, 450, QImage::Format_ARGB32_Premultiplied);
        blankPaper.fill(Qt::white);
        QCOMPARE(painted(0), blankPaper);
        QVERIFY(painted(1) != blankPaper);
        desk.session.setTool(ToolKind::Select);
        desk.session.setPanel(shot->panels[0]->id);
        desk.click(0.45, 0.45);
        QVERIFY(!desk.session.regionId());
        desk.click(0.65, 0.5); // on the arrow
        QVERIFY(!desk.session.motionId());
        desk.session.setPanel(shot->panels[1]->id);
        desk.click(0.45, 0.45);
        QVERIFY(desk.session.regionId() == shot->regions.first().id);
        desk.click(0.65, 0.5);
        QVERIFY(desk.session.motionId().has_value());
    }

    void whoFollowedARemovedRegionFollowsItsLeader()
    {
        Shot shot = *test::firstShot(withTwoArrows());
        ShotRegion b = shot.regions[0], c = shot.regions[0];
        b.id = RegionId::create();
        c.id = RegionId::create();
        b.follows = shot.regions[0].id;
        c.follows = b.id;
        shot.regions.append(b);
        shot.regions.append(c);
        removeRegions(shot, {b.id});
        QVERIFY(shot.regions.last().follows == shot.regions.first().id);
        removeRegions(shot, {shot.regions.first().id});
        QVERIFY(!shot.regions.last().follows);
    }
};

QTEST_MAIN(MotionTest)
#include "tst_motion.moc"
