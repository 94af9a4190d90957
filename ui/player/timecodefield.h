#pragma once

#include "core/base/time.h"

#include <QWidget>

class QLineEdit;

namespace dollygrip::ui {

/// The playhead's timecode in figures of equal width, so that nothing trembles while it runs. A
/// click lets a timecode be typed. Main thread.
class TimecodeField : public QWidget {
    Q_OBJECT
public:
    explicit TimecodeField(QWidget* parent = nullptr);

    void setRate(FrameRate rate, FrameIndex start);
    void setFrame(FrameIndex frame); ///< of the film, from 0
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void frameTyped(FrameIndex frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QFont figures() const;

    FrameRate m_rate;
    FrameIndex m_start = 0;
    FrameIndex m_frame = 0;
};

} // namespace dollygrip::ui
