#pragma once

#include "core/base/error.h"
#include "core/project/ids.h"
#include "core/project/picturecache.h"
#include "core/project/stroke.h"
#include "ui/canvas/canvasframe.h"

#include <QCursor>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QKeyEvent;
class QMenu;
class QPainter;
class QWidget;

namespace dollygrip {
class Document;
struct Film;
struct Panel;
struct Asset;
} // namespace dollygrip

namespace dollygrip::ui {

class Session;
struct GuidesInHand;

/// The pen, the mouse or a finger on the paper.
struct PointerEvent {
    Eigen::Vector2d position{0, 0}; ///< picture units, may lie beyond the frame
    double pressure = 0.5;          ///< 0…1; a mouse gives 0.5
    double tilt = 0;                ///< 0 upright … 1 flat; a mouse stands upright
    double rotationRad = 0;         ///< of the pen around itself
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    bool isEraser = false; ///< the pen's other end
};

/// The canvas as a tool sees it; the only way by which tools reach the window.
class ToolHost {
public:
    virtual ~ToolHost() = default;
    virtual Session& session() = 0;
    virtual Document& document() = 0;
    virtual CanvasFrame frame() const = 0;
    virtual void repaint() = 0;
    /// One undo step; a refusal is shown to the person. True when it went through.
    /// Edits with the same non-empty `mergeKey` in a row are one step.
    virtual bool edit(const QString& text, const std::function<Result<void>(Film&)>& change,
                      const QString& mergeKey = {}) = 0;
    /// Decoded pictures, for painting layers.
    virtual std::shared_ptr<PictureCache> pictures() const = 0;
    /// The widget of the paper: whose child a helper is, and where work in the pool reports.
    virtual QWidget& surface() = 0;
    /// What is seen at a place of the drawing, paper included.
    virtual QColor colourAt(const Eigen::Vector2d& place) const = 0;
    /// The panel is shown without this stroke, which is under the hand; null shows all again.
    virtual void hideStroke(const std::shared_ptr<const Stroke>& stroke) = 0;
    /// The paper shows this panel instead of the document's while a gesture has it in hand; null:
    /// the document's again. `assets`: pictures of it that the film has not got yet.
    virtual void holdPanel(const std::shared_ptr<const Panel>& panel,
                           const QHash<QString, std::shared_ptr<const Asset>>& assets) = 0;
    /// A line of help or a reason, shown in the status line.
    virtual void say(const QString& sentence) = 0;
    /// The stroke under the pen so far, shown on the current layer; only points from `firstNew` on
    /// are new. Ends with endStroke().
    virtual void showStroke(const Stroke& stroke, qsizetype firstNew) = 0;
    /// `isKept`: it has become part of the document and stays in sight.
    virtual void endStroke(bool isKept) = 0;
};

/// What the pen does on the paper. A gesture runs from press() to release(); the tool keeps its
/// draft to itself and makes exactly one edit at the end. Main thread.
class Tool {
public:
    explicit Tool(ToolHost& host) : m_host(host) {}
    virtual ~Tool() = default;

    virtual void press(const PointerEvent& event) = 0;
    virtual void move(const PointerEvent& event) = 0;
    virtual void release(const PointerEvent& event) = 0;
    virtual void doubleClick(const PointerEvent&) {}
    /// The pointer moves without being pressed.
    virtual void hover(const PointerEvent&) {}
    /// The pointer has gone from the paper.
    virtual void leave() {}
    /// Escape: drops the gesture. False when there was none.
    virtual bool cancel() = 0;
    /// Return: ends a gesture made of clicks. False when there was none.
    virtual bool finish() { return false; }
    /// Delete: takes away what is selected. False when nothing is.
    virtual bool deleteSelected() { return false; }
    /// Backspace: takes the last step of a gesture made of clicks back. False when there was none.
    virtual bool stepBack() { return false; }
    /// An arrow key: moves what is selected, picture units. False when nothing is.
    virtual bool nudge(const Eigen::Vector2d&) { return false; }
    /// The right button: what can be done with what lies under the pointer. False: nothing of its
    /// own.
    virtual bool fillMenu(QMenu&, const PointerEvent&) { return false; }
    /// What a press would take hold of, to be shown.
    virtual std::optional<RegionId> hoveredRegion() const { return std::nullopt; }
    virtual std::optional<MotionId> hoveredMotion() const { return std::nullopt; }
    /// Something is in hand that keys and Delete work on.
    virtual bool hasSelected() const { return false; }
    /// A key that is the tool's own while it is in hand; it comes with keyPress().
    virtual bool wantsKey(const QKeyEvent&) const { return false; }
    virtual bool keyPress(const QKeyEvent&) { return false; }
    /// A gesture is under way.
    virtual bool isBusy() const = 0;
    /// Lines and reference pictures as they are under the hand; null: as the shot has them.
    virtual const GuidesInHand* guidesInHand() const { return nullptr; }
    /// Works on the drawing itself, not on what moves: a press shows the drawn panel.
    virtual bool drawsOnPaper() const { return false; }
    /// Draft and handles, over everything else.
    virtual void paint(QPainter&, const CanvasFrame&) const {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }

protected:
    ToolHost& host() const { return m_host; }

private:
    ToolHost& m_host;
};

/// How near, in picture heights, a press must be to hit something.
inline double pickRadius(const ToolHost& host)
{
    return 8.0 * host.frame().pixel();
}

} // namespace dollygrip::ui
