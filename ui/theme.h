#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;

namespace dollygrip::ui {

/// The one place of the window's colours, sizes and icons (look.md's tokens). Main thread.
enum class ThemeKind { Dark, Light };

struct Theme {
    ThemeKind kind = ThemeKind::Dark;
    QColor surround, window, dock, raised, line, text, secondary, disabled, paper;
    QColor subject; ///< arrows, regions, motion bars (amber)
    QColor camera;  ///< frames, path, keys (cyan)
    QColor still;   ///< held still (violet)
    QColor sound;   ///< green
    QColor alert;   ///< playhead, errors (red)
    QColor take;    ///< green mark of a take
};

/// The theme in force; applyTheme() sets palette and style sheet of the application.
const Theme& theme();
void applyTheme(QApplication& application, ThemeKind kind);

/// One of our line icons (resources/icons/NAME.svg), drawn in the theme's text colour, with the
/// disabled and checked states; sharp at every scale.
QIcon themedIcon(const QString& name);

/// Spacing in steps: 1 is 4 px.
constexpr int spacing(int steps)
{
    return 4 * steps;
}
inline constexpr int kRowHeight = 28;
inline constexpr int kPenTarget = 32;

/// The mark of a shot's state: still ○, move ◐ amber, draft ◑ cyan, take ● green.
enum class ShotMark { Still, Move, Draft, Take };
void paintShotMark(class QPainter& painter, const class QRectF& rectangle, ShotMark mark);

} // namespace dollygrip::ui
