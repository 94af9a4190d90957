#include "core/geometry/camerapath.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dollygrip {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kWhipDegreesPerSecond = 360.0; // on average while it turns
constexpr double kHandheldRotationRad = 0.7 * kDegree;
constexpr double kHandheldTranslationM = 0.02;
constexpr double kClosest = 0.95; // of the way to the subject
constexpr double kHighestElevationRad = 85 * kDegree;

struct MoveFacts {
    CameraMove move;
    const char* text;
    const char* shortText; // for the first of a pair
    const char* unit;
    double amount;
};

constexpr std::array<MoveFacts, 26> kMoves{{
    {CameraMove::Static, "static", nullptr, "", 0},
    {CameraMove::PanRight, "pan-right", "pan", "degrees", 20},
    {CameraMove::PanLeft, "pan-left", nullptr, "degrees", 20},
    {CameraMove::TiltUp, "tilt-up", "tilt", "degrees", 12},
    {CameraMove::TiltDown, "tilt-down", nullptr, "degrees", 12},
    {CameraMove::RollClockwise, "roll-clockwise", "roll", "degrees", 8},
    {CameraMove::RollCounterclockwise, "roll-counterclockwise", nullptr, "degrees", 8},
    {CameraMove::TruckRight, "truck-right", "truck", "metres", 1},
    {CameraMove::TruckLeft, "truck-left", nullptr, "metres", 1},
    {CameraMove::PedestalUp, "pedestal-up", "pedestal", "metres", 0.6},
    {CameraMove::PedestalDown, "pedestal-down", nullptr, "metres", 0.6},
    {CameraMove::DollyIn, "dolly-in", "dolly", "metres", 1},
    {CameraMove::DollyOut, "dolly-out", nullptr, "metres", 1},
    {CameraMove::ZoomIn, "zoom-in", "zoom", "times", 1.5},
    {CameraMove::ZoomOut, "zoom-out", nullptr, "times", 1.5},
    {CameraMove::DollyZoomIn, "dolly-zoom-in", "dolly-zoom", "metres", 1.5},
    {CameraMove::DollyZoomOut, "dolly-zoom-out", nullptr, "metres", 1.5},
    {CameraMove::CraneUp, "crane-up", "crane", "metres", 1.5},
    {CameraMove::CraneDown, "crane-down", nullptr, "metres", 1.5},
    {CameraMove::OrbitRight, "orbit-right", "orbit", "degrees", 30},
    {CameraMove::OrbitLeft, "orbit-left", nullptr, "degrees", 30},
    {CameraMove::PushIn, "push-in", nullptr, "of the way", 0.2},
    {CameraMove::PullOut, "pull-out", nullptr, "of the way", 0.2},
    {CameraMove::WhipPanRight, "whip-pan-right", "whip-pan", "degrees", 90},
    {CameraMove::WhipPanLeft, "whip-pan-left", nullptr, "degrees", 90},
    {CameraMove::Handheld, "handheld", nullptr, "strength", 1},
}};

const MoveFacts& facts(CameraMove move)
{
    return *std::find_if(kMoves.begin(), kMoves.end(),
                         [&](const MoveFacts& one) { return one.move == move; });
}

// True for the second of each pair: the same geometry the other way.
bool isOpposite(CameraMove move)
{
    switch (move) {
    case CameraMove::PanLeft:
    case CameraMove::TiltDown:
    case CameraMove::RollCounterclockwise:
    case CameraMove::TruckLeft:
    case CameraMove::PedestalDown:
    case CameraMove::DollyOut:
    case CameraMove::ZoomOut:
    case CameraMove::DollyZoomOut:
    case CameraMove::CraneDown:
    case CameraMove::OrbitLeft:
    case CameraMove::PullOut:
    case CameraMove::WhipPanLeft: return true;
    default: return false;
    }
}

CameraPath fromTo(const MoveSettings& settings, const CameraPose& end)
{
    CameraPath path;
    path.sensorWidthMm = settings.sensorWidthMm;
    path.keys = {{0.0, settings.start, settings.ease}, {1.0, end, Ease::None}};
    return path;
}

CameraPath travel(const MoveSettings& settings, const Eigen::Vector3d& way)
{
    CameraPose end = settings.start;
    end.position += way;
    return fromTo(settings, end);
}

CameraPath dollyZoom(const MoveSettings& settings, double metres)
{
    const double distance = settings.subjectDistanceM;
    const double d = std::min(metres, kClosest * distance);
    CameraPose end = settings.start;
    end.position += settings.start.axes().col(2) * d;
    end.focalMm *= (distance - d) / distance;
    return fromTo(settings, end);
}

CameraPath zoom(const MoveSettings& settings, double amount, bool out)
{
    const double times = std::abs(amount) > 1e-6 ? std::abs(amount) : 1.0;
    CameraPose end = settings.start;
    end.focalMm *= out != (amount < 0) ? 1 / times : times;
    return fromTo(settings, end);
}

Eigen::Vector3d subject(const MoveSettings& settings)
{
    return settings.start.position + settings.start.axes().col(2) * settings.subjectDistanceM;
}

CameraPath orbit(const MoveSettings& settings, double angleRad)
{
    const Eigen::Vector3d centre = subject(settings);
    CameraPose end = settings.start;
    const Eigen::Vector3d from = settings.start.position - centre;
    const double c = std::cos(angleRad), s = std::sin(angleRad);
    end.position =
        centre
        + Eigen::Vector3d(c * from.x() - s * from.z(), from.y(), s * from.x() + c * from.z());
    end.panRad -= angleRad;
    CameraPath path = fromTo(settings, end);
    path.arc = CameraArc{CameraArc::Axis::Vertical, centre};
    return path;
}

CameraPath crane(const MoveSettings& settings, double metres)
{
    const CameraPose& start = settings.start;
    const double distance = settings.subjectDistanceM;
    const double highest = std::sin(kHighestElevationRad);
    const double elevation = -start.tiltRad; // of the camera, seen from the subject
    const double end =
        std::asin(std::clamp(std::sin(elevation) + metres / distance, -highest, highest));
    CameraPose pose = start;
    pose.tiltRad = -end;
    const Eigen::Vector3d back(-std::sin(start.panRad), 0, -std::cos(start.panRad));
    pose.position = subject(settings)
                    + distance * (std::cos(end) * back + std::sin(end) * Eigen::Vector3d(0, 1, 0));
    CameraPath path = fromTo(settings, pose);
    path.arc = CameraArc{CameraArc::Axis::Lateral, subject(settings)};
    return path;
}

CameraPath whipPan(const MoveSettings& settings, double degrees)
{
    CameraPose end = settings.start;
    end.panRad += degrees * kDegree;
    CameraPath path = fromTo(settings, end);
    path.keys.front().ease = Ease::InOut;
    const double seconds = std::max(std::abs(degrees) / kWhipDegreesPerSecond, 1e-3);
    const double part = seconds / std::max(settings.durationSeconds, 1e-3);
    if (part < 0.98) {
        path.keys.front().at = (1 - part) / 2;
        path.keys.back().at = (1 + part) / 2;
    }
    return path;
}

} // namespace

CameraPath namedMove(CameraMove move, const MoveSettings& settings)
{
    const double given = settings.amount.value_or(defaultAmount(move));
    const double amount = isOpposite(move) ? -given : given;
    const Eigen::Matrix3d axes = settings.start.axes();
    const double pan = settings.start.panRad;
    CameraPose end = settings.start;
    switch (move) {
    case CameraMove::Static: break;
    case CameraMove::PanRight:
    case CameraMove::PanLeft: end.panRad += amount * kDegree; return fromTo(settings, end);
    case CameraMove::TiltUp:
    case CameraMove::TiltDown: end.tiltRad += amount * kDegree; return fromTo(settings, end);
    case CameraMove::RollClockwise:
    case CameraMove::RollCounterclockwise:
        end.rollRad += amount * kDegree;
        return fromTo(settings, end);
    case CameraMove::TruckRight:
    case CameraMove::TruckLeft:
        return travel(settings, amount * Eigen::Vector3d(std::cos(pan), 0, -std::sin(pan)));
    case CameraMove::PedestalUp:
    case CameraMove::PedestalDown: return travel(settings, {0, amount, 0});
    case CameraMove::DollyIn:
    case CameraMove::DollyOut: return travel(settings, axes.col(2) * amount);
    case CameraMove::PushIn:
    case CameraMove::PullOut:
        return travel(settings,
                      axes.col(2) * std::min(amount, kClosest) * settings.subjectDistanceM);
    case CameraMove::ZoomIn:
    case CameraMove::ZoomOut: return zoom(settings, given, move == CameraMove::ZoomOut);
    case CameraMove::DollyZoomIn:
    case CameraMove::DollyZoomOut: return dollyZoom(settings, amount);
    case CameraMove::CraneUp:
    case CameraMove::CraneDown: return crane(settings, amount);
    case CameraMove::OrbitRight:
    case CameraMove::OrbitLeft: return orbit(settings, amount * kDegree);
    case CameraMove::WhipPanRight:
    case CameraMove::WhipPanLeft: return whipPan(settings, amount);
    case CameraMove::Handheld: break;
    }
    CameraPath path;
    path.sensorWidthMm = settings.sensorWidthMm;
    path.keys = {{0.0, settings.start, Ease::None}};
    if (move == CameraMove::Handheld) {
        const double strength = std::abs(given);
        path.handheld = Handheld{kHandheldRotationRad * strength, kHandheldTranslationM * strength,
                                 settings.seed, 0.0};
    }
    return path;
}

std::optional<CameraMove> cameraMoveFromText(std::string_view text)
{
    for (const MoveFacts& one : kMoves)
        if (text == one.text || (one.shortText && text == one.shortText))
            return one.move;
    return std::nullopt;
}

std::string toText(CameraMove move)
{
    return facts(move).text;
}

std::vector<CameraMove> allCameraMoves()
{
    std::vector<CameraMove> all;
    for (const MoveFacts& one : kMoves)
        all.push_back(one.move);
    return all;
}

double defaultAmount(CameraMove move)
{
    return facts(move).amount;
}

const char* amountUnit(CameraMove move)
{
    return facts(move).unit;
}

} // namespace dollygrip
