#include "ui/takes/takevalues.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TakeValues)
};

/// For sorting: the best is the smallest.
double rank(const Take& take, TakeOrder order)
{
    const TakeScore score = takeScore(take);
    constexpr double kLast = std::numeric_limits<double>::infinity();
    switch (order) {
    case TakeOrder::Motion: return score.motionError.value_or(kLast);
    case TakeOrder::Steadiness: return score.warpError.value_or(kLast);
    case TakeOrder::Likeness: return score.likeness ? -*score.likeness : kLast;
    case TakeOrder::Seconds: return take.seconds;
    default: return 0;
    }
}

} // namespace

QString scoreText(const TakeScore& score)
{
    const QLocale locale;
    QStringList words;
    if (score.motionError && score.travel)
        words += Words::tr("%1 % off on a way of %2 %")
                     .arg(locale.toString(*score.motionError, 'f', 1),
                          locale.toString(*score.travel, 'f', 0));
    else if (score.motionError)
        words += Words::tr("%1 % off").arg(locale.toString(*score.motionError, 'f', 1));
    if (score.lost > 0 && score.lost == score.asked)
        words += Words::tr("drawn motion not found");
    else if (score.lost > 0)
        words += Words::tr("%1 of %2 motions not found").arg(score.lost).arg(score.asked);
    if (score.warpError)
        words +=
            Words::tr("steady %1 %").arg(locale.toString((1 - *score.warpError) * 100, 'f', 1));
    if (score.likeness)
        words += Words::tr("alike %1 %").arg(locale.toString(*score.likeness * 100, 'f', 0));
    return words.join(u" · "_s);
}

void sortTakes(QList<Take>& takes, TakeOrder order)
{
    std::stable_sort(takes.begin(), takes.end(),
                     [](const Take& a, const Take& b) { return a.made > b.made; });
    if (order == TakeOrder::Newest)
        return;
    std::stable_sort(takes.begin(), takes.end(), [order](const Take& a, const Take& b) {
        if (order == TakeOrder::Model)
            return a.modelName.localeAwareCompare(b.modelName) < 0;
        return rank(a, order) < rank(b, order);
    });
}

} // namespace dollygrip::ui
