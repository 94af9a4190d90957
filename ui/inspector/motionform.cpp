#include "ui/inspector/motionform.h"

#include "core/project/editing.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/rowlist.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

enum Behaviour { Bends, Lifts, HeldStill };

} // namespace

MotionForm::MotionForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    build();
    connect(m_regions, &QListWidget::currentRowChanged, this, [this](int row) {
        const auto shot = m_desk.session().shot();
        if (!m_isShowing && shot && row >= 0 && row < shot->regions.size())
            m_desk.session().setRegion(shot->regions[row].id);
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        changeCurrent(tr("Rename region"), {},
                      [name = m_name->text()](ShotRegion& region) { region.name = name; });
    });
    connect(m_behaviour, &QComboBox::activated, this, [this](int index) {
        changeCurrent(tr("Change how the region moves"), {}, [index](ShotRegion& region) {
            region.isHeldStill = index == HeldStill;
            region.isLifted = index == Lifts;
        });
    });
    connect(m_feather, &NumberField::edited, this, [this](double percent) {
        changeCurrent(tr("Change soft edge"), u"region.feather"_s,
                      [percent](ShotRegion& region) { region.area.feather = percent / 100; });
    });
    connect(m_arrow, &QComboBox::activated, this, &MotionForm::fill);
    connect(m_ease, &QComboBox::activated, this, [this](int) {
        const auto ease = Ease(m_ease->currentData().toInt());
        changePath(tr("Change speed"), {}, [ease](MotionPath& path) { path.speed.ease = ease; });
    });
    connect(m_from, &NumberField::edited, this, [this](double percent) {
        changePath(tr("Change when it starts"), u"path.from"_s, [percent](MotionPath& path) {
            path.from = std::min(percent / 100, path.to - 0.005);
        });
    });
    connect(m_to, &NumberField::edited, this, [this](double percent) {
        changePath(tr("Change when it ends"), u"path.to"_s, [percent](MotionPath& path) {
            path.to = std::max(percent / 100, path.from + 0.005);
        });
    });
    connect(m_turn, &NumberField::edited, this, [this](double degrees) {
        changePath(tr("Turn along the path"), u"path.turn"_s,
                   [degrees](MotionPath& path) { path.turnRad = toRadians(degrees); });
    });
    connect(m_scale, &NumberField::edited, this, [this](double percent) {
        changePath(tr("Scale along the path"), u"path.scale"_s,
                   [percent](MotionPath& path) { path.scale = percent / 100; });
    });
    for (NumberField* field : {m_feather, m_from, m_to, m_turn, m_scale})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_removeArrow, &QPushButton::clicked, this, [this] {
        const int index = m_arrow->currentIndex();
        changeCurrent(tr("Remove arrow"), {}, [index](ShotRegion& region) {
            if (index >= 0 && index < region.motions.size())
                region.motions.removeAt(index);
        });
    });
    connect(&desk.session(), &Session::shotChanged, this, &MotionForm::fill);
    connect(&desk.session(), &Session::shotEdited, this, &MotionForm::fill);
    connect(&desk.session(), &Session::regionChanged, this, &MotionForm::fill);
    fill();
}

void MotionForm::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    layout->setSpacing(spacing(2));
    m_hint = quietLabel(
        tr("Paint what moves with the motion brush (R) or circle it with the lasso (Shift+R), "
           "then draw an arrow from it (A)."));
    layout->addWidget(m_hint);
    m_regions = new RowList(6);
    layout->addWidget(m_regions);

    m_regionPart = new QWidget;
    QFormLayout* form = inspectorForm(m_regionPart);
    form->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit;
    form->addRow(tr("Name"), m_name);
    m_behaviour = new QComboBox;
    m_behaviour->addItem(tr("Bends with its surroundings"));
    m_behaviour->addItem(tr("Lifts off as its own plane"));
    m_behaviour->addItem(tr("Is held still"));
    form->addRow(tr("It"), m_behaviour);
    m_feather = percentField(0);
    m_feather->setToolTip(tr("Width of the soft edge, in percent of the picture's height."));
    form->addRow(tr("Soft edge"), m_feather);
    layout->addWidget(m_regionPart);

    m_pathPart = new QWidget;
    QFormLayout* path = inspectorForm(m_pathPart);
    path->setContentsMargins(0, 0, 0, 0);
    path->addRow(sectionHeading(tr("Arrow")));
    m_arrow = new QComboBox;
    path->addRow(tr("Which"), m_arrow);
    m_ease = easeBox();
    path->addRow(tr("Speed"), m_ease);
    m_from = percentField(0);
    path->addRow(tr("Starts at"), m_from);
    m_to = percentField(100);
    path->addRow(tr("Ends at"), m_to);
    m_turn = degreesField(0, 5);
    path->addRow(tr("Turns by"), m_turn);
    m_scale = new NumberField({5, 1000, 1, 0, u"%"_s, 100, {}, {}});
    path->addRow(tr("Grows to"), m_scale);
    m_removeArrow = new QPushButton(tr("Remove arrow"));
    path->addRow(m_removeArrow);
    layout->addWidget(m_pathPart);
    alignLabels({form, path});
    layout->addStretch(1);
}

const ShotRegion* MotionForm::current() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().regionId();
    return shot && id ? shot->region(*id) : nullptr;
}

void MotionForm::changeCurrent(const QString& text, const QString& key,
                               const std::function<void(ShotRegion&)>& change)
{
    const auto shot = m_desk.session().shotId();
    const auto id = m_desk.session().regionId();
    if (m_isShowing || !shot || !id)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeRegion(film, *shot, *id, [&](ShotRegion& region) {
                change(region);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + id->toText());
}

void MotionForm::changePath(const QString& text, const QString& key,
                            const std::function<void(MotionPath&)>& change)
{
    const int index = std::max(0, m_arrow->currentIndex());
    changeCurrent(text, key.isEmpty() ? key : key + QString::number(index),
                  [&](ShotRegion& region) {
                      if (index < region.motions.size())
                          change(region.motions[index].path);
                  });
}

void MotionForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    m_isShowing = true;
    m_regions->clear();
    const ShotRegion* selected = current();
    if (shot) {
        for (const ShotRegion& region : shot->regions) {
            const QString what = region.isHeldStill ? tr("held still")
                                 : region.motions.isEmpty()
                                     ? tr("no arrow yet")
                                     : tr("%n arrow(s)", nullptr, int(region.motions.size()));
            QListWidgetItem* item = m_regions->addRow(region.name, what,
                                                      region.isHeldStill ? RowList::Mark::Still
                                                                         : RowList::Mark::Subject);
            if (selected && region.id == selected->id)
                m_regions->setCurrentItem(item);
        }
    }
    m_regions->setVisible(shot && !shot->regions.isEmpty());
    m_hint->setVisible(!shot || shot->regions.isEmpty()
                       || (selected && selected->motions.isEmpty()));
    m_regionPart->setVisible(selected != nullptr);
    m_pathPart->setVisible(selected && !selected->motions.isEmpty());
    if (selected)
        showRegion(selected, *shot);
    m_isShowing = false;
}

void MotionForm::showRegion(const ShotRegion* region, const Shot& shot)
{
    if (!m_name->hasFocus())
        m_name->setText(region->name);
    m_behaviour->setCurrentIndex(region->isHeldStill ? HeldStill
                                 : region->isLifted  ? Lifts
                                                     : Bends);
    m_feather->setValue(region->area.feather * 100);
    const int chosen =
        std::clamp(m_arrow->currentIndex(), 0, std::max(0, int(region->motions.size()) - 1));
    m_arrow->clear();
    for (qsizetype i = 0; i < region->motions.size(); ++i) {
        const MotionPath& path = region->motions[i].path;
        m_arrow->addItem(tr("Arrow %1: frames %2 to %3")
                             .arg(i + 1)
                             .arg(qRound(path.from * double(shot.length - 1)) + 1)
                             .arg(qRound(path.to * double(shot.length - 1)) + 1));
    }
    if (region->motions.isEmpty())
        return;
    m_arrow->setCurrentIndex(chosen);
    const MotionPath& path = region->motions[chosen].path;
    m_ease->setCurrentIndex(m_ease->findData(int(path.speed.ease)));
    m_from->setValue(path.from * 100);
    m_to->setValue(path.to * 100);
    m_turn->setValue(toDegrees(path.turnRad));
    m_scale->setValue(path.scale * 100);
}

} // namespace dollygrip::ui
