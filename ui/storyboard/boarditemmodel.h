#pragma once

#include "core/project/document.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace dollygrip::ui {

/// A line of the board: a scene's heading, or one panel of one of its shots.
struct BoardRow {
    SceneId scene = SceneId::create();
    QString heading;                  ///< headings only
    std::shared_ptr<const Shot> shot; ///< null: a heading
    qsizetype panel = 0;              ///< index within the shot
    qsizetype index = 0;              ///< of the shot within its scene
    int number = 0;                   ///< of the scene, from 1

    bool isHeading() const { return !shot; }
};

/// The film as the board shows it: headings and panels in order. Follows the document: an edit
/// of one shot changes its rows only. Main thread.
class BoardItemModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HeadingRole = Qt::UserRole, ShotNameRole, LengthRole };

    explicit BoardItemModel(Document& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const std::vector<BoardRow>& rows() const { return m_rows; }
    /// The row of a panel of this shot; -1 when it has none.
    int rowOf(const ShotId& shot, std::optional<PanelId> panel = std::nullopt) const;

private:
    void follow(const FilmDiff& diff);
    static std::vector<BoardRow> rowsOf(const Film& film);

    Document& m_document;
    std::vector<BoardRow> m_rows;
};

} // namespace dollygrip::ui
