#include "core/project/filmcompare.h"

#include "core/project/filmdatabase.h"
#include "core/project/filmfile.h"
#include "core/project/filmjson.h"

#include <QTemporaryDir>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

/// Rows compare by what they say; positions are free to differ as long as the order is the same.
Result<void> compareRows(const QList<FilmRow>& a, const QList<FilmRow>& b, const QString& table)
{
    const auto differ = [&](const QString& what) {
        return Error{ErrorCode::FilmDamaged, table.toStdString(), what.toStdString()};
    };
    if (a.size() != b.size())
        return differ(u"%1 rows were read, %2 written"_s.arg(a.size()).arg(b.size()));
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i].id != b[i].id || a[i].scene != b[i].scene)
            return differ(u"row %1 is not in its place"_s.arg(a[i].id));
        if (a[i].json != b[i].json)
            return differ(u"row %1 is written differently than it was read"_s.arg(a[i].id));
    }
    return {};
}

Result<FilmRows> rowsOf(const QString& path)
{
    const QTemporaryDir folder;
    const auto place = readingPlace(path, folder.path());
    if (!place)
        return place.error();
    auto database = FilmDatabase::open(*place, *place == path ? FilmDatabase::Access::Read
                                                              : FilmDatabase::Access::Write);
    if (!database)
        return database.error();
    return (*database)->rows();
}

} // namespace

Result<int> compareWithRewrite(const QString& path, const Film& film)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.dgrip"_s);
    if (auto made = FilmDatabase::writeNew(copy, film); !made)
        return made.error();
    auto before = rowsOf(path);
    if (!before)
        return before.error();
    const auto after = rowsOf(copy);
    if (!after)
        return after.error();
    if (before->format != kFilmFormat) {
        if (auto migrated = migrate(*before, migrationSteps()); !migrated)
            return migrated.error();
    }
    if (before->settings != after->settings || before->unknown != after->unknown)
        return Error{ErrorCode::FilmDamaged, "settings",
                     "they are written differently than they were read"};
    for (const auto& [list, name] : {std::pair(&FilmRows::scenes, u"scenes"_s),
                                     {&FilmRows::shots, u"shots"_s},
                                     {&FilmRows::audio, u"audio"_s},
                                     {&FilmRows::cast, u"cast"_s}}) {
        if (auto same = compareRows((*before).*list, (*after).*list, name); !same)
            return same.error();
    }
    return int(after->scenes.size() + after->shots.size() + after->audio.size() + after->cast.size()
               + 2);
}

} // namespace dollygrip
