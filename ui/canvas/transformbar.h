#pragma once

#include <QTransform>
#include <QWidget>

#include <functional>

namespace dollygrip::ui {

class NumberField;

/// A small bar under the paper while something is picked: turn and size in numbers, mirror, copy,
/// delete. Main thread.
class TransformBar : public QWidget {
    Q_OBJECT
public:
    explicit TransformBar(QWidget* canvas);
    /// Back to 0° and 100 %: something else is picked.
    void reset();
    void place();

Q_SIGNALS:
    void turned(double degrees);   ///< further by so many
    void stretched(double factor); ///< by this factor more
    void editFinished();
    void flipWanted(bool isSideways);
    void duplicateWanted();
    void deleteWanted();

private:
    NumberField* m_turn = nullptr;
    NumberField* m_size = nullptr;
    double m_degrees = 0;
    double m_percent = 100;
};

} // namespace dollygrip::ui
