#pragma once

#include "ui/timeline/timelinehit.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <optional>

namespace dollygrip::ui {

/// A gesture on the timeline that is still under the hand: what the film would be, in pictures and
/// in words. The document is untouched until the view makes one edit of it. A value; pure.
class TimelineDrag {
    Q_DECLARE_TR_FUNCTIONS(TimelineDrag)
public:
    /// Nothing for parts that cannot be dragged. `isRoll`: moves the cut and keeps the total.
    static std::optional<TimelineDrag> begin(const TimelineHit& hit, const Film& film,
                                             double position, bool isRoll);

    /// `position` in fractions of frames; `snapTo`: film frames that attract within `reach`
    /// frames.
    void moveTo(double position, const std::vector<FrameIndex>& snapTo, double reach);

    const TimelineHit& hit() const { return m_hit; }
    /// The film as it would be.
    const Film& preview() const { return m_preview; }
    bool changesAnything() const { return m_isChange; }
    /// "+12 f   2 s 04 f"; empty for a reorder.
    QString readout() const { return m_readout; }
    /// Where the readout belongs, film frames.
    double readoutFrame() const { return m_readoutFrame; }
    /// Of a dragged shot: the border in front of which it would go, film frames.
    std::optional<FrameIndex> insertAt() const { return m_insertAt; }

    QString editText() const;
    Result<void> apply(Film& film) const;

private:
    enum class Kind { Trim, Roll, Reorder, MotionFrom, MotionTo, MotionMove, Key, Clip };

    void setChange(std::function<Result<void>(Film&)> change);
    void moveTrim(FrameIndex by);
    void moveReorder(double position);
    void moveMotion(double byFraction);
    void moveWholeMotion(const ShotRegion& region, const Motion& motion, double by);
    double motionShift(double position, const std::vector<FrameIndex>& snapTo, double reach) const;
    void moveKey(double byFraction);
    void moveClip(FrameIndex by);

    Kind m_kind = Kind::Trim;
    TimelineHit m_hit;
    Film m_before;
    Film m_preview;
    double m_start = 0;
    double m_readoutFrame = 0;
    bool m_isChange = false;
    QString m_readout;
    std::optional<FrameIndex> m_insertAt;
    std::function<Result<void>(Film&)> m_change;
};

} // namespace dollygrip::ui
