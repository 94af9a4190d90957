#include "core/media/imagesequence.h"
#include "core/media/videoreader.h"
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

Image seeThrough(int width, int height)
{
    return Image::filled(width, height, [&](std::uint8_t* pixel) {
        for (int i = 0; i < width * height; ++i, pixel += 4) {
            const int a = i % 256;
            pixel[3] = std::uint8_t(a);
            pixel[0] = std::uint8_t(a * 200 / 255);
            pixel[1] = std::uint8_t(a / 2);
            pixel[2] = 0;
        }
    });
}

QStringList names(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

} // namespace

class Stills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesAreReadAsWritten();
    void transparencySurvives();
    void sequencesTakeTheirPlaceWhenWhole();
    void oldSequencesAreReplacedAndOtherFilesKept();
    void unfinishedSequencesLeaveNothing();
    void filesAreInNumberOrder();
};

void Stills::picturesAreReadAsWritten()
{
    QTemporaryDir folder;
    for (const int width : {1, 7, 33, 320}) {
        const std::string path = folder.filePath(u"bild %1 ü.png"_s.arg(width)).toStdString();
        const Image picture = movingPicture(width, 40, 3);
        QVERIFY(writePng(path, picture));
        const auto read = readPicture(path);
        QVERIFY(read);
        QVERIFY(*read == picture);
    }
    QCOMPARE(writePng(folder.filePath(u"a.png"_s).toStdString(), Image()).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(
        writePng(folder.filePath(u"no/a.png"_s).toStdString(), movingPicture(4, 4, 0)).error().code,
        ErrorCode::FileNotFound);
}

void Stills::transparencySurvives()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(u"glass.png"_s).toStdString();
    const Image picture = seeThrough(64, 64);
    QVERIFY(writePng(path, picture));
    const auto read = readPicture(path);
    QVERIFY(read);
    QCOMPARE(read->width(), 64);
    for (std::size_t i = 0; i < picture.byteCount(); ++i)
        QVERIFY(std::abs(int(read->pixels()[i]) - int(picture.pixels()[i])) <= 1);
}

void Stills::sequencesTakeTheirPlaceWhenWhole()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(u"Bilder 1"_s);
    auto writer = ImageSequenceWriter::create(target.toStdString());
    QVERIFY(writer);
    for (int n = 0; n < 12; ++n)
        QVERIFY(writer->add(*encodePng(movingPicture(32, 32, n))));
    QVERIFY(!QDir(target).exists());
    QVERIFY(writer->finish());
    QCOMPARE(names(folder.path()), QStringList{u"Bilder 1"_s});
    QCOMPARE(names(target).size(), 12);
    QCOMPARE(names(target).first(), u"00000.png"_s);
    QCOMPARE(names(target).last(), u"00011.png"_s);
    const auto files = sequenceFiles(target.toStdString());
    QVERIFY(files);
    for (int n = 0; n < 12; ++n)
        QVERIFY(*readPicture((*files)[std::size_t(n)]) == movingPicture(32, 32, n));
}

void Stills::oldSequencesAreReplacedAndOtherFilesKept()
{
    QTemporaryDir folder;
    for (const char* name : {"00000.png", "00099.png", "notes.txt", "panel 3.png"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("old");
    }
    auto writer = ImageSequenceWriter::create(folder.path().toStdString());
    QVERIFY(writer);
    QVERIFY(writer->add(*encodePng(movingPicture(32, 32, 0))));
    QVERIFY(writer->add(*encodePng(movingPicture(32, 32, 1))));
    QVERIFY(writer->finish());
    QCOMPARE(names(folder.path()),
             (QStringList{u"00000.png"_s, u"00001.png"_s, u"notes.txt"_s, u"panel 3.png"_s}));
    QVERIFY(*readPicture(folder.filePath(u"00000.png"_s).toStdString())
            == movingPicture(32, 32, 0));
}

void Stills::unfinishedSequencesLeaveNothing()
{
    QTemporaryDir folder;
    {
        auto writer = ImageSequenceWriter::create(folder.filePath(u"a"_s).toStdString());
        QVERIFY(writer);
        QVERIFY(writer->add(*encodePng(movingPicture(32, 32, 0))));
    }
    QCOMPARE(names(folder.path()), QStringList());
    auto empty = ImageSequenceWriter::create(folder.filePath(u"a"_s).toStdString());
    QVERIFY(empty);
    QCOMPARE(empty->finish().error().code, ErrorCode::EncoderFailed);
    QCOMPARE(names(folder.path()), QStringList());
    QFile file(folder.filePath(u"f"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(ImageSequenceWriter::create(folder.filePath(u"f"_s).toStdString()).error().code,
             ErrorCode::FileUnwritable);
    QCOMPARE(ImageSequenceWriter::create(folder.filePath(u"x/y"_s).toStdString()).error().code,
             ErrorCode::FileNotFound);
}

void Stills::filesAreInNumberOrder()
{
    QTemporaryDir folder;
    for (const char* name : {"b10.PNG", "b9.png", "a2.jpg", "b1.png", "z.txt", ".hidden.png"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QFile::WriteOnly));
    }
    const auto files = sequenceFiles(folder.path().toStdString());
    QVERIFY(files);
    QStringList found;
    for (const std::string& path : *files)
        found << QFileInfo(QString::fromStdString(path)).fileName();
    QCOMPARE(found, (QStringList{u"a2.jpg"_s, u"b1.png"_s, u"b9.png"_s, u"b10.PNG"_s}));
    QCOMPARE(sequenceFiles("/no/such/folder").error().code, ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(Stills)
#include "tst_stills.moc"
