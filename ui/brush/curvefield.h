#pragma once

#include "ui/brush/penfeel.h"

#include <QWidget>

namespace dollygrip::ui {

/// A curve to be bent by hand: drag its points, click it for a new one, drag a point out or double
/// click it to take it away. A mark shows what the pen does just now. Main thread.
class CurveField : public QWidget {
    Q_OBJECT
public:
    explicit CurveField(QWidget* parent = nullptr);

    const PenCurve& curve() const { return m_curve; }
    void setCurve(const PenCurve& curve);
    /// Where the pen is now, 0…1; below 0: nowhere.
    void setMark(double value);
    QSize sizeHint() const override { return {200, 140}; }

Q_SIGNALS:
    void edited(const PenCurve& curve);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QRectF field() const;
    QPointF toWidget(const QPointF& point) const;
    QPointF toCurve(const QPointF& place) const;
    qsizetype pointAt(const QPointF& place) const;

    PenCurve m_curve;
    double m_mark = -1;
    qsizetype m_held = -1;
};

} // namespace dollygrip::ui
