#pragma once

#include "core/project/film.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dollygrip::ui {

/// Asks what a new film is: title, picture, rate, and where its file goes. Main thread.
class NewFilmDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewFilmDialog(QWidget* parent = nullptr);

    FilmSettings settings() const;
    /// Absolute path of the file to create, with its suffix.
    QString path() const;

private:
    void check();
    void chooseFolder();

    QLineEdit* m_title = nullptr;
    QComboBox* m_size = nullptr;
    QComboBox* m_rate = nullptr;
    QLineEdit* m_folder = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_create = nullptr;
};

} // namespace dollygrip::ui
