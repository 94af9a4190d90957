#include "core/project/motionediting.h"

#include <algorithm>
#include <numeric>

namespace dollygrip {

namespace {

constexpr double kTouching = 1e-6; // fractions, picture units

bool isEmpty(const Motion& motion)
{
    return motion.path.points.empty();
}

} // namespace

QList<qsizetype> inTime(const ShotRegion& region)
{
    QList<qsizetype> order(region.motions.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return region.motions[a].path.from < region.motions[b].path.from;
    });
    return order;
}

QList<Joint> joints(const ShotRegion& region)
{
    QList<Joint> found;
    const QList<qsizetype> order = inTime(region);
    for (qsizetype i = 0; i + 1 < order.size(); ++i) {
        const Motion& a = region.motions[order[i]];
        const Motion& b = region.motions[order[i + 1]];
        if (!isEmpty(a) && !isEmpty(b)
            && (a.path.points.back() - b.path.points.front()).norm() < kTouching)
            found.append({order[i], order[i + 1]});
    }
    return found;
}

void rejoin(ShotRegion& region, const QList<Joint>& joints)
{
    for (const Joint& joint : joints) {
        if (joint.before >= region.motions.size() || joint.after >= region.motions.size())
            continue;
        const Motion& before = region.motions[joint.before];
        Motion& after = region.motions[joint.after];
        if (!isEmpty(before) && !isEmpty(after))
            shift(after.path, before.path.points.back() - after.path.points.front());
    }
}

void moveInSequence(ShotRegion& region, const MotionId& motion, qsizetype place)
{
    const QList<qsizetype> order = inTime(region);
    QList<Motion> sequence;
    std::optional<Motion> moved;
    for (const qsizetype index : order) {
        if (region.motions[index].id == motion)
            moved = region.motions[index];
        else
            sequence.append(region.motions[index]);
    }
    if (!moved || order.isEmpty())
        return;
    const Motion first = region.motions[order.first()];
    sequence.insert(std::clamp<qsizetype>(place, 0, sequence.size()), *moved);
    double at = first.path.from;
    Eigen::Vector2d start = isEmpty(first) ? Eigen::Vector2d(0, 0) : first.path.points.front();
    for (Motion& one : sequence) {
        const double span = one.path.to - one.path.from;
        one.path.from = at;
        one.path.to = at = at + span;
        if (isEmpty(one))
            continue;
        shift(one.path, start - one.path.points.front());
        start = one.path.points.back();
    }
    region.motions = sequence;
}

void retime(ShotRegion& region, const MotionId& motion, double from, double to, double shortest)
{
    for (Motion& one : region.motions) {
        if (one.id != motion)
            continue;
        const double oldFrom = one.path.from, oldTo = one.path.to;
        for (Motion& other : region.motions) {
            if (other.id == motion)
                continue;
            MotionPath& path = other.path;
            const bool isBefore = std::abs(path.to - oldFrom) < kTouching && path.from < oldFrom;
            const bool isAfter = std::abs(path.from - oldTo) < kTouching && path.to > oldTo;
            if (isBefore)
                from = std::max(from, path.from + shortest);
            if (isAfter)
                to = std::min(to, path.to - shortest);
        }
        to = std::max(to, from + shortest);
        for (Motion& other : region.motions) {
            if (other.id == motion)
                continue;
            MotionPath& path = other.path;
            if (std::abs(path.to - oldFrom) < kTouching && path.from < oldFrom)
                path.to = from;
            else if (std::abs(path.from - oldTo) < kTouching && path.to > oldTo)
                path.from = to;
        }
        one.path.from = from;
        one.path.to = to;
        return;
    }
}

void shift(MotionPath& path, const Eigen::Vector2d& by)
{
    for (Eigen::Vector2d& point : path.points)
        point += by;
}

void shift(ShotRegion& region, const Eigen::Vector2d& by)
{
    for (auto& outline : region.area.outlines) {
        for (Eigen::Vector2d& point : outline)
            point += by;
    }
    for (RegionStroke& stroke : region.area.strokes) {
        for (Eigen::Vector2d& point : stroke.points)
            point += by;
    }
    for (Motion& motion : region.motions)
        shift(motion.path, by);
}

QList<Motion> fittedTo(const ShotRegion& region, const QList<Motion>& motions, double aspect)
{
    const auto startOf = [](const QList<Motion>& list) -> std::optional<Eigen::Vector2d> {
        const auto first =
            std::min_element(list.begin(), list.end(), [](const Motion& a, const Motion& b) {
                return a.path.from < b.path.from;
            });
        if (first == list.end() || isEmpty(*first))
            return std::nullopt;
        return first->path.points.front();
    };
    QList<Motion> copies = motions;
    const auto from = startOf(motions);
    if (!from)
        return copies;
    const auto own = startOf(region.motions);
    const Eigen::Vector2d by = (own ? *own : centre(region.area, aspect)) - *from;
    for (Motion& motion : copies) {
        motion.id = MotionId::create();
        shift(motion.path, by);
    }
    return copies;
}

void removeRegions(Shot& shot, const QList<RegionId>& regions)
{
    for (ShotRegion& region : shot.regions) {
        for (int i = 0; i <= shot.regions.size() && region.follows; ++i) {
            if (!regions.contains(*region.follows))
                break;
            const ShotRegion* gone = shot.region(*region.follows);
            region.follows = gone ? gone->follows : std::nullopt;
        }
    }
    shot.regions.removeIf([&](const ShotRegion& region) { return regions.contains(region.id); });
}

} // namespace dollygrip
