#include "core/media/audioreader.h"
#include "core/media/imagesequence.h"
#include "core/media/probe.h"
#include "core/media/videoreader.h"
#include "core/media/videowriter.h"
#include "tests/media/mediasamples.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace dollygrip;
using namespace dollygrip::media;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, no file of this process grows beyond `bytes`: a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

/// Reads all there is; the number of pictures, or the error.
Result<int> readAll(const std::string& path)
{
    auto reader = VideoReader::open(path);
    if (!reader)
        return reader.error();
    for (int n = 0; n < 1000; ++n) {
        auto picture = reader->next();
        if (!picture)
            return picture.error();
        if (picture->isNull())
            return n;
    }
    return Error{ErrorCode::Internal, path, "does not end"};
}

} // namespace

class BadMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesThatAreNoMediaAreNamedSo_data();
    void filesThatAreNoMediaAreNamedSo();
    void cutOffFilesNeverCrash_data();
    void cutOffFilesNeverCrash();
    void damagedFilesNeverCrash_data();
    void damagedFilesNeverCrash();
    void aMovieCutBeforeItsIndexIsDamaged();
    void soundWithoutPictureIsNoMovie();
    void pictureWithoutSoundIsNoSound();
    void hugePicturesAreRefused();
    void aFullDiskIsSaidAndNothingIsLeft_data();
    void aFullDiskIsSaidAndNothingIsLeft();
    void foldersThatMayNotBeWrittenAreSaid();
};

void BadMedia::filesThatAreNoMediaAreNamedSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray text = "INT. KITCHEN - NIGHT\n\nShe waits. Nothing here is a movie.\n";
    const int unsupported = int(ErrorCode::MediaUnsupported);
    const int damaged = int(ErrorCode::MediaDamaged);
    for (const char* name : {"a.mp4", "a.mov", "a.wav", "a.mp3", "a.png", "a.txt"}) {
        QTest::addRow("text as %s", name)
            << QString::fromLatin1(name) << text.repeated(50) << unsupported;
        QTest::addRow("nothing as %s", name)
            << QString::fromLatin1(name) << QByteArray() << damaged;
    }
    QTest::newRow("play list") << u"a.m3u8"_s
                               << QByteArray(
                                      "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n/etc/passwd\n")
                               << unsupported;
    QTest::newRow("list of files")
        << u"a.mp4"_s << QByteArray("ffconcat version 1.0\nfile '/etc/passwd'\n") << unsupported;
    QTest::newRow("zip") << u"a.mov"_s << QByteArray("PK\x03\x04") + QByteArray(4000, '\x11')
                         << unsupported;
}

void BadMedia::filesThatAreNoMediaAreNamedSo()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    write(path, bytes);
    const auto expect = [&](const Error& error) {
        QCOMPARE(int(error.code), code);
        QCOMPARE(QString::fromStdString(error.subject), path);
    };
    const auto info = probe(path.toStdString());
    QVERIFY(!info);
    expect(info.error());
    const auto movie = VideoReader::open(path.toStdString());
    QVERIFY(!movie);
    expect(movie.error());
    const auto sound = readSound(path.toStdString());
    QVERIFY(!sound);
    expect(sound.error());
    const auto inMemory =
        readSound(std::span(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                            std::size_t(bytes.size())),
                  "bytes");
    QVERIFY(!inMemory);
    QCOMPARE(int(inMemory.error().code), code);

    QCOMPARE(probe(folder.path().toStdString()).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(probe((path + u"x"_s).toStdString()).error().code, ErrorCode::FileNotFound);
    if (geteuid() != 0) { // root may read everything
        QFile(path).setPermissions({});
        QCOMPARE(probe(path.toStdString()).error().code, ErrorCode::FileUnreadable);
    }
}

void BadMedia::cutOffFilesNeverCrash_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("mp4") << u"mp4"_s;
    QTest::newRow("mov") << u"mov"_s;
    QTest::newRow("wav") << u"wav"_s;
    QTest::newRow("png") << u"png"_s;
}

namespace {

QByteArray sample(const QTemporaryDir& folder, const QString& suffix)
{
    const QString path = folder.filePath(u"whole."_s + suffix);
    if (suffix == "wav"_L1) {
        const auto wav = encodeWav(tone(0.5));
        return QByteArray(reinterpret_cast<const char*>(wav.data()), qsizetype(wav.size()));
    }
    if (suffix == "png"_L1) {
        const auto png = *encodePng(movingPicture(200, 120, 1));
        return QByteArray(reinterpret_cast<const char*>(png.data()), qsizetype(png.size()));
    }
    MovieSettings settings;
    settings.kind = suffix == "mov"_L1 ? MovieKind::ProResMov : MovieKind::H264Mp4;
    settings.width = 96;
    settings.height = 64;
    settings.soundRate = 48000;
    settings.timecode = "01:00:00:00";
    if (!writeMovie(path.toStdString(), settings, 20))
        return {};
    return read(path);
}

/// Whatever comes, it is a picture, a sound, or an Error about media.
void readEveryWay(const QString& path)
{
    const auto allowed = [](const Error& error) {
        return error.code == ErrorCode::MediaDamaged || error.code == ErrorCode::MediaUnsupported
               || error.code == ErrorCode::MediaTooLarge;
    };
    const auto pictures = readAll(path.toStdString());
    QVERIFY2(pictures || allowed(pictures.error()),
             pictures ? "" : pictures.error().detail.c_str());
    const auto sound = readSound(path.toStdString());
    QVERIFY2(sound || allowed(sound.error()), sound ? "" : errorName(sound.error().code));
    const auto info = probe(path.toStdString());
    QVERIFY2(info || allowed(info.error()), info ? "" : errorName(info.error().code));
}

} // namespace

void BadMedia::cutOffFilesNeverCrash()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    const QByteArray whole = sample(folder, suffix);
    QVERIFY(whole.size() > 1000);
    QRandomGenerator random(7);
    const QString path = folder.filePath(u"cut."_s + suffix);
    for (int i = 0; i < 25; ++i) {
        write(path, whole.left(random.bounded(1, int(whole.size()))));
        readEveryWay(path);
    }
}

void BadMedia::damagedFilesNeverCrash_data()
{
    cutOffFilesNeverCrash_data();
}

void BadMedia::damagedFilesNeverCrash()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    const QByteArray whole = sample(folder, suffix);
    QVERIFY(whole.size() > 1000);
    QRandomGenerator random(11);
    const QString path = folder.filePath(u"damaged."_s + suffix);
    for (int i = 0; i < 25; ++i) {
        QByteArray bytes = whole;
        for (int k = 0; k < 40; ++k)
            bytes[random.bounded(int(k < 10 ? 1000 : bytes.size()))] = char(random.bounded(256));
        write(path, bytes);
        readEveryWay(path);
    }
}

void BadMedia::aMovieCutBeforeItsIndexIsDamaged()
{
    QTemporaryDir folder;
    const QByteArray whole = sample(folder, u"mp4"_s);
    const QString path = folder.filePath(u"cut.mp4"_s);
    write(path, whole.left(600)); // the index is in front and over a kilobyte
    QCOMPARE(VideoReader::open(path.toStdString()).error().code, ErrorCode::MediaDamaged);
    QCOMPARE(readSound(path.toStdString()).error().code, ErrorCode::MediaDamaged);
    QCOMPARE(probe(path.toStdString()).error().code, ErrorCode::MediaDamaged);
}

void BadMedia::soundWithoutPictureIsNoMovie()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.wav"_s);
    write(path, sample(folder, u"wav"_s));
    QCOMPARE(VideoReader::open(path.toStdString()).error().code, ErrorCode::MediaUnsupported);
}

void BadMedia::pictureWithoutSoundIsNoSound()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(u"a.png"_s).toStdString();
    QVERIFY(writePng(path, movingPicture(32, 32, 0)));
    QCOMPARE(readSound(path).error().code, ErrorCode::MediaUnsupported);
}

void BadMedia::hugePicturesAreRefused()
{
    QTemporaryDir folder;
    QByteArray png = sample(folder, u"png"_s);
    // 30,000 x 30,000 in the header, with the header's checksum made right.
    const QByteArray size("\x00\x00\x75\x30\x00\x00\x75\x30", 8);
    png.replace(16, 8, size);
    quint32 crc = 0xffffffffU;
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) ? 0xedb88320U : 0U);
    }
    crc = ~crc;
    for (int i = 0; i < 4; ++i)
        png[29 + i] = char(crc >> (24 - 8 * i));
    const QString path = folder.filePath(u"huge.png"_s);
    write(path, png);
    const auto picture = readPicture(path.toStdString());
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, ErrorCode::MediaTooLarge);
}

void BadMedia::aFullDiskIsSaidAndNothingIsLeft_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("room");
    for (const int room : {0, 20'000, 60'000}) {
        QTest::addRow("MP4 with %d bytes", room) << u"a.mp4"_s << room;
        QTest::addRow("MOV with %d bytes", room) << u"a.mov"_s << room;
        QTest::addRow("pictures with %d bytes", room / 40) << u"pictures"_s << room / 40;
    }
}

void BadMedia::aFullDiskIsSaidAndNothingIsLeft()
{
    QFETCH(QString, name);
    QFETCH(int, room);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (name != "pictures"_L1)
        write(path, "precious");
    Result<void> result;
    {
        const FullDisk full{rlim_t(room)};
        if (name == "pictures"_L1) {
            auto writer = ImageSequenceWriter::create(path.toStdString());
            QVERIFY(writer);
            result = writer->add(*encodePng(movingPicture(320, 180, 0)));
        } else {
            MovieSettings settings;
            settings.kind = name == "a.mov"_L1 ? MovieKind::ProResMov : MovieKind::H264Mp4;
            settings.width = 640;
            settings.height = 360;
            settings.quality = 1;
            settings.soundRate = 48000;
            result = writeMovie(path.toStdString(), settings, 100);
        }
    }
    QVERIFY(!result);
    QVERIFY2(result.error().code == ErrorCode::DiskFull, result.error().detail.c_str());
    const QStringList left =
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    if (name == "pictures"_L1) {
        QCOMPARE(left, QStringList());
    } else {
        QCOMPARE(left, QStringList{name});
        QCOMPARE(read(path), QByteArray("precious"));
    }
}

void BadMedia::foldersThatMayNotBeWrittenAreSaid()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    QTemporaryDir folder;
    QVERIFY(QFile(folder.path()).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    MovieSettings settings;
    settings.width = settings.height = 64;
    const QString path = folder.filePath(u"a.mp4"_s);
    QCOMPARE(VideoWriter::create(path.toStdString(), settings).error().code,
             ErrorCode::FileUnwritable);
    QCOMPARE(ImageSequenceWriter::create(path.toStdString()).error().code,
             ErrorCode::FileUnwritable);
    QVERIFY(QFile(folder.path())
                .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QTEST_GUILESS_MAIN(BadMedia)
#include "tst_badmedia.moc"
