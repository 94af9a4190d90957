#include "core/project/numbering.h"

#include "core/project/editing.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

const QString& alphabet()
{
    static const QString letters = u"ABCDEFGHJKLMNPQRSTUVWXYZ"_s;
    return letters;
}

/// 1 for "A", 2 for "B" … as numberingLetters() counts, from 1; nothing for other text.
std::optional<int> valueOfLetters(const QString& text)
{
    if (text.isEmpty() || text.size() > 4)
        return std::nullopt;
    int value = 0;
    for (const QChar letter : text) {
        const qsizetype at = alphabet().indexOf(letter);
        if (at < 0)
            return std::nullopt;
        value = value * int(alphabet().size()) + int(at) + 1;
    }
    return value;
}

/// A run of names that follow one another, some of them fixed.
struct Series {
    std::vector<std::optional<QString>> names; ///< fixed ones are set; fill() sets the others
    std::function<QString(int)> plain;         ///< of a value, counted from 1
    std::function<std::optional<int>(const QString&)> valueOf;
    int step = 1;
    bool namesAfterNext = false; ///< in between: "A4" before 4 instead of "3A" after 3
};

int followingValue(int value, int step)
{
    return (value / step + 1) * step;
}

/// Values for `count` free places above `last` (and below `end`, if given); empty: no room.
std::vector<int> roomFor(const Series& series, std::size_t count, int last, std::optional<int> end,
                         const QSet<QString>& taken)
{
    std::vector<int> values;
    for (int value = followingValue(last, series.step);
         values.size() < count && (!end || value < *end);
         value = followingValue(value, series.step)) {
        if (!taken.contains(series.plain(value)))
            values.push_back(value);
    }
    if (values.size() == count || !end)
        return values;
    values.clear();
    if (*end - last <= int(count))
        return values;
    for (std::size_t k = 1; k <= count; ++k) {
        const int value = last + int((*end - last) * int(k) / int(count + 1));
        if (taken.contains(series.plain(value)))
            return {};
        values.push_back(value);
    }
    return values;
}

/// Gives the free places of a series their names and adds them to `taken`.
void fill(Series& series, QSet<QString>& taken)
{
    int last = 0;
    std::optional<QString> before; ///< the last fixed name that the rule can read
    std::size_t first = 0;
    const std::vector<std::optional<QString>> fixed = series.names;
    while (first < fixed.size()) {
        // Up to the next fixed name that the rule can read and that counts on.
        std::size_t end = first;
        std::optional<int> endValue;
        std::vector<std::size_t> free;
        for (; end < fixed.size() && !endValue; ++end) {
            if (!fixed[end]) {
                free.push_back(end);
                continue;
            }
            const auto value = series.valueOf(*fixed[end]);
            if (value && *value > last)
                endValue = value;
        }
        const std::vector<int> values = roomFor(series, free.size(), last, endValue, taken);
        qsizetype letter = 0;
        for (std::size_t i = 0; i < free.size(); ++i) {
            QString name;
            if (!values.empty()) {
                name = series.plain(values[i]);
                last = values[i];
            } else {
                do {
                    const QString letters = numberingLetters(letter++);
                    name = series.namesAfterNext || !before ? letters + *fixed[end - 1]
                                                            : *before + letters;
                } while (taken.contains(name));
            }
            taken.insert(name);
            series.names[free[i]] = name;
        }
        if (endValue) {
            last = *endValue;
            before = fixed[end - 1];
        }
        first = end;
    }
}

using IsFixed = std::function<bool(const Shot&)>;

/// The scene's number in a name: "12" of "12A", "A4" of "A4-10".
std::optional<QString> sceneNumberIn(const QString& name, Numbering::Style style)
{
    static const QRegularExpression withLetters(u"^([A-Z]{0,2}[0-9]{1,6})[A-Z]+$"_s);
    static const QRegularExpression withNumber(u"^([A-Z]{0,2}[0-9]{1,6})-[0-9]+[A-Z]*$"_s);
    const auto match =
        (style == Numbering::Style::SceneAndLetter ? withLetters : withNumber).match(name);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

std::vector<QString> sceneNumbers(const Film& film, const IsFixed& isFixed)
{
    Series series;
    series.namesAfterNext = true;
    series.plain = [](int value) { return QString::number(value); };
    series.valueOf = [](const QString& name) {
        bool isNumber = false;
        const int value = name.toInt(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    };
    QSet<QString> taken;
    for (const auto& scene : film.scenes) {
        std::optional<QString> number;
        for (const auto& shot : scene->shots) {
            if (!number && isFixed(*shot))
                number = sceneNumberIn(shot->name, film.settings.numbering.style);
        }
        if (number)
            taken.insert(*number);
        series.names.push_back(number);
    }
    fill(series, taken);
    std::vector<QString> numbers;
    for (const auto& name : series.names)
        numbers.push_back(*name);
    return numbers;
}

std::optional<int> numberAfter(const QString& prefix, const QString& name)
{
    if (!name.startsWith(prefix))
        return std::nullopt;
    bool isNumber = false;
    const int value = QStringView(name).mid(prefix.size()).toInt(&isNumber);
    return isNumber && value > 0 && value <= 1'000'000 ? std::optional(value) : std::nullopt;
}

Series seriesOf(const Numbering& rule, const QString& scene, qsizetype shots)
{
    Series series;
    if (rule.style == Numbering::Style::SceneAndLetter) {
        series.plain = [scene](int value) { return scene + numberingLetters(value - 1); };
        series.valueOf = [scene, shots](const QString& name) -> std::optional<int> {
            if (!name.startsWith(scene))
                return std::nullopt;
            const auto value = valueOfLetters(name.mid(scene.size()));
            // In a scene of few shots two letters are a name in between.
            if (value && *value > alphabet().size() && shots <= alphabet().size())
                return std::nullopt;
            return value;
        };
        return series;
    }
    series.step = rule.step;
    const QString prefix =
        rule.style == Numbering::Style::SceneAndNumber ? scene + u'-' : QString();
    const int digits = rule.style == Numbering::Style::Film ? 3 : 1;
    series.plain = [prefix, digits](int value) {
        return prefix + u"%1"_s.arg(value, digits, 10, QChar(u'0'));
    };
    series.valueOf = [prefix](const QString& name) { return numberAfter(prefix, name); };
    return series;
}

/// The name of every shot, scene by scene, by the film's rule.
std::vector<std::vector<QString>> namesByRule(const Film& film, const IsFixed& isFixed)
{
    const Numbering& rule = film.settings.numbering;
    QSet<QString> taken;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            if (isFixed(*shot))
                taken.insert(shot->name);
        }
    }
    const auto fixedName = [&](const Shot& shot) {
        return isFixed(shot) ? std::optional(shot.name) : std::nullopt;
    };
    std::vector<std::vector<QString>> names(std::size_t(film.scenes.size()));
    if (rule.style == Numbering::Style::Film) {
        Series series = seriesOf(rule, {}, film.shotCount());
        for (const auto& scene : film.scenes) {
            for (const auto& shot : scene->shots)
                series.names.push_back(fixedName(*shot));
        }
        fill(series, taken);
        std::size_t next = 0;
        for (qsizetype s = 0; s < film.scenes.size(); ++s) {
            for (qsizetype i = 0; i < film.scenes[s]->shots.size(); ++i)
                names[std::size_t(s)].push_back(*series.names[next++]);
        }
        return names;
    }
    const std::vector<QString> numbers = sceneNumbers(film, isFixed);
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        const auto& shots = film.scenes[s]->shots;
        Series series = seriesOf(rule, numbers[std::size_t(s)], shots.size());
        for (const auto& shot : shots)
            series.names.push_back(fixedName(*shot));
        fill(series, taken);
        for (const auto& name : series.names)
            names[std::size_t(s)].push_back(*name);
    }
    return names;
}

} // namespace

QString numberingLetters(qsizetype index)
{
    QString text;
    for (qsizetype rest = index; rest >= 0; rest = rest / alphabet().size() - 1)
        text.prepend(alphabet()[rest % alphabet().size()]);
    return text;
}

void numberShots(Film& film)
{
    const auto names = namesByRule(film, [](const Shot& shot) { return shot.isNameLocked; });
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        std::optional<Scene> changed;
        const auto& shots = film.scenes[s]->shots;
        for (qsizetype i = 0; i < shots.size(); ++i) {
            const QString& name = names[std::size_t(s)][std::size_t(i)];
            if (shots[i]->name == name)
                continue;
            if (!changed)
                changed = *film.scenes[s];
            Shot shot = *shots[i];
            shot.name = name;
            changed->shots[i] = std::make_shared<const Shot>(std::move(shot));
        }
        if (changed)
            film.scenes[s] = std::make_shared<const Scene>(std::move(*changed));
    }
}

bool needsNumbering(const Film& before, const Film& after)
{
    if (before.settings.numbering != after.settings.numbering
        || before.scenes.size() != after.scenes.size())
        return true;
    for (qsizetype s = 0; s < after.scenes.size(); ++s) {
        if (before.scenes[s] == after.scenes[s])
            continue;
        const auto& old = before.scenes[s]->shots;
        const auto& shots = after.scenes[s]->shots;
        if (old.size() != shots.size())
            return true;
        for (qsizetype i = 0; i < shots.size(); ++i) {
            if (old[i] != shots[i]
                && (old[i]->id != shots[i]->id || old[i]->name != shots[i]->name
                    || old[i]->isNameLocked != shots[i]->isNameLocked))
                return true;
        }
    }
    return false;
}

Result<void> renumber(Film& film, const Numbering& rule)
{
    film.settings.numbering = rule;
    film.settings.numbering.step = std::clamp(rule.step, 1, 100);
    numberShots(film);
    return {};
}

Result<void> lockShotNames(Film& film, const QList<ShotId>& shots, bool areLocked)
{
    for (const ShotId& id : shots) {
        const auto done = changeShot(film, id, [areLocked](Shot& shot) -> Result<void> {
            shot.isNameLocked = areLocked;
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

Result<void> renameShot(Film& film, const ShotId& shot, const QString& name)
{
    const QString given = name.trimmed();
    const auto current = film.shot(shot);
    if (current && current->name == given)
        return {};
    if (!given.isEmpty() && film.shotNamed(given))
        return Error{ErrorCode::Refused, given.toStdString(), "another shot has this name"};
    QString free;
    if (given.isEmpty() && current) {
        const auto names = namesByRule(film, [&](const Shot& one) { return one.id != shot; });
        for (qsizetype s = 0; s < film.scenes.size(); ++s) {
            const qsizetype at = film.scenes[s]->shots.indexOf(current);
            if (at >= 0)
                free = names[std::size_t(s)][std::size_t(at)];
        }
    }
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        changed.isNameLocked = !given.isEmpty();
        changed.name = given.isEmpty() ? free : given;
        return {};
    });
}

QString nextShotName(const Film& film, const SceneId& scene, qsizetype index)
{
    const auto into = film.scene(scene);
    if (!into)
        return nextShotName(film, scene);
    const qsizetype at = std::clamp<qsizetype>(index, 0, into->shots.size());
    const bool isHeldBehind = at < into->shots.size() && into->shots[at]->isNameLocked;
    if (!isHeldBehind && film.settings.numbering.style == Numbering::Style::SceneAndLetter)
        return nextShotName(film, scene);
    Film with = film;
    const Shot fresh;
    qsizetype number = 0;
    for (qsizetype s = 0; s < with.scenes.size(); ++s) {
        if (with.scenes[s]->id != scene)
            continue;
        Scene changed = *with.scenes[s];
        changed.shots.insert(at, std::make_shared<const Shot>(fresh));
        with.scenes[s] = std::make_shared<const Scene>(std::move(changed));
        number = s;
    }
    const auto names = namesByRule(with, [&](const Shot& shot) { return shot.id != fresh.id; });
    return names[std::size_t(number)][std::size_t(at)];
}

} // namespace dollygrip
