#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace dollygrip {

enum class SplineKind {
    CatmullRom, ///< centripetal (alpha 1/2; Barry & Goldman 1988, Yuksel et al. 2011): no loops,
                ///< passes every point
    BSpline ///< cubic interpolating B-spline (Eigen::SplineFitting): smoother, passes every point
};

/// A smooth curve through drawn points, in picture units (0…1, origin top left, y down).
/// Lengths are measured as seen: x is multiplied by `aspect` (width / height), so that they are
/// in picture heights. Equal neighbouring points are dropped. One point is a curve that stays.
/// A value; pure; any thread.
class Spline {
public:
    /// `points` must not be empty. `corners`: for each point, 1 where the curve breaks off its
    /// direction; may be empty. A curve with corners is a Catmull-Rom one.
    Spline(const std::vector<Eigen::Vector2d>& points, SplineKind kind, double aspect,
           const std::vector<std::uint8_t>& corners = {});

    /// Length of the curve in picture heights.
    double length() const;
    /// The point at `fraction` (0…1, clamped) of the length. Two points give the straight line.
    Eigen::Vector2d atFraction(double fraction) const;
    /// Unit tangent there, in seen proportions (x already multiplied by aspect); (1,0) if it stays.
    Eigen::Vector2d tangentAtFraction(double fraction) const;
    /// The fraction of the length at which the curve passes drawn point `index`.
    double fractionOfPoint(std::size_t index) const;

private:
    /// One cubic of the curve: sum of coefficients[k] * (u - start)^k, in seen proportions.
    struct Piece {
        double start = 0.0;
        double end = 0.0;
        Eigen::Matrix<double, 2, 4> coefficients = Eigen::Matrix<double, 2, 4>::Zero();
        Eigen::Vector2d at(double u) const;
        Eigen::Vector2d derivative(double u) const;
    };
    /// A short stretch of a piece with its running length.
    struct Stretch {
        std::size_t piece = 0;
        double start = 0.0;
        double end = 0.0;
        double lengthBefore = 0.0;
        double length = 0.0;
    };
    struct Place {
        std::size_t piece = 0;
        double u = 0.0;
    };

    void fitCatmullRom(const std::vector<Eigen::Vector2d>& points,
                       const std::vector<std::uint8_t>& isCorner);
    void fitBSpline(const std::vector<Eigen::Vector2d>& points);
    void measure();
    double lengthBetween(const Piece& piece, double from, double to) const;
    Place placeAtLength(double length) const;
    double lengthAt(double u) const;

    std::vector<Piece> m_pieces; // empty when the curve stays
    std::vector<Stretch> m_stretches;
    std::vector<double> m_pointParameters;   // of the points left after dropping equal neighbours
    std::vector<std::size_t> m_pointOfDrawn; // drawn index -> index of the point left
    Eigen::Vector2d m_first{0, 0};           // seen proportions
    Eigen::Vector2d m_last{0, 0};
    double m_aspect = 1.0;
};

} // namespace dollygrip
