#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace dollygrip {

/// One row of a table of the film file.
struct FilmRow {
    QString id;
    QString scene; ///< shots only: the row they belong to
    qint64 position = 0;
    QJsonObject json;
};

/// What a film file says about its film, before it is understood; rows in order.
struct FilmRows {
    int format = 0;
    QJsonObject settings;
    QJsonObject unknown; ///< keys of the film itself that a newer version wrote
    QList<FilmRow> scenes;
    QList<FilmRow> shots;
    QList<FilmRow> audio;
    QList<FilmRow> cast; ///< since format 2
};

/// Makes rows of format `from` into rows of format `from + 1`. A pure function on the rows; what
/// it returns is told to the user.
struct MigrationStep {
    int from = 0;
    std::function<QStringList(FilmRows&)> apply;
};

/// The steps of this version, one for each format before the current one.
const std::vector<MigrationStep>& migrationSteps();

/// Brings the rows to the current format. Errors: FilmNewer; FilmDamaged when there is no step
/// that leads on from their format.
Result<QStringList> migrate(FilmRows& rows, const std::vector<MigrationStep>& steps);

} // namespace dollygrip
