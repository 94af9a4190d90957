#include "ui/inspector/rowlist.h"

#include "ui/theme.h"

#include <QAbstractItemModel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dollygrip::ui {

namespace {

constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kMarkRole = Qt::UserRole + 2;
constexpr int kMarkWidth = 10;
constexpr int kIconRight = 28; // a little beyond it

/// Colours are asked for while painting, so that rows follow the theme.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Theme& t = theme();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isOver = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        else if (isOver)
            painter->fillRect(option.rect, t.raised);
        QRect room = option.rect.adjusted(spacing(2), 0, -spacing(2), 0);
        const auto mark = RowList::Mark(index.data(kMarkRole).toInt());
        if (mark != RowList::Mark::None) {
            QRect dot(0, 0, kMarkWidth, kMarkWidth);
            dot.moveCenter(QPoint(room.left() + kMarkWidth / 2, room.center().y()));
            painter->fillRect(dot, mark == RowList::Mark::Still ? t.still : t.subject);
            room.setLeft(dot.right() + spacing(2));
        }
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull()) {
            QRect place(0, 0, 16, 16);
            place.moveCenter(QPoint(room.left() + 8, room.center().y()));
            icon.paint(painter, place);
            room.setLeft(place.right() + spacing(2));
        }
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        painter->setFont(option.font);
        const QString detail = index.data(kDetailRole).toString();
        painter->setPen(isEnabled ? t.secondary : t.disabled);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, detail);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(detail) - spacing(2));
        painter->setPen(isEnabled ? t.text : t.disabled);
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

RowList::RowList(int mostRows, QWidget* parent) : QListWidget(parent), m_mostRows(mostRows)
{
    setItemDelegate(new RowDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto resize = [this] { updateGeometry(); };
    connect(model(), &QAbstractItemModel::rowsInserted, this, resize);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, resize);
    connect(model(), &QAbstractItemModel::modelReset, this, resize);
}

QListWidgetItem* RowList::addRow(const QString& name, const QString& detail, const QIcon& icon)
{
    auto* item = new QListWidgetItem(icon, name, this);
    item->setData(kDetailRole, detail);
    item->setToolTip(name);
    return item;
}

QListWidgetItem* RowList::addRow(const QString& name, const QString& detail, Mark mark)
{
    QListWidgetItem* item = addRow(name, detail);
    item->setData(kMarkRole, int(mark));
    return item;
}

QString RowList::name(const QListWidgetItem& item)
{
    return item.text();
}

QString RowList::detail(const QListWidgetItem& item)
{
    return item.data(kDetailRole).toString();
}

void RowList::mousePressEvent(QMouseEvent* event)
{
    const QListWidgetItem* item = itemAt(event->position().toPoint());
    const bool isOnIcon = item && !item->icon().isNull() && event->position().x() < kIconRight;
    if (isOnIcon && event->button() == Qt::LeftButton) {
        Q_EMIT iconClicked(row(item));
        return;
    }
    QListWidget::mousePressEvent(event);
}

QSize RowList::sizeHint() const
{
    return {200, kRowHeight * std::clamp(count(), 1, m_mostRows)};
}

} // namespace dollygrip::ui
