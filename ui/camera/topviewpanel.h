#pragma once

#include <QWidget>

namespace dollygrip::ui {

class FilmDesk;
class TopView;

/// The top view with its few switches. Main thread.
class TopViewPanel : public QWidget {
    Q_OBJECT
public:
    explicit TopViewPanel(FilmDesk& desk, QWidget* parent = nullptr);
    TopView& view() { return *m_view; }

private:
    TopView* m_view = nullptr;
};

} // namespace dollygrip::ui
