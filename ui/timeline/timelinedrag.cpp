#include "ui/timeline/timelinedrag.h"

#include "core/geometry/camerachannels.h"
#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "ui/timetext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kShortestMotion = 1e-3;

Result<void> changeIts(Film& film, const TimelineHit& hit,
                       const std::function<void(ShotRegion&)>& change)
{
    return changeRegion(film, *hit.shot, *hit.region, [&](ShotRegion& region) {
        change(region);
        return Result<void>();
    });
}

const Motion* motionOf(const Film& film, const TimelineHit& hit)
{
    const auto shot = film.shot(*hit.shot);
    const ShotRegion* region = shot ? shot->region(*hit.region) : nullptr;
    if (!region)
        return nullptr;
    for (const Motion& motion : region->motions) {
        if (motion.id == *hit.motion)
            return &motion;
    }
    return nullptr;
}

const AudioClip* clipOf(const Film& film, const ClipId& id)
{
    for (const auto& track : film.audio) {
        for (const AudioClip& clip : track->clips) {
            if (clip.id == id)
                return &clip;
        }
    }
    return nullptr;
}

} // namespace

std::optional<TimelineDrag> TimelineDrag::begin(const TimelineHit& hit, const Film& film,
                                                double position, bool isRoll)
{
    TimelineDrag drag;
    switch (hit.part) {
    case TimelinePart::Shot: drag.m_kind = Kind::Reorder; break;
    case TimelinePart::ShotEnd: drag.m_kind = isRoll ? Kind::Roll : Kind::Trim; break;
    case TimelinePart::MotionFrom: drag.m_kind = Kind::MotionFrom; break;
    case TimelinePart::MotionTo: drag.m_kind = Kind::MotionTo; break;
    case TimelinePart::MotionBar: drag.m_kind = Kind::MotionMove; break;
    case TimelinePart::CameraKey: drag.m_kind = Kind::Key; break;
    case TimelinePart::Clip: drag.m_kind = Kind::Clip; break;
    default: return std::nullopt;
    }
    drag.m_hit = hit;
    drag.m_before = film;
    drag.m_preview = film;
    drag.m_start = position;
    drag.m_readoutFrame = position;
    return drag;
}

void TimelineDrag::moveTo(double position, const std::vector<FrameIndex>& snapTo, double reach)
{
    const Cut cut(m_before);
    const CutEntry* entry = m_hit.shot ? cut.of(*m_hit.shot) : nullptr;
    if (m_kind == Kind::Reorder) {
        moveReorder(position);
        return;
    }
    const double span = entry ? double(std::max<FrameIndex>(1, entry->range.length() - 1)) : 1.0;
    if (m_kind == Kind::MotionFrom || m_kind == Kind::MotionTo || m_kind == Kind::MotionMove) {
        moveMotion(motionShift(position, snapTo, reach) / span);
        return;
    }
    // What is moved has a place of its own; the hand may have taken it a little beside.
    double anchor = m_start;
    if (m_kind == Kind::Clip) {
        const AudioClip* clip = clipOf(m_before, *m_hit.clip);
        anchor = clip ? double(clip->at) : m_start;
    } else if (entry && (m_kind == Kind::Trim || m_kind == Kind::Roll)) {
        anchor = double(entry->range.end);
    }
    double target = anchor + position - m_start;
    for (const FrameIndex frame : snapTo) {
        if (std::abs(target - double(frame)) <= reach) {
            target = double(frame);
            break;
        }
    }
    const auto by = FrameIndex(std::lround(target - anchor));
    switch (m_kind) {
    case Kind::Trim:
    case Kind::Roll: moveTrim(by); break;
    case Kind::Key: moveKey(double(by) / span); break;
    case Kind::Clip: moveClip(by); break;
    default: break;
    }
}

// Frames that a bar goes, so that its end, or of the whole bar either end, comes to whole frames
// or to what attracts it.
double TimelineDrag::motionShift(double position, const std::vector<FrameIndex>& snapTo,
                                 double reach) const
{
    const Motion* motion = motionOf(m_before, m_hit);
    const Cut cut(m_before);
    const CutEntry* entry = cut.of(*m_hit.shot);
    if (!motion || !entry)
        return 0;
    const double span = double(entry->range.length() - 1);
    const double left = double(entry->range.first) + motion->path.from * span;
    const double right = double(entry->range.first) + motion->path.to * span + 1;
    const double by = position - m_start;
    struct End {
        double at;
        double by;
        double away;
    };
    const auto drawn = [&](double end) {
        End best{end, std::round(end + by) - end, 1e9};
        for (const FrameIndex frame : snapTo) {
            const double away = std::abs(end + by - double(frame));
            if (away <= reach && away < best.away)
                best = {end, double(frame) - end, away};
        }
        return best;
    };
    if (m_kind == Kind::MotionFrom)
        return drawn(left).by;
    if (m_kind == Kind::MotionTo)
        return drawn(right).by;
    const End a = drawn(left), b = drawn(right);
    return b.away < a.away ? b.by : a.by;
}

void TimelineDrag::setChange(std::function<Result<void>(Film&)> change)
{
    Film next = m_before;
    if (const auto done = change(next); !done)
        return; // stays at the last place that was possible
    m_isChange = !(next == m_before);
    m_preview = next;
    m_change = std::move(change);
}

void TimelineDrag::moveTrim(FrameIndex by)
{
    const ShotId shot = *m_hit.shot;
    const auto before = m_before.shot(shot);
    if (!before)
        return;
    const FrameRate rate = m_before.settings.rate;
    if (m_kind == Kind::Trim) {
        const FrameIndex length = std::max<FrameIndex>(1, before->length + by);
        setChange([shot, length](Film& film) { return trimShot(film, shot, length); });
        by = length - before->length;
    } else {
        const Cut cut(m_before);
        const CutEntry* entry = cut.of(shot);
        const CutEntry* next = cut.at(entry->range.end);
        if (!next)
            return;
        by = std::clamp(by, 1 - before->length, next->shot->length - 1);
        setChange([shot, by](Film& film) { return rollCut(film, shot, by); });
    }
    const auto after = m_preview.shot(shot);
    const CutEntry* place = nullptr;
    const Cut cut(m_preview);
    place = cut.of(shot);
    m_readout = changeText(by, rate) + u"   "_s + lengthText(after->length, rate);
    m_readoutFrame = place ? double(place->range.end) : 0.0;
}

void TimelineDrag::moveReorder(double position)
{
    const Cut cut(m_before);
    const auto& entries = cut.entries();
    if (entries.empty())
        return;
    // The nearest border; at a border between scenes the side of the pointer decides.
    std::size_t best = 0;
    double distance = std::abs(position);
    for (std::size_t i = 1; i <= entries.size(); ++i) {
        const double d = std::abs(position - double(entries[i - 1].range.end));
        if (d < distance) {
            distance = d;
            best = i;
        }
    }
    const FrameIndex border = best == 0 ? 0 : entries[best - 1].range.end;
    const bool goesBehind =
        best == entries.size()
        || (best > 0 && entries[best].scene != entries[best - 1].scene && position < border);
    const CutEntry& beside = goesBehind ? entries[best - 1] : entries[best];
    m_insertAt = border;
    const ShotId moved = *m_hit.shot;
    if (beside.shot->id == moved) {
        m_isChange = false;
        return;
    }
    qsizetype index = 0;
    const auto scene = m_before.scene(beside.scene);
    for (const auto& shot : scene->shots) {
        if (shot->id == beside.shot->id)
            break;
        if (shot->id != moved)
            ++index;
    }
    if (goesBehind)
        ++index;
    const SceneId target = beside.scene;
    setChange([moved, target, index](Film& film) { return moveShot(film, moved, target, index); });
    m_preview = m_before; // a border shows where it goes; the shots stay until it is there
}

void TimelineDrag::moveMotion(double byFraction)
{
    const Motion* motion = motionOf(m_before, m_hit);
    const auto shot = m_before.shot(*m_hit.shot);
    const ShotRegion* region = shot ? shot->region(*m_hit.region) : nullptr;
    if (!motion || !region)
        return;
    double from = motion->path.from;
    double to = motion->path.to;
    if (m_kind == Kind::MotionMove) {
        moveWholeMotion(*region, *motion, byFraction);
    } else {
        if (m_kind == Kind::MotionFrom)
            from = std::clamp(from + byFraction, std::min(0.0, from), to - kShortestMotion);
        else
            to = std::clamp(to + byFraction, from + kShortestMotion, std::max(1.0, to));
        setChange([hit = m_hit, from, to](Film& film) {
            return changeIts(film, hit, [&](ShotRegion& changed) {
                retime(changed, *hit.motion, from, to, kShortestMotion);
            });
        });
    }
    const Motion* now = motionOf(m_preview, m_hit);
    from = now ? now->path.from : from;
    to = now ? now->path.to : to;
    const Cut cut(m_before);
    const CutEntry* entry = cut.of(*m_hit.shot);
    const double span = double(entry->range.length() - 1);
    const double edge = m_kind == Kind::MotionTo ? to : from;
    m_readout =
        tr("frames %1 to %2").arg(std::lround(from * span) + 1).arg(std::lround(to * span) + 1);
    m_readoutFrame = double(entry->range.first) + edge * span;
}

// Past the middle of a neighbour of the same region it takes that one's place in the sequence;
// before that it goes as far as there is room.
void TimelineDrag::moveWholeMotion(const ShotRegion& region, const Motion& motion, double by)
{
    const double middle = (motion.path.from + motion.path.to) / 2 + by;
    const QList<qsizetype> order = inTime(region);
    qsizetype place = 0, wanted = 0;
    double lowest = std::min(0.0, -motion.path.from);
    double highest = std::max(0.0, 1.0 - motion.path.to);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const Motion& other = region.motions[order[i]];
        if (other.id == motion.id) {
            place = i;
            continue;
        }
        wanted += (other.path.from + other.path.to) / 2 < middle;
        if (other.path.to <= motion.path.from + 1e-6)
            lowest = std::max(lowest, other.path.to - motion.path.from);
        else if (other.path.from >= motion.path.to - 1e-6)
            highest = std::min(highest, other.path.from - motion.path.to);
    }
    if (wanted != place) {
        setChange([hit = m_hit, wanted](Film& film) {
            return changeIts(film, hit, [&](ShotRegion& changed) {
                moveInSequence(changed, *hit.motion, wanted);
            });
        });
        return;
    }
    by = std::clamp(by, std::min(lowest, 0.0), std::max(highest, 0.0));
    setChange([hit = m_hit, by](Film& film) {
        return changeIts(film, hit, [&](ShotRegion& changed) {
            for (Motion& one : changed.motions) {
                if (one.id == *hit.motion) {
                    one.path.from += by;
                    one.path.to += by;
                }
            }
        });
    });
}

void TimelineDrag::moveKey(double byFraction)
{
    const auto shot = m_before.shot(*m_hit.shot);
    if (!shot || m_hit.key < 0 || m_hit.key >= int(shot->camera.keys.size()))
        return;
    CameraPath camera = shot->camera;
    auto& keys = camera.keys;
    const auto key = std::size_t(m_hit.key);
    const double step = 1.0 / double(std::max<FrameIndex>(1, shot->length - 1));
    const double lowest = key == 0 ? 0.0 : keys[key - 1].at + step;
    const double highest = key + 1 == keys.size() ? 1.0 : keys[key + 1].at - step;
    if (lowest > highest)
        return;
    dollygrip::moveKey(camera, key, std::clamp(keys[key].at + byFraction, lowest, highest));
    const double at = keys[key].at;
    setChange([id = *m_hit.shot, camera](Film& film) { return setCamera(film, id, camera); });
    const Cut cut(m_before);
    const CutEntry* entry = cut.of(*m_hit.shot);
    const double span = double(entry->range.length() - 1);
    m_readout = tr("key at frame %1").arg(std::lround(at * span) + 1);
    m_readoutFrame = double(entry->range.first) + at * span;
}

void TimelineDrag::moveClip(FrameIndex by)
{
    const AudioClip* clip = clipOf(m_before, *m_hit.clip);
    if (!clip)
        return;
    const FrameIndex at = std::max<FrameIndex>(0, clip->at + by);
    setChange([id = clip->id, at](Film& film) {
        return changeAudioClip(film, id, [&](AudioClip& changed) {
            changed.at = at;
            return Result<void>();
        });
    });
    const FilmSettings& settings = m_before.settings;
    m_readout = changeText(at - clip->at, settings.rate) + u"   "_s
                + QString::fromStdString(timecode(at + settings.startTimecode, settings.rate));
    m_readoutFrame = double(at);
}

QString TimelineDrag::editText() const
{
    switch (m_kind) {
    case Kind::Trim: return tr("Trim shot");
    case Kind::Roll: return tr("Roll cut");
    case Kind::Reorder: return tr("Move shot");
    case Kind::MotionFrom:
    case Kind::MotionTo:
    case Kind::MotionMove: return tr("Time arrow");
    case Kind::Key: return tr("Move camera key");
    case Kind::Clip: return tr("Move sound");
    }
    return {};
}

Result<void> TimelineDrag::apply(Film& film) const
{
    return m_change ? m_change(film) : Result<void>();
}

} // namespace dollygrip::ui
