#pragma once

#include "ui/session.h"

#include <QAbstractButton>
#include <QFrame>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QSlider;

namespace dollygrip::ui {

/// Shows what the pen draws with: its colour at its size. Opens BrushPopup. Main thread.
class BrushButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit BrushButton(Session& session, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {36, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void open();

    Session& m_session;
};

/// Kind, colour, size and opacity of the pen; size of eraser and motion brush. Main thread.
class BrushPopup : public QFrame {
    Q_OBJECT
public:
    explicit BrushPopup(Session& session, QWidget* parent = nullptr);

private:
    QWidget* kinds();
    QWidget* colours();
    QSlider* slider(const QString& name, double least, double most, double now,
                    void (*set)(BrushSettings&, double), QFormLayout* form);
    void otherColour();

    Session& m_session;
};

} // namespace dollygrip::ui
