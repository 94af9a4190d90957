#include "ui/inspector/shootform.h"

#include "core/project/castofshot.h"
#include "core/project/editing.h"
#include "core/takes/modeltext.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/shootmoreform.h"
#include "ui/session.h"
#include "ui/shootchoices.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

using conditioning::ControlLook;
using generator::Quality;

constexpr int kMostSeed = 2147483647;

/// A combo box that gives way to the dock instead of widening it.
QComboBox* narrowBox()
{
    auto* box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

QToolButton* smallButton(const QString& icon, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFixedSize(kRowHeight, kRowHeight);
    return button;
}

} // namespace

ShootForm::ShootForm(FilmDesk& desk, ShootChoices& choices, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_choices(choices)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    column->setSpacing(spacing(2));
    buildModels(*column);
    buildSteering(*column);
    buildSeed(*column);
    buildCast(*column);
    m_unfold = new QToolButton;
    m_unfold->setObjectName(u"shootMore"_s);
    m_unfold->setText(tr("More"));
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setArrowType(Qt::RightArrow);
    m_unfold->setCheckable(true);
    column->addWidget(m_unfold, 0, Qt::AlignLeft);
    m_more = new ShootMoreForm(desk, choices);
    m_more->hide();
    column->addWidget(m_more);
    alignLabels(m_forms);
    alignLabels(m_more->forms());
    connectFields();
    fillModels();
    fill();
}

void ShootForm::buildModels(QVBoxLayout& column)
{
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_draft = narrowBox();
    m_draft->setObjectName(u"draftModel"_s);
    m_final = narrowBox();
    m_final->setObjectName(u"finalModel"_s);
    form->addRow(tr("Drafts by"), m_draft);
    form->addRow(tr("Finals by"), m_final);
    column.addWidget(part);
    m_aboutModels = quietLabel();
    m_aboutModels->setObjectName(u"aboutModels"_s);
    m_aboutModels->setTextFormat(Qt::RichText);
    column.addWidget(m_aboutModels);
    m_forms += form;
}

void ShootForm::buildSteering(QVBoxLayout& column)
{
    column.addWidget(sectionHeading(tr("What it is shown")));
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_look = narrowBox();
    m_look->setObjectName(u"look"_s);
    const struct {
        ControlLook look;
        QString text, tip;
    } looks[] = {
        {ControlLook::Automatic, tr("As it suits"),
         tr("A drawing gives its lines and its first panel, a photo gives its picture")},
        {ControlLook::None, tr("Words only"), tr("Words and references, nothing that was drawn")},
        {ControlLook::Keep, tr("The picture"),
         tr("The moved picture stays as it is; only its holes are filled")},
        {ControlLook::Scribble, tr("Its lines"), tr("The moved drawing as lines, freely filled")},
        {ControlLook::Flow, tr("Its motion"), tr("Where everything goes, as colours")},
        {ControlLook::Layout, tr("Outlines"), tr("The moving regions as shapes")},
        {ControlLook::Gray, tr("Greys"), tr("The moved picture without its colours")},
        {ControlLook::Depth, tr("Depth"), tr("How near everything is")},
    };
    for (const auto& one : looks) {
        m_look->addItem(one.text, int(one.look));
        m_look->setItemData(m_look->count() - 1, one.tip, Qt::ToolTipRole);
    }
    form->addRow(tr("Drawing as"), m_look);
    m_strength = new NumberField({0, 200, 5, 0, u"%"_s, 100, {}, {}});
    m_strength->setObjectName(u"strength"_s);
    m_strength->setToolTip(
        tr("How strictly the drawing is followed: 100 % as the model learned it, less is freer."));
    form->addRow(tr("Followed"), m_strength);
    column.addWidget(part);
    m_first = new QCheckBox(tr("Begins with the first panel"));
    m_last = new QCheckBox(tr("Ends with the last panel"));
    m_keys = new QCheckBox(tr("Passes through every panel"));
    m_first->setObjectName(u"givesFirst"_s);
    m_last->setObjectName(u"givesLast"_s);
    m_keys->setObjectName(u"givesKeys"_s);
    for (QCheckBox* box : {m_first, m_last, m_keys}) {
        box->setToolTip(tr("The panel itself, as it is drawn, is that picture of the take."));
        column.addWidget(box);
    }
    m_forms += form;
}

void ShootForm::buildSeed(QVBoxLayout& column)
{
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(1));
    m_seed = new NumberField({0, kMostSeed, 1, 0, {}, 1, {}, {}});
    m_seed->setObjectName(u"seed"_s);
    m_seed->setToolTip(tr("Same seed, same take. Change it for another one."));
    m_dice = smallButton(u"dice"_s, tr("Another seed"));
    m_dice->setObjectName(u"dice"_s);
    m_lock = smallButton(u"lock"_s, tr("Keep the seed; open: each take gets a new one"));
    m_lock->setObjectName(u"seedLock"_s);
    m_lock->setCheckable(true);
    row->addWidget(m_seed, 1);
    row->addWidget(m_dice);
    row->addWidget(m_lock);
    form->addRow(tr("Seed"), row);
    column.addWidget(part);
    m_forms += form;
}

void ShootForm::buildCast(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->addWidget(sectionHeading(tr("Who is seen")), 1);
    auto* edit = new QPushButton(tr("Cast…"));
    edit->setObjectName(u"editCast"_s);
    edit->setFlat(true);
    row->addWidget(edit, 0, Qt::AlignBottom);
    column.addLayout(row);
    m_castHint = quietLabel();
    column.addWidget(m_castHint);
    m_cast = new QVBoxLayout;
    m_cast->setSpacing(spacing(1));
    column.addLayout(m_cast);
    connect(edit, &QPushButton::clicked, this, &ShootForm::castWanted);
}

void ShootForm::connectFields()
{
    for (QComboBox* box : {m_draft, m_final}) {
        const Quality quality = box == m_draft ? Quality::Draft : Quality::Final;
        connect(box, &QComboBox::activated, this,
                [this, box, quality] { m_choices.choose(quality, box->currentData().toString()); });
    }
    connect(m_aboutModels, &QLabel::linkActivated, this, &ShootForm::modelsWanted);
    connect(&m_choices, &ShootChoices::changed, this, &ShootForm::fillModels);
    connect(m_look, &QComboBox::activated, this, [this] {
        changeShooting(tr("Change what is shown"), {},
                       [look = m_look->currentData().toInt()](Shooting& shooting) {
                           shooting.look = ControlLook(look);
                       });
    });
    connect(m_strength, &NumberField::edited, this, [this](double percent) {
        changeShooting(tr("Change how strictly it is followed"), u"shooting.strength"_s,
                       [percent](Shooting& shooting) { shooting.strength = percent / 100; });
    });
    const std::pair<QCheckBox*, bool Shooting::*> boxes[] = {{m_first, &Shooting::givesFirstPanel},
                                                             {m_last, &Shooting::givesLastPanel},
                                                             {m_keys, &Shooting::givesKeyPanels}};
    for (const auto& [box, member] : boxes)
        connect(box, &QCheckBox::clicked, this, [this, member = member](bool isOn) {
            changeShooting(tr("Change given panels"), {},
                           [member, isOn](Shooting& shooting) { shooting.*member = isOn; });
        });
    connect(m_seed, &NumberField::edited, this,
            [this](double seed) { changeSeed(quint64(seed), u"shot.seed"_s); });
    connect(m_dice, &QToolButton::clicked, this,
            [this] { changeSeed(quint64(QRandomGenerator::global()->bounded(1, kMostSeed)), {}); });
    connect(m_lock, &QToolButton::clicked, this, [this](bool isLocked) {
        m_choices.setNewSeeds(!isLocked);
        m_lock->setIcon(themedIcon(isLocked ? u"lock"_s : u"unlock"_s));
    });
    for (NumberField* field : {m_strength, m_seed})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_unfold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_unfold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_more->setVisible(isOpen);
    });
    connect(&m_desk.session(), &Session::shotChanged, this, &ShootForm::fill);
    connect(&m_desk.document(), &Document::changed, this, &ShootForm::fill);
}

void ShootForm::change(FilmDesk& desk, const QString& text, const QString& key,
                       const std::function<void(Shooting&)>& change)
{
    const auto id = desk.session().shotId();
    if (!id)
        return;
    desk.edit(
        text,
        [&](Film& film) {
            return changeShot(film, *id, [&](Shot& shot) {
                change(shot.shooting);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + id->toText());
}

void ShootForm::changeShooting(const QString& text, const QString& key,
                               const std::function<void(Shooting&)>& change)
{
    if (!m_isShowing)
        ShootForm::change(m_desk, text, key, change);
}

void ShootForm::changeSeed(quint64 seed, const QString& key)
{
    const auto id = m_desk.session().shotId();
    if (m_isShowing || !id)
        return;
    m_desk.edit(
        tr("Change seed"),
        [&](Film& film) {
            return changeShot(film, *id, [&](Shot& shot) {
                shot.seed = seed;
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + id->toText());
}

void ShootForm::fillModels()
{
    const auto link = [](const QString& text) {
        return u"<a href='models' style='color:%1'>%2</a>"_s.arg(theme().camera.name(),
                                                                 text.toHtmlEscaped());
    };
    for (QComboBox* box : {m_draft, m_final}) {
        const Quality quality = box == m_draft ? Quality::Draft : Quality::Final;
        const QString chosen = m_choices.chosenId(quality);
        box->clear();
        box->addItem(tr("Completion"), QString());
        box->setItemData(0, tr("The move with its holes filled; needs no download"),
                         Qt::ToolTipRole);
        auto* rows = qobject_cast<QStandardItemModel*>(box->model());
        for (const generator::Model& model : m_choices.models()) {
            const QString name = QString::fromStdString(model.name);
            box->addItem(model.isWhole() ? name : tr("%1 (not whole)").arg(name),
                         QString::fromStdString(model.id));
            const int row = box->count() - 1;
            box->setItemData(row,
                             model.isWhole() ? u"%1\n%2\n%3"_s.arg(
                                 inputsText(model), sizeText(model), samplingText(model))
                                             : stateText(model),
                             Qt::ToolTipRole);
            rows->item(row)->setEnabled(model.isWhole());
        }
        if (!chosen.isEmpty() && box->findData(chosen) < 0)
            box->addItem(m_choices.isReading() ? tr("Looking for it…")
                                               : tr("%1 (not there)").arg(chosen),
                         chosen);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
        box->setToolTip(box->currentData(Qt::ToolTipRole).toString());
    }
    const auto& models = m_choices.models();
    const auto broken = std::find_if(models.begin(), models.end(),
                                     [](const auto& model) { return !model.isWhole(); });
    if (models.empty())
        m_aboutModels->setText(m_choices.isReading()
                                   ? tr("Looking for models…")
                                   : tr("No models yet. %1").arg(link(tr("Get some…"))));
    else if (broken != models.end())
        m_aboutModels->setText(
            u"%1 %2"_s.arg(stateText(*broken).toHtmlEscaped(), link(tr("Models…"))));
    else
        m_aboutModels->setText(link(tr("Models…")));
}

void ShootForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    if (!shot)
        return;
    m_isShowing = true;
    const Shooting& shooting = shot->shooting;
    m_look->setCurrentIndex(m_look->findData(int(shooting.look)));
    m_look->setToolTip(m_look->currentData(Qt::ToolTipRole).toString());
    m_strength->setValue(shooting.strength * 100);
    m_strength->setEnabled(shooting.look != ControlLook::None);
    m_first->setChecked(shooting.givesFirstPanel);
    m_last->setChecked(shooting.givesLastPanel);
    m_keys->setChecked(shooting.givesKeyPanels);
    m_keys->setVisible(shot->panels.size() > 1 || shooting.givesKeyPanels);
    m_seed->setValue(double(shot->seed));
    m_lock->setChecked(!m_choices.wantsNewSeeds());
    m_lock->setIcon(themedIcon(m_choices.wantsNewSeeds() ? u"unlock"_s : u"lock"_s));
    fillCast(*shot);
    m_isShowing = false;
}

void ShootForm::fillCast(const Shot& shot)
{
    const Film& film = m_desk.document().film();
    Shot unlisted = shot;
    unlisted.shooting.cast.clear();
    const auto named = castOfShot(unlisted, film);
    QStringList rows; // what stands in them; boxes stay while that does
    for (const auto& member : film.cast)
        rows += u"%1 %2 %3\n%4"_s.arg(member->id.toText())
                    .arg(named.contains(member))
                    .arg(member->name, member->words);
    if (rows != m_shownCast) {
        m_shownCast = rows;
        buildCastRows(film, named);
    }
    for (qsizetype i = 0; i < film.cast.size(); ++i)
        m_castBoxes[i]->setChecked(named.contains(film.cast[i])
                                   || shot.shooting.cast.contains(film.cast[i]->id));
    m_castHint->setVisible(film.cast.isEmpty());
    m_castHint->setText(tr("Give the film a cast, and who is named in the words looks the same in "
                           "every shot."));
}

void ShootForm::buildCastRows(const Film& film,
                              const QList<std::shared_ptr<const CastMember>>& named)
{
    while (QLayoutItem* item = m_cast->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    m_castBoxes.clear();
    for (const auto& member : film.cast) {
        const bool isNamed = named.contains(member);
        auto* box =
            new QCheckBox(isNamed ? tr("%1, named in the words").arg(member->name) : member->name);
        box->setObjectName(u"cast:"_s + member->name);
        box->setToolTip(member->words);
        // Who is named is seen; that is changed in the words.
        box->setAttribute(Qt::WA_TransparentForMouseEvents, isNamed);
        box->setFocusPolicy(isNamed ? Qt::NoFocus : Qt::StrongFocus);
        connect(box, &QCheckBox::clicked, this, [this, id = member->id](bool isOn) {
            changeShooting(tr("Change who is seen"), {}, [&](Shooting& shooting) {
                shooting.cast.removeAll(id);
                if (isOn)
                    shooting.cast.append(id);
            });
        });
        m_cast->addWidget(box);
        m_castBoxes.append(box);
    }
}

} // namespace dollygrip::ui
