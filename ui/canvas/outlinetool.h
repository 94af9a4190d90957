#pragma once

#include "ui/canvas/outlinesearch.h"
#include "ui/canvas/tool.h"

#include <QElapsedTimer>
#include <QTimer>

namespace dollygrip::ui {

/// Finds the outline of a thing that is clicked, or that a box is dragged around. More clicks with
/// Shift add to it, with Alt or Ctrl they take away; Return or a click into it makes it a region,
/// Escape drops it or stops the search. With Shift and nothing found yet it adds to the selected
/// region.
class OutlineTool : public Tool {
public:
    explicit OutlineTool(ToolHost& host);

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    bool finish() override;
    bool stepBack() override;
    bool deleteSelected() override;
    bool isBusy() const override { return m_isPressed || !m_wish.isEmpty(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    bool isSearching() const { return m_search.isRunning(); }
    const multiplane::Outlines& found() const { return m_found.outlines; }

private:
    void search();
    void accept();
    bool isInFound(const Eigen::Vector2d& position) const;

    OutlineSearch m_search;
    QTimer m_turn; ///< of the progress sign
    QElapsedTimer m_since;
    multiplane::OutlineWish m_wish;
    QList<multiplane::OutlineWish> m_steps; ///< before each click
    OutlineSearch::Found m_found;
    Eigen::Vector2d m_start{0, 0};
    Eigen::Vector2d m_at{0, 0};
    Qt::KeyboardModifiers m_modifiers;
    bool m_isPressed = false;
    bool m_isBox = false;
    bool m_addsToRegion = false;
};

} // namespace dollygrip::ui
