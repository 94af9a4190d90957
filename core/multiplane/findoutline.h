#pragma once

#include "core/base/image.h"

#include <Eigen/Core>

#include <optional>
#include <stop_token>
#include <vector>

namespace dollygrip::multiplane {

/// Closed polygons; in this header in units of the picture looked at: 0…1 over its width and its
/// height. They join; a polygon that crosses itself is even-odd, so it can have holes.
using Outlines = std::vector<std::vector<Eigen::Vector2d>>;

/// What somebody pointed at.
struct OutlineWish {
    std::vector<Eigen::Vector2d> inside;  ///< belongs to it
    std::vector<Eigen::Vector2d> outside; ///< does not
    /// A box around it: minimum and maximum corner.
    struct Box {
        Eigen::Vector2d min{0, 0};
        Eigen::Vector2d max{1, 1};
        bool operator==(const Box&) const = default;
    };
    std::optional<Box> box;

    bool isEmpty() const { return inside.empty() && !box; }
    bool operator==(const OutlineWish&) const = default;
};

struct FoundOutline {
    Outlines outlines;      ///< empty: nothing was found, or it was stopped
    bool isDrawing = false; ///< it was looked at as lines on ground, not as a photo or a painting
};

/// The outline of the thing pointed at. In a drawing (much of it transparent, or one even ground):
/// what its lines enclose around a point, small gaps closed; a point on a line takes all that hangs
/// together with it; a box, all that is drawn in it. In a photo or a painting: what differs from
/// its surroundings (GrabCut: Rother, Kolmogorov & Blake 2004), its contour drawn to the edges.
/// Works at a reduced size; a second at most for a picture of any size. Pure; any thread. OpenCV's
/// exceptions pass.
FoundOutline findOutline(const Image& picture, const OutlineWish& wish, std::stop_token stop = {});

/// The outlines drawn to the strongest edges of the picture that are not farther away than `reach`
/// picture heights; where there are none they stay. Pure; any thread.
Outlines snappedToEdges(const Image& picture, const Outlines& outlines, double reach,
                        std::stop_token stop = {});

} // namespace dollygrip::multiplane
