#pragma once

#include "ui/session.h"

#include <QAbstractButton>
#include <QFrame>

class QFormLayout;
class QSlider;

namespace dollygrip::ui {

class BrushBox;

/// Shows what the pen draws with: its colour at its size. Opens BrushPopup. Main thread.
class BrushButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit BrushButton(BrushBox& box, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {36, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void open();

    BrushBox& m_box;
};

/// Brushes, colour, sizes and opacity, beside the tools where there is no room for the dock. Main
/// thread.
class BrushPopup : public QFrame {
    Q_OBJECT
public:
    explicit BrushPopup(BrushBox& box, QWidget* parent = nullptr);

private:
    QSlider* slider(const QString& name, double least, double most, double now,
                    void (*set)(BrushSettings&, double), QFormLayout* form);

    Session& m_session;
};

} // namespace dollygrip::ui
