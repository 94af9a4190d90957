#pragma once

#include "core/geometry/camera.h"
#include "core/multiplane/stage.h"
#include "core/project/ids.h"
#include "core/project/stroke.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace dollygrip {

/// Layers that are folded, hidden, locked and faded together. Its layers lie side by side.
struct LayerGroup {
    GroupId id = GroupId::create();
    QString name;
    bool isVisible = true;
    bool isLocked = false;
    bool isFolded = false;
    double opacity = 1.0; ///< times that of each layer
    bool operator==(const LayerGroup&) const = default;
};

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
    multiplane::Blend blend = multiplane::Blend::Normal;
    std::optional<GroupId> group; ///< one of its panel's groups
    /// A background that several panels share: layers with the same id have the same content
    /// (name, depth, opacity, blend, pin, picture, placement, strokes) all through the film.
    std::optional<SharedId> shared;
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
    QList<LayerGroup> groups;
    QString action;   ///< what happens, under the board
    QString dialogue; ///< what is said, under the board
    QJsonObject unknown;

    const LayerGroup* groupOf(const Layer& layer) const; ///< null when it is in none
    bool isShown(const Layer& layer) const;              ///< neither it nor its group is hidden
    bool isLocked(const Layer& layer) const;             ///< or its group is
    double opacityOf(const Layer& layer) const;          ///< with its group's
    bool operator==(const Panel&) const = default;
};

/// The panel with its layers listed as they are painted, far to near; as it is where that would
/// tear a group apart.
Panel inPaintOrder(const Panel& panel);

} // namespace dollygrip
