#pragma once

#include <QWidget>

class QLineEdit;

namespace dollygrip::ui {

class BrushBox;
class ColourWheel;
class NumberField;
class SwatchGrid;

/// The colour in hand: wheel, numbers, the other colour, those used lately. Main thread.
class ColourForm : public QWidget {
    Q_OBJECT
public:
    explicit ColourForm(BrushBox& box, QWidget* parent = nullptr);

private:
    void follow();
    void takeNumbers();

    BrushBox& m_box;
    ColourWheel* m_wheel;
    QWidget* m_pair;
    QLineEdit* m_hex;
    NumberField* m_numbers[3];
    SwatchGrid* m_recent;
};

} // namespace dollygrip::ui
