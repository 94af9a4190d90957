#pragma once

#include "ui/canvas/textkeys.h"
#include "ui/canvas/tool.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace dollygrip::ui {

/// Letters typed in place. A click begins a line there, a drag also gives its direction; a click
/// on letters edits them again. Escape, Ctrl+Return, a click elsewhere or another tool ends typing
/// and keeps what was typed: one undo step.
class TextTool : public Tool {
public:
    explicit TextTool(ToolHost& host);
    ~TextTool() override;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override;
    bool cancel() override;
    bool isBusy() const override { return m_keys != nullptr || m_from.has_value(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::IBeamCursor; }

private:
    std::shared_ptr<const Stroke> textAt(const Eigen::Vector2d& place) const;
    bool isOver(const Stroke& text, const Eigen::Vector2d& place) const;
    void begin(const Stroke& text, const std::shared_ptr<const Stroke>& old, qsizetype cursor);
    void follow();
    void followBrush();
    void end();
    void placeCursor(const PointerEvent& event, bool isExtending);

    std::optional<Eigen::Vector2d> m_from; ///< pressed, nothing typed yet
    std::optional<Eigen::Vector2d> m_hover;
    Eigen::Vector2d m_to{0, 0};
    QPointer<TextKeys> m_keys; ///< takes the typing
    Stroke m_text;
    std::shared_ptr<const Stroke> m_old; ///< what is edited, null for a new text
    std::optional<ShotId> m_shot;
    std::optional<LayerId> m_layer;
    bool m_isCursorShown = true;
    bool m_isEnding = false;
};

} // namespace dollygrip::ui
