#include "ui/timeline/timelineview.h"

#include "core/playback/transport.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/player/soundbank.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/thumbnails.h"
#include "ui/timetext.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kSnapPixels = 6.0;

} // namespace

TimelineView::TimelineView(FilmDesk& desk, FilmCommands& commands, QWidget* parent)
    : QAbstractScrollArea(parent), m_desk(desk), m_commands(commands), m_cut(desk.document().film())
{
    setObjectName(u"timelineView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setAccessibleName(tr("Timeline"));

    const auto repaint = [this] { viewport()->update(); };
    connect(&desk.document(), &Document::changed, this, [this] {
        if (m_drag)
            endDrag(false);
        follow();
    });
    connect(&desk.session(), &Session::shotEdited, this, repaint);
    connect(&desk.session(), &Session::shotChanged, this, repaint);
    connect(&desk.session(), &Session::regionChanged, this, repaint);
    connect(&desk.session(), &Session::motionChanged, this, repaint);
    connect(&desk.session(), &Session::cameraKeyChanged, this, repaint);
    connect(&desk.session(), &Session::playheadChanged, this, &TimelineView::movePlayhead);
    connect(&desk.transport(), &Transport::rangeChanged, this, repaint);
    connect(&desk.thumbnails(), &Thumbnails::painted, this, repaint);
    connect(&desk.sounds(), &SoundBank::ready, this, repaint);
    connect(&desk.takes(), &TakeStore::takeAdded, this, repaint);
    m_shownPlayhead = desk.session().playhead();
    follow();
}

const Film& TimelineView::shown() const
{
    return m_drag ? m_drag->preview() : m_desk.document().film();
}

void TimelineView::follow()
{
    m_cut = Cut(shown());
    // While a hand trims, the scale must not slip away under it.
    if (!m_drag) {
        m_layout.setLength(m_cut.length());
        if (m_followsFit)
            m_layout.fit();
    }
    showLayout();
}

void TimelineView::showLayout()
{
    QScrollBar* bar = horizontalScrollBar();
    const QSignalBlocker quiet(bar);
    bar->setRange(0, int(std::ceil(m_layout.largestScroll())));
    bar->setPageStep(viewport()->width() - TimelineLayout::kHeader);
    bar->setSingleStep(40);
    bar->setValue(int(std::lround(m_layout.scroll())));
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_layout.setSize(viewport()->width(), viewport()->height());
    if (m_followsFit)
        m_layout.fit();
    showLayout();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_layout.setScroll(horizontalScrollBar()->value());
    viewport()->update();
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        m_layout.zoomAt(std::max<double>(TimelineLayout::kHeader, event->position().x()),
                        std::pow(kZoomStep, delta.y() / 120.0));
        m_followsFit = m_layout.isFitted();
        showLayout();
    } else {
        const int by = delta.x() != 0 ? delta.x() : delta.y();
        m_layout.setScroll(m_layout.scroll() - by);
        showLayout();
    }
    event->accept();
}

void TimelineView::zoom(double factor)
{
    const double playhead = m_layout.x(double(m_desk.session().playhead()));
    const bool isSeen = playhead >= TimelineLayout::kHeader && playhead <= m_layout.width();
    m_layout.zoomAt(isSeen ? playhead : m_layout.width() / 2.0, factor);
    m_followsFit = m_layout.isFitted();
    showLayout();
}

void TimelineView::zoomIn()
{
    zoom(kZoomStep * kZoomStep);
}

void TimelineView::zoomOut()
{
    zoom(1 / (kZoomStep * kZoomStep));
}

void TimelineView::zoomToFit()
{
    m_followsFit = true;
    m_layout.fit();
    showLayout();
}

QRect TimelineView::playheadStrip(FrameIndex frame) const
{
    const double x = m_layout.x(double(frame));
    return QRect(int(x) - 8, 0, 18 + int(m_layout.pixelsPerFrame()), viewport()->height());
}

void TimelineView::movePlayhead(FrameIndex frame)
{
    const double scroll = m_layout.scroll();
    if (!m_isScrubbing && !m_drag)
        m_layout.reveal(frame, m_desk.session().isPlaying());
    if (scroll != m_layout.scroll())
        showLayout();
    viewport()->update(playheadStrip(m_shownPlayhead));
    viewport()->update(playheadStrip(frame));
    m_shownPlayhead = frame;
}

void TimelineView::scrubTo(const QPointF& at)
{
    const FrameIndex last = std::max<FrameIndex>(0, m_cut.length() - 1);
    m_desk.session().setPlayhead(std::clamp<FrameIndex>(m_layout.frameUnder(at.x()), 0, last));
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (m_drag)
        return;
    const QPointF at = event->position();
    const TimelineHit hit = timelineHit(shown(), m_cut, m_layout, at);
    Session& session = m_desk.session();
    m_selectedClip = hit.clip;
    if (hit.part == TimelinePart::Ruler && event->button() == Qt::LeftButton) {
        m_isScrubbing = true;
        scrubTo(at);
    } else if (hit.shot) {
        session.setShot(*hit.shot);
        if (hit.region)
            session.setRegion(hit.region);
        if (hit.motion)
            session.setMotion(hit.motion);
        if (hit.part == TimelinePart::CameraKey)
            session.setCameraKey(hit.key);
    }
    if (event->button() == Qt::LeftButton) {
        m_press = hit;
        m_pressModifiers = event->modifiers();
        m_pressAt = at;
        m_pressPlayhead = session.playhead();
    }
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_isScrubbing) {
        scrubTo(at);
        return;
    }
    if (!(event->buttons() & Qt::LeftButton) || !m_press) {
        showCursor(at, event->modifiers());
        return;
    }
    if (!m_drag) {
        const bool isFar =
            (at - m_pressAt).manhattanLength() >= QApplication::startDragDistance() / 2;
        if (!isFar)
            return;
        m_drag = TimelineDrag::begin(*m_press, m_desk.document().film(),
                                     m_layout.position(m_pressAt.x()),
                                     bool(m_pressModifiers & Qt::ControlModifier));
        if (!m_drag)
            return;
    }
    dragTo(at, event->modifiers());
}

void TimelineView::dragTo(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    m_dragAt = at;
    const double reach = kSnapPixels / m_layout.pixelsPerFrame();
    std::vector<FrameIndex> snaps{m_pressPlayhead};
    const TimelineHit& hit = m_drag->hit();
    const Cut cut(m_desk.document().film());
    if (hit.part == TimelinePart::Clip) {
        for (const CutEntry& entry : cut.entries())
            snaps.push_back(entry.range.first);
    }
    const CutEntry* entry = hit.motion && hit.shot ? cut.of(*hit.shot) : nullptr;
    if (entry) { // starts of panels, the shot's own ends, ends of other bars
        snaps.push_back(m_pressPlayhead + 1);
        snaps.push_back(entry->range.end);
        for (qsizetype i = 0; i < entry->shot->panels.size(); ++i)
            snaps.push_back(entry->range.first + entry->shot->panelStart(i));
        for (const ShotRegion& region : entry->shot->regions) {
            for (const Motion& motion : region.motions) {
                const auto frame = [&](double at) {
                    return entry->range.first
                           + FrameIndex(std::lround(at * double(entry->range.length() - 1)));
                };
                if (motion.id != *hit.motion) {
                    snaps.push_back(frame(motion.path.from));
                    snaps.push_back(frame(motion.path.to) + 1);
                }
            }
        }
    }
    if (modifiers & Qt::AltModifier)
        snaps.clear();
    // A frame that is wider than the reach needs no help.
    m_drag->moveTo(m_layout.position(at.x()), snaps, reach >= 1 ? reach : 0);
    if (hit.motion && hit.shot && m_desk.session().shotId() == hit.shot) // it plays meanwhile
        m_desk.session().setDraft(m_drag->preview().shot(*hit.shot));
    follow();
}

void TimelineView::endDrag(bool keep)
{
    if (!m_drag)
        return;
    const TimelineDrag drag = *m_drag;
    m_drag.reset();
    m_press.reset();
    if (drag.hit().motion)
        m_desk.session().clearDraft();
    if (keep && drag.changesAnything())
        m_desk.edit(drag.editText(), [&](Film& film) { return drag.apply(film); });
    follow();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool wasDragging = m_drag.has_value();
    if (wasDragging) {
        dragTo(event->position(), event->modifiers());
        endDrag(true);
    } else if (m_press && m_press->part == TimelinePart::Shot && !m_isScrubbing) {
        scrubTo(event->position());
    }
    m_isScrubbing = false;
    m_press.reset();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const TimelineHit hit = timelineHit(shown(), m_cut, m_layout, event->position());
    if (hit.part == TimelinePart::Shot)
        Q_EMIT shotOpened();
    else
        mousePressEvent(event);
}

void TimelineView::showCursor(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    switch (timelineHit(shown(), m_cut, m_layout, at).part) {
    case TimelinePart::ShotEnd:
        viewport()->setCursor(modifiers & Qt::ControlModifier ? Qt::SplitHCursor
                                                              : Qt::SizeHorCursor);
        break;
    case TimelinePart::MotionFrom:
    case TimelinePart::MotionTo: viewport()->setCursor(Qt::SizeHorCursor); break;
    case TimelinePart::CameraKey:
    case TimelinePart::MotionBar:
    case TimelinePart::Clip: viewport()->setCursor(Qt::OpenHandCursor); break;
    default: viewport()->unsetCursor(); break;
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && (m_drag || m_isScrubbing)) {
        m_isScrubbing = false;
        endDrag(false);
        m_press.reset();
        return;
    }
    event->ignore();
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_drag)
        Q_EMIT menuRequested(event->globalPos());
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const TimelineHit hit = timelineHit(shown(), m_cut, m_layout, QPointF(help->pos()));
        QString text;
        const FrameRate rate = shown().settings.rate;
        if (hit.shot) {
            const auto shot = shown().shot(*hit.shot);
            text = u"<b>%1</b> &nbsp; %2"_s.arg(shot->name.toHtmlEscaped(),
                                                lengthText(shot->length, rate));
            if (hit.part == TimelinePart::ShotEnd)
                text += u"<br>"_s + tr("Drag to trim. With Ctrl: roll the cut.");
            if (hit.region) {
                if (const ShotRegion* region = shot->region(*hit.region))
                    text += u"<br>"_s + region->name.toHtmlEscaped();
                text += u"<br>"_s
                        + tr("Drag to time it, its ends to trim it. With Alt: without snapping.");
            }
        }
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace dollygrip::ui
