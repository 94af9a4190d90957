#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"
#include "tests/ui/deskonfilm.h"
#include "ui/dialogs/mediaimport.h"
#include "ui/filmdesk.h"
#include "ui/inspector/cameraform.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/inspectordock.h"
#include "ui/inspector/layerlist.h"
#include "ui/inspector/layersform.h"
#include "ui/inspector/motionform.h"
#include "ui/inspector/numberfield.h"
#include "ui/inspector/promptfield.h"
#include "ui/inspector/rowlist.h"
#include "ui/inspector/shotform.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/shootchoices.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::DeskOnFilm;

std::shared_ptr<const Shot> shotOf(DeskOnFilm& on)
{
    return test::firstShot(on.film());
}

Film smallFilm()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .layer(3.0)
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.6, 0.3}})
        .build();
}

template <class Widget>
QList<Widget*> shown(QWidget& parent)
{
    return parent.findChildren<Widget*>();
}

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lengthsAreUnderstoodInManyForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("frames");
        QTest::newRow("seconds") << u"2 s"_s << 48.0;
        QTest::newRow("seconds and frames") << u"2s 12f"_s << 60.0;
        QTest::newRow("comma") << u"1,5 s"_s << 36.0;
        QTest::newRow("frames") << u"30 f"_s << 30.0;
        QTest::newRow("timecode") << u"00:00:02:00"_s << 48.0;
        QTest::newRow("nonsense") << u"soon"_s << -1.0;
    }
    void lengthsAreUnderstoodInManyForms()
    {
        QFETCH(QString, text);
        QFETCH(double, frames);
        QCOMPARE(framesFromText(text, FrameRate{24, 1}).value_or(-1), frames);
    }

    void aNumberIsDraggedTypedAndReset()
    {
        NumberField field({0, 100, 1, 0, u"mm"_s, 35, {}, {}});
        field.resize(100, 28);
        field.show();
        QSignalSpy edited(&field, &NumberField::edited);
        QSignalSpy finished(&field, &NumberField::editFinished);
        QTest::mousePress(&field, Qt::LeftButton, {}, {50, 14});
        QTest::mouseMove(&field, {90, 14});
        QTest::mouseRelease(&field, Qt::LeftButton, {}, {90, 14});
        QCOMPARE(field.value(), 45.0);
        QCOMPARE(finished.count(), 1);

        QTest::mouseClick(&field, Qt::LeftButton, {}, {50, 14});
        QTest::keyClicks(&field, u"85mm"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.value(), 85.0);
        QCOMPARE(field.text(), u"85 mm"_s);

        QTest::mouseClick(&field, Qt::LeftButton, {}, {50, 14});
        QTest::keyClicks(&field, u"wide"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.value(), 85.0);

        QTest::mouseDClick(&field, Qt::LeftButton, {}, {50, 14});
        QCOMPARE(field.value(), 35.0);
        QVERIFY(edited.count() >= 3);
    }

    void typedLengthTrimsTheShotInOneStep()
    {
        DeskOnFilm on(smallFilm());
        ShotForm form(*on.desk);
        form.show();
        NumberField* length = shown<NumberField>(form).first();
        QTest::mouseClick(length, Qt::LeftButton);
        QTest::keyClicks(length, u"3 s"_s);
        QTest::keyClick(length, Qt::Key_Return);
        QCOMPARE(shotOf(on)->length, FrameIndex(72));
        QCOMPARE(on.undo().index(), 1);
        on.undo().undo();
        QCOMPARE(shotOf(on)->length, FrameIndex(48));
        QCOMPARE(length->value(), 48.0);
    }

    void wordsOfTheShotMergeIntoOneStep()
    {
        DeskOnFilm on(smallFilm());
        ShotForm form(*on.desk);
        form.show();
        auto* prompt = form.findChild<PromptField*>();
        QTest::keyClicks(prompt, u"a train in the snow"_s);
        QCOMPARE(shotOf(on)->prompt, u"a train in the snow"_s);
        QCOMPARE(on.undo().index(), 1);
    }

    void theSelectedRegionIsLiftedAndItsArrowEased()
    {
        DeskOnFilm on(smallFilm());
        MotionForm form(*on.desk);
        form.show();
        on.desk->session().setRegion(shotOf(on)->regions.first().id);
        auto* behaviour = form.findChild<QComboBox*>(u"behaviour"_s);
        QVERIFY(behaviour);
        behaviour->setCurrentIndex(1);
        Q_EMIT behaviour->activated(1);
        QVERIFY(shotOf(on)->regions.first().isLifted);
        auto* speed = form.findChild<QComboBox*>(u"speed"_s);
        QVERIFY(speed);
        const int ease = speed->findData(int(Ease::InOut));
        speed->setCurrentIndex(ease);
        Q_EMIT speed->activated(ease);
        QVERIFY(shotOf(on)->regions.first().motions.first().path.speed.ease == Ease::InOut);
        QCOMPARE(on.undo().index(), 2);
    }

    void theRegionsEdgeAndLeaderAreChosen()
    {
        Film film = smallFilm();
        const Shot before = *test::firstShot(film);
        QVERIFY(changeShot(film, before.id, [&](Shot& shot) {
            ShotRegion other = shot.regions.first();
            other.id = RegionId::create();
            other.name = u"boat"_s;
            other.motions.clear();
            shot.regions.append(other);
            return Result<void>();
        }));
        DeskOnFilm on(film);
        MotionForm form(*on.desk);
        form.show();
        const auto regions = shotOf(on)->regions;
        on.desk->session().setRegion(regions.last().id);
        auto* follows = form.findChild<QComboBox*>(u"follows"_s);
        QCOMPARE(follows->count(), 2);
        follows->setCurrentIndex(1);
        Q_EMIT follows->activated(1);
        QVERIFY(shotOf(on)->regions.last().follows == regions.first().id);
        auto* grow = form.findChild<NumberField*>(u"grow"_s);
        Q_EMIT grow->edited(-2.5);
        Q_EMIT grow->edited(-3.5);
        Q_EMIT grow->editFinished();
        QCOMPARE(shotOf(on)->regions.last().area.grow, -0.035);
        QCOMPARE(on.undo().index(), 2); // a run of numbers is one step
        form.findChild<QCheckBox*>(u"inverted"_s)->click();
        QVERIFY(shotOf(on)->regions.last().area.isInverted);
        // A circle is refused and the box goes back.
        QString refused;
        connect(on.desk.get(), &FilmDesk::errorOccurred, this,
                [&](const Error& error) { refused = QString::fromStdString(error.detail); });
        on.desk->session().setRegion(regions.first().id);
        follows->setCurrentIndex(1);
        Q_EMIT follows->activated(1);
        QVERIFY(refused.contains(u"circle"_s));
        QVERIFY(!shotOf(on)->regions.first().follows);
        QCOMPARE(follows->currentIndex(), 0);
    }

    void aNamedMoveBecomesTheCameraOfTheShot()
    {
        DeskOnFilm on(smallFilm());
        CameraForm form(*on.desk);
        form.show();
        QComboBox* moves = shown<QComboBox>(form).first();
        moves->setCurrentIndex(moves->findData(int(CameraMove::TruckRight)));
        for (QPushButton* button : shown<QPushButton>(form))
            if (button->text() == u"Make this move"_s)
                button->click();
        QCOMPARE(shotOf(on)->camera.keys.size(), std::size_t(2));
        QVERIFY(shotOf(on)->camera.keys[1].pose.position.x() > 0.1);
        on.undo().undo();
        QVERIFY(shotOf(on)->camera.keys.empty());
    }

    void aCameraFrameAtThePlayheadKeepsTheMove()
    {
        DeskOnFilm on(test::film().scene(u"EXT. SEA"_s).shot(u"1A"_s, 49).truck(2.0).build());
        CameraForm form(*on.desk);
        on.desk->session().setPlayhead(24);
        for (QPushButton* button : shown<QPushButton>(form))
            if (button->text() == u"Add at playhead"_s)
                button->click();
        QCOMPARE(shotOf(on)->camera.keys.size(), std::size_t(3));
        QCOMPARE(shotOf(on)->camera.keys[1].at, 0.5);
        QVERIFY(std::abs(shotOf(on)->camera.keys[1].pose.position.x() - 1.0) < 1e-9);
    }

    void theLensOfAStandingCameraCanBeChanged()
    {
        DeskOnFilm on(smallFilm());
        CameraForm form(*on.desk);
        form.show();
        QVERIFY(shotOf(on)->camera.keys.empty());
        QCOMPARE(form.findChild<RowList*>()->count(), 1); // where it stands
        NumberField* lens = nullptr;
        for (NumberField* field : shown<NumberField>(form))
            if (field->text().endsWith(u"mm"_s))
                lens = field;
        QVERIFY(lens && lens->isEnabled());
        QTest::keyClick(lens, Qt::Key_Return);
        QTest::keyClicks(lens, u"50"_s);
        QTest::keyClick(lens, Qt::Key_Return);
        QCOMPARE(shotOf(on)->camera.keys.size(), std::size_t(1));
        QCOMPARE(shotOf(on)->camera.keys[0].pose.focalMm, 50.0);
        QVERIFY(shotOf(on)->camera.isStatic());
        on.undo().undo();
        QVERIFY(shotOf(on)->camera.keys.empty());
    }

    void listsAreAsTallAsTheirRows()
    {
        RowList list(3);
        list.addRow(u"Sky"_s, u"80.0 m"_s);
        const int one = list.sizeHint().height();
        list.addRow(u"Train"_s, u"40.0 m"_s, RowList::Mark::Subject);
        QCOMPARE(list.sizeHint().height(), 2 * one);
        for (int i = 0; i < 5; ++i)
            list.addRow(u"Snow"_s, {});
        QCOMPARE(list.sizeHint().height(), 3 * one);
        QCOMPARE(RowList::detail(*list.item(0)), u"80.0 m"_s);
    }

    void theEyeInTheListHidesItsLayer()
    {
        DeskOnFilm on(smallFilm());
        LayersForm form(*on.desk);
        form.resize(300, 400);
        form.show();
        auto* list = form.findChild<LayerList*>();
        const auto isVisible = [&] { return shotOf(on)->panels.first()->layers.last().isVisible; };
        QVERIFY(isVisible());
        QTest::mouseClick(list, Qt::LeftButton, {}, list->eyeRect(0).center());
        QVERIFY(!isVisible());
        on.undo().undo();
        QVERIFY(isVisible());
    }

    void layersAreAddedAndPushedBack()
    {
        DeskOnFilm on(smallFilm());
        LayersForm form(*on.desk);
        const auto panel = [&] { return shotOf(on)->panels.first(); };
        const qsizetype before = panel()->layers.size();
        shown<QPushButton>(form).first()->click();
        QCOMPARE(panel()->layers.size(), before + 1);
        const auto current = on.desk->session().layerId();
        QVERIFY(current);
        QVERIFY(shotOf(on)->layer(*current));
    }

    void choosingTheCameraToolShowsItsPage()
    {
        DeskOnFilm on(smallFilm());
        Settings settings(on.folder.filePath(u"s.ini"_s));
        ShootChoices choices(settings);
        InspectorDock dock(*on.desk, choices);
        on.desk->session().setTool(ToolKind::Camera);
        QCOMPARE(dock.findChild<QTabWidget*>()->currentIndex(), 2);
    }

    void goodFilesComeInAndBadOnesAreNamed()
    {
        DeskOnFilm on(smallFilm());
        const QString good = on.folder.filePath(u"größe \"2\".png"_s);
        QVERIFY(test::testPicture(320, 180).save(good));
        const QString bad = on.folder.filePath(u"broken.png"_s);
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a picture");
        file.close();

        MediaImport import(*on.desk);
        QSignalSpy finished(&import, &MediaImport::finished);
        QSignalSpy errors(on.desk.get(), &FilmDesk::errorOccurred);
        import.import({good, bad}, PicturesBecome::Shots);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(on.film().shotCount(), 2);
        QCOMPARE(on.undo().index(), 1);
        QCOMPARE(errors.count(), 1);
        QVERIFY(
            QString::fromStdString(errors[0][0].value<Error>().subject).contains(u"broken.png"_s));
    }
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
