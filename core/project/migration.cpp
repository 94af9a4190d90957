#include "core/project/migration.h"

#include "core/project/filmjson.h"

#include <algorithm>

namespace dollygrip {

const std::vector<MigrationStep>& migrationSteps()
{
    static const std::vector<MigrationStep> steps{
        // Format 2 adds the cast and how networks shoot a shot; a film without them is whole.
        {1, [](FilmRows&) { return QStringList(); }},
    };
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
