#include "ui/shell.h"

#include "ui/errorbox.h"
#include "ui/mainwindow.h"
#include "ui/poolwork.h"
#include "ui/settings.h"
#include "ui/startwindow.h"
#include "ui/windowdialogs.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStatusBar>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kPatienceMs = 300;

} // namespace

Shell::Shell(TakeRunnerFunction runner, Settings& settings, QObject* parent)
    : QObject(parent), m_runner(std::move(runner)), m_settings(settings)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &Shell::sayOpening);
}

Shell::~Shell()
{
    m_growing.reset();
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

void Shell::open(const QString& path, OpenMode mode)
{
    // The film that is open already only comes to the front.
    if (m_window && QFileInfo(openPath()) == QFileInfo(path)) {
        bringToFront();
        return;
    }
    follow({path, mode, [path, mode, home = thread()] { return openFilm(path, mode, home); }});
}

void Shell::create(const QString& path, const Film& film)
{
    follow({path, OpenMode::Edit,
            [path, film, home = thread()] { return createFilm(path, film, home); }});
}

void Shell::openSample()
{
    follow({{}, OpenMode::Edit, [openNow = openPath(), home = thread()] {
                return openSampleFilm(filmsFolder(), openNow, home);
            }});
}

void Shell::follow(const Wish& wish)
{
    if (!m_current)
        begin(wish);
    else if (*m_current == wish)
        m_next.reset();
    else
        m_next = wish;
}

void Shell::begin(const Wish& wish)
{
    m_current = wish;
    m_patience.start();
    inPool(this, wish.read, [this](Result<OpenedFilm> opened) { finish(std::move(opened)); });
}

void Shell::finish(Result<OpenedFilm> opened)
{
    const Wish wish = *m_current;
    if (m_next) {
        // Something else is wanted by now: this film is closed, in the pool, before that is read.
        const Wish next = *std::exchange(m_next, std::nullopt);
        auto unwanted = std::make_shared<Result<OpenedFilm>>(std::move(opened));
        begin({next.path, next.mode, [unwanted, read = next.read] {
                   if (*unwanted)
                       **unwanted = OpenedFilm();
                   return read();
               }});
        return;
    }
    if (!opened) {
        if (opened.error().code == ErrorCode::FileNotFound)
            m_settings.removeRecentFilm(wish.path);
        refuse(wish.path, opened.error());
        settle();
    } else if ((*opened).store) {
        if (m_window)
            m_window->rememberArrangement();
        show(std::move(*opened));
    } else {
        bringToFront();
        settle();
    }
}

void Shell::settle()
{
    m_current.reset();
    m_patience.stop();
    if (m_window)
        m_window->statusBar()->clearMessage();
    if (m_next) {
        begin(*std::exchange(m_next, std::nullopt));
        return;
    }
    // Later: the window that was replaced is gone by then, and its film's lock with it.
    QMetaObject::invokeMethod(this, &Shell::settled, Qt::QueuedConnection);
}

void Shell::sayOpening()
{
    if (!m_current)
        return;
    const QString path = m_current->path;
    if (m_window) {
        const QString name = QFileInfo(path).completeBaseName();
        m_window->statusBar()->showMessage(name.isEmpty() ? tr("Opening the sample film…")
                                                          : tr("Opening “%1”…").arg(name));
        return;
    }
    const QPointer<StartWindow> before = m_start;
    m_start = new StartWindow(path);
    m_start->show();
    if (before)
        before->deleteLater();
}

QString Shell::openPath() const
{
    return m_window ? m_window->desk().store().path() : QString();
}

void Shell::bringToFront()
{
    if (!m_window)
        return;
    m_window->raise();
    m_window->activateWindow();
}

void Shell::refuse(const QString& path, const Error& error)
{
    if (m_window) {
        m_window->errors().show(error);
        return;
    }
    const QPointer<StartWindow> before = m_start;
    m_start = new StartWindow(path, error);
    connect(m_start, &StartWindow::readOnlyWanted, this,
            [this](const QString& film) { open(film, OpenMode::ReadOnly); });
    connect(m_start, &StartWindow::filmChosen, this, [this](const QString& film) { open(film); });
    connect(m_start, &StartWindow::sampleWanted, this, &Shell::openSample);
    m_start->show();
    if (before)
        before->deleteLater();
}

void Shell::show(OpenedFilm film)
{
    m_settings.addRecentFilm(film.store->path());
    m_growing = std::make_unique<MainWindow>(std::make_unique<FilmDesk>(std::move(film), m_runner),
                                             m_settings, MainWindow::Build::InSteps);
    grow();
}

void Shell::grow()
{
    if (m_growing->buildNext())
        QMetaObject::invokeMethod(this, &Shell::grow, Qt::QueuedConnection);
    else
        present();
}

void Shell::present()
{
    // The new window takes over the arrangement of the old one and is there before that goes, so
    // that the program never stands without a window. One that cannot be saved stays open.
    const QPointer<MainWindow> old = m_window;
    m_window = m_growing.release();
    m_window->setAttribute(Qt::WA_DeleteOnClose);
    connectWindow();
    m_window->show();
    if (old)
        old->close();
    if (m_start)
        m_start->deleteLater();
    FilmStore& store = m_window->desk().store();
    for (const QString& note : store.notes())
        m_window->errors().showNotice(note);
    if (store.isReadOnly())
        m_window->errors().showNotice(
            tr("This film is open to look at: nothing you change is kept."),
            tr("Close the other program, or make a copy of the film to work on."));
    settle();
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
