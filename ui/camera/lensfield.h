#pragma once

#include <QWidget>

class QLabel;

namespace dollygrip::ui {

class NumberField;

/// A focal length: typed and dragged freely, stepped through real primes, chosen from them; with
/// the angle that it sees on this sensor. Main thread.
class LensField : public QWidget {
    Q_OBJECT
public:
    explicit LensField(QWidget* parent = nullptr);

    NumberField& number() { return *m_number; }
    double value() const;
    /// Shows a value without telling anybody.
    void setValue(double focalMm, double sensorWidthMm);

Q_SIGNALS:
    void edited(double focalMm);
    void editFinished();

private:
    void choose(double focalMm);

    NumberField* m_number = nullptr;
    QLabel* m_view = nullptr;
    double m_sensorWidthMm = 24.89;
};

} // namespace dollygrip::ui
