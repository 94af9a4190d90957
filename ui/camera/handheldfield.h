#pragma once

#include "core/geometry/camerapath.h"

#include <QWidget>

class QSlider;
class QToolButton;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;

/// How unsteady the hand is: a slider and named hands (tripod, gentle, documentary, running), on
/// the camera of the current shot. Main thread.
class HandheldField : public QWidget {
    Q_OBJECT
public:
    explicit HandheldField(FilmDesk& desk, QWidget* parent = nullptr);

    /// 100 is a calm operator, 0 a tripod.
    static double percentOf(const std::optional<Handheld>& handheld);
    static std::optional<Handheld> handheldOf(double percent, std::uint32_t seed);

private:
    void fill();
    void set(double percent, bool merges);

    FilmDesk& m_desk;
    QSlider* m_slider = nullptr;
    NumberField* m_number = nullptr;
    QList<QToolButton*> m_hands;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
