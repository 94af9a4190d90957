#include "ui/inspector/shootmoreform.h"

#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/shootform.h"
#include "ui/session.h"
#include "ui/shootchoices.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

using conditioning::TrackMethod;

/// A number whose lowest value stands for the model's own, which is shown with it when it is known.
NumberField* orModels(double most, double step, int decimals)
{
    return new NumberField({0,
                            most,
                            step,
                            decimals,
                            {},
                            0,
                            [](const QString& text) -> std::optional<double> {
                                return text.trimmed().isEmpty() ? std::optional(0.0) : std::nullopt;
                            },
                            [decimals](double value) {
                                return value <= 0 ? ShootMoreForm::tr("the model's own")
                                                  : QLocale().toString(value, 'f', decimals);
                            }});
}

double percentOf(double sigma)
{
    return (1 - sigma) * 100;
}

double sigmaOf(double percent)
{
    return 1 - percent / 100;
}

} // namespace

ShootMoreForm::ShootMoreForm(FilmDesk& desk, ShootChoices& choices, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_choices(choices)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    buildMove(*column);
    buildSampler(*column);
    m_loraHeading = sectionHeading(tr("Changes to the model (LoRA)"));
    column->addWidget(m_loraHeading);
    m_loras = new QVBoxLayout;
    m_loras->setSpacing(spacing(1));
    column->addLayout(m_loras);
    m_addLora = new QComboBox;
    m_addLora->setObjectName(u"addLora"_s);
    m_addLora->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_addLora);
    connectFields();
    fill();
}

void ShootMoreForm::buildMove(QVBoxLayout& column)
{
    column.addWidget(sectionHeading(tr("How much stays as it was drawn")));
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_startFromMove = percentField(0);
    m_startFromMove->setObjectName(u"startFromMove"_s);
    m_startFromMove->setToolTip(
        tr("The take begins from the move that was drawn instead of from nothing. 0 %: off. Any "
           "model can do it."));
    form->addRow(tr("Starts from the move"), m_startFromMove);
    m_holdMoving = percentField(0);
    m_holdMoving->setObjectName(u"holdMoving"_s);
    m_holdMoving->setToolTip(
        tr("What moves is held to its drawn way this much longer than the rest of the picture."));
    form->addRow(tr("Holds moving parts"), m_holdMoving);
    m_tracks = new QComboBox;
    m_tracks->setObjectName(u"tracks"_s);
    m_tracks->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tracks->addItem(tr("As the model knows them"), int(TrackMethod::Automatic));
    m_tracks->addItem(tr("Not at all"), int(TrackMethod::None));
    m_tracks->addItem(u"Wan-Move"_s, int(TrackMethod::WanMove));
    m_tracks->addItem(u"ATI"_s, int(TrackMethod::Ati));
    m_tracks->setToolTip(tr("How arrows go into a model that begins with a picture."));
    form->addRow(tr("Arrows as tracks"), m_tracks);
    column.addWidget(part);
    m_whiteOnBlack = new QCheckBox(tr("Outlines white on black"));
    m_whiteOnBlack->setObjectName(u"whiteOnBlack"_s);
    column.addWidget(m_whiteOnBlack);
    m_forms += form;
}

void ShootMoreForm::buildSampler(QVBoxLayout& column)
{
    column.addWidget(sectionHeading(tr("Sampler")));
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_steps = orModels(1000, 1, 0);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setToolTip(tr("More steps take longer and are finer."));
    form->addRow(tr("Steps"), m_steps);
    m_guidance = orModels(100, 0.5, 1);
    m_guidance->setObjectName(u"guidance"_s);
    m_guidance->setToolTip(tr("How strictly the words are followed. 1: without, twice as fast."));
    form->addRow(tr("Guidance"), m_guidance);
    m_shift = orModels(100, 0.5, 1);
    m_shift->setObjectName(u"shift"_s);
    m_shift->setToolTip(tr("Larger: more steps for the composition, fewer for details."));
    form->addRow(tr("Shift"), m_shift);
    m_solver = new QComboBox;
    m_solver->setObjectName(u"solver"_s);
    m_solver->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_solver->addItem(tr("the model's own"), QString());
    m_solver->addItem(u"UniPC"_s, u"unipc"_s);
    m_solver->addItem(u"DPM++"_s, u"dpm++"_s);
    m_solver->addItem(u"Euler"_s, u"euler"_s);
    m_solver->addItem(tr("Few steps"), u"few-step"_s);
    m_solver->addItem(tr("Few steps, fresh noise"), u"few-step-renoised"_s);
    form->addRow(tr("Solver"), m_solver);
    column.addWidget(part);
    m_forms += form;
}

void ShootMoreForm::connectFields()
{
    connect(m_startFromMove, &NumberField::edited, this, [this](double percent) {
        change(tr("Change what stays of the move"), u"shooting.start"_s,
               [percent](Shooting& shooting) {
                   shooting.startSigma = sigmaOf(percent);
                   shooting.heldSigma = std::min(shooting.heldSigma, shooting.startSigma);
               });
    });
    connect(m_holdMoving, &NumberField::edited, this, [this](double percent) {
        change(tr("Change how moving parts are held"), u"shooting.held"_s,
               [percent](Shooting& shooting) {
                   shooting.heldSigma = std::min(sigmaOf(percent), shooting.startSigma);
               });
    });
    connect(m_tracks, &QComboBox::activated, this, [this] {
        change(tr("Change arrows as tracks"), {},
               [method = m_tracks->currentData().toInt()](Shooting& shooting) {
                   shooting.tracks = TrackMethod(method);
               });
    });
    connect(m_whiteOnBlack, &QCheckBox::clicked, this, [this](bool isOn) {
        change(tr("Change outlines"), {},
               [isOn](Shooting& shooting) { shooting.whiteOnBlackLayout = isOn; });
    });
    connect(m_steps, &NumberField::edited, this, [this](double steps) {
        change(tr("Change steps"), u"shooting.steps"_s,
               [steps](Shooting& shooting) { shooting.steps = int(steps); });
    });
    connect(m_guidance, &NumberField::edited, this, [this](double guidance) {
        change(tr("Change guidance"), u"shooting.guidance"_s, [guidance](Shooting& shooting) {
            shooting.guidance = guidance <= 0 ? -1 : guidance;
        });
    });
    connect(m_shift, &NumberField::edited, this, [this](double shift) {
        change(tr("Change shift"), u"shooting.shift"_s,
               [shift](Shooting& shooting) { shooting.shift = shift; });
    });
    connect(m_solver, &QComboBox::activated, this, [this] {
        change(tr("Change solver"), {},
               [solver = m_solver->currentData().toString()](Shooting& shooting) {
                   shooting.solver = solver;
               });
    });
    connect(m_addLora, &QComboBox::activated, this, [this] {
        const QString file = m_addLora->currentData().toString();
        if (!file.isEmpty())
            change(tr("Add LoRA"), {}, [file](Shooting& shooting) {
                shooting.loras.append({file, 1.0});
            });
    });
    for (NumberField* field : {m_startFromMove, m_holdMoving, m_steps, m_guidance, m_shift})
        connect(field, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(&m_choices, &ShootChoices::changed, this, &ShootMoreForm::fill);
    connect(&m_desk.session(), &Session::shotChanged, this, &ShootMoreForm::fill);
    connect(&m_desk.document(), &Document::changed, this, &ShootMoreForm::fill);
}

void ShootMoreForm::change(const QString& text, const QString& key,
                           const std::function<void(Shooting&)>& change)
{
    if (!m_isShowing)
        ShootForm::change(m_desk, text, key, change);
}

void ShootMoreForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    if (!shot)
        return;
    m_isShowing = true;
    const Shooting& shooting = shot->shooting;
    m_startFromMove->setValue(percentOf(shooting.startSigma));
    m_holdMoving->setValue(percentOf(shooting.heldSigma));
    m_tracks->setCurrentIndex(m_tracks->findData(int(shooting.tracks)));
    m_whiteOnBlack->setChecked(shooting.whiteOnBlackLayout);
    m_whiteOnBlack->setVisible(shooting.look == conditioning::ControlLook::Layout);
    m_steps->setValue(shooting.steps);
    m_guidance->setValue(std::max(0.0, shooting.guidance));
    m_shift->setValue(shooting.shift);
    m_solver->setCurrentIndex(std::max(0, m_solver->findData(shooting.solver)));
    fillLoras(shooting);
    m_isShowing = false;
}

QStringList ShootMoreForm::lorasThere() const
{
    QStringList files;
    for (const generator::Model& model : m_choices.models())
        for (const generator::ModelFile& file : model.files)
            if (file.role == generator::FileRole::Lora) {
                const QString name = QFileInfo(QString::fromStdString(file.path)).fileName();
                if (!files.contains(name))
                    files.append(name);
            }
    return files;
}

void ShootMoreForm::fillLoras(const Shooting& shooting)
{
    QStringList wanted;
    for (const ShotLora& lora : shooting.loras)
        wanted += lora.file;
    if (wanted != m_shownLoras) {
        while (QLayoutItem* item = m_loras->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        m_loraStrengths.clear();
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            auto* row = new QWidget;
            auto* line = new QHBoxLayout(row);
            line->setContentsMargins(0, 0, 0, 0);
            auto* name = new QLabel(wanted[i]);
            name->setToolTip(wanted[i]);
            name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            auto* strength = new NumberField({-400, 400, 5, 0, u"%"_s, 100, {}, {}});
            strength->setObjectName(u"lora:"_s + wanted[i]);
            strength->setFixedWidth(72);
            auto* away = new QToolButton;
            away->setIcon(themedIcon(u"delete"_s));
            away->setToolTip(tr("Without this LoRA"));
            line->addWidget(name, 1);
            line->addWidget(strength);
            line->addWidget(away);
            connect(strength, &NumberField::edited, this, [this, i](double percent) {
                change(tr("Change LoRA"), u"shooting.lora%1"_s.arg(i), [=](Shooting& changed) {
                    if (i < changed.loras.size())
                        changed.loras[i].strength = percent / 100;
                });
            });
            connect(strength, &NumberField::editFinished, this,
                    [this] { m_desk.document().endMerge(); });
            connect(away, &QToolButton::clicked, this, [this, i] {
                change(tr("Remove LoRA"), {}, [i](Shooting& changed) {
                    if (i < changed.loras.size())
                        changed.loras.removeAt(i);
                });
            });
            m_loras->addWidget(row);
            m_loraStrengths.append(strength);
        }
        m_shownLoras = wanted;
    }
    for (qsizetype i = 0; i < shooting.loras.size(); ++i)
        m_loraStrengths[i]->setValue(shooting.loras[i].strength * 100);
    m_addLora->clear();
    m_addLora->addItem(tr("Add one…"), QString());
    for (const QString& file : lorasThere())
        if (!wanted.contains(file))
            m_addLora->addItem(file, file);
    m_addLora->setVisible(m_addLora->count() > 1);
    m_loraHeading->setVisible(m_addLora->count() > 1 || !wanted.isEmpty());
}

} // namespace dollygrip::ui
