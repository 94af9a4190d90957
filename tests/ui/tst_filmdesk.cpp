#include "core/playback/prefetcher.h"
#include "core/playback/transport.h"
#include "core/project/editing.h"
#include "tests/ui/deskonfilm.h"
#include "ui/player/audiooutput.h"
#include "ui/player/soundbank.h"
#include "ui/takes/takesdock.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The current shot with its arrow somewhere else, as a hand drags it.
std::shared_ptr<const Shot> dragged(const std::shared_ptr<const Shot>& shot, double x)
{
    Shot draft = *shot;
    draft.regions[0].motions[0].path.points.back().x() = x;
    return std::make_shared<const Shot>(draft);
}

} // namespace

class FilmDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editsReachTheFile()
    {
        test::DeskOnFilm f(test::twoScenes());
        QVERIFY(f.desk->edit(u"Rename"_s, [&](Film& film) {
            return changeShot(film, f.shot(u"1A"_s)->id, [](Shot& shot) {
                shot.name = u"9Z"_s;
                return Result<void>();
            });
        }));
        QVERIFY(f.desk->store().flush());
        const QString path = f.desk->store().path();
        const Film expected = f.film();
        f.desk.reset();
        auto again = FilmStore::open(path);
        QVERIFY(again);
        QVERIFY((*again)->openedFilm().shotNamed(u"9Z"_s));
        QVERIFY((*again)->openedFilm() == expected);
    }

    void refusedEditIsReported()
    {
        test::DeskOnFilm f(test::twoScenes());
        QSignalSpy errors(f.desk.get(), &FilmDesk::errorOccurred);
        QVERIFY(!f.desk->edit(u"Break"_s, [](Film&) -> Result<void> {
            return Error{ErrorCode::Refused, "1A", "no"};
        }));
        QCOMPARE(errors.count(), 1);
        QCOMPARE(f.undo().count(), 0);
        f.desk->report(Error{ErrorCode::Cancelled, {}, {}});
        QCOMPARE(errors.count(), 1);
    }

    void draftPlaysInALoopAndPlaybackReturns()
    {
        test::DeskOnFilm f(test::twoScenes());
        Transport& transport = f.desk->transport();
        Session& session = f.desk->session();
        session.setPlayhead(10);
        session.setDraft(dragged(f.shot(u"1A"_s), 0.9));
        QVERIFY(transport.isPlaying());
        QVERIFY(transport.isLooping());
        QCOMPARE(transport.range(), (FrameRange{0, 48}));
        session.setDraft(dragged(f.shot(u"1A"_s), 0.8));
        QTRY_VERIFY(transport.position() != 10);
        session.clearDraft();
        QVERIFY(!transport.isPlaying());
        QVERIFY(!transport.isLooping());
        QVERIFY(!transport.hasRange());
        QCOMPARE(transport.position(), FrameIndex(10));
        QCOMPARE(session.playhead(), FrameIndex(10));
        QCOMPARE(f.undo().count(), 0);
    }

    void draftPicturesAreOfTheDraft()
    {
        test::DeskOnFilm f(test::twoScenes());
        Prefetcher& prefetcher = f.desk->prefetcher();
        f.desk->setPictureSize({160, 90});
        f.desk->session().setPlayhead(40);
        QTRY_VERIFY(!prefetcher.picture(40).isNull());
        const Image still = prefetcher.picture(40);
        f.desk->transport().pause();
        f.desk->session().setDraft(dragged(f.shot(u"1A"_s), 0.1));
        f.desk->transport().pause();
        QTRY_VERIFY(!prefetcher.picture(f.desk->session().playhead()).isNull());
        f.desk->session().setPlayhead(40);
        QTRY_VERIFY(!prefetcher.picture(40).isNull() && !(prefetcher.picture(40) == still));
    }

    void draftWhilePlayingGoesOnPlaying()
    {
        test::DeskOnFilm f(test::twoScenes());
        Transport& transport = f.desk->transport();
        transport.play();
        f.desk->session().setDraft(dragged(f.shot(u"1A"_s), 0.9));
        f.desk->session().clearDraft();
        QVERIFY(transport.isPlaying());
        QVERIFY(!transport.hasRange());
    }

    void transportMovesThePlayheadAndBack()
    {
        test::DeskOnFilm f(test::twoScenes());
        f.desk->transport().seek(50);
        QCOMPARE(f.desk->session().playhead(), FrameIndex(50));
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"1B"_s)->id));
        f.desk->session().setPlayhead(100);
        QCOMPARE(f.desk->transport().position(), FrameIndex(100));
        f.desk->transport().play();
        QVERIFY(f.desk->session().isPlaying());
        QTRY_VERIFY(f.desk->session().playhead() > 101);
        f.desk->transport().pause();
        QVERIFY(!f.desk->session().isPlaying());
    }

    void playShotLoopsAndLeavesNoRange()
    {
        test::DeskOnFilm f(test::twoScenes());
        f.desk->session().setPlayhead(60);
        f.desk->playShot();
        QCOMPARE(f.desk->transport().range(), (FrameRange{48, 84}));
        f.desk->transport().pause();
        QVERIFY(!f.desk->transport().hasRange());
        QVERIFY(!f.desk->transport().isLooping());
        QVERIFY(!f.desk->transport().isPlaying());
    }

    void trimTellsTheTransport()
    {
        test::DeskOnFilm f(test::twoScenes());
        QVERIFY(f.desk->edit(u"Trim"_s,
                             [&](Film& film) { return trimShot(film, f.shot(u"2A"_s)->id, 10); }));
        QCOMPARE(f.desk->transport().length(), FrameIndex(94));
    }

    void firstTakeIsCircledInOneStep()
    {
        test::DeskOnFilm f(test::twoScenes());
        f.desk->session().setShot(f.shot(u"1B"_s)->id);
        f.desk->shoot(generator::Quality::Draft);
        f.desk->runner().waitForAll();
        QTRY_VERIFY(f.shot(u"1B"_s)->circledTake);
        QCOMPARE(f.undo().count(), 1);
        QCOMPARE(f.undo().undoText(), u"Circle take"_s);
        const auto circled = f.shot(u"1B"_s)->circledTake;
        // Another one does not take its place.
        QVERIFY(f.desk->edit(u"Seed"_s, [&](Film& film) {
            return changeShot(film, f.shot(u"1B"_s)->id, [](Shot& shot) {
                shot.seed = 99;
                return Result<void>();
            });
        }));
        f.desk->shoot(generator::Quality::Final);
        f.desk->runner().waitForAll();
        QTRY_COMPARE(f.desk->takes().takesOf(f.shot(u"1B"_s)->id).size(), 2);
        QCOMPARE(f.shot(u"1B"_s)->circledTake, circled);
    }

    void failedTakeIsReported()
    {
        test::DeskOnFilm f(test::twoScenes());
        f.generator->act = test::FakeGenerator::Act::Fail;
        QSignalSpy errors(f.desk.get(), &FilmDesk::errorOccurred);
        f.desk->shoot(generator::Quality::Draft);
        f.desk->runner().waitForAll();
        QTRY_COMPARE(errors.count(), 1);
        QVERIFY(!f.shot(u"1A"_s)->circledTake);
    }

    void takesDockCirclesCancelsAndKeeps()
    {
        test::DeskOnFilm f(test::twoScenes());
        TakesDock dock(*f.desk);
        dock.resize(320, 400);
        dock.show();
        f.desk->shoot(generator::Quality::Draft);
        f.desk->runner().waitForAll();
        QTRY_COMPARE(dock.findChildren<TakeCard*>().size(), 1);
        QTRY_VERIFY(f.shot(u"1A"_s)->circledTake);
        auto* card = dock.findChild<TakeCard*>();
        QTest::mouseClick(card->findChild<QToolButton*>(u"circleTake"_s), Qt::LeftButton);
        QVERIFY(!f.shot(u"1A"_s)->circledTake);
        QCOMPARE(f.undo().undoText(), u"Uncircle take"_s);
        QTest::mouseClick(card->findChild<QToolButton*>(u"circleTake"_s), Qt::LeftButton);
        QVERIFY(f.shot(u"1A"_s)->circledTake);
        // Deleting can be thought better of.
        QTest::mouseClick(card->findChild<QToolButton*>(u"deleteTake"_s), Qt::LeftButton);
        QCOMPARE(f.desk->takes().takes().size(), 1);
        auto* keep = card->findChild<QToolButton*>(u"keepTake"_s);
        QTRY_VERIFY(card->rect().contains(keep->geometry()));
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_VERIFY(card->findChild<QToolButton*>(u"deleteTake"_s)->isVisible());

        f.generator->act = test::FakeGenerator::Act::WaitForCancel;
        QVERIFY(f.desk->edit(u"Seed"_s, [&](Film& film) {
            return changeShot(film, f.shot(u"1A"_s)->id, [](Shot& shot) {
                shot.seed = 7;
                return Result<void>();
            });
        }));
        f.desk->shoot(generator::Quality::Final);
        QTRY_COMPARE(dock.findChildren<JobCard*>().size(), 1);
        QTest::mouseClick(dock.findChild<QToolButton*>(u"cancelJob"_s), Qt::LeftButton);
        QTRY_VERIFY(f.desk->runner().jobs().isEmpty());
        QTRY_COMPARE(dock.findChildren<JobCard*>().size(), 0);
        QCOMPARE(f.desk->takes().takes().size(), 1);
    }

    void deletedTakeIsGoneWhenTheDockGoes()
    {
        test::DeskOnFilm f(test::twoScenes());
        {
            TakesDock dock(*f.desk);
            dock.show();
            f.desk->shoot(generator::Quality::Draft);
            f.desk->runner().waitForAll();
            QTRY_COMPARE(dock.findChildren<TakeCard*>().size(), 1);
            QTest::mouseClick(dock.findChild<QToolButton*>(u"deleteTake"_s), Qt::LeftButton);
        }
        QVERIFY(f.desk->takes().takes().isEmpty());
    }

    void soundIsDecodedOnceInThePool()
    {
        media::Sound tone;
        tone.rate = 48000;
        for (int i = 0; i < 48000; ++i) {
            const float value = 0.5F * std::sin(float(i) * 0.05F);
            tone.samples.insert(tone.samples.end(), {value, value});
        }
        const auto wav = media::encodeWav(tone);
        Film film = test::twoScenes();
        const auto asset =
            makeAsset(QByteArray(reinterpret_cast<const char*>(wav.data()), qsizetype(wav.size())),
                      u"audio/x-wav"_s, u"tone.wav"_s);
        AudioClip clip;
        clip.sound = addAsset(film, asset);
        clip.lengthSeconds = 1.0;
        QVERIFY(addAudioClip(film, clip));
        test::DeskOnFilm f(film);
        QSignalSpy ready(&f.desk->sounds(), &SoundBank::ready);
        QVERIFY(!f.desk->sounds().sound(asset->hash));
        QVERIFY(!f.desk->sounds().sound(asset->hash));
        QTRY_COMPARE(ready.count(), 1);
        const auto decoded = f.desk->sounds().sound(asset->hash);
        QVERIFY(decoded);
        QCOMPARE(decoded->sound->frameCount(), std::int64_t(48000));
        QCOMPARE(decoded->peaks.size(), std::size_t(100));
        QVERIFY(std::abs(decoded->loudest - 0.5F) < 0.01F);
        // With or without a device, playing goes on.
        f.desk->transport().play();
        QTRY_VERIFY(f.desk->session().playhead() > 5);
        f.desk->transport().pause();
    }

    void brokenSoundIsReportedOnce()
    {
        Film film = test::twoScenes();
        const auto asset = makeAsset("not a sound at all", u"audio/x-wav"_s, u"broken.wav"_s);
        AudioClip clip;
        clip.sound = addAsset(film, asset);
        clip.lengthSeconds = 1.0;
        QVERIFY(addAudioClip(film, clip));
        test::DeskOnFilm f(film);
        QSignalSpy errors(f.desk.get(), &FilmDesk::errorOccurred);
        f.desk->sounds().sound(asset->hash);
        QTRY_COMPARE(errors.count(), 1);
        QVERIFY(!f.desk->sounds().sound(asset->hash));
        QCOMPARE(errors.count(), 1);
    }
};

QTEST_MAIN(FilmDeskTest)
#include "tst_filmdesk.moc"
