#pragma once

#include "ui/timeline/timelinedrag.h"

#include <QAbstractScrollArea>

#include <optional>

class QPainter;

namespace dollygrip::ui {

class FilmCommands;
class FilmDesk;

/// The film in time: ruler, shots at length, motion bars, camera keys, sound, playhead. Trims,
/// rolls, reorders and scrubs by mouse; a gesture makes one edit when it ends, Escape drops it.
/// Main thread.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    TimelineView(FilmDesk& desk, FilmCommands& commands, QWidget* parent = nullptr);

    const TimelineLayout& layoutNow() const { return m_layout; }
    std::optional<ClipId> selectedClip() const { return m_selectedClip; }

    QSize sizeHint() const override { return {640, 200}; }
    QSize minimumSizeHint() const override { return {320, 128}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

Q_SIGNALS:
    void menuRequested(const QPoint& global);
    void shotOpened();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// What is shown: the film, or what a drag would make of it.
    const Film& shown() const;
    void follow();
    void showLayout();
    void movePlayhead(FrameIndex frame);
    void scrubTo(const QPointF& at);
    void dragTo(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void endDrag(bool keep);
    void showCursor(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void zoom(double factor);

    void paintRuler(QPainter& painter, const QRect& row) const;
    void paintRange(QPainter& painter) const;
    void paintShot(QPainter& painter, const CutEntry& entry, const QRect& row) const;
    void paintMotion(QPainter& painter, const CutEntry& entry) const;
    void paintCamera(QPainter& painter, const CutEntry& entry, const QRect& row) const;
    void paintSound(QPainter& painter, const QRect& clip) const;
    void paintHeaders(QPainter& painter) const;
    void paintPlayhead(QPainter& painter) const;
    void paintDrag(QPainter& painter) const;
    QRect playheadStrip(FrameIndex frame) const;

    FilmDesk& m_desk;
    FilmCommands& m_commands;
    TimelineLayout m_layout;
    Cut m_cut;
    bool m_followsFit = true; ///< the whole film stays in sight until someone zooms
    bool m_isScrubbing = false;
    FrameIndex m_shownPlayhead = 0;
    std::optional<TimelineHit> m_press;
    Qt::KeyboardModifiers m_pressModifiers;
    QPointF m_pressAt;
    QPointF m_dragAt;
    FrameIndex m_pressPlayhead = 0; ///< it may run while something is dragged
    std::optional<TimelineDrag> m_drag;
    std::optional<ClipId> m_selectedClip;
};

} // namespace dollygrip::ui
