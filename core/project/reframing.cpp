#include "core/project/reframing.h"

#include "core/geometry/camerachannels.h"

#include <QHash>

#include <algorithm>

namespace dollygrip {

namespace {

/// Strokes that several layers share stay shared.
using Strokes = QHash<const Stroke*, std::shared_ptr<const Stroke>>;

std::shared_ptr<const Stroke> strokeIn(const std::shared_ptr<const Stroke>& stroke,
                                       const FrameChange& change, Strokes& known)
{
    auto& made = known[stroke.get()];
    if (made)
        return made;
    Stroke moved = *stroke;
    moved.width *= change.scale;
    for (StrokePoint& point : moved.points) {
        const Eigen::Vector2d at = change({double(point.x), double(point.y)});
        point.x = float(at.x());
        point.y = float(at.y());
    }
    return made = std::make_shared<const Stroke>(std::move(moved));
}

multiplane::Placement placeIn(const multiplane::Placement& place, const FrameChange& change)
{
    const Eigen::Vector2d corner = change({place.x, place.y});
    const Eigen::Vector2d far = change({place.x + place.width, place.y + place.height});
    return {corner.x(), corner.y(), far.x() - corner.x(), far.y() - corner.y()};
}

Panel panelIn(const Panel& panel, const FrameChange& change, Strokes& known)
{
    Panel moved = panel;
    for (Layer& layer : moved.layers) {
        layer.placement = placeIn(layer.placement, change);
        for (auto& stroke : layer.strokes)
            stroke = strokeIn(stroke, change, known);
    }
    return moved;
}

void moveRegion(Region& area, const FrameChange& change)
{
    for (auto& outline : area.outlines) {
        for (Eigen::Vector2d& point : outline)
            point = change(point);
    }
    for (RegionStroke& stroke : area.strokes) {
        for (Eigen::Vector2d& point : stroke.points)
            point = change(point);
        stroke.radius *= change.scale;
    }
    area.feather *= change.scale;
}

void changeLens(CameraPath& camera, const FrameChange& change)
{
    // Picture widths a metre: what was 1 wide is oldAspect * scale / newAspect wide now.
    const double by = change.oldAspect * change.scale / change.newAspect;
    scaleLens(camera, by);
}

Shot shotIn(const Shot& shot, const FrameChange& change, Strokes& known)
{
    Shot moved = shot;
    for (auto& panel : moved.panels)
        panel = std::make_shared<const Panel>(panelIn(*panel, change, known));
    for (ShotRegion& region : moved.regions) {
        moveRegion(region.area, change);
        for (Motion& motion : region.motions) {
            for (Eigen::Vector2d& point : motion.path.points)
                point = change(point);
        }
    }
    for (Eigen::Vector2d& point : moved.guides.vanishingPoints)
        point = change(point);
    if (moved.guides.eyeline)
        moved.guides.eyeline = change({0.5, *moved.guides.eyeline}).y();
    for (PinnedPicture& pinned : moved.pinned)
        pinned.placement = placeIn(pinned.placement, change);
    changeLens(moved.camera, change);
    return moved;
}

} // namespace

FrameChange::FrameChange(const QSize& from, const QSize& to, Reframing how)
    : oldAspect(double(from.width()) / from.height()), newAspect(double(to.width()) / to.height())
{
    switch (how) {
    case Reframing::Crop: scale = std::max(1.0, newAspect / oldAspect); break;
    case Reframing::Fit: scale = std::min(1.0, newAspect / oldAspect); break;
    case Reframing::Extend: scale = double(from.height()) / to.height(); break;
    }
}

Eigen::Vector2d FrameChange::operator()(const Eigen::Vector2d& point) const
{
    return {0.5 + (point.x() - 0.5) * oldAspect * scale / newAspect,
            0.5 + (point.y() - 0.5) * scale};
}

Shot reframed(const Shot& shot, const FrameChange& change)
{
    if (change.isNothing())
        return shot;
    Strokes known;
    return shotIn(shot, change, known);
}

Panel reframed(const Panel& panel, const FrameChange& change)
{
    if (change.isNothing())
        return panel;
    Strokes known;
    return panelIn(panel, change, known);
}

Result<void> reframeFilm(Film& film, const QSize& size, Reframing how)
{
    if (size.width() < 1 || size.height() < 1)
        return Error{ErrorCode::Refused, "film settings", "the picture has no size"};
    const FrameChange change(film.settings.size, size, how);
    film.settings.size = size;
    if (change.isNothing())
        return {};
    Strokes known;
    for (auto& scene : film.scenes) {
        Scene moved = *scene;
        for (auto& shot : moved.shots)
            shot = std::make_shared<const Shot>(shotIn(*shot, change, known));
        scene = std::make_shared<const Scene>(std::move(moved));
    }
    return {};
}

} // namespace dollygrip
