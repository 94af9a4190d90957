#include "ui/player/transportbar.h"

#include "core/playback/transport.h"
#include "core/project/cut.h"
#include "ui/actions.h"
#include "ui/filmdesk.h"
#include "ui/player/audiooutput.h"
#include "ui/player/timecodefield.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

QLabel* smallLabel(const QString& widest, Qt::Alignment alignment)
{
    auto* label = new QLabel;
    label->setProperty("role", u"small"_s);
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(widest));
    label->setAlignment(alignment | Qt::AlignVCenter);
    return label;
}

} // namespace

TransportBar::TransportBar(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_actions(actions)
{
    setObjectName(u"transportBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(40);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(3), 0, spacing(3), 0);
    row->setSpacing(spacing(1) / 2);

    m_timecode = new TimecodeField;
    m_place = smallLabel(u"00000 / 00000"_s, Qt::AlignLeft);
    row->addWidget(m_timecode);
    row->addWidget(m_place);
    row->addStretch(1);
    for (const QString& id : {u"play.first"_s, u"play.stepBack"_s, u"play.toggle"_s,
                              u"play.stepForward"_s, u"play.last"_s, u"play.loop"_s}) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions.at(id));
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoRaise(true);
        button->setIconSize({20, 20});
        button->setFixedSize(kPenTarget, kPenTarget);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_speed = smallLabel(u"\u22128\u00d7"_s, Qt::AlignRight);
    row->addWidget(m_speed);
    row->addSpacing(spacing(2));
    m_mute = new QToolButton;
    m_mute->setDefaultAction(actions.at(u"play.mute"_s));
    m_mute->setFocusPolicy(Qt::NoFocus);
    m_mute->setToolButtonStyle(Qt::ToolButtonIconOnly);
    row->addWidget(m_mute);
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setRange(0, 100);
    m_volume->setFixedWidth(84);
    m_volume->setFocusPolicy(Qt::NoFocus);
    m_volume->setToolTip(tr("Volume"));
    m_volume->setAccessibleName(tr("Volume"));
    row->addWidget(m_volume);

    desk.audio().setVolume(settings.number(u"player/volume"_s, 0.8));
    desk.audio().setMuted(settings.flag(u"player/muted"_s, false));
    connect(m_volume, &QSlider::valueChanged, this, [this, &settings](int value) {
        m_desk.audio().setVolume(value / 100.0);
        settings.setNumber(u"player/volume"_s, value / 100.0);
    });
    connect(&desk.audio(), &AudioOutput::volumeChanged, this, &TransportBar::showVolume);
    connect(m_timecode, &TimecodeField::frameTyped, &desk.session(), &Session::setPlayhead);
    connect(&desk.session(), &Session::playheadChanged, this, &TransportBar::showPosition);
    connect(&desk.document(), &Document::changed, this, &TransportBar::showPosition);
    connect(&desk.transport(), &Transport::speedChanged, this, &TransportBar::showSpeed);
    connect(&desk.transport(), &Transport::loopingChanged, this,
            [this](bool isLooping) { m_actions.at(u"play.loop"_s)->setChecked(isLooping); });
    showPosition();
    showSpeed(0);
    showVolume();
}

void TransportBar::showPosition()
{
    const Film& film = m_desk.document().film();
    m_timecode->setRate(film.settings.rate, film.settings.startTimecode);
    m_timecode->setFrame(m_desk.session().playhead());
    const FrameIndex length = m_desk.transport().length();
    m_place->setText(length == 0
                         ? QString()
                         : tr("frame %1 of %2").arg(m_desk.session().playhead() + 1).arg(length));
}

void TransportBar::showSpeed(int speed)
{
    QAction* play = m_actions.at(u"play.toggle"_s);
    play->setIcon(themedIcon(speed == 0 ? u"play"_s : u"pause"_s));
    if (speed == 0 || speed == 1)
        m_speed->clear();
    else
        m_speed->setText((speed < 0 ? u"\u2212%1\u00d7"_s : u"%1\u00d7"_s).arg(std::abs(speed)));
}

void TransportBar::showVolume()
{
    const QSignalBlocker quiet(m_volume);
    m_volume->setValue(qRound(m_desk.audio().volume() * 100));
    m_volume->setEnabled(!m_desk.audio().isMuted());
    QAction* mute = m_actions.at(u"play.mute"_s);
    mute->setChecked(m_desk.audio().isMuted());
    mute->setIcon(themedIcon(m_desk.audio().isMuted() ? u"mute"_s : u"volume"_s));
}

} // namespace dollygrip::ui
