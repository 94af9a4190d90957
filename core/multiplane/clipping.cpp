#include "core/multiplane/clipping.h"

#include <algorithm>
#include <array>

namespace dollygrip::multiplane {

std::vector<Eigen::Vector3d> clipped(std::span<const Eigen::Vector3d> polygon, double least)
{
    std::vector<Eigen::Vector3d> kept;
    for (std::size_t k = 0; k < polygon.size(); ++k) {
        const Eigen::Vector3d& a = polygon[k];
        const Eigen::Vector3d& b = polygon[(k + 1) % polygon.size()];
        if (a.z() >= least) {
            kept.push_back(a);
        }
        if ((a.z() >= least) != (b.z() >= least)) {
            kept.push_back(a + (least - a.z()) / (b.z() - a.z()) * (b - a));
        }
    }
    return kept;
}

std::optional<Placement> boundsOfMapped(const Eigen::Matrix3d& homography, const Placement& from,
                                        double least)
{
    std::array<Eigen::Vector3d, 4> corners;
    for (int k = 0; k < 4; ++k) {
        const double x = k == 1 || k == 2 ? from.x + from.width : from.x;
        const double y = k >= 2 ? from.y + from.height : from.y;
        corners[std::size_t(k)] = homography * Eigen::Vector3d(x, y, 1.0);
    }
    const std::vector<Eigen::Vector3d> polygon = clipped(corners, least);
    if (polygon.empty()) {
        return std::nullopt;
    }
    Eigen::Vector2d low = polygon.front().hnormalized();
    Eigen::Vector2d high = low;
    for (const Eigen::Vector3d& corner : polygon) {
        low = low.cwiseMin(corner.hnormalized());
        high = high.cwiseMax(corner.hnormalized());
    }
    return Placement{low.x(), low.y(), high.x() - low.x(), high.y() - low.y()};
}

} // namespace dollygrip::multiplane
