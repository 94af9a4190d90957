#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace dollygrip {

/// How a curve leaves and enters a point.
enum class CurveHandles {
    Auto,    ///< smooth, flat at the ends and at every highest and lowest point; never overshoots
    Aligned, ///< its own handles, in one line
    Free,    ///< its own handles, each for itself
    Linear,  ///< straight to its neighbours
    Hold     ///< stays until the next point and jumps there
};

/// A point of a curve over time. Handles are measured from the point: (time, value).
struct CurvePoint {
    double at = 0.0; ///< fraction of the shot; may lie outside 0…1 after a split
    double value = 0.0;
    CurveHandles handles = CurveHandles::Auto;
    Eigen::Vector2d in{0, 0};  ///< Aligned and Free only; time <= 0
    Eigen::Vector2d out{0, 0}; ///< Aligned and Free only; time >= 0
    bool operator==(const CurvePoint&) const = default;
};

/// One number over time: cubic Béziers between points, held before the first and after the last. A
/// handle that reaches beyond the neighbouring point in time counts as long as the way to it, so
/// the curve is always one value at a time. A value; any thread.
struct ChannelCurve {
    std::vector<CurvePoint> points; ///< `at` rising strictly

    bool isEmpty() const { return points.empty(); }
    /// The value at a time; the curve must not be empty.
    double at(double time) const;
    /// Every point with the same value and no handle that bulges.
    bool isConstant() const;
    /// The handles as they work, whatever their kind. In: from point i back; out: from i on.
    Eigen::Vector2d inHandle(std::size_t i) const;
    Eigen::Vector2d outHandle(std::size_t i) const;
    /// Index of the point at this time (within a millionth), or -1.
    int pointAt(double time) const;
    /// One more point on the curve; its shape stays as it is. Returns its index (that of the point
    /// that is there already, if one is).
    std::size_t insert(double time);
    /// The curve goes through this value at this time: an existing point moves, else a new one
    /// comes (unless the curve has that value there).
    void setValue(double time, double value);

    bool operator==(const ChannelCurve&) const = default;
};

} // namespace dollygrip
