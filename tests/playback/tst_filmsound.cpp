#include "core/playback/filmsound.h"
#include "tests/media/mediasamples.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Asset> toneAsset(double seconds)
{
    const auto wav = media::encodeWav(tone(seconds));
    return makeAsset(QByteArray(reinterpret_cast<const char*>(wav.data()), qsizetype(wav.size())),
                     u"audio/x-wav"_s, u"tone.wav"_s);
}

AudioClip clipOf(const Asset& asset, FrameIndex at, double seconds)
{
    AudioClip clip;
    clip.sound = asset.hash;
    clip.at = at;
    clip.lengthSeconds = seconds;
    return clip;
}

Film withClips(const QList<std::shared_ptr<const Asset>>& assets, const AudioTrack& track)
{
    Film film = emptyFilm({});
    for (const auto& asset : assets)
        film.assets.insert(asset->hash, asset);
    film.audio = {std::make_shared<const AudioTrack>(track)};
    return film;
}

} // namespace

class FilmSounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clipsStandAtTheirFrames();
    void mutedTracksAreSilent();
    void brokenSoundsAreNamedAndLeftOut();
    void audioFramesFitTogether();
};

void FilmSounds::clipsStandAtTheirFrames()
{
    const auto asset = toneAsset(1.0);
    AudioTrack track;
    track.gainDb = -6.0206;
    AudioClip clip = clipOf(*asset, 24, 0.5);
    clip.offsetSeconds = 0.25;
    clip.fadeInSeconds = 0.1;
    track.clips = {clip, clipOf(*asset, 48, 1.0)};
    SoundShelf shelf;
    const FilmSound sound = filmSound(withClips({asset}, track), shelf);
    QVERIFY(sound.problems.empty());
    QCOMPARE(sound.clips.size(), std::size_t(2));
    QCOMPARE(sound.clips[0].start, std::int64_t(48000));
    QCOMPARE(sound.clips[0].offset, std::int64_t(12000));
    QCOMPARE(sound.clips[0].length, std::int64_t(24000));
    QCOMPARE(sound.clips[0].fadeIn, std::int64_t(4800));
    QCOMPARE(sound.clips[0].sound.get(), sound.clips[1].sound.get()); // decoded once
    media::Sound mixed;
    mixed.samples = media::mix(sound.clips, 0, 48000 * 3);
    QCOMPARE(loudness(mixed, 0, 0, 48000), 0.0);
    QVERIFY(std::abs(loudness(mixed, 0, 60000, 70000) - 0.25 / std::sqrt(2.0)) < 0.005);
    QCOMPARE(loudness(mixed, 0, 72001, 96000), 0.0);
    QVERIFY(loudness(mixed, 0, 96000, 144000) > 0.1);
}

void FilmSounds::mutedTracksAreSilent()
{
    const auto asset = toneAsset(0.2);
    AudioTrack track;
    track.isMuted = true;
    track.clips = {clipOf(*asset, 0, 0.2)};
    SoundShelf shelf;
    QVERIFY(filmSound(withClips({asset}, track), shelf).clips.empty());
}

void FilmSounds::brokenSoundsAreNamedAndLeftOut()
{
    const auto good = toneAsset(0.2);
    const auto bad = makeAsset("this is no sound at all", u"audio/mpeg"_s, u"broken song.mp3"_s);
    AudioTrack track;
    track.clips = {clipOf(*bad, 0, 1.0), clipOf(*good, 0, 0.2)};
    SoundShelf shelf;
    const FilmSound sound = filmSound(withClips({good, bad}, track), shelf);
    QCOMPARE(sound.clips.size(), std::size_t(1));
    QCOMPARE(sound.problems.size(), std::size_t(1));
    QCOMPARE(sound.problems[0].subject, std::string("broken song.mp3"));
    QCOMPARE(sound.problems[0].code, ErrorCode::MediaUnsupported);
}

void FilmSounds::audioFramesFitTogether()
{
    for (const FrameRate rate :
         {FrameRate{24, 1}, FrameRate{24000, 1001}, FrameRate{30000, 1001}}) {
        std::int64_t before = audioFrameOf(0, rate, 48000);
        QCOMPARE(before, std::int64_t(0));
        for (FrameIndex n = 1; n < 2000; ++n) {
            const std::int64_t now = audioFrameOf(n, rate, 48000);
            QVERIFY(std::abs(double(now) - rate.seconds(n) * 48000) <= 1.0);
            QVERIFY(now > before);
            before = now;
        }
    }
    QCOMPARE(audioFrameOf(24000 * 36, {24000, 1001}, 48000), std::int64_t(1001) * 36 * 48000);
}

QTEST_GUILESS_MAIN(FilmSounds)
#include "tst_filmsound.moc"
