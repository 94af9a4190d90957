#pragma once

#include "core/geometry/camera.h"
#include "core/multiplane/stage.h"
#include "core/project/ids.h"
#include "core/project/stroke.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace dollygrip {

/// One drawing sheet of a panel: an imported picture under strokes. Transparent where nothing is
/// drawn, except the lowest layer, which lies on paper.
struct Layer {
    LayerId id = LayerId::create();
    QString name;
    double depthM = kDefaultDepthM; ///< metres before the camera at the shot's start, > 0
    double opacity = 1.0;
    bool isVisible = true;
    bool isLocked = false;
    bool isPinnedToCamera = false;
    QString picture;                              ///< hash of an asset, or empty
    multiplane::Placement placement;              ///< where the picture lies
    QList<std::shared_ptr<const Stroke>> strokes; ///< in drawing order, shared between undo steps
    QJsonObject unknown;                          ///< keys of a newer version, kept

    bool operator==(const Layer& other) const;
};

/// One storyboard drawing inside a shot: layers from far (first) to near (last).
struct Panel {
    PanelId id = PanelId::create();
    double start = 0.0;  ///< when it comes, as a fraction of the shot; the first panel's is 0
    QList<Layer> layers; ///< at least one
    QJsonObject unknown;

    bool operator==(const Panel&) const = default;
};

} // namespace dollygrip
