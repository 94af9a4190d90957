// How the window feels: from the release of an arrow to the first moved picture on the screen, and
// how long the main thread was ever held up while drawing, playing, trimming, shooting and
// exporting. A real window (run it under X, or offscreen). Prints; never fails.
#include "core/interchange/movieexport.h"
#include "core/playback/prefetcher.h"
#include "core/playback/transport.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/filmstore.h"
#include "core/project/samplefilm.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/mainwindow.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/shell.h"
#include "ui/theme.h"

#ifdef DOLLYGRIP_WITH_GENERATOR
#include "core/generator/pipeline.h"
#endif

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Knocks at the main thread every 4 ms from another one and notes how long it takes to answer:
/// how long it was held up, and the most that it worked itself between two answers.
class LoopWatch : public QObject {
public:
    LoopWatch()
        : m_thread([this](const std::stop_token& stop) {
              while (!stop.stop_requested()) {
                  const auto sent = std::chrono::steady_clock::now();
                  m_isAnswered = false;
                  QMetaObject::invokeMethod(
                      this,
                      [this, sent] {
                          m_waits.push_back(std::chrono::duration<double, std::milli>(
                                                std::chrono::steady_clock::now() - sent)
                                                .count());
                          const double worked = workedMs();
                          m_longestWork = std::max(m_longestWork, worked - m_workedBefore);
                          m_workedBefore = worked;
                          m_isAnswered = true;
                      },
                      Qt::QueuedConnection);
                  do
                      std::this_thread::sleep_for(std::chrono::milliseconds(4));
                  while (!m_isAnswered && !stop.stop_requested());
              }
          })
    {
    }
    void begin()
    {
        m_waits.clear();
        m_longestWork = 0;
        m_workedBefore = workedMs();
    }
    void print(const char* what)
    {
        std::sort(m_waits.begin(), m_waits.end());
        if (m_waits.empty())
            return;
        std::printf("%-32s %6zu knocks   99th %7.2f ms   longest %7.2f ms   (at work %7.2f ms)\n",
                    what, m_waits.size(), m_waits[m_waits.size() * 99 / 100], m_waits.back(),
                    m_longestWork);
        std::fflush(stdout);
        begin();
    }

private:
    /// Processor time of the main thread: what a busy machine does not lengthen.
    static double workedMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }

    std::vector<double> m_waits;
    double m_longestWork = 0;
    double m_workedBefore = 0;
    std::atomic<bool> m_isAnswered = true;
    std::jthread m_thread; ///< last: ends before what it uses
};

/// Runs the loop, asleep between events, until the claim holds or the time is up.
template <class Claim>
bool runUntil(Claim claim, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QTimer tick;
    tick.start(2);
    while (!claim() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return claim();
}

void runFor(int milliseconds)
{
    runUntil([] { return false; }, milliseconds);
}

/// Counts paintings of a widget while it shows a picture that moves.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(CanvasView& canvas) : m_canvas(canvas) { canvas.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_canvas.isWatching())
            ++painted;
        return false;
    }
    int painted = 0;

private:
    CanvasView& m_canvas;
};

TakeRunnerFunction runner()
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    return generator::pipelineRunner();
#else
    return [](const generator::Request&, const generator::Hooks&,
              std::stop_token) -> Result<generator::Summary> { return generator::Summary{}; };
#endif
}

void benchArrow(MainWindow& window, LoopWatch& watch)
{
    FilmDesk& desk = window.desk();
    Session& session = desk.session();
    CanvasView& canvas = window.canvas();
    std::vector<double> moved;
    watch.begin();
    for (int round = 0; round < 9; ++round) {
        desk.transport().pause();
        const Film& film = desk.document().film();
        const auto shot = film.scenes[round % film.scenes.size()]->shots.first();
        session.setShot(shot->id);
        session.setPlayhead(Cut(film).of(shot->id)->range.first);
        if (shot->regions.isEmpty())
            continue;
        session.setRegion(shot->regions.first().id);
        session.setTool(ToolKind::Arrow);
        runFor(600);
        const auto at = [&](double x, double y) {
            return canvas.canvasFrame().toWidget(Eigen::Vector2d(x, y)).toPoint();
        };
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at(0.3, 0.5));
        for (int i = 1; i <= 12; ++i) {
            QTest::mouseMove(&canvas, at(0.3 + 0.02 * i, 0.5 - 0.01 * i));
            runFor(16);
        }
        const int edits = desk.document().undoStack().index();
        PaintWatch paints(canvas);
        FrameIndex ready = -1;
        const auto heard = QObject::connect(&desk.prefetcher(), &Prefetcher::frameReady, &canvas,
                                            [&](FrameIndex n) { ready = n; });
        QElapsedTimer timer;
        timer.start();
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(0.54, 0.38));
        session.setPlayhead(Cut(desk.document().film()).of(shot->id)->range.first + 12);
        const bool came = runUntil([&] { return ready >= 0 && paints.painted > 0; }, 3000);
        QObject::disconnect(heard);
        if (came && desk.document().undoStack().index() > edits)
            moved.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(moved.begin(), moved.end());
    if (moved.empty())
        std::printf("arrow released: no moved picture came\n");
    else
        std::printf("arrow released -> first moved picture      median %7.1f ms   worst %7.1f ms   "
                    "(%zu arrows)\n",
                    moved[moved.size() / 2], moved.back(), moved.size());
    watch.print("main thread: drawing arrows");
}

void benchPlaying(MainWindow& window, LoopWatch& watch)
{
    FilmDesk& desk = window.desk();
    desk.session().setPlayhead(0);
    runFor(500);
    watch.begin();
    PaintWatch paints(window.canvas());
    QElapsedTimer timer;
    timer.start();
    desk.transport().play();
    runFor(6000);
    desk.transport().pause();
    std::printf("playing: %.1f pictures a second painted\n",
                paints.painted * 1000.0 / double(timer.elapsed()));
    watch.print("main thread: playing");
}

void benchTrimming(MainWindow& window, LoopWatch& watch)
{
    FilmDesk& desk = window.desk();
    watch.begin();
    for (int i = 0; i < 60; ++i) {
        const ShotId id = desk.document().film().scenes.first()->shots.first()->id;
        desk.edit(u"Trim"_s, [&](Film& film) { return trimShot(film, id, 60 + i % 20); });
        runFor(20);
    }
    watch.print("main thread: trimming");
}

void benchWork(MainWindow& window, LoopWatch& watch, const QString& movie)
{
    FilmDesk& desk = window.desk();
    watch.begin();
    desk.shoot(generator::Quality::Draft);
    runFor(300);
    const bool shot = runUntil([&] { return desk.runner().jobs().isEmpty(); }, 120000);
    std::printf("draft take: %s\n", shot ? "done" : "not done in two minutes");
    watch.print("main thread: shooting");

    watch.begin();
    bool exported = false;
    interchange::ExportSettings settings;
    settings.path = movie;
    settings.range = {0, 120};
    inPool(
        &window,
        [film = desk.document().film(), takes = desk.takeResolver(), pictures = desk.pictures(),
         settings] { return bool(interchange::exportMovie(film, takes, pictures, settings)); },
        [&](bool) { exported = true; });
    runUntil([&] { return exported; }, 120000);
    watch.print("main thread: exporting");
}

/// Twenty strokes a shot, and takes of two hundred of them.
Film largeFilm(int shots)
{
    Film film = emptyFilm({});
    film.scenes.clear();
    for (int s = 0; s < shots / 25; ++s) {
        Scene scene;
        scene.heading = u"INT. ROOM %1 - DAY"_s.arg(s + 1);
        for (int k = 0; k < 25; ++k) {
            Shot shot = emptyShot(u"%1%2"_s.arg(s + 1).arg(QChar(u'A' + k)), 48);
            Panel panel = *shot.panels.first();
            for (int i = 0; i < 20; ++i) {
                Stroke stroke;
                for (int p = 0; p < 12; ++p)
                    stroke.points.append({0.05F * float(i), 0.08F * float(p), 0.5F});
                panel.layers.first().strokes.append(std::make_shared<const Stroke>(stroke));
            }
            shot.panels.first() = std::make_shared<const Panel>(panel);
            scene.shots.append(std::make_shared<const Shot>(shot));
        }
        film.scenes.append(std::make_shared<const Scene>(scene));
    }
    return film;
}

bool addTakes(const Film& film, const QString& folder, int count)
{
    TakeStore takes(folder);
    for (int i = 0; i < count; ++i) {
        Take take;
        take.shot = film.scenes[i % film.scenes.size()]->shots.first()->id;
        take.requestHash = QString::number(0x1000000 + i, 16);
        take.quality = u"draft"_s;
        take.model = u"completion"_s;
        take.made = QDateTime::currentDateTimeUtc();
        take.size = {32, 18};
        take.frames = 12;
        const auto making = takes.beginTake(take.requestHash);
        for (FrameIndex n = 0; making && n < take.frames; ++n) {
            if (!TakeStore::writePicture(*making, n, Image::ofColour(32, 18, 40, int(n), 80)))
                return false;
        }
        if (!making || !takes.finishTake(*making, take))
            return false;
    }
    return true;
}

/// Opens films through the shell as the program does: the first one, then one after the other in
/// its place.
void benchOpening(LoopWatch& watch, const QString& folder, Settings& settings)
{
    QStringList paths;
    for (const QString& name : {u"large"_s, u"other"_s}) {
        const Film film = largeFilm(2000);
        auto store = FilmStore::create(folder + u'/' + name + u".dgrip"_s, film);
        if (!store || !addTakes(film, (*store)->takesFolder(), 200)) {
            std::printf("no large film could be made\n");
            return;
        }
        paths += (*store)->path();
    }
    Shell shell(runner(), settings);
    for (const int i : {0, 1, 0}) {
        bool isSettled = false;
        const auto heard =
            QObject::connect(&shell, &Shell::settled, &shell, [&] { isSettled = true; });
        runFor(50);
        watch.begin();
        QElapsedTimer timer;
        timer.start();
        shell.open(paths[i]);
        const bool opened = runUntil([&] { return isSettled; }, 60000) && shell.window();
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        QObject::disconnect(heard);
        runFor(2000);
        std::printf("film of 2,000 shots and 200 takes %s after %.0f ms\n",
                    opened ? "open" : "NOT OPEN", milliseconds);
        watch.print("main thread: opening");
    }
}

} // namespace

static void initSample()
{
    Q_INIT_RESOURCE(sample);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    initSample();
    QTemporaryDir folder;
    const auto film = sampleFilm();
    if (!film)
        return 1;
    const QString path = folder.filePath(u"bench.dgrip"_s);
    if (!FilmStore::create(path, *film))
        return 1;
    Settings settings(folder.filePath(u"bench.ini"_s));
    applyTheme(application, ThemeKind::Dark);
    LoopWatch watch;
    benchOpening(watch, folder.path(), settings);
    // As the program starts: a film on the command line.
    Shell shell(runner(), settings);
    bool isSettled = false;
    QObject::connect(&shell, &Shell::settled, &shell, [&] { isSettled = true; });
    watch.begin();
    shell.start(path, false);
    if (!runUntil([&] { return isSettled; }, 60000) || !shell.window())
        return 1;
    MainWindow& window = *shell.window();
    window.resize(1600, 1000);
    runFor(3000);
    watch.print("main thread: start-up");
    benchArrow(window, watch);
    benchPlaying(window, watch);
    benchTrimming(window, watch);
    benchWork(window, watch, folder.filePath(u"bench.mp4"_s));
    return 0;
}
