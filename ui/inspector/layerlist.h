#pragma once

#include "core/project/panel.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;

namespace dollygrip::ui {

/// The layers of a panel as rows, near ones on top, groups as headings over theirs: eye, fold,
/// thumbnail, name, marks, lock, depth. Rows are picked (Ctrl and Shift add), dragged to another
/// place, into groups and out, and renamed by a double click. Tells what is wanted; changes
/// nothing itself. Main thread.
class LayerList : public QWidget {
    Q_OBJECT
public:
    explicit LayerList(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& chosen,
              const std::optional<LayerId>& current);
    /// Kept for panels that come back, until clearThumbnails().
    void setThumbnail(const LayerId& layer, const QImage& image);
    void clearThumbnails() { m_thumbnails.clear(); }
    /// Opens the field for a name.
    void rename(const LayerId& layer);

    /// A heading (layer index -1) or a layer.
    struct Row {
        std::optional<GroupId> group;
        int layer = -1; ///< index in the panel
    };
    const QList<Row>& rows() const { return m_rows; }
    QRect rowRect(int row) const;
    QRect eyeRect(int row) const;
    QRect lockRect(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QList<dollygrip::LayerId>& layers);
    void eyeClicked(int row);
    void lockClicked(int row);
    void foldClicked(const dollygrip::GroupId& group);
    void renamed(int row, const QString& name);
    void menuWanted(const QPoint& global);
    /// Drop before position `index` of the layers that stay.
    void dropped(const QList<dollygrip::LayerId>& layers, int index,
                 const std::optional<dollygrip::GroupId>& group);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Drop {
        int row = 0; ///< the boundary over this row
        int index = 0;
        std::optional<GroupId> group;
    };
    int rowAt(const QPointF& position) const;
    QList<LayerId> layersOf(int row) const;
    void pick(int row, Qt::KeyboardModifiers modifiers);
    Drop dropAt(const QPointF& position) const;
    QString nameOf(int row) const;
    void paintRow(QPainter& painter, int row) const;
    void edit(int row);

    std::shared_ptr<const Panel> m_panel;
    QList<Row> m_rows;
    QList<LayerId> m_chosen;
    std::optional<LayerId> m_current;
    QHash<LayerId, QImage> m_thumbnails;
    int m_over = -1;
    int m_pressed = -1;
    QPointF m_press;
    bool m_picksOnRelease = false;
    std::optional<Drop> m_drop;
    QLineEdit* m_field = nullptr;
};

/// "Layer 3" for one without a name.
QString layerName(const Panel& panel, int index);

} // namespace dollygrip::ui
