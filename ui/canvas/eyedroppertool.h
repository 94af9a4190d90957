#pragma once

#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Takes the colour of what is seen under the pen. Makes no edit.
class EyedropperTool : public Tool {
public:
    explicit EyedropperTool(ToolHost& host) : Tool(host) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override { m_hover.reset(); }
    bool cancel() override;
    bool isBusy() const override { return m_isPressed; }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override;

private:
    bool m_isPressed = false;
    QColor m_before;
    std::optional<Eigen::Vector2d> m_hover;
};

} // namespace dollygrip::ui
