#include "core/project/sqlstatements.h"

#include "core/project/errortext.h"
#include "core/project/filmfile.h"

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

// Primary result codes of SQLite (sqlite.org/rescode.html).
constexpr int kPermission = 3;
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kInputOutput = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kNotADatabase = 26;

constexpr int kShortRead = 10 | (2 << 8); // SQLITE_IOERR_SHORT_READ

} // namespace

Error sqlFailure(const QSqlError& error, const QString& path)
{
    const int code = error.nativeErrorCode().toInt();
    const QString words = error.databaseText();
    switch (code & 0xff) {
    case kFull: return fileError(ErrorCode::DiskFull, path, words);
    case kBusy:
    case kLocked: return fileError(ErrorCode::FilmLocked, path, u"another program"_s);
    case kCorrupt:
    case kNotADatabase: return fileError(ErrorCode::FilmDamaged, path, words);
    case kReadOnly:
    case kPermission: return fileError(ErrorCode::FileUnwritable, path, words);
    case kCannotOpen: return fileError(ErrorCode::FileUnreadable, path, words);
    case kInputOutput:
        if (code == kShortRead)
            return fileError(ErrorCode::FilmDamaged, path, words);
        return fileError(isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                         words);
    default: return fileError(ErrorCode::FilmDamaged, path, words);
    }
}

Statements::Statements(const QSqlDatabase& database, const QString& path)
    : m_database(database), m_path(path)
{
}

void Statements::each(const QString& statement, const std::function<void(const QSqlQuery&)>& row,
                      const QVariantList& values)
{
    if (m_error)
        return;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool isDone = false;
    if (values.isEmpty()) {
        isDone = query.exec(statement);
    } else if (query.prepare(statement)) {
        for (const QVariant& value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    if (!isDone) {
        fail(sqlFailure(query.lastError(), m_path));
        return;
    }
    while (!m_error && query.next())
        row(query);
    if (query.lastError().isValid())
        fail(sqlFailure(query.lastError(), m_path));
}

void Statements::run(const QString& statement, const QVariantList& values)
{
    each(
        statement, [](const QSqlQuery&) {}, values);
}

QVariant Statements::value(const QString& statement, const QVariantList& values)
{
    QVariant value;
    each(
        statement,
        [&](const QSqlQuery& row) {
            if (!value.isValid())
                value = row.value(0);
        },
        values);
    return value;
}

Result<void> Statements::commit()
{
    run(u"COMMIT"_s);
    if (isGood())
        return {};
    QSqlQuery(m_database).exec(u"ROLLBACK"_s);
    return error();
}

void Statements::fail(const Error& error)
{
    if (!m_error)
        m_error = error;
}

} // namespace dollygrip
