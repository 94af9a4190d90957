#include "ui/dialogs/renumberdialog.h"

#include "core/project/numbering.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

RenumberDialog::RenumberDialog(FilmDesk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setWindowTitle(tr("Shot numbers"));
    setObjectName(u"renumberDialog"_s);
    setMinimumWidth(420);
    const Numbering& rule = desk.document().film().settings.numbering;
    QFormLayout* form = inspectorForm(this);
    m_style = new QComboBox;
    m_style->addItem(tr("Scene and letter: 1A, 1B, 2A"), int(Numbering::Style::SceneAndLetter));
    m_style->addItem(tr("Scene and number: 1-10, 1-20, 2-10"),
                     int(Numbering::Style::SceneAndNumber));
    m_style->addItem(tr("Through the film: 010, 020, 030"), int(Numbering::Style::Film));
    m_style->setCurrentIndex(m_style->findData(int(rule.style)));
    form->addRow(tr("Rule"), m_style);
    m_step = new NumberField({1, 100, 1, 0, {}, 10, {}, {}});
    m_step->setValue(rule.step);
    m_step->setToolTip(tr("What lies between two numbers. Tens leave room for shots in between."));
    form->addRow(tr("Step"), m_step);
    m_automatic = new QCheckBox(tr("Number by itself after every edit"));
    m_automatic->setChecked(rule.isAutomatic);
    form->addRow(m_automatic);
    m_names = quietLabel();
    form->addRow(m_names);
    form->addRow(quietLabel(tr("Locked names stay. Shots between two locked ones are named after "
                               "the one before: 12AA, 12AB.")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* renumber = buttons->addButton(tr("Renumber"), QDialogButtonBox::AcceptRole);
    renumber->setProperty("primary", true);
    renumber->setDefault(true);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_style, &QComboBox::activated, this, &RenumberDialog::showNames);
    connect(m_step, &NumberField::edited, this, &RenumberDialog::showNames);
    showNames();
}

Numbering RenumberDialog::rule() const
{
    return {Numbering::Style(m_style->currentData().toInt()), int(m_step->value()),
            m_automatic->isChecked()};
}

void RenumberDialog::showNames()
{
    m_step->setEnabled(rule().style != Numbering::Style::SceneAndLetter);
    Film film = m_desk.document().film();
    film.settings.numbering = rule();
    numberShots(film);
    QStringList names;
    int changed = 0;
    const Film& now = m_desk.document().film();
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        for (qsizetype i = 0; i < film.scenes[s]->shots.size(); ++i) {
            const QString& name = film.scenes[s]->shots[i]->name;
            if (name != now.scenes[s]->shots[i]->name)
                ++changed;
            if (names.size() < 12)
                names += name;
        }
    }
    const QString more = film.shotCount() > names.size() ? u" …"_s : QString();
    m_names->setText(names.join(u"  "_s) + more + u"\n"_s
                     + (changed == 0
                            ? tr("All names stay as they are.")
                            : tr("Other names: %1 of %2").arg(changed).arg(film.shotCount())));
}

void RenumberDialog::accept()
{
    const Numbering wanted = rule();
    if (m_desk.edit(tr("Renumber shots"), [&](Film& film) { return renumber(film, wanted); }))
        QDialog::accept();
}

} // namespace dollygrip::ui
