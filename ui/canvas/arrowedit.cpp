#include "ui/canvas/arrowedit.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/regionedit.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 3;
constexpr double kTurnStep = 0.26179938779914941; // 15 degrees
constexpr double kLeastScale = 0.05, kMostScale = 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArrowEdit)
public:
    static QString movePoint() { return tr("Move point of arrow"); }
    static QString moveArrow() { return tr("Move arrow"); }
    static QString turn() { return tr("Turn along the path"); }
    static QString scale() { return tr("Scale along the path"); }
    static QString addPoint() { return tr("Add point to arrow"); }
    static QString removePoint() { return tr("Remove point of arrow"); }
    static QString corner() { return tr("Make corner"); }
    static QString smooth() { return tr("Make smooth"); }
    static QString reverse() { return tr("Reverse arrow"); }
    static QString mirror() { return tr("Mirror arrow"); }
    static QString orient() { return tr("Turn with the path"); }
    static QString remove() { return tr("Delete arrow"); }
};

qsizetype indexOf(const ShotRegion& region, const MotionId& motion)
{
    for (qsizetype i = 0; i < region.motions.size(); ++i) {
        if (region.motions[i].id == motion)
            return i;
    }
    return -1;
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

// A point that two arrows share belongs to both.
void movePoint(ShotRegion& region, qsizetype index, std::size_t point, const Eigen::Vector2d& by)
{
    const QList<Joint> joined = joints(region);
    region.motions[index].path.points[point] += by;
    for (const Joint& joint : joined) {
        if (joint.after == index && point == 0)
            region.motions[joint.before].path.points.back() += by;
    }
    rejoin(region, joined);
}

} // namespace

std::optional<ArrowEdit::Hit> ArrowEdit::handleAt(const Shot& shot,
                                                  const Eigen::Vector2d& position) const
{
    const Session& session = m_host.session();
    const ShotRegion* region = session.regionId() ? shot.region(*session.regionId()) : nullptr;
    const qsizetype index =
        region && session.motionId() ? indexOf(*region, *session.motionId()) : -1;
    if (index < 0)
        return std::nullopt;
    const CanvasFrame frame = m_host.frame();
    const double radius = pickRadius(m_host);
    const Motion& motion = region->motions[index];
    std::optional<Hit> best;
    double nearest = radius;
    for (std::size_t i = 0; i < motion.path.points.size(); ++i) {
        const double away = seenDistance(motion.path.points[i], position, frame.aspect());
        if (away < nearest) {
            nearest = away;
            best = Hit{region->id, motion.id, Part::Point, i};
        }
    }
    if (best)
        return best;
    const auto ends = endHandles(frame, shot, *region, motion);
    const QPointF at = frame.toWidget(position);
    const auto isAt = [&](const QPointF& handle) {
        return std::hypot(at.x() - handle.x(), at.y() - handle.y()) * frame.pixel() < radius;
    };
    if (ends && isAt(ends->turn))
        return Hit{region->id, motion.id, Part::Turn, 0};
    if (ends && isAt(ends->scale))
        return Hit{region->id, motion.id, Part::Scale, 0};
    return std::nullopt;
}

std::optional<ArrowEdit::Hit> ArrowEdit::hitAt(const Eigen::Vector2d& position) const
{
    const auto shot = m_host.session().shot();
    if (!shot)
        return std::nullopt;
    if (const auto handle = handleAt(*shot, position))
        return handle;
    const double aspect = m_host.frame().aspect();
    std::optional<Hit> best;
    double nearest = pickRadius(m_host);
    for (const ShotRegion& region : shot->regions) {
        if (region.id != m_host.session().regionId()
            && (region.isHidden || !isOnPanel(*shot, region, m_host.session().panelId())))
            continue;
        for (const Motion& motion : region.motions) {
            const auto& points = motion.path.points;
            if (points.empty())
                continue;
            const Spline spline(points, motion.path.kind, aspect, motion.path.corners);
            const Nearest found = nearestOn(spline, position, aspect);
            if (found.distance >= nearest)
                continue;
            nearest = found.distance;
            std::size_t after = 0;
            for (std::size_t i = 0; i + 1 < points.size(); ++i) {
                if (spline.fractionOfPoint(i) <= found.fraction)
                    after = i;
            }
            best = Hit{region.id, motion.id, Part::Line, after};
        }
    }
    return best;
}

std::optional<MotionId> ArrowEdit::arrowAt(const Eigen::Vector2d& position) const
{
    const auto hit = hitAt(position);
    return hit ? std::optional(hit->motion) : std::nullopt;
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
    m_held = hit;
    m_start = event.position;
    m_hasMoved = false;
    m_chosen.reset();
    if (hit->part == Part::Point)
        m_chosen.emplace(hit->motion, hit->point);
    const ShotRegion* region = m_before->region(hit->region);
    const qsizetype index = region ? indexOf(*region, hit->motion) : -1;
    if (index >= 0) {
        if (const auto ends =
                endHandles(m_host.frame(), *m_before, *region, region->motions[index]))
            m_end = m_host.frame().toPicture(ends->middle);
    }
    m_host.repaint();
    return true;
}

// Turn and size as the hand went about the middle of the ghost; with Shift in steps.
void ArrowEdit::dragEnd(MotionPath& path, const PointerEvent& event) const
{
    const double aspect = m_host.frame().aspect();
    const bool isStepped = event.modifiers & Qt::ShiftModifier;
    const Eigen::Vector2d seen(aspect, 1);
    const Eigen::Vector2d from = (m_start - m_end).cwiseProduct(seen);
    const Eigen::Vector2d to = (event.position - m_end).cwiseProduct(seen);
    if (from.norm() < 1e-6 || to.norm() < 1e-6)
        return;
    if (m_held->part == Part::Turn) {
        const double by = std::remainder(
            std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x()), 2 * std::acos(-1.0));
        path.turnRad += by;
        if (isStepped)
            path.turnRad = std::round(path.turnRad / kTurnStep) * kTurnStep;
    } else {
        path.scale *= to.norm() / from.norm();
        if (isStepped)
            path.scale = std::max(0.1, std::round(path.scale * 10) / 10);
        path.scale = std::clamp(path.scale, kLeastScale, kMostScale);
    }
}

void ArrowEdit::move(const PointerEvent& event)
{
    if (!m_held)
        return;
    const CanvasFrame frame = m_host.frame();
    if (!m_hasMoved
        && seenDistance(m_start, event.position, frame.aspect()) < kDragPixels * frame.pixel())
        return;
    m_hasMoved = true;
    Eigen::Vector2d by = event.position - m_start;
    const bool isStraight = event.modifiers & Qt::ShiftModifier;
    if (isStraight && (m_held->part == Part::Point || m_held->part == Part::Line))
        (std::abs(by.x()) * frame.aspect() > std::abs(by.y()) ? by.y() : by.x()) = 0;
    auto draft = std::make_shared<Shot>(*m_before);
    for (ShotRegion& region : draft->regions) {
        const qsizetype index = region.id == m_held->region ? indexOf(region, m_held->motion) : -1;
        if (index < 0)
            continue;
        MotionPath& path = region.motions[index].path;
        switch (m_held->part) {
        case Part::Point: movePoint(region, index, m_held->point, by); break;
        case Part::Line:
            for (Motion& motion : region.motions)
                shift(motion.path, by);
            break;
        case Part::Turn:
        case Part::Scale: dragEnd(path, event); break;
        }
    }
    m_host.session().setDraft(draft);
}

void ArrowEdit::release()
{
    if (!m_held)
        return;
    const Hit held = *m_held;
    const auto draft = m_host.session().shot();
    m_held.reset();
    if (m_hasMoved && m_host.session().hasDraft()) {
        const ShotRegion* region = draft->region(held.region);
        const QList<Motion> motions = region ? region->motions : QList<Motion>();
        const QString text = held.part == Part::Point  ? Text::movePoint()
                             : held.part == Part::Line ? Text::moveArrow()
                             : held.part == Part::Turn ? Text::turn()
                                                       : Text::scale();
        change(text, held, [&](ShotRegion& changed, qsizetype) { changed.motions = motions; });
    }
    m_host.session().clearDraft();
}

bool ArrowEdit::cancel()
{
    const bool was = m_held.has_value();
    m_held.reset();
    m_host.session().clearDraft();
    return was;
}

bool ArrowEdit::doubleClick(const PointerEvent& event)
{
    const auto hit = hitAt(event.position);
    const auto shot = m_host.session().shot();
    if (!hit || !shot || hit->part == Part::Turn || hit->part == Part::Scale)
        return false;
    m_host.session().setRegion(hit->region);
    m_host.session().setMotion(hit->motion);
    const ShotRegion* region = shot->region(hit->region);
    const MotionPath& path = region->motions[indexOf(*region, hit->motion)].path;
    if (hit->part == Part::Point) {
        const bool isNow = !isCorner(path, hit->point);
        return change(isNow ? Text::corner() : Text::smooth(), *hit,
                      [&](ShotRegion& changed, qsizetype index) {
                          setCorner(changed.motions[index].path, hit->point, isNow);
                      });
    }
    m_chosen.emplace(hit->motion, hit->point + 1);
    return change(Text::addPoint(), *hit, [&](ShotRegion& changed, qsizetype index) {
        insertPoint(changed.motions[index].path, hit->point + 1, event.position);
    });
}

std::optional<ArrowEdit::Hit> ArrowEdit::chosen() const
{
    const Session& session = m_host.session();
    const auto shot = session.shot();
    if (!shot || !session.regionId() || !session.motionId())
        return std::nullopt;
    const ShotRegion* region = shot->region(*session.regionId());
    const qsizetype index = region ? indexOf(*region, *session.motionId()) : -1;
    if (index < 0)
        return std::nullopt;
    Hit hit{region->id, *session.motionId(), Part::Line, 0};
    const std::size_t count = region->motions[index].path.points.size();
    if (m_chosen && m_chosen->first == hit.motion && m_chosen->second < count) {
        hit.part = Part::Point;
        hit.point = m_chosen->second;
    }
    return hit;
}

bool ArrowEdit::deleteSelected()
{
    const auto hit = chosen();
    const auto shot = m_host.session().shot();
    if (!hit || !shot)
        return false;
    const ShotRegion* region = shot->region(hit->region);
    const bool hasMore = region->motions[indexOf(*region, hit->motion)].path.points.size() > 2;
    if (hit->part == Part::Point && hasMore) {
        m_chosen.reset();
        return change(Text::removePoint(), *hit, [&](ShotRegion& changed, qsizetype index) {
            const QList<Joint> joined = joints(changed);
            removePoint(changed.motions[index].path, hit->point);
            rejoin(changed, joined);
        });
    }
    m_chosen.reset();
    return change(Text::remove(), *hit,
                  [&](ShotRegion& changed, qsizetype index) { changed.motions.removeAt(index); });
}

bool ArrowEdit::nudge(const Eigen::Vector2d& by)
{
    const auto hit = chosen();
    if (!hit)
        return false;
    return change(
        hit->part == Part::Point ? Text::movePoint() : Text::moveArrow(), *hit,
        [&](ShotRegion& changed, qsizetype index) {
            if (hit->part == Part::Point)
                return movePoint(changed, index, hit->point, by);
            for (Motion& motion : changed.motions)
                shift(motion.path, by);
        },
        u"arrow.nudge:"_s + hit->motion.toText() + QString::number(hit->point));
}

bool ArrowEdit::fillMenu(QMenu& menu, const PointerEvent& event)
{
    const auto hit = hitAt(event.position);
    const auto shot = m_host.session().shot();
    if (!hit || !shot)
        return false;
    m_host.session().setRegion(hit->region);
    m_host.session().setMotion(hit->motion);
    const ShotRegion* region = shot->region(hit->region);
    const MotionPath path = region->motions[indexOf(*region, hit->motion)].path;
    const auto add = [&](const QString& text,
                         std::function<void(ShotRegion&, qsizetype)> how) -> QAction* {
        return menu.addAction(text,
                              [this, text, hit, how = std::move(how)] { change(text, *hit, how); });
    };
    if (hit->part == Part::Point) {
        m_chosen.emplace(hit->motion, hit->point);
        const std::size_t point = hit->point;
        const bool isNow = !isCorner(path, point);
        add(isNow ? Text::corner() : Text::smooth(), [point, isNow](ShotRegion& one, qsizetype i) {
            setCorner(one.motions[i].path, point, isNow);
        });
        add(Text::removePoint(), [point](ShotRegion& one, qsizetype i) {
            removePoint(one.motions[i].path, point);
        })->setEnabled(path.points.size() > 2);
    } else if (hit->part == Part::Line) {
        add(Text::addPoint(),
            [at = hit->point + 1, place = event.position](ShotRegion& one, qsizetype i) {
                insertPoint(one.motions[i].path, at, place);
            });
    }
    menu.addSeparator();
    add(Text::reverse(),
        [](ShotRegion& one, qsizetype i) { one.motions[i].path = reversed(one.motions[i].path); });
    add(Text::mirror(), [](ShotRegion& one, qsizetype i) {
        const QList<Joint> joined = joints(one);
        one.motions[i].path = mirrored(one.motions[i].path);
        rejoin(one, joined);
    });
    QAction* orient = add(Text::orient(), [is = !path.isOriented](ShotRegion& one, qsizetype i) {
        one.motions[i].path.isOriented = is;
    });
    orient->setCheckable(true);
    orient->setChecked(path.isOriented);
    menu.addSeparator();
    add(Text::remove(), [](ShotRegion& one, qsizetype i) { one.motions.removeAt(i); });
    return true;
}

bool ArrowEdit::change(const QString& text, const Hit& hit,
                       const std::function<void(ShotRegion&, qsizetype)>& how, const QString& key)
{
    const auto shot = m_host.session().shotId();
    return shot
           && m_host.edit(
               text,
               [&](Film& film) {
                   return changeRegion(film, *shot, hit.region, [&](ShotRegion& changed) {
                       const qsizetype index = indexOf(changed, hit.motion);
                       if (index >= 0)
                           how(changed, index);
                       return Result<void>();
                   });
               },
               key);
}

void ArrowEdit::paint(QPainter& painter, const CanvasFrame& frame) const
{
    const auto hit = chosen();
    const auto shot = m_host.session().shot();
    if (!hit || hit->part != Part::Point)
        return;
    const ShotRegion* region = shot->region(hit->region);
    const MotionPath& path = region->motions[indexOf(*region, hit->motion)].path;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(20, 20, 22, 230), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(frame.toWidget(path.points[hit->point]), 8.0, 8.0);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(frame.toWidget(path.points[hit->point]), 6.5, 6.5);
}

} // namespace dollygrip::ui
