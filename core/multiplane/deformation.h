#pragma once

#include "core/multiplane/similarity.h"
#include "core/multiplane/stage.h"

#include <Eigen/Core>

#include <array>
#include <optional>
#include <vector>

namespace dollygrip::multiplane {

/// A regular grid of vertices over part of a plane, picture units. Each cell is two triangles.
struct Grid {
    Eigen::Vector2d origin{0, 0};
    Eigen::Vector2d cell{1, 1};
    int columns = 0; ///< vertices across
    int rows = 0;

    int vertexCount() const { return columns * rows; }
    int triangleCount() const { return 2 * (columns - 1) * (rows - 1); }
    Eigen::Vector2d at(int vertex) const
    {
        return origin + Eigen::Vector2d(vertex % columns * cell.x(), vertex / columns * cell.y());
    }
    /// The three vertices of a triangle.
    std::array<int, 3> triangle(int index) const;
};

/// Where every vertex of a deformed grid is at one frame. A value.
struct BentMesh {
    std::vector<Eigen::Vector2d> positions; ///< picture units; empty: nothing is bent
    bool isIdentity() const { return positions.empty(); }
};

/// How the regions of one plane that bend spread their motion over it. Made once (solves), asked
/// for every frame; never changes afterwards, so any thread may ask.
///
/// A region's core - every grid cell that its drawn area touches - moves exactly as its arrows
/// say. The cores of the others and of regions held still are not moved by it. Around the core the
/// pull falls to nothing over the band: as wide as the region's own soft edge, but at least 1.8
/// times the farthest way any of it travels (a smooth fall is steepest at 1.5 / band, so the sheet
/// keeps a sixth of its size in front of the region and does not fold), and at most half a picture
/// height: a figure crossing the frame must not drag everything along. Beyond that the sheet folds
/// in front of the region, which then covers what it meets. The sheet's own edge holds still where
/// there is room to bend before it. Where drawn areas overlap the later region has the place.
class Deformation {
public:
    Deformation() = default;
    /// `motions` are those of the plane's regions, in order.
    Deformation(const Plane& plane, const std::vector<RegionMotion>& motions, double aspect,
                FrameIndex frames);

    bool isIdentity() const { return m_pulls.empty(); }
    const Grid& grid() const { return m_grid; }
    /// Triangles in the order of painting: those near cores last, so they cover in a fold.
    const std::vector<int>& paintOrder() const { return m_paintOrder; }
    /// `poses` of all regions of the plane, in order.
    BentMesh bent(const std::vector<Similarity>& poses) const;
    /// Where a drawn point goes (picture units on the sheet).
    Eigen::Vector2d map(const BentMesh& mesh, const Eigen::Vector2d& drawn) const;
    /// What bending can move at all, picture units; empty when nothing bends.
    Placement extent() const;

private:
    struct Pull {
        int region = 0;
        std::vector<double> weights; ///< per vertex
    };
    Grid m_grid;
    std::vector<Pull> m_pulls;
    std::vector<int> m_paintOrder;
};

/// Finds the drawn point behind a place on a bent sheet. Made per frame; never changes.
class MeshLookup {
public:
    MeshLookup(const Deformation& deformation, const BentMesh& mesh);
    Eigen::Vector2d drawn(const Eigen::Vector2d& place) const;

private:
    const Deformation& m_deformation;
    const BentMesh& m_mesh;
    Eigen::Vector2d m_low{0, 0};
    Eigen::Vector2d m_bucket{1, 1};
    static constexpr int kBuckets = 48;
    std::vector<std::vector<int>> m_triangles; ///< per bucket, in painting order
};

} // namespace dollygrip::multiplane
