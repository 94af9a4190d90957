#include "ui/camera/curveview.h"

#include "core/geometry/motionpath.h"
#include "ui/camera/curveedit.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kNear = 8;       // pixels
constexpr double kDragPixels = 3; // before a press becomes a drag
constexpr double kRuler = 22;
constexpr double kLabels = 46;

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

CurveView::CurveView(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk), m_draft(desk)
{
    setObjectName(u"curveView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    const Session& session = desk.session();
    connect(&session, &Session::shotChanged, this, &CurveView::readShot);
    connect(&session, &Session::shotEdited, this, &CurveView::readShot);
    connect(&session, &Session::playheadChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::cameraKeyChanged, this, qOverload<>(&QWidget::update));
    readShot();
}

void CurveView::setChannel(CameraChannel channel)
{
    if (channel == m_channel && isShown(channel))
        return;
    m_channel = channel;
    m_isShown[std::size_t(channel)] = true;
    std::erase_if(m_selection, [&](const Selected& one) { return one.channel != channel; });
    update();
    Q_EMIT channelChanged();
    Q_EMIT selectionChanged();
}

void CurveView::setShown(CameraChannel channel, bool isShown)
{
    m_isShown[std::size_t(channel)] = isShown;
    if (!isShown)
        std::erase_if(m_selection, [&](const Selected& one) { return one.channel == channel; });
    update();
    Q_EMIT channelChanged();
    Q_EMIT selectionChanged();
}

bool CurveView::hasOwnCurve(CameraChannel channel) const
{
    const auto shot = m_desk.session().shot();
    return shot && !shot->camera.curve(channel).isEmpty();
}

void CurveView::select(std::vector<Selected> selection)
{
    std::sort(selection.begin(), selection.end());
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    update();
    Q_EMIT selectionChanged();
}

bool CurveView::isSelected(CameraChannel channel, std::size_t point) const
{
    return std::find(m_selection.begin(), m_selection.end(), Selected{channel, point})
           != m_selection.end();
}

void CurveView::readShot()
{
    const auto shot = m_desk.session().shot();
    const CameraPath camera = shot ? shot->camera : CameraPath();
    for (const CameraChannel channel : kAllCameraChannels)
        m_curves[std::size_t(channel)] = curveOf(camera, channel);
    m_graph.frames = shot ? shot->length : 1;
    const std::optional<ShotId> id = shot ? std::optional(shot->id) : std::nullopt;
    if (id != m_shot) { // another shot: what moves in it is what one wants to see
        m_shot = id;
        m_draft.drop();
        m_gesture = Gesture::None;
        m_selection.clear();
        m_isShown.fill(false);
        std::optional<CameraChannel> first;
        for (const CameraChannel channel : kAllCameraChannels) {
            if (isMoving(camera, channel)) {
                m_isShown[std::size_t(channel)] = true;
                first = first.value_or(channel);
            }
        }
        if (first)
            m_channel = *first;
        m_isShown[std::size_t(m_channel)] = true;
        fit();
        Q_EMIT channelChanged();
    }
    const auto count = m_selection.size();
    std::erase_if(m_selection, [&](const Selected& one) {
        return one.point >= m_curves[std::size_t(one.channel)].points.size();
    });
    update();
    Q_EMIT curvesChanged();
    if (count != m_selection.size())
        Q_EMIT selectionChanged();
}

void CurveView::layOut()
{
    m_graph.area = QRectF(kLabels, kRuler, std::max(10, width() - int(kLabels) - 8),
                          std::max(10, height() - int(kRuler) - 6));
}

void CurveView::fit()
{
    layOut();
    std::vector<CameraChannel> shown;
    for (const CameraChannel channel : kAllCameraChannels) {
        if (isShown(channel))
            shown.push_back(channel);
    }
    m_graph.fit(m_curves, shown);
    update();
}

void CurveView::resizeEvent(QResizeEvent*)
{
    layOut();
}

// --- what lies where ---------------------------------------------------------------------------

std::optional<CurveGrip> CurveView::gripAt(const QPointF& at) const
{
    // Handles of selected points first: they may lie on other points.
    for (const Selected& one : m_selection) {
        const ChannelCurve& curve = m_curves[std::size_t(one.channel)];
        if (one.point >= curve.points.size())
            continue;
        const CurveHandles kind = curve.points[one.point].handles;
        if (kind == CurveHandles::Linear || kind == CurveHandles::Hold)
            continue;
        const bool has[] = {one.point > 0, one.point + 1 < curve.points.size()};
        const CurveGrip::Part parts[] = {CurveGrip::Part::In, CurveGrip::Part::Out};
        for (int side = 0; side < 2; ++side) {
            if (has[side]
                && distance(m_graph.handle(curve, one.channel, int(one.point), parts[side]), at)
                       < kNear - 1)
                return CurveGrip{one.channel, int(one.point), parts[side]};
        }
    }
    std::optional<CurveGrip> found;
    double nearest = kNear + 1;
    const auto look = [&](CameraChannel channel, double handicap) {
        const ChannelCurve& curve = m_curves[std::size_t(channel)];
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            const double away =
                distance(m_graph.at(channel, curve.points[i].at, curve.points[i].value), at)
                + handicap;
            if (away < nearest) {
                nearest = away;
                found = CurveGrip{channel, int(i), CurveGrip::Part::Point};
            }
        }
    };
    look(m_channel, 0);
    for (const CameraChannel channel : kAllCameraChannels) {
        if (channel != m_channel && isShown(channel))
            look(channel, 2);
    }
    return found;
}

std::optional<CameraChannel> CurveView::curveAt(const QPointF& at) const
{
    std::optional<CameraChannel> found;
    double nearest = kNear;
    for (const CameraChannel channel : kAllCameraChannels) {
        if (!isShown(channel) || curve(channel).isEmpty())
            continue;
        for (int step = -4; step <= 4; step += 2) {
            const double x = at.x() + step;
            const QPointF here(x, m_graph.y(channel, curve(channel).at(m_graph.fraction(x))));
            const double away = distance(here, at) - (channel == m_channel ? 1.5 : 0);
            if (away < nearest) {
                nearest = away;
                found = channel;
            }
        }
    }
    return found;
}

// --- gestures ----------------------------------------------------------------------------------

void CurveView::mousePressEvent(QMouseEvent* event)
{
    m_press = m_last = event->position();
    m_hasMoved = m_lets = false;
    m_adds = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    if (event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && (event->modifiers() & Qt::AltModifier)
            && !gripAt(m_press))) {
        m_gesture = Gesture::Pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || !m_desk.session().shot())
        return;
    if (m_press.y() < kRuler) {
        m_gesture = Gesture::Playhead;
        const auto& keys = m_desk.session().shot()->camera.keys;
        for (std::size_t i = 0; i < keys.size(); ++i) { // a letter chooses its frame
            if (std::abs(m_graph.x(keys[i].at) - m_press.x()) < kNear) {
                m_desk.session().setCameraKey(int(i));
                m_press.rx() = m_graph.x(keys[i].at);
            }
        }
        seek(m_press.x());
        return;
    }
    if (const auto grip = gripAt(m_press)) {
        m_grip = *grip;
        if (grip->part != CurveGrip::Part::Point) {
            m_gesture = Gesture::Handle;
        } else {
            const Selected one{grip->channel, std::size_t(grip->point)};
            std::vector<Selected> now = m_selection;
            m_lets = m_adds && isSelected(one.channel, one.point);
            if (grip->channel != m_channel && !m_adds) {
                setChannel(grip->channel);
                now.clear();
            }
            if (!isSelected(one.channel, one.point)) {
                if (!m_adds)
                    now.clear();
                now.push_back(one);
                select(now);
            }
            m_gesture = Gesture::Points;
        }
        if (!m_draft.begin()) {
            m_gesture = Gesture::None;
            return;
        }
        m_from = m_draft.before().camera;
        for (const Selected& one : m_selection)
            setCurve(m_from, one.channel, m_curves[std::size_t(one.channel)]);
        return;
    }
    if (const auto on = curveAt(m_press); on && *on != m_channel && !m_adds)
        setChannel(*on);
    m_gesture = Gesture::Box;
}

void CurveView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const QPointF by = at - m_last;
    m_last = at;
    if (m_gesture == Gesture::None) {
        const bool isOnGrip = at.y() >= kRuler && gripAt(at).has_value();
        setCursor(at.y() < kRuler ? Qt::SplitHCursor
                  : isOnGrip      ? Qt::SizeAllCursor
                                  : Qt::ArrowCursor);
        return;
    }
    if (!m_hasMoved && distance(at, m_press) < kDragPixels && m_gesture != Gesture::Playhead
        && m_gesture != Gesture::Pan)
        return;
    m_hasMoved = true;
    switch (m_gesture) {
    case Gesture::Points: dragPoints(at, event->modifiers()); break;
    case Gesture::Handle: dragHandle(at, event->modifiers()); break;
    case Gesture::Box: update(); break;
    case Gesture::Pan:
        m_graph.pan(by);
        update();
        break;
    case Gesture::Playhead: seek(at.x()); break;
    case Gesture::None: break;
    }
}

void CurveView::dragPoints(const QPointF& to, Qt::KeyboardModifiers keys)
{
    QPointF by = to - m_press;
    if (keys & Qt::ShiftModifier)
        (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    const bool snaps = m_snaps != bool(keys & Qt::ControlModifier);
    double time = by.x() * m_graph.fractionPerPixel();
    const ChannelCurve& gripped = m_from.curve(m_grip.channel);
    if (snaps && std::size_t(m_grip.point) < gripped.points.size()) {
        const double old = gripped.points[std::size_t(m_grip.point)].at;
        time = by.x() == 0 ? 0 : m_graph.onFrame(old + time) - old;
    }
    for (const Selected& one : m_selection)
        time = fittingShift(m_from.curve(one.channel), pointsOf(m_selection, one.channel), time,
                            m_graph.frameStep());
    CameraPath path = m_from;
    for (const CameraChannel channel : channelsOf(m_selection)) {
        const double value = -by.y() * m_graph.valuePerPixel(channel);
        setCurve(path, channel,
                 shifted(m_from.curve(channel), pointsOf(m_selection, channel), time, value,
                         channel == CameraChannel::Lens));
    }
    moveKeysWith(path, m_from, time);
    m_draft.show(path);
}

void CurveView::dragHandle(const QPointF& to, Qt::KeyboardModifiers keys)
{
    CameraPath path = m_from;
    ChannelCurve curve = m_from.curve(m_grip.channel);
    const auto i = std::size_t(m_grip.point);
    if (i >= curve.points.size())
        return;
    const CurvePoint& point = curve.points[i];
    Eigen::Vector2d handle(m_graph.fraction(to.x()) - point.at,
                           m_graph.value(m_grip.channel, to.y()) - point.value);
    if (keys & Qt::ShiftModifier)
        handle.y() = 0;
    // Pixels decide what is "in one line": the two axes have nothing in common.
    const double aspect =
        m_graph.fractionPerPixel() / std::max(1e-12, m_graph.valuePerPixel(m_grip.channel));
    setCurve(path, m_grip.channel,
             withHandle(curve, i, m_grip.part == CurveGrip::Part::Out, handle, aspect,
                        bool(keys & Qt::ControlModifier)));
    m_draft.show(path);
}

void CurveView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton || m_gesture == Gesture::Pan) {
        m_gesture = Gesture::None;
        unsetCursor();
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    if (gesture == Gesture::Box)
        endBox(m_adds);
    else if (gesture == Gesture::Points && m_hasMoved)
        m_draft.take(tr("Move curve points"));
    else if (gesture == Gesture::Handle && m_hasMoved)
        m_draft.take(tr("Bend curve"));
    m_draft.drop();
    if (gesture == Gesture::Points && !m_hasMoved && m_lets) {
        std::vector<Selected> now = m_selection;
        std::erase(now, Selected{m_grip.channel, std::size_t(m_grip.point)});
        select(now);
    }
    update();
}

void CurveView::endBox(bool adds)
{
    std::vector<Selected> now = adds ? m_selection : std::vector<Selected>{};
    if (m_hasMoved) {
        const QRectF box = QRectF(m_press, m_last).normalized();
        for (const CameraChannel channel : kAllCameraChannels) {
            if (!isShown(channel))
                continue;
            const auto& points = curve(channel).points;
            for (std::size_t i = 0; i < points.size(); ++i) {
                const Selected one{channel, i};
                if (box.contains(m_graph.at(channel, points[i].at, points[i].value))
                    && std::find(now.begin(), now.end(), one) == now.end())
                    now.push_back(one);
            }
        }
    }
    m_hasMoved = false;
    select(now);
}

void CurveView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || event->position().y() < kRuler)
        return;
    const auto channel = curveAt(event->position());
    const auto shot = m_desk.session().shot();
    if (!channel || !shot || gripAt(event->position()))
        return;
    if (*channel != m_channel)
        setChannel(*channel);
    double time = m_graph.fraction(event->position().x());
    if (m_snaps)
        time = m_graph.onFrame(time);
    CameraPath path = shot->camera;
    ChannelCurve own = curve(*channel);
    const std::size_t added = own.insert(time);
    setCurve(path, *channel, own);
    if (changeCamera(m_desk, tr("Add curve point"), path))
        select({{*channel, added}});
}

void CurveView::seek(double x)
{
    Session& session = m_desk.session();
    const auto shot = session.shot();
    if (!shot)
        return;
    const double at = std::clamp(m_graph.fraction(x), 0.0, 1.0);
    const auto frame = FrameIndex(std::lround(at * double(shot->length - 1)));
    session.setPlayhead(session.playhead() - session.shotFrame() + frame);
}

void CurveView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier)
        m_graph.pan({notches * 60, 0});
    else if (event->modifiers() & Qt::ControlModifier)
        m_graph.zoom(1, std::exp2(notches / 4), event->position());
    else
        m_graph.zoom(std::exp2(notches / 4), 1, event->position());
    event->accept();
    update();
}

// --- keys --------------------------------------------------------------------------------------

bool CurveView::wantsKey(const QKeyEvent& event) const
{
    const auto keys = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Escape: return m_gesture != Gesture::None || !m_selection.empty();
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return event.modifiers() == Qt::NoModifier && !m_selection.empty();
    case Qt::Key_A: return event.modifiers() == Qt::ControlModifier;
    case Qt::Key_F: return event.modifiers() == Qt::NoModifier;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: return keys == Qt::NoModifier && !m_selection.empty();
    default: return false;
    }
}

bool CurveView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && wantsKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CurveView::keyPressEvent(QKeyEvent* event)
{
    if (!wantsKey(*event))
        return QWidget::keyPressEvent(event);
    const bool isLarge = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Escape: cancel(); break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: removeSelected(); break;
    case Qt::Key_A: {
        std::vector<Selected> all;
        for (std::size_t i = 0; i < curve(m_channel).points.size(); ++i)
            all.push_back({m_channel, i});
        select(all);
        break;
    }
    case Qt::Key_F: fit(); break;
    case Qt::Key_Left: nudge(-1, 0, isLarge); break;
    case Qt::Key_Right: nudge(1, 0, isLarge); break;
    case Qt::Key_Up: nudge(0, 1, isLarge); break;
    case Qt::Key_Down: nudge(0, -1, isLarge); break;
    default: break;
    }
}

void CurveView::cancel()
{
    const bool wasBusy = m_gesture != Gesture::None;
    m_gesture = Gesture::None;
    m_hasMoved = false;
    m_draft.drop();
    if (!wasBusy)
        select({});
    update();
}

void CurveView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto act) {
        connect(menu->addAction(text), &QAction::triggered, this, act);
    };
    for (const CurveHandles kind : {CurveHandles::Auto, CurveHandles::Aligned, CurveHandles::Free,
                                    CurveHandles::Linear, CurveHandles::Hold})
        add(handlesName(kind), [this, kind] { setHandles(kind); });
    menu->addSeparator();
    for (const Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut})
        add(curveEaseName(ease), [this, ease] { applyEase(ease); });
    menu->addSeparator();
    add(tr("Point at the playhead"), [this] { addPointAtPlayhead(); });
    add(tr("Delete points"), [this] { removeSelected(); });
    add(tr("Follow the camera frames again"), [this] { followFrames(); });
    add(tr("Show all"), [this] { fit(); });
    menu->popup(event->globalPos());
}

} // namespace dollygrip::ui
