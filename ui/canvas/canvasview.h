#pragma once

#include "core/base/image.h"
#include "core/project/picturecache.h"
#include "ui/canvas/drawnpanel.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/tool.h"
#include "ui/session.h"

#include <QBasicTimer>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QGestureEvent;
class QTabletEvent;

namespace dollygrip::ui {

/// The paper: the current panel, to be drawn on, or the picture that plays, with what moves drawn
/// over it. Zoom, pan, and the pen's way to the tool in hand. Main thread; heavy painting goes to
/// the pool and the last picture stays meanwhile.
///
/// Drawing: standing on the panel's first frame. Watching: while it plays, while a gesture has a
/// draft, or standing on a later frame of a shot that moves; then setPicture() is shown. A pen put
/// down to draw goes back to the drawn panel at once.
class CanvasView : public QWidget, private ToolHost {
    Q_OBJECT
public:
    CanvasView(Session& session, std::shared_ptr<PictureCache> pictures, QWidget* parent = nullptr);
    ~CanvasView() override;

    /// The picture of a film frame, as the player has it. Kept until the next one.
    void setPicture(FrameIndex frame, const Image& picture);
    /// The size, in device pixels, at which pictures are shown.
    QSize pictureSize() const;
    bool isWatching() const;
    /// What is shown is the document's current panel at this size; nothing is being painted.
    bool isSettled() const { return m_drawn.isCurrent() && !m_settle.isActive(); }
    bool isPictureAlone() const { return m_isPictureAlone; }

    Tool& tool() const;
    CanvasFrame canvasFrame() const { return m_frame; }
    QSize sizeHint() const override { return {960, 600}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

    bool hasThirds() const { return m_guides.hasThirds; }
    bool hasSafeAreas() const { return m_guides.hasSafeAreas; }
    bool hasOnionSkin() const { return m_guides.onion.isOn; }
    const GuideLook& guides() const { return m_guides; }
    void setGuides(const GuideLook& look);
    /// Degrees by which the paper is turned on the screen, clockwise.
    double turn() const { return m_turn; }
    bool isMirrored() const { return m_isMirrored; }
    /// Where a place of the picture is seen, in widget pixels; turned and mirrored as it is.
    QPointF placeOf(const Eigen::Vector2d& picture) const;

public Q_SLOTS:
    void fit();
    /// Everything that is drawn, beyond the frame too.
    void fitDrawing();
    void turnLeft();
    void turnRight();
    void straighten();
    void setTurn(double degrees);
    void setMirrored(bool isMirrored);
    void zoomIn();
    void zoomOut();
    /// [ and ]: what the tool in hand draws with gets a step smaller or larger.
    void smallerBrush();
    void largerBrush();
    void setThirds(bool isShown);
    void setSafeAreas(bool isShown);
    void setOnionSkin(bool isShown);
    /// Overlays stay while it plays.
    void setOverlaysPinned(bool isPinned);
    /// For looking only: always the film's picture, nothing drawn over it, and no tool works.
    void setPictureAlone(bool isAlone);
    /// Everything on the chosen layers is picked to be moved, turned, resized.
    void transformLayers();
    void flipDrawing(bool isSideways);
    /// Takes away the selected arrow, camera frame or region. False when nothing is selected.
    bool deleteSelected();
    /// Escape: drops the gesture, else the selection.
    bool escape();

Q_SIGNALS:
    void guidesChanged();
    void mirroredChanged(bool isMirrored);
    void message(const QString& sentence);  ///< for the status line
    void errorOccurred(const Error& error); ///< an edit was refused
    void playToggled();                     ///< Space was tapped on the paper
    void shotWanted();                      ///< the pen wants to draw and there is no shot
    void stopAsked();                       ///< the pen wants to draw: stop playing
    void pictureSizeChanged(const QSize& size);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    // ToolHost
    Session& session() override { return m_session; }
    Document& document() override { return m_session.document(); }
    Document& document() const { return m_session.document(); }
    CanvasFrame frame() const override { return m_frame; }
    void repaint() override { update(); }
    bool edit(const QString& text, const std::function<Result<void>(Film&)>& change,
              const QString& mergeKey = {}) override;
    std::shared_ptr<PictureCache> pictures() const override { return m_pictures; }
    QWidget& surface() override { return *this; }
    QColor colourAt(const Eigen::Vector2d& place) const override;
    void hideStroke(const std::shared_ptr<const Stroke>& stroke) override;
    void holdPanel(const std::shared_ptr<const Panel>& panel,
                   const QHash<QString, std::shared_ptr<const Asset>>& assets) override;
    void say(const QString& sentence) override { Q_EMIT message(sentence); }
    void showStroke(const Stroke& stroke, qsizetype firstNew) override;
    void endStroke(bool isKept) override;

    // canvasinput.cpp
    PointerEvent pointer(const QPointF& position, Qt::KeyboardModifiers modifiers,
                         double pressure = 0.5, bool isEraser = false) const;
    PointerEvent pointer(const QTabletEvent& event) const;
    void pressTool(const PointerEvent& event);
    void moveTool(const PointerEvent& event);
    void releaseTool(const PointerEvent& event);
    bool wantsKey(const QKeyEvent& event) const;
    bool nudge(const QKeyEvent& event);
    bool showMenu(const QPointF& position, const QPoint& global);
    bool startPan(const QPointF& position);
    void panTo(const QPointF& position);
    void endPan();
    bool handleGesture(QGestureEvent* event);
    void followCursor();
    void resizeBrush(double factor);
    double* brushSize(BrushSettings& brush) const;
    bool startResize(const PointerEvent& event);
    void resizeTo(const PointerEvent& event);
    QString drawingHint() const;
    QString hint() const; ///< how the tool in hand is used

    // canvasguides.cpp
    QList<DrawnPanel::Onion> onionOf(const Shot& shot, qsizetype index) const;
    void paintGuides(QPainter& painter);
    void paintPinned(QPainter& painter);
    PointerEvent snapped(const PointerEvent& event, bool begins);
    bool isTurned() const { return m_turn != 0 || m_isMirrored; }
    QTransform turned() const;
    QPointF unturned(const QPointF& position) const;
    QPointF unturnedWay(const QPointF& by) const;
    QRectF sight() const;
    void updateSeen(const QRectF& part);
    void turnTo(const QPointF& position);

    void zoomBy(double factor, const QPointF& towards);
    void setFrame(const QRectF& rect);
    QRectF fitted() const;
    void showPanel();
    void readPanel();
    void followMarching();
    OverlayState overlayState() const;
    QRectF paperRect() const;
    void paintPaper(QPainter& painter);
    void paintOverlay(QPainter& painter);
    void paintWords(QPainter& painter);

    Session& m_session;
    std::shared_ptr<PictureCache> m_pictures;
    DrawnPanel m_drawn;
    Overlay m_overlay;
    std::map<ToolKind, std::unique_ptr<Tool>> m_tools;
    std::optional<ToolKind> m_borrowed; ///< a tool held for one gesture
    /// Where a drag that changes the brush's size began, and the brush it began with.
    std::optional<std::pair<Eigen::Vector2d, BrushSettings>> m_resizing;
    std::shared_ptr<const Panel> m_inHand; ///< shown instead of the document's
    QHash<QString, std::shared_ptr<const Asset>> m_inHandAssets;
    std::shared_ptr<const Stroke> m_hidden; ///< not shown: a tool has it in hand
    CanvasFrame m_frame;
    bool m_isFitted = true;
    QTimer m_settle; ///< paints sharp when zooming and panning has come to rest
    Image m_picture;
    FrameIndex m_pictureFrame = -1;
    QSize m_toldSize;

    GuideLook m_guides;
    PerspectiveSnap m_snap;
    std::optional<Eigen::Vector2d> m_pointer; ///< where the hand is
    QHash<QString, QImage> m_pinned;          ///< reference pictures, decoded
    double m_turn = 0;
    bool m_isMirrored = false;
    std::optional<QPointF> m_turnFrom; ///< the hand turns the paper
    double m_turnBefore = 0;
    bool m_isPinned = false;
    bool m_isPictureAlone = false;
    QBasicTimer m_march;
    int m_marching = 0;

    bool m_isPressed = false;
    bool m_isSpaceDown = false;
    bool m_hasPanned = false;
    bool m_isPenNear = false; ///< a tablet speaks; its mouse echo is not heard
    std::optional<QPointF> m_panFrom;
};

} // namespace dollygrip::ui
