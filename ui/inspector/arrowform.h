#pragma once

#include "core/project/shot.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class SpeedCurveField;

/// The arrows of the selected region in numbers: which, how fast along its way, when, how far it
/// turns and grows. Main thread.
class ArrowForm : public QWidget {
    Q_OBJECT
public:
    explicit ArrowForm(FilmDesk& desk, QWidget* parent = nullptr);
    QFormLayout* form() const { return m_form; }

private:
    void build();
    void connectFields();
    void connectCurve();
    void fill();
    const ShotRegion* region() const;
    qsizetype index() const;
    void change(const QString& text, const QString& key,
                const std::function<void(ShotRegion&, qsizetype)>& change);

    FilmDesk& m_desk;
    QFormLayout* m_form = nullptr;
    QComboBox* m_arrow = nullptr;
    QComboBox* m_ease = nullptr;
    SpeedCurveField* m_curve = nullptr;
    NumberField* m_from = nullptr;
    NumberField* m_to = nullptr;
    NumberField* m_turn = nullptr;
    NumberField* m_scale = nullptr;
    NumberField* m_ghosts = nullptr;
    QCheckBox* m_oriented = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
