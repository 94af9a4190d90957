#include "core/geometry/camerafacts.h"

#include "core/geometry/motionpath.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace dollygrip {

namespace {

constexpr double kSafeSecondsAt24 = 7.0;
constexpr double kBlurWidthSeconds = 0.6; // crossing in less is a whip: smeared, not stepped
constexpr double kStill = 1e-9;

double change(const CameraPose& a, const CameraPose& b)
{
    return (a.position - b.position).norm() + std::abs(a.panRad - b.panRad)
           + std::abs(a.tiltRad - b.tiltRad) + std::abs(a.rollRad - b.rollRad)
           + std::abs(a.focalMm - b.focalMm);
}

// Picture widths a second at which what the camera looks at goes by. What it keeps in the middle
// (an orbit's subject) does not.
double flow(const Camera& before, const Camera& after, double distanceM, double seconds)
{
    const Eigen::Vector3d looked = before.pose.position + before.pose.axes().col(2) * distanceM;
    const auto seen = after.project(looked);
    if (!seen)
        return 1 / kBlurWidthSeconds * 2;
    return std::hypot(seen->x() - 0.5, (seen->y() - 0.5) / after.aspect) / seconds;
}

} // namespace

double slowestSafeSeconds(FrameRate rate)
{
    return kSafeSecondsAt24 * 24.0 / rate.perSecond();
}

CameraFacts cameraFacts(const CameraPath& path, FrameIndex frames, FrameRate rate, double aspect,
                        double subjectDistanceM)
{
    CameraFacts facts;
    const FrameIndex count = std::max<FrameIndex>(1, frames);
    std::vector<CameraPose> poses;
    poses.reserve(std::size_t(count));
    for (FrameIndex n = 0; n < count; ++n)
        poses.push_back(path.stillAt(shotFraction(double(n), count)));
    const CameraPose &first = poses.front(), &last = poses.back();
    facts.startMm = first.focalMm;
    facts.endMm = last.focalMm;
    facts.shortestMm = facts.longestMm = first.focalMm;
    facts.panRad = last.panRad - first.panRad;
    facts.tiltRad = last.tiltRad - first.tiltRad;
    facts.rollRad = last.rollRad - first.rollRad;
    facts.heightM = last.position.y() - first.position.y();
    const double step = 1 / rate.perSecond();
    FrameIndex begins = -1, ends = -1;
    double worst = 0;
    const double safe = slowestSafeSeconds(rate);
    for (FrameIndex n = 1; n < count; ++n) {
        const CameraPose &a = poses[std::size_t(n - 1)], &b = poses[std::size_t(n)];
        facts.lowestM = std::min(facts.lowestM, b.position.y() - first.position.y());
        facts.highestM = std::max(facts.highestM, b.position.y() - first.position.y());
        facts.shortestMm = std::min(facts.shortestMm, b.focalMm);
        facts.longestMm = std::max(facts.longestMm, b.focalMm);
        if (change(a, b) < kStill)
            continue;
        if (begins < 0)
            begins = n - 1;
        ends = n;
        const Eigen::Vector3d way = b.position - a.position;
        facts.trackM += std::hypot(way.x(), way.z());
        facts.fastestMps = std::max(facts.fastestMps, way.norm() / step);
        const auto fastest = [step](double& most, double by) {
            most = std::max(most, std::abs(by) / step);
        };
        fastest(facts.panRadPerSecond, b.panRad - a.panRad);
        fastest(facts.tiltRadPerSecond, b.tiltRad - a.tiltRad);
        fastest(facts.rollRadPerSecond, b.rollRad - a.rollRad);
        const double widths = flow({a, path.sensorWidthMm, aspect}, {b, path.sensorWidthMm, aspect},
                                   subjectDistanceM, step);
        if (widths > 1 / safe && widths < 1 / kBlurWidthSeconds && widths > worst) {
            worst = widths;
            facts.judder = CameraFacts::Judder{n, 1 / widths, safe};
        }
    }
    facts.isMoving = begins >= 0;
    facts.seconds = facts.isMoving ? rate.seconds(ends - begins) : 0;
    return facts;
}

} // namespace dollygrip
