#include "ui/canvas/arrowtool.h"

#include "core/geometry/spline.h"
#include "core/project/editing.h"
#include "ui/canvas/arrowfit.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/regionedit.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 5;
constexpr double kTolerancePixels = 3.0;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArrowTool)
public:
    static QString draw() { return tr("Draw motion arrow"); }
    static QString noRegion()
    {
        return tr("An arrow moves a region: brush one with the motion brush first, "
                  "then draw the arrow from it.");
    }
    static QString clicking()
    {
        return tr("Click point by point; a double click or Return ends the arrow.");
    }
};

double lengthOf(const MotionPath& path, double aspect)
{
    return Spline(path.points, path.kind, aspect, path.corners).length();
}

} // namespace

bool ArrowTool::begin(const PointerEvent& event)
{
    Session& session = host().session();
    const auto shot = session.shot();
    if (!shot)
        return false;
    const double aspect = host().frame().aspect();
    const auto under =
        regionAt(*shot, session.panelId(), event.position, aspect, session.regionId());
    m_region = under ? under : session.regionId();
    // From an arrow's tip the way goes on.
    m_continues = false;
    for (const ShotRegion& region : shot->regions) {
        if (region.motions.isEmpty() || region.motions.back().path.points.size() < 2
            || !isOnPanel(*shot, region, session.panelId()))
            continue;
        const Eigen::Vector2d tip = region.motions.back().path.points.back();
        if (seenDistance(tip, event.position, aspect) < 1.5 * pickRadius(host())) {
            m_region = region.id;
            m_continues = true;
        }
    }
    if (!m_region) {
        host().say(Text::noRegion());
        return false;
    }
    session.setRegion(m_region);
    session.setMotion(std::nullopt);
    m_before = session.shot();
    m_motion = MotionId::create();
    m_isFreehand = false;
    m_points = {m_continues ? shot->region(*m_region)->motions.back().path.points.back()
                            : event.position};
    return true;
}

void ArrowTool::press(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_points.empty()) { // point by point
        m_isPressed = true;
        m_points.push_back(event.position);
        showDraft();
        return;
    }
    const bool onTip = [&] {
        const auto shot = host().session().shot();
        if (!shot || host().session().motionId())
            return false; // a selected arrow's tip is a handle
        for (const ShotRegion& region : shot->regions) {
            if (!region.motions.isEmpty() && isOnPanel(*shot, region, host().session().panelId())
                && seenDistance(region.motions.back().path.points.back(), event.position,
                                host().frame().aspect())
                       < pickRadius(host()))
                return true;
        }
        return false;
    }();
    if (!onTip && m_edit.press(event))
        return;
    m_isPressed = begin(event);
    host().repaint();
}

void ArrowTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (m_edit.isBusy())
        return m_edit.move(event);
    if (!m_isPressed || m_points.empty())
        return;
    const CanvasFrame frame = host().frame();
    const double way = seenDistance(m_points.back(), event.position, frame.aspect());
    if (!m_isFreehand && m_points.size() == 1 && way > kDragPixels * frame.pixel())
        m_isFreehand = true;
    if (!m_isFreehand || way < 1.5 * frame.pixel())
        return;
    m_points.push_back(event.position);
    showDraft();
}

void ArrowTool::release(const PointerEvent&)
{
    if (m_edit.isBusy())
        return m_edit.release();
    if (!m_isPressed)
        return;
    m_isPressed = false;
    if (m_isFreehand)
        commit();
    else if (m_points.size() == 1)
        host().say(Text::clicking());
}

void ArrowTool::doubleClick(const PointerEvent& event)
{
    if (!finish())
        m_edit.doubleClick(event);
}

void ArrowTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_points.empty()) {
        showDraft();
        return;
    }
    const auto motion = m_edit.arrowAt(event.position);
    const auto shot = host().session().shot();
    const auto region = shot && !motion
                            ? regionAt(*shot, host().session().panelId(), event.position,
                                       host().frame().aspect(), host().session().regionId())
                            : std::nullopt;
    if (motion != m_hoveredMotion || region != m_hoveredRegion)
        host().repaint();
    m_hoveredMotion = motion;
    m_hoveredRegion = region;
}

bool ArrowTool::stepBack()
{
    if (m_points.empty() || m_isFreehand)
        return false;
    m_points.pop_back();
    if (m_points.empty()) {
        m_isPressed = false;
        host().session().clearDraft();
        host().repaint();
        return true;
    }
    if (line().size() < 2)
        host().session().clearDraft();
    showDraft();
    return true;
}

bool ArrowTool::fillMenu(QMenu& menu, const PointerEvent& event)
{
    return m_points.empty() && m_edit.fillMenu(menu, event);
}

bool ArrowTool::cancel()
{
    if (m_edit.cancel())
        return true;
    const bool was = !m_points.empty();
    m_points.clear();
    m_isPressed = false;
    if (was)
        host().session().clearDraft();
    return was;
}

bool ArrowTool::finish()
{
    if (m_points.empty())
        return false;
    m_isPressed = false;
    m_hover = m_points.back();
    commit();
    return true;
}

bool ArrowTool::deleteSelected()
{
    return m_edit.deleteSelected();
}

std::vector<Eigen::Vector2d> ArrowTool::line() const
{
    const CanvasFrame frame = host().frame();
    if (m_isFreehand)
        return fitted(m_points, frame.aspect(), kTolerancePixels * frame.pixel());
    std::vector<Eigen::Vector2d> points = m_points;
    if (seenDistance(points.back(), m_hover, frame.aspect()) > kDragPixels * frame.pixel())
        points.push_back(m_hover);
    return points;
}

// Continued arrows share the region's time by their lengths, so that it keeps an even pace.
void ArrowTool::place(Shot& shot, const std::vector<Eigen::Vector2d>& points) const
{
    const double aspect = host().frame().aspect();
    for (ShotRegion& region : shot.regions) {
        if (region.id != *m_region)
            continue;
        region.isHeldStill = false;
        Motion motion;
        motion.id = m_motion;
        motion.path.points = points;
        if (!m_continues) {
            region.motions = {motion};
            return;
        }
        const double from = region.motions.front().path.from;
        const double to = region.motions.back().path.to;
        motion.path.from = motion.path.to = to;
        double all = lengthOf(motion.path, aspect);
        for (const Motion& one : region.motions)
            all += lengthOf(one.path, aspect);
        region.motions.append(motion);
        double at = from;
        for (Motion& one : region.motions) {
            one.path.from = at;
            at += all > 0 ? (to - from) * lengthOf(one.path, aspect) / all : 0;
            one.path.to = at;
        }
        region.motions.back().path.to = to;
    }
}

void ArrowTool::showDraft()
{
    const auto points = line();
    if (points.size() < 2) {
        host().repaint();
        return;
    }
    auto draft = std::make_shared<Shot>(*m_before);
    place(*draft, points);
    host().session().setDraft(draft);
}

void ArrowTool::commit()
{
    const auto points = line();
    m_points.clear();
    Session& session = host().session();
    if (points.size() >= 2) {
        const ShotId shot = m_before->id;
        const bool isDone = host().edit(Text::draw(), [&](Film& film) {
            return changeShot(film, shot, [&](Shot& changed) {
                place(changed, points);
                return Result<void>();
            });
        });
        session.clearDraft();
        if (isDone)
            session.setMotion(m_motion);
    }
    session.clearDraft();
    host().repaint();
}

void ArrowTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (m_points.empty()) {
        m_edit.paint(painter, frame);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(20, 20, 22, 180), 2));
    painter.setBrush(Qt::white);
    for (const Eigen::Vector2d& point : m_points) {
        painter.drawEllipse(frame.toWidget(point), 4.0, 4.0);
        if (m_isFreehand)
            break;
    }
}

} // namespace dollygrip::ui
