#pragma once

#include "core/project/film.h"

#include <functional>

namespace dollygrip {

/// The film is shot on another sensor: the lenses of all shots stay as they are, or change so that
/// every picture shows as much as before.
Result<void> changeSensor(Film& film, double widthMm, bool keepsFieldOfView);

/// Something in a move that a director wants to know before it is shot.
struct CameraWarning {
    enum class Kind {
        PassesThrough, ///< the camera goes through a sheet of the drawing
        PaperRunsOut   ///< nothing is drawn where the camera looks
    };
    enum class Side { Left, Right, Top, Bottom };
    Kind kind = Kind::PaperRunsOut;
    FrameIndex frame = 0; ///< of the shot; the first at which it happens
    QString layer;        ///< PassesThrough
    Side side = Side::Left;
    bool operator==(const CameraWarning&) const = default;
};

/// In the order of time. `extent`: how far a layer's drawing reaches (PanelPainter::extent). Any
/// thread.
QList<CameraWarning>
cameraWarnings(const Shot& shot, const FilmSettings& settings,
               const std::function<multiplane::Placement(const Layer&)>& extent);

} // namespace dollygrip
