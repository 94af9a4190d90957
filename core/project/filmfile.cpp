#include "core/project/filmfile.h"

#include "core/project/errortext.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kHeaderSize = 100;

/// "SQLite format 3" and its closing zero.
QByteArray sqliteMagic()
{
    return QByteArray("SQLite format 3\0", 16);
}

quint32 at(const QByteArray& header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

} // namespace

Result<void> inspectFilmFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(ErrorCode::FileNotFound, path);
    if (info.isDir())
        return fileError(ErrorCode::FileUnreadable, path, u"it is a folder"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray header = file.read(kHeaderSize);
    if (header.isEmpty())
        return fileError(ErrorCode::FilmDamaged, path, u"the file is empty"_s);
    const qsizetype compared = std::min<qsizetype>(header.size(), 16);
    if (header.first(compared) != sqliteMagic().first(compared))
        return fileError(ErrorCode::NotAFilm, path);
    if (header.size() < kHeaderSize)
        return fileError(ErrorCode::FilmDamaged, path, u"it ends in its first bytes"_s);
    if (at(header, 68) != kFilmApplicationId)
        return fileError(ErrorCode::NotAFilm, path);

    // The header's page count is binding only when no write-ahead log has newer pages.
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0;
    const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + 16) == 1
                                ? 65536
                                : qFromBigEndian<quint16>(header.constData() + 16);
    const bool countIsValid = at(header, 24) == at(header, 92);
    if (!hasLog && countIsValid && info.size() < pageSize * at(header, 28))
        return fileError(
            ErrorCode::FilmDamaged, path,
            u"%1 of %2 bytes are there"_s.arg(info.size()).arg(pageSize * at(header, 28)));
    return {};
}

Result<std::unique_ptr<QLockFile>> lockFilm(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // never by age: a film may be open for days
    if (lock->tryLock(0))
        return lock;
    switch (lock->error()) {
    case QLockFile::LockFailedError: {
        qint64 process = 0;
        QString machine;
        QString program;
        lock->getLockInfo(&process, &machine, &program);
        QString person = QFileInfo(path + u".lock"_s).owner();
        if (person.isEmpty())
            person = program;
        return fileError(ErrorCode::FilmLocked, path, u"%1 on %2"_s.arg(person, machine));
    }
    case QLockFile::PermissionError:
        return fileError(ErrorCode::FileUnwritable, path, u"its folder is read-only"_s);
    default:
        return fileError(isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                         u"its folder takes no lock"_s);
    }
}

Result<QString> readingPlace(const QString& path, const QString& folder)
{
    const QString log = path + u"-wal"_s;
    if (QFileInfo(log).size() == 0)
        return path;
    const QString place = QDir(folder).filePath(u"film.dgrip"_s);
    // Another program may be writing: what was copied counts only if the film stood still.
    for (int attempt = 0; attempt < 3; ++attempt) {
        const QDateTime before = QFileInfo(path).lastModified();
        QFile::remove(place);
        QFile::remove(place + u"-wal"_s);
        if (!QFile::copy(path, place))
            return fileError(isDiskFull(place) ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
                             path);
        if (QFileInfo::exists(log) && !QFile::copy(log, place + u"-wal"_s))
            return fileError(ErrorCode::FileUnreadable, log);
        QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner);
        QFile::setPermissions(place + u"-wal"_s, QFile::ReadOwner | QFile::WriteOwner);
        if (QFileInfo(path).lastModified() == before)
            return place;
    }
    return fileError(ErrorCode::FilmLocked, path, u"another program"_s);
}

QString keptName(const QString& path, int format)
{
    const QFileInfo info(path);
    const QString base = u"%1 (format %2)"_s.arg(info.completeBaseName()).arg(format);
    QString name = base;
    for (int n = 2; info.dir().exists(name + u".dgrip"_s); ++n)
        name = u"%1 %2"_s.arg(base).arg(n);
    return info.dir().filePath(name + u".dgrip"_s);
}

bool isDiskFull(const QString& path)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() >= 0 && storage.bytesAvailable() < 65536;
}

} // namespace dollygrip
