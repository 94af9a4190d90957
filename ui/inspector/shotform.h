#pragma once

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace dollygrip {
struct Shot;
}

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class PromptField;

/// Name, length, size, words of the current shot. Main thread.
class ShotForm : public QWidget {
    Q_OBJECT
public:
    explicit ShotForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void fill();
    void change(const QString& text, const QString& key, const std::function<void(Shot&)>& change);
    void prepare(QPlainTextEdit& field, const QString& hint, int rows);

    FilmDesk& m_desk;
    QLineEdit* m_name = nullptr;
    NumberField* m_length = nullptr;
    QLabel* m_place = nullptr;
    QComboBox* m_size = nullptr;
    PromptField* m_prompt = nullptr;
    QPlainTextEdit* m_note = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
