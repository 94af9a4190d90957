#pragma once

#include <ATen/core/Tensor.h>

namespace dollygrip::conditioning {

/// The pictures that control branches were taught to read. Pictures are [3, H, W] float32 in
/// -1…1, masks [1, H, W] in 0…1. Pure functions of one frame.

/// A drawing rather than a photo: most of it is bright, colourless ground that lies smooth against
/// its surroundings (paper, also one photographed by hand), or a good part of it is filled
/// with exactly even colours.
bool isDrawing(const at::Tensor& picture);

/// Dark strokes on white out of a drawing; tones and fills leave their outlines.
at::Tensor lineArt(const at::Tensor& picture);
/// The same of a photo: its edges, as if with a soft pencil (extended difference of Gaussians).
at::Tensor pencilEdges(const at::Tensor& picture);

/// Luminance (BT.601) in all three colours.
at::Tensor grayLook(const at::Tensor& picture);

/// Middlebury colour wheel: flow [2, H, W] in pixels, the longest of the frame in full colour;
/// white where nothing moves.
at::Tensor flowLook(const at::Tensor& flow);

/// Nearness [1, H, W] (1 / metres, 0: nothing there) from the frame's farthest (black) to its
/// nearest (white); grey where all is equally far.
at::Tensor depthLook(const at::Tensor& nearness);

/// Outlines, black on white, of areas [regions, H, W] (inside from one half), 3 pixels wide at 480
/// rows; or the areas filled, white on black.
at::Tensor layoutLook(const at::Tensor& regions, bool whiteOnBlack);

/// A mask grown by `pixels` to all sides, cut at one half: [1, H, W] of 0 and 1.
at::Tensor grown(const at::Tensor& mask, int pixels);

} // namespace dollygrip::conditioning
