#include "ui/inspector/cameraform.h"

#include "core/geometry/camerachannels.h"
#include "core/project/editing.h"
#include "ui/camera/cameradraft.h"
#include "ui/camera/camerafactsview.h"
#include "ui/camera/handheldfield.h"
#include "ui/camera/lensfield.h"
#include "ui/camera/sensorfield.h"
#include "ui/canvas/camerawords.h"
#include "ui/canvas/overlay.h"
#include "ui/filmdesk.h"
#include "ui/inspector/cameramovename.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/inspector/rowlist.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// Where the camera stands when nothing is keyed, as a key.
CameraKey startKey(const CameraPath& camera)
{
    return {0.0, camera.startPose(), Ease::None};
}

} // namespace

CameraForm::CameraForm(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(3));
    layout->setSpacing(spacing(2));
    m_words = new QLabel;
    m_words->setWordWrap(true);
    m_words->setProperty("role", u"camera"_s);
    layout->addWidget(m_words);
    layout->addWidget(new CameraFactsView(desk));
    layout->addWidget(buildMoves());
    layout->addWidget(sectionHeading(tr("Camera frames")));
    m_keys = new RowList(5);
    layout->addWidget(m_keys);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    auto* add = new QPushButton(tr("Add at playhead"));
    m_remove = new QPushButton(tr("Remove"));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    layout->addLayout(buttons);
    layout->addWidget(buildKey());
    layout->addWidget(buildSetup());
    layout->addStretch(1);
    for (QComboBox* box : {m_move, m_moveEase, m_ease}) { // the dock may be narrow
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    alignLabels(findChildren<QFormLayout*>());
    letWheelScroll(*this);

    connect(add, &QPushButton::clicked, this, &CameraForm::addKey);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int index = keyIndex();
        changeCamera(tr("Remove camera frame"), {}, [index](CameraPath& camera) {
            if (index >= 0 && index < int(camera.keys.size()))
                dollygrip::removeKey(camera, std::size_t(index));
        });
    });
    connectFields();
    connect(&desk.session(), &Session::shotChanged, this, &CameraForm::fill);
    connect(&desk.session(), &Session::shotEdited, this, &CameraForm::fill);
    connect(&desk.session(), &Session::cameraKeyChanged, this, &CameraForm::fill);
    showMoveUnit();
    fill();
}

QWidget* CameraForm::buildMoves()
{
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(sectionHeading(tr("Named move")));
    m_move = new QComboBox;
    m_move->setMaxVisibleItems(30);
    for (CameraMove move : allCameraMoves())
        m_move->addItem(cameraMoveName(move), int(move));
    m_move->setCurrentIndex(m_move->findData(int(CameraMove::DollyIn)));
    form->addRow(tr("Move"), m_move);
    m_amount = new NumberField({-3600, 3600, 1, 2, {}, 0, {}, {}});
    m_unit = quietLabel();
    m_unit->setWordWrap(false);
    auto* amount = new QHBoxLayout;
    amount->setSpacing(spacing(2));
    amount->addWidget(m_amount, 1);
    amount->addWidget(m_unit);
    form->addRow(tr("How much"), amount);
    m_moveEase = easeBox();
    m_moveEase->setCurrentIndex(m_moveEase->findData(int(Ease::InOut)));
    form->addRow(tr("Ease"), m_moveEase);
    m_apply = new QPushButton(tr("Make this move"));
    form->addRow(m_apply);
    auto* all = new QHBoxLayout;
    all->setSpacing(0);
    const auto open = [&](const QString& icon, const QString& text, const QString& tip,
                          auto signal) {
        auto* button = new QToolButton;
        button->setIcon(themedIcon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(kRowHeight);
        button->setToolTip(tip);
        connect(button, &QToolButton::clicked, this, signal);
        all->addWidget(button);
    };
    open(u"moves"_s, tr("Moves"), tr("All named moves, playing on this panel (Shift+Y)"),
         &CameraForm::movesWanted);
    open(u"curves"_s, tr("Curves"), tr("Each channel of the camera as a curve (Y)"),
         &CameraForm::curvesWanted);
    open(u"top-view"_s, tr("Top view"), tr("Camera and sheets from above (Z)"),
         &CameraForm::topViewWanted);
    form->addRow(all);
    form->addRow(sectionHeading(tr("Hand-held")));
    form->addRow(new HandheldField(m_desk));
    connect(m_move, &QComboBox::currentIndexChanged, this, &CameraForm::showMoveUnit);
    connect(m_apply, &QPushButton::clicked, this, &CameraForm::applyMove);
    return part;
}

QWidget* CameraForm::buildKey()
{
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    m_at = new NumberField({1,
                            1e6,
                            1,
                            0,
                            {},
                            1,
                            [this](const QString& text) {
                                auto frames =
                                    framesFromText(text, m_desk.document().film().settings.rate);
                                if (frames) // a length of time from the shot's start
                                    *frames += 1;
                                return frames;
                            },
                            [](double frame) { return tr("frame %1").arg(std::lround(frame)); }});
    form->addRow(tr("When"), m_at);
    m_focal = new LensField;
    form->addRow(tr("Lens"), m_focal);
    m_x = metresField(-1000, 1000, 0);
    form->addRow(tr("Truck (right)"), m_x);
    m_y = metresField(-1000, 1000, 0);
    form->addRow(tr("Pedestal (up)"), m_y);
    m_z = metresField(-1000, 1000, 0);
    form->addRow(tr("Dolly (in)"), m_z);
    m_pan = degreesField(0);
    form->addRow(tr("Pan (right)"), m_pan);
    m_tilt = degreesField(0);
    form->addRow(tr("Tilt (up)"), m_tilt);
    m_roll = degreesField(0);
    form->addRow(tr("Roll (clockwise)"), m_roll);
    m_ease = easeBox();
    form->addRow(tr("On the way on"), m_ease);
    return part;
}

QWidget* CameraForm::buildSetup()
{
    auto* part = new QWidget;
    QFormLayout* form = inspectorForm(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(sectionHeading(tr("Sensor of the film")));
    form->addRow(new SensorField(m_desk));
    return part;
}

void CameraForm::connectFields()
{
    const auto onKey = [this]<class Field>(Field* field, const QString& name, auto set) {
        connect(field, &Field::edited, this, [this, name, set](double value) {
            changeKey(tr("Change camera frame"), name,
                      [set, value](CameraKey& key) { set(key, value); });
        });
        connect(field, &Field::editFinished, this, [this] { m_desk.document().endMerge(); });
    };
    onKey(m_focal, u"focal"_s, [](CameraKey& key, double mm) { key.pose.focalMm = mm; });
    onKey(m_x, u"x"_s, [](CameraKey& key, double metres) { key.pose.position.x() = metres; });
    onKey(m_y, u"y"_s, [](CameraKey& key, double metres) { key.pose.position.y() = metres; });
    onKey(m_z, u"z"_s, [](CameraKey& key, double metres) { key.pose.position.z() = metres; });
    onKey(m_pan, u"pan"_s,
          [](CameraKey& key, double degrees) { key.pose.panRad = toRadians(degrees); });
    onKey(m_tilt, u"tilt"_s,
          [](CameraKey& key, double degrees) { key.pose.tiltRad = toRadians(degrees); });
    onKey(m_roll, u"roll"_s,
          [](CameraKey& key, double degrees) { key.pose.rollRad = toRadians(degrees); });
    connect(m_at, &NumberField::edited, this, [this](double frame) {
        const auto shot = m_desk.session().shot();
        const int index = keyIndex();
        if (!shot)
            return;
        const double step = 1.0 / double(std::max<FrameIndex>(1, shot->length - 1));
        changeCamera(
            tr("Move camera frame in time"), u"at"_s, [index, frame, step](CameraPath& camera) {
                auto& keys = camera.keys;
                if (index >= int(keys.size()))
                    return;
                const double low = index > 0 ? keys[std::size_t(index - 1)].at + step : -1e9;
                const double high =
                    index + 1 < int(keys.size()) ? keys[std::size_t(index + 1)].at - step : 1e9;
                if (low <= high)
                    dollygrip::moveKey(camera, std::size_t(index),
                                       std::clamp((frame - 1) * step, low, high));
            });
    });
    connect(m_at, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(m_ease, &QComboBox::activated, this, [this](int) {
        const auto ease = Ease(m_ease->currentData().toInt());
        changeKey(tr("Change ease"), {}, [ease](CameraKey& key) { key.ease = ease; });
    });
    connect(m_keys, &QListWidget::itemClicked, this,
            [this] { m_desk.session().setCameraKey(m_keys->currentRow()); });
    connect(m_keys, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isShowing)
            m_desk.session().setCameraKey(row);
    });
}

int CameraForm::keyIndex() const
{
    const auto shot = m_desk.session().shot();
    const int index = m_desk.session().cameraKey();
    return shot && index >= 0 && index < int(shot->camera.keys.size()) ? index : 0;
}

void CameraForm::showMoveUnit()
{
    const auto move = CameraMove(m_move->currentData().toInt());
    m_amount->setReset(defaultAmount(move));
    m_amount->setValue(defaultAmount(move));
    const QString unit = QString::fromUtf8(amountUnit(move));
    m_amount->setEnabled(!unit.isEmpty());
    m_unit->setText(unit == "degrees"_L1      ? tr("degrees")
                    : unit == "metres"_L1     ? tr("metres")
                    : unit == "times"_L1      ? tr("times")
                    : unit == "of the way"_L1 ? tr("of the way")
                    : unit == "strength"_L1   ? tr("strength")
                                              : QString());
    m_unit->setVisible(!unit.isEmpty());
}

void CameraForm::applyMove()
{
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    const auto move = CameraMove(m_move->currentData().toInt());
    const FilmSettings& film = m_desk.document().film().settings;
    MoveSettings settings;
    settings.start = shot->camera.startPose();
    settings.sensorWidthMm = shot->camera.sensorWidthMm;
    settings.amount = m_amount->value();
    settings.subjectDistanceM = subjectDistance(*shot);
    settings.durationSeconds = film.rate.seconds(shot->length);
    settings.ease = Ease(m_moveEase->currentData().toInt());
    settings.seed = std::uint32_t(shot->seed);
    const CameraPath camera = withMove(shot->camera, move, settings, false);
    m_desk.edit(tr("Camera: %1").arg(cameraMoveName(move)),
                [&](Film& film) { return setCamera(film, shot->id, camera); });
}

void CameraForm::addKey()
{
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    const double at = shotFraction(double(m_desk.session().shotFrame()), shot->length);
    int added = 0;
    changeCamera(tr("Add camera frame"), {}, [&](CameraPath& camera) {
        added = int(insertKey(camera, at, 0.5 / double(std::max<FrameIndex>(1, shot->length - 1))));
    });
    m_desk.session().setCameraKey(added);
}

void CameraForm::changeCamera(const QString& text, const QString& key,
                              const std::function<void(CameraPath&)>& change)
{
    const auto id = m_desk.session().shotId();
    if (m_isShowing || !id)
        return;
    m_desk.edit(
        text,
        [&](Film& film) {
            return changeShot(film, *id, [&](Shot& shot) {
                const CameraPath before = shot.camera;
                change(shot.camera);
                // One frame alone is where the drawing is seen from; of several, A may leave it.
                if (shot.camera.keys.size() > 1)
                    shot.camera = keepingTheDrawing(shot.camera, before);
                return Result<void>();
            });
        },
        key.isEmpty() ? QString() : u"camera."_s + key + u':' + id->toText());
}

void CameraForm::changeKey(const QString& text, const QString& key,
                           const std::function<void(CameraKey&)>& change)
{
    const int index = keyIndex();
    changeCamera(text, key.isEmpty() ? key : key + QString::number(index), [&](CameraPath& camera) {
        if (camera.keys.empty())
            camera.keys.push_back(startKey(camera));
        CameraKey key = camera.keys[std::size_t(index)];
        change(key);
        camera.keys[std::size_t(index)].ease = key.ease;
        setKeyPose(camera, std::size_t(index), key.pose);
    });
}

void CameraForm::fill()
{
    const std::shared_ptr<const Shot> shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    if (!shot)
        return;
    m_isShowing = true;
    const CameraPath& camera = shot->camera;
    m_words->setText(cameraWords(camera, shot->length, m_desk.document().film().settings.rate));
    m_keys->clear();
    const std::vector<CameraKey> keys =
        camera.keys.empty() ? std::vector{startKey(camera)} : camera.keys;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const CameraKey& key = keys[i];
        m_keys->addRow(tr("%1   frame %2")
                           .arg(cameraKeyName(int(i)))
                           .arg(qRound(key.at * double(shot->length - 1)) + 1),
                       tr("%1 mm").arg(locale().toString(key.pose.focalMm, 'g', 4)));
    }
    const int index = keyIndex();
    m_keys->setCurrentRow(index);
    m_at->setEnabled(!camera.keys.empty());
    m_ease->setEnabled(camera.keys.size() > 1);
    m_remove->setEnabled(!camera.keys.empty());
    {
        const CameraKey& key = keys[std::size_t(index)];
        m_at->setValue(std::round(key.at * double(shot->length - 1)) + 1);
        m_focal->setValue(key.pose.focalMm, m_desk.document().film().settings.sensorWidthMm);
        m_x->setValue(key.pose.position.x());
        m_y->setValue(key.pose.position.y());
        m_z->setValue(key.pose.position.z());
        m_pan->setValue(toDegrees(key.pose.panRad));
        m_tilt->setValue(toDegrees(key.pose.tiltRad));
        m_roll->setValue(toDegrees(key.pose.rollRad));
        m_ease->setCurrentIndex(m_ease->findData(int(key.ease)));
    }
    m_isShowing = false;
}

} // namespace dollygrip::ui
