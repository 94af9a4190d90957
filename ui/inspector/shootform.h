#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dollygrip {
struct CastMember;
struct Film;
struct Shot;
struct Shooting;
} // namespace dollygrip

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class ShootChoices;
class ShootMoreForm;

/// How networks shoot the current shot: who shoots, what they are shown, seed and cast; the rest
/// is folded away. Main thread.
class ShootForm : public QWidget {
    Q_OBJECT
public:
    ShootForm(FilmDesk& desk, ShootChoices& choices, QWidget* parent = nullptr);

    /// One undoable edit of Shot::shooting of the current shot; edits of one key merge.
    static void change(FilmDesk& desk, const QString& text, const QString& key,
                       const std::function<void(Shooting&)>& change);

Q_SIGNALS:
    void castWanted();
    void modelsWanted();

private:
    void buildModels(QVBoxLayout& column);
    void buildSteering(QVBoxLayout& column);
    void buildSeed(QVBoxLayout& column);
    void buildCast(QVBoxLayout& column);
    void connectFields();
    void changeShooting(const QString& text, const QString& key,
                        const std::function<void(Shooting&)>& change);
    void changeSeed(quint64 seed, const QString& key);
    void fill();
    void fillModels();
    void fillCast(const Shot& shot);
    void buildCastRows(const Film& film, const QList<std::shared_ptr<const CastMember>>& named);

    FilmDesk& m_desk;
    ShootChoices& m_choices;
    QComboBox* m_draft = nullptr;
    QComboBox* m_final = nullptr;
    QLabel* m_aboutModels = nullptr;
    QComboBox* m_look = nullptr;
    NumberField* m_strength = nullptr;
    QCheckBox* m_first = nullptr;
    QCheckBox* m_last = nullptr;
    QCheckBox* m_keys = nullptr;
    NumberField* m_seed = nullptr;
    QToolButton* m_dice = nullptr;
    QToolButton* m_lock = nullptr;
    QVBoxLayout* m_cast = nullptr;
    QStringList m_shownCast;
    QList<QCheckBox*> m_castBoxes;
    QLabel* m_castHint = nullptr;
    QToolButton* m_unfold = nullptr;
    ShootMoreForm* m_more = nullptr;
    QList<QFormLayout*> m_forms;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
