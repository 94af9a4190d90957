#include "core/project/camerasetup.h"

#include "core/geometry/camerachannels.h"
#include "core/geometry/motionpath.h"
#include "core/project/editing.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kTolerance = 0.004;  // of the picture: a hair of paper is none
constexpr int kLookHeight = 96;       // pixels a frame height
constexpr double kPaintedOver = 0.96; // of the frame
constexpr int kMissing = 2;           // of a side's points

constexpr double kAlong[] = {0.07, 0.21, 0.36, 0.5, 0.64, 0.79, 0.93}; // corners have two sides

Eigen::Vector2d edgePoint(CameraWarning::Side side, double along)
{
    switch (side) {
    case CameraWarning::Side::Left: return {0, along};
    case CameraWarning::Side::Right: return {1, along};
    case CameraWarning::Side::Top: return {along, 0};
    case CameraWarning::Side::Bottom: return {along, 1};
    }
    return {0, 0};
}

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

DrawnPlaces::DrawnPlaces(const PanelPainter& painter, const FilmSettings& settings,
                         const Shot& shot)
    : m_painter(painter), m_settings(settings), m_shot(shot)
{
}

const DrawnPlaces::Seen& DrawnPlaces::look(const Layer& layer)
{
    if (const auto known = m_seen.constFind(layer.id); known != m_seen.constEnd())
        return *known;
    Seen seen;
    seen.place = m_painter.extent(layer);
    const QSize frame = PanelPainter::frameFor(
        seen.place,
        QSize(std::max(1, int(std::lround(kLookHeight * m_settings.aspect()))), kLookHeight));
    seen.picture = m_painter.layer(layer, frame, seen.place);
    return *m_seen.insert(layer.id, seen);
}

bool DrawnPlaces::isPainted(const Layer& layer, const Eigen::Vector2d& place)
{
    const Seen& seen = look(layer);
    const double x = (place.x() - seen.place.x) / seen.place.width;
    const double y = (place.y() - seen.place.y) / seen.place.height;
    const Image& picture = seen.picture;
    if (picture.isNull() || x < 0 || y < 0 || x > 1 || y > 1)
        return false;
    const int column = std::clamp(int(x * picture.width()), 0, picture.width() - 1);
    const int row = std::clamp(int(y * picture.height()), 0, picture.height() - 1);
    const auto pixel = std::size_t(row) * std::size_t(picture.width()) + std::size_t(column);
    return picture.pixels()[pixel * 4 + 3] > 127;
}

bool DrawnPlaces::isPaintedOver(const Panel& panel)
{
    if (const auto known = m_isPaintedOver.constFind(panel.id); known != m_isPaintedOver.constEnd())
        return *known;
    int painted = 0, asked = 0;
    for (double y = 0.02; y < 1; y += 0.06) {
        for (double x = 0.02; x < 1; x += 0.06, ++asked) {
            painted += std::any_of(panel.layers.begin(), panel.layers.end(),
                                   [&](const Layer& layer) {
                                       return layer.isVisible && isPainted(layer, {x, y});
                                   })
                           ? 1
                           : 0;
        }
    }
    return *m_isPaintedOver.insert(panel.id, painted > asked * kPaintedOver);
}

bool DrawnPlaces::operator()(const Layer& layer, const Eigen::Vector2d& place, bool isFarthest)
{
    const Panel* panel = isFarthest ? m_shot.panelOfLayer(layer.id) : nullptr;
    if (!panel || isPaintedOver(*panel))
        return isPainted(layer, place);
    const multiplane::Placement& p = look(layer).place;
    return place.x() > p.x - kTolerance && place.x() < p.x + p.width + kTolerance
           && place.y() > p.y - kTolerance && place.y() < p.y + p.height + kTolerance;
}

QList<CameraWarning> cameraWarnings(const Shot& shot, const FilmSettings& settings,
                                    const IsDrawn& isDrawn)
{
    QList<CameraWarning> warnings;
    CameraPath path = shot.camera;
    path.sensorWidthMm = settings.sensorWidthMm;
    const Camera start{path.startPose(), path.sensorWidthMm, settings.aspect()};
    const Eigen::Vector3d ahead = start.pose.axes().col(2);
    std::array<bool, 4> isSaid{};
    QList<LayerId> passed;
    double before = 0;
    for (FrameIndex n = 0; n < shot.length; ++n) {
        const CameraPose pose = path.stillAt(shotFraction(double(n), shot.length));
        const Camera camera{pose, path.sensorWidthMm, settings.aspect()};
        const Panel& panel = *shot.panels[shot.panelAt(n)];
        const double travelled = (pose.position - start.pose.position).dot(ahead);
        const Layer* farthest = nullptr;
        for (const Layer& layer : panel.layers) {
            if (!layer.isVisible || layer.isPinnedToCamera)
                continue;
            if (!farthest || layer.depthM > farthest->depthM)
                farthest = &layer;
            const bool isThrough = n > 0 && before != travelled
                                   && (before - layer.depthM) * (travelled - layer.depthM) <= 0;
            if (isThrough && !passed.contains(layer.id)) {
                passed.append(layer.id);
                warnings.append({CameraWarning::Kind::PassesThrough, n, layer.name, {}});
            }
        }
        before = travelled;
        if (!farthest)
            continue;
        const auto isSeen = [&](const Eigen::Vector2d& point) {
            return std::any_of(panel.layers.begin(), panel.layers.end(), [&](const Layer& layer) {
                if (!layer.isVisible || layer.isPinnedToCamera)
                    return false;
                const auto drawn =
                    drawnAt(PlaneInWorld::before(start, layer.depthM), camera, point);
                return drawn && isDrawn(layer, *drawn, &layer == farthest);
            });
        };
        for (const auto side : {CameraWarning::Side::Left, CameraWarning::Side::Right,
                                CameraWarning::Side::Top, CameraWarning::Side::Bottom}) {
            if (isSaid[std::size_t(side)])
                continue;
            // Near a side that was named already it is that side's paper.
            const bool isAcross =
                side == CameraWarning::Side::Left || side == CameraWarning::Side::Right;
            const bool isLowNamed = isSaid[std::size_t(isAcross ? CameraWarning::Side::Top
                                                                : CameraWarning::Side::Left)];
            const bool isHighNamed = isSaid[std::size_t(isAcross ? CameraWarning::Side::Bottom
                                                                 : CameraWarning::Side::Right)];
            int asked = 0, missing = 0;
            for (const double along : kAlong) {
                if ((isLowNamed && along < 0.5) || (isHighNamed && along > 0.5))
                    continue;
                ++asked;
                missing += isSeen(edgePoint(side, along)) ? 0 : 1;
            }
            if (missing > 0 && missing >= std::min(kMissing, asked)) {
                isSaid[std::size_t(side)] = true;
                warnings.append({CameraWarning::Kind::PaperRunsOut, n, {}, side});
            }
        }
    }
    return warnings;
}

} // namespace dollygrip
