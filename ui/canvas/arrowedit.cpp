#include "ui/canvas/arrowedit.h"

#include "core/project/editing.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArrowEdit)
public:
    static QString movePoint() { return tr("Move point of arrow"); }
    static QString moveArrow() { return tr("Move arrow"); }
    static QString addPoint() { return tr("Add point to arrow"); }
    static QString remove() { return tr("Delete arrow"); }
};

Motion* find(Shot& shot, const RegionId& region, const MotionId& motion)
{
    for (ShotRegion& one : shot.regions) {
        if (one.id != region)
            continue;
        for (Motion& its : one.motions) {
            if (its.id == motion)
                return &its;
        }
    }
    return nullptr;
}

// How far a place is from the curve, and how far along it is.
struct Nearest {
    double distance = std::numeric_limits<double>::max();
    double fraction = 0;
};

Nearest nearestOn(const Spline& spline, const Eigen::Vector2d& position, double aspect)
{
    constexpr int kSteps = 160;
    Nearest best;
    for (int i = 0; i <= kSteps; ++i) {
        const double fraction = double(i) / kSteps;
        const double away = seenDistance(spline.atFraction(fraction), position, aspect);
        if (away < best.distance)
            best = {away, fraction};
    }
    return best;
}

} // namespace

std::optional<ArrowEdit::Hit> ArrowEdit::hitAt(const Eigen::Vector2d& position) const
{
    Session& session = m_host.session();
    const auto shot = session.shot();
    if (!shot)
        return std::nullopt;
    const double aspect = m_host.frame().aspect();
    const double radius = pickRadius(m_host);
    std::optional<Hit> best;
    double nearest = radius;
    for (const ShotRegion& region : shot->regions) {
        for (const Motion& motion : region.motions) {
            const auto& points = motion.path.points;
            if (points.empty())
                continue;
            const bool isSelected = session.motionId() == motion.id;
            for (std::size_t i = 0; isSelected && i < points.size(); ++i) {
                if (seenDistance(points[i], position, aspect) < radius)
                    return Hit{region.id, motion.id, int(i), i};
            }
            const Spline spline(points, motion.path.kind, aspect);
            const Nearest found = nearestOn(spline, position, aspect);
            if (found.distance >= nearest)
                continue;
            nearest = found.distance;
            std::size_t after = 0;
            for (std::size_t i = 0; i + 1 < points.size(); ++i) {
                if (spline.fractionOfPoint(i) <= found.fraction)
                    after = i;
            }
            best = Hit{region.id, motion.id, -1, after};
        }
    }
    return best;
}

bool ArrowEdit::press(const PointerEvent& event)
{
    const auto hit = hitAt(event.position);
    if (!hit)
        return false;
    Session& session = m_host.session();
    session.setRegion(hit->region);
    session.setMotion(hit->motion);
    m_before = session.shot();
    Shot copy = *m_before;
    m_region = hit->region;
    m_motion = hit->motion;
    m_path = find(copy, hit->region, hit->motion)->path;
    m_point = hit->point;
    m_start = event.position;
    m_hasMoved = false;
    m_host.repaint();
    return true;
}

void ArrowEdit::move(const PointerEvent& event)
{
    if (!m_region)
        return;
    const CanvasFrame frame = m_host.frame();
    const Eigen::Vector2d by = event.position - m_start;
    if (!m_hasMoved
        && seenDistance(m_start, event.position, frame.aspect()) < kDragPixels * frame.pixel())
        return;
    m_hasMoved = true;
    auto draft = std::make_shared<Shot>(*m_before);
    Motion* motion = find(*draft, *m_region, *m_motion);
    motion->path = m_path;
    for (std::size_t i = 0; i < m_path.points.size(); ++i) {
        if (m_point < 0 || std::size_t(m_point) == i)
            motion->path.points[i] += by;
    }
    m_host.session().setDraft(draft);
}

void ArrowEdit::release()
{
    if (!m_region)
        return;
    const auto draft = m_host.session().shot();
    if (m_hasMoved && m_host.session().hasDraft()) {
        Shot changed = *draft;
        const MotionPath path = find(changed, *m_region, *m_motion)->path;
        commit(m_point >= 0 ? Text::movePoint() : Text::moveArrow(), *m_region, *m_motion, path);
    }
    m_region.reset();
    m_host.session().clearDraft();
}

bool ArrowEdit::cancel()
{
    const bool was = m_region.has_value();
    m_region.reset();
    m_host.session().clearDraft();
    return was;
}

bool ArrowEdit::addPoint(const PointerEvent& event)
{
    const auto hit = hitAt(event.position);
    const auto shot = m_host.session().shot();
    if (!hit || hit->point >= 0 || !shot)
        return false;
    Shot changed = *shot;
    MotionPath path = find(changed, hit->region, hit->motion)->path;
    path.points.insert(path.points.begin() + std::ptrdiff_t(hit->after) + 1, event.position);
    m_host.session().setRegion(hit->region);
    m_host.session().setMotion(hit->motion);
    return commit(Text::addPoint(), hit->region, hit->motion, path);
}

bool ArrowEdit::deleteSelected()
{
    Session& session = m_host.session();
    const auto shot = session.shotId();
    const auto region = session.regionId();
    const auto motion = session.motionId();
    if (!shot || !region || !motion)
        return false;
    return m_host.edit(Text::remove(), [&](Film& film) {
        return changeRegion(film, *shot, *region, [&](ShotRegion& changed) {
            changed.motions.removeIf([&](const Motion& one) { return one.id == *motion; });
            return Result<void>();
        });
    });
}

bool ArrowEdit::commit(const QString& text, const RegionId& region, const MotionId& motion,
                       const MotionPath& path)
{
    const auto shot = m_host.session().shotId();
    return m_host.edit(text, [&](Film& film) {
        return changeRegion(film, *shot, region, [&](ShotRegion& changed) {
            for (Motion& one : changed.motions) {
                if (one.id == motion)
                    one.path = path;
            }
            return Result<void>();
        });
    });
}

} // namespace dollygrip::ui
