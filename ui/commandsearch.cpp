#include "ui/commandsearch.h"

#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kWidth = 800;
constexpr int kHeight = 420;

/// Camera moves are found as such.
QString searchText(const QAction& action)
{
    return action.objectName().startsWith("camera."_L1)
               ? CommandSearch::tr("Camera: %1").arg(action.text())
               : action.text();
}

/// 0: not this one; higher is better.
int score(const QAction& action, const QStringList& words)
{
    int total = 1;
    for (const QString& word : words) {
        if (action.text().startsWith(word, Qt::CaseInsensitive))
            total += 100;
        else if (action.text().contains(u' ' + word, Qt::CaseInsensitive))
            total += 60;
        else if (action.text().contains(word, Qt::CaseInsensitive))
            total += 30;
        else if (action.shortcut()
                     .toString(QKeySequence::NativeText)
                     .compare(word, Qt::CaseInsensitive)
                 == 0)
            total += 80;
        else if (action.statusTip().contains(word, Qt::CaseInsensitive))
            total += 10;
        else
            return 0;
    }
    return total;
}

} // namespace

CommandSearch::CommandSearch(const QList<QAction*>& actions, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_actions(actions)
{
    setObjectName(u"commandSearch"_s);
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    column->setSpacing(spacing(2));
    m_field = new QLineEdit;
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setMinimumHeight(kPenTarget);
    m_field->setClearButtonEnabled(true);
    column->addWidget(m_field);
    m_list = new QTreeWidget;
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    QPixmap nothing(16, 16); // names stand in one column, with an icon or without
    nothing.fill(Qt::transparent);
    m_noIcon = QIcon(nothing);
    column->addWidget(m_list);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandSearch::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandSearch::takeChosen);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandSearch::takeChosen);
}

QList<QAction*> CommandSearch::matching(const QList<QAction*>& actions, const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QList<std::pair<int, QAction*>> found;
    for (QAction* action : actions) {
        if (const int points = score(*action, words); points > 0)
            found.append({points, action});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<QAction*> best;
    for (const auto& one : found)
        best.append(one.second);
    return best;
}

void CommandSearch::popUp()
{
    const QWidget* over = parentWidget();
    const int width = std::min(kWidth, over->width() - spacing(4));
    const int height = std::min(kHeight, over->height() - spacing(20));
    resize(width, height);
    move(over->mapToGlobal(QPoint((over->width() - width) / 2, spacing(16))));
    m_field->clear();
    fill();
    show();
    m_field->setFocus();
}

void CommandSearch::fill()
{
    m_list->clear();
    for (QAction* action : matching(m_actions, m_field->text())) {
        auto* item =
            new QTreeWidgetItem(m_list, {searchText(*action), action->statusTip(),
                                         action->shortcut().toString(QKeySequence::NativeText)});
        item->setIcon(0, action->icon().isNull() ? m_noIcon : action->icon());
        item->setSizeHint(1, QSize(0, kRowHeight)); // of the column that stretches
        item->setForeground(1, theme().secondary);
        item->setForeground(2, theme().secondary);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, QVariant::fromValue<QObject*>(action));
        item->setDisabled(!action->isEnabled());
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void CommandSearch::takeChosen()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item || item->isDisabled())
        return;
    auto* action = qobject_cast<QAction*>(item->data(0, Qt::UserRole).value<QObject*>());
    close();
    if (action)
        action->trigger();
}

bool CommandSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
        int by = 0;
        switch (key->key()) {
        case Qt::Key_Up: by = -1; break;
        case Qt::Key_Down: by = 1; break;
        case Qt::Key_PageUp: by = -10; break;
        case Qt::Key_PageDown: by = 10; break;
        default: return QFrame::eventFilter(watched, event);
        }
        const int last = m_list->topLevelItemCount() - 1;
        if (last >= 0)
            m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row + by, 0, last)));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace dollygrip::ui
