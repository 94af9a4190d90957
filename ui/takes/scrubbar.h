#pragma once

#include "core/base/time.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace dollygrip::ui {

class FilmDesk;

/// Play button, slider and frame number of the current shot, tied to the film's playhead: who
/// scrubs here scrubs everywhere. Main thread.
class ScrubBar : public QWidget {
    Q_OBJECT
public:
    explicit ScrubBar(FilmDesk& desk, QWidget* parent = nullptr);

    /// Of the current shot, 0 … its length - 1.
    FrameIndex frame() const;

Q_SIGNALS:
    void frameChanged(FrameIndex frame);

private:
    void follow();

    FilmDesk& m_desk;
    QToolButton* m_play = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_readout = nullptr;
};

} // namespace dollygrip::ui
