#include "app/cli/shootcommand.h"

#include "app/cli/filmsession.h"
#include "app/cli/shootoptions.h"
#include "app/cli/takeslist.h"
#include "core/project/editing.h"
#include "core/project/errortext.h"
#include "core/project/pictureimport.h"
#include "core/takes/takerunner.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QMap>
#include <QTimer>

#include <algorithm>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

using generator::Quality;
using Shots = QList<std::shared_ptr<const Shot>>;

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What is to be shot: the film as this call directs it.
struct Plan {
    Film film;
    Shots shots; ///< of the film before
    Quality quality = Quality::Draft;
    ModelChoice model;
};

/// Runs jobs one after the other, shows how far they are, and listens for Ctrl+C.
class Crew {
public:
    Crew(const QString& takesFolder, const generator::Runner& runner)
        : m_takes(takesFolder), m_runner(m_takes, runner, std::make_shared<PictureCache>())
    {
        QObject::connect(&m_runner, &TakeRunner::takeFinished, &m_runner,
                         [this](quint64, const Take& take, bool wasKnown) {
                             m_last = {take, wasKnown};
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

    TakeRunner& runner() { return m_runner; }

    /// Waits for the job that was begun last.
    Result<void> wait()
    {
        m_runner.waitForAll();
        if (m_error)
            return *m_error;
        if (const auto measured = m_takes.take(m_last.first.id)) // with its report
            m_last.first = *measured;
        return {};
    }
    const std::pair<Take, bool>& last() const { return m_last; }

private:
    void show()
    {
        const QList<TakeJob> jobs = m_runner.jobs();
        if (jobs.isEmpty() || jobs.first().total <= 0)
            return;
        const TakeJob& job = jobs.first();
        QString line =
            tr("Shot %1: %2, %3 of %4").arg(job.shotName, job.stage).arg(job.done).arg(job.total);
        if (job.secondsLeft >= 0)
            line += u", "_s + tr("about %1 s left").arg(job.secondsLeft, 0, 'f', 0);
        showProgress(line);
    }

    TakeStore m_takes;
    QTimer m_watch;
    TakeRunner m_runner;
    std::pair<Take, bool> m_last;
    std::optional<Error> m_error;
};

Result<Shots> shotsOf(const Film& film, const QStringList& names)
{
    Shots shots;
    for (const QString& name : names) {
        const auto shot = shotNamed(film, name);
        if (!shot)
            return shot.error();
        shots.append(*shot);
    }
    if (names.isEmpty()) {
        for (const auto& scene : film.scenes)
            shots += scene->shots;
    }
    return shots;
}

Result<Plan> planOf(const Film& film, Quality quality, const Arguments& arguments)
{
    Plan plan{film, {}, quality, {}};
    const auto shots = shotsOf(film, arguments.texts(u"shot"_s));
    if (!shots)
        return shots.error();
    plan.shots = *shots;
    const auto model = chosenModel(arguments, quality);
    if (!model)
        return model.error();
    plan.model = *model;
    QList<ShotId> ids;
    for (const auto& shot : plan.shots)
        ids.append(shot->id);
    if (auto done = direct(plan.film, ids, arguments, plan.model.isNetwork()); !done)
        return done.error();
    if (arguments.has(u"conditioning"_s) && !plan.model.isNetwork())
        arguments.complain(
            tr("--%1 is for networks: choose one by --model, and no move.").arg(u"conditioning"_s));
    if (arguments.has(u"conditioning"_s) && plan.shots.size() != 1)
        arguments.complain(tr("--conditioning looks at one shot: name it by --shot."));
    return plan;
}

/// What would be sent, and nothing is shot.
Result<void> printRequests(const Plan& plan, bool asJson, Report& report)
{
    const PanelPainter painter(plan.film, std::make_shared<PictureCache>());
    QJsonArray requests;
    QString all;
    for (const auto& shot : plan.shots) {
        const auto request =
            takeRequest(*plan.film.shot(shot->id), plan.film, painter, plan.quality, plan.model);
        if (!request)
            return request.error();
        const QString text = QString::fromStdString(request->toText());
        requests.append(QJsonObject{{u"shot"_s, shot->name},
                                    {u"hash"_s, QString::fromStdString(request->hash().toText())},
                                    {u"text"_s, text}});
        all += text;
    }
    report.json[u"requests"_s] = requests;
    if (!asJson)
        report.raw = all.toUtf8();
    return {};
}

/// The pictures that the network would be given, as files in a folder.
Result<void> writeConditioning(const Plan& plan, Crew& crew, const QString& folder, Report& report)
{
    if (!QDir().mkpath(folder))
        return fileError(ErrorCode::FileUnwritable, folder);
    std::optional<Error> failure;
    QMap<QString, qint64> frames;
    QObject::connect(
        &crew.runner(), &TakeRunner::conditioning, &crew.runner(),
        [&](quint64, const QString& signal, FrameIndex first, const QList<Image>& pictures) {
            for (const Image& picture : pictures) {
                const QString path = takeSignalPath(folder, signal, first++);
                if (!failure && !toQImage(picture).save(path, "PNG"))
                    failure = fileError(ErrorCode::FileUnwritable, path);
            }
            frames[signal] = std::max<qint64>(frames[signal], first);
        });
    crew.runner().shootConditioning(plan.film, plan.shots.first()->id, plan.quality, plan.model);
    if (auto done = crew.wait(); !done)
        return done;
    if (failure)
        return *failure;
    QJsonArray signalList;
    for (auto it = frames.begin(); it != frames.end(); ++it) {
        report.lines.append(tr("%1: %2 pictures").arg(it.key()).arg(it.value()));
        signalList.append(QJsonObject{{u"signal"_s, it.key()}, {u"frames"_s, it.value()}});
    }
    report.json[u"conditioning"_s] = signalList;
    report.json[u"folder"_s] = QDir(folder).absolutePath();
    return {};
}

Result<void> shootTakes(const Plan& plan, Crew& crew, FilmSession& session, Report& report)
{
    QJsonArray takes;
    for (const auto& shot : plan.shots) {
        crew.runner().shoot(plan.film, shot->id, plan.quality, plan.model);
        if (auto done = crew.wait(); !done)
            return done;
        const auto& [take, wasKnown] = crew.last();
        const auto circled = session.edit(tr("Circle take"), [&](Film& film) {
            return changeShot(film, shot->id, [&](Shot& changed) -> Result<void> {
                changed.circledTake = crew.last().first.id;
                return {};
            });
        });
        if (!circled)
            return circled;
        report.lines.append(
            wasKnown ? tr("Shot %1 was shot before: %2.").arg(shot->name, take.folder)
                     : tr("Shot %1: %2, %3.").arg(shot->name, takeText(take), take.folder));
        QJsonObject json = takeJson(take, shot->name);
        json[u"wasKnown"_s] = wasKnown;
        takes.append(json);
    }
    report.json[u"takes"_s] = takes;
    return {};
}

Result<void> runShoot(const Engine& engine, const Arguments& arguments, Report& report)
{
    const QString word = arguments.choice(u"quality"_s, {u"draft"_s, u"move"_s, u"final"_s});
    const auto quality = generator::qualityFromText(word.toStdString());
    checkDirections(arguments);
    if (!arguments.isGood() || !quality)
        return {};
    if (arguments.has(u"print-request"_s)) {
        const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
        if (!store)
            return store.error();
        const auto plan = planOf((*store)->openedFilm(), *quality, arguments);
        if (!plan)
            return plan.error();
        return arguments.isGood() ? printRequests(*plan, arguments.has(u"json"_s), report)
                                  : Result<void>();
    }
    if (!engine.runner)
        return Error{ErrorCode::ModelUnusable, {}, {}};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto plan = planOf((*session)->film(), *quality, arguments);
    if (!plan)
        return plan.error();
    if (!arguments.isGood())
        return {};
    Crew crew((*session)->store().takesFolder(), engine.runner);
    if (arguments.has(u"conditioning"_s))
        return writeConditioning(*plan, crew, arguments.text(u"conditioning"_s), report);
    return shootTakes(*plan, crew, **session, report);
}

} // namespace

QList<Command> shootCommands(const Engine& engine)
{
    const QList<Option> options{
        {u"shot"_s, u"NAME"_s, tr("which shot; else all of them"), false, true},
        {u"quality"_s, u"move|draft|final"_s, tr("else draft"), false, false}};
    const QList<Option> ends{
        {u"print-request"_s, {}, tr("prints what would be sent, and shoots nothing"), false, false},
        {u"conditioning"_s, u"FOLDER"_s,
         tr("writes the pictures that the network would be given, and shoots nothing"), false,
         false}};
    return {{u"shoot"_s,
             tr("Shoots a take of each shot, or of those that are named, and circles it: it plays "
                "from then on. What was shot before is not shot again. What networks are told here "
                "holds for this call; the film keeps its own."),
             {u"FILM"_s},
             options + directingOptions() + ends,
             [engine](const Arguments& arguments, Report& report) {
                 return runShoot(engine, arguments, report);
             }}};
}

} // namespace dollygrip::cli
