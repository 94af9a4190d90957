#pragma once

#include "core/project/shot.h"
#include "ui/canvas/tool.h"

#include <memory>
#include <optional>

namespace dollygrip::ui {

/// Dragging what is drawn of an arrow: one of its points, all of it, or, at the ghost of its end,
/// how far its region turns and grows. Used by the select and the arrow tool. Shows the change as
/// the session's draft, so that the move plays under the hand; one edit at the end. Arrows that
/// follow one another stay joined.
class ArrowEdit {
public:
    explicit ArrowEdit(ToolHost& host) : m_host(host) {}

    /// Takes hold of the arrow under the pointer, selects it. False when there is none.
    bool press(const PointerEvent& event);
    void move(const PointerEvent& event);
    void release();
    bool cancel();
    bool isBusy() const { return m_held.has_value(); }
    /// A double click: on an arrow one more point there, on a point corner or smooth. False when
    /// there is none under it.
    bool doubleClick(const PointerEvent& event);
    /// Takes the chosen point away, else the selected arrow.
    bool deleteSelected();
    /// Moves the chosen point, else the selected arrow. False when none is selected.
    bool nudge(const Eigen::Vector2d& by);
    /// What can be done with the arrow under the pointer. False when there is none.
    bool fillMenu(QMenu& menu, const PointerEvent& event);

    /// The arrow under a place, for showing it.
    std::optional<MotionId> arrowAt(const Eigen::Vector2d& position) const;
    /// Marks the chosen point.
    void paint(QPainter& painter, const CanvasFrame& frame) const;

private:
    enum class Part { Line, Point, Turn, Scale };
    struct Hit {
        RegionId region;
        MotionId motion;
        Part part = Part::Line;
        std::size_t point = 0; ///< drawn point, or the one before the place on the line
    };
    std::optional<Hit> hitAt(const Eigen::Vector2d& position) const;
    std::optional<Hit> handleAt(const Shot& shot, const Eigen::Vector2d& position) const;
    void dragEnd(MotionPath& path, const PointerEvent& event) const;
    bool change(const QString& text, const Hit& hit,
                const std::function<void(ShotRegion&, qsizetype)>& how, const QString& key = {});
    /// The chosen point of the selected arrow.
    std::optional<Hit> chosen() const;

    ToolHost& m_host;
    std::optional<Hit> m_held;
    std::shared_ptr<const Shot> m_before;
    Eigen::Vector2d m_start{0, 0};
    Eigen::Vector2d m_end{0, 0}; ///< where the held arrow's region ends: its middle
    bool m_hasMoved = false;
    std::optional<std::pair<MotionId, std::size_t>> m_chosen;
};

} // namespace dollygrip::ui
