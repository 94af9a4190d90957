#pragma once

#include "core/geometry/camerapath.h"
#include "core/project/film.h"

#include <QObject>

#include <optional>

namespace dollygrip::ui {

class FilmDesk;

/// What menus, board and timeline do to the film: each is one named undo step on the document.
/// Without a shot given they act on the current one. Main thread.
class FilmCommands : public QObject {
    Q_OBJECT
public:
    explicit FilmCommands(FilmDesk& desk, QObject* parent = nullptr);

    /// A new empty shot after the current one, which becomes current.
    void newShot();
    /// A new scene with one empty shot after the current scene.
    void newScene();
    /// A new panel in the current shot: at the playhead when it stands inside the current panel,
    /// else after it, for as long as it holds. Backgrounds that the panel shares lie behind the new
    /// one.
    void newPanel();
    void duplicateShot();
    /// The shots of the selected boards.
    void deleteShot();
    void deletePanel();
    /// Cuts the current shot at the playhead.
    void splitShot();
    /// One place earlier (-1) or later (+1), across scenes at their ends.
    void moveShot(int by);
    /// `index` as BoardGap has it: in the target scene's shots with the moved one still counted.
    void moveShotTo(const ShotId& shot, const SceneId& scene, qsizetype index);
    void renameScene(const SceneId& scene, const QString& heading);
    void deleteScene(const SceneId& scene);

    /// Gives the current shot a named move with its default amount.
    void setCameraMove(CameraMove move);
    void clearCamera();
    void deleteRegion();
    /// Takes all arrows of the selected region, or of the shot when none is selected.
    void clearMotion();
    void deleteClip(const ClipId& clip);

    /// As it is in the film, without a draft; null in a film without shots.
    std::shared_ptr<const Shot> currentShot() const;

private:
    bool edit(const QString& text, const std::function<Result<void>(Film&)>& change);

    FilmDesk& m_desk;
};

} // namespace dollygrip::ui
