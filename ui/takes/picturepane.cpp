#include "ui/takes/picturepane.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dollygrip::ui {

namespace {

constexpr int kCaption = 24;

} // namespace

PicturePane::PicturePane(const QString& name, QWidget* parent) : QWidget(parent), m_name(name)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(name);
}

void PicturePane::setName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

void PicturePane::setDetail(const QString& detail)
{
    m_detail = detail;
    update();
}

void PicturePane::setImage(const QImage& image)
{
    m_image = image;
    update();
}

void PicturePane::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void PicturePane::setOver(const QImage& over)
{
    m_over = over;
    setCursor(over.isNull() ? Qt::ArrowCursor : Qt::SplitHCursor);
    update();
}

QRectF PicturePane::pictureRect() const
{
    const QRectF room = QRectF(rect()).adjusted(0, 0, 0, -kCaption);
    if (m_image.isNull())
        return room;
    QRectF place(QPointF(), QSizeF(m_image.size()).scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    return place;
}

void PicturePane::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF room = QRectF(rect()).adjusted(0, 0, 0, -kCaption);
    painter.fillRect(room, t.surround);
    if (m_image.isNull()) {
        painter.setPen(t.secondary);
        painter.drawText(room.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    } else {
        const QRectF place = pictureRect();
        painter.drawImage(place, m_image);
        if (!m_over.isNull()) {
            const double x = place.left() + m_wipe * place.width();
            painter.save();
            painter.setClipRect(
                QRectF(place.left(), place.top(), x - place.left(), place.height()));
            painter.drawImage(place, m_over);
            painter.restore();
            painter.setPen(QPen(t.alert, 1));
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
        }
    }
    const QRectF caption(0, height() - kCaption, width(), kCaption);
    painter.setPen(t.text);
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, width()));
    painter.setPen(t.secondary);
    const int left = fontMetrics().horizontalAdvance(m_name) + 12;
    if (left < width() - 20)
        painter.drawText(caption.adjusted(left, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_detail, Qt::ElideRight, width() - left));
}

void PicturePane::mousePressEvent(QMouseEvent* event)
{
    moveWipe(event->position().x());
}

void PicturePane::mouseMoveEvent(QMouseEvent* event)
{
    moveWipe(event->position().x());
}

void PicturePane::moveWipe(double x)
{
    if (m_over.isNull())
        return;
    const QRectF place = pictureRect();
    m_wipe = std::clamp((x - place.left()) / place.width(), 0.0, 1.0);
    update();
}

} // namespace dollygrip::ui
