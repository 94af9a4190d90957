#pragma once

#include <QList>
#include <QWidget>

namespace dollygrip::ui {

class Actions;
class BrushBox;
class BrushButton;
class FilmDesk;

/// The tools beside the paper, large enough for a pen, and what the pen draws with. Kindred tools
/// share a button: hold it, or the right button, for the others. In as many columns as the height
/// asks for. Main thread.
class ToolColumn : public QWidget {
    Q_OBJECT
public:
    ToolColumn(FilmDesk& desk, Actions& actions, BrushBox& box, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QWidget* widget;
        bool beginsGroup;
    };
    int rowsFor(int columns) const;
    void arrange();

    QList<Place> m_places;
};

} // namespace dollygrip::ui
