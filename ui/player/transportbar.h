#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace dollygrip::ui {

class Actions;
class FilmDesk;
class Settings;
class TimecodeField;

/// First, back, play, on, last, loop; timecode; where in the film; speed; volume. Main thread.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    TransportBar(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* parent = nullptr);

private:
    void showPosition();
    void showSpeed(int speed);
    void showVolume();

    FilmDesk& m_desk;
    Actions& m_actions;
    TimecodeField* m_timecode = nullptr;
    QLabel* m_place = nullptr;
    QLabel* m_speed = nullptr;
    QToolButton* m_mute = nullptr;
    QSlider* m_volume = nullptr;
};

} // namespace dollygrip::ui
