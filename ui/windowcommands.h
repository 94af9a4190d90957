#pragma once

#include "core/base/time.h"

#include <QObject>

#include <functional>

class QAction;

namespace dollygrip::ui {

class Actions;
class FilmCommands;
class FilmDesk;
class Settings;

/// Connects the commands that act on film and playback to what they do and keeps their texts and
/// states right. What needs a view is connected by MainWindow. Main thread.
class WindowCommands : public QObject {
    Q_OBJECT
public:
    WindowCommands(FilmDesk& desk, FilmCommands& commands, Actions& actions,
                   QObject* parent = nullptr);

private:
    void connectEdit();
    void connectShot();
    void connectPlay();
    void connectMotion();
    void showStates();
    void goToCut(int direction);
    void on(const QString& id, std::function<void()> act);

    FilmDesk& m_desk;
    FilmCommands& m_commands;
    Actions& m_actions;
};

} // namespace dollygrip::ui
