#include "ui/canvas/regiontool.h"

#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "ui/canvas/regionedit.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace dollygrip::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RegionTool)
public:
    static QString brush() { return tr("Brush region"); }
    static QString add() { return tr("Add to region"); }
    static QString takeAway() { return tr("Take away from region"); }
    static QString remove() { return tr("Delete region"); }
    static QString nothingToErase()
    {
        return tr("Select a region first, then take away with Alt.");
    }
    static QString noShot() { return tr("Add a shot first (N)."); }
};

} // namespace

void RegionTool::press(const PointerEvent& event)
{
    Session& session = host().session();
    const auto shot = session.shot();
    if (!shot || !session.layerId()) {
        host().say(Text::noShot());
        return;
    }
    const double aspect = host().frame().aspect();
    const bool erases = (event.modifiers & Qt::AltModifier) || event.isEraser;
    const auto under =
        regionAt(*shot, session.panelId(), event.position, aspect, session.regionId());
    m_region.reset();
    if (erases)
        m_region = session.regionId() ? session.regionId() : under;
    else if ((event.modifiers & Qt::ShiftModifier) || (under && under == session.regionId()))
        m_region = session.regionId();
    if (erases && !m_region) {
        host().say(Text::nothingToErase());
        return;
    }
    RegionStroke stroke;
    stroke.radius = session.brush().regionRadius;
    stroke.erase = erases;
    stroke.points = {event.position};
    m_stroke = stroke;
    m_hover = event.position;
    host().repaint();
}

void RegionTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_stroke)
        return;
    const double step = std::max(m_stroke->radius * 0.2, host().frame().pixel());
    if (seenDistance(event.position, m_stroke->points.back(), host().frame().aspect()) >= step)
        m_stroke->points.push_back(event.position);
    host().repaint();
}

void RegionTool::release(const PointerEvent& event)
{
    if (!m_stroke)
        return;
    RegionStroke stroke = *std::exchange(m_stroke, std::nullopt);
    if ((event.position - stroke.points.back()).norm() > 0)
        stroke.points.push_back(event.position);
    if (m_region) {
        changeRegionArea(host(), stroke.erase ? Text::takeAway() : Text::add(), *m_region,
                         [&](Region& area) { area.strokes.push_back(stroke); });
        host().session().setRegion(m_region);
    } else {
        Region area;
        area.strokes = {stroke};
        area.feather = stroke.radius * 0.5; // the brush is soft
        addRegion(host(), Text::brush(), area);
    }
    host().repaint();
}

void RegionTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    host().repaint();
}

bool RegionTool::cancel()
{
    const bool was = m_stroke.has_value();
    m_stroke.reset();
    host().repaint();
    return was;
}

bool RegionTool::deleteSelected()
{
    return deleteSelectedRegion(host());
}

void RegionTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_stroke) {
        QColor tone = m_stroke->erase ? theme().alert : theme().subject;
        tone.setAlpha(90);
        QPainterPath path(frame.toWidget(m_stroke->points.front()));
        for (const Eigen::Vector2d& point : m_stroke->points)
            path.lineTo(frame.toWidget(point));
        if (m_stroke->points.size() == 1)
            path.lineTo(frame.toWidget(m_stroke->points.front()) + QPointF(0.1, 0));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tone, 2 * m_stroke->radius * frame.rect.height(), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    if (!m_hover)
        return;
    const double radius = host().session().brush().regionRadius * frame.rect.height();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(20, 20, 22, 170), 2.6));
    painter.drawEllipse(frame.toWidget(*m_hover), radius, radius);
    painter.setPen(QPen(theme().subject, 1.3));
    painter.drawEllipse(frame.toWidget(*m_hover), radius, radius);
}

bool deleteSelectedRegion(ToolHost& host)
{
    const auto shot = host.session().shotId();
    const auto region = host.session().regionId();
    if (!shot || !region)
        return false;
    return host.edit(Text::remove(), [&](Film& film) {
        return changeShot(film, *shot, [&](Shot& changed) {
            removeRegions(changed, {*region});
            return Result<void>();
        });
    });
}

} // namespace dollygrip::ui
