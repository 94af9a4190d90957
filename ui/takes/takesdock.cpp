#include "ui/takes/takesdock.h"

#include "core/project/editing.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/takes/compareview.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kSecondsToKeep = 8;

} // namespace

TakesDock::TakesDock(FilmDesk& desk, QWidget* parent)
    : QDockWidget(tr("Takes"), parent), m_desk(desk)
{
    setObjectName(u"takesDock"_s);
    m_page = new QWidget;
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(2));
    column->setSpacing(spacing(2));
    m_jobColumn = new QVBoxLayout;
    m_jobColumn->setSpacing(spacing(2));
    m_takeColumn = new QVBoxLayout;
    m_takeColumn->setSpacing(spacing(2));
    m_hint = new QLabel;
    m_hint->setProperty("role", u"small"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMinimumHeight(72);
    m_order = new QComboBox;
    m_order->setObjectName(u"takeOrder"_s);
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_order->setAccessibleName(tr("Order of takes"));
    m_order->setToolTip(tr("Which take comes first"));
    const std::pair<QString, TakeOrder> orders[] = {
        {tr("Newest first"), TakeOrder::Newest},
        {tr("Closest to the drawn motion"), TakeOrder::Motion},
        {tr("Steadiest first"), TakeOrder::Steadiness},
        {tr("Most alike first"), TakeOrder::Likeness},
        {tr("By model"), TakeOrder::Model},
        {tr("Quickest first"), TakeOrder::Seconds}};
    for (const auto& [text, order] : orders)
        m_order->addItem(text, int(order));
    connect(m_order, &QComboBox::activated, this, &TakesDock::showTakes);
    column->addLayout(m_jobColumn);
    column->addWidget(m_order);
    column->addLayout(m_takeColumn);
    column->addWidget(m_hint);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_page);
    area->setMinimumHeight(96);
    setWidget(area);

    m_leavingTimer.setSingleShot(true);
    m_leavingTimer.setInterval(kSecondsToKeep * 1000);
    connect(&m_leavingTimer, &QTimer::timeout, this, &TakesDock::removeLeaving);
    connect(&desk.session(), &Session::shotChanged, this, &TakesDock::showTakes);
    connect(&desk.session(), &Session::shotEdited, this, &TakesDock::showCircled);
    connect(&desk.takes(), &TakeStore::takeAdded, this, &TakesDock::showTakes);
    connect(&desk.takes(), &TakeStore::takeRemoved, this, &TakesDock::showTakes);
    connect(&desk.takes(), &TakeStore::takeChanged, this, &TakesDock::showChanged);
    connect(&desk.runner(), &TakeRunner::jobsChanged, this, &TakesDock::showJobs);
    showTakes();
    showJobs();
}

TakesDock::~TakesDock()
{
    disconnect(&m_desk.takes(), nullptr, this, nullptr);
    removeLeaving();
}

void TakesDock::showTakes()
{
    for (TakeCard* card : std::as_const(m_cards)) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    if (const auto shot = m_desk.session().shotId()) {
        QList<Take> takes = m_desk.takes().takesOf(*shot);
        std::reverse(takes.begin(), takes.end());
        sortTakes(takes, order());
        for (const Take& take : takes) {
            auto* card = new TakeCard(take);
            m_takeColumn->addWidget(card);
            m_cards.append(card);
            card->setLeaving(m_leaving.contains(take.id));
            connect(card, &TakeCard::circleToggled, this, &TakesDock::toggleCircle);
            connect(card, &TakeCard::deleteRequested, this, &TakesDock::deleteTake);
            connect(card, &TakeCard::keepRequested, this, &TakesDock::keepTake);
            connect(card, &TakeCard::compareWanted, this, &TakesDock::compareTake);
            connect(card, &TakeCard::conditioningWanted, this, &TakesDock::conditioningWanted);
            connect(card, &TakeCard::noteEdited, this,
                    [this](const TakeId& id, const QString& note) {
                        if (const auto done = m_desk.takes().setNote(id, note); !done)
                            m_desk.report(done.error());
                    });
        }
    }
    m_order->setVisible(m_cards.size() > 1);
    showCircled();
    showHint();
}

void TakesDock::showChanged(const TakeId& id)
{
    const auto take = m_desk.takes().take(id);
    for (TakeCard* card : std::as_const(m_cards))
        if (take && card->take().id == id)
            card->setTake(*take);
}

TakeOrder TakesDock::order() const
{
    return TakeOrder(m_order->currentData().toInt());
}

void TakesDock::compare()
{
    const auto shot = m_desk.session().shot();
    if (!shot || m_cards.isEmpty())
        return;
    compareTake(shot->circledTake && m_desk.takes().take(*shot->circledTake)
                    ? *shot->circledTake
                    : m_cards.first()->take().id);
}

void TakesDock::compareTake(const TakeId& take)
{
    const auto shot = m_desk.session().shot();
    if (!m_compare) {
        m_compare = new CompareView(m_desk, window());
        m_compare->setAttribute(Qt::WA_DeleteOnClose);
    }
    const bool isCircled = shot && shot->circledTake == take;
    m_compare->showTakes(take, isCircled || !shot ? std::nullopt : shot->circledTake);
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
}

void TakesDock::showCircled()
{
    const auto shot = m_desk.session().shot();
    for (TakeCard* card : std::as_const(m_cards))
        card->setCircled(shot && shot->circledTake == card->take().id);
}

void TakesDock::showHint()
{
    const bool hasShot = m_desk.session().shotId().has_value();
    m_hint->setVisible(m_cards.isEmpty() && m_jobs.isEmpty());
    m_hint->setText(hasShot ? tr("No takes of this shot yet.\nShoot makes one: Ctrl+Enter")
                            : tr("Takes of a shot appear here."));
}

void TakesDock::showJobs()
{
    QHash<quint64, JobCard*> gone = m_jobs;
    for (const TakeJob& job : m_desk.runner().jobs()) {
        if (JobCard* known = gone.take(job.id)) {
            known->showJob(job);
            continue;
        }
        auto* card = new JobCard(job);
        m_jobColumn->addWidget(card);
        m_jobs.insert(job.id, card);
        connect(card, &JobCard::cancelRequested, &m_desk.runner(), &TakeRunner::cancel);
        connect(card, &JobCard::stopRequested, &m_desk.runner(), &TakeRunner::stopHere);
    }
    for (JobCard* card : std::as_const(gone)) {
        m_jobs.remove(card->job());
        card->hide();
        card->deleteLater();
    }
    showHint();
}

void TakesDock::toggleCircle(const TakeId& take)
{
    const auto shot = m_desk.session().shotId();
    if (!shot)
        return;
    const auto current = m_desk.document().film().shot(*shot);
    const bool isCircled = current && current->circledTake == take;
    m_desk.edit(isCircled ? tr("Uncircle take") : tr("Circle take"), [&](Film& film) {
        return changeShot(film, *shot, [&](Shot& changed) {
            changed.circledTake = isCircled ? std::nullopt : std::optional(take);
            return Result<void>();
        });
    });
    showCircled();
}

void TakesDock::deleteTake(const TakeId& take)
{
    if (!m_leaving.contains(take))
        m_leaving.append(take);
    m_leavingTimer.start();
    for (TakeCard* card : std::as_const(m_cards))
        card->setLeaving(m_leaving.contains(card->take().id));
}

void TakesDock::keepTake(const TakeId& take)
{
    m_leaving.removeAll(take);
    for (TakeCard* card : std::as_const(m_cards))
        card->setLeaving(m_leaving.contains(card->take().id));
}

void TakesDock::removeLeaving()
{
    const QList<TakeId> leaving = m_leaving;
    m_leaving.clear();
    for (const TakeId& take : leaving) {
        if (const auto done = m_desk.takes().removeTake(take); !done)
            m_desk.report(done.error());
    }
}

} // namespace dollygrip::ui
