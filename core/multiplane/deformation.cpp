#include "core/multiplane/deformation.h"

#include "core/multiplane/coverageon.h"
#include "core/multiplane/rasters.h"
#include "core/multiplane/regionweights.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dollygrip::multiplane {
namespace {

constexpr double kCellsPerHeight = 72.0; // 10 pixels at 720 lines
constexpr double kMostCells = 9000.0;    // keeps the solve within a live edit
constexpr int kMaskPerCell = 3;          // mask pixels across a cell
constexpr double kBandPerTravel = 1.8;
constexpr double kWidestBand = 0.5; // picture heights
constexpr double kNarrowestBandCells = 4.0;

struct Area {
    int region = 0;
    bool moves = false;
    double band = 0.0; ///< picture heights
    Placement loose;   ///< beyond it the sheet's edge holds the plane fast
};

/// Where the plane may move for a region: all of it, but not the sheet's edge on those sides where
/// there is room enough to bend before it. So bending does not pull an edge into the frame. An edge
/// gives way where the region lies on it, comes so close that the sheet would fold before it, or
/// leaves it so far that the sheet would be stretched to strings.
Placement looseFor(const Region& region, const Placement& sheet, const Travel& travel,
                   const Eigen::Vector2d& cell, double aspect)
{
    constexpr double kFar = 1e6;
    const Placement box = placementOf(
        [&] {
            Region hard = region;
            hard.feather = 0.0;
            return hard;
        }(),
        aspect);
    const auto holds = [&](double gap, double towards, double away) {
        return gap > std::max({2.0 * towards, 0.2 * away, 3.0 * cell.y()});
    };
    double left = -kFar;
    double right = kFar;
    double top = -kFar;
    double bottom = kFar;
    if (holds((box.x - sheet.x) * aspect, travel.left, travel.right)) {
        left = sheet.x + cell.x();
    }
    if (holds((sheet.x + sheet.width - box.x - box.width) * aspect, travel.right, travel.left)) {
        right = sheet.x + sheet.width - cell.x();
    }
    if (holds(box.y - sheet.y, travel.up, travel.down)) {
        top = sheet.y + cell.y();
    }
    if (holds(sheet.y + sheet.height - box.y - box.height, travel.down, travel.up)) {
        bottom = sheet.y + sheet.height - cell.y();
    }
    return {left, top, right - left, bottom - top};
}

bool isIn(const Placement& placement, const Eigen::Vector2d& point)
{
    return point.x() > placement.x && point.y() > placement.y
           && point.x() < placement.x + placement.width
           && point.y() < placement.y + placement.height;
}

/// A grid over `extent`, one cell more on every side so that its border rests.
Grid gridOver(const Placement& extent, double aspect)
{
    const double area = extent.width * aspect * extent.height;
    const double cell = std::max(1.0 / kCellsPerHeight, std::sqrt(area / kMostCells));
    Grid grid;
    grid.cell = {cell / aspect, cell};
    grid.origin = Eigen::Vector2d(extent.x, extent.y) - grid.cell;
    grid.columns = int(std::ceil(extent.width * aspect / cell)) + 3;
    grid.rows = int(std::ceil(extent.height / cell)) + 3;
    return grid;
}

/// Distance of every vertex from the region's drawn area in picture heights, and whether a cell
/// around it touches the area.
struct Reach {
    std::vector<float> distance;
    std::vector<bool> touches;
    bool any = false;
};

Reach reachOf(const Region& region, const Grid& grid, double aspect)
{
    const int width = (grid.columns - 1) * kMaskPerCell;
    const int height = (grid.rows - 1) * kMaskPerCell;
    Region hard = region;
    hard.feather = 0.0;
    const Placement where{grid.origin.x(), grid.origin.y(), grid.cell.x() * (grid.columns - 1),
                          grid.cell.y() * (grid.rows - 1)};
    Mask mask = coverageOn(hard, where, aspect, width, height);
    Reach reach;
    const double most =
        mask.values.empty() ? 0.0 : *std::max_element(mask.values.begin(), mask.values.end());
    // A brush thinner than the mask's pixels never fills one.
    const double threshold = std::min(127.0, most / 2);
    reach.any = most >= 8.0;
    reach.distance.assign(std::size_t(grid.vertexCount()), std::numeric_limits<float>::max());
    reach.touches.assign(std::size_t(grid.vertexCount()), false);
    if (!reach.any) {
        return reach;
    }
    const std::vector<float> distance = distances(mask, threshold);
    const auto isInside = [&](int x, int y) {
        return mask.values[std::size_t(y) * std::size_t(width) + std::size_t(x)] > threshold;
    };
    for (int j = 0; j + 1 < grid.rows; ++j) {
        for (int i = 0; i + 1 < grid.columns; ++i) {
            bool isTouched = false;
            const int right = std::min(width, (i + 1) * kMaskPerCell + 1);
            const int bottom = std::min(height, (j + 1) * kMaskPerCell + 1);
            for (int y = std::max(0, j * kMaskPerCell - 1); y < bottom && !isTouched; ++y) {
                for (int x = std::max(0, i * kMaskPerCell - 1); x < right && !isTouched; ++x) {
                    isTouched = isInside(x, y);
                }
            }
            if (!isTouched) {
                continue;
            }
            for (const int vertex : {j * grid.columns + i, j * grid.columns + i + 1,
                                     (j + 1) * grid.columns + i, (j + 1) * grid.columns + i + 1}) {
                reach.touches[std::size_t(vertex)] = true;
            }
        }
    }
    const float toHeights = float(grid.cell.y() / kMaskPerCell);
    for (int v = 0; v < grid.vertexCount(); ++v) {
        const int x = std::clamp(v % grid.columns * kMaskPerCell, 0, width - 1);
        const int y = std::clamp(v / grid.columns * kMaskPerCell, 0, height - 1);
        reach.distance[std::size_t(v)] =
            distance[std::size_t(y) * std::size_t(width) + std::size_t(x)] * toHeights;
    }
    return reach;
}

} // namespace

std::array<int, 3> Grid::triangle(int index) const
{
    const int cellIndex = index / 2;
    const int corner = cellIndex / (columns - 1) * columns + cellIndex % (columns - 1);
    if (index % 2 == 0) {
        return {corner, corner + 1, corner + columns};
    }
    return {corner + columns + 1, corner + columns, corner + 1};
}

Deformation::Deformation(const Plane& plane, const std::vector<RegionMotion>& motions,
                         double aspect, FrameIndex frames)
{
    // Nothing beyond the frame and the sheet, with a good part around, can ever be seen to bend.
    const Placement sheet = united(plane.placement, Placement{});
    const Placement limit{sheet.x - 1.0 / aspect, sheet.y - 1.0, sheet.width + 2.0 / aspect,
                          sheet.height + 2.0};
    std::vector<Area> areas;
    std::vector<Travel> travels(plane.regions.size());
    Placement extent{0, 0, 0, 0};
    for (std::size_t r = 0; r < plane.regions.size(); ++r) {
        const PlaneRegion& region = plane.regions[r];
        if (region.lifted && !region.heldStill) {
            continue;
        }
        Area area{int(r), motions[r].moves(), 0.0, {}};
        if (area.moves) {
            travels[r] = travelOf(region.region, motions[r], aspect, frames);
            const double travel = travels[r].farthest;
            area.moves = travel > 0.0 && std::isfinite(travel);
            area.band = std::max({region.region.feather, kBandPerTravel * travel,
                                  kNarrowestBandCells / kCellsPerHeight});
            area.band = std::min(area.band, std::max(kWidestBand, region.region.feather));
        }
        // A region with arrows that lead nowhere keeps its place like one held still.
        if (area.moves) {
            extent =
                united(extent, intersected(limit, placementOf(region.region, aspect, area.band)));
        }
        areas.push_back(area);
    }
    if (isEmpty(extent)) {
        return;
    }

    m_grid = gridOver(extent, aspect);
    const int count = m_grid.vertexCount();
    std::vector<Reach> reaches;
    for (Area& area : areas) {
        const std::size_t r = std::size_t(area.region);
        area.loose =
            looseFor(plane.regions[r].region, plane.placement, travels[r], m_grid.cell, aspect);
        reaches.push_back(reachOf(plane.regions[std::size_t(area.region)].region, m_grid, aspect));
    }
    // Whose core a vertex belongs to: of those whose area touches a cell around it, the nearest;
    // of equals the later.
    std::vector<int> owner(std::size_t(count), -1);
    for (std::size_t v = 0; v < owner.size(); ++v) {
        float nearest = std::numeric_limits<float>::max();
        for (std::size_t a = 0; a < areas.size(); ++a) {
            if (reaches[a].touches[v] && reaches[a].distance[v] <= nearest) {
                nearest = reaches[a].distance[v];
                owner[v] = int(a);
            }
        }
    }
    for (std::size_t a = 0; a < areas.size(); ++a) {
        if (!areas[a].moves || !reaches[a].any) {
            continue;
        }
        std::vector<VertexKind> kinds(std::size_t(count), VertexKind::Zero);
        for (int v = 0; v < count; ++v) {
            const int i = v % m_grid.columns;
            const int j = v / m_grid.columns;
            const bool border = i == 0 || j == 0 || i == m_grid.columns - 1 || j == m_grid.rows - 1;
            if (border) {
                continue;
            }
            if (owner[std::size_t(v)] == int(a)) {
                kinds[std::size_t(v)] = VertexKind::One;
            } else if (owner[std::size_t(v)] < 0
                       && reaches[a].distance[std::size_t(v)] < areas[a].band
                       && isIn(areas[a].loose, m_grid.at(v))) {
                kinds[std::size_t(v)] = VertexKind::Free;
            }
        }
        m_pulls.push_back({areas[a].region, solveWeights(m_grid.columns, m_grid.rows, kinds)});
    }

    std::vector<double> total(std::size_t(count), 0.0);
    for (const Pull& pull : m_pulls) {
        for (std::size_t v = 0; v < total.size(); ++v) {
            total[v] += pull.weights[v];
        }
    }
    for (Pull& pull : m_pulls) {
        for (std::size_t v = 0; v < total.size(); ++v) {
            pull.weights[v] /= std::max(1.0, total[v]);
        }
    }
    std::vector<double> strength(std::size_t(m_grid.triangleCount()));
    for (std::size_t t = 0; t < strength.size(); ++t) {
        for (const int vertex : m_grid.triangle(int(t))) {
            strength[t] += total[std::size_t(vertex)];
        }
    }
    m_paintOrder.resize(strength.size());
    std::iota(m_paintOrder.begin(), m_paintOrder.end(), 0);
    std::stable_sort(m_paintOrder.begin(), m_paintOrder.end(),
                     [&](int a, int b) { return strength[a] < strength[b]; });
}

BentMesh Deformation::bent(const std::vector<Similarity>& poses) const
{
    const bool rests = std::all_of(m_pulls.begin(), m_pulls.end(), [&](const Pull& pull) {
        return poses[std::size_t(pull.region)].isIdentity();
    });
    if (rests) {
        return {};
    }
    BentMesh mesh;
    mesh.positions.resize(std::size_t(m_grid.vertexCount()));
    for (int v = 0; v < m_grid.vertexCount(); ++v) {
        const Eigen::Vector2d drawn = m_grid.at(v);
        Eigen::Vector2d place = drawn;
        for (const Pull& pull : m_pulls) {
            const double weight = pull.weights[std::size_t(v)];
            if (weight > 0.0) {
                place += poses[std::size_t(pull.region)].apply(drawn, weight) - drawn;
            }
        }
        mesh.positions[std::size_t(v)] = place;
    }
    return mesh;
}

Eigen::Vector2d Deformation::map(const BentMesh& mesh, const Eigen::Vector2d& drawn) const
{
    if (mesh.isIdentity()) {
        return drawn;
    }
    const Eigen::Vector2d grid = (drawn - m_grid.origin).cwiseQuotient(m_grid.cell);
    if (!(grid.x() >= 0 && grid.y() >= 0 && grid.x() < m_grid.columns - 1
          && grid.y() < m_grid.rows - 1)) {
        return drawn;
    }
    const int i = int(grid.x());
    const int j = int(grid.y());
    const double fx = grid.x() - i;
    const double fy = grid.y() - j;
    const std::size_t corner = std::size_t(j * m_grid.columns + i);
    const Eigen::Vector2d& right = mesh.positions[corner + 1];
    const Eigen::Vector2d& below = mesh.positions[corner + std::size_t(m_grid.columns)];
    if (fx + fy <= 1.0) {
        const Eigen::Vector2d& p = mesh.positions[corner];
        return p + fx * (right - p) + fy * (below - p);
    }
    const Eigen::Vector2d& p = mesh.positions[corner + std::size_t(m_grid.columns) + 1];
    return p + (1.0 - fx) * (below - p) + (1.0 - fy) * (right - p);
}

Placement Deformation::extent() const
{
    if (isIdentity()) {
        return {0, 0, 0, 0};
    }
    return {m_grid.origin.x(), m_grid.origin.y(), m_grid.cell.x() * (m_grid.columns - 1),
            m_grid.cell.y() * (m_grid.rows - 1)};
}

MeshLookup::MeshLookup(const Deformation& deformation, const BentMesh& mesh)
    : m_deformation(deformation), m_mesh(mesh)
{
    if (mesh.isIdentity()) {
        return;
    }
    Eigen::Vector2d high = mesh.positions.front();
    m_low = high;
    for (const Eigen::Vector2d& position : mesh.positions) {
        m_low = m_low.cwiseMin(position);
        high = high.cwiseMax(position);
    }
    m_bucket = ((high - m_low) / kBuckets).cwiseMax(1e-9);
    m_triangles.resize(std::size_t(kBuckets) * kBuckets);
    for (const int t : deformation.paintOrder()) {
        Eigen::Vector2d low(1e300, 1e300);
        Eigen::Vector2d top(-1e300, -1e300);
        for (const int vertex : deformation.grid().triangle(t)) {
            low = low.cwiseMin(mesh.positions[std::size_t(vertex)]);
            top = top.cwiseMax(mesh.positions[std::size_t(vertex)]);
        }
        const auto bucket = [&](const Eigen::Vector2d& point, int axis) {
            return std::clamp(int((point[axis] - m_low[axis]) / m_bucket[axis]), 0, kBuckets - 1);
        };
        for (int y = bucket(low, 1); y <= bucket(top, 1); ++y) {
            for (int x = bucket(low, 0); x <= bucket(top, 0); ++x) {
                m_triangles[std::size_t(y * kBuckets + x)].push_back(t);
            }
        }
    }
}

Eigen::Vector2d MeshLookup::drawn(const Eigen::Vector2d& place) const
{
    if (m_mesh.isIdentity()) {
        return place;
    }
    const Eigen::Vector2d scaled = (place - m_low).cwiseQuotient(m_bucket);
    if (!(scaled.x() >= 0 && scaled.y() >= 0 && scaled.x() <= kBuckets && scaled.y() <= kBuckets)) {
        return place;
    }
    const int x = std::min(int(scaled.x()), kBuckets - 1);
    const int y = std::min(int(scaled.y()), kBuckets - 1);
    const std::vector<int>& bucket = m_triangles[std::size_t(y * kBuckets + x)];
    const Grid& grid = m_deformation.grid();
    for (auto t = bucket.rbegin(); t != bucket.rend(); ++t) {
        const auto [a, b, c] = grid.triangle(*t);
        const Eigen::Vector2d& p = m_mesh.positions[std::size_t(a)];
        Eigen::Matrix2d sides;
        sides.col(0) = m_mesh.positions[std::size_t(b)] - p;
        sides.col(1) = m_mesh.positions[std::size_t(c)] - p;
        const double area = sides.determinant();
        if (area < 1e-18) { // seen from behind in a fold: covered
            continue;
        }
        const Eigen::Vector2d part = sides.inverse() * (place - p);
        if (part.x() >= -1e-9 && part.y() >= -1e-9 && part.sum() <= 1.0 + 1e-9) {
            const Eigen::Vector2d rest = grid.at(a);
            return rest + part.x() * (grid.at(b) - rest) + part.y() * (grid.at(c) - rest);
        }
    }
    return place;
}

} // namespace dollygrip::multiplane
