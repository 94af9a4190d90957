#include "ui/brush/colourwheel.h"

#include "ui/theme.h"

#include <QConicalGradient>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kRingWidth = 14;

} // namespace

ColourWheel::ColourWheel(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"colourWheel"_s);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Colour wheel"));
    setToolTip(tr("<b>Colour</b><br>Hue on the ring, saturation and brightness in the square"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
}

void ColourWheel::setColour(const QColor& colour)
{
    const QColor hsv = colour.toHsv();
    if (m_hold != Hold::Nothing && hsv.rgb() == this->colour().rgb())
        return; // it came from here
    if (hsv.hsvSaturationF() > 0.001F && hsv.valueF() > 0.001F)
        m_hue = std::max(0.0F, hsv.hsvHueF());
    if (hsv.valueF() > 0.001F)
        m_saturation = hsv.hsvSaturationF();
    m_value = hsv.valueF();
    update();
}

QRectF ColourWheel::ring() const
{
    const double side = std::min(width(), height()) - 2;
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QRectF ColourWheel::square() const
{
    const QRectF outer = ring();
    const double half = (outer.width() / 2 - kRingWidth - 5) / std::numbers::sqrt2;
    return {outer.center().x() - half, outer.center().y() - half, 2 * half, 2 * half};
}

const QImage& ColourWheel::ringImage() const
{
    const double ratio = devicePixelRatioF();
    const QSize wanted = (QSizeF(size()) * ratio).toSize();
    if (m_ring.size() == wanted)
        return m_ring;
    m_ring = QImage(wanted, QImage::Format_ARGB32_Premultiplied);
    m_ring.setDevicePixelRatio(ratio);
    m_ring.fill(Qt::transparent);
    QConicalGradient hues(ring().center(), 0);
    for (int i = 0; i <= 24; ++i)
        hues.setColorAt(i / 24.0, QColor::fromHsvF(float(i % 24) / 24, 0.92F, 0.96F));
    QPainter painter(&m_ring);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QBrush(hues), kRingWidth));
    const double half = kRingWidth / 2;
    painter.drawEllipse(ring().adjusted(half, half, -half, -half));
    return m_ring;
}

void ColourWheel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), ringImage());
    const QRectF inner = square();
    QLinearGradient across(inner.topLeft(), inner.topRight());
    across.setColorAt(0, Qt::white);
    across.setColorAt(1, QColor::fromHsvF(float(m_hue), 1, 1));
    painter.fillRect(inner, across);
    QLinearGradient down(inner.topLeft(), inner.bottomLeft());
    down.setColorAt(0, QColor(0, 0, 0, 0));
    down.setColorAt(1, Qt::black);
    painter.fillRect(inner, down);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto mark = [&](const QPointF& at, double radius, const QColor& inside) {
        painter.setBrush(inside);
        painter.setPen(QPen(Qt::white, 2));
        painter.drawEllipse(at, radius, radius);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(20, 20, 22, 200), 1));
        painter.drawEllipse(at, radius + 1.2, radius + 1.2);
    };
    const double angle = 2 * std::numbers::pi * m_hue;
    const double radius = ring().width() / 2 - kRingWidth / 2;
    mark(ring().center() + radius * QPointF(std::cos(angle), -std::sin(angle)), kRingWidth / 2 - 1,
         QColor::fromHsvF(float(m_hue), 1, 1));
    mark({inner.x() + m_saturation * inner.width(), inner.y() + (1 - m_value) * inner.height()}, 5,
         colour());
}

void ColourWheel::take(const QPointF& place)
{
    const QRectF inner = square();
    if (m_hold == Hold::Ring) {
        const QPointF from = place - ring().center();
        const double turn = std::atan2(-from.y(), from.x()) / (2 * std::numbers::pi);
        m_hue = std::min(turn < 0 ? turn + 1 : turn, 0.9999);
    } else {
        m_saturation = std::clamp((place.x() - inner.x()) / inner.width(), 0.0, 1.0);
        m_value = 1 - std::clamp((place.y() - inner.y()) / inner.height(), 0.0, 1.0);
    }
    update();
    Q_EMIT picked(colour());
}

void ColourWheel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const QPointF from = event->position() - ring().center();
    const double distance = std::hypot(from.x(), from.y());
    m_hold = distance > ring().width() / 2 - kRingWidth - 3 ? Hold::Ring : Hold::Square;
    take(event->position());
}

void ColourWheel::mouseMoveEvent(QMouseEvent* event)
{
    if (m_hold != Hold::Nothing)
        take(event->position());
}

void ColourWheel::mouseReleaseEvent(QMouseEvent*)
{
    m_hold = Hold::Nothing;
}

void ColourWheel::keyPressEvent(QKeyEvent* event)
{
    const double by = event->modifiers() & Qt::ShiftModifier ? 0.1 : 0.02;
    switch (event->key()) {
    case Qt::Key_Left: m_saturation = std::max(0.0, m_saturation - by); break;
    case Qt::Key_Right: m_saturation = std::min(1.0, m_saturation + by); break;
    case Qt::Key_Up: m_value = std::min(1.0, m_value + by); break;
    case Qt::Key_Down: m_value = std::max(0.0, m_value - by); break;
    default: return QWidget::keyPressEvent(event);
    }
    update();
    Q_EMIT picked(colour());
}

} // namespace dollygrip::ui
