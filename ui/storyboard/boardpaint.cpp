// How the board looks; what it does is in boardview.cpp.
#include "core/project/panelediting.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/shotstate.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"
#include "ui/thumbnails.h"
#include "ui/timetext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTextLayout>
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
    const auto [firstShown, endShown] = m_layout.rowsIn(viewport()->rect().translated(offset()));
    askForPictures(firstShown, endShown);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(-offset());
    const auto [first, end] =
        m_layout.rowsIn(event->rect().translated(offset()).adjusted(-4, -4, 4, 4));
    for (int index = first; index < end; ++index) {
        if (row(index).isHeading())
            paintHeading(painter, index);
        else
            paintCard(painter, index);
    }
    // A strip shows the heading of a scene for as long as the scene is in sight.
    if (m_mode == BoardMode::Strip) {
        for (int index = 0; index < first; ++index) {
            if (row(index).isHeading() && m_layout.rect(index).right() > offset().x())
                paintHeading(painter, index);
        }
    }
    paintGesture(painter);
}

void BoardView::paintGesture(QPainter& painter)
{
    const Theme& t = theme();
    const auto label = [&](const QString& text) {
        QFont font = QApplication::font();
        font.setPixelSize(12);
        painter.setFont(font);
        QRectF place = QFontMetricsF(font).boundingRect(text).adjusted(-8, -5, 8, 5);
        place.moveTopLeft(QPointF(toContent(m_at)) + QPointF(14, 12));
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.raised);
        painter.drawRoundedRect(place, 4, 4);
        painter.setPen(t.text);
        painter.drawText(place, Qt::AlignCenter, text);
    };
    if (m_gesture == Gesture::Drag) {
        const bool areShots = m_desk.boards().areWholeShots();
        const BoardGap gap = m_layout.gapAt(m_items->rows(), toContent(m_at), !areShots);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text);
        painter.drawRoundedRect(gap.mark, 1.5, 1.5);
        painter.drawEllipse(QPointF(gap.mark.center().x() + 0.5, gap.mark.top()), 4, 4);
        const auto count = int(m_desk.boards().panels().size());
        if (gap.shot)
            label(tr("into shot %1").arg(m_desk.document().film().shot(*gap.shot)->name));
        else if (!areShots)
            label(tr("as a shot of its own"));
        else if (count > 1)
            label(tr("%1 boards").arg(count));
    } else if (m_gesture == Gesture::Band) {
        QColor fill = t.text;
        fill.setAlphaF(0.1F);
        painter.setPen(QPen(t.text, 1));
        painter.setBrush(fill);
        painter.drawRect(QRectF(QRect(m_press, toContent(m_at)).normalized()).translated(0.5, 0.5));
    } else if (m_gesture == Gesture::Boundary) {
        const QRect card = m_layout.picture(m_pressed);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text);
        painter.drawRoundedRect(QRect(card.right() + 1, card.top(), 3, card.height()), 1.5, 1.5);
        const QList<FrameIndex> holds = panelLengths(*row(m_pressed).shot);
        const qsizetype panel = row(m_pressed).panel;
        const FrameRate rate = m_desk.document().film().settings.rate;
        label(u"%1  |  %2"_s.arg(lengthText(holds[panel] + m_boundaryBy, rate),
                                 lengthText(holds[panel + 1] - m_boundaryBy, rate)));
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

void BoardView::paintHeading(QPainter& painter, int index)
{
    const BoardRow& item = row(index);
    QRect place = m_layout.rect(index);
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
    const bool isEmpty = index + 1 == m_items->rowCount() || row(index + 1).isHeading();
    if (isEmpty) {
        painter.setPen(theme().secondary);
        font.setBold(false);
        painter.setFont(font);
        painter.drawText(QRect(place.left(), place.bottom(), std::max(place.width(), 120), 40),
                         Qt::AlignVCenter | Qt::AlignLeft, tr("No shots yet"));
    }
}

void BoardView::paintCard(QPainter& painter, int index)
{
    const QRect picture = m_layout.picture(index);
    if (isSelected(index) && m_desk.boards().isSeveral()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().raised);
        painter.drawRoundedRect(m_layout.rect(index).adjusted(-4, -4, 4, 2), 4, 4);
    }
    const bool isDragged = m_gesture == Gesture::Drag && isSelected(index);
    painter.setOpacity(isDragged ? 0.35 : 1);
    paintPicture(painter, index, picture);
    if (row(index).panel == 0)
        paintStatus(painter, picture, row(index).shot->status);
    paintProgress(painter, picture, row(index).shot->id);
    paintFrame(painter, index, picture);
    paintWords(painter, index);
    if (m_layout.hasCaptions()) {
        paintCaption(painter, index, BoardField::Action);
        paintCaption(painter, index, BoardField::Dialogue);
    }
    painter.setOpacity(1);
}

void BoardView::paintPicture(QPainter& painter, int index, const QRect& picture)
{
    const double ratio = viewport()->devicePixelRatioF();
    const QImage image = m_desk.thumbnails().picture(row(index).shot, row(index).panel,
                                                     int(picture.height() * ratio), this);
    if (image.isNull()) {
        painter.fillRect(picture, theme().raised);
        return;
    }
    const QSize size = (QSizeF(picture.size()) * ratio).toSize();
    Scaled& scaled = m_scaled[panelOf(index)];
    if (scaled.source != image.cacheKey() || scaled.pixmap.size() != size) {
        scaled.source = image.cacheKey();
        scaled.pixmap =
            QPixmap::fromImage(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    painter.drawPixmap(picture, scaled.pixmap);
}

void BoardView::paintFrame(QPainter& painter, int index, const QRect& picture)
{
    const Theme& t = theme();
    const auto current = m_desk.session().shotId();
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](const QColor& colour, double width, double by) {
        painter.setPen(QPen(colour, width));
        painter.drawRect(QRectF(picture).adjusted(-by, -by, by, by));
    };
    if (index == m_current)
        frame(t.text, 3, 2.5);
    else if (isSelected(index))
        frame(t.text, 1.5, 1.75);
    else if (current && *current == row(index).shot->id)
        frame(t.secondary, 1, 1.5);
    else if (index == m_hovered && m_gesture == Gesture::None)
        frame(t.secondary, 1, 0.5);
}

void BoardView::paintStatus(QPainter& painter, const QRect& picture, ShotStatus status)
{
    if (status == ShotStatus::Unset || picture.width() < 70)
        return;
    QString text = shotStatusName(status);
    if (status == ShotStatus::Approved)
        text.prepend(u"✓ "_s);
    else if (status == ShotStatus::Revise)
        text.prepend(u"↺ "_s);
    QFont font = QApplication::font();
    font.setPixelSize(11);
    painter.setFont(font);
    QRect place(picture.left() + 4, picture.top() + 4,
                QFontMetrics(font).horizontalAdvance(text) + 10, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 21, 23, 200));
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(QColor(232, 231, 227));
    painter.drawText(place, Qt::AlignCenter, text);
}

void BoardView::paintWords(QPainter& painter, int index)
{
    const Theme& t = theme();
    const BoardRow& item = row(index);
    QFont font = QApplication::font();
    font.setPixelSize(12);
    painter.setFont(font);
    const QRect length = m_layout.field(index, BoardField::Length);
    const QString lengthWords =
        lengthText(panelLengths(*item.shot)[item.panel], m_desk.document().film().settings.rate);
    const int lengthWidth = QFontMetrics(font).horizontalAdvance(lengthWords);
    QRect line = m_layout.field(index, BoardField::Name);
    line.setRight(length.right());
    if (line.width() - lengthWidth > 46) {
        painter.setPen(t.secondary);
        painter.drawText(length, Qt::AlignVCenter | Qt::AlignRight, lengthWords);
        line.setRight(line.right() - lengthWidth - spacing(2));
    }
    if (item.panel > 0) {
        painter.setPen(t.secondary);
        const QString text = line.width() > 70 ? tr("panel %1").arg(item.panel + 1)
                                               : QString::number(item.panel + 1);
        painter.drawText(line.adjusted(spacing(2), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         text);
        return;
    }
    paintShotMark(painter, QRectF(line.left() + 1, line.center().y() - 5, 11, 11),
                  markOf(*item.shot, m_desk.takes()));
    line.setLeft(line.left() + 18);
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    const QString name =
        QFontMetrics(bold).elidedText(item.shot->name, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, name);
    line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(name) + 5);
    if (item.shot->isNameLocked && line.width() > 12) {
        themedIcon(u"lock"_s).paint(&painter, QRect(line.left(), line.center().y() - 6, 12, 12));
        line.setLeft(line.left() + 16);
    }
    QStringList words{shotSizeText(item.shot->size), shotAngleText(item.shot->angle)};
    words.removeAll(QString());
    painter.setFont(font);
    painter.setPen(t.secondary);
    const QString size =
        QFontMetrics(font).elidedText(words.join(u" · "_s), Qt::ElideRight, line.width());
    if (size.size() > 1)
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, size);
}

void BoardView::paintCaption(QPainter& painter, int index, BoardField field)
{
    const Theme& t = theme();
    const QRect place = m_layout.field(index, field);
    QString text = fieldText(index, field);
    QFont font = QApplication::font();
    font.setPixelSize(12);
    if (text.isEmpty()) {
        // Where one can write is told where one looks.
        if (index != m_current && index != m_hovered)
            return;
        painter.setFont(font);
        painter.setPen(t.disabled);
        painter.drawText(place, Qt::AlignTop | Qt::AlignLeft,
                         field == BoardField::Action ? tr("Action") : tr("Dialogue"));
        return;
    }
    if (field == BoardField::Dialogue)
        font.setItalic(true);
    painter.setFont(font);
    painter.setPen(field == BoardField::Action ? t.text : t.secondary);
    QTextLayout layout(text.replace(u'\n', QChar::LineSeparator), font);
    layout.beginLayout();
    double y = 0;
    const QFontMetrics metrics(font);
    for (int number = 0; number < 2; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        const QString rest = text.mid(line.textStart());
        const bool isCut = number == 1 && line.textStart() + line.textLength() < text.size();
        QString shown = isCut ? metrics.elidedText(rest, Qt::ElideRight, place.width())
                              : text.mid(line.textStart(), line.textLength());
        shown.remove(QChar(QChar::LineSeparator));
        painter.drawText(QPointF(place.left(), place.top() + y + metrics.ascent()), shown);
        y += metrics.lineSpacing();
    }
    layout.endLayout();
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

QString BoardView::tipOf(int index) const
{
    const Shot& shot = *row(index).shot;
    const dollygrip::Panel& panel = *shot.panels[row(index).panel];
    const FilmSettings& settings = m_desk.document().film().settings;
    QString text = u"<b>%1</b> &nbsp; %2 &nbsp; %3"_s.arg(shot.name.toHtmlEscaped(),
                                                          lengthText(shot.length, settings.rate),
                                                          markText(markOf(shot, m_desk.takes())));
    if (shot.panels.size() > 1)
        text +=
            u" &nbsp; "_s + tr("panel %1 of %2").arg(row(index).panel + 1).arg(shot.panels.size());
    QStringList named;
    if (shot.size != ShotSize::Unset)
        named += shotSizeName(shot.size);
    if (shot.angle != ShotAngle::Unset)
        named += shotAngleName(shot.angle);
    if (!named.isEmpty())
        text += u"<br>"_s + named.join(u", "_s);
    const auto add = [&](const QString& words, const QString& pattern) {
        if (!words.isEmpty())
            text += pattern.arg(words.left(240).toHtmlEscaped());
    };
    add(panel.action, u"<br>%1"_s);
    add(panel.dialogue, u"<br>“%1”"_s);
    add(shot.prompt, u"<br>%1"_s);
    add(shot.note, u"<br><i>%1</i>"_s);
    return text;
}

bool BoardView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = m_layout.rowAt(toContent(help->pos()));
        if (index < 0 || row(index).isHeading())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tipOf(index), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace dollygrip::ui
