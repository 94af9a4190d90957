#include "ui/canvas/selecttool.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "ui/canvas/regionedit.h"
#include "ui/canvas/regiontool.h"
#include "ui/canvas/snapregion.h"
#include "ui/motion/motionclipboard.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 4;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SelectTool)
public:
    static QString move() { return tr("Move region"); }
    static QString holdStill() { return tr("Hold still"); }
    static QString lift() { return tr("Lift off as its own plane"); }
    static QString invert() { return tr("Invert region"); }
    static QString snap() { return tr("Snap to edges"); }
    static QString noEdges() { return tr("There are no edges near its outline."); }
    static QString copy() { return tr("Copy motion"); }
    static QString paste() { return tr("Paste motion"); }
    static QString hide() { return tr("Hide on the paper"); }
    static QString remove() { return tr("Delete region"); }
};

EditFilm editOf(ToolHost& host)
{
    return [&host](const QString& text, const std::function<Result<void>(Film&)>& change) {
        return host.edit(text, change);
    };
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
    const auto region = shot ? regionAt(*shot, host().session().panelId(), event.position,
                                        host().frame().aspect(), std::nullopt)
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
        host().edit(Text::move(), [&](Film& film) {
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
    m_arrow.doubleClick(event);
}

void SelectTool::hover(const PointerEvent& event)
{
    const auto motion = m_arrow.arrowAt(event.position);
    const auto shot = host().session().shot();
    const bool isFree = shot && !motion && !m_camera.isEdgeAt(event.position);
    light(isFree ? regionAt(*shot, host().session().panelId(), event.position,
                            host().frame().aspect(), std::nullopt)
                 : std::nullopt,
          motion);
}

void SelectTool::leave()
{
    light(std::nullopt, std::nullopt);
}

void SelectTool::light(const std::optional<RegionId>& region, const std::optional<MotionId>& motion)
{
    if (region == m_hoveredRegion && motion == m_hoveredMotion)
        return;
    m_hoveredRegion = region;
    m_hoveredMotion = motion;
    host().repaint();
}

bool SelectTool::cancel()
{
    light(std::nullopt, std::nullopt);
    m_search.cancel();
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

bool SelectTool::nudge(const Eigen::Vector2d& by)
{
    if (m_arrow.nudge(by))
        return true;
    const auto shot = host().session().shotId();
    const auto region = host().session().regionId();
    return shot && region
           && host().edit(
               Text::move(),
               [&](Film& film) {
                   return changeRegion(film, *shot, *region, [&](ShotRegion& changed) {
                       shift(changed, by);
                       return Result<void>();
                   });
               },
               u"region.nudge:"_s + region->toText());
}

void SelectTool::fillRegionMenu(QMenu& menu, const RegionId& region)
{
    const auto shot = host().session().shot();
    const ShotRegion* its = shot ? shot->region(region) : nullptr;
    if (!its)
        return;
    const auto flag = [&](const QString& text, bool isNow,
                          std::function<void(ShotRegion&, bool)> set) {
        QAction* action =
            menu.addAction(text, [this, id = shot->id, region, text, isNow, set = std::move(set)] {
                host().edit(text, [&](Film& film) {
                    return changeRegion(film, id, region, [&](ShotRegion& changed) {
                        set(changed, !isNow);
                        return Result<void>();
                    });
                });
            });
        action->setCheckable(true);
        action->setChecked(isNow);
    };
    flag(Text::holdStill(), its->isHeldStill, [](ShotRegion& r, bool is) { r.isHeldStill = is; });
    flag(Text::lift(), its->isLifted, [](ShotRegion& r, bool is) { r.isLifted = is; });
    flag(Text::invert(), its->area.isInverted,
         [](ShotRegion& r, bool is) { r.area.isInverted = is; });
    flag(Text::hide(), its->isHidden, [](ShotRegion& r, bool is) { r.isHidden = is; });
    menu.addAction(Text::snap(), [this, region] {
        snapRegion(m_search, host().session(), region, host().pictures(), editOf(host()),
                   [this](bool isDone) {
                       if (!isDone)
                           host().say(Text::noEdges());
                   });
    });
    menu.addSeparator();
    menu.addAction(Text::copy(), [this] { copyMotion(host().session()); });
    menu.addAction(Text::paste(),
                   [this] {
                       if (const auto id = host().session().shotId())
                           pasteMotion(host().session(), {*id}, false, editOf(host()));
                   })
        ->setEnabled(canPasteMotion());
    menu.addSeparator();
    menu.addAction(Text::remove(), [this] { deleteSelectedRegion(host()); });
}

bool SelectTool::fillMenu(QMenu& menu, const PointerEvent& event)
{
    if (isBusy())
        return false;
    if (m_arrow.fillMenu(menu, event))
        return true;
    const auto shot = host().session().shot();
    const auto region = shot ? regionAt(*shot, host().session().panelId(), event.position,
                                        host().frame().aspect(), host().session().regionId())
                             : std::nullopt;
    if (!region)
        return false;
    host().session().setMotion(std::nullopt);
    host().session().setRegion(region);
    fillRegionMenu(menu, *region);
    return true;
}

void SelectTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    m_arrow.paint(painter, frame);
}

} // namespace dollygrip::ui
