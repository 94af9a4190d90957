#pragma once

#include "core/project/film.h"

#include <QSize>

namespace dollygrip {

/// What becomes of drawings when the frame gets another shape or size.
enum class Reframing {
    Crop,  ///< the old frame fills the new one; what does not fit lies outside it
    Fit,   ///< all of the old frame stands in the new one, with paper beside it
    Extend ///< drawings keep their size in pixels; the frame shows more paper, or less
};

/// The way of a point from the old frame into the new one, about the middle of both. Everything
/// drawn keeps its proportions; the lens changes so that the camera stands and moves in the same
/// world and every moved point of every frame lands where this says.
struct FrameChange {
    double oldAspect = 1.0;
    double newAspect = 1.0;
    double scale = 1.0; ///< an old picture height in new picture heights

    FrameChange(const QSize& from, const QSize& to, Reframing how);
    Eigen::Vector2d operator()(const Eigen::Vector2d& point) const;
    bool isNothing() const { return oldAspect == newAspect && scale == 1.0; }
};

/// A shot drawn for the old frame as it is in the new one.
Shot reframed(const Shot& shot, const FrameChange& change);
/// The same for a panel alone.
Panel reframed(const Panel& panel, const FrameChange& change);

/// Gives the film another picture size and takes every shot along.
Result<void> reframeFilm(Film& film, const QSize& size, Reframing how);

} // namespace dollygrip
