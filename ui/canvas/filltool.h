#pragma once

#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Pours colour into the area around the pen that lines enclose, found in the pool; the area
/// becomes a filled outline under the layer's lines or on top of them.
class FillTool : public Tool {
public:
    explicit FillTool(ToolHost& host) : Tool(host) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent&) override {}
    void release(const PointerEvent&) override {}
    void hover(const PointerEvent& event) override;
    void leave() override { m_hover.reset(); }
    bool cancel() override;
    bool isBusy() const override { return m_at.has_value(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    void place(const Stroke& stroke, const ShotId& shot, const LayerId& layer);

    std::optional<Eigen::Vector2d> m_at; ///< where the search under way began
    std::optional<Eigen::Vector2d> m_hover;
    quint64 m_search = 0;
};

} // namespace dollygrip::ui
