#include "core/project/drawing.h"
#include "tests/ui/paperdesk.h"
#include "ui/brush/penfeel.h"
#include "ui/canvas/stabiliser.h"
#include "ui/canvas/textkeys.h"

#include <QSignalSpy>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

const QList<std::shared_ptr<const Stroke>>& strokes(const PaperDesk& desk)
{
    static QList<std::shared_ptr<const Stroke>> kept;
    kept = desk.shot()->panels[0]->layers[0].strokes;
    return kept;
}

void tilted(PaperDesk& desk, QEvent::Type type, double x, double y, double pressure, int xTilt,
            int yTilt)
{
    static const QPointingDevice device(
        u"tilting pen"_s, 91, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure
            | QInputDevice::Capability::XTilt | QInputDevice::Capability::YTilt,
        1, 3);
    const QPointF place = desk.canvas.canvasFrame().toWidget(Eigen::Vector2d(x, y));
    QTabletEvent event(type, &device, place, desk.canvas.mapToGlobal(place), pressure, float(xTilt),
                       float(yTilt), 0, 0, 0, {}, Qt::LeftButton, Qt::LeftButton);
    QCoreApplication::sendEvent(&desk.canvas, &event);
}

void set(PaperDesk& desk, const std::function<void(BrushSettings&)>& change)
{
    BrushSettings brush = desk.session.brush();
    change(brush);
    desk.session.setBrush(brush);
}

void steady(PaperDesk& desk, Steadying kind, double strength)
{
    PenFeel feel;
    feel.steadying = kind;
    feel.strength = strength;
    desk.session.setPenFeel(feel);
}

/// The field that takes the typing now.
TextKeys* keysOn(PaperDesk& desk)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return desk.canvas.findChild<TextKeys*>();
}

PointerEvent at(double x, double y)
{
    PointerEvent event;
    event.position = {x, y};
    return event;
}

const CanvasFrame kFrame{QRectF(0, 0, 1600, 900)};

} // namespace

class DrawingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- pen ---
    void pressureAndTiltReachTheStroke()
    {
        PaperDesk desk(blank());
        steady(desk, Steadying::None, 0);
        tilted(desk, QEvent::TabletPress, 0.2, 0.5, 0.25, 0, 0);
        tilted(desk, QEvent::TabletMove, 0.4, 0.5, 0.5, 30, 0);
        tilted(desk, QEvent::TabletMove, 0.6, 0.5, 1.0, 60, 60);
        tilted(desk, QEvent::TabletRelease, 0.6, 0.5, 0, 60, 60);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(strokes(desk).size(), 1);
        const QList<StrokePoint> points = strokes(desk)[0]->points;
        QCOMPARE(points.size(), 3);
        QCOMPARE(points[0].pressure, 0.25F);
        QCOMPARE(points[0].tilt, 0.0F);
        QCOMPARE(points[1].pressure, 0.5F);
        QVERIFY(std::abs(points[1].tilt - 0.5F) < 0.01F);
        QCOMPARE(points[2].pressure, 1.0F);
        QCOMPARE(points[2].tilt, 1.0F);
    }

    void curvesBendWhatThePenSays()
    {
        PaperDesk desk(blank());
        PenFeel feel;
        feel.steadying = Steadying::None;
        feel.pressure = PenCurve({{0, 0.2}, {1, 0.2}});
        feel.tilt = PenCurve({{0, 1}, {1, 1}});
        desk.session.setPenFeel(feel);
        tilted(desk, QEvent::TabletPress, 0.2, 0.5, 0.9, 0, 0);
        tilted(desk, QEvent::TabletMove, 0.5, 0.5, 0.4, 0, 0);
        tilted(desk, QEvent::TabletRelease, 0.5, 0.5, 0, 0, 0);
        const QList<StrokePoint> points = strokes(desk)[0]->points;
        QVERIFY(std::abs(points[1].pressure - 0.2F) < 1e-5F);
        QVERIFY(std::abs(points[1].tilt - 1.0F) < 1e-5F);
    }

    void everySampleOfAFastPenIsKept()
    {
        QVERIFY(!QCoreApplication::testAttribute(Qt::AA_CompressTabletEvents));
        PaperDesk desk(blank());
        steady(desk, Steadying::None, 0);
        tilted(desk, QEvent::TabletPress, 0.1, 0.5, 0.5, 0, 0);
        for (int i = 1; i <= 300; ++i)
            tilted(desk, QEvent::TabletMove, 0.1 + 0.0026 * i, 0.5 + 0.1 * std::sin(i * 0.1), 0.5,
                   0, 0);
        tilted(desk, QEvent::TabletRelease, 0.88, 0.5 + 0.1 * std::sin(30.0), 0, 0, 0);
        QCOMPARE(strokes(desk)[0]->points.size(), 301);
    }

    void aMousePressesByHalf()
    {
        PaperDesk desk(blank());
        desk.drag({{0.2, 0.5}, {0.8, 0.5}});
        for (const StrokePoint& point : strokes(desk)[0]->points)
            QCOMPARE(point.pressure, 0.5F);
    }

    void thePensOtherEndErasesSoftlyWhenWanted()
    {
        PaperDesk desk(blank());
        set(desk, [](BrushSettings& brush) { brush.isEraserSoft = true; });
        const auto eraser = QPointingDevice::PointerType::Eraser;
        desk.pen(QEvent::TabletPress, 0.2, 0.5, 0.5, eraser);
        desk.pen(QEvent::TabletMove, 0.6, 0.5, 0.5, eraser);
        desk.pen(QEvent::TabletRelease, 0.6, 0.5, 0, eraser);
        QCOMPARE(strokes(desk)[0]->brush, Brush::SoftEraser);
    }

    void shiftWithCtrlSnapsToFifteenDegrees()
    {
        PaperDesk desk(blank());
        desk.press(0.2, 0.5, Qt::ShiftModifier);
        desk.moveTo(0.7, 0.53, Qt::ShiftModifier | Qt::ControlModifier);
        desk.release(0.7, 0.53, Qt::ShiftModifier | Qt::ControlModifier);
        const QList<StrokePoint> points = strokes(desk)[0]->points;
        QCOMPARE(points.size(), 2);
        QVERIFY(std::abs(points[0].y - points[1].y) < 1e-4F);
    }

    void ctrlAltDragChangesTheSizeAndDrawsNothing()
    {
        PaperDesk desk(blank());
        const double before = desk.session.brush().width;
        desk.drag({{0.4, 0.5}, {0.5, 0.5}}, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(desk.session.brush().width > before + 0.1);
        QCOMPARE(desk.steps(), 0);
        const double larger = desk.session.brush().width;
        desk.press(0.4, 0.5, Qt::ControlModifier | Qt::AltModifier);
        desk.moveTo(0.3, 0.5, Qt::ControlModifier | Qt::AltModifier);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.session.brush().width, larger);
        desk.release(0.3, 0.5);
    }

    // --- steadying ---
    void anAverageCatchesUpAndKeepsWhatWasSeen()
    {
        Stabiliser steady(Steadying::Average, 0.8, kFrame);
        steady.begin(at(0.1, 0.5));
        QList<PointerEvent> seen;
        for (int i = 1; i <= 40; ++i)
            seen.append(*steady.follow(at(0.1 + 0.01 * i, 0.5 + (i % 2 ? 0.004 : -0.004))));
        QVERIFY(seen.last().position.x() < 0.49); // lags
        double rough = 0;
        for (qsizetype i = 25; i < seen.size(); ++i)
            rough = std::max(rough, std::abs(seen[i].position.y() - 0.5));
        QVERIFY(rough < 0.0012);
        const QList<PointerEvent> rest = steady.end(at(0.5, 0.5));
        QVERIFY((rest.last().position - Eigen::Vector2d(0.5, 0.5)).norm() < 1e-9);
        for (qsizetype i = 1; i < rest.size(); ++i)
            QVERIFY(rest[i].position.x() >= rest[i - 1].position.x() - 1e-12);
    }

    void aStringHoldsTheLineBack()
    {
        Stabiliser steady(Steadying::String, 0.5, kFrame);
        steady.begin(at(0.2, 0.5));
        QVERIFY(!steady.follow(at(0.21, 0.5))); // slack
        const auto pulled = steady.follow(at(0.6, 0.5));
        QVERIFY(pulled && pulled->position.x() > 0.4 && pulled->position.x() < 0.59);
        QVERIFY(steady.string());
        const QList<PointerEvent> rest = steady.end(at(0.6, 0.5));
        QVERIFY((rest.last().position - Eigen::Vector2d(0.6, 0.5)).norm() < 1e-9);
        QCOMPARE(rest.last().pressure, pulled->pressure);
        QVERIFY(rest.first().position.x() > pulled->position.x());
    }

    void aStringThatDoesNotCatchUpEndsWhereItIs()
    {
        Stabiliser steady(Steadying::String, 0.5, kFrame, false);
        steady.begin(at(0.2, 0.5));
        QVERIFY(steady.follow(at(0.6, 0.5)));
        QVERIFY(steady.end(at(0.6, 0.5)).isEmpty());
    }

    void theDrawnLineComesUpToThePen()
    {
        PaperDesk desk(blank());
        PenFeel feel;
        feel.steadying = Steadying::String;
        feel.strength = 0.5;
        for (const bool catchesUp : {true, false}) {
            feel.catchesUp = catchesUp;
            desk.session.setPenFeel(feel);
            desk.drag({{0.2, 0.5}, {0.6, 0.5}});
            const StrokePoint end = strokes(desk).last()->points.last();
            QCOMPARE(std::abs(double(end.x) - 0.6) < 0.004, catchesUp);
        }
        QCOMPARE(desk.steps(), 2);
    }

    void noSteadyingIsTheHandItself()
    {
        Stabiliser steady(Steadying::None, 1, kFrame);
        steady.begin(at(0.1, 0.1));
        QCOMPARE(steady.follow(at(0.3, 0.4))->position, Eigen::Vector2d(0.3, 0.4));
    }

    void curvesSurviveNonsense_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : {u""_s, u";;;"_s, u"nan nan;1 1"_s, u"1e400 2;3 4"_s, u"0 0"_s,
                                    u"0.5 0.5;0.5 0.6"_s, u"-4 9;7 -2"_s, QString(5000, u'1'),
                                    u"0 0;0.1 1;0.2 0;0.3 1;0.4 0;0.5 1;0.6 0;0.7 "
                                    "1;0.8 0;0.9 1;1 0"_s})
            QTest::newRow(qPrintable(text.left(20))) << text;
    }
    void curvesSurviveNonsense()
    {
        QFETCH(QString, text);
        const PenCurve curve = PenCurve::fromText(text);
        QVERIFY(curve.points().size() >= 2 && curve.points().size() <= PenCurve::kMostPoints);
        for (int i = 0; i <= 100; ++i) {
            const double y = curve.at(i / 100.0);
            QVERIFY(y >= 0 && y <= 1);
        }
        QCOMPARE(PenCurve::fromText(curve.toText()).points().size(), curve.points().size());
    }

    // --- shapes ---
    void rectanglesAreSquareWithShiftAndGrowFromTheMiddleWithAlt()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Rectangle);
        desk.drag({{0.3, 0.3}, {0.5, 0.5}}, Qt::ShiftModifier);
        const Stroke square = *strokes(desk)[0];
        float left = 1, right = 0, top = 1, bottom = 0;
        for (const StrokePoint& p : square.points) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
        const double aspect = desk.canvas.canvasFrame().aspect();
        QVERIFY(std::abs((right - left) * aspect - (bottom - top)) < 0.004);
        desk.press(0.5, 0.5);
        desk.moveTo(0.6, 0.7, Qt::AltModifier);
        desk.release(0.6, 0.7, Qt::AltModifier);
        const Stroke middle = *strokes(desk)[1];
        QVERIFY(std::abs(middle.points[0].x - 0.4F) < 0.004F);
        QVERIFY(std::abs(middle.points[0].y - 0.3F) < 0.004F);
        QCOMPARE(desk.steps(), 2);
    }

    void shapesAreFilledWhenWanted()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Ellipse);
        set(desk, [](BrushSettings& brush) { brush.isShapeFilled = true; });
        desk.drag({{0.3, 0.3}, {0.6, 0.6}});
        QCOMPARE(strokes(desk)[0]->brush, Brush::Fill);
        QCOMPARE(strokes(desk)[0]->width, 0.0);
    }

    void polygonsAreClickedAndClosedAtTheirFirstPoint()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Polygon);
        desk.click(0.3, 0.3);
        desk.click(0.6, 0.3);
        desk.click(0.45, 0.6);
        QCOMPARE(desk.steps(), 0);
        desk.click(0.3, 0.3);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(strokes(desk)[0]->points.size(), 8); // four corners, each twice
        desk.session.setTool(ToolKind::Curve);
        desk.click(0.2, 0.8);
        desk.click(0.5, 0.7);
        desk.click(0.8, 0.8);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 2);
        QCOMPARE(strokes(desk)[1]->points.size(), 3);
        desk.click(0.2, 0.2);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.steps(), 2);
    }

    // --- fill ---
    void fillStaysWithinItsLinesAndLiesBelowThem()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Rectangle);
        set(desk, [](BrushSettings& brush) { brush.width = 0.01; });
        desk.drag({{0.3, 0.3}, {0.6, 0.6}});
        desk.session.setTool(ToolKind::FillArea);
        set(desk, [](BrushSettings& brush) { brush.colour = QColor(200, 40, 30); });
        desk.click(0.45, 0.45);
        QTRY_COMPARE(desk.steps(), 2);
        QCOMPARE(strokes(desk)[0]->brush, Brush::Fill);
        QCOMPARE(strokes(desk)[1]->brush, Brush::Ink);
        for (const StrokePoint& p : strokes(desk)[0]->points) {
            QVERIFY(p.x > 0.295F && p.x < 0.605F);
            QVERIFY(p.y > 0.295F && p.y < 0.605F);
        }
        // On top by choice.
        set(desk, [](BrushSettings& brush) { brush.fillsOnTop = true; });
        desk.click(0.1, 0.1);
        QTRY_COMPARE(desk.steps(), 3);
        QCOMPARE(strokes(desk).last()->brush, Brush::Fill);
    }

    // --- text ---
    void textIsTypedInPlaceAndChangedAgain()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Text);
        desk.click(0.3, 0.4);
        auto* keys = keysOn(desk);
        QVERIFY(keys);
        QTest::keyClicks(keys, u"Knock"_s);
        QTest::keyClick(keys, Qt::Key_Return);
        QTest::keyClicks(keys, u"12 b"_s);
        QCOMPARE(desk.steps(), 0);
        QTest::keyClick(keys, Qt::Key_Escape);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(strokes(desk)[0]->brush, Brush::Text);
        QCOMPARE(strokes(desk)[0]->text, u"Knock\n12 b"_s);
        QVERIFY(std::abs(strokes(desk)[0]->points[0].x - 0.3F) < 0.004F);
        // Again, and nothing of it.
        desk.click(0.302, 0.42);
        keys = keysOn(desk);
        QVERIFY(keys);
        QCOMPARE(keys->toPlainText(), u"Knock\n12 b"_s);
        keys->selectAll();
        QTest::keyClicks(keys, u"Wait"_s);
        QTest::keyClick(keys, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.steps(), 2);
        QCOMPARE(strokes(desk)[0]->text, u"Wait"_s);
        desk.click(0.302, 0.42);
        keys = keysOn(desk);
        QVERIFY(keys);
        keys->selectAll();
        QTest::keyClick(keys, Qt::Key_Delete);
        desk.click(0.8, 0.9); // elsewhere
        QCOMPARE(strokes(desk).size(), 0);
        QCOMPARE(desk.steps(), 3);
    }

    void nothingTypedLeavesNothing()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Text);
        desk.click(0.3, 0.4);
        QTest::keyClick(keysOn(desk), Qt::Key_Escape);
        QCOMPARE(desk.steps(), 0);
        QCOMPARE(strokes(desk).size(), 0);
    }

    // --- colour ---
    void theEyedropperTakesWhatIsSeen()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Rectangle);
        set(desk, [](BrushSettings& brush) {
            brush.isShapeFilled = true;
            brush.colour = QColor(20, 120, 200);
        });
        desk.drag({{0.3, 0.3}, {0.6, 0.6}});
        QTRY_VERIFY(desk.canvas.isSettled());
        set(desk, [](BrushSettings& brush) { brush.colour = Qt::black; });
        desk.session.setTool(ToolKind::Eyedropper);
        desk.click(0.45, 0.45);
        QCOMPARE(desk.session.brush().colour.name(), QColor(20, 120, 200).name());
        QCOMPARE(desk.steps(), 1);
        // Alt borrows it; the pen is in hand again at once.
        desk.session.setTool(ToolKind::Pen);
        desk.click(0.9, 0.9, Qt::AltModifier);
        QCOMPARE(desk.session.brush().colour.name(), FilmSettings{}.paper.name());
        QCOMPARE(desk.steps(), 1);
        desk.drag({{0.1, 0.1}, {0.2, 0.1}});
        QCOMPARE(desk.steps(), 2);
    }
};

QTEST_MAIN(DrawingTest)
#include "tst_drawing.moc"
