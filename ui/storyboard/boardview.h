#pragma once

#include "ui/storyboard/boardlayout.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>
#include <QPointer>
#include <QSet>

namespace dollygrip::ui {

class BoardCommands;
class CaptionEdit;
class FilmCommands;
class FilmDesk;

/// The panels of the film as a strip or a grid under their scene headings. Choosing makes a panel
/// current, Shift, Ctrl and a rubber band select several, dragging reorders within and across
/// scenes and shots, the edge between two panels of a shot sets how long they hold. What is written
/// under a board is edited in place. Only what is in sight is painted; pictures come from the pool.
/// Main thread.
class BoardView : public QAbstractScrollArea {
    Q_OBJECT
public:
    BoardView(FilmDesk& desk, FilmCommands& commands, QWidget* parent = nullptr);

    BoardMode mode() const { return m_mode; }
    void setMode(BoardMode mode);
    /// Height of a thumbnail in a grid, logical pixels; a strip fills the height it has.
    int cardHeight() const { return m_cardHeight; }
    void setCardHeight(int height);
    /// Action and dialogue under each board of a grid.
    bool hasCaptions() const { return m_hasCaptions; }
    void setCaptions(bool areShown);

    BoardCommands& boardCommands() { return *m_boardCommands; }
    const BoardItemModel& items() const { return *m_items; }
    const BoardLayout& boardLayout() const { return m_layout; }
    /// Where a row is seen, viewport pixels.
    QRect visualRect(int row) const;
    /// Where one of its fields is seen.
    QRect visualRect(int row, BoardField field) const;

    /// Lets the person write in a field of the current board.
    void editCurrent();
    void editField(int row, BoardField field);

    QSize sizeHint() const override { return {640, 180}; }

    static constexpr int kSmallestCard = 48;
    static constexpr int kLargestCard = 400;

Q_SIGNALS:
    void shotOpened(); ///< double click: to the canvas
    void menuRequested(const QPoint& global);
    void modeChanged();
    void cardHeightChanged(int height);
    void captionsChanged(bool areShown);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Gesture { None, Press, Drag, Band, Boundary };
    /// A thumbnail scaled to the card once.
    struct Scaled {
        qint64 source = 0;
        QPixmap pixmap;
    };

    int captionHeight() const;
    void relayout();
    void reveal(int row);
    void updateShot(const ShotId& shot);
    void follow();
    void followJobs();
    void askForPictures(int first, int end);

    void paintHeading(QPainter& painter, int row);
    void paintCard(QPainter& painter, int row);
    void paintPicture(QPainter& painter, int row, const QRect& picture);
    void paintFrame(QPainter& painter, int row, const QRect& picture);
    void paintWords(QPainter& painter, int row);
    void paintCaption(QPainter& painter, int row, BoardField field);
    void paintStatus(QPainter& painter, const QRect& picture, ShotStatus status);
    void paintEmpty(QPainter& painter);
    void paintProgress(QPainter& painter, const QRect& picture, const ShotId& shot);
    void paintGesture(QPainter& painter);
    QString tipOf(int row) const;

    const BoardRow& row(int index) const { return m_items->rows()[std::size_t(index)]; }
    PanelId panelOf(int row) const;
    bool isSelected(int row) const;
    void pressCard(int row, QMouseEvent* event);
    void moveBand(const QPoint& at);
    void moveBoundary(const QPoint& at);
    void scrollAtEdges(const QPoint& at);
    void showCursorAt(const QPoint& at);
    void drop(const QPoint& at);
    void endGesture();
    void moveCurrent(int key, bool extends);
    int rowBeside(int from, int key) const;

    void editHeading(int row);
    void chooseSize(int row);
    void takeEdit(const QString& text, int step);
    QString fieldText(int row, BoardField field) const;
    void setFieldText(int row, BoardField field, const QString& text);

    QPoint offset() const;
    QPoint toContent(const QPoint& viewport) const { return viewport + offset(); }

    FilmDesk& m_desk;
    FilmCommands& m_commands;
    BoardCommands* m_boardCommands;
    BoardItemModel* m_items;
    BoardLayout m_layout;
    BoardMode m_mode = BoardMode::Strip;
    int m_cardHeight = 120;
    bool m_hasCaptions = true;
    int m_current = -1;
    int m_hovered = -1;

    Gesture m_gesture = Gesture::None;
    int m_pressed = -1;
    QPoint m_press;              ///< content pixels
    QPoint m_at;                 ///< viewport pixels
    bool m_selectsOne = false;   ///< the release without a drag selects the pressed one alone
    QSet<PanelId> m_beforeBand;  ///< what Ctrl keeps
    FrameIndex m_boundaryBy = 0; ///< frames that the boundary has moved

    QPointer<CaptionEdit> m_edit;
    int m_editRow = -1;
    BoardField m_editField = BoardField::None;

    QHash<PanelId, Scaled> m_scaled;
    QHash<ShotId, double> m_progress; ///< of shots being shot; negative: waiting
};

} // namespace dollygrip::ui
