#pragma once

#include "core/project/ids.h"

#include <QHash>
#include <QSet>
#include <QTreeView>

namespace dollygrip::ui {

class BoardCommands;
class FilmCommands;
class FilmDesk;
class OutlineModel;

/// The film's scenes, shots and panels as a tree: a click goes there, F2 or a double click renames,
/// dragging reorders, several are selected as on the board. Main thread.
class OutlineView : public QTreeView {
    Q_OBJECT
public:
    OutlineView(FilmDesk& desk, FilmCommands& commands, BoardCommands& boardCommands,
                QWidget* parent = nullptr);

    OutlineModel& outline() { return *m_model; }
    QSize sizeHint() const override { return {220, 400}; }

Q_SIGNALS:
    void menuRequested(const QPoint& global);
    void sceneMenuRequested(const SceneId& scene, const QPoint& global);

protected:
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void connectModel(FilmCommands& commands, BoardCommands& boardCommands);
    void follow();
    void goToSelected();
    void keepFolds();
    void restoreFolds();

    FilmDesk& m_desk;
    OutlineModel* m_model;
    QSet<SceneId> m_folded;
    QSet<ShotId> m_unfolded;
    bool m_isFollowing = false;
};

} // namespace dollygrip::ui
