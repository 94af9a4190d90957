#pragma once

#include "core/project/stroke.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QSlider;
class QToolButton;

namespace dollygrip::ui {

class Session;

/// What the tool in hand draws with: brush, size, opacity, colour. Shows what the tool uses and
/// hides the rest; beside it one line on how the tool is used. Keys: [ and ] change the size. Main
/// thread.
class BrushBar : public QWidget {
    Q_OBJECT
public:
    explicit BrushBar(Session& session, QWidget* parent = nullptr);

    /// "Smaller" [ and "Larger" ], for menus and the command search.
    QList<QAction*> commands() const { return m_commands; }

private:
    void addBrushes();
    void addSliders();
    void addSwatches();
    void addCommands();
    QString hint() const;
    void follow();
    void setSize(int step);
    void chooseColour();

    Session& m_session;
    QWidget* m_brushes = nullptr;
    QWidget* m_ink = nullptr; ///< opacity and colours
    QHash<int, QToolButton*> m_brushButtons;
    QWidget* m_sizes = nullptr;
    QSlider* m_size = nullptr;
    QLabel* m_sizeText = nullptr;
    QSlider* m_opacity = nullptr;
    QLabel* m_opacityText = nullptr;
    QList<QToolButton*> m_swatches;
    QToolButton* m_colour = nullptr;
    QLabel* m_hint = nullptr; ///< how the tool in hand is used
    QList<QAction*> m_commands;
};

} // namespace dollygrip::ui
