#include "ui/camera/curveedit.h"

#include "core/geometry/motionpath.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kShortestMm = 1.0;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CameraCurves)
};

} // namespace

QString handlesName(CurveHandles handles)
{
    switch (handles) {
    case CurveHandles::Auto: return Words::tr("Automatic");
    case CurveHandles::Aligned: return Words::tr("Aligned");
    case CurveHandles::Free: return Words::tr("Free");
    case CurveHandles::Linear: return Words::tr("Straight");
    case CurveHandles::Hold: return Words::tr("Hold");
    }
    return {};
}

QString curveEaseName(Ease ease)
{
    switch (ease) {
    case Ease::In: return Words::tr("Ease in");
    case Ease::Out: return Words::tr("Ease out");
    case Ease::InOut: return Words::tr("Ease in and out");
    default: return Words::tr("Even");
    }
}

QString channelName(CameraChannel channel)
{
    switch (channel) {
    case CameraChannel::Truck: return Words::tr("Truck");
    case CameraChannel::Pedestal: return Words::tr("Pedestal");
    case CameraChannel::Dolly: return Words::tr("Dolly");
    case CameraChannel::Pan: return Words::tr("Pan");
    case CameraChannel::Tilt: return Words::tr("Tilt");
    case CameraChannel::Roll: return Words::tr("Roll");
    case CameraChannel::Lens: return Words::tr("Lens");
    }
    return {};
}

std::vector<std::size_t> pointsOf(const std::vector<CurveView::Selected>& selection,
                                  CameraChannel channel)
{
    std::vector<std::size_t> points;
    for (const CurveView::Selected& one : selection) {
        if (one.channel == channel)
            points.push_back(one.point);
    }
    std::sort(points.begin(), points.end());
    return points;
}

std::vector<CameraChannel> channelsOf(const std::vector<CurveView::Selected>& selection)
{
    std::vector<CameraChannel> channels;
    for (const CurveView::Selected& one : selection) {
        if (std::find(channels.begin(), channels.end(), one.channel) == channels.end())
            channels.push_back(one.channel);
    }
    return channels;
}

double fittingShift(const ChannelCurve& curve, const std::vector<std::size_t>& points, double time,
                    double gap)
{
    const auto moves = [&](std::size_t i) {
        return std::binary_search(points.begin(), points.end(), i);
    };
    for (const std::size_t i : points) {
        if (i >= curve.points.size())
            continue;
        const double at = curve.points[i].at;
        if (i > 0 && !moves(i - 1))
            time = std::max(time, std::min(0.0, curve.points[i - 1].at + gap - at));
        if (i + 1 < curve.points.size() && !moves(i + 1))
            time = std::min(time, std::max(0.0, curve.points[i + 1].at - gap - at));
    }
    return time;
}

ChannelCurve shifted(ChannelCurve curve, const std::vector<std::size_t>& points, double time,
                     double value, bool isLens)
{
    for (const std::size_t i : points) {
        if (i >= curve.points.size())
            continue;
        CurvePoint& point = curve.points[i];
        point.at += time;
        point.value += value;
        if (isLens)
            point.value = std::max(kShortestMm, point.value);
    }
    return curve;
}

void setHandlesOf(ChannelCurve& curve, std::size_t point, CurveHandles handles)
{
    const Eigen::Vector2d in = curve.inHandle(point), out = curve.outHandle(point);
    CurvePoint& changed = curve.points[point];
    const bool isOwn = handles == CurveHandles::Aligned || handles == CurveHandles::Free;
    const auto third = [&](std::size_t other) {
        return std::abs(curve.points[other].at - changed.at) / 3;
    };
    if (isOwn) {
        changed.in = in;
        changed.out = out;
        // An end has no handle on its far side yet; it gets one as long as the other.
        if (point == 0 && in.x() == 0)
            changed.in = -out;
        if (point + 1 == curve.points.size() && out.x() == 0)
            changed.out = -in;
        if (handles == CurveHandles::Aligned && changed.in.x() < 0 && changed.out.x() > 0) {
            const double slope =
                (changed.out.y() - changed.in.y()) / (changed.out.x() - changed.in.x());
            const double before = point > 0 ? third(point - 1) : -changed.in.x();
            const double after =
                point + 1 < curve.points.size() ? third(point + 1) : changed.out.x();
            const bool isBent =
                std::abs(changed.out.y() / changed.out.x() - changed.in.y() / changed.in.x())
                > 1e-9;
            if (isBent) {
                changed.in = {-before, -before * slope};
                changed.out = {after, after * slope};
            }
        }
    }
    changed.handles = handles;
}

ChannelCurve withHandle(ChannelCurve curve, std::size_t point, bool isOut,
                        const Eigen::Vector2d& handle, double aspect, bool breaks)
{
    CurvePoint& changed = curve.points[point];
    const bool isFree = breaks || changed.handles == CurveHandles::Free;
    setHandlesOf(curve, point, isFree ? CurveHandles::Free : CurveHandles::Aligned);
    Eigen::Vector2d put = handle;
    put.x() = isOut ? std::max(1e-6, put.x()) : std::min(-1e-6, put.x());
    (isOut ? changed.out : changed.in) = put;
    if (isFree)
        return curve;
    const Eigen::Vector2d seen(1, aspect);
    Eigen::Vector2d& other = isOut ? changed.in : changed.out;
    const double length = other.cwiseProduct(seen).norm();
    const Eigen::Vector2d along = put.cwiseProduct(seen).normalized() * -length;
    other = along.cwiseQuotient(seen);
    return curve;
}

void easeSegment(ChannelCurve& curve, std::size_t point, Ease ease)
{
    if (point + 1 >= curve.points.size())
        return;
    for (const std::size_t end : {point, point + 1}) {
        if (curve.points[end].handles != CurveHandles::Free)
            setHandlesOf(curve, end, CurveHandles::Free);
    }
    CurvePoint &a = curve.points[point], &b = curve.points[point + 1];
    const double width = (b.at - a.at) / 3;
    const double way = (b.value - a.value) / 3;
    const bool startsSlowly = ease == Ease::In || ease == Ease::InOut;
    const bool endsSlowly = ease == Ease::Out || ease == Ease::InOut;
    a.out = {width, startsSlowly ? 0 : endsSlowly ? way * 3 : way};
    b.in = {-width, endsSlowly ? 0 : startsSlowly ? -way * 3 : -way};
    if (point == 0)
        a.in = -a.out;
    if (point + 2 == curve.points.size())
        b.out = -b.in;
}

void moveKeysWith(CameraPath& path, const CameraPath& from, double time)
{
    if (time == 0)
        return;
    for (std::size_t k = 0; k < from.keys.size(); ++k) {
        const double at = from.keys[k].at;
        bool isTaken = false, isHeld = false;
        for (const CameraChannel channel : kAllCameraChannels) {
            const ChannelCurve& old = from.curve(channel);
            if (old.isEmpty()) {
                isHeld = isHeld || isMoving(from, channel);
                continue;
            }
            const int there = old.pointAt(at);
            if (there < 0)
                continue;
            const double now = path.curve(channel).points[std::size_t(there)].at;
            (std::abs(now - at) > 1e-9 ? isTaken : isHeld) = true;
        }
        if (!isTaken || isHeld)
            continue;
        const double low = k > 0 ? path.keys[k - 1].at + 1e-4 : -1e9;
        const double high = k + 1 < path.keys.size() ? from.keys[k + 1].at + time - 1e-4 : 1e9;
        if (at + time > low && at + time < high)
            path.keys[k].at = at + time;
    }
    std::sort(path.keys.begin(), path.keys.end(),
              [](const CameraKey& a, const CameraKey& b) { return a.at < b.at; });
    takeCurvesIntoKeys(path);
}

// --- the view's edits on what is selected --------------------------------------------------------

std::vector<CurveView::Selected> CurveView::selectedOrAll() const
{
    if (!m_selection.empty())
        return m_selection;
    std::vector<Selected> all;
    for (std::size_t i = 0; i < curve(m_channel).points.size(); ++i)
        all.push_back({m_channel, i});
    return all;
}

bool CurveView::changeSelected(const QString& text, const QString& mergeKey,
                               const std::function<void(ChannelCurve&, std::size_t)>& change)
{
    const auto shot = m_desk.session().shot();
    const auto chosen = selectedOrAll();
    if (!shot || chosen.empty())
        return false;
    CameraPath path = shot->camera;
    for (const CameraChannel channel : channelsOf(chosen)) {
        ChannelCurve own = curve(channel);
        for (const std::size_t point : pointsOf(chosen, channel))
            change(own, point);
        setCurve(path, channel, own);
    }
    path = keepingTheDrawing(path, shot->camera);
    return changeCamera(m_desk, text, path, mergeKey);
}

void CurveView::setHandles(CurveHandles handles)
{
    changeSelected(
        tr("Curve handles: %1").arg(handlesName(handles)), {},
        [handles](ChannelCurve& curve, std::size_t point) { setHandlesOf(curve, point, handles); });
}

void CurveView::applyEase(Ease ease)
{
    changeSelected(
        tr("Curve: %1").arg(curveEaseName(ease)), {},
        [ease](ChannelCurve& curve, std::size_t point) { easeSegment(curve, point, ease); });
}

void CurveView::setTime(double fraction, const QString& mergeKey)
{
    if (m_selection.empty())
        return;
    const Selected first = m_selection.front();
    const double by = fraction - curve(first.channel).points[first.point].at;
    const auto shot = m_desk.session().shot();
    CameraPath from = shot->camera;
    for (const CameraChannel channel : channelsOf(m_selection))
        setCurve(from, channel, curve(channel));
    double time = by;
    for (const CameraChannel channel : channelsOf(m_selection))
        time = fittingShift(from.curve(channel), pointsOf(m_selection, channel), time,
                            m_graph.frameStep());
    CameraPath path = from;
    for (const CameraChannel channel : channelsOf(m_selection))
        setCurve(path, channel,
                 shifted(from.curve(channel), pointsOf(m_selection, channel), time, 0, false));
    moveKeysWith(path, from, time);
    changeCamera(m_desk, tr("Move curve points"), keepingTheDrawing(path, shot->camera), mergeKey);
}

void CurveView::setValue(double value, const QString& mergeKey)
{
    if (m_selection.empty())
        return;
    const CameraChannel channel = m_selection.front().channel;
    changeSelected(tr("Change curve points"), mergeKey,
                   [&](ChannelCurve& curve, std::size_t point) {
                       curve.points[point].value =
                           channel == CameraChannel::Lens ? std::max(kShortestMm, value) : value;
                   });
}

void CurveView::nudge(int frames, int values, bool isLarge)
{
    const auto shot = m_desk.session().shot();
    if (!shot || m_selection.empty())
        return;
    const double times = isLarge ? 10 : 1;
    if (frames != 0) {
        const Selected first = m_selection.front();
        setTime(curve(first.channel).points[first.point].at + frames * times * m_graph.frameStep());
        return;
    }
    changeSelected(tr("Change curve points"), {}, [&](ChannelCurve& curve, std::size_t point) {
        // A centimetre, a tenth of a degree, half a millimetre.
        const CameraChannel channel = m_selection.front().channel;
        const double step = unitOf(channel) == CurveUnit::Metres    ? 0.01
                            : unitOf(channel) == CurveUnit::Degrees ? storedValue(channel, 0.1)
                                                                    : 0.5;
        double& value = curve.points[point].value;
        value += values * times * step;
        if (channel == CameraChannel::Lens)
            value = std::max(kShortestMm, value);
    });
}

bool CurveView::removeSelected()
{
    const auto shot = m_desk.session().shot();
    if (!shot || m_selection.empty())
        return false;
    CameraPath path = shot->camera;
    for (const CameraChannel channel : channelsOf(m_selection)) {
        ChannelCurve own = curve(channel);
        const auto points = pointsOf(m_selection, channel);
        for (auto it = points.rbegin(); it != points.rend(); ++it) {
            if (own.points.size() > 1) // the last one says where the channel stands
                own.points.erase(own.points.begin() + std::ptrdiff_t(*it));
        }
        setCurve(path, channel, own);
    }
    path = keepingTheDrawing(path, shot->camera);
    select({});
    return changeCamera(m_desk, tr("Delete curve points"), path);
}

void CurveView::followFrames()
{
    const auto shot = m_desk.session().shot();
    if (!shot || shot->camera.curve(m_channel).isEmpty())
        return;
    CameraPath path = shot->camera;
    if (path.keys.empty())
        insertKey(path, 0.0);
    setCurve(path, m_channel, {});
    select({});
    changeCamera(m_desk, tr("%1 follows the camera frames").arg(channelName(m_channel)),
                 keepingTheDrawing(path, shot->camera));
}

void CurveView::addPointAtPlayhead()
{
    const Session& session = m_desk.session();
    const auto shot = session.shot();
    if (!shot)
        return;
    CameraPath path = shot->camera;
    ChannelCurve own = curve(m_channel);
    const std::size_t added = own.insert(shotFraction(double(session.shotFrame()), shot->length));
    setCurve(path, m_channel, own);
    changeCamera(m_desk, tr("Add curve point"), path);
    select({{m_channel, added}});
}

} // namespace dollygrip::ui
