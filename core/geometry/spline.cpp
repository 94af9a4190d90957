#include "core/geometry/spline.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <unsupported/Eigen/Splines>

namespace dollygrip {

namespace {

constexpr double kEqual = 1e-9; // picture heights
constexpr int kStretchesPerPiece = 8;

struct GaussPoint {
    double place, weight; // on -1…1
};
constexpr std::array<GaussPoint, 5> kGauss{{{0.0, 0.5688888888888889},
                                            {-0.5384693101056831, 0.47862867049936647},
                                            {0.5384693101056831, 0.47862867049936647},
                                            {-0.906179845938664, 0.23692688505618908},
                                            {0.906179845938664, 0.23692688505618908}}};

} // namespace

Eigen::Vector2d Spline::Piece::at(double u) const
{
    const double t = u - start;
    return coefficients * Eigen::Vector4d(1, t, t * t, t * t * t);
}

Eigen::Vector2d Spline::Piece::derivative(double u) const
{
    const double t = u - start;
    return coefficients * Eigen::Vector4d(0, 1, 2 * t, 3 * t * t);
}

Spline::Spline(const std::vector<Eigen::Vector2d>& drawn, SplineKind kind, double aspect,
               const std::vector<std::uint8_t>& corners)
    : m_aspect(aspect)
{
    assert(!drawn.empty() && aspect > 0);
    std::vector<Eigen::Vector2d> points;
    std::vector<std::uint8_t> isCorner;
    bool hasCorner = false;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const Eigen::Vector2d seen(drawn[i].x() * aspect, drawn[i].y());
        if (points.empty() || (seen - points.back()).norm() > kEqual) {
            points.push_back(seen);
            isCorner.push_back(0);
        }
        if (i < corners.size() && corners[i] != 0)
            isCorner.back() = hasCorner = true;
        m_pointOfDrawn.push_back(points.size() - 1);
    }
    m_first = points.front();
    m_last = points.back();
    if (points.size() < 2)
        return;
    if (kind == SplineKind::BSpline && points.size() > 2 && !hasCorner)
        fitBSpline(points);
    else
        fitCatmullRom(points, isCorner);
    measure();
}

void Spline::fitCatmullRom(const std::vector<Eigen::Vector2d>& p,
                           const std::vector<std::uint8_t>& isCorner)
{
    const std::size_t n = p.size();
    m_pointParameters.assign(n, 0.0);
    for (std::size_t i = 1; i < n; ++i)
        m_pointParameters[i] = m_pointParameters[i - 1] + std::sqrt((p[i] - p[i - 1]).norm());
    const std::vector<double>& t = m_pointParameters;
    // The tangent that Barry and Goldman's pyramid has at p[i]; beyond the ends the curve goes on
    // as if the outer points were mirrored in the end points.
    const auto tangent = [&](std::size_t i) -> Eigen::Vector2d {
        const Eigen::Vector2d before = i > 0 ? p[i - 1] : 2 * p[0] - p[1];
        const Eigen::Vector2d after = i + 1 < n ? p[i + 1] : 2 * p[n - 1] - p[n - 2];
        const double h0 = i > 0 ? t[i] - t[i - 1] : t[1] - t[0];
        const double h1 = i + 1 < n ? t[i + 1] - t[i] : t[n - 1] - t[n - 2];
        return (p[i] - before) / h0 - (after - before) / (h0 + h1) + (after - p[i]) / h1;
    };
    for (std::size_t i = 0; i + 1 < n; ++i) {
        Piece piece{t[i], t[i + 1], {}};
        const double h = piece.end - piece.start;
        const Eigen::Vector2d slope = (p[i + 1] - p[i]) / h;
        // Into and out of a corner it runs as at an end of the curve.
        const Eigen::Vector2d v0 = isCorner[i] ? slope : tangent(i);
        const Eigen::Vector2d v1 = isCorner[i + 1] ? slope : tangent(i + 1);
        piece.coefficients.col(0) = p[i];
        piece.coefficients.col(1) = v0;
        piece.coefficients.col(2) = (3 * slope - 2 * v0 - v1) / h;
        piece.coefficients.col(3) = (v0 + v1 - 2 * slope) / (h * h);
        m_pieces.push_back(piece);
    }
}

void Spline::fitBSpline(const std::vector<Eigen::Vector2d>& p)
{
    using Curve = Eigen::Spline<double, 2>;
    const Eigen::Index n = Eigen::Index(p.size());
    Eigen::MatrixXd matrix(2, n);
    for (Eigen::Index i = 0; i < n; ++i)
        matrix.col(i) = p[std::size_t(i)];
    const Eigen::Index degree = std::min<Eigen::Index>(3, n - 1);
    Curve::KnotVectorType parameters;
    Eigen::ChordLengths(matrix, parameters);
    const Curve curve = Eigen::SplineFitting<Curve>::Interpolate(matrix, degree, parameters);
    for (Eigen::Index i = 0; i < n; ++i)
        m_pointParameters.push_back(parameters(i));

    const Curve::KnotVectorType& knots = curve.knots();
    for (Eigen::Index i = 0; i + 1 < knots.size(); ++i) {
        if (knots(i + 1) - knots(i) <= 1e-14)
            continue;
        Piece piece{knots(i), knots(i + 1), Eigen::Matrix<double, 2, 4>::Zero()};
        // Taylor coefficients at the span's start give the same cubic in power form.
        const auto derivatives = curve.derivatives(piece.start, degree);
        double factorial = 1;
        for (Eigen::Index k = 0; k <= degree; ++k) {
            factorial *= k > 0 ? double(k) : 1.0;
            piece.coefficients.col(k) = derivatives.col(k).matrix() / factorial;
        }
        m_pieces.push_back(piece);
    }
}

double Spline::lengthBetween(const Piece& piece, double from, double to) const
{
    double sum = 0;
    for (const GaussPoint& gauss : kGauss)
        sum +=
            gauss.weight * piece.derivative((from + to) / 2 + gauss.place * (to - from) / 2).norm();
    return sum * (to - from) / 2;
}

void Spline::measure()
{
    double running = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece& piece = m_pieces[i];
        const double step = (piece.end - piece.start) / kStretchesPerPiece;
        for (int k = 0; k < kStretchesPerPiece; ++k) {
            Stretch stretch{i, piece.start + k * step, piece.start + (k + 1) * step, running, 0};
            stretch.length = lengthBetween(piece, stretch.start, stretch.end);
            running += stretch.length;
            m_stretches.push_back(stretch);
        }
    }
}

double Spline::length() const
{
    return m_stretches.empty() ? 0.0 : m_stretches.back().lengthBefore + m_stretches.back().length;
}

Spline::Place Spline::placeAtLength(double length) const
{
    auto it = std::upper_bound(m_stretches.begin(), m_stretches.end(), length,
                               [](double l, const Stretch& s) { return l < s.lengthBefore; });
    const Stretch& stretch = it == m_stretches.begin() ? *it : *(it - 1);
    const Piece& piece = m_pieces[stretch.piece];
    const double wanted = std::clamp(length - stretch.lengthBefore, 0.0, stretch.length);
    double low = stretch.start;
    double high = stretch.end;
    double u = stretch.length > 0 ? low + (high - low) * wanted / stretch.length : low;
    for (int i = 0; i < 20; ++i) { // Newton kept inside a shrinking bracket
        const double miss = lengthBetween(piece, stretch.start, u) - wanted;
        if (std::abs(miss) < 1e-12)
            break;
        (miss > 0 ? high : low) = u;
        const double speed = piece.derivative(u).norm();
        const double next = speed > 0 ? u - miss / speed : low;
        u = next > low && next < high ? next : (low + high) / 2;
    }
    return {stretch.piece, u};
}

double Spline::lengthAt(double u) const
{
    auto it = std::upper_bound(m_stretches.begin(), m_stretches.end(), u,
                               [](double v, const Stretch& s) { return v < s.start; });
    const Stretch& stretch = it == m_stretches.begin() ? *it : *(it - 1);
    return stretch.lengthBefore
           + lengthBetween(m_pieces[stretch.piece], stretch.start, std::min(u, stretch.end));
}

Eigen::Vector2d Spline::atFraction(double fraction) const
{
    Eigen::Vector2d seen = m_first;
    if (!m_pieces.empty() && fraction >= 1) {
        seen = m_last;
    } else if (!m_pieces.empty() && fraction > 0) {
        const Place place = placeAtLength(fraction * length());
        seen = m_pieces[place.piece].at(place.u);
    }
    return {seen.x() / m_aspect, seen.y()};
}

Eigen::Vector2d Spline::tangentAtFraction(double fraction) const
{
    if (m_pieces.empty())
        return {1, 0};
    const Place place = placeAtLength(std::clamp(fraction, 0.0, 1.0) * length());
    const Eigen::Vector2d direction = m_pieces[place.piece].derivative(place.u);
    const double size = direction.norm();
    return size > 0 ? Eigen::Vector2d(direction / size) : Eigen::Vector2d(1, 0);
}

double Spline::fractionOfPoint(std::size_t index) const
{
    assert(index < m_pointOfDrawn.size());
    const std::size_t point = m_pointOfDrawn[index];
    if (m_pieces.empty() || point == 0)
        return 0.0;
    if (point + 1 == m_pointParameters.size())
        return 1.0;
    return lengthAt(m_pointParameters[point]) / length();
}

} // namespace dollygrip
