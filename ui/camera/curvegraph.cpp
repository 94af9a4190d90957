#include "ui/camera/curvegraph.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dollygrip::ui {

namespace {

constexpr double kDegrees = 180 / std::numbers::pi;
constexpr double kLeastSpans[] = {0.4, 4.0, 8.0}; // metres, degrees, millimetres
constexpr double kMargin = 0.14;                  // above and below what is fitted
constexpr double kLongestTime = 20;
constexpr double kShortestTime = 0.01;

} // namespace

CurveUnit unitOf(CameraChannel channel)
{
    switch (channel) {
    case CameraChannel::Truck:
    case CameraChannel::Pedestal:
    case CameraChannel::Dolly: return CurveUnit::Metres;
    case CameraChannel::Lens: return CurveUnit::Millimetres;
    default: return CurveUnit::Degrees;
    }
}

double shownValue(CameraChannel channel, double value)
{
    return unitOf(channel) == CurveUnit::Degrees ? value * kDegrees : value;
}

double storedValue(CameraChannel channel, double shown)
{
    return unitOf(channel) == CurveUnit::Degrees ? shown / kDegrees : shown;
}

double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(least, 1e-12))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

void CurveGraph::fit(const std::array<ChannelCurve, kCameraChannels>& curves,
                     const std::vector<CameraChannel>& shown)
{
    double first = 0, last = 1;
    std::array<std::optional<std::pair<double, double>>, 3> ranges;
    for (const CameraChannel channel : shown) {
        const ChannelCurve& curve = curves[std::size_t(channel)];
        if (curve.isEmpty())
            continue;
        first = std::min(first, std::max(-1.0, curve.points.front().at));
        last = std::max(last, std::min(2.0, curve.points.back().at));
        auto& range = ranges[std::size_t(unitOf(channel))];
        const auto take = [&](double value) {
            const double v = shownValue(channel, value);
            range = range ? std::pair(std::min(range->first, v), std::max(range->second, v))
                          : std::pair(v, v);
        };
        for (const CurvePoint& point : curve.points)
            take(point.value);
        for (int i = 0; i <= 60; ++i)
            take(curve.at(i / 60.0));
    }
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
        const auto& range = ranges[unit];
        Measure& measure = m_measures[unit];
        measure.middle = range ? (range->first + range->second) / 2 : 0;
        measure.span = std::max(kLeastSpans[unit], range ? range->second - range->first : 0);
    }
    m_timeSpan = (last - first) * 1.06;
    m_timeStart = first - (last - first) * 0.03;
    m_low = -kMargin;
    m_high = 1 + kMargin;
}

void CurveGraph::zoom(double timeFactor, double valueFactor, const QPointF& around)
{
    const double t = fraction(around.x());
    const double span = std::clamp(m_timeSpan / timeFactor, kShortestTime, kLongestTime);
    m_timeStart = t - (t - m_timeStart) * span / m_timeSpan;
    m_timeSpan = span;
    const double h =
        m_low + (m_high - m_low) * (area.bottom() - around.y()) / std::max(1.0, area.height());
    const double high = std::clamp((m_high - m_low) / valueFactor, 1e-4, 1e4);
    const double share = (h - m_low) / (m_high - m_low);
    m_low = h - share * high;
    m_high = m_low + high;
}

void CurveGraph::pan(const QPointF& by)
{
    m_timeStart -= by.x() * fractionPerPixel();
    const double up = by.y() * (m_high - m_low) / std::max(1.0, area.height());
    m_low += up;
    m_high += up;
}

double CurveGraph::x(double fraction) const
{
    return area.left() + (fraction - m_timeStart) / m_timeSpan * area.width();
}

double CurveGraph::fraction(double x) const
{
    return m_timeStart + (x - area.left()) / std::max(1.0, area.width()) * m_timeSpan;
}

double CurveGraph::y(CameraChannel channel, double value) const
{
    const Measure& measure = m_measures[std::size_t(unitOf(channel))];
    const double height = 0.5 + (shownValue(channel, value) - measure.middle) / measure.span;
    return area.bottom() - (height - m_low) / (m_high - m_low) * area.height();
}

double CurveGraph::value(CameraChannel channel, double y) const
{
    const Measure& measure = m_measures[std::size_t(unitOf(channel))];
    const double height =
        m_low + (area.bottom() - y) / std::max(1.0, area.height()) * (m_high - m_low);
    return storedValue(channel, measure.middle + (height - 0.5) * measure.span);
}

double CurveGraph::valuePerPixel(CameraChannel channel) const
{
    return value(channel, area.top()) - value(channel, area.top() + 1);
}

double CurveGraph::onFrame(double fraction) const
{
    return std::round(fraction / frameStep()) * frameStep();
}

QPointF CurveGraph::handle(const ChannelCurve& curve, CameraChannel channel, int point,
                           CurveGrip::Part part) const
{
    const CurvePoint& p = curve.points[std::size_t(point)];
    const QPointF from = at(channel, p.at, p.value);
    if (part == CurveGrip::Part::Point)
        return from;
    const Eigen::Vector2d h = part == CurveGrip::Part::In ? curve.inHandle(std::size_t(point))
                                                          : curve.outHandle(std::size_t(point));
    return at(channel, p.at + h.x(), p.value + h.y());
}

} // namespace dollygrip::ui
