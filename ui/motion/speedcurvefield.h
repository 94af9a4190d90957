#pragma once

#include "core/geometry/speedcurve.h"

#include <QColor>
#include <QWidget>

namespace dollygrip::ui {

/// How a motion goes on over its time, as a small graph: time to the right, the way upwards. Points
/// are dragged; a double click on the curve adds one, on a point takes it away, and Delete the
/// chosen one; Escape drops a drag. Taking hold of a preset makes it a custom curve that looks like
/// it. Main thread.
class SpeedCurveField : public QWidget {
    Q_OBJECT
public:
    explicit SpeedCurveField(QWidget* parent = nullptr);

    const SpeedCurve& curve() const { return m_curve; }
    void setCurve(const SpeedCurve& curve);
    void setTone(const QColor& tone);
    bool isDragging() const { return m_isDragging; }
    QSize sizeHint() const override { return {220, 112}; }
    QSize minimumSizeHint() const override { return {120, 96}; }

    /// Where a time and progress are drawn.
    QPointF place(const Eigen::Vector2d& point) const;

Q_SIGNALS:
    void dragged(const SpeedCurve& curve); ///< under the hand, often
    void edited(const SpeedCurve& curve);  ///< the hand let go
    void dropped();                        ///< Escape: nothing changed

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF graph() const;
    Eigen::Vector2d valueAt(const QPointF& position) const;
    int pointAt(const QPointF& position) const;
    void makeCustom();

    SpeedCurve m_curve;
    SpeedCurve m_before;
    QColor m_tone;
    int m_point = -1;
    bool m_isDragging = false;
    bool m_hasMoved = false;
};

} // namespace dollygrip::ui
