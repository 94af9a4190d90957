// How the timeline looks; what it does is in timelineview.cpp.
#include "core/playback/transport.h"
#include "ui/filmdesk.h"
#include "ui/player/soundbank.h"
#include "ui/session.h"
#include "ui/shotstate.h"
#include "ui/theme.h"
#include "ui/thumbnails.h"
#include "ui/timeline/timelineview.h"
#include "ui/timetext.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kTitleHeight = 18;

QFont smallFont(bool isBold = false)
{
    QFont font = QApplication::font();
    font.setPixelSize(11);
    font.setBold(isBold);
    return font;
}

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

/// The sound's extent between two peaks. Zoomed far out, a few of many tell the shape as well.
media::Peak peakBetween(const DecodedSound& sound, double first, double end)
{
    media::Peak extent;
    const auto from = std::ptrdiff_t(std::max(0.0, first));
    const auto to =
        std::min(std::max(from + 1, std::ptrdiff_t(end)), std::ptrdiff_t(sound.peaks.size()));
    const std::ptrdiff_t stride = std::max<std::ptrdiff_t>(1, (to - from) / 24);
    for (std::ptrdiff_t i = from; i < to; i += stride) {
        extent.low = std::min(extent.low, sound.peaks[std::size_t(i)].low);
        extent.high = std::max(extent.high, sound.peaks[std::size_t(i)].high);
    }
    return extent;
}

} // namespace

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Theme& t = theme();
    const TimelineRows rows = m_layout.rows();
    painter.fillRect(event->rect(), t.dock);
    for (const QRect& row : {rows.shots, rows.motion, rows.camera, rows.sound})
        painter.fillRect(row.intersected(event->rect()), t.window);

    painter.save();
    painter.setClipRect(QRect(TimelineLayout::kHeader, 0, viewport()->width(), viewport()->height())
                            .intersected(event->rect()));
    paintRuler(painter, rows.ruler);
    paintRange(painter);
    const QRect clip = event->rect();
    const FrameIndex first = std::max<FrameIndex>(0, m_layout.frameUnder(clip.left() - 2));
    const FrameIndex last = m_layout.frameUnder(clip.right() + 2);
    const auto& entries = m_cut.entries();
    auto it = std::upper_bound(
        entries.begin(), entries.end(), first,
        [](FrameIndex frame, const CutEntry& entry) { return frame < entry.range.end; });
    std::optional<SceneId> scene;
    if (it != entries.begin() && it != entries.end())
        scene = std::prev(it)->scene;
    for (; it != entries.end() && it->range.first <= last; ++it) {
        const bool isNewScene = scene && *scene != it->scene;
        scene = it->scene;
        paintShot(painter, *it, rows.shots);
        paintMotion(painter, *it);
        paintCamera(painter, *it, rows.camera);
        if (isNewScene) {
            painter.setPen(QPen(t.secondary, 1));
            const int x = int(m_layout.x(double(it->range.first)));
            painter.drawLine(x, rows.shots.top(), x, rows.camera.bottom());
        }
    }
    // A chosen frame at a cut lies above its neighbour.
    if (const auto current = m_desk.session().shotId();
        current && m_desk.session().cameraKey() >= 0)
        if (const CutEntry* entry = m_cut.of(*current))
            paintCamera(painter, *entry, rows.camera);
    paintSound(painter, clip);
    if (m_drag)
        paintDrag(painter);
    paintPlayhead(painter);
    painter.restore();
    if (event->rect().left() < TimelineLayout::kHeader)
        paintHeaders(painter);
}

void TimelineView::paintRuler(QPainter& painter, const QRect& row) const
{
    const Theme& t = theme();
    const FilmSettings& settings = shown().settings;
    const FrameIndex step = m_layout.rulerStep(settings.rate, 104);
    const FrameIndex minor = m_layout.rulerStep(settings.rate, 9);
    const FrameRange visible = m_layout.visible();
    painter.setFont(smallFont());
    painter.setPen(QPen(faded(t.secondary, 0.5), 1));
    for (FrameIndex n = visible.first / minor * minor; n < visible.end; n += minor) {
        const int x = int(m_layout.x(double(n)));
        painter.drawLine(x, row.bottom() - (n % step == 0 ? 9 : 4), x, row.bottom());
    }
    painter.setPen(t.secondary);
    for (FrameIndex n = visible.first / step * step; n < visible.end; n += step) {
        const int x = int(m_layout.x(double(n)));
        painter.drawText(
            QRect(x + 4, row.top(), 100, row.height() - 7), Qt::AlignLeft | Qt::AlignVCenter,
            QString::fromStdString(timecode(n + settings.startTimecode, settings.rate)));
    }
}

void TimelineView::paintRange(QPainter& painter) const
{
    if (!m_desk.transport().hasRange())
        return;
    const Theme& t = theme();
    const FrameRange range = m_desk.transport().range();
    const QRect ruler = m_layout.rows().ruler;
    const double left = m_layout.x(double(range.first));
    const double right = m_layout.x(double(range.end));
    painter.fillRect(QRectF(left, ruler.bottom() - 3, right - left, 4), t.text);
    painter.setPen(QPen(t.text, 2));
    for (const double x : {left, right}) {
        const int inward = x == left ? 5 : -5;
        painter.drawLine(QPointF(x, ruler.top() + 6), QPointF(x, ruler.bottom()));
        painter.drawLine(QPointF(x, ruler.top() + 6), QPointF(x + inward, ruler.top() + 6));
    }
}

void TimelineView::paintShot(QPainter& painter, const CutEntry& entry, const QRect& row) const
{
    const Theme& t = theme();
    const double left = m_layout.x(double(entry.range.first));
    const double right = m_layout.x(double(entry.range.end));
    const QRectF box(left, row.top(), std::max(1.0, right - left - 1), row.height());
    const auto current = m_desk.session().shotId();
    const bool isCurrent = current && *current == entry.shot->id;
    painter.fillRect(box, isCurrent ? t.raised.lighter(t.kind == ThemeKind::Dark ? 125 : 100)
                                    : t.raised);
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);

    // Every panel where it comes, as often as there is room.
    const QRectF film = box.adjusted(0, kTitleHeight, 0, 0);
    const double aspect = shown().settings.aspect();
    if (film.height() >= 12 && box.width() >= 8) {
        const double width = film.height() * aspect;
        const int pixels = int(film.height() * viewport()->devicePixelRatioF());
        for (qsizetype panel = 0; panel < entry.shot->panels.size(); ++panel) {
            const double x = m_layout.x(double(entry.range.first + entry.shot->panelStart(panel)));
            const double end =
                panel + 1 < entry.shot->panels.size()
                    ? m_layout.x(double(entry.range.first + entry.shot->panelStart(panel + 1)))
                    : box.right();
            const QImage image = m_desk.thumbnails().picture(entry.shot, panel, pixels);
            if (!image.isNull()) {
                const QRectF place(x, film.top(), std::min(width, end - x), film.height());
                const double shown = image.width() * place.width() / width;
                // Cut off on both sides where there is no room for all of it.
                painter.drawImage(place, image,
                                  QRectF((image.width() - shown) / 2, 0, shown, image.height()));
            }
            if (panel > 0) {
                painter.setPen(QPen(t.dock, 1));
                painter.drawLine(QPointF(x, film.top()), QPointF(x, film.bottom()));
            }
        }
    }
    const QRectF title(box.left(), box.top(), box.width(), kTitleHeight);
    if (box.width() > 18) {
        paintShotMark(painter, QRectF(title.left() + 5, title.center().y() - 4.5, 9, 9),
                      markOf(*entry.shot, m_desk.takes()));
        painter.setFont(smallFont(true));
        painter.setPen(t.text);
        QRectF text = title.adjusted(18, 0, -4, 0);
        painter.drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(entry.shot->name, Qt::ElideRight, int(text.width())));
        const int used = painter.fontMetrics().horizontalAdvance(entry.shot->name) + 8;
        painter.setFont(smallFont());
        const QString length = lengthText(entry.shot->length, shown().settings.rate);
        text.setLeft(text.left() + used);
        if (text.width() > painter.fontMetrics().horizontalAdvance(length)) {
            painter.setPen(t.secondary);
            painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, length);
        }
    }
    painter.restore();
    if (isCurrent) {
        painter.setPen(QPen(t.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.75, 0.75, -0.75, -0.75));
    }
}

void TimelineView::paintMotion(QPainter& painter, const CutEntry& entry) const
{
    const Theme& t = theme();
    const auto selected = m_desk.session().regionId();
    const auto arrow = m_desk.session().motionId();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MotionBar& bar : motionBars(entry, m_layout)) {
        const bool isSelected =
            selected && *selected == bar.region && (!arrow || *arrow == bar.motion);
        const QRectF box = bar.rect.adjusted(0.5, 0, -0.5, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(bar.colour, isSelected ? 1.0 : 0.72));
        painter.drawRoundedRect(box, 2, 2);
        if (box.height() >= 11 && box.width() > 34) {
            painter.setFont(smallFont());
            painter.setPen(bar.colour.lightnessF() > 0.45 ? QColor(24, 24, 26) : Qt::white);
            painter.drawText(
                box.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, int(box.width()) - 12));
        }
        if (isSelected && bar.rect.height() > 5) {
            painter.setPen(QPen(t.text, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(bar.rect, 2, 2);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineView::paintCamera(QPainter& painter, const CutEntry& entry, const QRect& row) const
{
    const auto& keys = entry.shot->camera.keys;
    const Theme& t = theme();
    const double middle = QRectF(row).center().y();
    painter.setRenderHint(QPainter::Antialiasing);
    if (entry.shot->camera.handheld) {
        // Unrest on the whole shot.
        QPainterPath wave(QPointF(m_layout.x(double(entry.range.first)) + 2, middle));
        const double end = m_layout.x(double(entry.range.end)) - 3;
        for (double x = wave.currentPosition().x() + 3; x < end; x += 3)
            wave.lineTo(x, middle + 2.0 * std::sin(x * 0.9));
        painter.setPen(QPen(faded(t.camera, 0.6), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(wave);
    }
    if (!keys.empty()) {
        const QPointF first = cameraKeyPlace(entry, 0, m_layout);
        const QPointF last = cameraKeyPlace(entry, int(keys.size()) - 1, m_layout);
        painter.setPen(QPen(faded(t.camera, 0.7), 2));
        painter.drawLine(first, last);
    }
    const auto current = m_desk.session().shotId();
    for (int key = 0; key < int(keys.size()); ++key) {
        const QPointF at = cameraKeyPlace(entry, key, m_layout);
        const bool isSelected =
            current && *current == entry.shot->id && m_desk.session().cameraKey() == key;
        const double r = isSelected ? 5.5 : 4.5;
        QPolygonF diamond(
            {at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
        painter.setPen(QPen(isSelected ? t.text : t.window, 1.5));
        painter.setBrush(t.camera);
        painter.drawPolygon(diamond);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineView::paintSound(QPainter& painter, const QRect& clip) const
{
    const Theme& t = theme();
    const Film& film = shown();
    const FrameRate rate = film.settings.rate;
    const double perPeak = m_layout.pixelsPerFrame() * rate.perSecond() * kPeakBucket / kAudioRate;
    for (const ClipPlace& place : clipPlaces(film, m_layout)) {
        const AudioClip& one = *place.clip;
        const QRectF& box = place.rect;
        if (!box.intersects(clip))
            continue;
        const bool isMuted = place.track->isMuted;
        const bool isSelected = m_selectedClip && *m_selectedClip == one.id;
        painter.fillRect(box, faded(t.sound, isMuted ? 0.08 : 0.18));
        if (const auto sound = m_desk.sounds().sound(one.sound)) {
            painter.setPen(QPen(faded(t.sound, isMuted ? 0.3 : 0.75), 1));
            const double half = std::max(1.0, box.height() / 2 - 2);
            const double gain = half / std::max(0.05F, sound->loudest);
            const double start = one.offsetSeconds * kAudioRate / kPeakBucket;
            const int to = std::min(int(box.right()), clip.right());
            for (int x = std::max(int(box.left()), clip.left()); x <= to; ++x) {
                const media::Peak peak = peakBetween(*sound, start + (x - box.left()) / perPeak,
                                                     start + (x + 1 - box.left()) / perPeak);
                painter.drawLine(QPointF(x, box.center().y() - peak.high * gain),
                                 QPointF(x, box.center().y() - peak.low * gain));
            }
        }
        if (box.width() > 40 && box.height() >= 11) {
            painter.setFont(smallFont());
            const QString name =
                painter.fontMetrics().elidedText(one.name, Qt::ElideRight, int(box.width()) - 10);
            const QRectF plate(box.left() + 2, box.top() + 1,
                               painter.fontMetrics().horizontalAdvance(name) + 6,
                               std::min(14.0, box.height() - 2));
            painter.fillRect(plate, faded(t.window, 0.7));
            painter.setPen(t.text);
            painter.drawText(plate.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        }
        if (box.height() < 9 && !isSelected)
            continue; // a border would be all there is to see
        painter.setPen(QPen(isSelected ? t.text : faded(t.sound, 0.6), isSelected ? 1.5 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelineView::paintHeaders(QPainter& painter) const
{
    const Theme& t = theme();
    const TimelineRows rows = m_layout.rows();
    painter.fillRect(QRect(0, 0, TimelineLayout::kHeader, viewport()->height()), t.dock);
    painter.setPen(t.line);
    painter.drawLine(TimelineLayout::kHeader - 1, 0, TimelineLayout::kHeader - 1,
                     viewport()->height());
    painter.setFont(smallFont());
    painter.setPen(t.secondary);
    const auto label = [&](const QRect& row, const QString& text) {
        painter.drawText(
            QRect(spacing(3), row.top(), TimelineLayout::kHeader - spacing(4), row.height()),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    label(rows.shots, tr("Shots"));
    label(rows.motion, tr("Motion"));
    label(rows.camera, tr("Camera"));
    label(rows.sound, tr("Sound"));
}

void TimelineView::paintPlayhead(QPainter& painter) const
{
    if (m_cut.length() == 0)
        return;
    const Theme& t = theme();
    const FrameIndex playhead = m_desk.session().playhead();
    const double x = m_layout.x(double(playhead));
    // A frame that is wide enough to be seen as one is tinted as a whole.
    if (m_layout.pixelsPerFrame() > 4)
        painter.fillRect(QRectF(x, 0, m_layout.pixelsPerFrame(), viewport()->height()),
                         faded(t.alert, 0.10));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.alert);
    QPolygonF head({{x - 5.5, 4}, {x + 5.5, 4}, {x + 5.5, 11}, {x, 17}, {x - 5.5, 11}});
    painter.drawPolygon(head);
    painter.fillRect(QRectF(x - 0.75, 14, 1.5, viewport()->height()), t.alert);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineView::paintDrag(QPainter& painter) const
{
    const Theme& t = theme();
    const TimelineRows rows = m_layout.rows();
    if (const auto at = m_drag->insertAt()) {
        const double x = m_layout.x(double(*at));
        painter.fillRect(QRectF(x - 1.5, rows.shots.top() - 2, 3, rows.shots.height() + 4), t.text);
        if (const auto shot = shown().shot(*m_drag->hit().shot)) {
            const double height = rows.shots.height() - kTitleHeight;
            const QImage image =
                m_desk.thumbnails().picture(shot, 0, int(height * viewport()->devicePixelRatioF()));
            QRectF ghost(0, 0, height * shown().settings.aspect(), height);
            ghost.moveCenter(QPointF(m_dragAt.x(), rows.shots.center().y()));
            painter.setOpacity(0.8);
            if (!image.isNull())
                painter.drawImage(ghost, image);
            painter.setOpacity(1);
            painter.setPen(QPen(t.text, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(ghost);
        }
    }
    const QString readout = m_drag->readout();
    if (readout.isEmpty())
        return;
    painter.setFont(smallFont(true));
    const int width = painter.fontMetrics().horizontalAdvance(readout) + spacing(4);
    QRectF box(m_layout.x(m_drag->readoutFrame()) - width / 2.0, rows.ruler.top() + 2, width, 20);
    box.moveLeft(std::clamp(
        box.left(), double(TimelineLayout::kHeader + 2),
        std::max<double>(TimelineLayout::kHeader + 2, viewport()->width() - width - 2.0)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(t.window);
    painter.drawText(box, Qt::AlignCenter, readout);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace dollygrip::ui
