#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace dollygrip {

/// One sample of the pen. x and y in picture units (0…1 is the frame; beyond is allowed),
/// pressure 0…1 (a mouse gives 0.5).
struct StrokePoint {
    float x = 0;
    float y = 0;
    float pressure = 0.5F;
    float tilt = 0; ///< 0 the pen stands upright … 1 it lies flat
    bool operator==(const StrokePoint&) const = default;
};

enum class Brush {
    Pencil,    ///< grain, darkens with pressure
    Ink,       ///< opaque, width follows pressure
    Marker,    ///< flat tip, translucent, does not darken where one stroke crosses itself
    Fill,      ///< the closed outline of the points, filled; width 0 has no rim
    Eraser,    ///< takes away from its own layer
    Paint,     ///< round and soft, opacity follows pressure
    Text,      ///< letters; points[0] the top left of its first line, points[1] gives its direction
    SoftEraser ///< takes away softly, as much as pressure says
};

/// It takes away instead of adding.
inline bool isErasing(Brush brush)
{
    return brush == Brush::Eraser || brush == Brush::SoftEraser;
}

/// One movement of the pen; never changes once drawn. Painted as a smooth curve through its points;
/// a point that is given twice in a row is a corner.
struct Stroke {
    Brush brush = Brush::Ink;
    QColor colour{28, 28, 30};
    double width = 0.006; ///< at full pressure, in picture heights; of a text its letters' height
    double opacity = 1.0;
    QList<StrokePoint> points;
    QString text; ///< Brush::Text only; lines end in \n
    QString font; ///< Brush::Text only: a family's name, or empty for the film's own
    bool operator==(const Stroke&) const = default;
};

} // namespace dollygrip
