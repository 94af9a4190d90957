#pragma once

#include "core/base/time.h"
#include "ui/inspector/numberfield.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;

namespace dollygrip::ui {

// Small pieces that the inspector's forms share.

/// "48", "2 s", "00:02:00", "2s 12f" -> frames; nothing when not understood.
std::optional<double> framesFromText(const QString& text, FrameRate rate);
/// "2 s 04 f" with the count behind it: "2:04  (52)".
QString framesToText(double frames, FrameRate rate);

NumberField* degreesField(double reset, double step = 0.5);
NumberField* metresField(double minimum, double maximum, double reset);
NumberField* percentField(double reset); ///< 0…100 %
/// Lens in millimetres.
NumberField* focalField();

/// A form layout with the inspector's spacing.
QFormLayout* inspectorForm(QWidget* parent);
/// Gives the labels of several forms of one page the same column.
void alignLabels(const QList<QFormLayout*>& forms);
/// A small heading inside a form.
QLabel* sectionHeading(const QString& text);
/// Secondary text that wraps.
QLabel* quietLabel(const QString& text = {});
/// Eases in their order, as a combo box with the given texts' data set to int(Ease).
QComboBox* easeBox();

/// The wheel over a box or slider in this part scrolls the page, unless the box has been clicked.
void letWheelScroll(QWidget& part);

inline double toDegrees(double radians)
{
    return radians * 57.29577951308232;
}
inline double toRadians(double degrees)
{
    return degrees / 57.29577951308232;
}

} // namespace dollygrip::ui
