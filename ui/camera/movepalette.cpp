#include "ui/camera/movepalette.h"

#include "core/geometry/camerachannels.h"
#include "core/project/editing.h"
#include "ui/camera/handheldfield.h"
#include "ui/filmdesk.h"
#include "ui/inspector/cameramovename.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kWide = 620; // pixels
constexpr int kSettingsWidth = 268;
constexpr int kSettingsHeight = 148;

} // namespace

MovePalette::MovePalette(FilmDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_draft(desk), m_thumbnails(desk)
{
    setObjectName(u"movePalette"_s);
    m_grid = new MoveGrid(m_thumbnails);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_grid);
    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(area, 1);
    auto* settings = new QScrollArea; // a low dock stays low
    settings->setWidgetResizable(true);
    settings->setFrameShape(QFrame::NoFrame);
    settings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    settings->setWidget(buildSettings());
    m_settings = settings;
    m_layout->addWidget(m_settings);
    m_thumbnails.setMaker(
        [this](CameraMove move, const Shot& shot) { return made(move, shot, shot.camera, false); });
    connect(m_grid, &MoveGrid::previewWanted, this, &MovePalette::preview);
    connect(m_grid, &MoveGrid::previewEnded, this, [this] {
        m_draft.drop();
        if (m_grid->chosen()) // its strength is still there to be turned
            choose(*m_grid->chosen());
    });
    connect(m_grid, &MoveGrid::applied, this, &MovePalette::apply);
    connect(&desk.session(), &Session::shotChanged, this, [this] {
        m_draft.drop();
        m_appliedTo.reset();
        m_grid->setChosen(std::nullopt);
    });
    choose(m_move);
    m_grid->setChosen(std::nullopt);
}

QWidget* MovePalette::buildSettings()
{
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    column->setSpacing(spacing(2));
    m_name = new QLabel;
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_amount = new NumberField({-3600, 3600, 0.1, 2, {}, 0, {}, {}});
    m_amount->setToolTip(tr("How much: drag, type or turn the wheel"));
    row->addWidget(m_amount, 1);
    m_unit = quietLabel();
    m_unit->setWordWrap(false);
    row->addWidget(m_unit);
    m_ease = easeBox();
    m_ease->setCurrentIndex(m_ease->findData(int(Ease::InOut)));
    column->addLayout(row);
    column->addWidget(m_ease);
    m_adds = new QCheckBox(tr("Add to the move"));
    m_adds->setToolTip(tr("Puts the move on top of what the camera does already,\n"
                          "so that two become one: a dolly with a pan, an orbit with a rise."));
    column->addWidget(m_adds);
    auto* hands = new HandheldField(m_desk);
    m_hands = hands;
    column->addWidget(hands);
    column->addStretch(1);
    connect(m_amount, &NumberField::edited, this, [this](double value) {
        if (m_isShowing)
            return;
        m_amounts.insert(int(m_move), value);
        applyAgain(u"camera.palette"_s);
    });
    connect(m_amount, &NumberField::editFinished, this, [this] {
        m_desk.document().endMerge();
        m_thumbnails.refresh(m_move);
    });
    connect(m_ease, &QComboBox::activated, this, [this] { applyAgain({}); });
    return part;
}

void MovePalette::setAdds(bool adds)
{
    m_adds->setChecked(adds);
}

double MovePalette::amount(CameraMove move) const
{
    return m_amounts.value(int(move), defaultAmount(move));
}

void MovePalette::setAmount(CameraMove move, double amount)
{
    m_amounts.insert(int(move), amount);
    if (move == m_move)
        m_amount->setValue(amount);
}

CameraPath MovePalette::made(CameraMove move, const Shot& shot, const CameraPath& base,
                             bool adds) const
{
    const FilmSettings& film = m_desk.document().film().settings;
    MoveSettings settings;
    settings.start = base.startPose();
    settings.sensorWidthMm = film.sensorWidthMm;
    settings.amount = amount(move);
    settings.subjectDistanceM = subjectDistance(shot);
    settings.durationSeconds = film.rate.seconds(shot.length);
    settings.ease = Ease(m_ease->currentData().toInt());
    settings.seed = std::uint32_t(shot.seed);
    return withMove(base, move, settings, adds);
}

void MovePalette::preview(CameraMove move)
{
    choose(move);
    m_grid->setChosen(m_appliedTo ? m_grid->chosen() : std::nullopt);
    if (!m_draft.isActive() && !m_draft.begin())
        return;
    const Shot& before = m_draft.before();
    m_draft.show(made(move, before, before.camera, m_adds->isChecked()));
}

void MovePalette::apply(CameraMove move)
{
    m_draft.drop();
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    choose(move);
    m_base = shot->camera;
    m_applied = made(move, *shot, m_base, m_adds->isChecked());
    if (changeCamera(m_desk, tr("Camera: %1").arg(cameraMoveName(move)), m_applied)) {
        m_appliedTo = shot->id;
        m_grid->setChosen(move);
        m_desk.document().endMerge();
    }
}

// Strength and ease go on working on the move that was just made.
void MovePalette::applyAgain(const QString& mergeKey)
{
    const auto shot = m_desk.session().shot();
    if (!shot || m_appliedTo != shot->id || m_grid->chosen() != m_move
        || !(shot->camera == m_applied))
        return;
    const CameraPath now = made(m_move, *shot, m_base, m_adds->isChecked());
    CameraPath stored = now;
    stored.sensorWidthMm = shot->camera.sensorWidthMm;
    if (changeCamera(m_desk, tr("Camera: %1").arg(cameraMoveName(m_move)), now, mergeKey))
        m_applied = stored;
}

void MovePalette::choose(CameraMove move)
{
    m_move = move;
    m_isShowing = true;
    m_name->setText(cameraMoveName(move));
    const QString unit = QString::fromUtf8(amountUnit(move));
    m_amount->setReset(defaultAmount(move));
    m_amount->setValue(amount(move));
    m_amount->setEnabled(!unit.isEmpty());
    m_unit->setText(unit == "degrees"_L1      ? tr("degrees")
                    : unit == "metres"_L1     ? tr("metres")
                    : unit == "times"_L1      ? tr("times")
                    : unit == "of the way"_L1 ? tr("of the way")
                    : unit == "strength"_L1   ? tr("strength")
                                              : QString());
    m_isShowing = false;
}

// Beside the tiles where there is room, else under them and short.
void MovePalette::resizeEvent(QResizeEvent*)
{
    const bool isWide = width() > kWide;
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_hands->setVisible(isWide);
    m_settings->setMinimumSize(0, 0);
    m_settings->setMaximumSize(isWide ? kSettingsWidth : QWIDGETSIZE_MAX,
                               isWide ? QWIDGETSIZE_MAX : kSettingsHeight);
    if (isWide)
        m_settings->setMinimumWidth(kSettingsWidth);
    else
        m_settings->setMinimumHeight(std::min(kSettingsHeight, height() / 2));
}

void MovePalette::showEvent(QShowEvent*)
{
    m_thumbnails.setWatched(true);
}

void MovePalette::hideEvent(QHideEvent*)
{
    m_draft.drop();
    m_thumbnails.setWatched(false);
}

} // namespace dollygrip::ui
