#include "ui/takes/scrubbar.h"

#include "core/project/cut.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

ScrubBar::ScrubBar(FilmDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing(2));
    m_play = new QToolButton;
    m_play->setIcon(themedIcon(u"play"_s));
    m_play->setToolTip(tr("Plays this shot over and over"));
    m_play->setAccessibleName(m_play->toolTip());
    m_play->setFixedSize(kPenTarget, kPenTarget);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(u"scrub"_s);
    m_slider->setPageStep(8);
    m_readout = new QLabel;
    m_readout->setMinimumWidth(m_readout->fontMetrics().horizontalAdvance(u"0000 / 0000"_s));
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_readout);
    connect(m_play, &QToolButton::clicked, this, [this] { m_desk.playShot(); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int frame) {
        Session& session = m_desk.session();
        const auto shot = session.shotId();
        const Cut cut(m_desk.document().film());
        if (const CutEntry* entry = shot ? cut.of(*shot) : nullptr)
            session.setPlayhead(entry->range.first + frame);
    });
    Session& session = desk.session();
    connect(&session, &Session::playheadChanged, this, &ScrubBar::follow);
    connect(&session, &Session::shotChanged, this, &ScrubBar::follow);
    connect(&session, &Session::shotEdited, this, &ScrubBar::follow);
    connect(&session, &Session::playingChanged, this, [this](bool isPlaying) {
        m_play->setIcon(themedIcon(isPlaying ? u"pause"_s : u"play"_s));
    });
    follow();
}

FrameIndex ScrubBar::frame() const
{
    return m_slider->value();
}

void ScrubBar::follow()
{
    const auto shot = m_desk.session().shot();
    setEnabled(shot != nullptr);
    const int length = shot ? int(shot->length) : 1;
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, length - 1);
    m_slider->setValue(shot ? int(m_desk.session().shotFrame()) : 0);
    m_readout->setText(u"%1 / %2"_s.arg(m_slider->value() + 1).arg(length));
    Q_EMIT frameChanged(frame());
}

} // namespace dollygrip::ui
