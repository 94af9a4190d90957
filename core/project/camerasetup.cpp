#include "core/project/camerasetup.h"

#include "core/geometry/camerachannels.h"
#include "core/geometry/motionpath.h"
#include "core/project/editing.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>

namespace dollygrip {

namespace {

constexpr double kTolerance = 0.004; // of the picture: a hair of paper is none

struct EdgePoint {
    CameraWarning::Side side;
    double x, y;
};

// Corners belong to two sides, so they are not asked.
constexpr std::array<EdgePoint, 12> kEdges = {{{CameraWarning::Side::Left, 0, 0.1},
                                               {CameraWarning::Side::Left, 0, 0.5},
                                               {CameraWarning::Side::Left, 0, 0.9},
                                               {CameraWarning::Side::Right, 1, 0.1},
                                               {CameraWarning::Side::Right, 1, 0.5},
                                               {CameraWarning::Side::Right, 1, 0.9},
                                               {CameraWarning::Side::Top, 0.1, 0},
                                               {CameraWarning::Side::Top, 0.5, 0},
                                               {CameraWarning::Side::Top, 0.9, 0},
                                               {CameraWarning::Side::Bottom, 0.1, 1},
                                               {CameraWarning::Side::Bottom, 0.5, 1},
                                               {CameraWarning::Side::Bottom, 0.9, 1}}};

// The drawn point that a camera sees at a place of its picture; nothing behind it or past the
// sheet's horizon.
std::optional<Eigen::Vector2d> drawnAt(const PlaneInWorld& plane, const Camera& camera,
                                       const Eigen::Vector2d& seen)
{
    const Eigen::Vector3d along = camera.direction(seen);
    const Eigen::Vector3d normal = plane.across.cross(plane.down);
    const double towards = normal.dot(along);
    if (std::abs(towards) < 1e-12)
        return std::nullopt;
    const double t = normal.dot(plane.origin - camera.pose.position) / towards;
    if (!(t > 0))
        return std::nullopt;
    const Eigen::Vector3d hit = camera.pose.position + t * along - plane.origin;
    return Eigen::Vector2d(hit.dot(plane.across) / plane.across.squaredNorm(),
                           hit.dot(plane.down) / plane.down.squaredNorm());
}

} // namespace

Result<void> changeSensor(Film& film, double widthMm, bool keepsFieldOfView)
{
    const double old = film.settings.sensorWidthMm;
    film.settings.sensorWidthMm = widthMm;
    QList<ShotId> shots;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots)
            shots.append(shot->id);
    }
    for (const ShotId& id : shots) {
        const auto done = changeShot(film, id, [&](Shot& shot) -> Result<void> {
            shot.camera.sensorWidthMm = old;
            shot.camera = onSensor(shot.camera, widthMm, keepsFieldOfView);
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

QList<CameraWarning>
cameraWarnings(const Shot& shot, const FilmSettings& settings,
               const std::function<multiplane::Placement(const Layer&)>& extent)
{
    QList<CameraWarning> warnings;
    CameraPath path = shot.camera;
    path.sensorWidthMm = settings.sensorWidthMm;
    Camera start{path.startPose(), path.sensorWidthMm, settings.aspect()};
    const Eigen::Vector3d ahead = start.pose.axes().col(2);
    struct Paper {
        const Layer* layer = nullptr;
        multiplane::Placement place;
        PlaneInWorld plane;
    };
    std::vector<Paper> papers; // of each panel, its farthest sheet
    for (const auto& panel : shot.panels) {
        Paper paper;
        for (const Layer& layer : panel->layers) {
            if (layer.isVisible && !layer.isPinnedToCamera
                && (!paper.layer || layer.depthM > paper.layer->depthM))
                paper.layer = &layer;
        }
        if (paper.layer) {
            paper.place = extent(*paper.layer);
            paper.plane = PlaneInWorld::before(start, paper.layer->depthM);
        }
        papers.push_back(paper);
    }
    std::array<bool, 4> isSaid{};
    QList<LayerId> passed;
    double before = 0;
    for (FrameIndex n = 0; n < shot.length; ++n) {
        const CameraPose pose = path.stillAt(shotFraction(double(n), shot.length));
        const Camera camera{pose, path.sensorWidthMm, settings.aspect()};
        const auto on = shot.panelAt(n);
        const double travelled = (pose.position - start.pose.position).dot(ahead);
        for (const Layer& layer : shot.panels[on]->layers) {
            const bool isThrough = n > 0
                                   && (before - layer.depthM) * (travelled - layer.depthM) <= 0
                                   && before != travelled;
            if (layer.isVisible && !layer.isPinnedToCamera && isThrough
                && !passed.contains(layer.id)) {
                passed.append(layer.id);
                warnings.append({CameraWarning::Kind::PassesThrough, n, layer.name, {}});
            }
        }
        before = travelled;
        const Paper& paper = papers[std::size_t(on)];
        if (!paper.layer)
            continue;
        for (const EdgePoint& edge : kEdges) {
            if (isSaid[std::size_t(edge.side)])
                continue;
            const auto drawn = drawnAt(paper.plane, camera, {edge.x, edge.y});
            const multiplane::Placement& p = paper.place;
            // Each side answers for its own way out.
            const bool isAcross =
                edge.side == CameraWarning::Side::Left || edge.side == CameraWarning::Side::Right;
            const bool holdsX =
                drawn && drawn->x() > p.x - kTolerance && drawn->x() < p.x + p.width + kTolerance;
            const bool holdsY =
                drawn && drawn->y() > p.y - kTolerance && drawn->y() < p.y + p.height + kTolerance;
            const bool isDrawn = isAcross ? holdsX : holdsY;
            if (!isDrawn) {
                isSaid[std::size_t(edge.side)] = true;
                warnings.append({CameraWarning::Kind::PaperRunsOut, n, {}, edge.side});
            }
        }
    }
    return warnings;
}

} // namespace dollygrip
