#include "ui/windowdialogs.h"

#include "ui/actions.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/modelsdialog.h"
#include "ui/dialogs/newfilmdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/versionsdialog.h"
#include "ui/filmdesk.h"
#include "ui/help/helptext.h"
#include "ui/help/helpwindow.h"
#include "ui/languages.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QActionGroup>
#include <QDragMoveEvent>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

WindowDialogs::WindowDialogs(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* window)
    : QObject(window), m_desk(desk), m_settings(settings), m_window(window), m_import(desk),
      m_actions(actions)
{
    const auto on = [&](const QString& id, void (WindowDialogs::*act)()) {
        connect(actions.at(id), &QAction::triggered, this, act);
    };
    on(u"film.new"_s, &WindowDialogs::newFilm);
    on(u"film.open"_s, &WindowDialogs::openFilm);
    on(u"film.import"_s, &WindowDialogs::chooseImport);
    on(u"view.pinPicture"_s, &WindowDialogs::choosePinned);
    on(u"film.export"_s, &WindowDialogs::showExport);
    on(u"film.versions"_s, &WindowDialogs::showVersions);
    on(u"take.models"_s, &WindowDialogs::showModels);
    on(u"edit.preferences"_s, &WindowDialogs::showPreferences);
    on(u"help.manual"_s, &WindowDialogs::showHelp);
    on(u"help.about"_s, &WindowDialogs::showAbout);
    connect(actions.at(u"film.sample"_s), &QAction::triggered, this, &WindowDialogs::sampleWanted);
    connectThemes(actions);
}

void WindowDialogs::connectThemes(Actions& actions)
{
    auto* group = new QActionGroup(this);
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
        QAction* action = actions.at(kind == ThemeKind::Dark ? u"view.dark"_s : u"view.light"_s);
        group->addAction(action);
        action->setChecked(theme().kind == kind);
        connect(action, &QAction::triggered, this, [this, kind] {
            m_settings.setThemeKind(kind);
            Q_EMIT themeChosen();
        });
        connect(this, &WindowDialogs::themeChosen, action,
                [this, action, kind] { action->setChecked(m_settings.themeKind() == kind); });
    }
}

void WindowDialogs::newFilm()
{
    auto* dialog = new NewFilmDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { Q_EMIT filmMade(dialog->path(), emptyFilm(dialog->settings())); });
    dialog->open();
}

void WindowDialogs::openFilm()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Open film"), QFileInfo(m_desk.store().path()).absolutePath(),
                        tr("Dollygrip films (*.dgrip);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WindowDialogs::filmChosen);
    dialog->open();
}

void WindowDialogs::chooseImport()
{
    auto* dialog = new QFileDialog(
        m_window, tr("Import pictures and sounds"), m_settings.text(u"folders/import"_s),
        tr("Pictures and sounds (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.wav *.flac "
           "*.mp3 *.ogg *.opus *.m4a *.aac *.mov *.mp4);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (!paths.isEmpty())
            m_settings.setText(u"folders/import"_s, QFileInfo(paths.first()).absolutePath());
        importFiles(paths, PicturesBecome::Shots);
    });
    dialog->open();
}

void WindowDialogs::choosePinned()
{
    auto* dialog = new QFileDialog(
        m_window, tr("Pin a reference picture"), m_settings.text(u"folders/import"_s),
        tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList& paths) { importFiles(paths, PicturesBecome::Pinned); });
    dialog->open();
}

void WindowDialogs::importFiles(const QStringList& paths, PicturesBecome become)
{
    QStringList media;
    for (const QString& path : paths) {
        if (path.endsWith(".dgrip"_L1, Qt::CaseInsensitive))
            Q_EMIT filmChosen(path);
        else
            media.append(path);
    }
    if (!media.isEmpty())
        m_import.import(media, become);
}

void WindowDialogs::takeDropsOn(QWidget* widget, PicturesBecome become)
{
    widget->setAcceptDrops(true);
    widget->installEventFilter(this);
    m_dropTargets.insert(widget, become);
}

bool WindowDialogs::eventFilter(QObject* watched, QEvent* event)
{
    const auto target = m_dropTargets.constFind(watched);
    if (target == m_dropTargets.constEnd())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        drag->setAccepted(MediaImport::accepts(*drag->mimeData()));
        return true;
    }
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        drop->acceptProposedAction();
        const bool pins =
            *target == PicturesBecome::Layers && (drop->modifiers() & Qt::AltModifier);
        importFiles(MediaImport::paths(*drop->mimeData()), pins ? PicturesBecome::Pinned : *target);
        return true;
    }
    default: return QObject::eventFilter(watched, event);
    }
}

void WindowDialogs::showExport()
{
    // One for the window: a hidden one may still be at work.
    if (!m_export)
        m_export = new ExportDialog(m_desk, m_window);
    m_export->show();
    m_export->raise();
    m_export->activateWindow();
}

void WindowDialogs::showVersions()
{
    auto* dialog = new VersionsDialog(m_desk, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowDialogs::showModels()
{
    auto* dialog = new ModelsDialog(m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ModelsDialog::chosen, this, &WindowDialogs::modelsChosen);
    dialog->open();
}

void WindowDialogs::showPreferences()
{
    auto* dialog = new PreferencesDialog(m_settings, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::themeChanged, this, &WindowDialogs::themeChosen);
    connect(dialog, &PreferencesDialog::penFeelWanted, m_actions.at(u"brush.feel"_s),
            &QAction::trigger);
    dialog->open();
}

void WindowDialogs::showHelp()
{
    if (!m_help) {
        m_help = new HelpWindow(m_actions, languageInForce(m_settings.language()), m_window);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->showPage(helpPageOf(m_desk.session().tool()));
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void WindowDialogs::showAbout()
{
    auto* dialog = new AboutDialog(m_engine, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace dollygrip::ui
