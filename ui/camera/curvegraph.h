#pragma once

#include "core/base/time.h"
#include "core/geometry/camerachannels.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

namespace dollygrip::ui {

/// What a curve's numbers are counted in.
enum class CurveUnit { Metres, Degrees, Millimetres };
CurveUnit unitOf(CameraChannel channel);
/// Numbers as people see them: metres, degrees, millimetres.
double shownValue(CameraChannel channel, double value);
double storedValue(CameraChannel channel, double shown);

/// A point or one of its handles.
struct CurveGrip {
    enum class Part { Point, In, Out };
    CameraChannel channel = CameraChannel::Truck;
    int point = -1;
    Part part = Part::Point;
    bool operator==(const CurveGrip&) const = default;
};

/// Where time and values lie in the curve editor: each unit has its own measure, zoom and pan are
/// common. Pure; pixels of the widget.
class CurveGraph {
public:
    QRectF area; ///< of the curves, without ruler and labels
    FrameIndex frames = 48;

    /// Everything of these curves in sight.
    void fit(const std::array<ChannelCurve, kCameraChannels>& curves,
             const std::vector<CameraChannel>& shown);
    void zoom(double timeFactor, double valueFactor, const QPointF& around);
    void pan(const QPointF& by);

    double x(double fraction) const;
    double fraction(double x) const;
    double y(CameraChannel channel, double value) const;
    double value(CameraChannel channel, double y) const;
    /// Values (as stored) in a pixel.
    double valuePerPixel(CameraChannel channel) const;
    double fractionPerPixel() const { return m_timeSpan / std::max(1.0, area.width()); }
    QPointF at(CameraChannel channel, double fraction, double v) const
    {
        return {x(fraction), y(channel, v)};
    }
    /// The nearest frame's fraction.
    double onFrame(double fraction) const;
    double frameStep() const { return 1.0 / double(std::max<FrameIndex>(1, frames - 1)); }

    /// A handle's end in pixels; handles are drawn at full length, at least 24 pixels.
    QPointF handle(const ChannelCurve& curve, CameraChannel channel, int point,
                   CurveGrip::Part part) const;

private:
    struct Measure {
        double middle = 0; ///< shown value at the height 0.5
        double span = 1;   ///< shown values from 0 to 1
    };
    std::array<Measure, 3> m_measures;
    double m_timeStart = -0.04;
    double m_timeSpan = 1.08;
    double m_low = 0; ///< what of 0…1 is in sight
    double m_high = 1;
};

/// The step of a ruler whose lines are at least `least` apart: 1, 2 or 5 times a power of ten.
double roundStep(double least);

} // namespace dollygrip::ui
