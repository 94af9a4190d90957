#include "core/multiplane/planewarp.h"

#include "core/multiplane/clipping.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr double kFarthestM = 1e7;
constexpr double kShrinkFrom = 1.5; ///< source pixels per frame pixel that call for a smaller level

/// Picture units of a placement -> pixel indices of a picture that fills it.
Eigen::Matrix3d toIndices(const Placement& where, double width, double height)
{
    Eigen::Matrix3d m = Eigen::Matrix3d::Identity();
    m(0, 0) = width / where.width;
    m(0, 2) = -where.x * m(0, 0) - 0.5;
    m(1, 1) = height / where.height;
    m(1, 2) = -where.y * m(1, 1) - 0.5;
    return m;
}

/// Lengths of the gradients of both source coordinates at a frame pixel: source pixels per frame
/// pixel, and the same the other way round.
Eigen::Vector2d sourcePerFramePixel(const Eigen::Matrix3d& toSource, const Eigen::Vector2d& pixel)
{
    const Eigen::Vector3d point = toSource * pixel.homogeneous();
    Eigen::Vector2d result;
    for (int axis = 0; axis < 2; ++axis) {
        const Eigen::Vector2d gradient =
            (toSource.row(axis).head<2>() - point[axis] / point.z() * toSource.row(2).head<2>())
            / point.z();
        result[axis] = gradient.norm();
    }
    return result;
}

void addTriangles(Warp& warp, const Layer& layer, const Eigen::Matrix3d& seenToIndices,
                  const Eigen::Matrix3d& indicesToDrawn, const Eigen::Matrix3d& drawnToSource)
{
    const Grid& grid = layer.deformation->grid();
    const Eigen::Matrix3d toIndices = seenToIndices * layer.toSeen;
    std::vector<Eigen::Vector3d> seen(layer.mesh.positions.size());
    for (std::size_t v = 0; v < seen.size(); ++v) {
        seen[v] = toIndices * layer.mesh.positions[v].homogeneous();
    }
    for (const int index : layer.deformation->paintOrder()) {
        const std::array<int, 3> corners = grid.triangle(index);
        std::array<Eigen::Vector2d, 3> rest;
        std::array<Eigen::Vector2d, 3> place;
        std::array<Eigen::Vector3d, 3> homogeneous;
        bool moved = false;
        bool before = true;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::size_t vertex = std::size_t(corners[k]);
            rest[k] = grid.at(corners[k]);
            place[k] = layer.mesh.positions[vertex];
            homogeneous[k] = seen[vertex];
            moved |= rest[k] != place[k];
            before &= seen[vertex].z() >= kNearestM;
        }
        Eigen::Matrix2d sides;
        sides.col(0) = place[1] - place[0];
        sides.col(1) = place[2] - place[0];
        const double area = sides.determinant();
        // Where the sheet folds, its back is never seen: a front side covers the same place.
        if (!moved || area < 1e-14) {
            continue;
        }
        Eigen::Matrix2d restSides;
        restSides.col(0) = rest[1] - rest[0];
        restSides.col(1) = rest[2] - rest[0];
        Eigen::Matrix3d unbend = Eigen::Matrix3d::Identity();
        unbend.topLeftCorner<2, 2>() = restSides * sides.inverse();
        unbend.topRightCorner<2, 1>() = rest[0] - unbend.topLeftCorner<2, 2>() * place[0];

        WarpTriangle triangle;
        triangle.toSource = (drawnToSource * unbend * indicesToDrawn).topRows<2>();
        if (before) {
            for (std::size_t k = 0; k < 3; ++k) {
                triangle.seen[k] = homogeneous[k].hnormalized();
            }
            warp.triangles.push_back(triangle);
            continue;
        }
        const std::vector<Eigen::Vector3d> polygon = clipped(homogeneous, kNearestM);
        for (std::size_t k = 2; k < polygon.size(); ++k) {
            triangle.seen = {polygon[0].hnormalized(), polygon[k - 1].hnormalized(),
                             polygon[k].hnormalized()};
            warp.triangles.push_back(triangle);
        }
    }
}

/// Widens the warp's bounds to what is seen of a placement, and keeps them inside the frame.
void includeBounds(Warp& warp, const Eigen::Matrix3d& drawnToIndices, const Placement& where,
                   int width, int height)
{
    const std::optional<Placement> box = boundsOfMapped(drawnToIndices, where, kNearestM);
    if (!box) {
        return;
    }
    const auto pixel = [](double value, int most) {
        return int(std::clamp(value, 0.0, double(most)));
    };
    const int left = pixel(std::floor(box->x) - 1, width);
    const int top = pixel(std::floor(box->y) - 1, height);
    const int right = pixel(std::ceil(box->x + box->width) + 2, width);
    const int bottom = pixel(std::ceil(box->y + box->height) + 2, height);
    const bool first = warp.isEmpty();
    warp.left = first ? left : std::min(warp.left, left);
    warp.top = first ? top : std::min(warp.top, top);
    warp.right = first ? right : std::max(warp.right, right);
    warp.bottom = first ? bottom : std::max(warp.bottom, bottom);
}

/// Coordinates along one row from `from` to `end`; `rows` are the two upper rows.
template <class Real>
void fillSpan(const Eigen::Matrix<double, 2, 3>& rows, const Eigen::Vector3d& third, int row,
              int from, int end, Real* x, Real* y)
{
    if (end <= from) {
        return;
    }
    const Eigen::Vector3d start(from, row, 1.0);
    const double inverseStart = third.dot(start);
    const double inverseEnd = inverseStart + third.x() * (end - 1 - from);
    const double least = 1.0 / kFarthestM;
    const double most = 1.0 / kNearestM;
    const Real startX = Real(rows.row(0).dot(start));
    const Real startY = Real(rows.row(1).dot(start));
    const Real stepX = Real(rows(0, 0));
    const Real stepY = Real(rows(1, 0));
    const Real limit = Real(9e5);
    const int count = end - from;
    x += from;
    y += from;
    const auto isSeen = [&](double inverse) { return inverse > least && inverse < most; };
    if (!isSeen(inverseStart) || !isSeen(inverseEnd)) {
        for (int i = 0; i < count; ++i) {
            const double inverse = inverseStart + third.x() * i;
            if (!isSeen(inverse)) {
                x[i] = y[i] = SourceBand<Real>::kNowhere;
                continue;
            }
            x[i] = std::clamp(Real((startX + stepX * Real(i)) / inverse), -limit, limit);
            y[i] = std::clamp(Real((startY + stepY * Real(i)) / inverse), -limit, limit);
        }
        return;
    }
    if (std::abs(inverseEnd - inverseStart) <= 1e-12 * inverseStart) {
        const double z = 1.0 / inverseStart;
        const Real x0 = Real(rows.row(0).dot(start) * z);
        const Real y0 = Real(rows.row(1).dot(start) * z);
        const Real dx = Real(rows(0, 0) * z);
        const Real dy = Real(rows(1, 0) * z);
        for (int i = 0; i < count; ++i) {
            x[i] = std::min(std::max(x0 + dx * Real(i), -limit), limit);
            y[i] = std::min(std::max(y0 + dy * Real(i), -limit), limit);
        }
        return;
    }
    const Real startZ = Real(inverseStart);
    const Real stepZ = Real(third.x());
    for (int i = 0; i < count; ++i) {
        const Real z = Real(1) / (startZ + stepZ * Real(i));
        x[i] = std::min(std::max((startX + stepX * Real(i)) * z, -limit), limit);
        y[i] = std::min(std::max((startY + stepY * Real(i)) * z, -limit), limit);
    }
}

} // namespace

Warp warpOf(const Layer& layer, int width, int height, bool finest)
{
    Warp warp;
    warp.opacity = std::clamp(layer.opacity, 0.0, 1.0);
    warp.blend = layer.blend;
    warp.source = &layer.pyramid->picture();
    const Eigen::Matrix3d seenToIndices = toIndices({}, width, height);
    const Eigen::Matrix3d drawnToIndices = seenToIndices * layer.toSeen;
    includeBounds(warp, drawnToIndices, layer.where, width, height);
    if (layer.isBent()) {
        Eigen::Vector2d low = layer.mesh.positions.front();
        Eigen::Vector2d high = low;
        for (const Eigen::Vector2d& position : layer.mesh.positions) {
            low = low.cwiseMin(position);
            high = high.cwiseMax(position);
        }
        includeBounds(warp, drawnToIndices,
                      {low.x(), low.y(), high.x() - low.x(), high.y() - low.y()}, width, height);
    }
    if (warp.isEmpty()) {
        return warp;
    }

    const Eigen::Matrix3d indicesToDrawn = layer.toDrawn * seenToIndices.inverse();
    const Image& picture = layer.pyramid->picture();
    const Eigen::Matrix3d finestToSource =
        toIndices(layer.where, picture.width(), picture.height()) * indicesToDrawn;
    const Eigen::Vector2d middle(0.5 * (warp.left + warp.right - 1),
                                 0.5 * (warp.top + warp.bottom - 1));
    Eigen::Vector2d perPixel = sourcePerFramePixel(finestToSource, middle);
    const double shrink = std::sqrt(perPixel.x() * perPixel.y());
    if (!finest && shrink > kShrinkFrom && std::isfinite(shrink)) {
        const int level = int(std::floor(std::log2(shrink / kShrinkFrom))) + 1;
        warp.source = &layer.pyramid->level(level);
    }
    const Eigen::Matrix3d drawnToSource =
        toIndices(layer.where, warp.source->width(), warp.source->height());
    warp.toSource = drawnToSource * indicesToDrawn;
    perPixel = sourcePerFramePixel(warp.toSource, middle).cwiseMax(1e-9);
    warp.magnificationX = 1.0 / perPixel.x();
    warp.magnificationY = 1.0 / perPixel.y();
    if (layer.isBent()) {
        addTriangles(warp, layer, seenToIndices, indicesToDrawn, drawnToSource);
    }
    return warp;
}

template <class Real>
void SourceBand<Real>::fill(const Warp& warp)
{
    const Eigen::Vector3d third = warp.toSource.row(2).transpose();
    const Eigen::Matrix<double, 2, 3> sheet = warp.toSource.topRows<2>();
    for (int row = std::max(first, warp.top); row < std::min(end, warp.bottom); ++row) {
        fillSpan<Real>(sheet, third, row, warp.left, warp.right, rowX(row), rowY(row));
    }
    constexpr double kSeam = 1e-4; // neighbours overlap a little, so that no pixel falls between
    for (const WarpTriangle& triangle : warp.triangles) {
        const auto& [a, b, c] = triangle.seen;
        const double low = std::min({a.y(), b.y(), c.y()});
        const double high = std::max({a.y(), b.y(), c.y()});
        if (!(low < end && high >= first)) {
            continue;
        }
        const int firstRow = std::max({first, warp.top, int(std::ceil(low))});
        const int lastRow = std::min({end - 1, warp.bottom - 1, int(std::floor(high))});
        for (int row = firstRow; row <= lastRow; ++row) {
            double from = 1e9;
            double to = -1e9;
            for (std::size_t k = 0; k < 3; ++k) {
                const Eigen::Vector2d& p = triangle.seen[k];
                const Eigen::Vector2d& q = triangle.seen[(k + 1) % 3];
                if ((row < p.y() && row < q.y()) || (row > p.y() && row > q.y())) {
                    continue;
                }
                if (p.y() == q.y()) {
                    from = std::min({from, p.x(), q.x()});
                    to = std::max({to, p.x(), q.x()});
                    continue;
                }
                const double x = p.x() + (row - p.y()) / (q.y() - p.y()) * (q.x() - p.x());
                from = std::min(from, x);
                to = std::max(to, x);
            }
            if (!(to >= warp.left - 1.0 && from <= warp.right + 1.0)) {
                continue;
            }
            const int begin = std::max(warp.left, int(std::ceil(std::max(from, -1e6) - kSeam)));
            const int stop = std::min(warp.right, int(std::floor(std::min(to, 1e6) + kSeam)) + 1);
            fillSpan<Real>(triangle.toSource, third, row, begin, stop, rowX(row), rowY(row));
        }
    }
}

template struct SourceBand<float>;
template struct SourceBand<double>;

} // namespace dollygrip::multiplane
