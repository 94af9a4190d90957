#pragma once

#include "core/project/film.h"

#include <functional>

namespace dollygrip::ui {

class Session;

/// Makes one undo step of a change; false when it was refused.
using EditFilm =
    std::function<bool(const QString& text, const std::function<Result<void>(Film&)>& change)>;

/// Puts the selected region with its arrows on the clipboard, or all of the shot when none is
/// selected. False when there is nothing.
bool copyMotion(const Session& session);
bool canPasteMotion();
/// Puts copied motion into shots, as one undo step. Where a region of the same name is, or in the
/// current shot the selected one, it gets the arrows with their timing and keeps its shape; else
/// the region comes with its shape, on the layer in hand or the nearest of the first panel.
/// `arrowsOnly`: shots without such a region stay as they are. False when nothing came of it.
bool pasteMotion(Session& session, const QList<ShotId>& shots, bool arrowsOnly,
                 const EditFilm& edit);

} // namespace dollygrip::ui
