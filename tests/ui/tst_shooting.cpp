#include "core/project/castofshot.h"
#include "core/project/editing.h"
#include "core/takes/modelshelf.h"
#include "tests/ui/deskonfilm.h"
#include "ui/actions.h"
#include "ui/dialogs/castdialog.h"
#include "ui/inspector/numberfield.h"
#include "ui/inspector/promptfield.h"
#include "ui/inspector/shootform.h"
#include "ui/settings.h"
#include "ui/shootchoices.h"
#include "ui/shootviews.h"
#include "ui/takes/compareview.h"
#include "ui/takes/conditioningview.h"
#include "ui/takes/picturepane.h"
#include "ui/takes/takesdock.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;
using conditioning::ControlLook;

namespace {

/// A desk, and a model for drafts that only the fake generator knows.
struct Stage : test::DeskOnFilm {
    explicit Stage(const Film& film = test::twoScenes()) : DeskOnFilm(film)
    {
        settings.setText(QString::fromLatin1(kModelsFolderKey), folder.filePath(u"models"_s));
        settings.setText(QString::fromLatin1(kDraftModelKey), u"tiny-model"_s);
    }
    std::shared_ptr<const Shot> first() { return test::firstShot(film()); }
    void change(const std::function<void(Shot&)>& change)
    {
        if (!desk->edit(u"Change"_s, [&](Film& film) {
                return changeShot(film, first()->id, [&](Shot& shot) {
                    change(shot);
                    return Result<void>();
                });
            }))
            qFatal("refused");
    }
    void add(const QString& name, const QString& words = {})
    {
        CastMember member;
        member.name = name;
        member.words = words;
        if (!desk->edit(u"Add"_s, [&](Film& film) -> Result<void> {
                const auto added = addCastMember(film, member);
                return added ? Result<void>() : Result<void>(added.error());
            }))
            qFatal("refused");
    }
    Take shootDraft()
    {
        desk->shoot(generator::Quality::Draft, choices.choice(generator::Quality::Draft));
        desk->runner().waitForAll();
        return desk->takes().takes().last();
    }

    Settings settings{folder.filePath(u"s.ini"_s)};
    ShootChoices choices{settings};
};

template <class Widget>
Widget* part(QWidget& parent, const QString& name)
{
    auto* found = parent.findChild<Widget*>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

void type(NumberField* field, const QString& text)
{
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

class ShootingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsShownIsChosenPerShot()
    {
        Stage on;
        ShootForm form(*on.desk, on.choices);
        form.show();
        auto* look = part<QComboBox>(form, u"look"_s);
        QTest::keyClick(look, Qt::Key_End);
        QCOMPARE(on.first()->shooting.look, ControlLook::Depth);
        type(part<NumberField>(form, u"strength"_s), u"50"_s);
        QCOMPARE(on.first()->shooting.strength, 0.5);
        QTest::mouseClick(part<QCheckBox>(form, u"givesFirst"_s), Qt::LeftButton, {}, {8, 8});
        QVERIFY(on.first()->shooting.givesFirstPanel);
        QCOMPARE(on.undo().index(), 3);
        on.undo().undo();
        QVERIFY(!part<QCheckBox>(form, u"givesFirst"_s)->isChecked());
        on.undo().undo();
        on.undo().undo();
        QCOMPARE(on.first()->shooting, Shooting());
        QCOMPARE(look->currentIndex(), 0);
        // Words alone are not followed more or less.
        on.change([](Shot& shot) { shot.shooting.look = ControlLook::None; });
        QVERIFY(!part<NumberField>(form, u"strength"_s)->isEnabled());
    }

    void theRestIsFoldedAway()
    {
        Stage on;
        ShootForm form(*on.desk, on.choices);
        form.show();
        auto* steps = part<NumberField>(form, u"steps"_s);
        QVERIFY(!steps->isVisible());
        QTest::mouseClick(part<QToolButton>(form, u"shootMore"_s), Qt::LeftButton);
        QVERIFY(steps->isVisible());
        QVERIFY(!steps->text().isEmpty());
        type(steps, u"12"_s);
        QCOMPARE(on.first()->shooting.steps, 12);
        type(part<NumberField>(form, u"guidance"_s), u"3"_s);
        QCOMPARE(on.first()->shooting.guidance, 3.0);
        type(part<NumberField>(form, u"guidance"_s), u"0"_s);
        QCOMPARE(on.first()->shooting.guidance, -1.0);
        // Moving parts are never held less long than the rest.
        type(part<NumberField>(form, u"holdMoving"_s), u"30"_s);
        QVERIFY(std::abs(on.first()->shooting.heldSigma - 0.7) < 1e-9);
        type(part<NumberField>(form, u"startFromMove"_s), u"40"_s);
        QVERIFY(std::abs(on.first()->shooting.startSigma - 0.6) < 1e-9);
        QVERIFY(on.first()->shooting.heldSigma <= on.first()->shooting.startSigma);
        QTest::keyClick(part<QComboBox>(form, u"solver"_s), Qt::Key_Down);
        QCOMPARE(on.first()->shooting.solver, u"unipc"_s);
        QTest::keyClick(part<QComboBox>(form, u"tracks"_s), Qt::Key_Down);
        QCOMPARE(on.first()->shooting.tracks, conditioning::TrackMethod::None);
    }

    void aDraggedNumberIsOneStep()
    {
        Stage on;
        ShootForm form(*on.desk, on.choices);
        form.resize(300, 600);
        form.show();
        auto* strength = part<NumberField>(form, u"strength"_s);
        QTest::mousePress(strength, Qt::LeftButton, {}, {40, 10});
        for (int x = 44; x <= 80; x += 4)
            QTest::mouseMove(strength, {x, 10});
        QTest::mouseRelease(strength, Qt::LeftButton, {}, {80, 10});
        QVERIFY(on.first()->shooting.strength > 1.1);
        QCOMPARE(on.undo().index(), 1);
    }

    void aModelThatIsNotThereStaysNamed()
    {
        Stage on;
        QTRY_VERIFY(!on.choices.isReading());
        QVERIFY(on.choices.models().empty());
        ShootForm form(*on.desk, on.choices);
        form.show();
        auto* drafts = part<QComboBox>(form, u"draftModel"_s);
        QVERIFY(drafts->currentText().contains(u"tiny-model"_s));
        QCOMPARE(on.choices.choice(generator::Quality::Draft).id, u"tiny-model"_s);
        QVERIFY(!on.choices.choice(generator::Quality::Final).isNetwork());
        QVERIFY(!on.choices.choice(generator::Quality::Move).isNetwork());
        QTest::keyClick(drafts, Qt::Key_Home);
        QVERIFY(!on.choices.choice(generator::Quality::Draft).isNetwork());
        QSignalSpy wanted(&form, &ShootForm::modelsWanted);
        Q_EMIT part<QLabel>(form, u"aboutModels"_s)->linkActivated(u"models"_s);
        QCOMPARE(wanted.count(), 1);
    }

    void diceAndLock()
    {
        Stage on;
        ShootForm form(*on.desk, on.choices);
        form.show();
        QTest::mouseClick(part<QToolButton>(form, u"dice"_s), Qt::LeftButton);
        QVERIFY(on.first()->seed != 1);
        QCOMPARE(on.undo().undoText(), u"Change seed"_s);
        auto* lock = part<QToolButton>(form, u"seedLock"_s);
        QVERIFY(lock->isChecked());
        QTest::mouseClick(lock, Qt::LeftButton);
        QVERIFY(on.choices.wantsNewSeeds());
        // From now on every take of a network begins somewhere else.
        QWidget window;
        Actions actions;
        ShootViews views(*on.desk, on.choices, actions, &window);
        const auto seed = on.first()->seed;
        views.shoot(generator::Quality::Draft);
        on.desk->runner().waitForAll();
        QVERIFY(on.first()->seed != seed);
        QCOMPARE(on.desk->takes().takes().last().seed, on.first()->seed);
        on.choices.setNewSeeds(false);
        const auto kept = on.first()->seed;
        views.shoot(generator::Quality::Draft);
        on.desk->runner().waitForAll();
        QCOMPARE(on.first()->seed, kept);
    }

    void whoIsSeenIsNamedOrTicked()
    {
        Stage on;
        on.add(u"Anna"_s);
        on.add(u"Dog"_s);
        on.change([](Shot& shot) { shot.prompt = u"Anna runs"_s; });
        ShootForm form(*on.desk, on.choices);
        form.show();
        auto* anna = part<QCheckBox>(form, u"cast:Anna"_s);
        QVERIFY(anna->isChecked() && anna->testAttribute(Qt::WA_TransparentForMouseEvents));
        auto* dog = part<QCheckBox>(form, u"cast:Dog"_s);
        QVERIFY(!dog->isChecked());
        QTest::mouseClick(dog, Qt::LeftButton, {}, {8, dog->height() / 2});
        QCOMPARE(castOfShot(*on.first(), on.film()).size(), 2);
        QSignalSpy wanted(&form, &ShootForm::castWanted);
        QTest::mouseClick(part<QPushButton>(form, u"editCast"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void namesAreFoundInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("a word") << u"then Anna runs"_s << 1;
        QTest::newRow("any case, twice") << u"ANNA and anna"_s << 2;
        QTest::newRow("part of a word") << u"Annabel, Anna-Lena"_s << 0;
        QTest::newRow("the longer name") << u"Anna Berg waits"_s << 1;
        QTest::newRow("with 's") << u"Anna's coat"_s << 1;
    }
    void namesAreFoundInWords()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(PromptField::namesIn(text, {u"Anna"_s, u"Anna Berg"_s}).size(), count);
    }

    void namesAreOfferedWhileTyping()
    {
        PromptField field;
        field.setNames({u"Annabel"_s, u"Dog"_s});
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QSignalSpy changed(&field, &QPlainTextEdit::textChanged);
        QTest::keyClicks(&field, u"then An"_s);
        auto* popup = field.findChild<QCompleter*>()->popup();
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(field.toPlainText(), u"then Annabel"_s);
        const auto before = changed.count();
        field.setNames({u"Annabel"_s, u"Dog"_s, u"Cat"_s});
        QCOMPARE(changed.count(), before); // marking is no edit
        QTest::keyClicks(&field, u" x"_s);
        QVERIFY(!popup->isVisible());
    }

    void theCastIsEdited()
    {
        Stage on;
        on.change([](Shot& shot) { shot.prompt = u"Anna runs"_s; });
        CastDialog dialog(*on.desk);
        dialog.show();
        QVERIFY(!part<QLineEdit>(dialog, u"memberName"_s)->isVisible());
        QTest::mouseClick(part<QPushButton>(dialog, u"addMember"_s), Qt::LeftButton);
        QCOMPARE(on.film().cast.size(), 1);
        auto* name = part<QLineEdit>(dialog, u"memberName"_s);
        QVERIFY(name->isVisible());
        name->selectAll();
        QTest::keyClicks(name, u"Anna"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(on.film().castNamed(u"Anna"_s));
        QCOMPARE(on.film().cast.size(), 1); // Return is no press of a button
        auto* shots = part<QLabel>(dialog, u"memberShots"_s);
        QTRY_VERIFY2(shots->text().contains(u"1A"_s), qPrintable(shots->text()));
        const int before = on.undo().index();
        QTest::keyClicks(part<QPlainTextEdit>(dialog, u"memberWords"_s), u"red coat"_s);
        QCOMPARE(on.film().cast.first()->words, u"red coat"_s);
        QCOMPARE(on.undo().index(), before + 1);
        type(part<NumberField>(dialog, u"memberSeed"_s), u"77"_s);
        QCOMPARE(on.film().cast.first()->seed, quint64(77));
        // The panel on the paper becomes a picture, the selected region a part of it.
        QTest::mouseClick(part<QPushButton>(dialog, u"fromPaper"_s), Qt::LeftButton);
        QTRY_COMPARE(on.film().cast.first()->pictures.size(), 1);
        on.desk->session().setRegion(on.first()->regions.first().id);
        QTest::mouseClick(part<QPushButton>(dialog, u"fromPaper"_s), Qt::LeftButton);
        QTRY_COMPARE(on.film().cast.first()->pictures.size(), 2);
        const auto sizeOf = [&](qsizetype i) {
            const auto asset = on.film().assets.value(on.film().cast.first()->pictures[i]);
            return QImage::fromData(asset->bytes).size();
        };
        QVERIFY(sizeOf(1).width() < sizeOf(0).width() / 2);
        auto* pictures = part<QListWidget>(dialog, u"memberPictures"_s);
        QTRY_VERIFY(!pictures->item(1)->icon().isNull());
        pictures->setCurrentRow(0);
        QTest::mouseClick(part<QPushButton>(dialog, u"removePicture"_s), Qt::LeftButton);
        QCOMPARE(on.film().cast.first()->pictures.size(), 1);
        QTest::mouseClick(part<QPushButton>(dialog, u"removeMember"_s), Qt::LeftButton);
        QVERIFY(on.film().cast.isEmpty());
        on.undo().undo();
        QCOMPARE(on.film().cast.size(), 1);
    }

    void picturesAreDroppedOnTheCast()
    {
        Stage on;
        on.add(u"Anna"_s);
        const QString path = on.folder.filePath(u"Größe.png"_s);
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        QVERIFY(picture.save(path));
        CastDialog dialog(*on.desk);
        dialog.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        auto* onto = part<QListWidget>(dialog, u"memberPictures"_s)->viewport();
        const QPoint at = onto->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(onto, &event);
        QTRY_COMPARE(on.film().cast.first()->pictures.size(), 1);
    }

    void aNameIsTakenOnce()
    {
        Stage on;
        on.add(u"Anna"_s);
        on.add(u"Dog"_s);
        CastDialog dialog(*on.desk);
        dialog.show();
        QSignalSpy errors(on.desk.get(), &FilmDesk::errorOccurred);
        auto* name = part<QLineEdit>(dialog, u"memberName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"dog"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(errors.count(), 1);
        QVERIFY(on.film().castNamed(u"Anna"_s));
    }

    void stopHereKeepsWhatThereIs()
    {
        Stage on;
        on.generator->act = test::FakeGenerator::Act::SampleOn;
        TakesDock dock(*on.desk);
        dock.resize(320, 400);
        dock.show();
        on.desk->shoot(generator::Quality::Draft, on.choices.choice(generator::Quality::Draft));
        QTRY_VERIFY(dock.findChild<QPushButton*>(u"stopHere"_s));
        auto* stop = part<QPushButton>(dock, u"stopHere"_s);
        QTRY_VERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_COMPARE(dock.findChildren<TakeCard*>().size(), 1);
        const Take take = on.desk->takes().takes().first();
        QVERIFY(take.isStoppedEarly());
        QVERIFY(
            part<QLabel>(dock, u"takeAbout"_s)->text().contains(QString::number(take.stepsDone)));
    }

    void takesAreSortedByWhatWasMeasured()
    {
        Stage on;
        TakesDock dock(*on.desk);
        dock.resize(320, 600);
        dock.show();
        auto* order = part<QComboBox>(dock, u"takeOrder"_s);
        QVERIFY(!order->isVisible());
        QList<TakeId> ids;
        for (const double error : {3.0, 1.0, 2.0}) {
            on.change([error](Shot& shot) { shot.seed = 10 + quint64(error); });
            const Take take = on.shootDraft();
            ids += take.id;
            QVERIFY(on.desk->takes().setReport(take.id, {{u"motionError"_s, error}}));
        }
        const auto shown = [&] {
            QMap<int, TakeId> byPlace;
            for (const TakeCard* card : dock.findChildren<TakeCard*>())
                if (card->isVisible())
                    byPlace.insert(card->y(), card->take().id);
            return byPlace.values();
        };
        QTRY_COMPARE(shown(), (QList<TakeId>{ids[2], ids[1], ids[0]}));
        QVERIFY(order->isVisible());
        QTest::keyClick(order, Qt::Key_Down);
        QTRY_COMPARE(shown(), (QList<TakeId>{ids[1], ids[2], ids[0]}));
        for (const TakeCard* card : dock.findChildren<TakeCard*>())
            if (card->isVisible() && card->take().id == ids[1])
                QVERIFY(card->findChild<QLabel*>(u"takeAbout"_s)->text().contains(u"1.0"_s));
    }

    void whatATakeGotIsShownFrameByFrame()
    {
        Stage on;
        const Take take = on.shootDraft();
        QVERIFY(!take.conditioning.isEmpty());
        ConditioningView view(*on.desk, on.choices);
        view.show();
        view.showTake(take.id);
        auto* control = part<PicturePane>(view, u"signal:control"_s);
        auto* picture = part<PicturePane>(view, u"signal:take"_s);
        QTRY_VERIFY(!control->image().isNull());
        QTRY_VERIFY(!picture->image().isNull());
        const QImage first = control->image();
        auto* scrub = part<QSlider>(view, u"scrub"_s);
        scrub->setValue(scrub->maximum());
        QCOMPARE(on.desk->session().shotFrame(), on.first()->length - 1);
        QTRY_VERIFY(control->image() != first);
        QVERIFY(control->detail().startsWith(QString::number(take.conditioning.first().frames)));
        // Both ways.
        on.desk->session().setPlayhead(0);
        QCOMPARE(scrub->value(), 0);
        QTRY_VERIFY(control->image() == first);
    }

    void whatWouldBeSentIsAskedFor()
    {
        Stage on;
        ConditioningView view(*on.desk, on.choices);
        view.show();
        view.showTake(std::nullopt);
        QTRY_VERIFY(on.desk->runner().jobs().isEmpty());
        QTRY_VERIFY(view.findChild<PicturePane*>(u"signal:control"_s));
        QVERIFY(!part<PicturePane>(view, u"signal:control"_s)->image().isNull());
        QVERIFY(on.desk->takes().takes().isEmpty());
        // Without a network there is nothing to ask, and that is said.
        on.choices.choose(generator::Quality::Draft, {});
        view.showTake(std::nullopt);
        QVERIFY(!part<QLabel>(view, u"conditioningAbout"_s)->text().isEmpty());
        QVERIFY(!view.findChild<PicturePane*>(u"signal:control"_s));
        QVERIFY(on.desk->runner().jobs().isEmpty());
    }

    void takesAreComparedSideBySideAndByWipe()
    {
        Stage on;
        const Take one = on.shootDraft();
        on.change([](Shot& shot) { shot.seed = 5; });
        const Take two = on.shootDraft();
        CompareView view(*on.desk);
        view.resize(800, 400);
        view.show();
        view.showTakes(one.id, two.id);
        QCOMPARE(part<QComboBox>(view, u"takeA"_s)->currentData().toString(), one.id.toText());
        QCOMPARE(part<QComboBox>(view, u"takeB"_s)->currentData().toString(), two.id.toText());
        auto* a = part<PicturePane>(view, u"paneA"_s);
        auto* b = part<PicturePane>(view, u"paneB"_s);
        QTRY_VERIFY(!a->image().isNull() && !b->image().isNull());
        QTest::mouseClick(part<QToolButton>(view, u"wipe"_s), Qt::LeftButton);
        QVERIFY(view.isWiping());
        QVERIFY(!b->isVisible());
        QTest::mouseClick(a, Qt::LeftButton, {}, QPoint(a->width() * 3 / 4, a->height() / 3));
        QVERIFY(a->wipe() > 0.6);
    }

    void theDockComparesAndShowsWhatWasGiven()
    {
        Stage on;
        TakesDock dock(*on.desk);
        dock.resize(320, 600);
        dock.show();
        const Take take = on.shootDraft();
        QTRY_COMPARE(dock.findChildren<TakeCard*>().size(), 1);
        QSignalSpy wanted(&dock, &TakesDock::conditioningWanted);
        QTest::mouseClick(part<QToolButton>(dock, u"takeConditioning"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QTest::mouseClick(part<QToolButton>(dock, u"compareTake"_s), Qt::LeftButton);
        QVERIFY(part<CompareView>(dock, u"compareView"_s)->isVisible());
    }
};

QTEST_MAIN(ShootingTest)
#include "tst_shooting.moc"
