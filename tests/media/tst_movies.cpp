#include "core/media/audioreader.h"
#include "core/media/probe.h"
#include "core/media/videoreader.h"
#include "core/media/videowriter.h"
#include "tests/media/mediasamples.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::media;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

std::string file(const QTemporaryDir& folder, const QString& name)
{
    return folder.filePath(name).toStdString();
}

QStringList everything(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class Movies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void coloursSurvive_data();
    void coloursSurvive();
    void everyFrameIsFoundBySeeking();
    void soundLastsAsLongAsThePicture();
    void oddSizesAreMadeEven();
    void strangeNamesWork_data();
    void strangeNamesWork();
    void unfinishedMoviesLeaveNothing();
    void failuresKeepTheExistingFile();
    void settingsWithoutSenseAreRefused();
    void picturesOfAnotherSizeAreRefused();
    void preparedFramesMayBeAddedTwice();
};

void Movies::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("num");
    QTest::addColumn<int>("den");
    QTest::addColumn<QString>("timecode");
    QTest::newRow("MP4 at 24") << 0 << 24 << 1 << u"01:00:00:00"_s;
    QTest::newRow("MP4 at 23.976") << 0 << 24000 << 1001 << u"00:59:58:12"_s;
    QTest::newRow("MP4 at 29.97 drop frame") << 0 << 30000 << 1001 << u"00:01:00;02"_s;
    QTest::newRow("MP4 at 12 without timecode") << 0 << 12 << 1 << QString();
    QTest::newRow("MOV at 25") << 1 << 25 << 1 << u"10:00:00:00"_s;
    QTest::newRow("MOV at 59.94") << 1 << 60000 << 1001 << QString();
}

void Movies::whatIsWrittenIsReadAgain()
{
    QFETCH(int, kind);
    QFETCH(int, num);
    QFETCH(int, den);
    QFETCH(QString, timecode);
    QTemporaryDir folder;
    MovieSettings settings;
    settings.kind = MovieKind(kind);
    settings.width = 320;
    settings.height = 180;
    settings.rate = {num, den};
    settings.soundRate = 48000;
    settings.timecode = timecode.toStdString();
    const std::string path = file(folder, kind == 0 ? u"a.mp4"_s : u"a.mov"_s);
    const auto written = writeMovie(path, settings, 31);
    QVERIFY2(written.has_value(), written ? "" : written.error().detail.c_str());

    const auto info = probe(path);
    QVERIFY(info);
    QVERIFY(info->video && info->sound);
    QCOMPARE(info->video->codec, std::string(kind == 0 ? "h264" : "prores"));
    QCOMPARE(info->video->pixels, std::string(kind == 0 ? "yuv420p" : "yuv422p10le"));
    QCOMPARE(info->sound->codec, std::string(kind == 0 ? "aac" : "pcm_s24le"));
    QCOMPARE(info->sound->sampleRate, 48000);
    QCOMPARE(info->sound->channels, 2);
    QCOMPARE(info->video->width, 320);
    QCOMPARE(info->video->height, 180);
    QVERIFY(info->video->rate == settings.rate);
    QCOMPARE(info->video->frames, FrameIndex(31));
    QVERIFY(info->video->isBt709);
    QCOMPARE(QString::fromStdString(info->timecode), timecode);

    auto reader = VideoReader::open(path);
    QVERIFY(reader);
    QCOMPARE(reader->frameCount(), FrameIndex(31));
    for (int n = 0; n < 31; ++n) {
        const auto picture = reader->next();
        QVERIFY(picture);
        const double quality = psnr(*picture, movingPicture(320, 180, n));
        QVERIFY2(quality > 36.0, qPrintable(u"frame %1: %2 dB"_s.arg(n).arg(quality)));
    }
    const auto end = reader->next();
    QVERIFY(end);
    QVERIFY(end->isNull());
}

void Movies::coloursSurvive_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("r");
    QTest::addColumn<int>("g");
    QTest::addColumn<int>("b");
    const struct {
        const char* name;
        int r, g, b;
    } colours[] = {{"white", 255, 255, 255}, {"black", 0, 0, 0},       {"red", 255, 0, 0},
                   {"green", 0, 255, 0},     {"blue", 0, 0, 255},      {"grey", 128, 128, 128},
                   {"skin", 224, 172, 140},  {"paper", 246, 243, 236}, {"night", 12, 20, 48}};
    for (int kind = 0; kind < 2; ++kind)
        for (const auto& colour : colours)
            QTest::addRow("%s %s", kind == 0 ? "MP4" : "MOV", colour.name)
                << kind << colour.r << colour.g << colour.b;
}

void Movies::coloursSurvive()
{
    QFETCH(int, kind);
    QFETCH(int, r);
    QFETCH(int, g);
    QFETCH(int, b);
    QTemporaryDir folder;
    const Image colour = Image::ofColour(64, 64, r, g, b);
    MovieSettings settings;
    settings.kind = MovieKind(kind);
    settings.width = settings.height = 64;
    settings.quality = 4;
    const std::string path = file(folder, u"colour.mov"_s);
    auto writer = VideoWriter::create(path, settings);
    QVERIFY(writer);
    QVERIFY(writer->add(colour));
    QVERIFY(writer->finish());
    auto reader = VideoReader::open(path);
    QVERIFY(reader);
    const auto picture = reader->next();
    QVERIFY(picture);
    const int difference = middleDifference(*picture, colour);
    QVERIFY2(difference <= 3, qPrintable(QString::number(difference)));
}

void Movies::everyFrameIsFoundBySeeking()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = 160;
    settings.height = 96;
    settings.rate = {24000, 1001};
    settings.soundRate = 48000;
    const std::string path = file(folder, u"long.mp4"_s);
    QVERIFY(writeMovie(path, settings, 150));
    auto reader = VideoReader::open(path);
    QVERIFY(reader);
    for (const int n : {149, 0, 48, 47, 49, 100, 101, 3, 120, 96, 95, 1}) {
        QVERIFY(reader->seek(n));
        QCOMPARE(reader->position(), FrameIndex(n));
        const auto picture = reader->next();
        QVERIFY(picture);
        QVERIFY2(psnr(*picture, movingPicture(160, 96, n)) > 33.0, qPrintable(QString::number(n)));
    }
    QVERIFY(reader->seek(400));
    const auto beyond = reader->next();
    QVERIFY(beyond);
    QVERIFY(beyond->isNull());
    QCOMPARE(reader->seek(-1).error().code, ErrorCode::InvalidArgument);
}

void Movies::soundLastsAsLongAsThePicture()
{
    for (const MovieKind kind : {MovieKind::H264Mp4, MovieKind::ProResMov}) {
        QTemporaryDir folder;
        MovieSettings settings;
        settings.kind = kind;
        settings.width = 64;
        settings.height = 64;
        settings.rate = {25, 1};
        settings.soundRate = 48000;
        const std::string path = file(folder, u"sound.mov"_s);
        QVERIFY(writeMovie(path, settings, 75));
        const auto sound = readSound(path);
        QVERIFY(sound);
        QVERIFY2(std::abs(sound->seconds() - 3.0) < 1.0 / 25,
                 qPrintable(QString::number(sound->seconds())));
        // A sine of size 0.5, and in step with the picture: nothing is put before it.
        QVERIFY(std::abs(loudness(*sound, 0, 12000, 132000) - 0.5 / std::sqrt(2.0)) < 0.01);
        const Sound original = tone(3.0);
        double product = 0.0, power = 0.0;
        for (std::size_t i = 48000; i < 96000; ++i) {
            product += double(sound->samples[i]) * original.samples[i];
            power += double(original.samples[i]) * original.samples[i];
        }
        QVERIFY2(product / power > 0.98, qPrintable(QString::number(product / power)));
    }
}

void Movies::oddSizesAreMadeEven()
{
    for (const MovieKind kind : {MovieKind::H264Mp4, MovieKind::ProResMov}) {
        QTemporaryDir folder;
        MovieSettings settings;
        settings.kind = kind;
        settings.width = 101;
        settings.height = 77;
        const std::string path = file(folder, u"odd.mov"_s);
        QVERIFY(writeMovie(path, settings, 5));
        auto reader = VideoReader::open(path);
        QVERIFY(reader);
        QCOMPARE(reader->width(), 102);
        QCOMPARE(reader->height(), 78);
        const auto picture = reader->next();
        QVERIFY(picture);
        const Image original = movingPicture(101, 77, 0);
        for (int c = 0; c < 3; ++c) { // the last row and column are those before them
            QVERIFY(std::abs(picture->pixel(101, 10)[c] - original.pixel(100, 10)[c]) < 12);
            QVERIFY(std::abs(picture->pixel(60, 77)[c] - original.pixel(60, 76)[c]) < 12);
        }
    }
}

void Movies::strangeNamesWork_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces") << u"my film final (2).mp4"_s;
    QTest::newRow("quotes") << u"the \"best\" o'film.mp4"_s;
    QTest::newRow("not ASCII") << u"Überfahrt – 映画 🎬.mp4"_s;
    QTest::newRow("looks like an address") << u"http:example.mp4"_s;
    QTest::newRow("percent and colon") << u"a%05d: b.mp4"_s;
    QTest::newRow("long") << u"Länge"_s.repeated(36) + u".mp4"_s;
}

void Movies::strangeNamesWork()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 64;
    const std::string path = file(folder, name);
    QVERIFY(writeMovie(path, settings, 3));
    QCOMPARE(everything(folder), QStringList{name});
    auto reader = VideoReader::open(path);
    QVERIFY(reader);
    QCOMPARE(reader->frameCount(), FrameIndex(3));
}

void Movies::unfinishedMoviesLeaveNothing()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 64;
    settings.soundRate = 48000;
    {
        auto writer = VideoWriter::create(file(folder, u"a.mp4"_s), settings);
        QVERIFY(writer);
        for (int n = 0; n < 20; ++n)
            QVERIFY(writer->add(movingPicture(64, 64, n)));
        QCOMPARE(everything(folder).size(), 1); // the file in the making
        QVERIFY(!QFile::exists(folder.filePath(u"a.mp4"_s)));
    }
    QCOMPARE(everything(folder), QStringList());
    auto empty = VideoWriter::create(file(folder, u"a.mp4"_s), settings);
    QVERIFY(empty);
    QCOMPARE(empty->finish().error().code, ErrorCode::EncoderFailed);
    QCOMPARE(everything(folder), QStringList());
}

void Movies::failuresKeepTheExistingFile()
{
    QTemporaryDir folder;
    QFile existing(folder.filePath(u"a.mp4"_s));
    QVERIFY(existing.open(QFile::WriteOnly));
    existing.write("precious");
    existing.close();
    MovieSettings settings;
    settings.width = settings.height = 64;
    {
        auto writer = VideoWriter::create(existing.fileName().toStdString(), settings);
        QVERIFY(writer);
        QVERIFY(writer->add(movingPicture(64, 64, 0)));
    }
    QVERIFY(existing.open(QFile::ReadOnly));
    QCOMPARE(existing.readAll(), QByteArray("precious"));
    existing.close();
    QVERIFY(writeMovie(existing.fileName().toStdString(), settings, 2));
    QVERIFY(probe(existing.fileName().toStdString()));
    QCOMPARE(everything(folder), QStringList{u"a.mp4"_s});
}

void Movies::settingsWithoutSenseAreRefused()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 64;
    const std::string path = file(folder, u"a.mp4"_s);
    auto refused = [&](const MovieSettings& bad) {
        const auto writer = VideoWriter::create(path, bad);
        return !writer && writer.error().code == ErrorCode::InvalidArgument;
    };
    MovieSettings bad = settings;
    bad.width = 0;
    QVERIFY(refused(bad));
    bad = settings;
    bad.height = 100'000;
    QVERIFY(refused(bad));
    bad = settings;
    bad.rate = {0, 1};
    QVERIFY(refused(bad));
    QCOMPARE(VideoWriter::create(folder.path().toStdString(), settings).error().code,
             ErrorCode::FileUnwritable);
    QCOMPARE(VideoWriter::create(file(folder, u"no/such/a.mp4"_s), settings).error().code,
             ErrorCode::FileNotFound);
    QCOMPARE(everything(folder), QStringList());
}

void Movies::picturesOfAnotherSizeAreRefused()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 64;
    auto writer = VideoWriter::create(file(folder, u"a.mp4"_s), settings);
    QVERIFY(writer);
    QCOMPARE(writer->add(movingPicture(65, 64, 0)).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(writer->add(Image()).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(writer->addSound({}).error().code, ErrorCode::InvalidArgument);
}

void Movies::preparedFramesMayBeAddedTwice()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 64;
    const std::string path = file(folder, u"a.mp4"_s);
    auto writer = VideoWriter::create(path, settings);
    QVERIFY(writer);
    auto frame = writer->prepare(movingPicture(64, 64, 4));
    QVERIFY(frame);
    for (int n = 0; n < 30; ++n)
        QVERIFY(writer->add(*frame));
    QVERIFY(writer->finish());
    auto reader = VideoReader::open(path);
    QVERIFY(reader);
    QCOMPARE(reader->frameCount(), FrameIndex(30));
    QVERIFY(reader->seek(29));
    const auto last = reader->next();
    QVERIFY(last);
    QVERIFY(psnr(*last, movingPicture(64, 64, 4)) > 33.0);
}

QTEST_GUILESS_MAIN(Movies)
#include "tst_movies.moc"
