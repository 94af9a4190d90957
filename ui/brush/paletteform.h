#pragma once

#include <QWidget>

class QComboBox;
class QMenu;
class QToolButton;

namespace dollygrip::ui {

class BrushBox;
class FilmDesk;
class SwatchGrid;

/// The film's palettes: choose one, pick from it, change it. Every change is an undo step of the
/// film. Main thread.
class PaletteForm : public QWidget {
    Q_OBJECT
public:
    PaletteForm(FilmDesk& desk, BrushBox& box, QWidget* parent = nullptr);

    /// From a GIMP palette file; a damaged one is told about.
    void importFile(const QString& path);
    void exportFile(const QString& path);
    /// A palette of the colours in the current panel.
    void takeFromPanel();

private:
    QMenu* menu();
    void follow();
    void newPalette();
    void rename();
    void setColours(const QString& text, const QList<QColor>& colours);

    FilmDesk& m_desk;
    BrushBox& m_box;
    QComboBox* m_names;
    SwatchGrid* m_colours;
    qsizetype m_current = -1;
};

} // namespace dollygrip::ui
