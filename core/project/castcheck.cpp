#include "core/project/castcheck.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr double kMostStrength = 2;
constexpr double kMostLora = 4;
constexpr qsizetype kMostLoras = 16;
constexpr qsizetype kMostPictures = 16; // of one member
constexpr qsizetype kLongestName = 100;

Error refused(const QString& subject, const QString& why)
{
    return Error{ErrorCode::Refused, subject.toStdString(), why.toStdString()};
}

bool isBetween(double value, double low, double high)
{
    return value >= low && value <= high; // false for what is no number
}

/// A file below the model folder.
bool isInnerName(const QString& name)
{
    if (name.contains(u'\\') || name.contains(u':') || name.contains(QChar(0)))
        return false;
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.isEmpty() || part == u"." || part == u"..";
    });
}

bool isWord(const QString& text)
{
    return text.size() <= 32 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'
                      || c == u'+';
           });
}

} // namespace

Result<void> checkShooting(const QString& subject, const Shooting& shooting)
{
    if (!isBetween(shooting.strength, 0, kMostStrength))
        return refused(subject,
                       u"a strength of %1 is not between 0 and 2"_s.arg(shooting.strength));
    if (!isBetween(shooting.startSigma, 0, 1)
        || !isBetween(shooting.heldSigma, 0, shooting.startSigma))
        return refused(subject, u"noise levels of %1 and %2 do not run from 1 down to 0"_s
                                    .arg(shooting.startSigma)
                                    .arg(shooting.heldSigma));
    if (!isWord(shooting.solver))
        return refused(subject, u"“%1” is no solver"_s.arg(shooting.solver));
    if (shooting.steps < 0 || shooting.steps > 1000)
        return refused(subject, u"%1 steps are not between 0 and 1000"_s.arg(shooting.steps));
    if (!isBetween(shooting.guidance, -1, 100))
        return refused(subject, u"a guidance of %1 is not below 100"_s.arg(shooting.guidance));
    if (!isBetween(shooting.shift, 0, 100))
        return refused(subject, u"a shift of %1 is not between 0 and 100"_s.arg(shooting.shift));
    if (shooting.loras.size() > kMostLoras)
        return refused(subject, u"%1 LoRAs are too many"_s.arg(shooting.loras.size()));
    for (const ShotLora& lora : shooting.loras) {
        if (!isInnerName(lora.file))
            return refused(subject, u"“%1” is no file in a model folder"_s.arg(lora.file));
        if (!isBetween(lora.strength, -kMostLora, kMostLora))
            return refused(subject,
                           u"a LoRA's strength of %1 is not between -4 and 4"_s.arg(lora.strength));
    }
    return {};
}

Result<void> checkCast(const Film& film)
{
    QSet<CastId> ids;
    QSet<QString> names;
    for (const auto& member : film.cast) {
        if (!member)
            return refused(u"film"_s, u"a cast member is missing"_s);
        const QString name = member->name.simplified().toCaseFolded();
        if (name.isEmpty() || name.size() > kLongestName || member->name.contains(u'\n'))
            return refused(u"cast"_s, u"“%1” is no name"_s.arg(member->name));
        if (ids.contains(member->id))
            return refused(member->name, u"two cast members have the same id"_s);
        if (names.contains(name))
            return refused(member->name, u"two cast members have the same name"_s);
        ids.insert(member->id);
        names.insert(name);
        if (member->pictures.size() > kMostPictures)
            return refused(member->name,
                           u"%1 pictures are too many"_s.arg(member->pictures.size()));
        for (const QString& picture : member->pictures) {
            if (!film.assets.contains(picture))
                return refused(member->name, u"the picture %1 is missing"_s.arg(picture));
        }
    }
    return {};
}

} // namespace dollygrip
