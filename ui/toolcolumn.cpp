#include "ui/toolcolumn.h"

#include "ui/actions.h"
#include "ui/brush/brushbox.h"
#include "ui/brushpopup.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct ToolOfAction {
    ToolKind tool;
    const char* action;
    bool beginsGroup = false;
    int shared = 0; ///< neighbours with the same number share a button
};

constexpr ToolOfAction kTools[] = {
    {ToolKind::Select, "tool.select"},
    {ToolKind::Pick, "tool.pick", false, 1},
    {ToolKind::CutOut, "tool.cutOut", false, 1},
    {ToolKind::Guides, "tool.guides"},
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

constexpr int kGap = 2;

/// A button with more tools under it.
class SharedButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().secondary);
        const QPointF corner(width() - 3, height() - 3);
        painter.drawPolygon(QPolygonF({corner, corner - QPointF(5, 0), corner - QPointF(0, 5)}));
    }
    void contextMenuEvent(QContextMenuEvent*) override { showMenu(); }
};

QToolButton* dressed(QToolButton* button)
{
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIconSize({20, 20});
    button->setFixedSize(kPenTarget + spacing(1), kPenTarget);
    return button;
}

} // namespace

ToolColumn::ToolColumn(FilmDesk& desk, Actions& actions, BrushBox& box, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"toolColumn"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(kPenTarget + spacing(3));
    auto* group = new QActionGroup(this);
    QToolButton* button = nullptr;
    int shared = 0;
    for (const ToolOfAction& entry : kTools) {
        QAction* action = actions.at(QString::fromLatin1(entry.action));
        group->addAction(action);
        connect(action, &QAction::triggered, &desk.session(),
                [&session = desk.session(), tool = entry.tool] { session.setTool(tool); });
        if (entry.shared != 0 && entry.shared == shared) {
            button->menu()->addAction(action);
        } else {
            button = entry.shared != 0 ? new SharedButton(this) : new QToolButton(this);
            dressed(button)->setDefaultAction(action);
            if (entry.shared != 0) {
                auto* menu = new QMenu(button);
                menu->addAction(action);
                button->setMenu(menu);
                button->setPopupMode(QToolButton::DelayedPopup);
            }
            m_places.append({button, entry.beginsGroup});
        }
        shared = entry.shared;
        if (shared != 0) { // the button shows the tool that was in hand last
            connect(action, &QAction::toggled, button, [button, action](bool isChosen) {
                if (isChosen)
                    button->setDefaultAction(action);
            });
        }
    }
    m_places.append({new BrushButton(box, this), true});
    const auto showTool = [&desk, &actions] {
        for (const ToolOfAction& entry : kTools) {
            if (entry.tool == desk.session().tool())
                actions.at(QString::fromLatin1(entry.action))->setChecked(true);
        }
    };
    connect(&desk.session(), &Session::toolChanged, this, showTool);
    showTool();
    arrange();
}

int ToolColumn::rowsFor(int columns) const
{
    int rows = 0;
    int inRow = columns;
    for (const Place& place : m_places) {
        if (place.beginsGroup || inRow == columns) {
            ++rows;
            inRow = 0;
        }
        ++inRow;
    }
    return rows;
}

void ToolColumn::arrange()
{
    const int groups = 3;
    const auto heightFor = [&](int columns) {
        return rowsFor(columns) * (kPenTarget + kGap) + groups * spacing(2) + spacing(4);
    };
    int columns = 1;
    while (columns < 3 && heightFor(columns) > height())
        ++columns;
    const int wide = kPenTarget + spacing(1);
    setFixedWidth(columns * (wide + kGap) - kGap + spacing(2));
    int y = spacing(2);
    int column = 0;
    for (const Place& place : m_places) {
        const bool isFirst = place.widget == m_places.first().widget;
        if (!isFirst && (place.beginsGroup || column == columns)) {
            y += kPenTarget + kGap + (place.beginsGroup ? spacing(2) : 0);
            column = 0;
        }
        const int x = spacing(1) + column * (wide + kGap);
        place.widget->move(x + (wide - place.widget->width()) / 2, y);
        ++column;
    }
}

void ToolColumn::resizeEvent(QResizeEvent*)
{
    arrange();
}

} // namespace dollygrip::ui
