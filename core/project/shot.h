#pragma once

#include "core/base/time.h"
#include "core/geometry/camerapath.h"
#include "core/geometry/motionpath.h"
#include "core/geometry/region.h"
#include "core/project/ids.h"
#include "core/project/panel.h"
#include "core/project/shooting.h"

#include <QColor>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace dollygrip {

/// How close the shot is. Unset is allowed: directors name it when it matters.
enum class ShotSize {
    Unset,
    ExtremeLong,
    Long,
    Full,
    MediumLong,
    Medium,
    MediumCloseUp,
    CloseUp,
    ExtremeCloseUp,
    Insert
};

/// From where the camera looks at its subject. Unset is allowed.
enum class ShotAngle {
    Unset,
    EyeLevel,
    High,
    Low,
    Overhead,
    Ground,
    Dutch,
    OverShoulder,
    PointOfView
};

/// How far the shot's boards are. Directors set it by hand.
enum class ShotStatus { Unset, Idea, Rough, Clean, Approved, Revise };

/// Lines to draw by, in picture units; never part of the picture.
struct DrawingGuides {
    std::vector<Eigen::Vector2d> vanishingPoints; ///< none to three
    std::optional<double> eyeline;                ///< height of the horizon
    bool operator==(const DrawingGuides&) const = default;
};

/// A picture beside or over the paper to draw from; never part of the picture.
struct PinnedPicture {
    QString asset;                   ///< hash
    multiplane::Placement placement; ///< on the paper, picture units
    double opacity = 1.0;
    bool operator==(const PinnedPicture&) const = default;
};

/// A drawn arrow.
struct Motion {
    MotionId id = MotionId::create();
    MotionPath path;
    bool operator==(const Motion&) const = default;
};

/// A part of one layer that the motion brush made movable, with its arrows in time order.
struct ShotRegion {
    RegionId id = RegionId::create();
    QString name;
    LayerId layer = LayerId::create();
    Region area;
    QColor colour; ///< its own among the regions; not valid: the theme's
    bool isHeldStill = false;
    bool isLifted = false;
    bool isHidden = false; ///< not shown on the paper; it moves all the same
    /// The region that takes it along; one that the shot does not have counts as none.
    std::optional<RegionId> follows;
    QList<Motion> motions;
    bool operator==(const ShotRegion&) const = default;
};

/// One uninterrupted view. A value: a Shot on record never changes, an edit puts a new one in its
/// place (Document::edit). What it is called and how long it is stands here; where it stands in
/// the film is the scene's business.
struct Shot {
    ShotId id = ShotId::create();
    QString name;              ///< "12A"
    bool isNameLocked = false; ///< renumbering leaves the name as it is
    FrameIndex length = 48;    ///< frames, >= 1
    QString prompt;
    QString negativePrompt;
    ShotSize size = ShotSize::Unset;
    ShotAngle angle = ShotAngle::Unset;
    ShotStatus status = ShotStatus::Unset;
    QString note;
    QList<std::shared_ptr<const Panel>> panels; ///< at least one, start rising
    QList<ShotRegion> regions;
    CameraPath camera;
    std::optional<TakeId> circledTake; ///< the take that plays
    std::uint64_t seed = 1;
    DrawingGuides guides;
    QList<PinnedPicture> pinned;
    Shooting shooting; ///< how networks are to shoot it
    QJsonObject unknown;

    bool operator==(const Shot& other) const;

    /// Frame (of the shot) at which panel `index` comes.
    FrameIndex panelStart(qsizetype index) const;
    /// Index of the panel on stage at a frame of the shot.
    qsizetype panelAt(FrameIndex frame) const;
    const Panel* panelOfLayer(const LayerId& layer) const;
    const Layer* layer(const LayerId& layer) const;
    const ShotRegion* region(const RegionId& region) const;
    /// Those that take a region along: the one it follows, then the one that that follows …
    std::vector<const ShotRegion*> leaders(const ShotRegion& region) const;
    /// Anything moves: a region with an arrow, or the camera.
    bool hasMove() const;
};

/// A shot with one empty panel of one layer.
Shot emptyShot(const QString& name, FrameIndex length);

QString toText(ShotSize size); ///< "MCU"; "" when unset
std::optional<ShotSize> shotSizeFromText(const QString& text);
QString toText(ShotAngle angle); ///< "low", "over-shoulder"; "" when unset
std::optional<ShotAngle> shotAngleFromText(const QString& text);
QString toText(ShotStatus status); ///< "rough"; "" when unset
std::optional<ShotStatus> shotStatusFromText(const QString& text);

} // namespace dollygrip
