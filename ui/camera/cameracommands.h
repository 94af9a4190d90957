#pragma once

#include <QObject>

namespace dollygrip::ui {

class Actions;
class FilmDesk;

/// Camera frames by keyboard: a new one at the playhead, a copy, to the next, earlier and later.
/// Main thread.
class CameraCommands : public QObject {
    Q_OBJECT
public:
    explicit CameraCommands(FilmDesk& desk, QObject* parent = nullptr);
    void take(Actions& actions);

public Q_SLOTS:
    /// At the playhead, with the camera as it is there. The selected one when it stands there.
    void addKey();
    /// The selected one again at the playhead, or halfway to the next where it stands there.
    void duplicateKey();
    /// Selects the next (1) or the one before (-1) and puts the playhead on it.
    void goToKey(int direction);
    /// The selected one some frames later.
    void moveKeyInTime(int frames);

Q_SIGNALS:
    void message(const QString& sentence);

private:
    void select(int key, bool follows);

    FilmDesk& m_desk;
};

} // namespace dollygrip::ui
