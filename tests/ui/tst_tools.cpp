#include "core/geometry/region.h"
#include "core/project/editing.h"
#include "tests/ui/paperdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::blank;
using test::isNear;
using test::PaperDesk;
using test::withArrow;
using namespace Qt::StringLiterals;

class ToolsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- pen and eraser ---
    void aPenStrokeIsOneStep()
    {
        PaperDesk desk(blank());
        desk.drag({{0.2, 0.3}, {0.6, 0.3}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.document.undoStack().undoText(), u"Draw"_s);
        const auto& strokes = desk.shot()->panels.first()->layers.first().strokes;
        QCOMPARE(strokes.size(), 1);
        const Stroke& stroke = *strokes.first();
        QVERIFY(stroke.points.size() > 4);
        QVERIFY(isNear({stroke.points.first().x, stroke.points.first().y}, 0.2, 0.3));
        QVERIFY(isNear({stroke.points.last().x, stroke.points.last().y}, 0.6, 0.3));
        QCOMPARE(stroke.points.first().pressure, 0.5F);
        desk.document.undoStack().undo();
        QVERIFY(desk.shot()->panels.first()->layers.first().strokes.isEmpty());
    }

    void aClickIsADot()
    {
        PaperDesk desk(blank());
        desk.click(0.5, 0.5);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->panels.first()->layers.first().strokes.size(), 1);
    }

    void aTabletDrawsWithItsPressure()
    {
        PaperDesk desk(blank());
        desk.pen(QEvent::TabletPress, 0.2, 0.5, 0.1);
        for (int i = 1; i <= 20; ++i)
            desk.pen(QEvent::TabletMove, 0.2 + 0.02 * i, 0.5, 0.1 + 0.04 * i);
        desk.pen(QEvent::TabletRelease, 0.6, 0.5, 0.0);
        QCOMPARE(desk.steps(), 1);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QVERIFY(stroke.points.first().pressure < 0.2F);
        float most = 0;
        for (const StrokePoint& point : stroke.points)
            most = std::max(most, point.pressure);
        QVERIFY(most > 0.7F);
        QCOMPARE(stroke.brush, Brush::Ink);
    }

    void theOtherEndOfThePenErases()
    {
        PaperDesk desk(blank());
        constexpr auto kEraser = QPointingDevice::PointerType::Eraser;
        desk.pen(QEvent::TabletPress, 0.2, 0.5, 0.5, kEraser);
        desk.pen(QEvent::TabletMove, 0.4, 0.5, 0.5, kEraser);
        desk.pen(QEvent::TabletRelease, 0.4, 0.5, 0.0, kEraser);
        QCOMPARE(desk.steps(), 1);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QCOMPARE(stroke.brush, Brush::Eraser);
        QCOMPARE(stroke.width, desk.session.brush().eraserWidth);
    }

    void shiftDrawsAStraightLine()
    {
        PaperDesk desk(blank());
        desk.drag({{0.2, 0.2}, {0.4, 0.7}, {0.8, 0.3}}, Qt::ShiftModifier);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QCOMPARE(stroke.points.size(), 2);
        QVERIFY(isNear({stroke.points.last().x, stroke.points.last().y}, 0.8, 0.3));
    }

    void theBrushGrowsForTheToolInHand()
    {
        PaperDesk desk(blank());
        const BrushSettings before = desk.session.brush();
        desk.canvas.largerBrush();
        QVERIFY(desk.session.brush().width > before.width);
        QCOMPARE(desk.session.brush().eraserWidth, before.eraserWidth);
        desk.canvas.smallerBrush();
        QVERIFY(std::abs(desk.session.brush().width - before.width) < 1e-12);
        desk.session.setTool(ToolKind::Region);
        for (int i = 0; i < 100; ++i)
            desk.canvas.smallerBrush();
        QVERIFY(desk.session.brush().regionRadius > 0);
        QCOMPARE(desk.session.brush().width, before.width);
    }

    void aToolSaysHowItIsUsed()
    {
        PaperDesk desk(blank());
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.session.setTool(ToolKind::Camera);
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(u"Alt"_s));
    }

    void escapeDropsTheStroke()
    {
        PaperDesk desk(blank());
        desk.press(0.2, 0.2);
        desk.moveTo(0.5, 0.5);
        desk.key(Qt::Key_Escape);
        desk.release(0.6, 0.6);
        QCOMPARE(desk.steps(), 0);
        QVERIFY(desk.shot()->panels.first()->layers.first().strokes.isEmpty());
    }

    void drawingBeyondTheFrameIsKept()
    {
        PaperDesk desk(blank());
        desk.drag({{-0.02, 0.5}, {0.3, 0.5}});
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QVERIFY(stroke.points.first().x < 0);
    }

    void aLockedLayerSaysSo()
    {
        PaperDesk desk(blank());
        const auto change = [](Layer& layer) {
            layer.isLocked = true;
            return Result<void>();
        };
        QVERIFY(desk.document.edit(u"lock"_s, [&](Film& film) {
            return changeLayer(film, desk.shot()->id, *desk.session.layerId(), change);
        }));
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.2, 0.3}, {0.6, 0.3}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(said.count(), 1);
    }

    void aPenOnAWatchedFrameGoesBackToThePanel()
    {
        PaperDesk desk(withArrow());
        desk.session.setPlayhead(20);
        QVERIFY(desk.canvas.isWatching());
        desk.press(0.2, 0.2);
        QCOMPARE(desk.session.playhead(), FrameIndex(0));
        QVERIFY(!desk.canvas.isWatching());
        desk.release(0.2, 0.2);
        QCOMPARE(desk.steps(), 1);
    }

    void drawingStopsThePlaying()
    {
        PaperDesk desk(withArrow());
        desk.session.setPlayhead(20);
        desk.session.setPlaying(true);
        QSignalSpy asked(&desk.canvas, &CanvasView::stopAsked);
        desk.click(0.2, 0.2);
        QCOMPARE(asked.count(), 1);
    }

    // --- regions ---
    void theMotionBrushMakesARegion()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Region);
        desk.drag({{0.3, 0.3}, {0.5, 0.4}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->regions.size(), 1);
        const ShotRegion region = desk.shot()->regions.first();
        QCOMPARE(region.name, u"Region 1"_s);
        QCOMPARE(region.layer, *desk.session.layerId());
        QVERIFY(desk.session.regionId() == region.id);
        QVERIFY(region.area.feather > 0);
        desk.drag({{0.7, 0.7}, {0.8, 0.8}}); // elsewhere: another one
        QCOMPARE(desk.shot()->regions.size(), 2);
        QCOMPARE(desk.shot()->regions.last().name, u"Region 2"_s);
    }

    void shiftAddsAndAltTakesAway()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Region);
        desk.drag({{0.3, 0.3}, {0.5, 0.3}});
        desk.drag({{0.7, 0.7}, {0.8, 0.7}}, Qt::ShiftModifier);
        desk.drag({{0.35, 0.3}, {0.36, 0.3}}, Qt::AltModifier);
        QCOMPARE(desk.steps(), 3);
        QCOMPARE(desk.shot()->regions.size(), 1);
        const Region area = desk.shot()->regions.first().area;
        QCOMPARE(area.strokes.size(), std::size_t(3));
        QVERIFY(contains(area, {0.75, 0.7}, 16.0 / 9));
        QVERIFY(!contains(area, {0.355, 0.3}, 16.0 / 9));
        QVERIFY(contains(area, {0.47, 0.3}, 16.0 / 9));
    }

    void altWithoutARegionSaysWhatToDo()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Region);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.3, 0.3}, {0.5, 0.3}}, Qt::AltModifier);
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.steps(), 0);
    }

    void aLassoDrawnFreehandIsARegion()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.drag({{0.3, 0.3}, {0.6, 0.3}, {0.6, 0.6}, {0.3, 0.6}, {0.3, 0.32}});
        QCOMPARE(desk.steps(), 1);
        const Region area = desk.shot()->regions.first().area;
        QVERIFY(contains(area, {0.45, 0.45}, 16.0 / 9));
        QVERIFY(!contains(area, {0.75, 0.45}, 16.0 / 9));
        QVERIFY(area.outlines.front().size() < 12);
    }

    void aLassoClickedCornerByCornerClosesOnReturn()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.click(0.3, 0.3);
        desk.click(0.6, 0.3);
        desk.click(0.5, 0.7);
        QCOMPARE(desk.steps(), 0);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->regions.first().area.outlines.front().size(), std::size_t(3));
    }

    void escapeDropsTheLasso()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.click(0.3, 0.3);
        desk.click(0.6, 0.3);
        desk.key(Qt::Key_Escape);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 0);
    }

    // --- arrows ---
    void anArrowNeedsARegion()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Arrow);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.3, 0.3}, {0.6, 0.3}});
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.steps(), 0);
    }

    void anArrowIsDrawnFromTheRegionUnderIt()
    {
        PaperDesk desk(withArrow());
        QVERIFY(desk.document.edit(u"clear"_s, [&](Film& film) {
            return changeShot(film, desk.shot()->id, [](Shot& shot) {
                shot.regions.first().motions.clear();
                return Result<void>();
            });
        }));
        desk.session.setTool(ToolKind::Arrow);
        QSignalSpy drafts(&desk.session, &Session::draftChanged);
        desk.drag({{0.5, 0.55}, {0.5, 0.85}});
        QVERIFY(drafts.count() > 4); // it played while it was drawn
        QVERIFY(!desk.session.hasDraft());
        QCOMPARE(desk.steps(), 2);
        QCOMPARE(desk.document.undoStack().undoText(), u"Draw motion arrow"_s);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 1);
        const auto points = motions.first().path.points;
        QVERIFY(points.size() <= 4);
        QVERIFY(isNear(points.front(), 0.5, 0.55) && isNear(points.back(), 0.5, 0.85));
        QVERIFY(desk.session.motionId() == motions.first().id);
    }

    void anArrowFromTheTipContinuesTheWay()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.drag({{0.8, 0.5}, {0.8, 0.9}});
        QCOMPARE(desk.steps(), 1);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 2);
        QCOMPARE(motions[0].path.to, motions[1].path.from);
        QCOMPARE(motions[1].path.to, 1.0);
        QVERIFY(isNear(motions[1].path.points.front(), 0.8, 0.5, 1e-6));
        // The longer way gets more of the time: 0.53 picture heights against 0.4.
        QVERIFY(std::abs(motions[0].path.to - 0.533 / 0.933) < 0.02);
    }

    void escapeDropsTheArrow()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.press(0.45, 0.42);
        desk.moveTo(0.45, 0.2);
        desk.moveTo(0.45, 0.1);
        QVERIFY(desk.session.hasDraft());
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.session.hasDraft());
        desk.release(0.45, 0.1);
        QCOMPARE(desk.steps(), 0);
        QCOMPARE(desk.shot()->regions.first().motions.size(), 1);
    }

    void anArrowIsClickedPointByPoint()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.click(0.45, 0.42);
        desk.click(0.45, 0.2);
        desk.click(0.2, 0.2);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 1); // in the old arrow's place
        QCOMPARE(motions.first().path.points.size(), std::size_t(3));
        QVERIFY(isNear(motions.first().path.points.back(), 0.2, 0.2));
    }

    // --- select ---
    void anArrowsPointIsDragged()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.7, 0.5);
        QVERIFY(desk.session.motionId());
        QCOMPARE(desk.steps(), 0);
        desk.drag({{0.8, 0.5}, {0.8, 0.3}});
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QVERIFY(isNear(points.back(), 0.8, 0.3) && isNear(points.front(), 0.5, 0.5));
    }

    void aWholeArrowIsDragged()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.drag({{0.7, 0.5}, {0.7, 0.6}});
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QVERIFY(isNear(points.front(), 0.5, 0.6) && isNear(points.back(), 0.8, 0.6));
    }

    void aDoubleClickOnAnArrowAddsAPoint()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.doubleClick(0.7, 0.5);
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QCOMPARE(points.size(), std::size_t(3));
        QVERIFY(isNear(points[1], 0.7, 0.5));
    }

    void aRegionIsDraggedWithItsArrow()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.drag({{0.45, 0.57}, {0.35, 0.47}});
        QCOMPARE(desk.steps(), 1);
        const ShotRegion region = desk.shot()->regions.first();
        QVERIFY(isNear(region.area.outlines.front().front(), 0.3, 0.3));
        QVERIFY(isNear(region.motions.first().path.points.front(), 0.4, 0.4));
    }

    void deleteTakesTheArrowAndThenTheRegion()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.7, 0.5);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.shot()->regions.size(), 1);
        QVERIFY(desk.shot()->regions.first().motions.isEmpty());
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->regions.isEmpty());
        QCOMPARE(desk.steps(), 2);
    }

    void aRegionInALargeOneIsWithinReach()
    {
        PaperDesk desk(test::film()
                           .scene(u"EXT. ROAD"_s)
                           .shot(u"1A"_s, 48)
                           .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}})
                           .region({{-0.1, -0.1}, {1.1, -0.1}, {1.1, 1.1}, {-0.1, 1.1}})
                           .build());
        const auto runner = desk.shot()->regions.first().id;
        const auto snow = desk.shot()->regions.last().id;
        desk.session.setTool(ToolKind::Select);
        desk.click(0.2, 0.8);
        QVERIFY(desk.session.regionId() == snow);
        desk.click(0.45, 0.55);
        QVERIFY(desk.session.regionId() == runner);
    }

    void aClickOnNothingSelectsNothing()
    {
        PaperDesk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.45, 0.55);
        QVERIFY(desk.session.regionId());
        desk.click(0.1, 0.1);
        QVERIFY(!desk.session.regionId());
        QCOMPARE(desk.steps(), 0);
    }

    void everyGestureUndoesToTheSameFilm_data()
    {
        QTest::addColumn<ToolKind>("tool");
        QTest::newRow("pen") << ToolKind::Pen;
        QTest::newRow("eraser") << ToolKind::Eraser;
        QTest::newRow("motion brush") << ToolKind::Region;
        QTest::newRow("lasso") << ToolKind::Lasso;
        QTest::newRow("arrow") << ToolKind::Arrow;
        QTest::newRow("camera") << ToolKind::Camera;
        QTest::newRow("select") << ToolKind::Select;
    }
    void everyGestureUndoesToTheSameFilm()
    {
        QFETCH(ToolKind, tool);
        const Film film = withArrow();
        PaperDesk desk(film);
        desk.session.setTool(tool);
        desk.drag({{0.43, 0.56}, {0.6, 0.7}, {0.3, 0.75}});
        QCOMPARE(desk.steps(), 1);
        QVERIFY(desk.document.film().check());
        const Film after = desk.document.film();
        QVERIFY(!(after == film));
        desk.document.undoStack().undo();
        QVERIFY(desk.document.film() == film);
        desk.document.undoStack().redo();
        QVERIFY(desk.document.film() == after);
    }

    // --- watching ---
    void thePictureOfAMovedShotIsShown()
    {
        PaperDesk desk(withArrow());
        desk.session.setPlayhead(24);
        QVERIFY(desk.canvas.isWatching());
        desk.canvas.setPicture(24, Image::ofColour(320, 180, 10, 200, 30));
        const QPoint at = desk.at(0.1, 0.9);
        QCOMPARE(desk.canvas.grab().toImage().pixelColor(at), QColor(10, 200, 30));
        desk.session.setPlayhead(0);
        QVERIFY(!desk.canvas.isWatching());
        QCOMPARE(desk.canvas.grab().toImage().pixelColor(at), desk.document.film().settings.paper);
    }

    void spaceTappedPlaysAndHeldPans()
    {
        PaperDesk desk(blank());
        QSignalSpy toggled(&desk.canvas, &CanvasView::playToggled);
        desk.key(Qt::Key_Space);
        QCOMPARE(toggled.count(), 1);
        const QPointF before = desk.canvas.canvasFrame().rect.topLeft();
        QTest::keyPress(&desk.canvas, Qt::Key_Space);
        desk.press(0.5, 0.5);
        const QPointF to = desk.at(0.5, 0.5) + QPoint(20, 10);
        QMouseEvent move(QEvent::MouseMove, to, desk.canvas.mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(&desk.canvas, &move);
        QTest::mouseRelease(&desk.canvas, Qt::LeftButton, {}, to.toPoint());
        QTest::keyRelease(&desk.canvas, Qt::Key_Space);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(desk.steps(), 0);
        QVERIFY(desk.canvas.canvasFrame().rect.topLeft() != before);
    }
};

QTEST_MAIN(ToolsTest)
#include "tst_tools.moc"
