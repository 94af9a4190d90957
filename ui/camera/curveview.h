#pragma once

#include "ui/camera/cameradraft.h"
#include "ui/camera/curvegraph.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace dollygrip::ui {

/// The curves of the camera's channels over the shot: points with handles to drag, boxes to select,
/// playhead and camera frames in the ruler. A channel that follows the frames gets a curve of its
/// own with the first touch. What is dragged plays at once and is one undo step. Main thread.
class CurveView : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(FilmDesk& desk, QWidget* parent = nullptr);

    /// The channel that is worked on; others are drawn behind it.
    CameraChannel channel() const { return m_channel; }
    void setChannel(CameraChannel channel);
    bool isShown(CameraChannel channel) const { return m_isShown[std::size_t(channel)]; }
    void setShown(CameraChannel channel, bool isShown);
    bool snaps() const { return m_snaps; }
    void setSnaps(bool snaps) { m_snaps = snaps; }

    struct Selected {
        CameraChannel channel;
        std::size_t point;
        bool operator==(const Selected&) const = default;
        auto operator<=>(const Selected&) const = default;
    };
    const std::vector<Selected>& selection() const { return m_selection; }
    void select(std::vector<Selected> selection);
    /// The curve as it is shown: its own, or what the frames make of it.
    const ChannelCurve& curve(CameraChannel channel) const
    {
        return m_curves[std::size_t(channel)];
    }
    bool hasOwnCurve(CameraChannel channel) const;
    const CurveGraph& graph() const { return m_graph; }

    // On the selected points; one undo step each (numbers that are dragged merge by `mergeKey`).
    void setHandles(CurveHandles handles);
    /// How the way on from each selected point goes: even, slow at its start, its end, both.
    void applyEase(Ease ease);
    void setTime(double fraction, const QString& mergeKey = {});
    void setValue(double value, const QString& mergeKey = {});
    bool removeSelected();
    /// The channel follows the camera frames again.
    void followFrames();
    void addPointAtPlayhead();
    QSize sizeHint() const override { return {640, 220}; }
    QSize minimumSizeHint() const override { return {240, 110}; }

    static QColor tone(CameraChannel channel);

public Q_SLOTS:
    void fit();

Q_SIGNALS:
    void selectionChanged();
    void channelChanged();
    void curvesChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Gesture { None, Points, Handle, Box, Pan, Playhead };

    void readShot();
    void layOut();
    std::optional<CurveGrip> gripAt(const QPointF& at) const;
    std::optional<CameraChannel> curveAt(const QPointF& at) const;
    bool isSelected(CameraChannel channel, std::size_t point) const;
    void dragPoints(const QPointF& to, Qt::KeyboardModifiers keys);
    void dragHandle(const QPointF& to, Qt::KeyboardModifiers keys);
    void endBox(bool adds);
    void seek(double x);
    void nudge(int frames, int values, bool isLarge);
    bool wantsKey(const QKeyEvent& event) const;
    void cancel();
    std::vector<Selected> selectedOrAll() const;
    /// Applies `change` to each selected channel's curve in one undo step.
    bool changeSelected(const QString& text, const QString& mergeKey,
                        const std::function<void(ChannelCurve&, std::size_t)>& change);

    // curvepaint.cpp
    void paintGrid(QPainter& painter) const;
    void paintRuler(QPainter& painter) const;
    void paintCurve(QPainter& painter, CameraChannel channel) const;
    void paintPoints(QPainter& painter, CameraChannel channel) const;

    FilmDesk& m_desk;
    CameraDraft m_draft;
    CurveGraph m_graph;
    std::array<ChannelCurve, kCameraChannels> m_curves;
    std::array<bool, kCameraChannels> m_isShown{};
    CameraChannel m_channel = CameraChannel::Dolly;
    std::vector<Selected> m_selection;
    std::optional<ShotId> m_shot;
    bool m_snaps = true;

    Gesture m_gesture = Gesture::None;
    QPointF m_press;
    QPointF m_last;
    CurveGrip m_grip;
    CameraPath m_from; ///< the path when the gesture began, touched channels with curves
    bool m_hasMoved = false;
    bool m_adds = false;
    bool m_lets = false; ///< a click takes the point out of the selection
};

} // namespace dollygrip::ui
