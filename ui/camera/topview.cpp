#include "ui/camera/topview.h"

#include "core/geometry/motionpath.h"
#include "core/project/editing.h"
#include "core/project/layerdepth.h"
#include "ui/canvas/overlay.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kNear = 9;
constexpr double kDragPixels = 3;
constexpr double kLeastDepth = 0.2; // metres
constexpr double kMostDepth = 2000;

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double lineDistance(const QPointF& at, const QPointF& a, const QPointF& b)
{
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double t =
        square > 0 ? std::clamp(QPointF::dotProduct(at - a, way) / square, 0.0, 1.0) : 0.0;
    return distance(at, a + way * t);
}

} // namespace

TopView::TopView(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_draft(desk)
{
    setObjectName(u"topView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    const Session& session = desk.session();
    connect(&session, &Session::shotChanged, this, &TopView::readShot);
    connect(&session, &Session::shotEdited, this, &TopView::readShot);
    connect(&session, &Session::panelChanged, this, &TopView::readShot);
    connect(&session, &Session::playheadChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::cameraKeyChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::layerChanged, this, qOverload<>(&QWidget::update));
    readShot();
}

void TopView::setSide(Side side)
{
    if (side == m_side)
        return;
    m_side = side;
    readShot();
    fit();
    Q_EMIT sideChanged();
}

void TopView::readShot()
{
    m_shown = m_desk.session().shot();
    m_sheets = m_shown ? sheetsOf(*m_shown) : std::vector<Sheet>{};
    const std::optional<ShotId> id = m_shown ? std::optional(m_shown->id) : std::nullopt;
    if (id != m_shot) {
        m_shot = id;
        m_hit = m_hover = {};
        m_draft.drop();
        m_readout.clear();
        fit();
    }
    update();
}

std::vector<TopView::Sheet> TopView::sheetsOf(const Shot& shot) const
{
    const FilmSettings& film = m_desk.document().film().settings;
    Camera start;
    start.pose = shot.camera.startPose();
    start.sensorWidthMm = film.sensorWidthMm;
    start.aspect = film.aspect();
    const auto id = m_desk.session().panelId();
    std::vector<Sheet> sheets;
    for (const auto& panel : shot.panels) {
        if (!id || panel->id != *id)
            continue;
        for (const Layer& layer : panel->layers) {
            if (layer.isPinnedToCamera)
                continue;
            const PlaneInWorld plane = PlaneInWorld::before(start, layer.depthM);
            const bool isTop = m_side == Side::Top;
            sheets.push_back({layer.id, layer.name, layer.depthM, layer.isVisible,
                              isTop ? plane.at({0, 0.5}) : plane.at({0.5, 0}), plane.at({0.5, 0.5}),
                              isTop ? plane.at({1, 0.5}) : plane.at({0.5, 1})});
        }
    }
    std::stable_sort(sheets.begin(), sheets.end(),
                     [](const Sheet& a, const Sheet& b) { return a.depthM > b.depthM; });
    return sheets;
}

// --- the map -----------------------------------------------------------------------------------

Eigen::Vector2d TopView::flat(const Eigen::Vector3d& world) const
{
    return m_side == Side::Top ? Eigen::Vector2d(world.x(), world.z())
                               : Eigen::Vector2d(world.z(), world.y());
}

QPointF TopView::toWidget(const Eigen::Vector3d& world) const
{
    const Eigen::Vector2d p = flat(world) - m_centre;
    return {width() / 2.0 + p.x() * m_scale, height() / 2.0 - p.y() * m_scale};
}

Eigen::Vector2d TopView::toFlat(const QPointF& at) const
{
    return m_centre + Eigen::Vector2d(at.x() - width() / 2.0, height() / 2.0 - at.y()) / m_scale;
}

void TopView::fit()
{
    m_isFitted = true;
    if (!m_shown)
        return;
    Eigen::Vector2d low(-0.5, -0.5), high(0.5, 0.5);
    const auto take = [&](const Eigen::Vector3d& world) {
        low = low.cwiseMin(flat(world));
        high = high.cwiseMax(flat(world));
    };
    low = high = flat(m_shown->camera.startPose().position);
    const FrameIndex frames = m_shown->length;
    for (int i = 0; i <= 24; ++i)
        take(m_shown->camera.stillAt(shotFraction(double(frames - 1) * i / 24.0, frames)).position);
    for (const CameraKey& key : m_shown->camera.keys)
        take(key.pose.position);
    // The farthest sheets may be a sky away: what is near decides, unless that is all.
    double nearest = kMostDepth;
    for (const Sheet& sheet : m_sheets)
        nearest = std::min(nearest, sheet.depthM);
    const double room = std::max(12.0, 6 * (m_sheets.empty() ? 5.0 : nearest));
    for (const Sheet& sheet : m_sheets) {
        if (sheet.depthM > room)
            continue;
        take(sheet.from);
        take(sheet.to);
    }
    const Eigen::Vector2d size = (high - low).cwiseMax(Eigen::Vector2d(1.5, 1.5));
    m_centre = (low + high) / 2;
    m_scale =
        std::min(std::max(20, width() - 110) / size.x(), std::max(20, height() - 70) / size.y());
    update();
}

void TopView::resizeEvent(QResizeEvent*)
{
    if (m_isFitted)
        fit();
}

int TopView::keyCount() const
{
    return m_shown ? std::max(1, int(m_shown->camera.keys.size())) : 0;
}

CameraPose TopView::keyPose(int key) const
{
    const CameraPath& camera = m_shown->camera;
    return camera.keys.empty() ? camera.startPose() : camera.keys[std::size_t(key)].pose;
}

QPointF TopView::keyPlace(int key) const
{
    return toWidget(keyPose(key).position);
}

std::optional<QPointF> TopView::tipPlace() const
{
    const int key = m_desk.session().cameraKey();
    if (!m_shown || key < 0 || key >= keyCount())
        return std::nullopt;
    const CameraPose pose = keyPose(key);
    return toWidget(pose.position + pose.axes().col(2) * subjectDistance(*m_shown));
}

std::optional<QPointF> TopView::planePlace(const LayerId& layer) const
{
    for (const Sheet& sheet : m_sheets) {
        if (sheet.id == layer)
            return toWidget(sheet.middle);
    }
    return std::nullopt;
}

TopView::Hit TopView::hitAt(const QPointF& at) const
{
    if (!m_shown)
        return {};
    if (const auto tip = tipPlace(); tip && distance(*tip, at) < kNear)
        return {Grip::Tip, m_desk.session().cameraKey(), {}};
    const int chosen = m_desk.session().cameraKey();
    if (chosen >= 0 && chosen < keyCount() && distance(keyPlace(chosen), at) < kNear)
        return {Grip::Key, chosen, {}};
    for (int key = keyCount() - 1; key >= 0; --key) {
        if (distance(keyPlace(key), at) < kNear)
            return {Grip::Key, key, {}};
    }
    const Sheet* found = nullptr;
    double nearest = 6;
    for (const Sheet& sheet : m_sheets) {
        const double away = lineDistance(at, toWidget(sheet.from), toWidget(sheet.to));
        if (away < nearest) {
            nearest = away;
            found = &sheet;
        }
    }
    if (found)
        return {Grip::Plane, -1, found->id};
    return {Grip::Ground, -1, {}};
}

// --- gestures ----------------------------------------------------------------------------------

void TopView::mousePressEvent(QMouseEvent* event)
{
    m_press = m_last = event->position();
    m_hasMoved = false;
    m_readout.clear();
    if (event->button() == Qt::MiddleButton) {
        m_hit = {Grip::Ground, -1, {}};
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_hit = hitAt(m_press);
    Session& session = m_desk.session();
    if (m_hit.grip == Grip::Plane)
        session.setLayer(*m_hit.layer);
    if (m_hit.grip == Grip::Ground || m_hit.grip == Grip::None)
        return;
    if (!m_draft.begin()) {
        m_hit = {};
        return;
    }
    const Shot& before = m_draft.before();
    m_from = before.camera;
    if (m_hit.grip == Grip::Plane) {
        m_depth = before.layer(*m_hit.layer)->depthM;
        return;
    }
    if (m_from.keys.size() < 2) { // A stays, B comes out of it
        m_pose = m_from.keys.empty() ? m_from.startPose() : m_from.keys.front().pose;
        m_from.keys = {{0.0, m_pose, Ease::None}, {1.0, m_pose, Ease::None}};
        m_hit.key = 1;
    } else {
        m_pose = m_from.keys[std::size_t(m_hit.key)].pose;
        session.setCameraKey(m_hit.key);
    }
    update();
}

void TopView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const QPointF by = at - m_last;
    m_last = at;
    if (m_hit.grip == Grip::None) {
        m_hover = hitAt(at);
        setCursor(m_hover.grip == Grip::Key   ? Qt::SizeAllCursor
                  : m_hover.grip == Grip::Tip ? Qt::CrossCursor
                  : m_hover.grip == Grip::Plane
                      ? (m_side == Side::Top ? Qt::SizeVerCursor : Qt::SizeHorCursor)
                      : Qt::ArrowCursor);
        update();
        return;
    }
    if (!m_hasMoved && distance(at, m_press) < kDragPixels)
        return;
    m_hasMoved = true;
    switch (m_hit.grip) {
    case Grip::Key: dragKey(at, event->modifiers()); break;
    case Grip::Tip: dragTip(at, event->modifiers()); break;
    case Grip::Plane: dragPlane(at); break;
    case Grip::Ground:
        m_isFitted = false;
        m_centre -= Eigen::Vector2d(by.x(), -by.y()) / m_scale;
        setCursor(Qt::ClosedHandCursor);
        break;
    case Grip::None: break;
    }
    update();
}

void TopView::dragKey(const QPointF& to, Qt::KeyboardModifiers keys)
{
    Eigen::Vector2d by = toFlat(to) - toFlat(m_press);
    if (keys & Qt::ShiftModifier)
        (std::abs(by.x()) > std::abs(by.y()) ? by.y() : by.x()) = 0;
    CameraPose pose = m_pose;
    if (m_side == Side::Top)
        pose.position += Eigen::Vector3d(by.x(), 0, by.y());
    else
        pose.position += Eigen::Vector3d(0, by.y(), by.x());
    CameraPath path = m_from;
    path.arc.reset(); // a hand-made way is no circle any more
    setKeyPose(path, std::size_t(m_hit.key), pose);
    m_draft.show(path);
    m_desk.session().setCameraKey(m_hit.key);
    m_readout = m_side == Side::Top ? tr("truck %1 m, dolly %2 m")
                                          .arg(locale().toString(pose.position.x(), 'f', 2),
                                               locale().toString(pose.position.z(), 'f', 2))
                                    : tr("pedestal %1 m, dolly %2 m")
                                          .arg(locale().toString(pose.position.y(), 'f', 2),
                                               locale().toString(pose.position.z(), 'f', 2));
}

void TopView::dragTip(const QPointF& to, Qt::KeyboardModifiers keys)
{
    constexpr double kDegrees = 57.29577951308232;
    const Eigen::Vector2d way = toFlat(to) - flat(m_pose.position);
    if (way.norm() < 1e-6)
        return;
    CameraPose pose = m_pose;
    double& angle = m_side == Side::Top ? pose.panRad : pose.tiltRad;
    const double old = angle;
    angle = m_side == Side::Top ? std::atan2(way.x(), way.y())
                                : std::atan2(way.y() * std::cos(pose.panRad), way.x());
    angle += 2 * std::numbers::pi * std::round((old - angle) / (2 * std::numbers::pi));
    if (keys & Qt::ShiftModifier)
        angle = std::round(angle * kDegrees / 5) * 5 / kDegrees;
    CameraPath path = m_from;
    setKeyPose(path, std::size_t(m_hit.key), pose);
    m_draft.show(path);
    m_desk.session().setCameraKey(m_hit.key);
    const QString shown = locale().toString(angle * kDegrees, 'f', 1);
    m_readout = m_side == Side::Top ? tr("pan %1°").arg(shown) : tr("tilt %1°").arg(shown);
}

void TopView::dragPlane(const QPointF& to)
{
    const CameraPose start = m_draft.before().camera.startPose();
    const Eigen::Vector2d axis = flat(start.axes().col(2));
    const double square = axis.squaredNorm();
    if (square < 1e-4) // looks along this view
        return;
    const double by = (toFlat(to) - toFlat(m_press)).dot(axis) / square;
    const double depth = std::clamp(std::round((m_depth + by) * 20) / 20, kLeastDepth, kMostDepth);
    Film film = m_desk.document().film();
    if (!placeInDepth(film, m_draft.before().id, *m_hit.layer, depth, m_keepsSize))
        return;
    m_draft.show(film.shot(m_draft.before().id));
    m_readout = tr("%1 m before the camera").arg(locale().toString(depth, 'f', 2));
}

void TopView::mouseReleaseEvent(QMouseEvent*)
{
    const Hit hit = m_hit;
    m_hit = {};
    m_readout.clear();
    unsetCursor();
    if (hit.grip == Grip::Ground && !m_hasMoved)
        m_desk.session().setCameraKey(-1);
    if (m_hasMoved && m_draft.isActive()) {
        const QString name = cameraKeyName(hit.key);
        if (hit.grip == Grip::Plane && m_draft.hasChanged()) {
            const auto shot = m_desk.session().shot();
            const Layer* layer = shot->layer(*hit.layer);
            m_draft.take(tr("Move “%1” in depth").arg(layer ? layer->name : QString()));
        } else if (hit.grip == Grip::Key) {
            m_draft.take(tr("Move camera frame %1").arg(name));
        } else if (hit.grip == Grip::Tip) {
            m_draft.take(tr("Turn camera frame %1").arg(name));
        }
    } else if (hit.grip == Grip::Key && keyCount() > 0 && m_shown
               && !m_shown->camera.keys.empty()) {
        m_desk.session().setCameraKey(std::min(hit.key, int(m_shown->camera.keys.size()) - 1));
    }
    m_draft.drop();
    update();
}

void TopView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && hitAt(event->position()).grip == Grip::Ground)
        fit();
}

void TopView::wheelEvent(QWheelEvent* event)
{
    const double factor = std::exp2(event->angleDelta().y() / 480.0);
    const Eigen::Vector2d under = toFlat(event->position());
    m_scale = std::clamp(m_scale * factor, 0.2, 2000.0);
    m_centre += under - toFlat(event->position());
    m_isFitted = false;
    event->accept();
    update();
}

bool TopView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isMine = key->modifiers() == Qt::NoModifier
                            && (key->key() == Qt::Key_F
                                || (key->key() == Qt::Key_Escape && m_hit.grip != Grip::None));
        if (isMine) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::Leave && m_hit.grip == Grip::None) {
        m_hover = {};
        update();
    }
    return QWidget::event(event);
}

void TopView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F) {
        fit();
    } else if (event->key() == Qt::Key_Escape) {
        m_hit = {};
        m_readout.clear();
        m_draft.drop();
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace dollygrip::ui
