#pragma once

#include "ui/canvas/guides.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Drags vanishing points, the eyeline and pinned reference pictures (by their corners they are
/// resized); Delete takes a picture or a point away.
class GuideTool : public Tool {
public:
    using Tool::Tool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    bool deleteSelected() override;
    bool fillMenu(QMenu& menu, const PointerEvent& event) override;
    bool hasSelected() const override { return m_chosen.part != Part::None; }
    bool isBusy() const override { return m_draft.has_value(); }
    const GuidesInHand* guidesInHand() const override;
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override;

private:
    enum class Part { None, Point, Eyeline, Picture, Corner };
    struct Handle {
        Part part = Part::None;
        int index = 0;
        int corner = 0; ///< 0 top left, clockwise
        bool operator==(const Handle&) const = default;
    };
    Handle at(const Eigen::Vector2d& place) const;
    bool put(const QString& text, const GuidesInHand& changed);
    void setOpacity(int picture, double opacity);

    Handle m_held;
    Handle m_chosen;
    Handle m_over;
    Eigen::Vector2d m_start{0, 0};
    std::optional<GuidesInHand> m_before;
    std::optional<GuidesInHand> m_draft;
};

} // namespace dollygrip::ui
