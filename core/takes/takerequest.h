#pragma once

#include "core/generator/request.h"
#include "core/project/film.h"
#include "core/project/panelpainter.h"

namespace dollygrip {

/// Who shoots: a model of a folder on this machine.
struct ModelChoice {
    QString id;   ///< Model::id; empty or "completion": no network
    QString name; ///< for people
    QString folder;

    bool isNetwork() const { return !id.isEmpty() && id != QStringLiteral("completion"); }
};

/// Shot + settings -> Request: the one bridge between film words and model words. Size by quality:
/// move and final at the film's size, draft at 960 wide or less, even numbers; a network's own grid
/// is the engine's business. A move needs no network. With one, the shot's Shooting becomes
/// steering, sampling and LoRAs, and the cast (castOfShot) gives pictures, words and seed; without,
/// the request is the same whatever stands there. Paints the panels, so call it off the main thread
/// when the shot is large. Errors: those of decodePicture() for a cast member's picture. Any
/// thread.
Result<generator::Request> takeRequest(const Shot& shot, const Film& film,
                                       const PanelPainter& painter, generator::Quality quality,
                                       const ModelChoice& model = {});

} // namespace dollygrip
