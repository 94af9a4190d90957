#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QSlider;

namespace dollygrip::ui {

class BoardView;
class FilmDesk;

/// The board's title with how many boards there are, how large they are shown and what stands
/// under them. Main thread.
class BoardBar : public QWidget {
    Q_OBJECT
public:
    BoardBar(FilmDesk& desk, BoardView& view, QAction& grid, QAction& captions,
             QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

private:
    void showCount();
    void showMode();

    FilmDesk& m_desk;
    BoardView& m_view;
    QLabel* m_count = nullptr;
    QSlider* m_size = nullptr;
    QWidget* m_captions = nullptr;
};

} // namespace dollygrip::ui
