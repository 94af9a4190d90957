#pragma once

#include <QDockWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace dollygrip::ui {

class BrushBox;
class FilmDesk;
class NumberField;

/// What one draws with: brushes, their size, what the tool in hand asks for, colour, palettes, and
/// how the hand is steadied. Main thread.
class BrushDock : public QDockWidget {
    Q_OBJECT
public:
    BrushDock(FilmDesk& desk, BrushBox& box, QWidget* parent = nullptr);

public Q_SLOTS:
    /// Pressure and tilt as curves.
    void showPenFeel();

private:
    QWidget* sizes();
    QWidget* toolOptions();
    QWidget* fillOptions();
    QWidget* textOptions();
    QWidget* steadying();
    void follow();
    void followPen();

    FilmDesk& m_desk;
    BrushBox& m_box;
    NumberField* m_size = nullptr;
    NumberField* m_opacity = nullptr;
    QLabel* m_opacityName = nullptr;
    QCheckBox* m_soft = nullptr;
    QCheckBox* m_filled = nullptr;
    QWidget* m_fill = nullptr;
    NumberField* m_gap = nullptr;
    NumberField* m_tolerance = nullptr;
    QCheckBox* m_allLayers = nullptr;
    QCheckBox* m_onTop = nullptr;
    QWidget* m_text = nullptr;
    QComboBox* m_font = nullptr;
    QComboBox* m_steadying = nullptr;
    QCheckBox* m_catchesUp = nullptr;
    NumberField* m_strength = nullptr;
};

} // namespace dollygrip::ui
