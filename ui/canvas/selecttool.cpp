#include "ui/canvas/selecttool.h"

#include "core/project/editing.h"
#include "ui/canvas/regionedit.h"
#include "ui/canvas/regiontool.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 4;

QString moveText()
{
    return QCoreApplication::translate("SelectTool", "Move region");
}

// A region travels with its arrows: what is drawn of the move stays the same.
void shift(ShotRegion& region, const Eigen::Vector2d& by)
{
    for (auto& outline : region.area.outlines) {
        for (Eigen::Vector2d& point : outline)
            point += by;
    }
    for (RegionStroke& stroke : region.area.strokes) {
        for (Eigen::Vector2d& point : stroke.points)
            point += by;
    }
    for (Motion& motion : region.motions) {
        for (Eigen::Vector2d& point : motion.path.points)
            point += by;
    }
}

} // namespace

void SelectTool::press(const PointerEvent& event)
{
    Session& session = host().session();
    if (m_arrow.press(event)) {
        session.setCameraKey(-1);
        return;
    }
    if (m_camera.isEdgeAt(event.position)) {
        session.setRegion(std::nullopt);
        m_camera.press(event);
        return;
    }
    const auto shot = session.shot();
    const auto region = shot
                            ? regionAt(*shot, event.position, host().frame().aspect(), std::nullopt)
                            : std::nullopt;
    session.setCameraKey(-1);
    session.setMotion(std::nullopt);
    session.setRegion(region);
    m_region = region;
    m_before = shot;
    m_start = event.position;
    m_hasMoved = false;
    host().repaint();
}

void SelectTool::move(const PointerEvent& event)
{
    if (m_arrow.isBusy())
        return m_arrow.move(event);
    if (m_camera.isBusy())
        return m_camera.move(event);
    if (!m_region)
        return;
    const CanvasFrame frame = host().frame();
    if (!m_hasMoved
        && seenDistance(m_start, event.position, frame.aspect()) < kDragPixels * frame.pixel())
        return;
    m_hasMoved = true;
    auto draft = std::make_shared<Shot>(*m_before);
    for (ShotRegion& region : draft->regions) {
        if (region.id == *m_region)
            shift(region, event.position - m_start);
    }
    host().session().setDraft(draft);
}

void SelectTool::release(const PointerEvent& event)
{
    if (m_arrow.isBusy())
        return m_arrow.release();
    if (m_camera.isBusy())
        return m_camera.release(event);
    if (m_region && m_hasMoved && host().session().hasDraft()) {
        const Eigen::Vector2d by = event.position - m_start;
        host().edit(moveText(), [&](Film& film) {
            return changeRegion(film, m_before->id, *m_region, [&](ShotRegion& region) {
                shift(region, by);
                return Result<void>();
            });
        });
    }
    if (m_hasMoved)
        host().session().clearDraft();
    m_region.reset();
}

void SelectTool::doubleClick(const PointerEvent& event)
{
    m_arrow.addPoint(event);
}

bool SelectTool::cancel()
{
    if (m_arrow.cancel() || m_camera.cancel())
        return true;
    const bool was = m_region && m_hasMoved;
    m_region.reset();
    if (was)
        host().session().clearDraft();
    return was;
}

bool SelectTool::deleteSelected()
{
    return m_arrow.deleteSelected() || m_camera.deleteSelected() || deleteSelectedRegion(host());
}

} // namespace dollygrip::ui
