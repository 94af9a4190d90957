#include "core/project/rowpositions.h"

#include <algorithm>
#include <vector>

namespace dollygrip {

namespace {

constexpr qint64 kStep = qint64(1) << 32;

/// Which rows may keep their position: a longest rising subsequence of the old ones (patience
/// sorting).
std::vector<bool> kept(const QStringList& order, const QHash<QString, qint64>& old)
{
    const auto count = std::size_t(order.size());
    std::vector<qint64> position(count, -1);
    std::vector<std::ptrdiff_t> previous(count, -1);
    std::vector<std::size_t> tails;
    for (std::size_t i = 0; i < count; ++i) {
        const auto it = old.find(order[qsizetype(i)]);
        if (it == old.end())
            continue;
        position[i] = *it;
        const auto at = std::lower_bound(
            tails.begin(), tails.end(), position[i],
            [&](std::size_t tail, qint64 value) { return position[tail] < value; });
        if (at != tails.begin())
            previous[i] = std::ptrdiff_t(*(at - 1));
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> keeps(count, false);
    for (auto i = tails.empty() ? std::ptrdiff_t(-1) : std::ptrdiff_t(tails.back()); i >= 0;
         i = previous[std::size_t(i)])
        keeps[std::size_t(i)] = true;
    return keeps;
}

QHash<QString, qint64> numbered(const QStringList& order)
{
    QHash<QString, qint64> positions;
    positions.reserve(order.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        positions.insert(order[i], (i + 1) * kStep);
    return positions;
}

} // namespace

QHash<QString, qint64> rowPositions(const QStringList& order, const QHash<QString, qint64>& old)
{
    const std::vector<bool> keeps = kept(order, old);
    QHash<QString, qint64> positions;
    positions.reserve(order.size());
    qint64 low = 0;
    for (qsizetype i = 0; i < order.size();) {
        if (keeps[std::size_t(i)]) {
            low = old[order[i]];
            positions.insert(order[i++], low);
            continue;
        }
        qsizetype end = i;
        while (end < order.size() && !keeps[std::size_t(end)])
            ++end;
        const qint64 wanted = end - i + 1;
        const qint64 high = end < order.size() ? old[order[end]] : low + wanted * kStep;
        const qint64 gap = (high - low) / wanted;
        if (gap < 1)
            return numbered(order);
        for (; i < end; ++i) {
            low += gap;
            positions.insert(order[i], low);
        }
    }
    return positions;
}

} // namespace dollygrip
