#include "ui/canvas/lassotool.h"

#include "core/project/editing.h"
#include "ui/canvas/arrowfit.h"
#include "ui/canvas/regionedit.h"
#include "ui/canvas/regiontool.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 5;
constexpr double kFeather = 0.008; // picture heights

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LassoTool)
public:
    static QString lasso() { return tr("Lasso region"); }
    static QString add() { return tr("Add to region"); }
    static QString noShot() { return tr("Add a shot first (N)."); }
    static QString closing()
    {
        return tr("Click corner by corner; a double click or Return closes the outline.");
    }
};

} // namespace

void LassoTool::press(const PointerEvent& event)
{
    if (!host().session().layerId()) {
        host().say(Text::noShot());
        return;
    }
    m_isPressed = true;
    m_hover = event.position;
    if (m_points.empty()) {
        m_adds = event.modifiers & Qt::ShiftModifier;
        m_isFreehand = false;
        m_points = {event.position};
    } else if (m_points.size() > 2
               && seenDistance(m_points.front(), event.position, host().frame().aspect())
                      < pickRadius(host())) {
        m_isPressed = false;
        close();
    } else {
        m_points.push_back(event.position);
    }
    host().repaint();
}

void LassoTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_isPressed || m_points.empty())
        return;
    const CanvasFrame frame = host().frame();
    const double way = seenDistance(m_points.back(), event.position, frame.aspect());
    if (!m_isFreehand && m_points.size() == 1 && way > kDragPixels * frame.pixel())
        m_isFreehand = true;
    if (m_isFreehand && way > 2 * frame.pixel())
        m_points.push_back(event.position);
    host().repaint();
}

void LassoTool::release(const PointerEvent&)
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    if (m_isFreehand)
        close();
    else if (m_points.size() == 1)
        host().say(Text::closing());
    host().repaint();
}

void LassoTool::doubleClick(const PointerEvent&)
{
    finish();
}

void LassoTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_points.empty())
        host().repaint();
}

bool LassoTool::cancel()
{
    const bool was = !m_points.empty();
    m_points.clear();
    m_isPressed = false;
    host().repaint();
    return was;
}

bool LassoTool::finish()
{
    if (m_points.empty())
        return false;
    m_isPressed = false;
    close();
    return true;
}

void LassoTool::close()
{
    std::vector<Eigen::Vector2d> points = std::exchange(m_points, {});
    if (m_isFreehand)
        points = simplified(points, host().frame().aspect(), 1.2 * host().frame().pixel());
    host().repaint();
    if (points.size() < 3)
        return;
    Session& session = host().session();
    if (m_adds && session.regionId()) {
        changeRegionArea(host(), Text::add(), *session.regionId(),
                         [&](Region& area) { area.outlines.push_back(points); });
        return;
    }
    Region area;
    area.outlines = {points};
    area.feather = kFeather;
    addRegion(host(), Text::lasso(), area);
}

bool LassoTool::deleteSelected()
{
    return deleteSelectedRegion(host());
}

void LassoTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (m_points.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path(frame.toWidget(m_points.front()));
    for (const Eigen::Vector2d& point : m_points)
        path.lineTo(frame.toWidget(point));
    path.lineTo(frame.toWidget(m_hover));
    QColor tint = theme().subject;
    tint.setAlphaF(0.15F);
    painter.fillPath(path, tint);
    painter.setPen(QPen(QColor(20, 20, 22, 150), 2.6));
    painter.drawPath(path);
    QPen dashes(theme().subject, 1.4);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.drawPath(path);
    if (!m_isFreehand) {
        painter.setBrush(Qt::white);
        painter.setPen(QPen(theme().subject, 1.4));
        for (const Eigen::Vector2d& point : m_points)
            painter.drawEllipse(frame.toWidget(point), 3.5, 3.5);
    }
}

} // namespace dollygrip::ui
