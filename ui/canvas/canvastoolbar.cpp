#include "ui/canvas/canvastoolbar.h"

#include "ui/actions.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QToolButton>

#include <utility>

namespace dollygrip::ui {

using namespace Qt::StringLiterals;

CanvasToolBar::CanvasToolBar(const Actions& actions, Session& session, QWidget* parent)
    : QToolBar(tr("Tools"), parent)
{
    setObjectName(u"tools"_s);
    setOrientation(Qt::Vertical);
    setMovable(false);
    setIconSize(QSize(20, 20));
    const std::pair<ToolKind, QString> tools[] = {
        {ToolKind::Select, u"tool.select"_s}, {ToolKind::Pen, u"tool.pen"_s},
        {ToolKind::Eraser, u"tool.eraser"_s}, {ToolKind::Region, u"tool.region"_s},
        {ToolKind::Lasso, u"tool.lasso"_s},   {ToolKind::Arrow, u"tool.arrow"_s},
        {ToolKind::Camera, u"tool.camera"_s},
    };
    auto* group = new QActionGroup(this);
    for (const auto& [kind, id] : tools) {
        QAction* action = actions.at(id);
        action->setCheckable(true);
        group->addAction(action);
        if (kind == ToolKind::Region || kind == ToolKind::Camera)
            addSeparator();
        addAction(action);
        if (auto* button = qobject_cast<QToolButton*>(widgetForAction(action))) {
            button->setFixedSize(kPenTarget, kPenTarget);
            button->setFocusPolicy(Qt::NoFocus); // the keys belong to the paper
        }
        connect(action, &QAction::triggered, &session,
                [&session, kind = kind] { session.setTool(kind); });
        const auto follow = [action, &session, kind = kind] {
            if (session.tool() == kind)
                action->setChecked(true);
        };
        connect(&session, &Session::toolChanged, action, follow);
        follow();
    }
}

} // namespace dollygrip::ui
