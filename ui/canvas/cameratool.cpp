#include "ui/canvas/cameratool.h"

#include "core/geometry/camerachannels.h"
#include "core/geometry/motionpath.h"
#include "core/project/editing.h"
#include "ui/canvas/arrowfit.h"
#include "ui/canvas/overlay.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CameraTool)
public:
    static QString move(int key) { return tr("Move camera frame %1").arg(cameraKeyName(key)); }
    static QString size(int key) { return tr("Resize camera frame %1").arg(cameraKeyName(key)); }
    static QString roll(int key) { return tr("Roll camera frame %1").arg(cameraKeyName(key)); }
    static QString add(int key) { return tr("Add camera frame %1").arg(cameraKeyName(key)); }
    static QString remove(int key) { return tr("Delete camera frame %1").arg(cameraKeyName(key)); }
    static QString nudged(int key) { return tr("Move camera frame %1").arg(cameraKeyName(key)); }
    static QString eased() { return tr("Change ease"); }
    static QString addHere() { return tr("New camera frame at the playhead"); }
    static QString removeKey(int key)
    {
        return tr("Delete camera frame %1").arg(cameraKeyName(key));
    }
    static QString ease(Ease ease)
    {
        switch (ease) {
        case Ease::In: return tr("On the way on: ease in");
        case Ease::Out: return tr("On the way on: ease out");
        case Ease::InOut: return tr("On the way on: ease in and out");
        case Ease::Hold: return tr("On the way on: hold, then jump");
        default: return tr("On the way on: even");
        }
    }
    static QString isThere(int key)
    {
        return tr("Camera frame %1 is at the playhead already. Move the playhead first.")
            .arg(cameraKeyName(key));
    }
};

bool changeCamera(ToolHost& host, const QString& text, const CameraPath& path,
                  const QString& mergeKey = {})
{
    const auto shot = host.session().shotId();
    return shot
           && host.edit(
               text, [&](Film& film) { return setCamera(film, *shot, path); }, mergeKey);
}

// Where the middle of the picture lies on the paper at a time.
std::optional<QPointF> middleAt(const CanvasFrame& frame, const CameraPath& path,
                                const CameraPaper& paper, double at)
{
    const auto seen = paper.frame(path.stillAt(at));
    return seen ? std::optional(frame.toWidget(seen->centre)) : std::nullopt;
}

double quadArea(const QPolygonF& quad)
{
    double area = 0;
    for (int i = 0; i < quad.size(); ++i) {
        const QPointF& a = quad[i];
        const QPointF& b = quad[(i + 1) % quad.size()];
        area += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(area) / 2;
}

double edgeDistance(const QPolygonF& quad, const QPointF& at)
{
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < quad.size(); ++i) {
        const QPointF& a = quad[i];
        const QPointF& b = quad[(i + 1) % quad.size()];
        nearest = std::min(nearest,
                           segmentDistance({at.x(), at.y()}, {a.x(), a.y()}, {b.x(), b.y()}, 1.0));
    }
    return nearest;
}

} // namespace

CameraTool::Hit CameraTool::hitAt(const Eigen::Vector2d& position) const
{
    const Session& session = host().session();
    const auto shot = session.shot();
    if (!shot)
        return {};
    const CanvasFrame frame = host().frame();
    const QPointF at = frame.toWidget(position);
    std::vector<QPolygonF> quads;
    if (shot->camera.keys.empty())
        quads.push_back(cameraQuad(frame, *shot, shot->camera.startPose()));
    for (const CameraKey& key : shot->camera.keys)
        quads.push_back(cameraQuad(frame, *shot, key.pose));
    const int chosen = session.cameraKey();
    const auto near = [&](const QPointF& a) {
        return std::hypot(a.x() - at.x(), a.y() - at.y()) < 9;
    };
    if (chosen >= 0 && chosen < int(quads.size()) && !quads[std::size_t(chosen)].isEmpty()) {
        const QPolygonF& quad = quads[std::size_t(chosen)];
        if (near(rollHandle(quad)))
            return {chosen, Grip::Roll, true, {}};
        for (const QPointF& corner : quad) {
            if (near(corner))
                return {chosen, Grip::Corner, true, {}};
        }
    }
    const bool moves = shot->camera.keys.size() > 1;
    const CameraPaper paper(shot->camera, frame.aspect(), subjectDistance(*shot));
    for (int i = int(shot->camera.keys.size()) - 1; moves && i >= 0; --i) {
        const auto seen = paper.frame(shot->camera.keys[std::size_t(i)].pose);
        if (seen && near(frame.toWidget(seen->centre)))
            return {i, Grip::Inside, true, {}};
    }
    // Later keys lie on top; corners before edges, edges before the inside.
    Hit best;
    for (int i = int(quads.size()) - 1; i >= 0; --i) {
        for (const QPointF& corner : quads[std::size_t(i)]) {
            if (near(corner))
                return {i, Grip::Corner, true, {}};
        }
    }
    for (int i = int(quads.size()) - 1; i >= 0; --i) {
        const QPolygonF& quad = quads[std::size_t(i)];
        if (!quad.isEmpty() && edgeDistance(quad, at) < 7)
            return {i, Grip::Inside, true, {}};
    }
    if (const auto time = pathTimeAt(position)) {
        int before = 0;
        for (int i = 0; i < int(shot->camera.keys.size()); ++i) {
            if (shot->camera.keys[std::size_t(i)].at < *time)
                before = i;
        }
        return {before, Grip::Inside, true, time};
    }
    double smallest = std::numeric_limits<double>::max();
    for (int i = int(quads.size()) - 1; i >= 0; --i) {
        const QPolygonF& quad = quads[std::size_t(i)];
        if (quad.isEmpty() || !quad.containsPoint(at, Qt::WindingFill))
            continue;
        const double area = i == chosen ? 0 : quadArea(quad) * 0.999 + i;
        if (area < smallest) {
            smallest = area;
            best = {i, Grip::Inside, false, {}};
        }
    }
    return best;
}

std::optional<double> CameraTool::pathTimeAt(const Eigen::Vector2d& position) const
{
    const auto shot = host().session().shot();
    if (!shot || shot->camera.keys.size() < 2)
        return std::nullopt;
    const CanvasFrame frame = host().frame();
    const QPointF at = frame.toWidget(position);
    const CameraPaper paper(shot->camera, frame.aspect(), subjectDistance(*shot));
    const double first = shot->camera.keys.front().at, last = shot->camera.keys.back().at;
    const auto steps = std::clamp<FrameIndex>(shot->length, 24, 400);
    std::optional<double> found;
    double nearest = 6;
    std::optional<QPointF> before;
    for (FrameIndex n = 0; n <= steps; ++n) {
        const double time = first + (last - first) * double(n) / double(steps);
        const auto here = middleAt(frame, shot->camera, paper, time);
        if (here && before) {
            const double away = segmentDistance({at.x(), at.y()}, {before->x(), before->y()},
                                                {here->x(), here->y()}, 1.0);
            if (away < nearest) {
                nearest = away;
                found = time;
            }
        }
        before = here;
    }
    if (!found)
        return std::nullopt;
    // On whole frames, and not where a frame stands already.
    const double step = 1.0 / double(std::max<FrameIndex>(1, shot->length - 1));
    found = std::round(*found / step) * step;
    for (const CameraKey& key : shot->camera.keys) {
        if (std::abs(key.at - *found) < step / 2)
            return std::nullopt;
    }
    return found;
}

bool CameraTool::isEdgeAt(const Eigen::Vector2d& position) const
{
    const auto shot = host().session().shot();
    return shot && shot->camera.keys.size() > 1 && hitAt(position).isEdge;
}

void CameraTool::press(const PointerEvent& event)
{
    Session& session = host().session();
    const Hit hit = hitAt(event.position);
    if (hit.key < 0) {
        session.setCameraKey(-1);
        host().repaint();
        return;
    }
    m_onPath.reset();
    m_before = session.shot();
    m_path = m_before->camera;
    m_key = hit.key;
    m_isNew = m_path.keys.size() < 2 || hit.at;
    m_pose = m_path.keys.empty() ? m_path.startPose() : m_path.keys[std::size_t(hit.key)].pose;
    if (hit.at) { // out of the path comes a frame of its own
        m_key = int(insertKey(m_path, *hit.at));
        m_pose = m_path.keys[std::size_t(m_key)].pose;
    } else if (m_isNew) { // A stays, B comes out of it
        if (m_path.keys.empty())
            m_path.keys.push_back({0.0, m_pose, Ease::None});
        m_path.keys.front().at = 0.0;
        m_path.keys.push_back({1.0, m_pose, Ease::None});
        m_key = 1;
    } else if (m_key == 0 && !m_path.origin) {
        m_path.origin = m_path.startPose(); // the drawing stays where it was drawn
    }
    const CameraPaper paper(m_path, host().frame().aspect(), subjectDistance(*m_before));
    const auto seen = paper.frame(m_pose);
    if (!seen)
        return;
    m_frame = *seen;
    m_grip = hit.grip;
    m_start = event.position;
    m_hasMoved = false;
    if (!m_isNew)
        session.setCameraKey(m_key);
    host().repaint();
}

CameraPose CameraTool::posed(const PointerEvent& event) const
{
    const double aspect = host().frame().aspect();
    const CameraPaper paper(m_path, aspect, subjectDistance(*m_before));
    const bool uses = event.modifiers & (Qt::ControlModifier | Qt::AltModifier);
    const Eigen::Vector2d seen(aspect, 1.0);
    const Eigen::Vector2d from = (m_start - m_frame.centre).cwiseProduct(seen);
    const Eigen::Vector2d to = (event.position - m_frame.centre).cwiseProduct(seen);
    CameraFrame frame = m_frame;
    if (m_grip == Grip::Inside) {
        Eigen::Vector2d by = event.position - m_start;
        if (event.modifiers & Qt::ShiftModifier) // along one axis
            by = std::abs(by.x() * aspect) > std::abs(by.y()) ? Eigen::Vector2d(by.x(), 0)
                                                              : Eigen::Vector2d(0, by.y());
        frame.centre += by;
        return uses ? paper.turned(m_pose, frame.centre) : paper.travelled(m_pose, frame);
    }
    if (m_grip == Grip::Corner) {
        frame.scale *= std::clamp(to.norm() / std::max(1e-6, from.norm()), 0.02, 20.0);
        return uses ? paper.zoomed(m_pose, frame) : paper.travelled(m_pose, frame);
    }
    double turn = std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x());
    turn = std::remainder(turn, 2 * std::numbers::pi);
    if (event.modifiers & Qt::ShiftModifier) {
        const double step = std::numbers::pi / 36;
        turn = std::round((m_frame.rollRad + turn) / step) * step - m_frame.rollRad;
    }
    frame.rollRad += turn;
    return paper.travelled(m_pose, frame);
}

void CameraTool::move(const PointerEvent& event)
{
    if (m_grip == Grip::None)
        return;
    const CanvasFrame frame = host().frame();
    if (!m_hasMoved
        && seenDistance(m_start, event.position, frame.aspect()) < kDragPixels * frame.pixel())
        return;
    m_hasMoved = true;
    auto draft = std::make_shared<Shot>(*m_before);
    draft->camera = m_path;
    setKeyPose(draft->camera, std::size_t(m_key), posed(event));
    // A hand-made way is no longer the circle that a crane or an orbit went round.
    draft->camera.arc.reset();
    host().session().setDraft(draft);
    if (m_isNew)
        host().session().setCameraKey(m_key);
}

void CameraTool::release(const PointerEvent&)
{
    if (m_grip == Grip::None)
        return;
    const Grip grip = m_grip;
    m_grip = Grip::None;
    Session& session = host().session();
    if (m_hasMoved && session.hasDraft()) {
        const CameraPath path = session.shot()->camera;
        const QString text = m_isNew                ? Text::add(m_key)
                             : grip == Grip::Inside ? Text::move(m_key)
                             : grip == Grip::Corner ? Text::size(m_key)
                                                    : Text::roll(m_key);
        changeCamera(host(), text, path);
    }
    session.clearDraft();
    host().repaint();
}

void CameraTool::doubleClick(const PointerEvent&)
{
    Session& session = host().session();
    const auto shot = session.shot();
    if (!shot)
        return;
    const double at = shotFraction(double(session.shotFrame()), shot->length);
    CameraPath path = shot->camera;
    const double half = 0.5 / double(std::max<FrameIndex>(1, shot->length - 1));
    const std::size_t before = path.keys.size();
    const int index = int(insertKey(path, at, half));
    if (path.keys.size() == before) {
        session.setCameraKey(index);
        host().say(Text::isThere(index));
        return;
    }
    if (changeCamera(host(), Text::add(index), path))
        session.setCameraKey(index);
}

bool CameraTool::cancel()
{
    const bool was = m_grip != Grip::None;
    m_grip = Grip::None;
    if (was)
        host().session().clearDraft();
    return was;
}

bool CameraTool::deleteSelected()
{
    Session& session = host().session();
    const auto shot = session.shot();
    const int key = session.cameraKey();
    if (!shot || key < 0)
        return false;
    CameraPath path = shot->camera;
    if (key == 0 && !path.origin)
        path.origin = path.startPose();
    removeKey(path, std::size_t(key));
    if (path.keys.size() == 1 && path.keys.front().pose == path.startPose())
        path.keys.front().at = 0.0;
    return changeCamera(host(), Text::remove(key), path);
}

bool CameraTool::nudge(const Eigen::Vector2d& by)
{
    Session& session = host().session();
    const auto shot = session.shot();
    const int key = session.cameraKey();
    if (!shot || key < 0 || key >= int(shot->camera.keys.size()) || session.hasDraft())
        return false;
    CameraPath path = shot->camera;
    if (key == 0 && path.keys.size() > 1 && !path.origin)
        path.origin = path.startPose();
    const CameraPaper paper(path, host().frame().aspect(), subjectDistance(*shot));
    auto seen = paper.frame(path.keys[std::size_t(key)].pose);
    if (!seen)
        return false;
    seen->centre += by;
    setKeyPose(path, std::size_t(key), paper.travelled(path.keys[std::size_t(key)].pose, *seen));
    path.arc.reset();
    return changeCamera(host(), Text::nudged(key), path,
                        QStringLiteral("camera.nudge:%1").arg(key));
}

void CameraTool::setEase(int key, Ease ease)
{
    const auto shot = host().session().shot();
    if (!shot || key >= int(shot->camera.keys.size()))
        return;
    CameraPath path = shot->camera;
    path.keys[std::size_t(key)].ease = ease;
    changeCamera(host(), Text::eased(), path);
}

bool CameraTool::fillMenu(QMenu& menu, const PointerEvent& event)
{
    const Hit hit = hitAt(event.position);
    const auto shot = host().session().shot();
    if (!shot)
        return false;
    const int count = int(shot->camera.keys.size());
    QObject::connect(menu.addAction(Text::addHere()), &QAction::triggered, &menu,
                     [this, event] { doubleClick(event); });
    if (hit.key < 0 || hit.key >= count || hit.at)
        return true;
    host().session().setCameraKey(hit.key);
    QObject::connect(menu.addAction(Text::removeKey(hit.key)), &QAction::triggered, &menu,
                     [this] { deleteSelected(); });
    if (hit.key + 1 < count) {
        menu.addSeparator();
        for (const Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut, Ease::Hold}) {
            QAction* action = menu.addAction(Text::ease(ease));
            action->setCheckable(true);
            action->setChecked(shot->camera.keys[std::size_t(hit.key)].ease == ease);
            QObject::connect(action, &QAction::triggered, &menu,
                             [this, key = hit.key, ease] { setEase(key, ease); });
        }
    }
    return true;
}

void CameraTool::hover(const PointerEvent& event)
{
    const Hit hit = hitAt(event.position);
    std::optional<Eigen::Vector2d> place;
    const auto shot = host().session().shot();
    if (hit.at && shot) {
        const CameraPaper paper(shot->camera, host().frame().aspect(), subjectDistance(*shot));
        if (const auto seen = paper.frame(shot->camera.stillAt(*hit.at)))
            place = seen->centre;
    }
    if (place != m_onPath) {
        m_onPath = place;
        host().repaint();
    }
}

void CameraTool::leave()
{
    m_onPath.reset();
    host().repaint();
}

void CameraTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (!m_onPath || m_grip != Grip::None)
        return;
    const QPointF at = frame.toWidget(*m_onPath);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme().camera);
    painter.setPen(QPen(QColor(20, 20, 22, 160), 3));
    painter.drawEllipse(at, 5.5, 5.5);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(at, 5.5, 5.5);
    painter.drawLine(at - QPointF(2.5, 0), at + QPointF(2.5, 0));
    painter.drawLine(at - QPointF(0, 2.5), at + QPointF(0, 2.5));
}

} // namespace dollygrip::ui
