#include "app/cli/shootcommand.h"

#include "app/cli/filmsession.h"
#include "core/project/editing.h"
#include "core/takes/takerunner.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QTimer>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// Shoots shots one after the other and keeps what came of them.
class Shooting {
public:
    Shooting(FilmSession& session, const generator::Runner& runner)
        : m_session(session), m_takes(session.store().takesFolder()),
          m_runner(m_takes, runner, std::make_shared<PictureCache>())
    {
        QObject::connect(&m_runner, &TakeRunner::takeFinished, &m_runner,
                         [this](quint64, const Take& take, bool wasKnown) {
                             m_shot.append({take, wasKnown});
                         });
        QObject::connect(&m_runner, &TakeRunner::failed, &m_runner,
                         [this](quint64, const ShotId&, const Error& error) { m_error = error; });
        QObject::connect(&m_runner, &TakeRunner::cancelled, &m_runner, [this](quint64) {
            m_error = Error{ErrorCode::Cancelled, {}, {}};
        });
        QObject::connect(&m_runner, &TakeRunner::jobsChanged, &m_runner, [this] { show(); });
        QObject::connect(&m_watch, &QTimer::timeout, &m_runner, [this] {
            if (isInterrupted())
                m_runner.cancelAll();
        });
        m_watch.start(100);
    }

    Result<void> shoot(const std::shared_ptr<const Shot>& shot, generator::Quality quality)
    {
        m_name = shot->name;
        (void)m_runner.shoot(m_session.film(), shot->id, quality);
        m_runner.waitForAll();
        if (m_error)
            return *m_error;
        const TakeId take = m_shot.last().first.id;
        return m_session.edit(tr("Circle take"), [&](Film& film) {
            return changeShot(film, shot->id, [&](Shot& changed) -> Result<void> {
                changed.circledTake = take;
                return {};
            });
        });
    }

    const QList<std::pair<Take, bool>>& finished() const { return m_shot; }

private:
    void show()
    {
        const QList<TakeJob> jobs = m_runner.jobs();
        if (!jobs.isEmpty() && jobs.first().total > 0)
            showProgress(tr("Shot %1: %2, %3 of %4")
                             .arg(m_name, jobs.first().stage)
                             .arg(jobs.first().done)
                             .arg(jobs.first().total));
    }

    FilmSession& m_session;
    TakeStore m_takes;
    QTimer m_watch;
    TakeRunner m_runner;
    QString m_name;
    QList<std::pair<Take, bool>> m_shot;
    std::optional<Error> m_error;
};

Result<void> runShoot(const Engine& engine, const Arguments& arguments, Report& report)
{
    const QString quality = arguments.choice(u"quality"_s, {u"draft"_s, u"move"_s, u"final"_s});
    if (!arguments.isGood())
        return {};
    if (!engine.runner)
        return Error{ErrorCode::ModelUnusable, {}, {}};
    const auto asked = generator::qualityFromText(quality.toStdString());
    if (!asked)
        return asked.error();
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const Film film = (*session)->film();
    QList<std::shared_ptr<const Shot>> shots;
    for (const QString& name : arguments.texts(u"shot"_s)) {
        const auto shot = shotNamed(film, name);
        if (!shot)
            return shot.error();
        shots.append(*shot);
    }
    if (shots.isEmpty()) {
        for (const auto& scene : film.scenes)
            shots += scene->shots;
    }
    Shooting shooting(**session, engine.runner);
    for (const auto& shot : shots) {
        if (auto done = shooting.shoot(shot, *asked); !done)
            return done;
    }
    QJsonArray takes;
    for (qsizetype i = 0; i < shots.size(); ++i) {
        const auto& [take, wasKnown] = shooting.finished()[i];
        report.lines.append(
            wasKnown ? tr("Shot %1 was shot before: %2.").arg(shots[i]->name, take.folder)
                     : tr("Shot %1: %2 frames of %3 x %4 in %5 s, %6.")
                           .arg(shots[i]->name)
                           .arg(take.frames)
                           .arg(take.size.width())
                           .arg(take.size.height())
                           .arg(take.seconds, 0, 'f', 1)
                           .arg(take.folder));
        takes.append(QJsonObject{{u"shot"_s, shots[i]->name},
                                 {u"take"_s, take.id.toText()},
                                 {u"hash"_s, take.requestHash},
                                 {u"frames"_s, qint64(take.frames)},
                                 {u"width"_s, take.size.width()},
                                 {u"height"_s, take.size.height()},
                                 {u"seconds"_s, take.seconds},
                                 {u"wasKnown"_s, wasKnown},
                                 {u"folder"_s, take.folder}});
    }
    report.json[u"takes"_s] = takes;
    return {};
}

} // namespace

QList<Command> shootCommands(const Engine& engine)
{
    return {{u"shoot"_s,
             tr("Shoots a take of each shot, or of those that are named, and circles it: it plays "
                "from then on. What was shot before is not shot again."),
             {u"FILM"_s},
             {{u"shot"_s, u"NAME"_s, tr("which shot; else all of them"), false, true},
              {u"quality"_s, u"move|draft|final"_s, tr("else draft"), false, false}},
             [engine](const Arguments& arguments, Report& report) {
                 return runShoot(engine, arguments, report);
             }}};
}

} // namespace dollygrip::cli
