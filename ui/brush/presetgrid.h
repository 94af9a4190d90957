#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QWidget>

namespace dollygrip::ui {

class BrushBox;
struct BrushPreset;

/// One preset: a stroke of it, its name, its key. Main thread.
class PresetButton : public QAbstractButton {
    Q_OBJECT
public:
    PresetButton(BrushBox& box, int index, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {66, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    const QImage& sample() const;

    BrushBox& m_box;
    int m_index;
    mutable QImage m_sample;
    mutable QString m_sampleOf; ///< what the sample shows
};

/// The dozen brushes, four in a row. A click takes one, a double click has it as it came.
class PresetGrid : public QWidget {
    Q_OBJECT
public:
    explicit PresetGrid(BrushBox& box, QWidget* parent = nullptr);
};

} // namespace dollygrip::ui
