#include "ui/toolcolumn.h"

#include "ui/actions.h"
#include "ui/brushpopup.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct ToolOfAction {
    ToolKind tool;
    const char* action;
    bool beginsGroup;
};

constexpr ToolOfAction kTools[] = {
    {ToolKind::Select, "tool.select"},
    {ToolKind::Pick, "tool.pick", false, 1},
    {ToolKind::CutOut, "tool.cutOut", false, 1},
    {ToolKind::Pen, "tool.pen", true},
    {ToolKind::Eraser, "tool.eraser"},
    {ToolKind::Line, "tool.line", false, 2},
    {ToolKind::Rectangle, "tool.rectangle", false, 2},
    {ToolKind::Ellipse, "tool.ellipse", false, 2},
    {ToolKind::Polygon, "tool.polygon", false, 2},
    {ToolKind::Curve, "tool.curve", false, 2},
    {ToolKind::FillArea, "tool.fill"},
    {ToolKind::Text, "tool.text"},
    {ToolKind::Eyedropper, "tool.eyedropper"},
    {ToolKind::Region, "tool.region", true},
    {ToolKind::Lasso, "tool.lasso"},
    {ToolKind::Outline, "tool.outline"},
    {ToolKind::Arrow, "tool.arrow"},
    {ToolKind::Camera, "tool.camera"},
};

} // namespace

ToolColumn::ToolColumn(FilmDesk& desk, Actions& actions, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"toolColumn"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(kPenTarget + spacing(3));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(1), spacing(2), spacing(1), spacing(2));
    column->setSpacing(2);
    auto* group = new QActionGroup(this);
    for (const ToolOfAction& entry : kTools) {
        QAction* action = actions.at(QString::fromLatin1(entry.action));
        group->addAction(action);
        if (entry.beginsGroup)
            column->addSpacing(spacing(2));
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::NoFocus);
        button->setIconSize({20, 20});
        button->setFixedSize(kPenTarget + spacing(1), kPenTarget);
        column->addWidget(button, 0, Qt::AlignHCenter);
        connect(action, &QAction::triggered, &desk.session(),
                [&session = desk.session(), tool = entry.tool] { session.setTool(tool); });
    }
    column->addSpacing(spacing(2));
    column->addWidget(new BrushButton(desk.session()), 0, Qt::AlignHCenter);
    column->addStretch(1);
    const auto showTool = [&desk, &actions] {
        for (const ToolOfAction& entry : kTools) {
            if (entry.tool == desk.session().tool())
                actions.at(QString::fromLatin1(entry.action))->setChecked(true);
        }
    };
    connect(&desk.session(), &Session::toolChanged, this, showTool);
    showTool();
}

} // namespace dollygrip::ui
