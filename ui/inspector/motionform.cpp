#include "ui/inspector/motionform.h"

#include "core/project/editing.h"
#include "ui/canvas/regioncolours.h"
#include "ui/canvas/snapregion.h"
#include "ui/filmdesk.h"
#include "ui/inspector/arrowform.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/numberfield.h"
#include "ui/motion/regionlist.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

enum Behaviour { Bends, Lifts, HeldStill };

QIcon swatch(const QColor& colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3, 3);
    return QIcon(pixmap);
}

} // namespace

MotionForm::MotionForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    build();
    connectList();
    connectRegion();
    const Session& session = desk.session();
    connect(&session, &Session::shotChanged, this, &MotionForm::fill);
    connect(&session, &Session::shotEdited, this, &MotionForm::fill);
    connect(&session, &Session::regionChanged, this, &MotionForm::fill);
    fill();
}

void MotionForm::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    layout->setSpacing(spacing(2));
    m_hint = quietLabel(
        tr("Paint what moves with the motion brush (R), circle it with the lasso (Shift+R) or "
           "click it (W), then draw an arrow from it (A)."));
    layout->addWidget(m_hint);
    m_regions = new RegionList;
    layout->addWidget(m_regions);
    buildRegion();
    layout->addWidget(m_regionPart);
    m_arrows = new ArrowForm(m_desk);
    layout->addWidget(m_arrows);
    alignLabels({static_cast<QFormLayout*>(m_regionPart->layout()), m_arrows->form()});
    layout->addStretch(1);
}

void MotionForm::buildRegion()
{
    m_regionPart = new QWidget;
    QFormLayout* form = inspectorForm(m_regionPart);
    form->setContentsMargins(0, 0, 0, 0);
    m_behaviour = new QComboBox;
    m_behaviour->setObjectName(u"behaviour"_s);
    m_behaviour->addItem(tr("Bends with its surroundings"));
    m_behaviour->addItem(tr("Lifts off as its own plane"));
    m_behaviour->addItem(tr("Is held still"));
    form->addRow(tr("It"), m_behaviour);
    m_follows = new QComboBox;
    m_follows->setObjectName(u"follows"_s);
    m_follows->setToolTip(tr("Another region that takes this one along; its own arrows happen on "
                             "top of that."));
    form->addRow(tr("Follows"), m_follows);
    m_grow = new NumberField({-50, 50, 0.1, 1, u"%"_s, 0, {}, {}});
    m_grow->setObjectName(u"grow"_s);
    m_grow->setToolTip(tr("Widens the area, below 0 narrows it; percent of the picture's height. "
                          "What was drawn stays as it is."));
    form->addRow(tr("Grow"), m_grow);
    m_feather = new NumberField({0, 100, 0.1, 1, u"%"_s, 0, {}, {}});
    m_feather->setObjectName(u"feather"_s);
    m_feather->setToolTip(tr("Width of the soft edge, in percent of the picture's height."));
    form->addRow(tr("Soft edge"), m_feather);
    m_inverted = new QCheckBox(tr("All but what is drawn"));
    m_inverted->setObjectName(u"inverted"_s);
    form->addRow(tr("Invert"), m_inverted);
    m_snap = new QPushButton(tr("Snap to edges"));
    m_snap->setObjectName(u"snap"_s);
    m_snap->setToolTip(
        tr("Draws what was brushed or lassoed to the edges of the picture near by."));
    form->addRow(m_snap);
}

void MotionForm::connectList()
{
    connect(m_regions, &RegionList::chosen, this,
            [this](const RegionId& region) { m_desk.session().setRegion(region); });
    connect(m_regions, &RegionList::eyeClicked, this, [this](const RegionId& region) {
        change(region, tr("Show or hide region"), {},
               [](ShotRegion& one) { one.isHidden = !one.isHidden; });
    });
    connect(m_regions, &RegionList::colourClicked, this, &MotionForm::chooseColour);
    connect(
        m_regions, &RegionList::renamed, this, [this](const RegionId& region, const QString& name) {
            change(region, tr("Rename region"), {}, [name](ShotRegion& one) { one.name = name; });
        });
    connect(m_regions, &RegionList::orderWanted, this, [this](const QList<RegionId>& order) {
        const auto shot = m_desk.session().shotId();
        if (!shot)
            return;
        m_desk.edit(tr("Reorder regions"), [&](Film& film) {
            return changeShot(film, *shot, [&](Shot& changed) {
                std::stable_sort(changed.regions.begin(), changed.regions.end(),
                                 [&](const ShotRegion& a, const ShotRegion& b) {
                                     return order.indexOf(a.id) < order.indexOf(b.id);
                                 });
                return Result<void>();
            });
        });
        QMetaObject::invokeMethod(this, &MotionForm::fill, Qt::QueuedConnection);
    });
}

void MotionForm::connectRegion()
{
    connect(m_behaviour, &QComboBox::activated, this, [this](int index) {
        changeCurrent(tr("Change how the region moves"), {}, [index](ShotRegion& region) {
            region.isHeldStill = index == HeldStill;
            region.isLifted = index == Lifts;
        });
    });
    connect(m_follows, &QComboBox::activated, this, [this] {
        const auto leader = RegionId::fromText(m_follows->currentData().toString());
        changeCurrent(tr("Follow a region"), {},
                      [leader](ShotRegion& region) { region.follows = leader; });
        fill(); // a refusal leaves it as it was
    });
    connect(m_feather, &NumberField::edited, this, [this](double percent) {
        changeCurrent(tr("Change soft edge"), u"region.feather"_s,
                      [percent](ShotRegion& region) { region.area.feather = percent / 100; });
    });
    connect(m_grow, &NumberField::edited, this, [this](double percent) {
        changeCurrent(tr("Grow region"), u"region.grow"_s,
                      [percent](ShotRegion& region) { region.area.grow = percent / 100; });
    });
    connect(m_inverted, &QCheckBox::clicked, this, [this](bool is) {
        changeCurrent(tr("Invert region"), {},
                      [is](ShotRegion& region) { region.area.isInverted = is; });
    });
    connect(m_snap, &QPushButton::clicked, this, &MotionForm::snapToEdges);
    for (NumberField* field : {m_feather, m_grow})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
}

void MotionForm::snapToEdges()
{
    const ShotRegion* region = current();
    if (!region)
        return;
    const bool isStarted = snapRegion(
        m_search, m_desk.session(), region->id, m_desk.pictures(),
        [this](const QString& text, const std::function<Result<void>(Film&)>& how) {
            return m_desk.edit(text, how);
        },
        [this](bool) {
            m_snap->setEnabled(true);
            m_snap->setText(tr("Snap to edges"));
        });
    if (!isStarted)
        return;
    m_snap->setEnabled(false);
    m_snap->setText(tr("Looking for edges…"));
}

void MotionForm::chooseColour(const RegionId& region, const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList names{tr("Amber"), tr("Coral"), tr("Olive"),      tr("Rose"),
                            tr("Jade"),  tr("Sand"),  tr("Periwinkle"), tr("Brick")};
    const QList<QColor>& palette = regionPalette();
    for (qsizetype i = 0; i < palette.size(); ++i) {
        const QColor colour = palette[i];
        menu->addAction(swatch(colour.isValid() ? colour : theme().subject), names.value(i), this,
                        [this, region, colour] {
                            change(region, tr("Colour region"), {},
                                   [colour](ShotRegion& one) { one.colour = colour; });
                        });
    }
    menu->popup(global);
}

const ShotRegion* MotionForm::current() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().regionId();
    return shot && id ? shot->region(*id) : nullptr;
}

void MotionForm::change(const RegionId& region, const QString& text, const QString& key,
                        const std::function<void(ShotRegion&)>& change)
{
    const auto shot = m_desk.session().shotId();
    if (m_isShowing || !shot)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeRegion(film, *shot, region, [&](ShotRegion& one) {
                change(one);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + region.toText());
}

void MotionForm::changeCurrent(const QString& text, const QString& key,
                               const std::function<void(ShotRegion&)>& how)
{
    if (const auto id = m_desk.session().regionId())
        change(*id, text, key, how);
}

void MotionForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    m_isShowing = true;
    const ShotRegion* selected = current();
    if (shot)
        m_regions->show(*shot, selected ? std::optional(selected->id) : std::nullopt);
    else
        m_regions->clearAll();
    m_regions->setVisible(shot && !shot->regions.isEmpty());
    m_hint->setVisible(!shot || shot->regions.isEmpty()
                       || (selected && selected->motions.isEmpty() && !selected->follows));
    m_regionPart->setVisible(selected != nullptr);
    if (selected)
        showRegion(*selected, *shot);
    m_isShowing = false;
}

void MotionForm::showRegion(const ShotRegion& region, const Shot& shot)
{
    m_behaviour->setCurrentIndex(region.isHeldStill ? HeldStill : region.isLifted ? Lifts : Bends);
    m_feather->setValue(region.area.feather * 100);
    m_grow->setValue(region.area.grow * 100);
    m_inverted->setChecked(region.area.isInverted);
    m_follows->clear();
    m_follows->addItem(tr("Nothing"));
    for (const ShotRegion& one : shot.regions) {
        if (one.id == region.id)
            continue;
        m_follows->addItem(swatch(regionColour(one)), one.name, one.id.toText());
        if (region.follows == one.id)
            m_follows->setCurrentIndex(m_follows->count() - 1);
    }
    m_follows->setEnabled(shot.regions.size() > 1 && !region.isHeldStill);
}

} // namespace dollygrip::ui
