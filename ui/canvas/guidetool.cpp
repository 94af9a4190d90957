#include "ui/canvas/guidetool.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dollygrip::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GuideTool)
public:
    static QString movePoint() { return tr("Move vanishing point"); }
    static QString moveEyeline() { return tr("Move eyeline"); }
    static QString movePicture() { return tr("Move reference picture"); }
    static QString resizePicture() { return tr("Resize reference picture"); }
    static QString removePicture() { return tr("Remove reference picture"); }
    static QString removePoint() { return tr("Remove vanishing point"); }
    static QString removeEyeline() { return tr("Remove eyeline"); }
    static QString opacity() { return tr("Fade reference picture"); }
    static QString opacityOf(int percent) { return tr("%1 % opaque").arg(percent); }
};

Eigen::Vector2d cornerOf(const multiplane::Placement& p, int corner)
{
    const bool isRight = corner == 1 || corner == 2;
    const bool isLow = corner >= 2;
    return {p.x + (isRight ? p.width : 0), p.y + (isLow ? p.height : 0)};
}

} // namespace

GuideTool::Handle GuideTool::at(const Eigen::Vector2d& place) const
{
    const auto shot = host().session().shot();
    if (!shot)
        return {};
    const double aspect = host().frame().aspect();
    const double reach = 1.4 * pickRadius(host());
    for (std::size_t i = 0; i < shot->guides.vanishingPoints.size(); ++i) {
        if (seenDistance(shot->guides.vanishingPoints[i], place, aspect) < reach)
            return {Part::Point, int(i)};
    }
    for (qsizetype i = shot->pinned.size() - 1; i >= 0; --i) {
        for (int corner = 0; corner < 4; ++corner) {
            if (seenDistance(cornerOf(shot->pinned[i].placement, corner), place, aspect) < reach)
                return {Part::Corner, int(i), corner};
        }
    }
    if (shot->guides.eyeline && std::abs(*shot->guides.eyeline - place.y()) < reach)
        return {Part::Eyeline};
    for (qsizetype i = shot->pinned.size() - 1; i >= 0; --i) {
        const multiplane::Placement& p = shot->pinned[i].placement;
        if (QRectF(p.x, p.y, p.width, p.height).contains(place.x(), place.y()))
            return {Part::Picture, int(i)};
    }
    return {};
}

void GuideTool::press(const PointerEvent& event)
{
    m_held = m_chosen = at(event.position);
    m_start = event.position;
    const auto shot = host().session().shot();
    if (shot && m_held.part != Part::None) {
        m_before = GuidesInHand{shot->guides, shot->pinned};
        m_draft = m_before;
    }
    host().repaint();
}

void GuideTool::move(const PointerEvent& event)
{
    if (!m_draft)
        return;
    const Eigen::Vector2d by = event.position - m_start;
    *m_draft = *m_before;
    DrawingGuides& guides = m_draft->guides;
    switch (m_held.part) {
    case Part::Point: {
        Eigen::Vector2d& point = guides.vanishingPoints[std::size_t(m_held.index)];
        const bool isOnEyeline = guides.eyeline && std::abs(point.y() - *guides.eyeline) < 1e-9;
        point += by;
        // A point on the eyeline stays on it but with Shift.
        if (isOnEyeline && !(event.modifiers & Qt::ShiftModifier))
            point.y() = *guides.eyeline;
        break;
    }
    case Part::Eyeline: {
        const double before = *guides.eyeline;
        *guides.eyeline += by.y();
        for (Eigen::Vector2d& point : guides.vanishingPoints) {
            if (std::abs(point.y() - before) < 1e-9)
                point.y() = *guides.eyeline;
        }
        break;
    }
    case Part::Picture: {
        multiplane::Placement& p = m_draft->pinned[m_held.index].placement;
        p.x += by.x();
        p.y += by.y();
        break;
    }
    case Part::Corner: {
        multiplane::Placement& p = m_draft->pinned[m_held.index].placement;
        const Eigen::Vector2d anchor = cornerOf(p, (m_held.corner + 2) % 4);
        const Eigen::Vector2d from = cornerOf(p, m_held.corner) - anchor;
        const Eigen::Vector2d to = from + by;
        const double factor = std::max(0.02, to.dot(from) / from.dot(from));
        const Eigen::Vector2d far = anchor + from * factor;
        p = {std::min(anchor.x(), far.x()), std::min(anchor.y(), far.y()),
             std::abs(far.x() - anchor.x()), std::abs(far.y() - anchor.y())};
        break;
    }
    case Part::None: break;
    }
    host().repaint();
}

bool GuideTool::put(const QString& text, const GuidesInHand& changed)
{
    const auto shot = host().session().shotId();
    return shot && host().edit(text, [&](Film& film) {
        return changeShot(film, *shot, [&](Shot& one) -> Result<void> {
            one.guides = changed.guides;
            one.pinned = changed.pinned;
            return {};
        });
    });
}

void GuideTool::release(const PointerEvent& event)
{
    if (!m_draft)
        return;
    move(event);
    const GuidesInHand changed = *std::exchange(m_draft, std::nullopt);
    put(m_held.part == Part::Point     ? Text::movePoint()
        : m_held.part == Part::Eyeline ? Text::moveEyeline()
        : m_held.part == Part::Picture ? Text::movePicture()
                                       : Text::resizePicture(),
        changed);
    m_held = {};
    host().repaint();
}

void GuideTool::hover(const PointerEvent& event)
{
    const Handle over = at(event.position);
    if (over == m_over)
        return;
    m_over = over;
    host().surface().setCursor(cursor());
    host().repaint();
}

bool GuideTool::cancel()
{
    const bool was = m_draft.has_value() || m_chosen.part != Part::None;
    m_draft.reset();
    m_held = m_chosen = {};
    host().repaint();
    return was;
}

bool GuideTool::deleteSelected()
{
    const auto shot = host().session().shot();
    if (!shot || m_draft)
        return false;
    GuidesInHand changed{shot->guides, shot->pinned};
    const Handle chosen = std::exchange(m_chosen, Handle());
    switch (chosen.part) {
    case Part::Point:
        if (chosen.index >= int(changed.guides.vanishingPoints.size()))
            return false;
        changed.guides.vanishingPoints.erase(changed.guides.vanishingPoints.begin() + chosen.index);
        return put(Text::removePoint(), changed);
    case Part::Eyeline: changed.guides.eyeline.reset(); return put(Text::removeEyeline(), changed);
    case Part::Picture:
    case Part::Corner:
        if (chosen.index >= changed.pinned.size())
            return false;
        changed.pinned.removeAt(chosen.index);
        return put(Text::removePicture(), changed);
    case Part::None: break;
    }
    return false;
}

void GuideTool::setOpacity(int picture, double opacity)
{
    const auto shot = host().session().shot();
    if (!shot || picture >= shot->pinned.size())
        return;
    GuidesInHand changed{shot->guides, shot->pinned};
    changed.pinned[picture].opacity = opacity;
    put(Text::opacity(), changed);
}

bool GuideTool::fillMenu(QMenu& menu, const PointerEvent& event)
{
    m_chosen = at(event.position);
    if (m_chosen.part == Part::None)
        return false;
    QWidget* owner = &host().surface();
    if (m_chosen.part == Part::Picture || m_chosen.part == Part::Corner) {
        for (const int percent : {100, 75, 50, 25}) {
            menu.addAction(
                Text::opacityOf(percent), owner,
                [this, percent, index = m_chosen.index] { setOpacity(index, percent / 100.0); });
        }
        menu.addSeparator();
    }
    menu.addAction(m_chosen.part == Part::Point     ? Text::removePoint()
                   : m_chosen.part == Part::Eyeline ? Text::removeEyeline()
                                                    : Text::removePicture(),
                   owner, [this] { deleteSelected(); });
    return true;
}

const GuidesInHand* GuideTool::guidesInHand() const
{
    return m_draft ? &*m_draft : nullptr;
}

void GuideTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    const auto shot = host().session().shot();
    if (!shot)
        return;
    const QList<PinnedPicture>& pinned = m_draft ? m_draft->pinned : shot->pinned;
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < pinned.size(); ++i) {
        const multiplane::Placement& p = pinned[i].placement;
        const bool isChosen = (m_chosen.part == Part::Picture || m_chosen.part == Part::Corner)
                              && m_chosen.index == int(i);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(20, 20, 22, 160), isChosen ? 3 : 2));
        painter.drawRect(frame.toWidget(QRectF(p.x, p.y, p.width, p.height)));
        painter.setPen(QPen(Qt::white, isChosen ? 1.5 : 1));
        painter.drawRect(frame.toWidget(QRectF(p.x, p.y, p.width, p.height)));
        painter.setPen(QPen(QColor(20, 20, 22), 1));
        painter.setBrush(Qt::white);
        for (int corner = 0; corner < 4; ++corner) {
            const QPointF at = frame.toWidget(cornerOf(p, corner));
            painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7));
        }
    }
    const DrawingGuides& guides = m_draft ? m_draft->guides : shot->guides;
    for (std::size_t i = 0; i < guides.vanishingPoints.size(); ++i) {
        if (m_chosen.part != Part::Point || m_chosen.index != int(i))
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 2));
        painter.drawEllipse(frame.toWidget(guides.vanishingPoints[i]), 9, 9);
    }
}

QCursor GuideTool::cursor() const
{
    switch (m_over.part) {
    case Part::Eyeline: return Qt::SizeVerCursor;
    case Part::Corner: return m_over.corner % 2 ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor;
    case Part::Point:
    case Part::Picture: return Qt::SizeAllCursor;
    case Part::None: break;
    }
    return Qt::ArrowCursor;
}

} // namespace dollygrip::ui
