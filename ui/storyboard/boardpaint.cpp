// How the board looks; what it does is in boardview.cpp.
#include "core/project/cut.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/shotstate.h"
#include "ui/storyboard/boardview.h"
#include "ui/thumbnails.h"
#include "ui/timetext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

void BoardView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme().dock);
    if (m_desk.document().film().shotCount() == 0) {
        paintEmpty(painter);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(-offset());
    const auto [first, end] = m_layout.rowsIn(event->rect().translated(offset()));
    for (int row = first; row < end; ++row) {
        if (m_items->rows()[std::size_t(row)].isHeading())
            paintHeading(painter, row);
        else
            paintCard(painter, row);
    }
    // A strip shows the heading of a scene for as long as the scene is in sight.
    if (m_mode == BoardMode::Strip) {
        for (int row = 0; row < first; ++row) {
            if (m_items->rows()[std::size_t(row)].isHeading()
                && m_layout.rect(row).right() > offset().x())
                paintHeading(painter, row);
        }
    }
    if (m_isDragging) {
        const BoardGap gap = m_layout.gapAt(m_items->rows(), toContent(m_dragAt));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().text);
        painter.drawRoundedRect(gap.mark, 1.5, 1.5);
    }
}

void BoardView::paintEmpty(QPainter& painter)
{
    QFont font = painter.font();
    painter.setPen(theme().text);
    font.setPixelSize(15);
    painter.setFont(font);
    const QRect room = viewport()->rect().adjusted(spacing(4), 0, -spacing(4), 0);
    painter.drawText(room.translated(0, -spacing(3)), Qt::AlignCenter,
                     tr("Drop pictures here, or start drawing"));
    font.setPixelSize(12);
    painter.setFont(font);
    painter.setPen(theme().secondary);
    painter.drawText(room.translated(0, spacing(3)), Qt::AlignCenter, tr("N  new shot"));
}

void BoardView::paintHeading(QPainter& painter, int row)
{
    const BoardRow& item = m_items->rows()[std::size_t(row)];
    QRect place = m_layout.rect(row);
    place.setLeft(std::max(place.left(), offset().x() + BoardLayout::kGap));
    if (place.width() < 20)
        return;
    QFont font = QApplication::font();
    font.setPixelSize(12);
    font.setBold(true);
    painter.setFont(font);
    const QString number = QString::number(item.number);
    const QFontMetrics metrics(font);
    painter.setPen(theme().secondary);
    const QRect numberPlace = place.adjusted(0, 0, 0, 0);
    painter.drawText(numberPlace, Qt::AlignVCenter | Qt::AlignLeft, number);
    const int indent = metrics.horizontalAdvance(number) + spacing(2);
    const QRect textPlace = place.adjusted(indent, 0, 0, 0);
    const QString text = item.heading.isEmpty() ? tr("Scene without heading") : item.heading;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, textPlace.width());
    painter.setPen(item.heading.isEmpty() ? theme().secondary : theme().text);
    painter.drawText(textPlace, Qt::AlignVCenter | Qt::AlignLeft, shown);
    const int lineStart = textPlace.left() + metrics.horizontalAdvance(shown) + spacing(3);
    if (lineStart < place.right()) {
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(lineStart, place.center().y() + 1, place.right(), place.center().y() + 1);
    }
    const bool isEmpty =
        row + 1 == m_items->rowCount() || m_items->rows()[std::size_t(row) + 1].isHeading();
    if (isEmpty) {
        painter.setPen(theme().secondary);
        font.setBold(false);
        painter.setFont(font);
        painter.drawText(QRect(place.left(), place.bottom(), std::max(place.width(), 120), 40),
                         Qt::AlignVCenter | Qt::AlignLeft, tr("No shots yet"));
    }
}

void BoardView::paintCard(QPainter& painter, int row)
{
    const BoardRow& item = m_items->rows()[std::size_t(row)];
    const Theme& t = theme();
    const QRect picture = m_layout.picture(row);
    const auto current = m_desk.session().shotId();
    const bool isShot = current && *current == item.shot->id;
    const bool isPanel = row == m_current;
    if (m_isDragging && m_pressed >= 0
        && m_items->rows()[std::size_t(m_pressed)].shot->id == item.shot->id)
        painter.setOpacity(0.35);

    const QImage image = m_desk.thumbnails().picture(
        item.shot, item.panel, int(picture.height() * viewport()->devicePixelRatioF()));
    if (image.isNull())
        painter.fillRect(picture, t.raised);
    else
        painter.drawImage(picture, image);
    paintProgress(painter, picture, item.shot->id);

    painter.setBrush(Qt::NoBrush);
    if (isPanel) {
        painter.setPen(QPen(t.text, 2));
        painter.drawRect(QRectF(picture).adjusted(-2, -2, 2, 2));
    } else if (isShot) {
        painter.setPen(QPen(t.secondary, 1));
        painter.drawRect(QRectF(picture).adjusted(-1.5, -1.5, 1.5, 1.5));
    } else if (row == m_hovered && !m_isDragging) {
        painter.setPen(QPen(t.secondary, 1));
        painter.drawRect(QRectF(picture).adjusted(-0.5, -0.5, 0.5, 0.5));
    }

    const QRect card = m_layout.rect(row);
    QRect line(card.left(), picture.bottom() + 3, card.width(),
               card.bottom() - picture.bottom() - 2);
    QFont font = QApplication::font();
    font.setPixelSize(12);
    painter.setFont(font);
    if (item.panel > 0) {
        painter.setPen(t.secondary);
        painter.drawText(line.adjusted(spacing(2), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("panel %1").arg(item.panel + 1));
        painter.setOpacity(1);
        return;
    }
    const QString length = lengthText(item.shot->length, m_desk.document().film().settings.rate);
    const int lengthWidth = QFontMetrics(font).horizontalAdvance(length);
    const QRectF mark(line.left() + 1, line.center().y() - 5, 11, 11);
    paintShotMark(painter, mark, markOf(*item.shot, m_desk.takes()));
    line.setLeft(line.left() + 18);
    const bool lengthFits = line.width() - lengthWidth > 28;
    if (lengthFits) {
        painter.setPen(t.secondary);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, length);
        line.setRight(line.right() - lengthWidth - spacing(2));
    }
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(t.text);
    QString name = item.shot->name;
    if (item.shot->size != ShotSize::Unset && line.width() > 70)
        name += u"  "_s + shotSizeText(item.shot->size);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(name, Qt::ElideRight, line.width()));
    painter.setOpacity(1);
}

void BoardView::paintProgress(QPainter& painter, const QRect& picture, const ShotId& shot)
{
    const auto found = m_progress.constFind(shot);
    if (found == m_progress.constEnd())
        return;
    const double done = std::clamp(*found, 0.0, 1.0);
    QRectF ring(0, 0, 22, 22);
    ring.moveTopRight(QPointF(picture.right() - 7, picture.top() + 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 21, 23, 190));
    painter.drawEllipse(ring.adjusted(-4, -4, 4, 4));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 70), 3));
    painter.drawEllipse(ring);
    painter.setPen(QPen(QColor(0x4c, 0xc3, 0xee), 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, int(-done * 360 * 16));
}

bool BoardView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int row = m_layout.rowAt(toContent(help->pos()));
        if (row < 0 || m_items->rows()[std::size_t(row)].isHeading()) {
            QToolTip::hideText();
            return true;
        }
        const Shot& shot = *m_items->rows()[std::size_t(row)].shot;
        const FilmSettings& settings = m_desk.document().film().settings;
        QString text = u"<b>%1</b> &nbsp; %2 &nbsp; %3"_s.arg(
            shot.name.toHtmlEscaped(), lengthText(shot.length, settings.rate),
            markText(markOf(shot, m_desk.takes())));
        if (!shot.prompt.isEmpty())
            text += u"<br>"_s + shot.prompt.left(240).toHtmlEscaped();
        if (!shot.note.isEmpty())
            text += u"<br><i>%1</i>"_s.arg(shot.note.left(240).toHtmlEscaped());
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace dollygrip::ui
