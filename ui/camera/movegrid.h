#pragma once

#include "core/geometry/camerapath.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace dollygrip::ui {

class MoveThumbnails;

/// Tiles of all named moves. The one under the pointer plays; left alone, one after the other
/// plays once, unless the desktop asks for less motion. Arrow keys walk, Return applies. Main
/// thread.
class MoveGrid : public QWidget {
    Q_OBJECT
public:
    explicit MoveGrid(MoveThumbnails& thumbnails, QWidget* parent = nullptr);

    std::optional<CameraMove> chosen() const { return m_chosen; }
    void setChosen(std::optional<CameraMove> move);
    std::optional<CameraMove> hovered() const { return m_hovered; }
    QRect tile(CameraMove move) const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void previewWanted(CameraMove move);
    void previewEnded();
    void applied(CameraMove move);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    int columns(int width) const;
    int tileWidth(int width) const;
    int tileHeight(int width) const;
    void hover(std::optional<CameraMove> move);
    std::optional<CameraMove> moveAt(const QPoint& at) const;
    bool wantsMotion() const;

    MoveThumbnails& m_thumbnails;
    std::vector<CameraMove> m_moves;
    std::optional<CameraMove> m_chosen;
    std::optional<CameraMove> m_hovered;
    QTimer m_delay; ///< before a move is tried on the paper
    QBasicTimer m_tick;
    int m_turn = 0; ///< whose turn it is while nobody points
    int m_frame = 0;
};

} // namespace dollygrip::ui
