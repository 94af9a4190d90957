#pragma once

#include "ui/brush/penfeel.h"
#include "ui/canvas/tool.h"

#include <QList>

#include <optional>

namespace dollygrip::ui {

/// Steadies one movement of the pen. What it has given out never changes; when the pen leaves the
/// paper the rest of the way follows.
class Stabiliser {
public:
    Stabiliser(Steadying kind, double strength, const CanvasFrame& frame, bool catchesUp = true);

    void begin(const PointerEvent& event);
    /// Where the line goes when the pen is here; nothing while it holds back.
    std::optional<PointerEvent> follow(const PointerEvent& event);
    /// The way that is still to go when the pen is lifted. A line on a string that does not catch
    /// up ends where it is.
    QList<PointerEvent> end(const PointerEvent& event);
    /// The string between line and pen, to be shown.
    std::optional<std::pair<Eigen::Vector2d, Eigen::Vector2d>> string() const;

private:
    PointerEvent average() const;

    Steadying m_kind;
    CanvasFrame m_frame;
    bool m_catchesUp;
    std::size_t m_memory = 1; ///< samples that count
    double m_length = 0;      ///< of the string, picture heights
    QList<PointerEvent> m_lately;
    PointerEvent m_tip; ///< where the line is
    Eigen::Vector2d m_pen{0, 0};
};

} // namespace dollygrip::ui
