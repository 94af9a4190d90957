#include "core/multiplane/clipping.h"
#include "core/multiplane/guideprivate.h"
#include "core/multiplane/inbands.h"
#include "core/multiplane/sampler.h"
#include "core/multiplane/scatter.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace dollygrip::multiplane {
namespace {

constexpr int kGridRows = 9; // of the background grid; columns by the frame's proportions
constexpr int kSolid = 127;

/// A point that is followed, as drawn.
struct DrawnPoint {
    int plane = 0;
    int sheet = -1;  ///< lifted region that takes it along
    int region = -1; ///< over all planes
    Eigen::Vector2d drawn{0, 0};
};

/// The sheets at one frame, ready to be asked what they show at a place.
class Glance {
public:
    explicit Glance(std::vector<Layer> layers) : m_layers(std::move(layers))
    {
        m_lookups.reserve(m_layers.size());
        for (const Layer& layer : m_layers) {
            std::optional<MeshLookup> lookup;
            if (layer.isBent()) {
                lookup.emplace(*layer.deformation, layer.mesh);
            }
            m_lookups.push_back(std::move(lookup));
        }
    }
    Glance(const Glance&) = delete; // the lookups refer to the layers
    Glance& operator=(const Glance&) = delete;
    const std::vector<Layer>& layers() const { return m_layers; }

    /// The drawn point of a sheet that is seen at a place of the frame.
    std::optional<Eigen::Vector2d> drawnAt(std::size_t index, const Eigen::Vector2d& seen) const
    {
        const Eigen::Vector3d point = m_layers[index].toDrawn * seen.homogeneous();
        if (!(point.z() > 0.0 && point.z() < 1.0 / kNearestM)) {
            return std::nullopt;
        }
        const Eigen::Vector2d place = point.hnormalized();
        return m_lookups[index] ? m_lookups[index]->drawn(place) : place;
    }
    bool isSolidAt(std::size_t index, const Eigen::Vector2d& seen) const
    {
        const std::optional<Eigen::Vector2d> drawn = drawnAt(index, seen);
        if (!drawn) {
            return false;
        }
        const Layer& layer = m_layers[index];
        Warp warp;
        warp.source = &layer.pyramid->picture();
        warp.opacity = layer.opacity;
        const double x = (drawn->x() - layer.where.x) / layer.where.width * warp.source->width();
        const double y = (drawn->y() - layer.where.y) / layer.where.height * warp.source->height();
        return Sampler(warp).alphaAt(std::clamp(x - 0.5, -1e6, 1e6), std::clamp(y - 0.5, -1e6, 1e6))
               > kSolid;
    }
    /// The nearest sheet that is solid at a place, -1 for a hole.
    int frontAt(const Eigen::Vector2d& seen) const
    {
        for (std::size_t index = m_layers.size(); index-- > 0;) {
            if (isSolidAt(index, seen)) {
                return int(index);
            }
        }
        return -1;
    }

private:
    std::vector<Layer> m_layers;
    std::vector<std::optional<MeshLookup>> m_lookups;
};

std::vector<DrawnPoint> regionPoints(const PreparedStage& prepared)
{
    std::vector<DrawnPoint> points;
    const Stage& stage = prepared.stage();
    int counted = 0;
    for (std::size_t p = 0; p < stage.planes.size(); ++p) {
        const Plane& plane = stage.planes[p];
        for (std::size_t r = 0; r < plane.regions.size(); ++r, ++counted) {
            for (const Eigen::Vector2d& place : scattered(plane, int(r), stage.aspect)) {
                points.push_back({int(p), prepared.sheetOf(int(p), place), counted, place});
            }
        }
    }
    return points;
}

bool isInAnyRegion(const Stage& stage, const Glance& glance, const Eigen::Vector2d& seen)
{
    for (std::size_t index = 0; index < glance.layers().size(); ++index) {
        const Plane& plane = stage.planes[std::size_t(glance.layers()[index].plane)];
        if (plane.regions.empty()) {
            continue;
        }
        const std::optional<Eigen::Vector2d> drawn = glance.drawnAt(index, seen);
        for (const PlaneRegion& region : plane.regions) {
            if (drawn && contains(region.region, *drawn, stage.aspect)) {
                return true;
            }
        }
    }
    return false;
}

/// A grid over the frame, started anew whenever planes come on stage, on what is nearest there.
std::vector<DrawnPoint> backgroundPoints(const PreparedStage& prepared)
{
    const Stage& stage = prepared.stage();
    std::set<FrameIndex> starts;
    for (const Plane& plane : stage.planes) {
        if (!plane.visible.isEmpty() && plane.visible.first < stage.frames) {
            starts.insert(std::max<FrameIndex>(plane.visible.first, 0));
        }
    }
    const int columns = std::clamp(int(std::lround(kGridRows * stage.aspect)), 1, 64);
    std::vector<DrawnPoint> points;
    for (const FrameIndex start : starts) {
        const Glance glance(prepared.layersAt(start, true));
        for (int k = 0; k < columns * kGridRows; ++k) {
            const Eigen::Vector2d seen((k % columns + 0.5) / columns,
                                       (k / columns + 0.5) / kGridRows);
            const int front = glance.frontAt(seen);
            if (front < 0) {
                continue;
            }
            const Layer& layer = glance.layers()[std::size_t(front)];
            const FrameIndex since = stage.planes[std::size_t(layer.plane)].visible.first;
            if (layer.region >= 0 || std::max<FrameIndex>(since, 0) != start
                || isInAnyRegion(stage, glance, seen)) {
                continue;
            }
            points.push_back({layer.plane, -1, -1, *glance.drawnAt(std::size_t(front), seen)});
        }
    }
    return points;
}

/// Fills what was behind the camera with the nearest known place, earlier ones first.
void holdLost(PointTracks& tracks)
{
    const auto at = [&](FrameIndex frame, int point) {
        return tracks.xy.data() + (std::size_t(frame) * tracks.points + point) * 2;
    };
    for (int point = 0; point < tracks.points; ++point) {
        FrameIndex known = 0;
        while (known < tracks.frames && std::isnan(at(known, point)[0])) {
            ++known;
        }
        for (FrameIndex frame = 0; frame < tracks.frames; ++frame) {
            float* place = at(frame, point);
            if (known == tracks.frames) {
                place[0] = place[1] = 0.0f;
            } else if (std::isnan(place[0])) {
                std::copy_n(at(frame < known ? known : frame - 1, point), 2, place);
            }
        }
    }
}

PointTracks followed(const PreparedStage& prepared, const std::vector<DrawnPoint>& points,
                     int width, int height)
{
    PointTracks tracks;
    tracks.frames = std::max<FrameIndex>(prepared.stage().frames, 0);
    tracks.points = int(points.size());
    tracks.xy.assign(std::size_t(tracks.frames) * points.size() * 2, std::nanf(""));
    tracks.visible.assign(std::size_t(tracks.frames) * points.size(), 0);
    for (const DrawnPoint& point : points) {
        tracks.region.push_back(point.region);
        tracks.plane.push_back(point.plane);
    }
    const auto followAt = [&](FrameIndex n) {
        const Glance glance(prepared.layersAt(n, true));
        const std::vector<Layer>& layers = glance.layers();
        std::vector<Layer> away; // sheets that are not on stage; their points still have places
        for (std::size_t k = 0; k < points.size(); ++k) {
            const DrawnPoint& point = points[k];
            const auto isIts = [&](const Layer& layer) {
                return layer.plane == point.plane && layer.region == point.sheet;
            };
            const auto own = std::find_if(layers.begin(), layers.end(), isIts);
            const Layer* sheet = own == layers.end() ? nullptr : &*own;
            if (!sheet) {
                auto found = std::find_if(away.begin(), away.end(), isIts);
                if (found == away.end()) {
                    std::optional<Layer> made = prepared.layer(point.plane, point.sheet, n, true);
                    if (!made) {
                        continue;
                    }
                    found = away.insert(away.end(), *std::move(made));
                }
                sheet = &*found;
            }
            const std::optional<Eigen::Vector2d> seen = sheet->seen(point.drawn);
            if (!seen) {
                continue;
            }
            const std::size_t entry = std::size_t(n) * points.size() + k;
            tracks.xy[entry * 2] = float(seen->x() * width);
            tracks.xy[entry * 2 + 1] = float(seen->y() * height);
            bool visible = own != layers.end() && seen->x() >= 0 && seen->x() < 1 && seen->y() >= 0
                           && seen->y() < 1;
            for (std::size_t index = std::size_t(own - layers.begin()) + 1;
                 visible && index < layers.size(); ++index) {
                visible = !glance.isSolidAt(index, *seen);
            }
            tracks.visible[entry] = visible ? 1 : 0;
        }
    };
    inParallel(int(tracks.frames), [&](int n) { followAt(n); });
    holdLost(tracks);
    return tracks;
}

} // namespace

PointTracks Guide::tracks(int width, int height) const
{
    std::vector<DrawnPoint> points = regionPoints(d->prepared);
    const std::vector<DrawnPoint> background = backgroundPoints(d->prepared);
    points.insert(points.end(), background.begin(), background.end());
    return followed(d->prepared, points, width, height);
}

PointTracks Guide::tracksOf(const std::vector<DrawnPlace>& places, int width, int height) const
{
    std::vector<int> firstRegion{0}; // of each plane, over all planes
    for (const Plane& plane : stage().planes) {
        firstRegion.push_back(firstRegion.back() + int(plane.regions.size()));
    }
    std::vector<DrawnPoint> points;
    for (const DrawnPlace& place : places) {
        const Plane& plane = stage().planes.at(std::size_t(place.plane));
        const auto over = std::find_if(
            plane.regions.begin(), plane.regions.end(), [&](const PlaneRegion& region) {
                return contains(region.region, place.drawn, stage().aspect);
            });
        const int region = over == plane.regions.end() ? -1
                                                       : firstRegion[std::size_t(place.plane)]
                                                             + int(over - plane.regions.begin());
        points.push_back(
            {place.plane, d->prepared.sheetOf(place.plane, place.drawn), region, place.drawn});
    }
    return followed(d->prepared, points, width, height);
}

} // namespace dollygrip::multiplane
