#pragma once

#include "core/project/reframing.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;

/// Another picture size for the film, with three ways to take the drawings along, each shown live
/// on the current panel. One undo step. Main thread.
class PictureSizeDialog : public QDialog {
    Q_OBJECT
public:
    explicit PictureSizeDialog(FilmDesk& desk, QWidget* parent = nullptr);

    QSize size() const;
    Reframing how() const { return m_how; }
    void setSize(const QSize& size);
    void choose(Reframing how);
    void accept() override;

private:
    void showChoices();
    void paint(Reframing how);

    FilmDesk& m_desk;
    QComboBox* m_shape = nullptr;
    NumberField* m_width = nullptr;
    NumberField* m_height = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_change = nullptr;
    struct Choice {
        Reframing how;
        QPushButton* button = nullptr;
        QLabel* picture = nullptr;
    };
    QList<Choice> m_choices;
    Reframing m_how = Reframing::Fit;
    int m_asked = 0; ///< counts what was asked of the pool; older answers are dropped
};

} // namespace dollygrip::ui
