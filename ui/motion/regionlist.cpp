#include "ui/motion/regionlist.h"

#include "ui/canvas/regioncolours.h"
#include "ui/theme.h"

#include <QDropEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kColourRole = Qt::UserRole + 2;
constexpr int kDetailRole = Qt::UserRole + 3;
constexpr int kHiddenRole = Qt::UserRole + 4;
constexpr int kStillRole = Qt::UserRole + 5;
constexpr int kEye = 28;    // pixels from the left
constexpr int kSwatch = 52; // its right end
constexpr int kMostRows = 8;

class RegionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, kRowHeight};
    }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex&) const override
    {
        editor->setGeometry(option.rect.adjusted(kSwatch, 1, -spacing(1), -1));
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Theme& t = theme();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, t.raised);
        const bool isHidden = index.data(kHiddenRole).toBool();
        const QRect row = option.rect;
        themedIcon(isHidden ? u"eye-off"_s : u"eye"_s)
            .paint(painter, QRect(row.left() + 8, row.center().y() - 7, 16, 16));
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF swatch(row.left() + 34, row.center().y() - 5.5, 12, 12);
        const QColor colour = index.data(kColourRole).value<QColor>();
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawRoundedRect(swatch, 3, 3);
        if (index.data(kStillRole).toBool()) { // held: hatched, so that colour is not all
            painter->setBrush(QBrush(t.window, Qt::BDiagPattern));
            painter->drawRoundedRect(swatch, 3, 3);
        }
        QRect room = row.adjusted(kSwatch + 2, 0, -spacing(2), 0);
        const QString detail = index.data(kDetailRole).toString();
        painter->setFont(option.font);
        painter->setPen(t.secondary);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, detail);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(detail) - spacing(2));
        painter->setPen(isHidden ? t.secondary : t.text);
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

RegionList::RegionList(QWidget* parent) : QListWidget(parent)
{
    setItemDelegate(new RegionDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setAccessibleName(tr("Regions"));
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (const auto region = regionOf(item); region && !m_isShowing)
            Q_EMIT chosen(*region);
    });
    connect(this, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (const auto region = regionOf(item); region && !m_isShowing)
            Q_EMIT renamed(*region, item->text());
    });
}

std::optional<RegionId> RegionList::regionOf(const QListWidgetItem* item) const
{
    return item ? RegionId::fromText(item->data(kIdRole).toString()) : std::nullopt;
}

void RegionList::show(const Shot& shot, const std::optional<RegionId>& selected)
{
    m_isShowing = true;
    clear();
    for (const ShotRegion& region : shot.regions) {
        const ShotRegion* leader = region.follows ? shot.region(*region.follows) : nullptr;
        const QString what = region.isHeldStill ? tr("held still")
                             : leader           ? tr("follows %1").arg(leader->name)
                             : region.motions.isEmpty()
                                 ? tr("no arrow yet")
                                 : tr("%n arrow(s)", nullptr, int(region.motions.size()));
        auto* item = new QListWidgetItem(region.name, this);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(kIdRole, region.id.toText());
        item->setData(kColourRole, regionColour(region));
        item->setData(kDetailRole, what);
        item->setData(kHiddenRole, region.isHidden);
        item->setData(kStillRole, region.isHeldStill);
        item->setToolTip(tr("%1\nDouble click: other name · Drag: other order, later ones cover "
                            "earlier ones")
                             .arg(region.name));
        if (selected && region.id == *selected)
            setCurrentItem(item);
    }
    m_isShowing = false;
    updateGeometry();
}

void RegionList::clearAll()
{
    m_isShowing = true;
    clear();
    m_isShowing = false;
    updateGeometry();
}

QSize RegionList::sizeHint() const
{
    return {200, kRowHeight * std::clamp(count(), 1, kMostRows) + 2};
}

void RegionList::mousePressEvent(QMouseEvent* event)
{
    const QListWidgetItem* item = itemAt(event->position().toPoint());
    const auto region = regionOf(item);
    if (region && event->button() == Qt::LeftButton && event->position().x() < kSwatch) {
        if (event->position().x() < kEye)
            Q_EMIT eyeClicked(*region);
        else
            Q_EMIT colourClicked(*region, event->globalPosition().toPoint());
        return;
    }
    QListWidget::mousePressEvent(event);
}

void RegionList::dropEvent(QDropEvent* event)
{
    m_isShowing = true;
    QListWidget::dropEvent(event);
    m_isShowing = false;
    QList<RegionId> order;
    for (int row = 0; row < count(); ++row) {
        if (const auto region = regionOf(item(row)))
            order.append(*region);
    }
    Q_EMIT orderWanted(order);
}

} // namespace dollygrip::ui
