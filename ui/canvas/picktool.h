#pragma once

#include "ui/canvas/picked.h"
#include "ui/canvas/tool.h"
#include "ui/canvas/transformbox.h"

#include <QPointer>

#include <optional>

namespace dollygrip::ui {

class TransformBar;

/// Picks strokes (by a click, a lasso, with Ctrl a rectangle) and moves, stretches, turns, skews,
/// mirrors, copies and deletes them. The cutting one cuts along its lasso: lines end at its edge,
/// fills and pictures are clipped. One gesture is one undo step; Escape gives it back.
class PickTool : public Tool {
public:
    PickTool(ToolHost& host, bool isCutting) : Tool(host), m_isCutting(isCutting) {}
    ~PickTool() override;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    bool deleteSelected() override;
    bool nudge(const Eigen::Vector2d& by) override;
    bool wantsKey(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    bool fillMenu(QMenu& menu, const PointerEvent& event) override;
    bool isBusy() const override { return m_gesture != Gesture::None; }
    bool hasSelected() const override;
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override;

    /// All that is drawn on the chosen layers, their pictures too.
    void selectAll();
    void clear();
    const Picked& picked() const;
    /// One undo step of that name.
    bool apply(const QString& text, const QTransform& transform, const QString& mergeKey = {});
    void flip(bool isSideways);
    void copy() const;
    void paste();
    void duplicate();

private:
    enum class Gesture { None, Press, Lasso, Band, Transform };

    double aspect() const;
    QPointF inHeights(const Eigen::Vector2d& place) const;
    TransformBox box() const;
    std::shared_ptr<const Panel> shownPanel() const;
    QList<LayerId> reachable() const;
    void follow() const;
    void pickAt(const QPointF& point, bool adds);
    void pickInside(const QPainterPath& area, bool adds);
    void beginTransform();
    void endTransform();
    bool put(const QString& text, const Picked& changed, const QString& mergeKey);
    void moveBeside(Layer& picture) const;
    void showBar();

    bool m_isCutting;
    mutable Picked m_picked;
    Gesture m_gesture = Gesture::None;
    TransformBox m_box; ///< when the gesture began
    TransformBox::Grip m_grip = TransformBox::Grip::None;
    TransformBox::Grip m_over = TransformBox::Grip::None;
    QPointF m_start;
    QPointF m_now;
    Qt::KeyboardModifiers m_keys;
    QPolygonF m_lasso;
    QTransform m_transform;
    QImage m_floating;
    QPointer<TransformBar> m_bar;
};

} // namespace dollygrip::ui
