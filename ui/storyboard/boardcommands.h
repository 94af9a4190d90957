#pragma once

#include "core/project/film.h"
#include "core/project/panelediting.h"

#include <QObject>

#include <functional>

namespace dollygrip::ui {

class FilmDesk;

/// What the board and the outline do to selected boards: each is one named undo step. Main thread.
class BoardCommands : public QObject {
    Q_OBJECT
public:
    explicit BoardCommands(FilmDesk& desk, QObject* parent = nullptr);

    // Selected boards.
    void remove();
    /// Copies of the shots of the selected boards behind the last of them.
    void duplicateShots();
    /// A copy of the current panel right after it.
    void duplicatePanel();
    void copy();
    void cut();
    /// Shots after the current one, panels after the current panel.
    void paste();
    bool canPaste() const;
    /// Shots before position `index` of a scene, as they are counted now.
    void moveShotsTo(const SceneId& scene, qsizetype index);
    /// Panels into a shot, or into a shot of their own.
    void movePanelsTo(const ShotId& shot, qsizetype index);
    void panelsToShotAt(const SceneId& scene, qsizetype index);
    void setStatus(ShotStatus status);
    void setSize(ShotSize size);
    void setAngle(ShotAngle angle);
    void lockNumbers(bool areLocked);
    /// Every number of the film.
    void lockAllNumbers(bool areLocked);
    /// Puts the current layer behind what is on the other selected boards, as one sheet for all.
    void shareBackground();
    /// The figures of the panel before go on in the current one.
    void continueMoves();

    // One board.
    void renameShot(const ShotId& shot, const QString& name);
    void setPanelHold(const ShotId& shot, const PanelId& panel, FrameIndex hold);
    void rollPanel(const ShotId& shot, const PanelId& panel, FrameIndex by);
    void setAction(const ShotId& shot, const PanelId& panel, const QString& text);
    void setDialogue(const ShotId& shot, const PanelId& panel, const QString& text);

    /// Makes the panel `by` places further on current.
    void goBy(int by);

private:
    bool edit(const QString& text, const std::function<Result<void>(Film&)>& change);
    void changeShots(const QString& text, const std::function<void(Shot&)>& change);
    void changePanelText(const QString& text, const ShotId& shot, const PanelId& panel,
                         const std::function<void(Panel&)>& change);

    FilmDesk& m_desk;
};

} // namespace dollygrip::ui
