#include "core/geometry/camerachannels.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dollygrip {

namespace {

constexpr double kSameTime = 1e-6;
constexpr int kArcSteps = 8;
constexpr double kLeastGap = 1e-4; // between keys, in fractions of the shot

bool isPlace(CameraChannel channel)
{
    return channel == CameraChannel::Truck || channel == CameraChannel::Pedestal
           || channel == CameraChannel::Dolly;
}

// A cubic through every knot with the function's own slope on both sides of it.
ChannelCurve fitted(const std::function<double(double)>& f, std::vector<double> knots)
{
    std::sort(knots.begin(), knots.end());
    knots.erase(std::unique(knots.begin(), knots.end(),
                            [](double a, double b) { return b - a < kSameTime; }),
                knots.end());
    ChannelCurve curve;
    for (const double at : knots)
        curve.points.push_back({at, f(at), CurveHandles::Aligned, {0, 0}, {0, 0}});
    bool isStraight = true;
    std::vector<double> before(knots.size(), 0), after(knots.size(), 0);
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const double width = knots[i + 1] - knots[i], h = width * 1e-4;
        const double a = f(knots[i]), b = f(knots[i + 1]);
        const double way = std::max(1e-9, std::abs(b - a));
        after[i] = (-3 * a + 4 * f(knots[i] + h) - f(knots[i] + 2 * h)) / (2 * h);
        const double close = f(knots[i + 1] - 1e-7 * width);
        const double smooth =
            std::abs(close - f(knots[i + 1] - 2e-7 * width)); // what it changes so near the end
        const bool jumps = std::abs(close - b) > 1e-9 + 10 * smooth;
        if (jumps)
            curve.points[i].handles = CurveHandles::Hold;
        const double left = jumps ? close : b;
        before[i + 1] = (3 * left - 4 * f(knots[i + 1] - h) + f(knots[i + 1] - 2 * h)) / (2 * h);
        const double even = (b - a) / width;
        isStraight = isStraight && std::abs(after[i] - even) * width < 1e-6 * way
                     && std::abs(before[i + 1] - even) * width < 1e-6 * way;
    }
    for (std::size_t i = 0; i < knots.size(); ++i) {
        CurvePoint& point = curve.points[i];
        if (point.handles == CurveHandles::Hold)
            continue;
        if (isStraight) {
            point.handles = CurveHandles::Linear;
            continue;
        }
        const bool hasBefore = i > 0, hasAfter = i + 1 < knots.size();
        if (!hasBefore)
            before[i] = after[i];
        if (!hasAfter)
            after[i] = before[i];
        const double in = (hasBefore ? knots[i] - knots[i - 1] : knots[i + 1] - knots[i]) / 3;
        const double out = (hasAfter ? knots[i + 1] - knots[i] : knots[i] - knots[i - 1]) / 3;
        point.in = {-in, -in * before[i]};
        point.out = {out, out * after[i]};
        if (std::abs(before[i] - after[i]) > 1e-5 * std::max(1.0, std::abs(after[i])))
            point.handles = CurveHandles::Free;
    }
    return curve;
}

std::vector<double> keyTimes(const CameraPath& path)
{
    std::vector<double> times;
    for (const CameraKey& key : path.keys)
        times.push_back(key.at);
    if (times.empty())
        times.push_back(0.0);
    return times;
}

// Where a channel's shape changes.
std::vector<double> knotsOf(const CameraPath& path, CameraChannel channel)
{
    const ChannelCurve& own = path.curve(channel);
    std::vector<double> knots;
    if (!own.isEmpty()) {
        for (std::size_t i = 0; i < own.points.size(); ++i) {
            knots.push_back(own.points[i].at);
            if (i + 1 < own.points.size() // a Bézier with uneven handles is no cubic of time
                && (own.points[i].handles == CurveHandles::Free
                    || own.points[i].handles == CurveHandles::Aligned
                    || own.points[i + 1].handles == CurveHandles::Free
                    || own.points[i + 1].handles == CurveHandles::Aligned)) {
                for (int k = 1; k < 4; ++k)
                    knots.push_back(own.points[i].at
                                    + (own.points[i + 1].at - own.points[i].at) * k / 4.0);
            }
        }
        return knots;
    }
    knots = keyTimes(path);
    const bool isCubic = path.keys.size() != 2 || path.keys[0].ease == Ease::None
                         || path.keys[0].ease == Ease::In || path.keys[0].ease == Ease::Out
                         || path.keys[0].ease == Ease::InOut || path.keys[0].ease == Ease::Hold;
    if ((path.arc && isPlace(channel)) || !isCubic) {
        const std::vector<double> keys = knots;
        for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
            for (int k = 1; k < kArcSteps; ++k)
                knots.push_back(keys[i] + (keys[i + 1] - keys[i]) * k / double(kArcSteps));
        }
    }
    return knots;
}

bool isAtRest(const CameraPath& path)
{
    return std::none_of(kAllCameraChannels.begin(), kAllCameraChannels.end(),
                        [&](CameraChannel channel) { return isMoving(path, channel); });
}

// A uniform "two keys" move that can be added up key by key.
bool isPlain(const CameraPath& path)
{
    return path.keys.size() == 2 && !path.arc
           && std::all_of(path.curves.begin(), path.curves.end(),
                          [](const ChannelCurve& curve) { return curve.isEmpty(); });
}

CameraPose sum(const CameraPose& base, const CameraPose& from, const CameraPose& to)
{
    CameraPose result = base;
    for (const CameraChannel channel : kAllCameraChannels) {
        const double a = channelValue(from, channel), b = channelValue(to, channel);
        const double here = channelValue(base, channel);
        setChannelValue(result, channel,
                        channel == CameraChannel::Lens ? here * b / a : here + b - a);
    }
    return result;
}

} // namespace

const char* toText(CameraChannel channel)
{
    switch (channel) {
    case CameraChannel::Truck: return "truck";
    case CameraChannel::Pedestal: return "pedestal";
    case CameraChannel::Dolly: return "dolly";
    case CameraChannel::Pan: return "pan";
    case CameraChannel::Tilt: return "tilt";
    case CameraChannel::Roll: return "roll";
    case CameraChannel::Lens: return "lens";
    }
    return "";
}

double channelValue(const CameraPose& pose, CameraChannel channel)
{
    switch (channel) {
    case CameraChannel::Truck: return pose.position.x();
    case CameraChannel::Pedestal: return pose.position.y();
    case CameraChannel::Dolly: return pose.position.z();
    case CameraChannel::Pan: return pose.panRad;
    case CameraChannel::Tilt: return pose.tiltRad;
    case CameraChannel::Roll: return pose.rollRad;
    case CameraChannel::Lens: return pose.focalMm;
    }
    return 0;
}

void setChannelValue(CameraPose& pose, CameraChannel channel, double value)
{
    switch (channel) {
    case CameraChannel::Truck: pose.position.x() = value; return;
    case CameraChannel::Pedestal: pose.position.y() = value; return;
    case CameraChannel::Dolly: pose.position.z() = value; return;
    case CameraChannel::Pan: pose.panRad = value; return;
    case CameraChannel::Tilt: pose.tiltRad = value; return;
    case CameraChannel::Roll: pose.rollRad = value; return;
    case CameraChannel::Lens: pose.focalMm = value; return;
    }
}

ChannelCurve curveOf(const CameraPath& path, CameraChannel channel)
{
    if (!path.curve(channel).isEmpty())
        return path.curve(channel);
    return fitted([&](double t) { return channelValue(path.stillAt(t), channel); },
                  knotsOf(path, channel));
}

bool isMoving(const CameraPath& path, CameraChannel channel)
{
    if (!path.curve(channel).isEmpty())
        return !path.curve(channel).isConstant();
    if (path.arc && isPlace(channel) && path.keys.size() > 1)
        return !curveOf(path, channel).isConstant();
    return std::any_of(path.keys.begin(), path.keys.end(), [&](const CameraKey& key) {
        return channelValue(key.pose, channel) != channelValue(path.keys.front().pose, channel);
    });
}

void setCurve(CameraPath& path, CameraChannel channel, ChannelCurve curve)
{
    const ChannelCurve& own = path.curves[std::size_t(channel)] = std::move(curve);
    if (path.keys.size() < 2 && own.points.size() > 1 && !own.isConstant()) {
        const double first = own.points.front().at, last = own.points.back().at;
        path.keys = {{first, path.stillAt(first), Ease::None},
                     {last, path.stillAt(last), Ease::None}};
    }
    takeCurvesIntoKeys(path);
}

void takeCurvesIntoKeys(CameraPath& path)
{
    for (const CameraChannel channel : kAllCameraChannels) {
        if (const ChannelCurve& own = path.curve(channel); !own.isEmpty()) {
            for (CameraKey& key : path.keys)
                setChannelValue(key.pose, channel, own.at(key.at));
        }
    }
}

void setKeyPose(CameraPath& path, std::size_t i, const CameraPose& pose)
{
    CameraKey& key = path.keys[i];
    key.pose = pose;
    for (const CameraChannel channel : kAllCameraChannels) {
        ChannelCurve& own = path.curves[std::size_t(channel)];
        if (!own.isEmpty())
            own.setValue(key.at, channelValue(pose, channel));
    }
    takeCurvesIntoKeys(path);
}

void moveKey(CameraPath& path, std::size_t i, double at)
{
    const double old = path.keys[i].at;
    const double low = i > 0 ? path.keys[i - 1].at + kLeastGap : -1e9;
    const double high = i + 1 < path.keys.size() ? path.keys[i + 1].at - kLeastGap : 1e9;
    if (low > high)
        return;
    const double now = std::clamp(at, low, high);
    path.keys[i].at = now;
    for (ChannelCurve& own : path.curves) {
        const int there = own.pointAt(old);
        if (there < 0)
            continue;
        const auto p = std::size_t(there);
        const bool fits = (p == 0 || own.points[p - 1].at < now - kLeastGap)
                          && (p + 1 >= own.points.size() || own.points[p + 1].at > now + kLeastGap);
        if (fits)
            own.points[p].at = now;
    }
    takeCurvesIntoKeys(path);
}

std::size_t insertKey(CameraPath& path, double at, double tolerance)
{
    auto& keys = path.keys;
    if (keys.empty())
        keys.push_back({0.0, path.stillAt(0.0), Ease::None});
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (std::abs(keys[i].at - at) < std::max(tolerance, kSameTime))
            return i;
    }
    CameraKey made{at, path.stillAt(at), Ease::None};
    const auto next =
        std::find_if(keys.begin(), keys.end(), [at](const CameraKey& key) { return key.at > at; });
    const auto index = std::size_t(next - keys.begin());
    if (index > 0 && index < keys.size()) { // the ease is shared out, so that it does not stop here
        Ease& before = keys[index - 1].ease;
        if (before == Ease::InOut) {
            before = Ease::In;
            made.ease = Ease::Out;
        } else if (before == Ease::Out) {
            before = Ease::None;
            made.ease = Ease::Out;
        } else if (before == Ease::Hold) {
            made.ease = Ease::Hold;
        }
    }
    for (ChannelCurve& own : path.curves) {
        if (!own.isEmpty())
            own.insert(at);
    }
    keys.insert(next, made);
    return index;
}

void removeKey(CameraPath& path, std::size_t i)
{
    auto& keys = path.keys;
    const CameraKey gone = keys[i];
    keys.erase(keys.begin() + std::ptrdiff_t(i));
    if (i > 0 && i < keys.size()) {
        Ease& before = keys[i - 1].ease;
        const bool endsSlowly = gone.ease == Ease::Out || gone.ease == Ease::InOut;
        if (endsSlowly && before == Ease::In)
            before = Ease::InOut;
        else if (endsSlowly && before == Ease::None)
            before = Ease::Out;
    }
    for (ChannelCurve& own : path.curves) {
        if (const int there = own.pointAt(gone.at); there >= 0 && own.points.size() > 1)
            own.points.erase(own.points.begin() + there);
        if (keys.size() < 2) // nothing is left that could move
            own.points.clear();
    }
    takeCurvesIntoKeys(path);
}

CameraPath combined(const CameraPath& base, const CameraPath& added)
{
    CameraPath result = base;
    if (added.handheld)
        result.handheld = added.handheld;
    if (isAtRest(added))
        return result;
    if (isAtRest(base)) {
        result = added;
        result.origin = base.origin;
        result.handheld = added.handheld ? added.handheld : base.handheld;
        return result;
    }
    if (isPlain(base) && isPlain(added) && base.keys[0].at == added.keys[0].at
        && base.keys[1].at == added.keys[1].at && base.keys[0].ease == added.keys[0].ease
        && !isMoving(base, CameraChannel::Lens)) {
        result.keys[1].pose = sum(base.keys[1].pose, added.keys[0].pose, added.keys[1].pose);
        return result;
    }
    const CameraPose still = added.stillAt(added.keys.empty() ? 0.0 : added.keys.front().at);
    for (const CameraChannel channel : kAllCameraChannels) {
        const bool isOnArc = isPlace(channel) && (base.arc || added.arc);
        if (!isMoving(base, channel) && !isMoving(added, channel) && !isOnArc)
            continue;
        std::vector<double> knots = knotsOf(base, channel);
        const std::vector<double> more = knotsOf(added, channel);
        knots.insert(knots.end(), more.begin(), more.end());
        if (channel == CameraChannel::Lens && isMoving(base, channel) && isMoving(added, channel)) {
            for (int k = 0; k <= kArcSteps; ++k)
                knots.push_back(k / double(kArcSteps)); // a product of cubics is none
        }
        result.curves[std::size_t(channel)] = fitted(
            [&](double t) {
                return channelValue(sum(base.stillAt(t), still, added.stillAt(t)), channel);
            },
            knots);
    }
    std::vector<double> times = keyTimes(base);
    for (const double at : keyTimes(added))
        times.push_back(at);
    std::sort(times.begin(), times.end());
    result.keys.clear();
    for (const double at : times) {
        if (result.keys.empty() || at - result.keys.back().at > kSameTime)
            result.keys.push_back(
                {at, sum(base.stillAt(at), still, added.stillAt(at)), Ease::None});
    }
    result.arc.reset();
    takeCurvesIntoKeys(result);
    return result;
}

CameraPath withMove(const CameraPath& base, CameraMove move, const MoveSettings& settings,
                    bool adds)
{
    CameraPath made = namedMove(move, settings);
    made.origin = base.origin;
    if (adds || move == CameraMove::Handheld)
        return combined(base, made);
    if (move != CameraMove::Static)
        made.handheld = base.handheld;
    return made;
}

void scaleLens(CameraPath& path, double by)
{
    if (by == 1.0)
        return;
    if (path.keys.empty()) // its unsaid lens has to be said now
        path.keys.push_back({0.0, path.stillAt(0.0), Ease::None});
    for (CameraKey& key : path.keys)
        key.pose.focalMm *= by;
    if (path.origin)
        path.origin->focalMm *= by;
    for (CurvePoint& point : path.curves[std::size_t(CameraChannel::Lens)].points) {
        point.value *= by;
        point.in.y() *= by;
        point.out.y() *= by;
    }
}

CameraPath onSensor(CameraPath path, double sensorWidthMm, bool keepsFieldOfView)
{
    if (keepsFieldOfView)
        scaleLens(path, sensorWidthMm / path.sensorWidthMm);
    path.sensorWidthMm = sensorWidthMm;
    return path;
}

} // namespace dollygrip
