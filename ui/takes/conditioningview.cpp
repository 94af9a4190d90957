#include "ui/takes/conditioningview.h"

#include "core/project/pictureimport.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/shootchoices.h"
#include "ui/takes/picturepane.h"
#include "ui/takes/picturereader.h"
#include "ui/takes/scrubbar.h"
#include "ui/takes/takecard.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// References are no video: each is a picture of its own.
bool isOutsideTime(const QString& signal)
{
    return signal == "reference"_L1 || signal == "start"_L1 || signal == "end"_L1;
}

} // namespace

QString signalText(const QString& signal)
{
    const std::pair<QLatin1StringView, QString> known[] = {
        {"take"_L1, ConditioningView::tr("The take")},
        {"control"_L1, ConditioningView::tr("Control video")},
        {"mask"_L1, ConditioningView::tr("Mask")},
        {"reference"_L1, ConditioningView::tr("Reference")},
        {"tracks"_L1, ConditioningView::tr("Tracks")},
        {"camera"_L1, ConditioningView::tr("Camera")},
        {"start"_L1, ConditioningView::tr("First picture")},
        {"guide"_L1, ConditioningView::tr("The move")},
        {"end"_L1, ConditioningView::tr("Last picture")},
    };
    for (const auto& [name, text] : known)
        if (signal == name)
            return text;
    return signal;
}

ConditioningView::ConditioningView(FilmDesk& desk, ShootChoices& choices, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_choices(choices)
{
    setObjectName(u"conditioningView"_s);
    setWindowTitle(tr("What the network gets"));
    setModal(false);
    resize(920, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(3));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_source = new QComboBox;
    m_source->setObjectName(u"conditioningSource"_s);
    m_source->setMinimumWidth(260);
    m_again = new QPushButton(tr("Look again"));
    m_again->setAutoDefault(false);
    m_again->setToolTip(tr("The shot may have changed since"));
    row->addWidget(m_source);
    row->addWidget(m_again);
    row->addStretch(1);
    column->addLayout(row);
    m_about = new QLabel;
    m_about->setObjectName(u"conditioningAbout"_s);
    m_about->setProperty("role", u"secondary"_s);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_about);
    auto* page = new QWidget;
    m_grid = new QGridLayout(page);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(spacing(3));
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    column->addWidget(area, 1);
    m_scrub = new ScrubBar(desk);
    column->addWidget(m_scrub);

    connect(m_source, &QComboBox::activated, this, &ConditioningView::showChosen);
    connect(m_again, &QPushButton::clicked, this, &ConditioningView::showChosen);
    connect(m_scrub, &ScrubBar::frameChanged, this, &ConditioningView::showFrame);
    connect(&desk.session(), &Session::shotChanged, this, [this] { showTake(std::nullopt); });
    connect(&desk.takes(), &TakeStore::takeAdded, this, &ConditioningView::listTakes);
    connect(&desk.takes(), &TakeStore::takeRemoved, this, &ConditioningView::listTakes);
    TakeRunner& runner = desk.runner();
    connect(&runner, &TakeRunner::conditioning, this, &ConditioningView::takeSignal);
    connect(&runner, &TakeRunner::conditioningFinished, this, [this](quint64 job) {
        if (job != m_job)
            return;
        m_job = 0;
        say(m_signals.isEmpty() ? tr("This model is given words alone.") : QString());
    });
    connect(&runner, &TakeRunner::failed, this, [this](quint64 job) {
        if (job == m_job) {
            m_job = 0;
            say(tr("It could not be made; the window says why."));
        }
    });
    connect(&runner, &TakeRunner::cancelled, this, [this](quint64 job) {
        if (job == m_job) {
            m_job = 0;
            say(tr("Cancelled."));
        }
    });
    listTakes();
}

ConditioningView::~ConditioningView()
{
    if (m_job)
        m_desk.runner().cancel(m_job);
}

void ConditioningView::listTakes()
{
    const QVariant chosen = m_source->currentData();
    m_source->clear();
    m_source->addItem(tr("What would be sent now"), QString());
    if (const auto shot = m_desk.session().shotId()) {
        QList<Take> takes = m_desk.takes().takesOf(*shot);
        std::reverse(takes.begin(), takes.end());
        for (const Take& take : takes)
            if (!take.conditioning.isEmpty())
                m_source->addItem(
                    tr("%1 of %2")
                        .arg(qualityText(take.quality),
                             QLocale().toString(take.made.toLocalTime(), QLocale::ShortFormat)),
                    take.id.toText());
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
}

void ConditioningView::showTake(const std::optional<TakeId>& take)
{
    listTakes();
    m_source->setCurrentIndex(std::max(0, m_source->findData(take ? take->toText() : QString())));
    showChosen();
}

void ConditioningView::showChosen()
{
    clear();
    const auto id = TakeId::fromText(m_source->currentData().toString());
    const auto take = id ? m_desk.takes().take(*id) : std::nullopt;
    if (!take) {
        askWhatWouldBeSent();
        return;
    }
    m_frames = take->frames;
    Signal pictures;
    pictures.name = u"take"_s;
    for (FrameIndex n = 0; n < take->frames; ++n)
        pictures.files += takePicturePath(take->folder, n);
    addSignal(std::move(pictures));
    for (const auto& [name, files] : m_desk.takes().conditioning(take->id)) {
        Signal signal;
        signal.name = name;
        signal.files = files;
        addSignal(std::move(signal));
    }
    layOut();
    QStringList about{take->modelName.isEmpty() ? take->model : take->modelName,
                      tr("seed %1").arg(take->seed)};
    if (take->steps > 0)
        about += tr("%1 of %2 steps").arg(take->stepsDone).arg(take->steps);
    say(about.join(u" · "_s)
        + (take->prompt.isEmpty() ? QString() : u"\n“%1”"_s.arg(take->prompt)));
    showFrame();
}

void ConditioningView::askWhatWouldBeSent()
{
    const auto shot = m_desk.session().shot();
    if (!shot)
        return;
    m_frames = shot->length;
    ModelChoice model = m_choices.choice(generator::Quality::Draft);
    if (!model.isNetwork())
        model = m_choices.choice(generator::Quality::Final);
    if (!model.isNetwork()) {
        say(tr("Drafts and finals are made by completion, which takes the move itself. Choose a "
               "video model in the inspector to see what it would get."));
        return;
    }
    say(tr("Asking for what %1 would get…").arg(model.name));
    m_job = m_desk.runner().shootConditioning(m_desk.document().film(), shot->id,
                                              generator::Quality::Draft, model);
}

void ConditioningView::takeSignal(quint64 job, const QString& name, FrameIndex first,
                                  const QList<Image>& pictures)
{
    if (job != m_job)
        return;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const auto known = std::find_if(m_signals.begin(), m_signals.end(), [&](const Signal& one) {
            return one.name == name && one.fixed < 0;
        });
        if (known != m_signals.end()) {
            known->pictures.append(pictures[i]);
            continue;
        }
        // A longer shot goes through in windows, and each is given its references again.
        const bool isRepeated =
            std::any_of(m_signals.begin(), m_signals.end(), [&](const Signal& one) {
                return one.name == name && one.fixed >= 0 && one.pictures.first() == pictures[i];
            });
        if (isRepeated)
            continue;
        Signal signal;
        signal.name = name;
        signal.pictures = {pictures[i]};
        if (isOutsideTime(name))
            signal.fixed = first + i;
        addSignal(std::move(signal));
        layOut();
    }
    showFrame();
}

void ConditioningView::clear()
{
    if (m_job)
        m_desk.runner().cancel(std::exchange(m_job, 0));
    for (const Signal& signal : std::as_const(m_signals)) {
        delete signal.reader;
        delete signal.pane;
    }
    m_signals.clear();
}

void ConditioningView::addSignal(Signal signal)
{
    if (isOutsideTime(signal.name) && signal.files.size() > 1) {
        for (const QString& file : signal.files) {
            Signal one;
            one.name = signal.name;
            one.files = {file};
            addSignal(std::move(one));
        }
        return;
    }
    signal.pane = new PicturePane(signalText(signal.name));
    signal.pane->setObjectName(u"signal:"_s + signal.name);
    if (!signal.files.isEmpty()) {
        signal.reader = new PictureReader(this);
        connect(
            signal.reader, &PictureReader::arrived, signal.pane,
            [pane = signal.pane](const QString&, const QImage& image) { pane->setImage(image); });
    }
    m_signals.append(signal);
}

void ConditioningView::layOut()
{
    const int columns = m_signals.size() <= 1 ? 1 : m_signals.size() <= 4 ? 2 : 3;
    for (qsizetype i = 0; i < m_signals.size(); ++i)
        m_grid->addWidget(m_signals[i].pane, int(i) / columns, int(i) % columns);
}

void ConditioningView::showFrame()
{
    const double at =
        m_frames > 1 ? double(std::min(m_scrub->frame(), m_frames - 1)) / double(m_frames - 1) : 0;
    for (const Signal& signal : std::as_const(m_signals)) {
        const qsizetype count = signal.count();
        if (count == 0)
            continue;
        const qsizetype n = signal.fixed >= 0 ? 0 : qsizetype(std::lround(at * double(count - 1)));
        if (signal.reader)
            signal.reader->read(signal.files[n], QSize(1024, 1024));
        else
            signal.pane->setImage(toQImage(signal.pictures[n]));
        signal.pane->setDetail(signal.fixed >= 0 || isOutsideTime(signal.name)
                                   ? QString()
                                   : tr("%1 of %2").arg(n + 1).arg(count));
    }
}

void ConditioningView::say(const QString& text)
{
    m_about->setText(text);
    m_about->setVisible(!text.isEmpty());
}

} // namespace dollygrip::ui
