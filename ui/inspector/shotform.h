#pragma once

#include "core/project/ids.h"

#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace dollygrip {
struct Shot;
struct Panel;
} // namespace dollygrip

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class PromptField;

/// Name, length, size, angle, lens, words of the current shot, and the hold, action and dialogue of
/// its current panel. When several boards are selected it shows what they have in common and
/// changes all of them. Main thread.
class ShotForm : public QWidget {
    Q_OBJECT
public:
    explicit ShotForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void addFacts(QFormLayout& form);
    void addWords(QFormLayout& form);
    void connectFacts();
    void connectWords();
    void fill();
    void fillFacts(const QList<std::shared_ptr<const Shot>>& shots);
    void fillWords(const QList<std::shared_ptr<const Shot>>& shots);
    void fillPlace(const Shot& shot);
    /// Changes every shot of the selected boards.
    void change(const QString& text, const QString& key, const std::function<void(Shot&)>& change);
    /// Changes every selected panel.
    void changePanels(const QString& text, const QString& key,
                      const std::function<void(Panel&)>& change);
    void setLength(double frames);
    void setHold(double frames);
    void setLens(double millimetres);
    void prepare(QPlainTextEdit& field, const QString& hint, int rows);
    void showText(QPlainTextEdit& field, const QStringList& texts, const QString& hint);
    QList<std::shared_ptr<const Shot>> shots() const;
    QString selectionKey() const;

    FilmDesk& m_desk;
    QLabel* m_several = nullptr;
    QLineEdit* m_name = nullptr;
    QToolButton* m_lock = nullptr;
    NumberField* m_length = nullptr;
    NumberField* m_hold = nullptr;
    QLabel* m_holdLabel = nullptr;
    QLabel* m_place = nullptr;
    QComboBox* m_size = nullptr;
    QComboBox* m_angle = nullptr;
    NumberField* m_lens = nullptr;
    QComboBox* m_status = nullptr;
    QPlainTextEdit* m_action = nullptr;
    QPlainTextEdit* m_dialogue = nullptr;
    PromptField* m_prompt = nullptr;
    QPlainTextEdit* m_note = nullptr;
    bool m_lengthsDiffer = false;
    bool m_holdsDiffer = false;
    bool m_lensesDiffer = false;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
