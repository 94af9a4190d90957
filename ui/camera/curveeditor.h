#pragma once

#include "ui/camera/curveview.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace dollygrip::ui {

class NumberField;
class ChannelList;

/// The curve editor: channels at the left, their curves, and over them handles, eases and the
/// numbers of what is selected. Main thread.
class CurveEditor : public QWidget {
    Q_OBJECT
public:
    explicit CurveEditor(FilmDesk& desk, QWidget* parent = nullptr);

    CurveView& view() { return *m_view; }

private:
    QWidget* buildTools();
    void fill();

    FilmDesk& m_desk;
    CurveView* m_view = nullptr;
    ChannelList* m_channels = nullptr;
    NumberField* m_time = nullptr;
    NumberField* m_value = nullptr;
    QList<QToolButton*> m_handles;
    QToolButton* m_follow = nullptr;
    bool m_isShowing = false;
};

/// Names, colours and values at the playhead of the seven channels. A click chooses, a click on the
/// dot shows or hides.
class ChannelList : public QWidget {
    Q_OBJECT
public:
    ChannelList(CurveView& view, FilmDesk& desk, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {150, 7 * 24 + 8}; }
    QSize minimumSizeHint() const override { return {132, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF row(std::size_t index) const;

    CurveView& m_view;
    FilmDesk& m_desk;
};

} // namespace dollygrip::ui
