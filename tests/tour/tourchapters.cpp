// The chapters that show everything there is, whatever it is: workspaces, tools, docks, dialogs.
#include "tests/tour/tourguide.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QApplication>
#include <QDockWidget>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

void showWorkspaces(TourGuide& guide)
{
    guide.goTo(u"2A"_s);
    for (const char* name : {"board", "stage", "cut", "review"}) {
        guide.command(u"view."_s + QLatin1StringView(name));
        guide.picture(QLatin1StringView(name));
    }
    guide.command(u"view.stage"_s);
    guide.command(u"view.paper"_s);
    guide.picture(u"paper only"_s);
    guide.command(u"view.paper"_s);
}

void showTools(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"2A"_s);
    for (QAction* action : guide.window().actions().all()) {
        const QString id = action->objectName();
        if (!id.startsWith("tool."_L1))
            continue;
        guide.command(id);
        guide.hover({0.45, 0.55});
        guide.picture(id);
    }
    guide.command(u"tool.pen"_s);
}

void showDocks(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"2A"_s);
    // These find their place when their command shows them.
    const QStringList shown = {u"view.outline"_s, u"view.curves"_s, u"view.topView"_s,
                               u"view.moves"_s};
    for (const QString& id : shown) {
        guide.command(id);
        guide.command(id);
    }
    const auto docks = guide.window().findChildren<QDockWidget*>();
    for (QDockWidget* dock : docks) {
        const bool wasShown = dock->isVisible();
        dock->show();
        dock->raise();
        guide.picture(dock->windowTitle());
        for (QTabWidget* tabs : dock->findChildren<QTabWidget*>()) {
            const int before = tabs->currentIndex();
            for (int i = 0; i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                guide.picture(dock->windowTitle() + u' ' + tabs->tabText(i).remove(u'/'));
            }
            tabs->setCurrentIndex(before);
        }
        dock->setVisible(wasShown);
    }
    guide.command(u"view.reset"_s);
}

void showDialogs(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"1A"_s);
    for (const char* id : {"film.new", "film.export", "film.versions", "edit.search",
                           "edit.preferences", "take.compare", "take.conditioning", "take.cast",
                           "take.models", "help.keys", "help.about"})
        guide.pictureOf(QLatin1StringView(id));
}

} // namespace dollygrip::tour
