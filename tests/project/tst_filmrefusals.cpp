#include "core/project/editing.h"
#include "core/project/filmstore.h"
#include "tests/project/storehelpers.h"
#include "tests/support/filmbuilder.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestFilmRefusals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsOverwritten();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void cutOffFilesAreRefused();
    void flippedPagesAreRefused();
    void newerFormatIsRefused();
    void secondOpenIsRefusedByName();
    void lockOfADeadProcessIsTakenOver();
    void readOnlyFolderIsRefusedForEditing();
    void readOnlyOpenWritesNothing();
    void fullDiskLosesNothing();
    void fullDiskWhileCreatingLeavesNothing();

private:
    QString in(const QString& name) const { return m_folder->filePath(name); }
    QString made(const QString& name, const Film& film = someFilm()) const
    {
        const auto store = FilmStore::create(in(name), film);
        return store ? in(name) : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFilmRefusals::nothingIsOverwritten()
{
    const QString path = in(u"a.dgrip"_s);
    writeBytes(path, "mine");
    refused(FilmStore::create(path, someFilm()), ErrorCode::FileExists);
    QCOMPARE(bytesOf(path), QByteArray("mine"));
}

void TestFilmRefusals::foreignFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::FilmDamaged);
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(100) << int(ErrorCode::NotAFilm);
    QTest::newRow("short text") << QByteArray("x") << int(ErrorCode::NotAFilm);
    QTest::newRow("zeros") << QByteArray(5000, '\0') << int(ErrorCode::NotAFilm);
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(300, 'x')
                             << int(ErrorCode::NotAFilm);
    QTest::newRow("beginning of SQLite") << QByteArray("SQLite for") << int(ErrorCode::FilmDamaged);
}

void TestFilmRefusals::foreignFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const QString path = in(u"a.dgrip"_s);
    writeBytes(path, bytes);
    for (const OpenMode mode : {OpenMode::Edit, OpenMode::ReadOnly})
        refused(FilmStore::open(path, mode), ErrorCode(code));
    QCOMPARE(bytesOf(path), bytes);
    refused(FilmStore::open(in(u"absent.dgrip"_s)), ErrorCode::FileNotFound);
    refused(FilmStore::open(m_folder->path()), ErrorCode::FileUnreadable);
    const QString other = in(u"other.sqlite"_s);
    sqlite(other, {u"CREATE TABLE IF NOT EXISTS t(x)"_s});
    refused(FilmStore::open(other), ErrorCode::NotAFilm);
}

void TestFilmRefusals::cutOffFilesAreRefused()
{
    const QString path = made(u"a.dgrip"_s);
    const QByteArray whole = bytesOf(path);
    QVERIFY(whole.size() > 8192);
    for (qsizetype length = 1; length < whole.size(); length += 1 + length / 3) {
        writeBytes(path, whole.first(length));
        for (const OpenMode mode : {OpenMode::Edit, OpenMode::ReadOnly})
            refused(FilmStore::open(path, mode), ErrorCode::FilmDamaged);
        QCOMPARE(bytesOf(path), whole.first(length));
    }
    writeBytes(path, whole);
    QVERIFY(FilmStore::open(path).has_value());
}

void TestFilmRefusals::flippedPagesAreRefused()
{
    const QString path = made(u"a.dgrip"_s, longFilm(40));
    const QByteArray whole = bytesOf(path);
    int refusals = 0;
    for (qsizetype page = 4096; page + 4096 <= whole.size(); page += 4096) {
        QByteArray broken = whole;
        broken.replace(page, 4096, QByteArray(4096, char(0xa5)));
        writeBytes(path, broken);
        const auto store = FilmStore::open(path, OpenMode::ReadOnly);
        if (!store) {
            refused(store, ErrorCode::FilmDamaged);
            ++refusals;
        }
    }
    QVERIFY(refusals > 4);
}

void TestFilmRefusals::newerFormatIsRefused()
{
    const QString path = made(u"a.dgrip"_s);
    sqlite(path, {u"UPDATE meta SET value = '99' WHERE key = 'format'"_s});
    for (const OpenMode mode : {OpenMode::Edit, OpenMode::ReadOnly}) {
        const auto store = FilmStore::open(path, mode);
        refused(store, ErrorCode::FilmNewer);
        QVERIFY(errorLine(store.error()).contains(u"99"_s));
    }
}

void TestFilmRefusals::secondOpenIsRefusedByName()
{
    const auto first = FilmStore::create(in(u"a.dgrip"_s), someFilm());
    QVERIFY(first.has_value());
    const auto second = FilmStore::open(in(u"a.dgrip"_s));
    refused(second, ErrorCode::FilmLocked);
    QVERIFY2(QString::fromStdString(second.error().detail).contains(QSysInfo::machineHostName()),
             second.error().detail.c_str());
    QVERIFY(QString::fromStdString(second.error().detail).contains(u" on "_s));
}

void TestFilmRefusals::lockOfADeadProcessIsTakenOver()
{
    const QString path = made(u"a.dgrip"_s);
    QProcess gone;
    gone.start(u"true"_s, {});
    QVERIFY(gone.waitForStarted());
    const qint64 process = gone.processId();
    QVERIFY(gone.waitForFinished());
    // The lock as QLockFile writes it, with a process that is gone.
    {
        QLockFile lock(path + u".lock"_s);
        QVERIFY(lock.tryLock(0));
        const QByteArray text = bytesOf(path + u".lock"_s);
        QFile copy(path + u".lock2"_s);
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(QByteArray::number(process) + text.mid(text.indexOf('\n')));
    }
    QVERIFY(QFile::rename(path + u".lock2"_s, path + u".lock"_s));
    QVERIFY(FilmStore::open(path).has_value());
}

void TestFilmRefusals::readOnlyFolderIsRefusedForEditing()
{
    const QString path = made(u"a.dgrip"_s);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner
                                                        | QFile::ReadGroup | QFile::ExeGroup
                                                        | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    // Root may write anywhere: be somebody else for the moment.
    const bool isRoot = geteuid() == 0;
    if (isRoot)
        QVERIFY(seteuid(65534) == 0);
    const auto edit = FilmStore::open(path);
    const auto read = FilmStore::open(path, OpenMode::ReadOnly);
    const auto create = FilmStore::create(in(u"new.dgrip"_s), someFilm());
    if (isRoot)
        QVERIFY(seteuid(0) == 0);
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    refused(edit, ErrorCode::FileUnwritable);
    refused(create, ErrorCode::FileUnwritable);
    QVERIFY(read.has_value());
    QVERIFY((*read)->openedFilm().shotNamed(u"1A"_s));
}

void TestFilmRefusals::readOnlyOpenWritesNothing()
{
    const QString path = made(u"a.dgrip"_s);
    const QByteArray before = bytesOf(path);
    {
        const auto store = FilmStore::open(path, OpenMode::ReadOnly);
        QVERIFY(store.has_value());
        QVERIFY((*store)->isReadOnly());
        Film film = (*store)->openedFilm();
        const Film start = film;
        film.settings.title = u"other"_s;
        (*store)->write(diff(start, film), film);
        QVERIFY((*store)->flush().has_value());
        refused((*store)->saveVersion(u"v"_s, film), ErrorCode::FileUnwritable);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"a.dgrip"_s});
    }
    QCOMPARE(bytesOf(path), before);
}

void TestFilmRefusals::fullDiskLosesNothing()
{
    auto store = FilmStore::create(in(u"a.dgrip"_s), someFilm());
    QVERIFY(store.has_value());
    QSignalSpy failed(store->get(), &FilmStore::writeFailed);
    Film film = (*store)->openedFilm();
    const Film start = film;
    // A file may not grow beyond this: the log fills up in the middle of a transaction.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit tight = old;
    tight.rlim_cur = 40000;
    setrlimit(RLIMIT_FSIZE, &tight);
    addAsset(film, makeAsset(QByteArray(200000, 'x'), u"image/png"_s, u"large"_s));
    const ShotId shot = film.shotNamed(u"1A"_s)->id;
    const QString hash = makeAsset(QByteArray(200000, 'x'), {}, {})->hash;
    const LayerId layer = film.shot(shot)->panels[0]->layers[0].id;
    QVERIFY(changeLayer(film, shot, layer, [&](Layer& changed) -> Result<void> {
                changed.picture = hash;
                return {};
            }).has_value());
    (*store)->write(diff(start, film), film);
    const auto flushed = (*store)->flush();
    const Film second = film;
    film.settings.title = u"later"_s;
    (*store)->write(diff(second, film), film);
    const auto again = (*store)->flush();
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!flushed);
    QVERIFY(!again);
    QVERIFY(flushed.error().code == ErrorCode::DiskFull
            || flushed.error().code == ErrorCode::FileUnwritable);
    QTRY_COMPARE(failed.count(), 2);
    // On the disk it is as before; and nothing is lost once there is room.
    {
        const auto seen = FilmStore::open(in(u"a.dgrip"_s), OpenMode::ReadOnly);
        QVERIFY(seen.has_value());
        QVERIFY((*seen)->openedFilm() == start);
    }
    QVERIFY((*store)->flush().has_value());
    store->reset();
    const auto reopened = FilmStore::open(in(u"a.dgrip"_s));
    QVERIFY(reopened.has_value());
    QCOMPARE((*reopened)->openedFilm().settings.title, u"later"_s);
    QCOMPARE((*reopened)->openedFilm().assets[hash]->bytes.size(), 200000);
}

void TestFilmRefusals::fullDiskWhileCreatingLeavesNothing()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit tight = old;
    tight.rlim_cur = 20000;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto store = FilmStore::create(in(u"a.dgrip"_s), longFilm(100));
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!store);
    QVERIFY(store.error().code == ErrorCode::DiskFull
            || store.error().code == ErrorCode::FileUnwritable);
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

QTEST_GUILESS_MAIN(TestFilmRefusals)
#include "tst_filmrefusals.moc"
