#include "ui/inspector/shotform.h"

#include "core/project/cut.h"
#include "core/project/editing.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/promptfield.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr ShotSize kSizes[] = {
    ShotSize::Unset,          ShotSize::ExtremeLong, ShotSize::Long,          ShotSize::Full,
    ShotSize::MediumLong,     ShotSize::Medium,      ShotSize::MediumCloseUp, ShotSize::CloseUp,
    ShotSize::ExtremeCloseUp, ShotSize::Insert};

} // namespace

ShotForm::ShotForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    const FrameRate rate = desk.document().film().settings.rate;
    QFormLayout* form = inspectorForm(this);

    m_name = new QLineEdit;
    m_name->setObjectName(u"shotName"_s);
    m_name->setMaxLength(24);
    form->addRow(tr("Name"), m_name);
    m_length = new NumberField(
        {1,
         100000,
         1,
         0,
         {},
         48,
         [rate](const QString& text) { return framesFromText(text, rate); },
         [rate](double frames) {
             return tr("%1  (%2 f)").arg(framesToText(frames, rate)).arg(qint64(frames));
         }});
    m_length->setToolTip(tr("Length of the shot. Understands 48, 2 s, 2 s 12 f and 00:00:02:00. "
                            "Arrows and camera stretch with it."));
    form->addRow(tr("Length"), m_length);
    m_place = quietLabel();
    m_place->setWordWrap(false);
    form->addRow(tr("In the film"), m_place);
    m_size = new QComboBox;
    const QStringList names = {tr("Not named"),        tr("Extreme long shot"),
                               tr("Long shot"),        tr("Full shot"),
                               tr("Medium long shot"), tr("Medium shot"),
                               tr("Medium close-up"),  tr("Close-up"),
                               tr("Extreme close-up"), tr("Insert")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_size->addItem(names[i], int(kSizes[i]));
    form->addRow(tr("Size"), m_size);
    form->addRow(sectionHeading(tr("In words")));
    m_prompt = new PromptField;
    prepare(*m_prompt, tr("What we see: who, where, light, mood"), 4);
    form->addRow(m_prompt);
    form->addRow(sectionHeading(tr("Note")));
    m_note = new QPlainTextEdit;
    prepare(*m_note, tr("For you and the crew"), 3);
    form->addRow(m_note);

    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().trimmed();
        change(tr("Rename shot"), {}, [&](Shot& shot) { shot.name = name; });
    });
    connect(m_length, &NumberField::edited, this, [this](double frames) {
        const auto id = m_desk.session().shotId();
        if (id && !m_isShowing)
            m_desk.edit(
                tr("Change length"),
                [&](Film& film) { return trimShot(film, *id, FrameIndex(frames)); },
                u"shot.length:"_s + id->toText());
    });
    connect(m_size, &QComboBox::activated, this, [this](int index) {
        change(tr("Change shot size"), {}, [&](Shot& shot) { shot.size = kSizes[index]; });
    });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        change(tr("Change words"), u"shot.prompt"_s,
               [text = m_prompt->toPlainText()](Shot& shot) { shot.prompt = text; });
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        change(tr("Change note"), u"shot.note"_s,
               [text = m_note->toPlainText()](Shot& shot) { shot.note = text; });
    });
    connect(m_length, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(&desk.session(), &Session::shotChanged, this, &ShotForm::fill);
    connect(&desk.document(), &Document::changed, this, &ShotForm::fill);
    fill();
}

void ShotForm::prepare(QPlainTextEdit& field, const QString& hint, int rows)
{
    field.setPlaceholderText(hint);
    field.setTabChangesFocus(true);
    field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + spacing(4));
}

void ShotForm::change(const QString& text, const QString& key,
                      const std::function<void(Shot&)>& change)
{
    const auto id = m_desk.session().shotId();
    if (m_isShowing || !id)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeShot(film, *id, [&](Shot& shot) {
                change(shot);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : key + u':' + id->toText());
}

void ShotForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    if (!shot)
        return;
    m_isShowing = true;
    const Film& film = m_desk.document().film();
    if (!m_name->hasFocus())
        m_name->setText(shot->name);
    m_length->setValue(double(shot->length));
    const Cut cut(film);
    if (const CutEntry* entry = cut.of(shot->id)) {
        const FrameIndex start = film.settings.startTimecode;
        const FrameRate rate = film.settings.rate;
        m_place->setText(
            u"%1 – %2"_s.arg(QString::fromStdString(timecode(start + entry->range.first, rate)),
                             QString::fromStdString(timecode(start + entry->range.end, rate))));
    }
    m_size->setCurrentIndex(m_size->findData(int(shot->size)));
    QStringList names;
    for (const auto& member : film.cast)
        names += member->name;
    m_prompt->setNames(names);
    if (m_prompt->toPlainText() != shot->prompt)
        m_prompt->setPlainText(shot->prompt);
    if (m_note->toPlainText() != shot->note)
        m_note->setPlainText(shot->note);
    m_isShowing = false;
}

} // namespace dollygrip::ui
