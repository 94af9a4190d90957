#pragma once

#include "core/project/film.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;

/// The rule by which shots get their numbers, with the names that it makes. Main thread.
class RenumberDialog : public QDialog {
    Q_OBJECT
public:
    explicit RenumberDialog(FilmDesk& desk, QWidget* parent = nullptr);

    Numbering rule() const;
    void accept() override;

private:
    void showNames();

    FilmDesk& m_desk;
    QComboBox* m_style = nullptr;
    NumberField* m_step = nullptr;
    QCheckBox* m_automatic = nullptr;
    QLabel* m_names = nullptr;
};

} // namespace dollygrip::ui
