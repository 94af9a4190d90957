#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

#include <optional>

namespace dollygrip::ui {

/// Colours to pick from, in rows. They can be dragged out, and where it accepts them dropped in.
/// Main thread.
class SwatchGrid : public QWidget {
    Q_OBJECT
public:
    explicit SwatchGrid(QWidget* parent = nullptr);

    void setColours(const QList<QColor>& colours);
    const QList<QColor>& colours() const { return m_colours; }
    /// Marked with a ring.
    void setCurrent(const QColor& colour);
    /// Colours may be dropped here, moved and taken out (colourDropped, colourRemoved).
    void setEditable(bool isEditable);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QRect cell(qsizetype index) const;

Q_SIGNALS:
    void picked(const QColor& colour);
    void colourDropped(const QColor& colour, qsizetype before);
    void colourMoved(qsizetype from, qsizetype before);
    void colourRemoved(qsizetype index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;

private:
    int columns(int width) const;
    qsizetype indexAt(const QPoint& place) const;
    qsizetype gapAt(const QPoint& place) const;

    QList<QColor> m_colours;
    QColor m_current;
    bool m_isEditable = false;
    qsizetype m_pressed = -1;
    QPoint m_press;
    std::optional<qsizetype> m_dropAt;
};

} // namespace dollygrip::ui
