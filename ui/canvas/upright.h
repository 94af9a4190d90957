#pragma once

#include <QPainter>
#include <QPointF>
#include <QTransform>

namespace dollygrip::ui {

/// While it lives, what is painted around `middle` stands upright and reads from left to right,
/// however the paper is turned and mirrored; `middle` itself stays where the paper has it. For
/// words and letters on the canvas.
class Upright {
public:
    Upright(QPainter& painter, const QPointF& middle) : m_painter(painter)
    {
        m_painter.save();
        const QTransform& world = m_painter.worldTransform();
        const QTransform turn(world.m11(), world.m12(), world.m21(), world.m22(), 0, 0);
        m_painter.setWorldTransform(QTransform::fromTranslate(-middle.x(), -middle.y())
                                        * turn.inverted()
                                        * QTransform::fromTranslate(middle.x(), middle.y()),
                                    true);
    }
    ~Upright() { m_painter.restore(); }
    Upright(const Upright&) = delete;
    Upright& operator=(const Upright&) = delete;

private:
    QPainter& m_painter;
};

} // namespace dollygrip::ui
