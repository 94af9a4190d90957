#pragma once

#include "core/geometry/camera.h"
#include "core/geometry/channelcurve.h"
#include "core/geometry/speedcurve.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip {

/// A pose at a fraction of the shot. `ease` shapes the way from this key to the next.
struct CameraKey {
    double at = 0.0; ///< fraction of the shot; may lie outside 0…1 after a split
    CameraPose pose;
    Ease ease = Ease::None;
    bool operator==(const CameraKey&) const = default;
};

/// The numbers of a pose: place in the world (metres), angles (radians), focal length (mm).
enum class CameraChannel { Truck, Pedestal, Dolly, Pan, Tilt, Roll, Lens };
inline constexpr std::size_t kCameraChannels = 7;

/// Positions between keys travel on a circle instead of a line: an orbit about a vertical axis,
/// a crane arm about a lateral one.
struct CameraArc {
    enum class Axis { Vertical, Lateral };
    Axis axis = Axis::Vertical;
    Eigen::Vector3d centre{0, 0, 5};
    bool operator==(const CameraArc&) const = default;
};

/// Hand-held unrest on top of the keys: band-limited noise (0.5–3 Hz) in time, the same for the
/// same seed. Amplitudes are peaks, roughly.
struct Handheld {
    double rotationRad = 0.0;
    double translationM = 0.0;
    std::uint32_t seed = 1;
    double startSeconds = 0.0; ///< where in the noise the shot begins (set by a split)
    bool operator==(const Handheld&) const = default;
};

/// The drawn way of the camera through one shot. No keys: the camera stands at the origin with
/// the default lens. One key: it stands there. Two keys without ease: every channel even in time.
/// More: every channel a cubic through all keys, smooth in speed, its tangent at a key fitted to
/// the neighbours by their distance in time. It is at rest at a key that an ease starts slowly from
/// or ends slowly at; a hold stays and jumps at the next key. An ease of Custom counts as None
/// here. Before the first and after the last key it holds. A value; any thread.
struct CameraPath {
    double sensorWidthMm = kSuper35WidthMm;
    std::vector<CameraKey> keys; ///< `at` rising strictly
    std::optional<CameraArc> arc;
    std::optional<Handheld> handheld;
    /// By CameraChannel: a channel whose curve is not empty follows it instead of the keys. Keys
    /// then say the same as the curve at their time (see camerachannels.h).
    std::array<ChannelCurve, kCameraChannels> curves;

    const ChannelCurve& curve(CameraChannel channel) const { return curves[std::size_t(channel)]; }
    /// The pose without hand-held unrest.
    CameraPose stillAt(double fraction) const;
    /// Pose at a fraction of the shot; `seconds` since the shot's start feeds the hand-held noise.
    CameraPose at(double fraction, double seconds) const;
    Camera cameraAt(double fraction, double seconds, double aspect) const;
    /// The pose that the drawing fills exactly: the first frame's, without hand-held unrest.
    /// This is `origin` if set (a split keeps it), else the pose at fraction 0.
    CameraPose startPose() const;
    bool isStatic() const;

    /// The pose in which the panel was drawn, when it is not the one at fraction 0.
    std::optional<CameraPose> origin;

    bool operator==(const CameraPath&) const = default;
};

/// The same move seen by a part of the shot covering fractions first…last; see
/// remapped(MotionPath). `startSeconds`: where in the whole shot the part begins. Keeps the drawing
/// where it was (`origin`).
CameraPath remapped(CameraPath path, double first, double last, double startSeconds);

/// The camera moves film people know, as geometry (Television Production Handbook; see
/// core/README.md).
enum class CameraMove {
    Static,
    PanRight,
    PanLeft,
    TiltUp,
    TiltDown,
    RollClockwise,
    RollCounterclockwise,
    TruckRight,
    TruckLeft,
    PedestalUp,
    PedestalDown,
    DollyIn,
    DollyOut,
    ZoomIn,
    ZoomOut,
    DollyZoomIn,
    DollyZoomOut,
    CraneUp,
    CraneDown,
    OrbitRight,
    OrbitLeft,
    PushIn,
    PullOut,
    WhipPanRight,
    WhipPanLeft,
    Handheld
};

/// What a named move is made from.
struct MoveSettings {
    CameraPose start; ///< pose at the shot's first frame
    double sensorWidthMm = kSuper35WidthMm;
    std::optional<double> amount; ///< in amountUnit(move); default defaultAmount(move)
    double subjectDistanceM =
        kDefaultDepthM;           ///< along the view; orbit, crane and dolly zoom turn on it
    double durationSeconds = 2.0; ///< whip pan: how long the shot is
    Ease ease = Ease::None;
    std::uint32_t seed = 1; ///< handheld
};

/// Builds the path. Exact where the field gives a formula: dolly zoom keeps f1 = f0·(D-d)/D, orbit
/// keeps the distance to the subject and looks at it. Push-in / pull-out are dollies by a fraction
/// of the subject distance (amount 0.2 = a fifth of the way). A negative amount is the opposite
/// move.
CameraPath namedMove(CameraMove move, const MoveSettings& settings);

/// "pan-right", "dolly-zoom-in" …; also the short words "pan", "tilt", "roll", "truck", "pedestal",
/// "dolly", "zoom", "dolly-zoom", "crane", "orbit", "whip-pan" (right, up, clockwise, in).
std::optional<CameraMove> cameraMoveFromText(std::string_view text);
std::string toText(CameraMove move);
std::vector<CameraMove> allCameraMoves();
double defaultAmount(CameraMove move);
/// Unit of the amount: "degrees", "metres", "times" (zoom factor of the focal length), "of the way"
/// (push-in), "strength" (handheld) or "" (static).
const char* amountUnit(CameraMove move);

} // namespace dollygrip
