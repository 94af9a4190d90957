#pragma once

#include "core/project/panel.h"
#include "ui/layercommands.h"

#include <QThreadPool>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dollygrip::ui {

class DepthView;
class FilmDesk;
class LayerList;
class NumberField;

/// The layers of the current panel, near ones on top: order, groups, seen, locked, blend, depth in
/// metres with a view from the side, opacity, pin, sharing. Main thread.
class LayersForm : public QWidget {
    Q_OBJECT
public:
    explicit LayersForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void build();
    void connectFields();
    void connectList();
    void fill();
    void paintThumbnails();
    void showMenu(const QPoint& global);
    void toggleRow(int row, bool isEye);
    void renameRow(int row, const QString& name);
    void setDepth(const LayerId& layer, double metres);
    const Layer* layer() const;
    /// The group whose layers are all that is chosen, if so.
    const LayerGroup* chosenGroup() const;

    FilmDesk& m_desk;
    LayerCommands m_commands;
    std::shared_ptr<const Panel> m_panel;
    LayerList* m_list = nullptr;
    DepthView* m_side = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_group = nullptr;
    QPushButton* m_merge = nullptr;
    QPushButton* m_nearer = nullptr;
    QPushButton* m_farther = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_name = nullptr;
    NumberField* m_depth = nullptr;
    NumberField* m_opacity = nullptr;
    QComboBox* m_blend = nullptr;
    QCheckBox* m_visible = nullptr;
    QCheckBox* m_locked = nullptr;
    QCheckBox* m_pinned = nullptr;
    QLabel* m_shared = nullptr;
    QPushButton* m_share = nullptr;
    bool m_isShowing = false;
    bool m_isPainting = false;
    QHash<LayerId, Layer> m_painted;
    QThreadPool m_pool; ///< of its own: thumbnails of a whole board do not hold these up
};

} // namespace dollygrip::ui
