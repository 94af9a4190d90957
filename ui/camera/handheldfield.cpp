#include "ui/camera/handheldfield.h"

#include "ui/camera/cameradraft.h"
#include "ui/filmdesk.h"
#include "ui/inspector/numberfield.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kMost = 300;
constexpr int kHands[] = {0, 40, 100, 240};

} // namespace

double HandheldField::percentOf(const std::optional<Handheld>& handheld)
{
    const auto calm = handheldOf(100, 1);
    return handheld && calm->rotationRad > 0 ? 100 * handheld->rotationRad / calm->rotationRad : 0;
}

std::optional<Handheld> HandheldField::handheldOf(double percent, std::uint32_t seed)
{
    if (!(percent > 0))
        return std::nullopt;
    MoveSettings settings;
    settings.amount = percent / 100;
    settings.seed = seed;
    return namedMove(CameraMove::Handheld, settings).handheld;
}

HandheldField::HandheldField(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, kMost);
    m_slider->setPageStep(20);
    m_slider->setToolTip(tr("Unrest of a hand-held camera on top of the move"));
    row->addWidget(m_slider, 1);
    m_number = new NumberField({0, kMost, 5, 0, u"%"_s, 0, {}, {}});
    m_number->setFixedWidth(64);
    row->addWidget(m_number);
    column->addLayout(row);
    auto* hands = new QGridLayout; // two by two: the inspector is narrow and words are long
    hands->setSpacing(2);
    const QString names[] = {tr("Tripod"), tr("Gentle"), tr("Documentary"), tr("Running")};
    for (int i = 0; i < 4; ++i) {
        auto* button = new QToolButton;
        button->setText(names[i]);
        button->setCheckable(true);
        button->setToolTip(tr("%1 %").arg(kHands[i]));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, i] {
            set(kHands[i], false);
            fill();
        });
        hands->addWidget(button, i / 2, i % 2);
        m_hands.append(button);
    }
    column->addLayout(hands);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (!m_isShowing)
            set(value, true);
    });
    connect(m_slider, &QSlider::sliderReleased, this, [this] { m_desk.document().endMerge(); });
    connect(m_number, &NumberField::edited, this, [this](double value) {
        if (!m_isShowing)
            set(value, true);
    });
    connect(m_number, &NumberField::editFinished, this, [this] { m_desk.document().endMerge(); });
    connect(&desk.session(), &Session::shotChanged, this, &HandheldField::fill);
    connect(&desk.session(), &Session::shotEdited, this, &HandheldField::fill);
    fill();
}

void HandheldField::set(double percent, bool merges)
{
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    CameraPath camera = shot->camera;
    const std::uint32_t seed = camera.handheld ? camera.handheld->seed : std::uint32_t(shot->seed);
    const double start = camera.handheld ? camera.handheld->startSeconds : 0.0;
    camera.handheld = handheldOf(percent, seed);
    if (camera.handheld)
        camera.handheld->startSeconds = start;
    changeCamera(m_desk, tr("Change hand-held unrest"), camera,
                 merges ? u"camera.handheld:"_s + shot->id.toText() : QString());
}

void HandheldField::fill()
{
    const auto shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    if (!shot)
        return;
    m_isShowing = true;
    const double percent = percentOf(shot->camera.handheld);
    if (!m_slider->isSliderDown())
        m_slider->setValue(int(std::lround(percent)));
    m_number->setValue(percent);
    for (int i = 0; i < m_hands.size(); ++i)
        m_hands[i]->setChecked(std::abs(percent - kHands[i]) < 0.5);
    m_isShowing = false;
}

} // namespace dollygrip::ui
