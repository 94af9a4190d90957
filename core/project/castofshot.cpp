#include "core/project/castofshot.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

/// A member's name where it stands in a prompt.
struct Mention {
    qsizetype at = 0;
    qsizetype length = 0;
    std::shared_ptr<const CastMember> member;
};

/// For comparing: one form for every letter, whatever its case and however its accents are typed.
QString plain(const QString& text)
{
    return text.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// The name as a whole word; between its own words may be any white space.
QRegularExpression patternOf(const QString& name)
{
    QStringList words = plain(name).simplified().split(u' ');
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    return QRegularExpression(
        uR"((?<![\p{L}\p{N}\p{M}_])(?<![\p{L}\p{N}]-)%1(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}]))"_s.arg(
            words.join(uR"(\s+)"_s)),
        QRegularExpression::UseUnicodePropertiesOption);
}

bool overlap(const Mention& a, const Mention& b)
{
    return a.at < b.at + b.length && b.at < a.at + a.length;
}

/// The members whom a text names, in the order in which they come.
QList<std::shared_ptr<const CastMember>> named(const QString& prompt, const Film& film)
{
    const QString text = plain(prompt);
    std::vector<Mention> mentions;
    for (const auto& member : film.cast) {
        auto match = patternOf(member->name).globalMatch(text);
        while (match.hasNext()) {
            const auto found = match.next();
            mentions.push_back({found.capturedStart(), found.capturedLength(), member});
        }
    }
    // Longer names take their words first.
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.length > b.length; });
    std::vector<Mention> kept;
    for (const Mention& mention : mentions) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Mention& other) { return overlap(mention, other); }))
            kept.push_back(mention);
    }
    std::sort(kept.begin(), kept.end(),
              [](const Mention& a, const Mention& b) { return a.at < b.at; });
    QList<std::shared_ptr<const CastMember>> members;
    for (const Mention& mention : kept) {
        if (!members.contains(mention.member))
            members.append(mention.member);
    }
    return members;
}

bool endsASentence(const QString& text)
{
    static const QString kEnds = u".!?…。！？"_s;
    return kEnds.contains(text.back());
}

} // namespace

QList<std::shared_ptr<const CastMember>> castOfShot(const Shot& shot, const Film& film)
{
    auto members = named(shot.prompt, film);
    for (const CastId& id : shot.shooting.cast) {
        const auto member = film.castMember(id);
        if (member && !members.contains(member))
            members.append(member);
    }
    return members;
}

QString promptWithCast(const Shot& shot, const Film& film)
{
    QString prompt = shot.prompt;
    for (const auto& member : castOfShot(shot, film)) {
        const QString words = member->words.simplified();
        if (words.isEmpty() || plain(prompt.simplified()).contains(plain(words)))
            continue;
        prompt = prompt.trimmed();
        if (!prompt.isEmpty())
            prompt += endsASentence(prompt) ? u" "_s : u". "_s;
        prompt += u"%1: %2"_s.arg(member->name.simplified(), words);
        if (!endsASentence(prompt))
            prompt += u'.';
    }
    return prompt;
}

quint64 seedWithCast(const Shot& shot, const Film& film)
{
    for (const auto& member : castOfShot(shot, film)) {
        if (member->seed != 0)
            return member->seed + (quint64(shot.seed) - 1); // wraps around, as seeds may
    }
    return shot.seed;
}

} // namespace dollygrip
