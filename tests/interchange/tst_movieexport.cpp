#include "core/interchange/burnin.h"
#include "core/interchange/movieexport.h"
#include "core/media/imagesequence.h"
#include "core/media/probe.h"
#include "core/media/videoreader.h"
#include "core/project/pictureimport.h"
#include "tests/media/mediasamples.h"
#include "tests/support/filmbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace dollygrip;
using namespace dollygrip::interchange;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

/// Smooth colours, which half the chroma keeps well.
QImage drawing(int n)
{
    return toQImage(movingPicture(320, 180, n));
}

/// 0-11 trucks, 12-17 stands, 18-29 trucks the other way; a second of tone from frame 12.
Film sampleFilm()
{
    Film film = test::film()
                    .size(320, 180)
                    .rate(24000, 1001)
                    .scene(u"EXT. STREET"_s)
                    .shot(u"1A"_s, 12)
                    .picture(drawing(3))
                    .truck(0.3)
                    .shot(u"1B"_s, 6)
                    .picture(drawing(20))
                    .shot(u"1C"_s, 12)
                    .picture(drawing(3))
                    .truck(-0.3)
                    .build();
    const auto wav = media::encodeWav(tone(1.0));
    const auto asset =
        makeAsset(QByteArray(reinterpret_cast<const char*>(wav.data()), qsizetype(wav.size())),
                  u"audio/x-wav"_s, u"tone.wav"_s);
    film.assets.insert(asset->hash, asset);
    AudioTrack track;
    AudioClip clip;
    clip.sound = asset->hash;
    clip.at = 12;
    clip.lengthSeconds = 1.0;
    track.clips = {clip};
    film.audio = {std::make_shared<const AudioTrack>(track)};
    film.settings.startTimecode = 24 * 3600;
    return film;
}

Result<ExportReport> write(const Film& film, const ExportSettings& settings,
                           const ExportProgressFunction& progress = {}, std::stop_token stop = {})
{
    return exportMovie(film, {}, std::make_shared<PictureCache>(), settings, progress, stop);
}

QStringList everything(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

ExportSettings to(const QTemporaryDir& folder, const QString& name)
{
    ExportSettings settings;
    settings.path = folder.filePath(name);
    settings.format = formatOf(settings.path).value_or(Format::Mp4);
    return settings;
}

/// The film's own pictures of these frames, in order, are in the movie.
void compare(const QString& path, const Film& film, const QList<FrameIndex>& frames,
             double decibels)
{
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    auto reader = media::VideoReader::open(path.toStdString());
    QVERIFY(reader);
    for (const FrameIndex n : frames) {
        const auto picture = reader->next();
        QVERIFY(picture);
        QVERIFY2(!picture->isNull(), qPrintable(QString::number(n)));
        const double quality =
            psnr(*picture, provider.picture(n, {picture->width(), picture->height()}));
        QVERIFY2(quality > decibels, qPrintable(u"frame %1: %2 dB"_s.arg(n).arg(quality)));
    }
    const auto end = reader->next();
    QVERIFY(end);
    QVERIFY(end->isNull());
}

QList<FrameIndex> numbers(FrameIndex first, FrameIndex end)
{
    QList<FrameIndex> list;
    for (FrameIndex n = first; n < end; ++n)
        list << n;
    return list;
}

} // namespace

class MovieExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeFilmIsInTheMovie_data();
    void theWholeFilmIsInTheMovie();
    void rangesAndShotsAreCutOut();
    void picturesGoIntoAFolder();
    void soundPlaysInItsPlace();
    void otherSizesAreFittedIn();
    void burnInsStandInTheCorners();
    void progressTellsTheTimeLeft();
    void stoppingLeavesNothing_data();
    void stoppingLeavesNothing();
    void aFullDiskIsSaidAndNothingIsLeft_data();
    void aFullDiskIsSaidAndNothingIsLeft();
    void wrongRequestsAreRefused();
    void strangeNamesWork();
};

void MovieExports::theWholeFilmIsInTheMovie_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("MP4") << u"a.mp4"_s;
    QTest::newRow("MOV") << u"a.mov"_s;
}

void MovieExports::theWholeFilmIsInTheMovie()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const Film film = sampleFilm();
    const ExportSettings settings = to(folder, name);
    const auto report = write(film, settings);
    QVERIFY2(report.has_value(), report ? "" : report.error().detail.c_str());
    QCOMPARE(report->frames, FrameIndex(30));
    QCOMPARE(report->size, QSize(320, 180));
    QVERIFY(report->bytes > 1000);
    const auto info = media::probe(settings.path.toStdString());
    QVERIFY(info);
    QVERIFY(info->video && info->sound);
    QVERIFY((info->video->rate == FrameRate{24000, 1001}));
    QCOMPARE(info->video->frames, FrameIndex(30));
    QCOMPARE(info->timecode, std::string("01:00:00:00"));
    QVERIFY(info->video->isBt709);
    compare(settings.path, film, numbers(0, 30), 30.0);
    QCOMPARE(everything(folder.path()), QStringList{name});
}

void MovieExports::rangesAndShotsAreCutOut()
{
    QTemporaryDir folder;
    const Film film = sampleFilm();
    ExportSettings settings = to(folder, u"range.mp4"_s);
    settings.range = {10, 21};
    QVERIFY(write(film, settings));
    compare(settings.path, film, numbers(10, 21), 30.0);
    QCOMPARE(media::probe(settings.path.toStdString())->timecode, std::string("01:00:00:10"));

    settings = to(folder, u"beyond.mp4"_s);
    settings.range = {25, 900};
    QVERIFY(write(film, settings));
    compare(settings.path, film, numbers(25, 30), 30.0);

    settings = to(folder, u"shots.mp4"_s);
    const auto& shots = film.scenes.first()->shots;
    settings.shots = {shots[2]->id, shots[0]->id}; // the film's order counts
    QVERIFY(write(film, settings));
    compare(settings.path, film, numbers(0, 12) + numbers(18, 30), 30.0);
}

void MovieExports::picturesGoIntoAFolder()
{
    QTemporaryDir folder;
    const Film film = sampleFilm();
    const ExportSettings settings = to(folder, u"pictures"_s);
    const auto report = write(film, settings);
    QVERIFY(report);
    const auto files = media::sequenceFiles(settings.path.toStdString());
    QVERIFY(files);
    QCOMPARE(files->size(), std::size_t(30));
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    for (const int n : {0, 11, 12, 17, 18, 29})
        QVERIFY(*media::readPicture((*files)[std::size_t(n)]) == provider.picture(n, {320, 180}));
}

void MovieExports::soundPlaysInItsPlace()
{
    QTemporaryDir folder;
    const Film film = sampleFilm();
    for (const QString& name : {u"a.mp4"_s, u"a.mov"_s}) {
        ExportSettings settings = to(folder, name);
        QVERIFY(write(film, settings));
        const auto sound = media::readSound(settings.path.toStdString());
        QVERIFY(sound);
        const double seconds = film.settings.rate.seconds(30);
        QVERIFY(std::abs(sound->seconds() - seconds) < film.settings.rate.seconds(1));
        const auto begins = std::int64_t(film.settings.rate.seconds(12) * 48000);
        QVERIFY(loudness(*sound, 0, 0, begins - 2048) < 0.005);
        QVERIFY(std::abs(loudness(*sound, 0, begins + 1024, begins + 30000) - 0.3536) < 0.01);
        settings.hasSound = false;
        QVERIFY(write(film, settings));
        QVERIFY(!media::probe(settings.path.toStdString())->sound);
    }
}

void MovieExports::otherSizesAreFittedIn()
{
    QTemporaryDir folder;
    const Film film = sampleFilm();
    ExportSettings settings = to(folder, u"square.mp4"_s);
    settings.size = {200, 200};
    QVERIFY(write(film, settings));
    compare(settings.path, film, numbers(0, 30), 28.0);
    settings.size = {161, 91};
    const auto report = write(film, settings);
    QVERIFY(report);
    QCOMPARE(report->size, QSize(162, 92));
}

void MovieExports::burnInsStandInTheCorners()
{
    QVERIFY(checkBurnIn());
    QTemporaryDir folder;
    const Film film = sampleFilm();
    ExportSettings settings = to(folder, u"burned"_s);
    settings.size = {640, 360};
    settings.burnsInTimecode = settings.burnsInShot = true;
    QVERIFY(write(film, settings));
    const auto files = media::sequenceFiles(settings.path.toStdString());
    QVERIFY(files);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    const auto differs = [](const Image& a, const Image& b, const QRect& part) {
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                count += std::memcmp(a.pixel(x, y), b.pixel(x, y), 4) != 0;
        return double(count) / (part.width() * part.height());
    };
    const Image burned = *media::readPicture((*files)[13]);
    const Image plain = provider.picture(13, {640, 360});
    QCOMPARE(differs(burned, plain, QRect(0, 0, 640, 300)), 0.0);
    QVERIFY(differs(burned, plain, QRect(34, 322, 30, 18)) > 0.9);   // the shot
    QVERIFY(differs(burned, plain, QRect(500, 322, 100, 18)) > 0.9); // the timecode
    QCOMPARE(differs(burned, plain, QRect(200, 300, 200, 60)), 0.0);
    // Frames of a shot that stands differ in their timecode alone, and each shot has its name.
    const Image next = *media::readPicture((*files)[14]);
    QVERIFY(differs(burned, next, QRect(400, 300, 240, 60)) > 0.0);
    QCOMPARE(differs(burned, next, QRect(0, 0, 400, 360)), 0.0);
    QVERIFY(burnedIn(plain, {}) == plain);
    QVERIFY(!(burnedIn(plain, {u"1A"_s, {}}) == burnedIn(plain, {u"1B"_s, {}})));
}

void MovieExports::progressTellsTheTimeLeft()
{
    QTemporaryDir folder;
    QList<ExportProgress> seen;
    QVERIFY(write(sampleFilm(), to(folder, u"a.mp4"_s),
                  [&](const ExportProgress& progress) { seen << progress; }));
    QCOMPARE(seen.size(), 30);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen[i].done, FrameIndex(i) + 1);
        QCOMPARE(seen[i].total, FrameIndex(30));
        QVERIFY(seen[i].perSecond > 0.0);
        QVERIFY(std::abs(seen[i].secondsLeft - double(29 - i) / seen[i].perSecond) < 1e-6);
    }
}

void MovieExports::stoppingLeavesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("frame");
    for (const int frame : {0, 1, 15, 29}) {
        QTest::addRow("MP4 at %d", frame) << u"a.mp4"_s << frame;
        QTest::addRow("MOV at %d", frame) << u"a.mov"_s << frame;
        QTest::addRow("pictures at %d", frame) << u"pictures"_s << frame;
    }
}

void MovieExports::stoppingLeavesNothing()
{
    QFETCH(QString, name);
    QFETCH(int, frame);
    QTemporaryDir folder;
    const auto stopped = [&](const ExportSettings& settings) {
        std::stop_source source;
        if (frame == 0)
            source.request_stop();
        const auto report = write(
            sampleFilm(), settings,
            [&](const ExportProgress& progress) {
                if (progress.done == frame + 1)
                    source.request_stop();
            },
            source.get_token());
        return !report && report.error().code == ErrorCode::Cancelled;
    };
    QVERIFY(stopped(to(folder, name)));
    QCOMPARE(everything(folder.path()), QStringList());
    QFile existing(folder.filePath(u"b.mp4"_s));
    QVERIFY(existing.open(QFile::WriteOnly));
    existing.write("precious");
    existing.close();
    QVERIFY(stopped(to(folder, u"b.mp4"_s)));
    QVERIFY(existing.open(QFile::ReadOnly));
    QCOMPARE(existing.readAll(), QByteArray("precious"));
    QCOMPARE(everything(folder.path()), QStringList{u"b.mp4"_s});
}

void MovieExports::aFullDiskIsSaidAndNothingIsLeft_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("room");
    QTest::newRow("MP4 at once") << u"a.mp4"_s << 0;
    QTest::newRow("MP4 later") << u"a.mp4"_s << 40'000;
    QTest::newRow("MOV later") << u"a.mov"_s << 100'000;
    QTest::newRow("pictures") << u"pictures"_s << 1000;
}

void MovieExports::aFullDiskIsSaidAndNothingIsLeft()
{
    QFETCH(QString, name);
    QFETCH(int, room);
    QTemporaryDir folder;
    ExportSettings settings = to(folder, name);
    settings.quality = 2;
    const Film film = sampleFilm();
    // No file of this process grows beyond `room`: a full disk.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{rlim_t(room), limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto report = write(film, settings);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    QVERIFY(!report);
    QVERIFY2(report.error().code == ErrorCode::DiskFull, report.error().detail.c_str());
    QCOMPARE(report.error().subject, settings.path.toStdString());
    QCOMPARE(everything(folder.path()), QStringList());
}

void MovieExports::wrongRequestsAreRefused()
{
    QTemporaryDir folder;
    const Film film = sampleFilm();
    const auto code = [&](const Film& of, const ExportSettings& settings) {
        const auto report = write(of, settings);
        return report ? ErrorCode::Internal : report.error().code;
    };
    ExportSettings settings = to(folder, u"a.mp4"_s);
    settings.shots = {ShotId::create()};
    QCOMPARE(code(film, settings), ErrorCode::NotFound);
    settings = to(folder, u"a.mp4"_s);
    settings.range = {100, 200};
    QCOMPARE(code(film, settings), ErrorCode::InvalidArgument);
    QCOMPARE(code(emptyFilm({}), to(folder, u"a.mp4"_s)), ErrorCode::InvalidArgument);
    settings = to(folder, u"a.mp4"_s);
    settings.size = {1, 1};
    QCOMPARE(code(film, settings), ErrorCode::InvalidArgument);
    QCOMPARE(code(film, to(folder, u"no/such/a.mp4"_s)), ErrorCode::FileNotFound);
    QCOMPARE(code(film, to(folder, u"no/such/folder"_s)), ErrorCode::FileNotFound);
    // A sound that is none: said by its name, before anything is written.
    const Film broken = test::film().scene(u"A"_s).shot(u"1"_s).sound(u"bad.wav"_s, 0, 1.0).build();
    const auto report = write(broken, to(folder, u"a.mp4"_s));
    QVERIFY(!report);
    QCOMPARE(report.error().subject, std::string("bad.wav"));
    QCOMPARE(everything(folder.path()), QStringList());
}

void MovieExports::strangeNamesWork()
{
    QTemporaryDir folder;
    const QString name = u"Ein \"Film\" für dich – 映画 'x'.mp4"_s;
    QVERIFY(write(sampleFilm(), to(folder, name)));
    QCOMPARE(everything(folder.path()), QStringList{name});
    const QString pictures = u"Bilder für 'x' %05d"_s;
    QVERIFY(write(sampleFilm(), to(folder, pictures)));
    QCOMPARE(everything(folder.filePath(pictures)).size(), 30);
}

QTEST_MAIN(MovieExports)
#include "tst_movieexport.moc"
