#pragma once

#include "core/project/cut.h"
#include "ui/timeline/timelinelayout.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace dollygrip::ui {

enum class TimelinePart {
    Nothing,
    Ruler,
    Shot,
    ShotEnd, ///< the border at the end of a shot
    MotionBar,
    MotionFrom, ///< the bar's left end
    MotionTo,   ///< the bar's right end
    CameraKey,
    Clip
};

/// What lies under a point of the timeline.
struct TimelineHit {
    TimelinePart part = TimelinePart::Nothing;
    std::optional<ShotId> shot;
    std::optional<RegionId> region;
    std::optional<MotionId> motion;
    std::optional<ClipId> clip;
    int key = -1;
};

/// One arrow of a shot as a bar.
struct MotionBar {
    RegionId region = RegionId::create();
    MotionId motion = MotionId::create();
    QRectF rect;
    QString name; ///< of its region
    QColor colour;
};

/// The bars of one shot, a lane for each region: arrows that follow one another lie in one line.
/// Pure.
std::vector<MotionBar> motionBars(const CutEntry& entry, const TimelineLayout& layout);
/// Middle of a camera key's diamond.
QPointF cameraKeyPlace(const CutEntry& entry, int key, const TimelineLayout& layout);
/// One sound of a track where it is shown.
struct ClipPlace {
    const AudioTrack* track = nullptr; ///< of the film given
    const AudioClip* clip = nullptr;
    QRectF rect;
};
/// All sounds; those that play at the same time lie below each other. Pure.
std::vector<ClipPlace> clipPlaces(const Film& film, const TimelineLayout& layout);

TimelineHit timelineHit(const Film& film, const Cut& cut, const TimelineLayout& layout,
                        const QPointF& at);

} // namespace dollygrip::ui
