#include "ui/camera/cameradocks.h"

#include "ui/actions.h"
#include "ui/camera/curveeditor.h"
#include "ui/camera/movepalette.h"
#include "ui/camera/topviewpanel.h"
#include "ui/filmdesk.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

CameraDocks::CameraDocks(QMainWindow& window, FilmDesk& desk, Actions& actions, QDockWidget* bottom,
                         QDockWidget* right, QObject* parent)
    : QObject(parent), m_window(window), m_actions(actions), m_right(right)
{
    m_curves = add(u"curvesDock"_s, tr("Curves"), u"view.curves"_s, bottom, 260,
                   [&desk] { return new CurveEditor(desk); });
    m_topView = add(u"topViewDock"_s, tr("Top view"), u"view.topView"_s, right, 400,
                    [&desk] { return new TopViewPanel(desk); });
    m_moves = add(u"movesDock"_s, tr("Moves"), u"view.moves"_s, bottom, 280,
                  [&desk] { return new MovePalette(desk); });
    connect(actions.at(u"view.reset"_s), &QAction::triggered, this, [this] {
        for (QDockWidget* dock : {m_curves, m_topView, m_moves}) {
            dock->hide();
            dock->setProperty("isPlaced", false);
        }
    });
}

QDockWidget* CameraDocks::add(const QString& name, const QString& title, const QString& action,
                              QDockWidget* beside, int height,
                              const std::function<QWidget*()>& make)
{
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    m_window.addDockWidget(m_window.dockWidgetArea(beside), dock);
    dock->hide();
    QAction* toggle = m_actions.at(action);
    connect(toggle, &QAction::triggered, this, [this, dock, beside, height](bool isWanted) {
        if (!isWanted) {
            dock->hide();
            return;
        }
        // Its first place is behind a tab of a dock that is there; later the person's own.
        if (!dock->property("isPlaced").toBool() && !dock->isFloating() && beside->isVisible())
            m_window.tabifyDockWidget(beside, dock);
        show(dock);
        const int most = m_window.height() * (beside == m_right ? 42 : 28) / 100;
        if (dock->height() < std::min(height, most))
            m_window.resizeDocks({dock}, {std::min(height, most)}, Qt::Vertical);
    });
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock, toggle, make] {
        if (dock->isVisible()) {
            dock->setProperty("isPlaced", true);
            if (!dock->widget())
                dock->setWidget(make());
        }
        // A dock behind another's tab is there, though not to be seen.
        toggle->setChecked(!dock->isHidden());
    });
    return dock;
}

void CameraDocks::show(QDockWidget* dock)
{
    dock->show();
    dock->raise();
    if (dock->widget())
        dock->widget()->setFocus();
}

} // namespace dollygrip::ui
