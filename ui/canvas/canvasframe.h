#pragma once

#include <QPointF>
#include <QRectF>

#include <Eigen/Core>

#include <cmath>

namespace dollygrip::ui {

/// Where the frame lies in the widget: picture units (0…1) <-> widget pixels.
struct CanvasFrame {
    QRectF rect;

    QPointF toWidget(const Eigen::Vector2d& p) const
    {
        return {rect.x() + p.x() * rect.width(), rect.y() + p.y() * rect.height()};
    }
    Eigen::Vector2d toPicture(const QPointF& p) const
    {
        return {(p.x() - rect.x()) / rect.width(), (p.y() - rect.y()) / rect.height()};
    }
    QRectF toWidget(const QRectF& r) const
    {
        return {toWidget(Eigen::Vector2d(r.x(), r.y())),
                QSizeF(r.width() * rect.width(), r.height() * rect.height())};
    }
    double aspect() const { return rect.width() / rect.height(); }
    /// Picture heights in a widget pixel.
    double pixel() const { return 1.0 / rect.height(); }
};

/// Distance of two points as seen, in picture heights.
inline double seenDistance(const Eigen::Vector2d& a, const Eigen::Vector2d& b, double aspect)
{
    return std::hypot((a.x() - b.x()) * aspect, a.y() - b.y());
}

} // namespace dollygrip::ui
