#include "ui/inspector/shotform.h"

#include "core/geometry/camerachannels.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/numbering.h"
#include "core/project/panelediting.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/promptfield.h"
#include "ui/session.h"
#include "ui/shotstate.h"
#include "ui/storyboard/boardselection.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

const QString& mixed()
{
    static const QString dash = u"—"_s;
    return dash;
}

NumberField* framesField(FrameRate rate, const bool& differ)
{
    return new NumberField({1,
                            100000,
                            1,
                            0,
                            {},
                            48,
                            [rate](const QString& text) { return framesFromText(text, rate); },
                            [rate, &differ](double frames) {
                                return differ ? mixed()
                                              : ShotForm::tr("%1  (%2 f)")
                                                    .arg(framesToText(frames, rate))
                                                    .arg(qint64(frames));
                            }});
}

/// The value that all have, if they have one.
template <class List, class Read>
auto common(const List& list, Read read) -> std::optional<std::decay_t<decltype(read(list[0]))>>
{
    if (list.isEmpty())
        return std::nullopt;
    const auto first = read(list[0]);
    for (const auto& each : list) {
        if (!(read(each) == first))
            return std::nullopt;
    }
    return first;
}

/// The lens at the shot's start; zooms keep their ratio, so the drawing stays as framed.
void setStartLens(CameraPath& camera, double millimetres)
{
    scaleLens(camera, millimetres / camera.startPose().focalMm);
}

} // namespace

ShotForm::ShotForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    QFormLayout* form = inspectorForm(this);
    addFacts(*form);
    addWords(*form);
    connectFacts();
    connectWords();
    connect(&desk.session(), &Session::shotChanged, this, &ShotForm::fill);
    connect(&desk.session(), &Session::panelChanged, this, &ShotForm::fill);
    connect(&desk.boards(), &BoardSelection::changed, this, &ShotForm::fill);
    connect(&desk.document(), &Document::changed, this, &ShotForm::fill);
    fill();
}

void ShotForm::addFacts(QFormLayout& form)
{
    const FrameRate rate = m_desk.document().film().settings.rate;
    m_several = sectionHeading({});
    form.addRow(m_several);
    m_name = new QLineEdit;
    m_name->setObjectName(u"shotName"_s);
    m_name->setMaxLength(24);
    m_lock = new QToolButton;
    m_lock->setObjectName(u"shotNameLock"_s);
    m_lock->setCheckable(true);
    m_lock->setAutoRaise(true);
    m_lock->setToolTip(tr("Locked: renumbering leaves the name as it is. A name given by hand is "
                          "locked."));
    auto* name = new QHBoxLayout;
    name->setSpacing(spacing(1));
    name->addWidget(m_name, 1);
    name->addWidget(m_lock);
    form.addRow(tr("Name"), name);
    m_length = framesField(rate, m_lengthsDiffer);
    m_length->setToolTip(tr("Length of the shot. Understands 48, 2 s, 2 s 12 f and 00:00:02:00. "
                            "Arrows and camera stretch with it."));
    form.addRow(tr("Length"), m_length);
    m_hold = framesField(rate, m_holdsDiffer);
    m_hold->setObjectName(u"panelHold"_s);
    m_hold->setToolTip(tr("How long this panel stays. The shot gets longer or shorter; the other "
                          "panels keep their time."));
    m_holdLabel = new QLabel(tr("This panel"));
    form.addRow(m_holdLabel, m_hold);
    m_place = quietLabel();
    m_place->setWordWrap(false);
    form.addRow(tr("In the film"), m_place);
    const auto box = [&](const QString& name, const QString& label) {
        auto* made = new QComboBox;
        made->setObjectName(name);
        made->setPlaceholderText(mixed());
        form.addRow(label, made);
        return made;
    };
    m_size = box(u"shotSize"_s, tr("Size"));
    for (const ShotSize size : shotSizes())
        m_size->addItem(shotSizeName(size), int(size));
    m_angle = box(u"shotAngle"_s, tr("Angle"));
    for (const ShotAngle angle : shotAngles())
        m_angle->addItem(shotAngleName(angle), int(angle));
    m_lens = new NumberField(
        {4, 1000, 1, 1, u"mm"_s, kDefaultFocalMm, {}, [this](double millimetres) {
             return m_lensesDiffer ? mixed() : tr("%L1 mm").arg(millimetres, 0, 'g', 4);
         }});
    m_lens->setObjectName(u"shotLens"_s);
    m_lens->setToolTip(tr("Lens at the start of the shot. The framing stays; perspective and "
                          "parallax of the moves change. A zoom keeps its ratio."));
    form.addRow(tr("Lens"), m_lens);
    m_status = box(u"shotStatus"_s, tr("Status"));
    for (const ShotStatus status : shotStatuses())
        m_status->addItem(shotStatusName(status), int(status));
}

void ShotForm::addWords(QFormLayout& form)
{
    form.addRow(sectionHeading(tr("This panel")));
    m_action = new QPlainTextEdit;
    m_action->setObjectName(u"panelAction"_s);
    prepare(*m_action, tr("Action: what happens"), 2);
    form.addRow(m_action);
    m_dialogue = new QPlainTextEdit;
    m_dialogue->setObjectName(u"panelDialogue"_s);
    prepare(*m_dialogue, tr("Dialogue: what is said"), 2);
    form.addRow(m_dialogue);
    form.addRow(sectionHeading(tr("In words")));
    m_prompt = new PromptField;
    prepare(*m_prompt, tr("What we see: who, where, light, mood"), 4);
    form.addRow(m_prompt);
    form.addRow(sectionHeading(tr("Note")));
    m_note = new QPlainTextEdit;
    prepare(*m_note, tr("For you and the crew"), 3);
    form.addRow(m_note);
}

void ShotForm::connectFacts()
{
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const auto shot = m_desk.session().shot();
        const QString name = m_name->text().trimmed();
        if (!m_isShowing && shot && name != shot->name && shots().size() == 1)
            m_desk.edit(tr("Rename shot"),
                        [&](Film& film) { return renameShot(film, shot->id, name); });
    });
    connect(m_lock, &QToolButton::clicked, this, [this](bool isLocked) {
        const QList<ShotId> shots = m_desk.boards().shots();
        m_desk.edit(isLocked ? tr("Lock number") : tr("Unlock number"),
                    [&](Film& film) { return lockShotNames(film, shots, isLocked); });
    });
    connect(m_length, &NumberField::edited, this, &ShotForm::setLength);
    connect(m_hold, &NumberField::edited, this, &ShotForm::setHold);
    connect(m_lens, &NumberField::edited, this, &ShotForm::setLens);
    for (const NumberField* field : {m_length, m_hold, m_lens})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_size, &QComboBox::activated, this, [this](int index) {
        change(tr("Change shot size"), {},
               [&](Shot& shot) { shot.size = ShotSize(m_size->itemData(index).toInt()); });
    });
    connect(m_angle, &QComboBox::activated, this, [this](int index) {
        change(tr("Change camera angle"), {},
               [&](Shot& shot) { shot.angle = ShotAngle(m_angle->itemData(index).toInt()); });
    });
    connect(m_status, &QComboBox::activated, this, [this](int index) {
        change(tr("Change status"), {},
               [&](Shot& shot) { shot.status = ShotStatus(m_status->itemData(index).toInt()); });
    });
}

void ShotForm::connectWords()
{
    connect(m_action, &QPlainTextEdit::textChanged, this, [this] {
        changePanels(tr("Change action"), u"panel.action"_s,
                     [text = m_action->toPlainText()](Panel& panel) { panel.action = text; });
    });
    connect(m_dialogue, &QPlainTextEdit::textChanged, this, [this] {
        changePanels(tr("Change dialogue"), u"panel.dialogue"_s,
                     [text = m_dialogue->toPlainText()](Panel& panel) { panel.dialogue = text; });
    });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        change(tr("Change words"), u"shot.prompt"_s,
               [text = m_prompt->toPlainText()](Shot& shot) { shot.prompt = text; });
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        change(tr("Change note"), u"shot.note"_s,
               [text = m_note->toPlainText()](Shot& shot) { shot.note = text; });
    });
}

void ShotForm::prepare(QPlainTextEdit& field, const QString& hint, int rows)
{
    field.setPlaceholderText(hint);
    field.setTabChangesFocus(true);
    field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + spacing(4));
}

QString ShotForm::selectionKey() const
{
    QString key;
    for (const PanelId& panel : m_desk.boards().ordered())
        key += u':' + panel.toText();
    return key;
}

void ShotForm::change(const QString& text, const QString& key,
                      const std::function<void(Shot&)>& change)
{
    if (m_isShowing)
        return;
    const QList<ShotId> shots = m_desk.boards().shots();
    m_desk.edit(
        text,
        [&](Film& film) -> Result<void> {
            for (const ShotId& id : shots) {
                const auto done = changeShot(film, id, [&](Shot& shot) {
                    change(shot);
                    return Result<void>();
                });
                if (!done)
                    return done;
            }
            return {};
        },
        key.isEmpty() ? QString() : key + selectionKey());
}

void ShotForm::changePanels(const QString& text, const QString& key,
                            const std::function<void(Panel&)>& change)
{
    this->change(text, key, [&](Shot& shot) {
        for (auto& panel : shot.panels) {
            if (!m_desk.boards().contains(panel->id))
                continue;
            Panel copy = *panel;
            change(copy);
            panel = std::make_shared<const Panel>(std::move(copy));
        }
    });
}

void ShotForm::setLength(double frames)
{
    if (m_isShowing)
        return;
    m_lengthsDiffer = false;
    const QList<ShotId> shots = m_desk.boards().shots();
    m_desk.edit(
        tr("Change length"),
        [&](Film& film) -> Result<void> {
            for (const ShotId& id : shots) {
                if (auto done = trimShot(film, id, FrameIndex(frames)); !done)
                    return done;
            }
            return {};
        },
        u"shot.length"_s + selectionKey());
}

void ShotForm::setHold(double frames)
{
    if (m_isShowing)
        return;
    m_holdsDiffer = false;
    m_desk.edit(
        tr("Change hold"),
        [&](Film& film) -> Result<void> {
            for (const auto& shot : shots()) {
                for (const auto& panel : shot->panels) {
                    if (!m_desk.boards().contains(panel->id))
                        continue;
                    if (auto done = setPanelLength(film, shot->id, panel->id, FrameIndex(frames));
                        !done)
                        return done;
                }
            }
            return {};
        },
        u"panel.hold"_s + selectionKey());
}

void ShotForm::setLens(double millimetres)
{
    if (m_isShowing)
        return;
    m_lensesDiffer = false;
    m_desk.edit(
        tr("Change lens"),
        [&](Film& film) -> Result<void> {
            for (const auto& shot : shots()) {
                CameraPath camera = shot->camera;
                setStartLens(camera, millimetres);
                if (auto done = setCamera(film, shot->id, camera); !done)
                    return done;
            }
            return {};
        },
        u"shot.lens"_s + selectionKey());
}

QList<std::shared_ptr<const Shot>> ShotForm::shots() const
{
    QList<std::shared_ptr<const Shot>> shots;
    for (const ShotId& id : m_desk.boards().shots()) {
        if (const auto shot = m_desk.document().film().shot(id))
            shots.append(shot);
    }
    return shots;
}

void ShotForm::fill()
{
    QList<std::shared_ptr<const Shot>> all = shots();
    if (all.size() == 1)
        all = {m_desk.session().shot()};
    setEnabled(!all.isEmpty() && all.first());
    if (!isEnabled())
        return;
    m_isShowing = true;
    const auto boards = int(m_desk.boards().panels().size());
    m_several->setVisible(boards > 1);
    m_several->setText(tr("%1 boards, changed together").arg(boards));
    fillFacts(all);
    fillWords(all);
    m_isShowing = false;
}

void ShotForm::fillFacts(const QList<std::shared_ptr<const Shot>>& shots)
{
    const auto shot = m_desk.session().shot();
    const bool isOne = shots.size() == 1;
    m_name->setEnabled(isOne);
    if (!m_name->hasFocus() || !isOne)
        m_name->setText(isOne ? shots.first()->name : mixed());
    const bool isLocked =
        std::all_of(shots.begin(), shots.end(), [](const auto& one) { return one->isNameLocked; });
    m_lock->setChecked(isLocked);
    m_lock->setIcon(themedIcon(isLocked ? u"lock"_s : u"unlock"_s));

    const auto length = common(shots, [](const auto& one) { return one->length; });
    m_lengthsDiffer = !length;
    m_length->setValue(double(length.value_or(shot->length)));
    QList<FrameIndex> holds;
    bool hasPanels = false;
    for (const auto& one : shots) {
        const QList<FrameIndex> its = panelLengths(*one);
        hasPanels = hasPanels || its.size() > 1;
        for (qsizetype i = 0; i < its.size(); ++i) {
            if (m_desk.boards().contains(one->panels[i]->id))
                holds.append(its[i]);
        }
    }
    const auto hold = common(holds, [](FrameIndex frames) { return frames; });
    m_holdsDiffer = !hold;
    m_hold->setValue(double(hold.value_or(holds.isEmpty() ? 1 : holds.first())));
    m_hold->setVisible(hasPanels);
    m_holdLabel->setVisible(hasPanels);
    fillPlace(*shot);

    const auto choose = [](QComboBox* box, const auto& value) {
        box->setCurrentIndex(value ? box->findData(int(*value)) : -1);
    };
    choose(m_size, common(shots, [](const auto& one) { return one->size; }));
    choose(m_angle, common(shots, [](const auto& one) { return one->angle; }));
    choose(m_status, common(shots, [](const auto& one) { return one->status; }));
    const auto lens =
        common(shots, [](const auto& one) { return one->camera.startPose().focalMm; });
    m_lensesDiffer = !lens;
    m_lens->setValue(lens.value_or(shot->camera.startPose().focalMm));
}

void ShotForm::fillPlace(const Shot& shot)
{
    const Film& film = m_desk.document().film();
    const Cut cut(film);
    const CutEntry* entry = cut.of(shot.id);
    if (!entry)
        return;
    const FrameIndex start = film.settings.startTimecode;
    const FrameRate rate = film.settings.rate;
    m_place->setText(
        u"%1 – %2"_s.arg(QString::fromStdString(timecode(start + entry->range.first, rate)),
                         QString::fromStdString(timecode(start + entry->range.end, rate))));
}

void ShotForm::showText(QPlainTextEdit& field, const QStringList& texts, const QString& hint)
{
    const auto text = common(texts, [](const QString& one) { return one; });
    field.setPlaceholderText(text ? hint : mixed());
    if (field.toPlainText() != text.value_or(QString()))
        field.setPlainText(text.value_or(QString()));
}

void ShotForm::fillWords(const QList<std::shared_ptr<const Shot>>& shots)
{
    QStringList actions, dialogues, prompts, notes, names;
    for (const auto& shot : shots) {
        prompts += shot->prompt;
        notes += shot->note;
        for (const auto& panel : shot->panels) {
            if (!m_desk.boards().contains(panel->id))
                continue;
            actions += panel->action;
            dialogues += panel->dialogue;
        }
    }
    for (const auto& member : m_desk.document().film().cast)
        names += member->name;
    m_prompt->setNames(names);
    showText(*m_action, actions, tr("Action: what happens"));
    showText(*m_dialogue, dialogues, tr("Dialogue: what is said"));
    showText(*m_prompt, prompts, tr("What we see: who, where, light, mood"));
    showText(*m_note, notes, tr("For you and the crew"));
}

} // namespace dollygrip::ui
