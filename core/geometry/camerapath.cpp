#include "core/geometry/camerapath.h"

#include "core/geometry/camerachannels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace dollygrip {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kShortestFocalMm = 1.0; // a cubic through keys may undershoot

// Everything of a pose that travels between keys: place (x, y, z, or on an arc: angle, radius,
// height), pan, tilt, roll, focal length.
using Channels = Eigen::Matrix<double, 7, 1>;

// The frame an arc is measured in: `out` is where the angle is 0, `over` where it is 90 degrees.
struct ArcFrame {
    Eigen::Vector3d centre, out, over, along;
};

ArcFrame arcFrame(const CameraArc& arc, const CameraPose& first)
{
    const double c = std::cos(first.panRad), s = std::sin(first.panRad);
    const Eigen::Vector3d right(c, 0, -s), back(-s, 0, -c), up(0, 1, 0);
    if (arc.axis == CameraArc::Axis::Vertical)
        return {arc.centre, back, right, up};
    return {arc.centre, back, up, right};
}

Channels channels(const CameraPose& pose, const std::optional<ArcFrame>& arc)
{
    Channels c;
    c << pose.position, pose.panRad, pose.tiltRad, pose.rollRad, pose.focalMm;
    if (arc) {
        const Eigen::Vector3d from = pose.position - arc->centre;
        const double a = from.dot(arc->out), b = from.dot(arc->over);
        c.head<3>() << std::atan2(b, a), std::hypot(a, b), from.dot(arc->along);
    }
    return c;
}

CameraPose poseOf(const Channels& c, const std::optional<ArcFrame>& arc)
{
    CameraPose pose;
    pose.position = c.head<3>();
    if (arc)
        pose.position = arc->centre
                        + c(1) * (std::cos(c(0)) * arc->out + std::sin(c(0)) * arc->over)
                        + c(2) * arc->along;
    pose.panRad = c(3);
    pose.tiltRad = c(4);
    pose.rollRad = c(5);
    pose.focalMm = std::max(c(6), kShortestFocalMm);
    return pose;
}

// An angle on the circle is known up to whole turns. The camera that looks at the centre turns
// against it (pan or tilt), so the turn is taken that agrees best with how the camera turns.
void unwind(const Channels& reference, Channels& c, CameraArc::Axis axis)
{
    const int turning = axis == CameraArc::Axis::Vertical ? 3 : 4;
    const double expected = reference(0) - (c(turning) - reference(turning));
    c(0) += 2 * kPi * std::round((expected - c(0)) / (2 * kPi));
}

bool startsSlowly(Ease ease)
{
    return ease == Ease::In || ease == Ease::InOut || ease == Ease::Hold;
}

bool endsSlowly(Ease ease)
{
    return ease == Ease::Out || ease == Ease::InOut || ease == Ease::Hold;
}

// Keys i-1 … i+2 as channels around segment i, with the arc's angles in one winding.
struct Around {
    std::array<Channels, 4> value;
    std::array<double, 4> time{};
    bool hasBefore = false;
    bool hasAfter = false;
};

Channels tangentAt(const Around& around, int k, bool rests)
{
    if (rests)
        return Channels::Zero();
    const auto slope = [&](int j) -> Channels {
        return (around.value[std::size_t(j + 1)] - around.value[std::size_t(j)])
               / (around.time[std::size_t(j + 1)] - around.time[std::size_t(j)]);
    };
    if ((k == 1 && !around.hasBefore) || (k == 2 && !around.hasAfter))
        return slope(1);
    const double h0 = around.time[std::size_t(k)] - around.time[std::size_t(k - 1)];
    const double h1 = around.time[std::size_t(k + 1)] - around.time[std::size_t(k)];
    return (slope(k - 1) * h1 + slope(k) * h0) / (h0 + h1);
}

// Splitmix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
double nextRandom(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    return double(z >> 11) * 0x1.0p-53;
}

// One channel of unrest: waves spread over 0.5…3 Hz, together never beyond 1.
double unrest(std::uint32_t seed, int channel, double seconds)
{
    constexpr int kWaves = 5;
    std::uint64_t state = (std::uint64_t(seed) << 8) + std::uint64_t(channel);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < kWaves; ++i) {
        const double band = (i + nextRandom(state)) / kWaves;
        const double hertz = 0.5 * std::pow(6.0, band);
        const double amplitude = 1 / std::sqrt(hertz);
        sum += amplitude * std::sin(2 * kPi * (hertz * seconds + nextRandom(state)));
        total += amplitude;
    }
    return sum / total;
}

void shake(CameraPose& pose, const Handheld& handheld, double seconds)
{
    const double t = handheld.startSeconds + seconds;
    const auto wave = [&](int channel) { return unrest(handheld.seed, channel, t); };
    const Eigen::Vector3d sway(wave(0), wave(1), 0.5 * wave(2));
    pose.position += pose.axes() * sway * handheld.translationM;
    pose.panRad += handheld.rotationRad * wave(3);
    pose.tiltRad += handheld.rotationRad * wave(4);
    pose.rollRad += handheld.rotationRad * 0.5 * wave(5);
}

CameraPose betweenKeys(const CameraPath& path, double fraction)
{
    const std::vector<CameraKey>& keys = path.keys;
    if (keys.empty())
        return {};
    if (keys.size() == 1 || fraction <= keys.front().at)
        return keys.front().pose;
    if (fraction >= keys.back().at)
        return keys.back().pose;
    const auto next = std::upper_bound(keys.begin(), keys.end(), fraction,
                                       [](double f, const CameraKey& key) { return f < key.at; });
    const std::size_t i = std::size_t(next - keys.begin()) - 1;
    const double width = keys[i + 1].at - keys[i].at;
    const double t = (fraction - keys[i].at) / width;
    if (keys[i].ease == Ease::Hold)
        return SpeedCurve{Ease::Hold, {}}.at(t) > 0 ? keys[i + 1].pose : keys[i].pose;

    std::optional<ArcFrame> arc;
    if (path.arc)
        arc = arcFrame(*path.arc, keys.front().pose);
    Around around;
    around.hasBefore = i > 0;
    around.hasAfter = i + 2 < keys.size();
    for (int k = 0; k < 4; ++k) {
        if ((k == 0 && !around.hasBefore) || (k == 3 && !around.hasAfter))
            continue;
        const CameraKey& key = keys[i + std::size_t(k) - 1];
        around.time[std::size_t(k)] = key.at;
        around.value[std::size_t(k)] = channels(key.pose, arc);
    }
    if (arc) {
        unwind(around.value[1], around.value[2], path.arc->axis);
        if (around.hasBefore)
            unwind(around.value[1], around.value[0], path.arc->axis);
        if (around.hasAfter)
            unwind(around.value[2], around.value[3], path.arc->axis);
    }
    const Channels& from = around.value[1];
    const Channels& to = around.value[2];
    if (keys.size() == 2) {
        const Ease ease = keys[i].ease == Ease::Custom ? Ease::None : keys[i].ease;
        return poseOf(from + (to - from) * SpeedCurve{ease, {}}.at(t), arc);
    }
    const bool restsFirst =
        startsSlowly(keys[i].ease) || (around.hasBefore && endsSlowly(keys[i - 1].ease));
    const bool restsLast =
        endsSlowly(keys[i].ease) || (around.hasAfter && startsSlowly(keys[i + 1].ease));
    const Channels v0 = tangentAt(around, 1, restsFirst) * width;
    const Channels v1 = tangentAt(around, 2, restsLast) * width;
    const double s = 1 - t;
    return poseOf((1 + 2 * t) * s * s * from + t * s * s * v0 + t * t * (3 - 2 * t) * to
                      - t * t * s * v1,
                  arc);
}

} // namespace

CameraPose CameraPath::stillAt(double fraction) const
{
    CameraPose pose = betweenKeys(*this, fraction);
    for (const CameraChannel channel : kAllCameraChannels) {
        if (const ChannelCurve& own = curve(channel); !own.isEmpty())
            setChannelValue(pose, channel, own.at(fraction));
    }
    pose.focalMm = std::max(pose.focalMm, kShortestFocalMm);
    return pose;
}

CameraPose CameraPath::at(double fraction, double seconds) const
{
    CameraPose pose = stillAt(fraction);
    if (handheld)
        shake(pose, *handheld, seconds);
    return pose;
}

Camera CameraPath::cameraAt(double fraction, double seconds, double aspect) const
{
    return {at(fraction, seconds), sensorWidthMm, aspect};
}

CameraPose CameraPath::startPose() const
{
    return origin ? *origin : stillAt(0.0);
}

bool CameraPath::isStatic() const
{
    if (handheld && (handheld->rotationRad != 0 || handheld->translationM != 0))
        return false;
    const CameraPose stand = startPose();
    for (const CameraChannel channel : kAllCameraChannels) {
        const ChannelCurve& own = curve(channel);
        if (!own.isEmpty()
            && !(own.isConstant() && own.points.front().value == channelValue(stand, channel)))
            return false;
    }
    return std::all_of(keys.begin(), keys.end(), [&](const CameraKey& key) {
        return std::all_of(
            kAllCameraChannels.begin(), kAllCameraChannels.end(), [&](CameraChannel channel) {
                return !curve(channel).isEmpty()
                       || channelValue(key.pose, channel) == channelValue(stand, channel);
            });
    });
}

CameraPath remapped(CameraPath path, double first, double last, double startSeconds)
{
    assert(last > first);
    path.origin = path.startPose();
    for (CameraKey& key : path.keys)
        key.at = (key.at - first) / (last - first);
    for (ChannelCurve& curve : path.curves) {
        for (CurvePoint& point : curve.points) {
            point.at = (point.at - first) / (last - first);
            point.in.x() /= last - first;
            point.out.x() /= last - first;
        }
    }
    if (path.handheld)
        path.handheld->startSeconds += startSeconds;
    return path;
}

} // namespace dollygrip
