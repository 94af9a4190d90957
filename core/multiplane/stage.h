#pragma once

#include "core/base/contenthash.h"
#include "core/base/image.h"
#include "core/base/time.h"
#include "core/geometry/camerapath.h"
#include "core/geometry/motionpath.h"
#include "core/geometry/region.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dollygrip::multiplane {

/// Where a plane's picture lies in picture units of the frame (the frame is 0,0 … 1,1).
/// A picture that reaches beyond the frame has pixels for the camera to find there.
struct Placement {
    double x = 0.0;
    double y = 0.0;
    double width = 1.0;
    double height = 1.0;
    bool operator==(const Placement&) const = default;
};

/// How a sheet lies on what is behind it (the W3C's Compositing and Blending Level 1).
enum class Blend { Normal, Multiply, Screen, Overlay, Add };

/// A region on a plane and what it does. Held still: it keeps its place against its neighbours'
/// pull. Lifted: it leaves as its own sheet and what was behind it is a hole. Else it bends.
struct PlaneRegion {
    Region region;
    bool heldStill = false;
    bool lifted = false;
    std::vector<MotionPath> motions; ///< in time order; empty: does not move by itself
    /// What takes it along: the motions of the region that it follows, then of the one that that
    /// follows, and so on. Its own motion happens on them.
    std::vector<std::vector<MotionPath>> carriers;

    /// Whether it goes anywhere: not when held still, nor without arrows of its own or a carrier's.
    bool moves() const;
    bool operator==(const PlaneRegion&) const = default;
};

/// One drawing sheet at a depth.
struct Plane {
    Image picture; ///< premultiplied RGBA; transparent where nothing is drawn
    Placement placement;
    double depthM = kDefaultDepthM;
    double opacity = 1.0;
    Blend blend = Blend::Normal;
    FrameRange visible;          ///< frames of the shot in which it is on stage (its panel's time)
    bool pinnedToCamera = false; ///< a title or a frame edge: unmoved by the camera
    std::vector<PlaneRegion> regions;
};

/// All that one shot shows: planes, regions, motion, camera. Plain values, no Qt; what the window
/// plays and what the generator is given are both made from it.
struct Stage {
    double aspect = 16.0 / 9.0; ///< width / height of the film's frame
    FrameIndex frames = 1;
    FrameRate rate;
    std::vector<Plane> planes; ///< far to near: painted in this order
    CameraPath camera;
    std::uint8_t paper[3] = {246, 243, 236}; ///< shown where there is nothing at all

    /// The camera at frame n, with its hand-held unrest.
    Camera cameraAt(double frame) const;
};

/// Numbers and picture hashes as text, the same for the same stage everywhere. Pixels enter by
/// their content hash only (`pictureHash`), so the text stays small.
std::string toText(const Stage& stage);
ContentHash pictureHash(const Image& image);

} // namespace dollygrip::multiplane
