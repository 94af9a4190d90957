#pragma once

#include "core/project/film.h"
#include "ui/filmdesk.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QPointF>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QDockWidget;

namespace dollygrip::ui {
class Session;
} // namespace dollygrip::ui

namespace dollygrip::tour {

/// What the pictures are taken of.
struct Wish {
    QString folder; ///< where the numbered pictures go
    QSize size{1600, 1000};
    ui::ThemeKind theme = ui::ThemeKind::Dark;
    QStringList chapters; ///< empty: all
};

/// A hand at the program's real window, and a camera before it: opens the sample film, uses pen,
/// mouse and keys as a person does, and keeps a numbered picture of the screen when asked. Under a
/// platform without a screen to look at (offscreen) the windows are painted over each other
/// instead. Main thread.
class TourGuide {
public:
    explicit TourGuide(const Wish& wish);
    ~TourGuide();

    ui::MainWindow& window() { return *m_window; }
    ui::FilmDesk& desk() { return m_window->desk(); }
    ui::Session& session();
    const Film& film();
    bool wants(const QString& chapter) const;

    /// Runs events until the pool is idle and nothing more is being painted.
    void settle();
    /// Keeps "NNN CHAPTER NAME.png" once everything has settled.
    void picture(const QString& name);
    void chapter(const QString& name) { m_chapter = name; }

    /// Triggers a command that may open something over the window; keeps its picture, closes it.
    void pictureOf(const QString& id);
    /// Keeps a picture of the menu or popup that is open, and closes it.
    void pictureOfPopup(const QString& name);
    /// Shows a page of the inspector by its name.
    void page(const QString& name);

    void goTo(const QString& shot);
    /// Triggers a command; false (and said) when there is none of that id or it is disabled.
    bool command(const QString& id);
    QDockWidget* dock(const QString& name);

    // On the paper, in picture units.
    QPoint at(QPointF picture);
    void hover(QPointF picture);
    void click(QPointF picture, Qt::KeyboardModifiers keys = {});
    void doubleClick(QPointF picture);
    /// Mouse down, along the way, up; `inTheMiddle` is called before the button goes up.
    void drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys = {},
              const std::function<void()>& inTheMiddle = {});
    /// A stroke of the pen; pressure rises and falls along it, `tilt` in degrees.
    void stroke(const QList<QPointF>& way, double pressure = 0.8, double tilt = 0);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);

    /// How many pictures there are.
    int count() const { return m_count; }

private:
    void closePopups();
    QWidget* typedInto();

    Wish m_wish;
    QTemporaryDir m_films;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_chapter;
    int m_count = 0;
};

// The tour, chapter by chapter.
void showWorkspaces(TourGuide& guide);
void showTools(TourGuide& guide);
void showBoards(TourGuide& guide);
void showDrawing(TourGuide& guide);
void showLayers(TourGuide& guide);
void showGuides(TourGuide& guide);
void showMotion(TourGuide& guide);
void showCamera(TourGuide& guide);
void showDocks(TourGuide& guide);
void showDialogs(TourGuide& guide);
void showRedraw(TourGuide& guide);

} // namespace dollygrip::tour
