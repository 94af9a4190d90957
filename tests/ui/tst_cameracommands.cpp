#include "tests/ui/deskonfilm.h"
#include "ui/actions.h"
#include "ui/camera/cameracommands.h"
#include "ui/camera/cameradocks.h"
#include "ui/camera/camerafactsview.h"
#include "ui/camera/lensfield.h"
#include "ui/camera/sensorfield.h"
#include "ui/inspector/cameraform.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;
using test::DeskOnFilm;

namespace {

Film trucking(double metres = 2.0)
{
    return test::film().scene(u"EXT. SEA"_s).shot(u"1A"_s, 49).truck(metres).build();
}

} // namespace

class CameraCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFrameAtThePlayheadKeepsTheMove()
    {
        DeskOnFilm on(trucking());
        Actions actions;
        CameraCommands commands(*on.desk);
        commands.take(actions);
        on.desk->session().setPlayhead(24);
        actions.at(u"camera.addKey"_s)->trigger();
        const CameraPath camera = on.shot(u"1A"_s)->camera;
        QCOMPARE(camera.keys.size(), std::size_t(3));
        QVERIFY(std::abs(camera.keys[1].pose.position.x() - 1) < 1e-9);
        QCOMPARE(on.desk->session().cameraKey(), 1);
        QSignalSpy said(&commands, &CameraCommands::message);
        actions.at(u"camera.addKey"_s)->trigger();
        QCOMPARE(said.count(), 1);
        QCOMPARE(on.undo().count(), 1);
    }

    void theDocksComeOnTheirKeysAndAreMadeThen()
    {
        DeskOnFilm on(trucking());
        Actions actions;
        QMainWindow window;
        auto* bottom = new QDockWidget(u"boards"_s);
        auto* right = new QDockWidget(u"takes"_s);
        bottom->setObjectName(u"boards"_s);
        right->setObjectName(u"takes"_s);
        window.addDockWidget(Qt::BottomDockWidgetArea, bottom);
        window.addDockWidget(Qt::RightDockWidgetArea, right);
        window.resize(1200, 800);
        CameraDocks docks(window, *on.desk, actions, bottom, right);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const std::pair<QString, QDockWidget*> all[] = {{u"view.curves"_s, docks.curves()},
                                                        {u"view.topView"_s, docks.topView()},
                                                        {u"view.moves"_s, docks.moves()}};
        for (const auto& [id, dock] : all) {
            QVERIFY(dock->isHidden() && !dock->widget());
            QVERIFY(!actions.at(id)->shortcut().isEmpty());
            actions.at(id)->trigger();
            QTRY_VERIFY(dock->isVisible() && dock->widget());
            QVERIFY(actions.at(id)->isChecked());
        }
        actions.at(u"view.curves"_s)->trigger();
        QVERIFY(docks.curves()->isHidden());
        actions.at(u"view.reset"_s)->trigger();
        QVERIFY(docks.moves()->isHidden() && docks.topView()->isHidden());
        for (const auto& [id, dock] : all)
            delete dock->widget(); // they stand on the desk
    }

    void framesAreDuplicatedWalkedAndMovedInTime()
    {
        DeskOnFilm on(trucking());
        CameraCommands commands(*on.desk);
        commands.goToKey(1);
        QCOMPARE(on.desk->session().cameraKey(), 0);
        commands.goToKey(1);
        QCOMPARE(on.desk->session().cameraKey(), 1);
        QCOMPARE(on.desk->session().playhead(), FrameIndex(48));
        on.desk->session().setPlayhead(12);
        commands.duplicateKey();
        CameraPath camera = on.shot(u"1A"_s)->camera;
        QCOMPARE(camera.keys.size(), std::size_t(3));
        QCOMPARE(camera.keys[1].pose.position.x(), 2.0);
        QCOMPARE(camera.keys[1].at, 0.25);
        QCOMPARE(on.desk->session().cameraKey(), 1);
        commands.moveKeyInTime(2);
        QVERIFY(std::abs(on.shot(u"1A"_s)->camera.keys[1].at - 14.0 / 48) < 1e-9);
        QCOMPARE(on.undo().count(), 2);
        on.desk->session().setCameraKey(0);
        commands.moveKeyInTime(-1); // it is at the start already
        QCOMPARE(on.shot(u"1A"_s)->camera.keys[0].at, 0.0);
    }

    void aFastTruckIsSaidToJudderAndTheLinkGoesThere()
    {
        DeskOnFilm on(trucking(6.0));
        CameraFactsView view(*on.desk);
        view.show();
        QTRY_VERIFY(!view.warnings().isEmpty());
        QVERIFY(view.warnings().first().kind == CameraWarning::Kind::PaperRunsOut);
        QLabel* warning = nullptr;
        bool hasTrack = false;
        for (QLabel* label : view.findChildren<QLabel*>()) {
            if (label->textFormat() == Qt::RichText)
                warning = label;
            hasTrack = hasTrack || label->text().startsWith(u"6.00 m"_s);
        }
        QVERIFY(warning && hasTrack);
        QVERIFY(warning->text().contains(u"judder"_s));
        Q_EMIT warning->linkActivated(u"20"_s);
        QCOMPARE(on.desk->session().playhead(), FrameIndex(20));
    }

    void aStandingCameraHasNothingToSay()
    {
        DeskOnFilm on(test::film().scene(u"S"_s).shot(u"1A"_s, 48).build());
        CameraFactsView view(*on.desk);
        QVERIFY(CameraFactsView::rows(CameraFacts{}, 24.89).isEmpty());
        QTest::qWait(0);
        QVERIFY(view.warnings().isEmpty());
    }

    // Scrolling the page past them must not turn them.
    void theWheelLeavesBoxesAndSlidersAlone()
    {
        DeskOnFilm on(trucking());
        CameraForm form(*on.desk);
        form.show();
        QList<QWidget*> parts;
        for (QComboBox* box : form.findChildren<QComboBox*>())
            parts += box;
        for (QSlider* slider : form.findChildren<QSlider*>())
            parts += slider;
        QVERIFY(parts.size() > 4);
        form.setFocus();
        for (QWidget* part : parts) {
            QWheelEvent wheel(QPointF(4, 4), part->mapToGlobal(QPointF(4, 4)), {}, {0, -240},
                              Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(part, &wheel);
        }
        QCOMPARE(on.undo().count(), 0);
        QCOMPARE(on.film().settings.sensorWidthMm, kSuper35WidthMm);
    }

    void primesAreStepped()
    {
        LensField field;
        field.setValue(35, 24.89);
        QSignalSpy edited(&field, &LensField::edited);
        const auto buttons = field.findChildren<QToolButton*>();
        buttons[0]->click();
        QCOMPARE(edited.last()[0].toDouble(), 32.0);
        buttons[1]->click();
        QCOMPARE(edited.last()[0].toDouble(), 40.0);
        bool seesDegrees = false;
        for (const QLabel* label : field.findChildren<QLabel*>())
            seesDegrees = seesDegrees || label->text().startsWith(u"39.1"_s);
        QVERIFY(seesDegrees);
    }

    void theFilmsSensorKeepsLensesOrPictures()
    {
        DeskOnFilm on(trucking());
        SensorField field(*on.desk);
        const auto boxes = field.findChildren<QComboBox*>();
        const auto choose = [&](double width) {
            boxes[0]->setCurrentIndex(boxes[0]->findData(width));
            Q_EMIT boxes[0]->activated(boxes[0]->currentIndex());
        };
        choose(36.0);
        QCOMPARE(on.film().settings.sensorWidthMm, 36.0);
        QCOMPARE(on.shot(u"1A"_s)->camera.keys[0].pose.focalMm, kDefaultFocalMm);
        QCOMPARE(on.undo().count(), 1);
        boxes[1]->setCurrentIndex(1);
        choose(12.52);
        QVERIFY(
            std::abs(on.shot(u"1A"_s)->camera.keys[0].pose.focalMm - kDefaultFocalMm * 12.52 / 36.0)
            < 1e-9);
        boxes[0]->setEditText(u"30,5 mm"_s);
        Q_EMIT boxes[0]->lineEdit()->editingFinished();
        QCOMPARE(on.film().settings.sensorWidthMm, 30.5);
        on.undo().undo();
        QCOMPARE(on.film().settings.sensorWidthMm, 12.52);
    }
};

QTEST_MAIN(CameraCommandsTest)
#include "tst_cameracommands.moc"
