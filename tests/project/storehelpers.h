#pragma once

#include "core/project/errortext.h"
#include "tests/support/filmbuilder.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace dollygrip::test {

// What the tests of the film file share.

inline Film someFilm()
{
    return film()
        .scene(QStringLiteral("INT. ROOM"))
        .shot(QStringLiteral("1A"), 40)
        .stroke({{0.1, 0.1}, {0.5, 0.5}})
        .picture(testPicture(16, 9))
        .shot(QStringLiteral("1B"), 30)
        .scene(QStringLiteral("EXT. ROAD"))
        .shot(QStringLiteral("2A"), 20)
        .sound(QStringLiteral("rain"), 3, 2)
        .build();
}

/// Runs statements on a film's file behind its back.
inline void sqlite(const QString& path, const QStringList& statements)
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString& statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The result is this refusal, and its sentence reads well.
template <class T>
void refused(const Result<T>& result, ErrorCode code)
{
    QVERIFY(!result.has_value());
    QCOMPARE(errorName(result.error().code), errorName(code));
    const QString line = errorLine(result.error());
    QVERIFY2((line.contains(u'“') || code == ErrorCode::NotFound) && line.endsWith(u'.'),
             qPrintable(line));
}

} // namespace dollygrip::test
