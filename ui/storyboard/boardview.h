#pragma once

#include "ui/storyboard/boardlayout.h"

#include <QAbstractScrollArea>
#include <QHash>

class QLineEdit;

namespace dollygrip::ui {

class FilmCommands;
class FilmDesk;

/// The panels of the film as a strip or a grid under their scene headings. Choosing makes a shot
/// current, dragging reorders within and across scenes. Main thread; pictures are painted in the
/// pool.
class BoardView : public QAbstractScrollArea {
    Q_OBJECT
public:
    BoardView(FilmDesk& desk, FilmCommands& commands, QWidget* parent = nullptr);

    BoardMode mode() const { return m_mode; }
    void setMode(BoardMode mode);
    /// Height of a thumbnail in a grid, logical pixels; a strip fills the height it has.
    int cardHeight() const { return m_cardHeight; }
    void setCardHeight(int height);

    const BoardItemModel& items() const { return *m_items; }
    /// Where a row is seen, viewport pixels.
    QRect visualRect(int row) const;

    QSize sizeHint() const override { return {640, 180}; }

Q_SIGNALS:
    void shotOpened(); ///< double click: to the canvas
    void menuRequested(const QPoint& global);
    void modeChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void relayout();
    void reveal(int row);
    void updateShot(const ShotId& shot);
    void follow();
    void followJobs();
    void paintHeading(QPainter& painter, int row);
    void paintCard(QPainter& painter, int row);
    void paintEmpty(QPainter& painter);
    void paintProgress(QPainter& painter, const QRect& picture, const ShotId& shot);
    void editHeading(int row);
    QPoint offset() const;
    QPoint toContent(const QPoint& viewport) const { return viewport + offset(); }

    FilmDesk& m_desk;
    FilmCommands& m_commands;
    BoardItemModel* m_items;
    BoardLayout m_layout;
    BoardMode m_mode = BoardMode::Strip;
    int m_cardHeight = 120;
    int m_current = -1;
    int m_pressed = -1;
    QPoint m_press;
    QPoint m_dragAt;
    bool m_isDragging = false;
    int m_hovered = -1;
    QHash<ShotId, double> m_progress; ///< of shots being shot; negative: waiting
};

} // namespace dollygrip::ui
