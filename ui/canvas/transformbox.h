#pragma once

#include <QPointF>
#include <QRectF>
#include <QTransform>
#include <Qt>

class QPainter;

namespace dollygrip::ui {

/// The box around what is picked, with its eight handles and the one that turns it. All in picture
/// heights; `pixel` is the length of a widget pixel there.
class TransformBox {
public:
    enum class Grip {
        None,
        Inside,
        Turn,
        TopLeft,
        Top,
        TopRight,
        Right,
        BottomRight,
        Bottom,
        BottomLeft,
        Left
    };

    TransformBox() = default;
    TransformBox(const QRectF& box, double pixel) : m_box(box), m_pixel(pixel) {}

    const QRectF& rect() const { return m_box; }
    QPointF place(Grip grip) const;
    Grip gripAt(const QPointF& point) const;
    /// What a drag of a grip from `start` to `now` does. Corners keep proportions but with Shift,
    /// Ctrl skews by the sides, Alt goes about the centre; Shift moves along an axis and turns in
    /// steps of 15°.
    QTransform dragged(Grip grip, const QPointF& start, const QPointF& now,
                       Qt::KeyboardModifiers modifiers) const;
    /// Paints it as it stands under a transform; `toWidget` leads from heights to pixels.
    void paint(QPainter& painter, const QTransform& transform, const QTransform& toWidget) const;
    static Qt::CursorShape cursor(Grip grip);

private:
    QRectF m_box;
    double m_pixel = 0.001;
};

} // namespace dollygrip::ui
