#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <optional>

namespace dollygrip {

/// What SQLite says as an Error about the film's file.
Error sqlFailure(const QSqlError& error, const QString& path);

/// Runs statements one after the other until one fails; the rest is then skipped and the first
/// failure kept. On the thread of its database.
class Statements {
public:
    Statements(const QSqlDatabase& database, const QString& path);

    void run(const QString& statement, const QVariantList& values = {});
    /// First column of the first row.
    QVariant value(const QString& statement, const QVariantList& values = {});
    void each(const QString& statement, const std::function<void(const QSqlQuery&)>& row,
              const QVariantList& values = {});
    /// Runs COMMIT when all went well, ROLLBACK otherwise.
    Result<void> commit();

    void fail(const Error& error);
    bool isGood() const { return !m_error; }
    const Error& error() const { return *m_error; }

private:
    QSqlDatabase m_database;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace dollygrip
