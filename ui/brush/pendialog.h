#pragma once

#include "ui/session.h"

#include <QDialog>
#include <QImage>

namespace dollygrip::ui {

class CurveField;

/// Paper to try the pen on: draws with the brush and feel of the session. Main thread.
class PenPad : public QWidget {
    Q_OBJECT
public:
    explicit PenPad(Session& session, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {420, 150}; }

public Q_SLOTS:
    void clear();

Q_SIGNALS:
    /// What the pen itself says, before any curve, 0…1; below 0 when it is up.
    void felt(double pressure, double tilt);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;

private:
    void add(const QPointF& place, double pressure, double tilt, bool isFirst);
    void end();

    Session& m_session;
    QImage m_paper;
    Stroke m_stroke;
};

/// How the pen feels: pressure and tilt as curves, with paper to try them. Main thread.
class PenDialog : public QDialog {
    Q_OBJECT
public:
    explicit PenDialog(Session& session, QWidget* parent = nullptr);

private:
    void follow();

    Session& m_session;
    CurveField* m_pressure;
    CurveField* m_tilt;
};

} // namespace dollygrip::ui
