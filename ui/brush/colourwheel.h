#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

namespace dollygrip::ui {

/// A ring of hues around a square of saturation and brightness. Keeps its hue where a colour has
/// none. Main thread.
class ColourWheel : public QWidget {
    Q_OBJECT
public:
    explicit ColourWheel(QWidget* parent = nullptr);

    QColor colour() const
    {
        return QColor::fromHsvF(float(m_hue), float(m_saturation), float(m_value));
    }
    /// Shows it without telling anybody.
    void setColour(const QColor& colour);
    QSize sizeHint() const override { return {168, 168}; }
    QSize minimumSizeHint() const override { return {132, 132}; }

Q_SIGNALS:
    void picked(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Hold { Nothing, Ring, Square };
    QRectF ring() const;
    QRectF square() const;
    void take(const QPointF& place);
    const QImage& ringImage() const;

    double m_hue = 0.08; ///< 0…1
    double m_saturation = 0;
    double m_value = 0.1;
    Hold m_hold = Hold::Nothing;
    mutable QImage m_ring;
};

} // namespace dollygrip::ui
