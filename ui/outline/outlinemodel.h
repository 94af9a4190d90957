#pragma once

#include "core/project/document.h"

#include <QAbstractItemModel>

#include <optional>

namespace dollygrip {
class TakeStore;
}

namespace dollygrip::ui {

/// The film as a tree: scenes, their shots, and the panels of shots that have several. Follows the
/// document. Scenes and shots can be renamed; all three can be dragged. Main thread.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, LengthColumn, ColumnCount };

    OutlineModel(Document& document, const TakeStore& takes, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    /// What a line is; the shot and panel are empty for a scene's, the panel for a shot's.
    struct Thing {
        std::shared_ptr<const Scene> scene;
        std::shared_ptr<const Shot> shot;
        std::optional<PanelId> panel;
    };
    Thing thing(const QModelIndex& index) const;
    /// The line of a panel, or of its shot where that has one panel only.
    QModelIndex indexOf(const ShotId& shot, const std::optional<PanelId>& panel) const;

Q_SIGNALS:
    void renameWanted(const Thing& thing, const QString& name);
    void scenesDropped(const QList<SceneId>& scenes, qsizetype index);
    void shotsDropped(const QList<ShotId>& shots, const SceneId& scene, qsizetype index);
    void panelsDropped(const QList<PanelId>& panels, const ShotId& shot, qsizetype index);

private:
    void follow(const FilmDiff& diff);
    QString nameOf(const QModelIndex& index, const Thing& thing) const;

    Document& m_document;
    const TakeStore& m_takes;
    Film m_film; ///< as shown
};

} // namespace dollygrip::ui
