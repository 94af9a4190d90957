#pragma once

#include <QWidget>

class QComboBox;

namespace dollygrip::ui {

class FilmDesk;

/// What the film is shot on: sensors by name or a width that is typed, and what stays when it
/// changes: the lenses or what the pictures show. One undo step. Main thread.
class SensorField : public QWidget {
    Q_OBJECT
public:
    explicit SensorField(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void fill();
    void change(double widthMm);

    FilmDesk& m_desk;
    QComboBox* m_sensor = nullptr;
    QComboBox* m_keeps = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
