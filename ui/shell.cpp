#include "ui/shell.h"

#include "core/project/samplefilm.h"
#include "ui/errorbox.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/startwindow.h"
#include "ui/windowdialogs.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

Shell::Shell(TakeRunnerFunction runner, Settings& settings, QObject* parent)
    : QObject(parent), m_runner(std::move(runner)), m_settings(settings)
{
}

Shell::~Shell()
{
    delete m_window;
    delete m_start;
}

MainWindow* Shell::window() const
{
    return m_window;
}

StartWindow* Shell::startWindow() const
{
    return m_start;
}

QString Shell::filmsFolder()
{
    for (const auto place : {QStandardPaths::MoviesLocation, QStandardPaths::DocumentsLocation,
                             QStandardPaths::AppDataLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (folder.isEmpty())
            continue;
        const QDir films(folder + "/Dollygrip"_L1);
        if (films.mkpath(u"."_s) && QFileInfo(films.path()).isWritable())
            return films.path();
    }
    return QDir::tempPath();
}

void Shell::start(const QString& path, bool wantsSample)
{
    if (wantsSample) {
        openSample();
        return;
    }
    if (!path.isEmpty()) {
        open(path);
        return;
    }
    const QString last = m_settings.lastFilm();
    if (last.isEmpty() || !QFileInfo::exists(last))
        openSample();
    else
        open(last);
}

bool Shell::open(const QString& path, OpenMode mode)
{
    // The film that is open already only comes to the front.
    if (m_window && QFileInfo(m_window->desk().store().path()) == QFileInfo(path)) {
        m_window->raise();
        m_window->activateWindow();
        return true;
    }
    auto store = FilmStore::open(path, mode);
    if (!store) {
        if (store.error().code == ErrorCode::FileNotFound)
            m_settings.removeRecentFilm(path);
        refuse(path, store.error());
        return false;
    }
    show(std::move(*store));
    return true;
}

bool Shell::create(const QString& path, const Film& film)
{
    auto store = FilmStore::create(path, film);
    if (!store) {
        refuse(path, store.error());
        return false;
    }
    show(std::move(*store));
    return true;
}

bool Shell::openSample()
{
    auto film = sampleFilm();
    if (!film) {
        refuse({}, film.error());
        return false;
    }
    const QDir folder(filmsFolder());
    const QString name = film->settings.title.isEmpty() ? tr("Sample film") : film->settings.title;
    const QString path = folder.filePath(name + ".dgrip"_L1);
    if (m_window && QFileInfo(m_window->desk().store().path()) == QFileInfo(path)) {
        m_window->raise();
        return true;
    }
    // What somebody made of it stays; a copy that is open elsewhere gets a neighbour.
    if (QFileInfo::exists(path)) {
        auto store = FilmStore::open(path);
        if (store) {
            show(std::move(*store));
            return true;
        }
    }
    QString free = path;
    for (int n = 2; QFileInfo::exists(free); ++n)
        free = folder.filePath(u"%1 %2.dgrip"_s.arg(name).arg(n));
    return create(free, *film);
}

void Shell::refuse(const QString& path, const Error& error)
{
    if (m_window) {
        m_window->errors().show(error);
        return;
    }
    delete m_start;
    m_start = new StartWindow(path, error);
    connect(m_start, &StartWindow::readOnlyWanted, this,
            [this](const QString& film) { open(film, OpenMode::ReadOnly); });
    connect(m_start, &StartWindow::filmChosen, this, [this](const QString& film) { open(film); });
    connect(m_start, &StartWindow::sampleWanted, this, &Shell::openSample);
    m_start->show();
}

void Shell::show(std::unique_ptr<FilmStore> store)
{
    const QStringList notes = store->notes();
    const bool isReadOnly = store->isReadOnly();
    m_settings.addRecentFilm(store->path());
    // The new window takes over the arrangement of the old one and is there before that goes, so
    // that the program never stands without a window. One that cannot be saved stays open.
    const QPointer<MainWindow> old = m_window;
    if (old)
        old->rememberArrangement();
    m_window = new MainWindow(std::make_unique<FilmDesk>(std::move(store), m_runner), m_settings);
    m_window->setAttribute(Qt::WA_DeleteOnClose);
    connectWindow();
    m_window->show();
    if (old)
        old->close();
    if (m_start)
        m_start->deleteLater();
    for (const QString& note : notes)
        m_window->errors().showNotice(note);
    if (isReadOnly)
        m_window->errors().showNotice(
            tr("This film is open to look at: nothing you change is kept."),
            tr("Close the other program, or make a copy of the film to work on."));
}

void Shell::connectWindow()
{
    WindowDialogs& dialogs = m_window->dialogs();
    dialogs.setEngineText(m_engine);
    // Queued: the window that asks may go away for the new one.
    connect(
        &dialogs, &WindowDialogs::filmChosen, this, [this](const QString& path) { open(path); },
        Qt::QueuedConnection);
    connect(
        &dialogs, &WindowDialogs::filmMade, this,
        [this](const QString& path, const Film& film) { create(path, film); },
        Qt::QueuedConnection);
    connect(&dialogs, &WindowDialogs::sampleWanted, this, &Shell::openSample, Qt::QueuedConnection);
    connect(&dialogs, &WindowDialogs::themeChosen, this, &Shell::applyChosenTheme);
}

void Shell::applyChosenTheme()
{
    auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
    applyTheme(*application, m_settings.themeKind());
    for (QWidget* widget : QApplication::allWidgets())
        widget->update();
}

} // namespace dollygrip::ui
