#include "core/project/migration.h"

#include "core/project/filmjson.h"

#include <algorithm>

namespace dollygrip {

const std::vector<MigrationStep>& migrationSteps()
{
    // Format 1 is the first; a step {1, …} comes with format 2.
    static const std::vector<MigrationStep> steps;
    return steps;
}

Result<QStringList> migrate(FilmRows& rows, const std::vector<MigrationStep>& steps)
{
    if (rows.format > kFilmFormat)
        return Error{ErrorCode::FilmNewer, "film", std::to_string(rows.format)};
    QStringList notes;
    while (rows.format < kFilmFormat) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const MigrationStep& each) {
            return each.from == rows.format;
        });
        if (step == steps.end())
            return Error{ErrorCode::FilmDamaged, "film",
                         "format " + std::to_string(rows.format) + " is not known"};
        notes += step->apply(rows);
        ++rows.format;
    }
    return notes;
}

} // namespace dollygrip
