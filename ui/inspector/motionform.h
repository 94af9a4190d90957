#pragma once

#include "core/project/shot.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class RowList;

/// The regions of the current shot and what the selected one does: bends, is lifted, is held
/// still; its arrow's speed, time, turn and scale. Main thread.
class MotionForm : public QWidget {
    Q_OBJECT
public:
    explicit MotionForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void build();
    void fill();
    void showRegion(const ShotRegion* region, const Shot& shot);
    const ShotRegion* current() const;
    void changeCurrent(const QString& text, const QString& key,
                       const std::function<void(ShotRegion&)>& change);
    void changePath(const QString& text, const QString& key,
                    const std::function<void(MotionPath&)>& change);

    FilmDesk& m_desk;
    RowList* m_regions = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_regionPart = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_behaviour = nullptr;
    NumberField* m_feather = nullptr;
    QWidget* m_pathPart = nullptr;
    QComboBox* m_arrow = nullptr;
    QComboBox* m_ease = nullptr;
    NumberField* m_from = nullptr;
    NumberField* m_to = nullptr;
    NumberField* m_turn = nullptr;
    NumberField* m_scale = nullptr;
    QPushButton* m_removeArrow = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
