#include "core/takes/takestore.h"
#include "tests/support/fakegenerator.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimeZone>

using namespace dollygrip;
using namespace Qt::StringLiterals;

namespace {

const QString kHash = u"0123456789abcdef0123456789abcdef"_s;

Take madeTake(const QString& hash = kHash, FrameIndex frames = 3)
{
    Take take;
    take.requestHash = hash;
    take.quality = u"final"_s;
    take.model = u"completion"_s;
    take.seed = 18446744073709551615ULL;
    take.size = QSize(8, 6);
    take.frames = frames;
    take.rate = {24000, 1001};
    take.made = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9, 10), QTimeZone::utc());
    take.seconds = 1.25;
    take.note = u"“softer”, Zoë: prüfen"_s;
    return take;
}

Take shot(TakeStore& store, Take take)
{
    const auto folder = store.beginTake(take.requestHash);
    if (!folder)
        qFatal("beginTake");
    for (FrameIndex n = 0; n < take.frames; ++n)
        if (!TakeStore::writePicture(*folder, n, test::numberedPicture(8, 6, n)))
            qFatal("writePicture");
    const auto done = store.finishTake(*folder, take);
    if (!done)
        qFatal("finishTake");
    return *done;
}

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TakeStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = m_home->filePath(u"Nacht & “Nebel”.takes"_s);
    }
    void cleanup() { QThreadPool::globalInstance()->waitForDone(); }

    void anEmptyStoreMakesNothingOnTheDisk()
    {
        const TakeStore store(m_folder);
        QVERIFY(store.takes().isEmpty());
        QVERIFY(!QDir(m_folder).exists());
    }

    void aTakeComesBackAsItWas()
    {
        const Take take = madeTake();
        TakeStore store(m_folder);
        QSignalSpy added(&store, &TakeStore::takeAdded);
        shot(store, take);
        QCOMPARE(added.size(), 1);

        const TakeStore again(m_folder);
        QCOMPARE(again.takes().size(), 1);
        const Take back = again.takes().first();
        QCOMPARE(back.id, take.id);
        QCOMPARE(back.shot, take.shot);
        QCOMPARE(back.requestHash, take.requestHash);
        QCOMPARE(back.quality, take.quality);
        QCOMPARE(back.model, take.model);
        QCOMPARE(back.seed, take.seed);
        QCOMPARE(back.size, take.size);
        QCOMPARE(back.frames, take.frames);
        QCOMPARE(back.rate, take.rate);
        QCOMPARE(back.made, take.made);
        QCOMPARE(back.seconds, take.seconds);
        QCOMPARE(back.note, take.note);
        QVERIFY(again.takeByHash(kHash));
        QVERIFY(again.take(take.id));
        QCOMPARE(again.takesOf(take.shot).size(), 1);
        QVERIFY(again.takesOf(ShotId::create()).isEmpty());
        const QImage picture(takePicturePath(back.folder, 2));
        QCOMPARE(picture.size(), QSize(8, 6));
        QCOMPARE(picture.pixelColor(3, 3), QColor(2, 0, 77));
    }

    void transparentPicturesKeepTheirAlpha()
    {
        TakeStore store(m_folder);
        const auto folder = store.beginTake(kHash);
        QVERIFY(folder);
        QVERIFY(TakeStore::writePicture(*folder, 0, Image::ofColour(4, 4, 200, 100, 0, 128)));
        const QImage picture(takePicturePath(*folder, 0));
        QVERIFY(picture.hasAlphaChannel());
        QCOMPARE(picture.pixelColor(1, 1).alpha(), 128);
    }

    void aTakeInTheMakingIsNotListed()
    {
        TakeStore store(m_folder);
        const auto folder = store.beginTake(kHash);
        QVERIFY(folder);
        QVERIFY(TakeStore::writePicture(*folder, 0, test::numberedPicture(8, 6, 0)));
        QVERIFY(TakeStore::sealTake(*folder, madeTake(kHash, 1)));
        QVERIFY(TakeStore(m_folder).takes().isEmpty());
        QVERIFY2(QDir(*folder).exists(), "another store must not remove work in progress");
        TakeStore::abandonTake(*folder);
        QVERIFY(!QDir(*folder).exists());
    }

    void abandoningSomethingElseRemovesNothing()
    {
        TakeStore store(m_folder);
        const Take take = shot(store, madeTake());
        TakeStore::abandonTake(take.folder);
        TakeStore::abandonTake(m_home->path());
        QVERIFY(QDir(take.folder).exists());
    }

    void theSecondTakeOfARequestIsTheFirst()
    {
        TakeStore store(m_folder);
        const Take first = shot(store, madeTake());
        const Take second = shot(store, madeTake());
        QCOMPARE(second.id, first.id);
        QCOMPARE(store.takes().size(), 1);
    }

    void brokenTakesAreLeftOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no take.json") << u"take.json"_s << QByteArray("REMOVE");
        QTest::newRow("empty take.json") << u"take.json"_s << QByteArray();
        QTest::newRow("not JSON") << u"take.json"_s << QByteArray("\x00\xff{[", 4);
        QTest::newRow("JSON of another kind") << u"take.json"_s << QByteArray("[1,2,3]");
        QTest::newRow("cut off") << u"take.json"_s << QByteArray("CUT");
        QTest::newRow("newer format") << u"take.json"_s << QByteArray("SET format 2");
        QTest::newRow("other hash") << u"take.json"_s << QByteArray("SET request ffff");
        QTest::newRow("no id") << u"take.json"_s << QByteArray("SET id hello");
        QTest::newRow("no frames") << u"take.json"_s << QByteArray("SET frames 0");
        QTest::newRow("frames without end")
            << u"take.json"_s << QByteArray("SET frames 99999999999");
        QTest::newRow("negative size") << u"take.json"_s << QByteArray("SET width -5");
        QTest::newRow("no rate") << u"take.json"_s << QByteArray("SET rateDen 0");
        QTest::newRow("more steps done than there were")
            << u"take.json"_s << QByteArray("SET stepsDone 5");
        QTest::newRow("stopped early where the whole one lies")
            << u"take.json"_s << QByteArray("SET steps 5");
        QTest::newRow("conditioning elsewhere")
            << u"take.json"_s
            << QByteArray("SET conditioning [{\"signal\":\"../x\",\"frames\":1}]");
        QTest::newRow("conditioning called as the pictures are")
            << u"take.json"_s
            << QByteArray("SET conditioning [{\"signal\":\"frame\",\"frames\":1}]");
        QTest::newRow("conditioning without end")
            << u"take.json"_s
            << QByteArray("SET conditioning [{\"signal\":\"mask\",\"frames\":9999999999}]");
        QTest::newRow("conditioning that is not there")
            << u"take.json"_s
            << QByteArray("SET conditioning [{\"signal\":\"mask\",\"frames\":1}]");
        QTest::newRow("a picture is missing") << u"frame-00001.png"_s << QByteArray("REMOVE");
        QTest::newRow("a picture is empty") << u"frame-00001.png"_s << QByteArray();
        QTest::newRow("a picture too many") << u"frame-00009.png"_s << QByteArray("x");
    }
    void brokenTakesAreLeftOut()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const QString other = u"aaaa"_s;
        QString path;
        {
            TakeStore store(m_folder);
            path = shot(store, madeTake()).folder + u'/' + file;
            shot(store, madeTake(other));
        }
        if (content == "REMOVE") {
            QVERIFY(QFile::remove(path));
        } else if (content == "CUT") {
            QFile json(path);
            QVERIFY(json.resize(json.size() / 2));
        } else if (content.startsWith("SET")) {
            QFile json(path);
            QVERIFY(json.open(QIODevice::ReadOnly));
            QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
            const QList<QByteArray> words = content.split(' ');
            bool isNumber = false;
            const qint64 number = words[2].toLongLong(&isNumber);
            object[QString::fromUtf8(words[1])] = isNumber ? QJsonValue(number)
                                                  : words[2].startsWith('[')
                                                      ? QJsonDocument::fromJson(words[2]).array()
                                                      : QJsonValue(QString::fromUtf8(words[2]));
            json.close();
            overwrite(path, QJsonDocument(object).toJson());
        } else {
            overwrite(path, content);
        }
        TakeStore store(m_folder);
        QCOMPARE(store.takes().size(), 1);
        QCOMPARE(store.takes().first().requestHash, other);
        // The same request can be shot again and takes the broken one's place.
        const Take again = shot(store, madeTake());
        QCOMPARE(store.takes().size(), 2);
        QCOMPARE(TakeStore(m_folder).takes().size(), 2);
        QVERIFY(QDir(again.folder).exists());
    }

    void strangersInTheFolderAreLeftAlone()
    {
        TakeStore store(m_folder);
        shot(store, madeTake());
        QVERIFY(QDir().mkpath(m_folder + u"/My notes"_s));
        overwrite(m_folder + u"/readme.txt"_s, "hello");
        QCOMPARE(TakeStore(m_folder).takes().size(), 1);
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(QDir(m_folder + u"/My notes"_s).exists());
        QVERIFY(QFile::exists(m_folder + u"/readme.txt"_s));
    }

    void onlyHashesBecomeFolders()
    {
        TakeStore store(m_folder);
        for (const QString& bad : {u"../../escape"_s, u""_s, u"ABC"_s, u"a/b"_s}) {
            const auto folder = store.beginTake(bad);
            QVERIFY(!folder);
            QCOMPARE(folder.error().code, ErrorCode::InvalidArgument);
        }
    }

    void removingTakesItAway()
    {
        TakeStore store(m_folder);
        const Take take = shot(store, madeTake());
        QSignalSpy removed(&store, &TakeStore::takeRemoved);
        QVERIFY(store.removeTake(take.id));
        QCOMPARE(removed.size(), 1);
        QVERIFY(store.takes().isEmpty());
        QVERIFY(!QDir(take.folder).exists());
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY(QDir(m_folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        const auto twice = store.removeTake(take.id);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::NotFound);
    }

    void aNoteIsKept()
    {
        TakeStore store(m_folder);
        const Take take = shot(store, madeTake());
        QVERIFY(store.setNote(take.id, u"the one"_s));
        QCOMPARE(store.take(take.id)->note, u"the one"_s);
        QCOMPARE(TakeStore(m_folder).takes().first().note, u"the one"_s);
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        overwrite(m_folder, "a file where the folder should be");
        TakeStore store(m_folder);
        const auto folder = store.beginTake(kHash);
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::FileUnwritable);
        const auto written = TakeStore::writePicture(m_home->filePath(u"nowhere"_s), 0,
                                                     test::numberedPicture(4, 4, 0));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileUnwritable);
    }

    void aFullDiskIsCalledThat()
    {
        const QString full = QString::fromLocal8Bit(qgetenv("DOLLYGRIP_FULL_DISK"));
        if (full.isEmpty())
            QSKIP("needs DOLLYGRIP_FULL_DISK: a folder on a disk without room");
        TakeStore store(full + u"/Film.takes"_s);
        const auto folder = store.beginTake(kHash);
        const Image noise = Image::filled(2000, 2000, [](std::uint8_t* pixels) {
            std::uint32_t state = 1;
            for (std::size_t i = 0; i < std::size_t(2000) * 2000 * 4; ++i) {
                state = state * 1664525 + 1013904223;
                pixels[i] = i % 4 == 3 ? 255 : std::uint8_t(state >> 24);
            }
        });
        const auto written =
            folder ? TakeStore::writePicture(*folder, 0, noise) : Result<void>(folder.error());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::DiskFull);
    }
};

QTEST_GUILESS_MAIN(TakeStoreTest)
#include "tst_takestore.moc"
