#include "ui/shootviews.h"

#include "core/project/editing.h"
#include "ui/actions.h"
#include "ui/dialogs/castdialog.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/shootchoices.h"
#include "ui/takes/conditioningview.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kMostSeed = 2147483647;

void bringUp(QWidget* window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

ShootViews::ShootViews(FilmDesk& desk, ShootChoices& choices, Actions& actions, QWidget* window)
    : QObject(window), m_desk(desk), m_choices(choices), m_actions(actions), m_window(window)
{
    connect(actions.at(u"take.cast"_s), &QAction::triggered, this, &ShootViews::showCast);
    connect(actions.at(u"take.conditioning"_s), &QAction::triggered, this, [this] {
        const auto shot = m_desk.session().shot();
        showConditioning(shot ? shot->circledTake : std::nullopt);
    });
    connect(actions.at(u"take.stopHere"_s), &QAction::triggered, this, &ShootViews::stopHere);
    connect(&desk.runner(), &TakeRunner::jobsChanged, this, &ShootViews::showStates);
    connect(&desk.session(), &Session::shotChanged, this, &ShootViews::showStates);
    showStates();
}

void ShootViews::shoot(generator::Quality quality)
{
    const auto id = m_desk.session().shotId();
    const ModelChoice model = m_choices.choice(quality);
    if (id && model.isNetwork() && m_choices.wantsNewSeeds())
        m_desk.edit(tr("New seed"), [&](Film& film) {
            return changeShot(film, *id, [](Shot& shot) {
                shot.seed = quint64(QRandomGenerator::global()->bounded(1, kMostSeed));
                return Result<void>();
            });
        });
    m_desk.shoot(quality, model);
}

void ShootViews::stopHere()
{
    for (const TakeJob& job : m_desk.runner().jobs())
        if (job.canStopHere)
            m_desk.runner().stopHere(job.id);
}

void ShootViews::showStates()
{
    bool canStop = false;
    for (const TakeJob& job : m_desk.runner().jobs())
        canStop = canStop || (job.canStopHere && !job.isStopping);
    m_actions.at(u"take.stopHere"_s)->setEnabled(canStop);
    const bool hasShot = m_desk.session().shotId().has_value();
    m_actions.at(u"take.conditioning"_s)->setEnabled(hasShot);
    m_actions.at(u"take.compare"_s)->setEnabled(hasShot);
}

void ShootViews::showCast()
{
    if (!m_cast) {
        m_cast = new CastDialog(m_desk, m_window);
        m_cast->setAttribute(Qt::WA_DeleteOnClose);
    }
    bringUp(m_cast);
}

void ShootViews::showConditioning(const std::optional<TakeId>& take)
{
    if (!m_conditioning) {
        m_conditioning = new ConditioningView(m_desk, m_choices, m_window);
        m_conditioning->setAttribute(Qt::WA_DeleteOnClose);
    }
    const auto known = take ? m_desk.takes().take(*take) : std::nullopt;
    m_conditioning->showTake(known && !known->conditioning.isEmpty() ? take : std::nullopt);
    bringUp(m_conditioning);
}

} // namespace dollygrip::ui
