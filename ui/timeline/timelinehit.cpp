#include "ui/timeline/timelinehit.h"

#include "core/project/motionediting.h"
#include "ui/canvas/regioncolours.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kGrip = 6.0; ///< pixels on both sides of what can be taken hold of

double frameOf(const CutEntry& entry, double fraction)
{
    return double(entry.range.first) + fraction * double(entry.range.length() - 1);
}

TimelineHit shotHit(const Cut& cut, const TimelineLayout& layout, const QPointF& at)
{
    TimelineHit hit;
    const FrameIndex frame = std::max<FrameIndex>(0, layout.frameUnder(at.x()));
    const CutEntry* entry = cut.at(std::min(frame, cut.length() - 1));
    if (!entry)
        return hit;
    // A short shot keeps some middle to take hold of.
    const double width = double(entry->range.length()) * layout.pixelsPerFrame();
    const double grip = std::min(kGrip, width / 3);
    const double end = layout.x(double(entry->range.end));
    if (std::abs(at.x() - end) <= (at.x() > end ? kGrip : grip)) {
        hit.part = TimelinePart::ShotEnd;
        hit.shot = entry->shot->id;
        return hit;
    }
    const double start = layout.x(double(entry->range.first));
    if (at.x() - start <= grip && entry->range.first > 0) {
        hit.part = TimelinePart::ShotEnd;
        hit.shot = cut.at(entry->range.first - 1)->shot->id;
        return hit;
    }
    if (at.x() <= end) {
        hit.part = TimelinePart::Shot;
        hit.shot = entry->shot->id;
    }
    return hit;
}

TimelineHit motionHit(const CutEntry& entry, const TimelineLayout& layout, const QPointF& at)
{
    TimelineHit hit;
    for (const MotionBar& bar : motionBars(entry, layout)) {
        if (!bar.rect.adjusted(-kGrip, -1, kGrip, 1).contains(at))
            continue;
        const double grip = std::min(kGrip, bar.rect.width() / 3);
        hit.part = TimelinePart::MotionBar;
        if (at.x() <= bar.rect.left() + grip)
            hit.part = TimelinePart::MotionFrom;
        else if (at.x() >= bar.rect.right() - grip)
            hit.part = TimelinePart::MotionTo;
        hit.shot = entry.shot->id;
        hit.region = bar.region;
        hit.motion = bar.motion;
        return hit;
    }
    return hit;
}

} // namespace

std::vector<MotionBar> motionBars(const CutEntry& entry, const TimelineLayout& layout)
{
    std::vector<MotionBar> bars;
    std::vector<std::size_t> lanes;
    std::size_t laneCount = 0;
    for (const ShotRegion& region : entry.shot->regions) {
        // Arrows of one region share a line unless they play at the same time.
        std::vector<double> ends;
        for (const qsizetype index : inTime(region)) {
            const Motion& motion = region.motions[index];
            const auto free = std::find_if(ends.begin(), ends.end(), [&](double end) {
                return end <= motion.path.from + 1e-6;
            });
            const auto lane = std::size_t(free - ends.begin());
            if (free == ends.end())
                ends.push_back(motion.path.to);
            else
                *free = motion.path.to;
            MotionBar bar;
            bar.region = region.id;
            bar.motion = motion.id;
            bar.name = region.name;
            bar.colour = regionColour(region);
            const double from = std::clamp(motion.path.from, 0.0, 1.0);
            const double to = std::clamp(motion.path.to, 0.0, 1.0);
            // Where one ends and the next begins in the same frame, they meet in its middle.
            const auto meets = [&](double at, bool isEnd) {
                return std::any_of(
                    region.motions.begin(), region.motions.end(), [&](const Motion& other) {
                        return other.id != motion.id
                               && std::abs((isEnd ? other.path.from : other.path.to) - at) < 1e-6;
                    });
            };
            const double left =
                layout.x(frameOf(entry, from) + (meets(motion.path.from, false) ? 0.5 : 0));
            const double right =
                layout.x(frameOf(entry, to) + (meets(motion.path.to, true) ? 0.5 : 1));
            bar.rect = QRectF(left, 0, std::max(2.0, right - left), 0);
            bars.push_back(bar);
            lanes.push_back(laneCount + lane);
        }
        laneCount += ends.size();
    }
    const QRectF row = QRectF(layout.rows().motion).adjusted(0, 2, 0, -2);
    const double lane = row.height() / double(std::max<std::size_t>(2, laneCount));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        QRectF& rect = bars[i].rect;
        const double gap = lane > 4 ? 1.0 : 0.0;
        rect = QRectF(rect.left(), row.top() + double(lanes[i]) * lane, rect.width(),
                      std::max(1.5, lane - gap));
    }
    return bars;
}

QPointF cameraKeyPlace(const CutEntry& entry, int key, const TimelineLayout& layout)
{
    const double at = std::clamp(entry.shot->camera.keys[std::size_t(key)].at, 0.0, 1.0);
    return {layout.x(frameOf(entry, at) + 0.5), QRectF(layout.rows().camera).center().y()};
}

std::vector<ClipPlace> clipPlaces(const Film& film, const TimelineLayout& layout)
{
    std::vector<ClipPlace> places;
    for (const auto& track : film.audio) {
        for (const AudioClip& clip : track->clips)
            places.push_back({track.get(), &clip, {}});
    }
    std::stable_sort(places.begin(), places.end(), [](const ClipPlace& a, const ClipPlace& b) {
        return a.clip->at < b.clip->at;
    });
    // Each goes to the first lane that is free where it begins.
    const double rate = film.settings.rate.perSecond();
    std::vector<double> laneEnds;
    std::vector<std::size_t> lanes;
    for (const ClipPlace& place : places) {
        const auto start = double(place.clip->at);
        const auto free = std::find_if(laneEnds.begin(), laneEnds.end(),
                                       [&](double end) { return end <= start + 1e-6; });
        const auto lane = std::size_t(free - laneEnds.begin());
        const double end = start + place.clip->lengthSeconds * rate;
        if (free == laneEnds.end())
            laneEnds.push_back(end);
        else
            *free = end;
        lanes.push_back(lane);
    }
    const QRectF row = QRectF(layout.rows().sound).adjusted(0, 1, 0, -1);
    const double height = row.height() / double(std::max<std::size_t>(1, laneEnds.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        const AudioClip& clip = *places[i].clip;
        const double left = layout.x(double(clip.at));
        const double right = layout.x(double(clip.at) + clip.lengthSeconds * rate);
        places[i].rect = QRectF(left, row.top() + double(lanes[i]) * height,
                                std::max(3.0, right - left), std::max(2.0, height - 1));
    }
    return places;
}

TimelineHit timelineHit(const Film& film, const Cut& cut, const TimelineLayout& layout,
                        const QPointF& at)
{
    TimelineHit hit;
    if (at.x() < TimelineLayout::kHeader)
        return hit;
    const TimelineRows rows = layout.rows();
    const QPoint pixel = at.toPoint();
    if (rows.ruler.contains(pixel)) {
        hit.part = TimelinePart::Ruler;
        return hit;
    }
    if (rows.sound.contains(pixel)) {
        for (const ClipPlace& place : clipPlaces(film, layout)) {
            if (!place.rect.contains(at))
                continue;
            hit.part = TimelinePart::Clip;
            hit.clip = place.clip->id;
        }
        return hit;
    }
    if (rows.shots.contains(pixel))
        return shotHit(cut, layout, at);
    // Ends of bars and keys can be taken hold of a little beyond their shot.
    for (const double beside : {0.0, -kGrip, kGrip}) {
        const CutEntry* entry = cut.at(layout.frameUnder(at.x() + beside));
        if (!entry)
            continue;
        if (rows.motion.contains(pixel)) {
            if (const TimelineHit found = motionHit(*entry, layout, at);
                found.part != TimelinePart::Nothing)
                return found;
        } else if (rows.camera.contains(pixel)) {
            for (int key = 0; key < int(entry->shot->camera.keys.size()); ++key) {
                const QPointF place = cameraKeyPlace(*entry, key, layout);
                if (std::abs(place.x() - at.x()) <= kGrip) {
                    hit.part = TimelinePart::CameraKey;
                    hit.shot = entry->shot->id;
                    hit.key = key;
                    return hit;
                }
            }
        }
    }
    // Empty room of a row belongs to its shot.
    if (rows.motion.contains(pixel) || rows.camera.contains(pixel)) {
        if (const CutEntry* entry = cut.at(layout.frameUnder(at.x()))) {
            hit.part = TimelinePart::Shot;
            hit.shot = entry->shot->id;
        }
    }
    return hit;
}

} // namespace dollygrip::ui
