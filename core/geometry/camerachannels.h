#pragma once

#include "core/geometry/camerapath.h"

#include <array>

namespace dollygrip {

// Channels of a camera path: reading them, giving one a curve of its own, and editing keys so that
// keys and curves stay in step.

inline constexpr std::array<CameraChannel, kCameraChannels> kAllCameraChannels = {
    CameraChannel::Truck, CameraChannel::Pedestal, CameraChannel::Dolly, CameraChannel::Pan,
    CameraChannel::Tilt,  CameraChannel::Roll,     CameraChannel::Lens};

/// "truck", "pedestal" …, for files.
const char* toText(CameraChannel channel);

/// In metres, radians or millimetres.
double channelValue(const CameraPose& pose, CameraChannel channel);
void setChannelValue(CameraPose& pose, CameraChannel channel, double value);

/// The curve that a channel follows: its own, or what the keys make of it (exactly; on an arc as
/// closely as points at each eighth of the way allow).
ChannelCurve curveOf(const CameraPath& path, CameraChannel channel);
/// The channel changes in the course of the path.
bool isMoving(const CameraPath& path, CameraChannel channel);
/// Gives a channel this curve; the keys' poses follow it, and where there are no two keys yet,
/// there are then at the curve's ends. An empty curve gives the channel back to the keys, which
/// keep the poses they have.
void setCurve(CameraPath& path, CameraChannel channel, ChannelCurve curve);
/// Each key's pose becomes what the curves say at its time.
void takeCurvesIntoKeys(CameraPath& path);

// Keys. `i` is an index of path.keys.
void setKeyPose(CameraPath& path, std::size_t i, const CameraPose& pose);
/// Moves a key in time, between its neighbours; curve points at its time go with it.
void moveKey(CameraPath& path, std::size_t i, double at);
/// A key that keeps the move as it is (where its ease allows); returns its index, or that of the
/// key that is there within `tolerance`.
std::size_t insertKey(CameraPath& path, double at, double tolerance = 1e-6);
/// With its points on the curves.
void removeKey(CameraPath& path, std::size_t i);

/// Both moves at once: `added` is played on top of `base`, channel by channel (lenses multiply).
/// Two keys each at the same times with the same ease become two keys, anything else becomes
/// curves. Unrest: that of `added`, else that of `base`.
CameraPath combined(const CameraPath& base, const CameraPath& added);

/// What a camera does once it is given a named move: instead of what it did, or on top of it
/// (`adds`). Its drawing stays; unrest is a layer of its own that only Static takes away.
CameraPath withMove(const CameraPath& base, CameraMove move, const MoveSettings& settings,
                    bool adds);

/// Every lens of the path times `by`, also the one that a camera without keys stands with.
void scaleLens(CameraPath& path, double by);
/// The same path on another sensor: the lenses stay, or change so that the field of view does.
CameraPath onSensor(CameraPath path, double sensorWidthMm, bool keepsFieldOfView);

} // namespace dollygrip
