// continueMoves(): the figures of one panel go on in the next.

#include "core/project/editing.h"
#include "core/project/panelediting.h"
#include "core/project/panelpieces.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

constexpr int kSamples = 12;

/// The layer of the next panel that goes with this one: shared with it, of the same name, else
/// the one as many places below the top.
const Layer* counterpart(const Panel& next, const Panel& panel, const LayerId& layer)
{
    qsizetype index = 0;
    while (panel.layers[index].id != layer)
        ++index;
    const Layer& own = panel.layers[index];
    for (const Layer& candidate : next.layers) {
        if (own.shared && candidate.shared == own.shared)
            return &candidate;
    }
    for (const Layer& candidate : next.layers) {
        if (!own.name.isEmpty() && candidate.name == own.name)
            return &candidate;
    }
    const qsizetype fromTop = panel.layers.size() - 1 - index;
    return &next.layers[std::max<qsizetype>(0, next.layers.size() - 1 - fromTop)];
}

bool showsTheSame(const Layer& a, const Layer& b)
{
    if (!a.picture.isEmpty() && a.picture == b.picture)
        return true;
    return std::any_of(a.strokes.begin(), a.strokes.end(), [&](const auto& stroke) {
        return std::any_of(b.strokes.begin(), b.strokes.end(),
                           [&](const auto& other) { return other == stroke || *other == *stroke; });
    });
}

MotionPose poseAt(const QList<Motion>& motions, double frame, double aspect)
{
    std::vector<MotionSampler> samplers;
    for (const Motion& motion : motions)
        samplers.emplace_back(motion.path, aspect);
    return combinedPose(samplers, frame);
}

/// The area where the pose has taken it, turned and scaled about `pivot`.
Region movedBy(Region area, const MotionPose& pose, const Eigen::Vector2d& pivot, double aspect)
{
    const double cosine = std::cos(pose.turnRad) * pose.scale;
    const double sine = std::sin(pose.turnRad) * pose.scale;
    const auto move = [&](Eigen::Vector2d& point) {
        const double x = (point.x() - pivot.x()) * aspect;
        const double y = point.y() - pivot.y();
        point = pivot + pose.displacement
                + Eigen::Vector2d((x * cosine - y * sine) / aspect, x * sine + y * cosine);
    };
    for (auto& outline : area.outlines)
        std::for_each(outline.begin(), outline.end(), move);
    for (RegionStroke& stroke : area.strokes) {
        std::for_each(stroke.points.begin(), stroke.points.end(), move);
        stroke.radius *= pose.scale;
    }
    area.feather *= pose.scale;
    return area;
}

/// What is left of an arrow at a frame inside it, from where it is then; its end stays.
MotionPath rest(const MotionPath& path, double frame, double aspect)
{
    const MotionSampler sampler(path, aspect);
    const double span = path.to - path.from;
    const double done = path.speed.at((frame - path.from) / span);
    MotionPath left = path;
    left.from = frame;
    left.turnRad = path.turnRad * (1 - done);
    left.scale = std::pow(path.scale, 1 - done);
    left.points.clear();
    left.corners.clear();
    for (int i = 0; i <= kSamples; ++i)
        left.points.push_back(
            sampler.spline().atFraction(done + (1 - done) * double(i) / kSamples));
    left.speed = SpeedCurve{Ease::Custom, {}};
    for (int i = 0; i <= kSamples && done < 1; ++i) {
        const double time = double(i) / kSamples;
        const double at = frame + (path.to - frame) * time;
        left.speed.points.emplace_back(time, (path.speed.at((at - path.from) / span) - done)
                                                 / (1 - done));
    }
    return left;
}

void shift(MotionPath& path, const Eigen::Vector2d& by)
{
    for (Eigen::Vector2d& point : path.points)
        point += by;
}

/// The same arrow once more from its end, in the next panel's frames.
Motion again(const Motion& last, FrameIndex hold)
{
    Motion motion = last;
    motion.id = MotionId::create();
    shift(motion.path, last.path.points.back() - last.path.points.front());
    const double span = last.path.to - last.path.from;
    motion.path.from = 0;
    motion.path.to = std::max(1.0, std::min(span, double(hold)));
    return motion;
}

/// The region as it goes on in the next panel: arrows in that panel's frames.
ShotRegion goingOn(const ShotRegion& region, const PanelPiece& from, const PanelPiece& to,
                   const Layer& layer, bool isSameDrawing, double aspect)
{
    ShotRegion next = region;
    next.id = RegionId::create();
    next.layer = layer.id;
    next.motions.clear();
    QList<Motion> motions = region.motions;
    std::stable_sort(motions.begin(), motions.end(),
                     [](const Motion& a, const Motion& b) { return a.path.from < b.path.from; });
    const auto frame = double(from.length);
    const bool runsOn = std::any_of(motions.begin(), motions.end(), [&](const Motion& motion) {
        return motion.path.to > frame + 1e-6;
    });
    if (isSameDrawing) {
        for (Motion motion : motions) {
            motion.id = MotionId::create();
            motion.path.from -= frame;
            motion.path.to -= frame;
            next.motions.append(motion);
        }
    } else {
        next.area = movedBy(region.area, poseAt(motions, frame, aspect),
                            motions.first().path.points.front(), aspect);
        for (Motion motion : motions) {
            if (motion.path.to <= frame + 1e-6)
                continue;
            motion.id = MotionId::create();
            if (motion.path.from < frame)
                motion.path = rest(motion.path, frame, aspect);
            motion.path.from -= frame;
            motion.path.to -= frame;
            next.motions.append(motion);
        }
    }
    if (!runsOn)
        next.motions.append(again(motions.last(), to.length));
    return next;
}

} // namespace

Result<void> continueMoves(Film& film, const ShotId& shot, const PanelId& panel)
{
    const double aspect = film.settings.aspect();
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        QList<PanelPiece> pieces = piecesOf(changed);
        qsizetype at = 0;
        while (at < pieces.size() && pieces[at].panel.id != panel)
            ++at;
        if (at == pieces.size())
            return Error{ErrorCode::NotFound, "panel " + panel.toText().toStdString(), {}};
        if (at == 0)
            return Error{ErrorCode::Refused, changed.name.toStdString(),
                         "the shot has no panel before this one"};
        const PanelPiece before = pieces[at - 1];
        PanelPiece& next = pieces[at];
        QList<ShotRegion> fresh;
        for (const ShotRegion& region : before.regions) {
            if (region.isHeldStill || region.motions.isEmpty())
                continue;
            const Layer* layer = counterpart(next.panel, before.panel, region.layer);
            const auto own =
                std::find_if(before.panel.layers.begin(), before.panel.layers.end(),
                             [&](const Layer& candidate) { return candidate.id == region.layer; });
            fresh.append(goingOn(region, before, next, *layer, showsTheSame(*own, *layer), aspect));
        }
        if (fresh.isEmpty())
            return Error{ErrorCode::Refused, changed.name.toStdString(),
                         "nothing moves on the panel before this one"};
        for (const ShotRegion& region : fresh) {
            next.regions.removeIf([&](const ShotRegion& one) {
                return one.layer == region.layer && one.name == region.name;
            });
        }
        next.regions += fresh;
        putPieces(changed, pieces);
        return {};
    });
}

} // namespace dollygrip
