#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace dollygrip {
struct Shooting;
}

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class ShootChoices;

/// The rest of how networks shoot the current shot: the sampler, arrows as tracks, the two clocks,
/// LoRAs. What is left at its default is the model's own. Main thread.
class ShootMoreForm : public QWidget {
    Q_OBJECT
public:
    ShootMoreForm(FilmDesk& desk, ShootChoices& choices, QWidget* parent = nullptr);

    /// To align their labels with the page's other forms.
    QList<QFormLayout*> forms() const { return m_forms; }

private:
    void buildMove(QVBoxLayout& column);
    void buildSampler(QVBoxLayout& column);
    void connectFields();
    void change(const QString& text, const QString& key,
                const std::function<void(Shooting&)>& change);
    void fill();
    void fillLoras(const Shooting& shooting);
    QStringList lorasThere() const;

    FilmDesk& m_desk;
    ShootChoices& m_choices;
    NumberField* m_startFromMove = nullptr;
    NumberField* m_holdMoving = nullptr;
    QComboBox* m_tracks = nullptr;
    QCheckBox* m_whiteOnBlack = nullptr;
    NumberField* m_steps = nullptr;
    NumberField* m_guidance = nullptr;
    NumberField* m_shift = nullptr;
    QComboBox* m_solver = nullptr;
    QVBoxLayout* m_loras = nullptr;
    QComboBox* m_addLora = nullptr;
    QLabel* m_loraHeading = nullptr;
    QStringList m_shownLoras; ///< files that have a row, so that rows stay while one is dragged
    QList<NumberField*> m_loraStrengths;
    QList<QFormLayout*> m_forms;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
