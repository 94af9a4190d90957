#include "ui/brush/swatchgrid.h"

#include "ui/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace dollygrip::ui {

namespace {

constexpr int kSide = 24;
constexpr int kGap = 3;

} // namespace

SwatchGrid::SwatchGrid(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumHeight(kSide + 2);
}

void SwatchGrid::setColours(const QList<QColor>& colours)
{
    m_colours = colours;
    updateGeometry();
    setFixedHeight(heightForWidth(std::max(width(), 100)));
    update();
}

void SwatchGrid::setCurrent(const QColor& colour)
{
    m_current = colour;
    update();
}

void SwatchGrid::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    setAcceptDrops(isEditable);
}

int SwatchGrid::columns(int width) const
{
    return std::max(1, (width + kGap) / (kSide + kGap));
}

int SwatchGrid::heightForWidth(int width) const
{
    const int across = columns(width);
    const int rows = std::max(1, (int(m_colours.size()) + across - 1) / across);
    return rows * (kSide + kGap) + 1;
}

QSize SwatchGrid::sizeHint() const
{
    return {8 * (kSide + kGap), heightForWidth(std::max(width(), 8 * (kSide + kGap)))};
}

QRect SwatchGrid::cell(qsizetype index) const
{
    const int across = columns(width());
    return {int(index % across) * (kSide + kGap), int(index / across) * (kSide + kGap), kSide,
            kSide};
}

qsizetype SwatchGrid::indexAt(const QPoint& place) const
{
    for (qsizetype i = 0; i < m_colours.size(); ++i) {
        if (cell(i).contains(place))
            return i;
    }
    return -1;
}

qsizetype SwatchGrid::gapAt(const QPoint& place) const
{
    const int across = columns(width());
    const int row = std::max(0, place.y() / (kSide + kGap));
    const int column = std::clamp((place.x() + kSide / 2) / (kSide + kGap), 0, across);
    return std::min<qsizetype>(qsizetype(row) * across + column, m_colours.size());
}

void SwatchGrid::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_colours.size(); ++i) {
        const QRectF box = QRectF(cell(i)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setBrush(m_colours[i]);
        painter.setPen(QPen(t.line, 1));
        painter.drawRoundedRect(box, 3, 3);
        if (m_colours[i].rgb() == m_current.rgb()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.text, 1.5));
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
            painter.setPen(QPen(t.dock, 1));
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2, 2);
        }
    }
    if (m_colours.isEmpty()) {
        painter.setPen(t.secondary);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         m_isEditable ? tr("Drag colours here") : tr("None yet"));
    }
    if (m_dropAt) {
        const QRect at = *m_dropAt < m_colours.size()
                             ? cell(*m_dropAt)
                             : cell(std::max<qsizetype>(0, m_colours.size() - 1))
                                   .translated(m_colours.isEmpty() ? 0 : kSide + kGap, 0);
        painter.setPen(QPen(t.text, 2));
        painter.drawLine(at.left() - 2, at.top(), at.left() - 2, at.bottom());
    }
}

void SwatchGrid::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : -1;
    m_press = event->pos();
}

void SwatchGrid::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed < 0
        || (event->pos() - m_press).manhattanLength() < QApplication::startDragDistance())
        return;
    auto* drag = new QDrag(this);
    auto* data = new QMimeData;
    data->setColorData(m_colours[m_pressed]);
    drag->setMimeData(data);
    QPixmap picture(kSide, kSide);
    picture.fill(m_colours[m_pressed]);
    drag->setPixmap(picture);
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::CopyAction);
    m_pressed = -1;
}

void SwatchGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed >= 0 && m_pressed == indexAt(event->pos()))
        Q_EMIT picked(m_colours[m_pressed]);
    m_pressed = -1;
}

void SwatchGrid::contextMenuEvent(QContextMenuEvent* event)
{
    const qsizetype index = indexAt(event->pos());
    if (!m_isEditable || index < 0)
        return event->ignore();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Take out of the palette")), &QAction::triggered, this,
            [this, index] { Q_EMIT colourRemoved(index); });
    menu->popup(event->globalPos());
}

void SwatchGrid::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_isEditable && event->mimeData()->hasColor())
        event->acceptProposedAction();
}

void SwatchGrid::dragMoveEvent(QDragMoveEvent* event)
{
    m_dropAt = gapAt(event->position().toPoint());
    update();
    event->acceptProposedAction();
}

void SwatchGrid::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropAt.reset();
    update();
}

void SwatchGrid::dropEvent(QDropEvent* event)
{
    const qsizetype before = gapAt(event->position().toPoint());
    m_dropAt.reset();
    update();
    const auto colour = qvariant_cast<QColor>(event->mimeData()->colorData());
    if (!colour.isValid())
        return;
    if (event->source() == this && m_pressed >= 0)
        Q_EMIT colourMoved(m_pressed, before);
    else
        Q_EMIT colourDropped(colour, before);
    event->acceptProposedAction();
}

bool SwatchGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const qsizetype index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), m_colours[index].name(), this, cell(index));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Resize) {
        const int high = heightForWidth(width());
        if (high != height())
            setFixedHeight(high);
    }
    return QWidget::event(event);
}

} // namespace dollygrip::ui
