// What is seen while something is dragged with the move playing: an arrow's point, and a camera
// frame. A window of the size in which the paper is 1280 x 720 or so, pointer moves 120 times a
// second; counts the pictures that come with the hand's change in them. `--film FILE` for another
// film than a made one.

#include "core/playback/prefetcher.h"
#include "core/project/editing.h"
#include "tests/support/fakegenerator.h"
#include "tests/support/filmbuilder.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvaswiring.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

/// Three layers at their depths, a few hundred strokes, a region that bends and one that is lifted.
Film madeFilm(bool hasCamera)
{
    auto builder = test::film().size(1920, 1080).scene(u"EXT. STREET"_s).shot(u"1A"_s, 48);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> any(0.05, 0.95), near(-0.08, 0.08);
    const auto scribble = [&](int count) {
        for (int i = 0; i < count; ++i) {
            QList<QPointF> line{{any(random), any(random)}};
            for (int k = 0; k < 14; ++k)
                line.append(line.last() + QPointF(near(random), near(random)));
            builder.stroke(line);
        }
    };
    scribble(120);
    builder.layer(6);
    scribble(120);
    builder.region({{0.55, 0.3}, {0.75, 0.3}, {0.75, 0.6}, {0.55, 0.6}})
        .arrow({{0.65, 0.45}, {0.8, 0.4}});
    builder.layer(3);
    scribble(60);
    builder.region({{0.2, 0.35}, {0.4, 0.35}, {0.4, 0.75}, {0.2, 0.75}}, true)
        .arrow({{0.3, 0.55}, {0.45, 0.45}, {0.6, 0.55}});
    if (hasCamera)
        builder.truck(0.6);
    return builder.build();
}

void measure(const char* what, const Film& film, bool isCamera, const QSize& window)
{
    QTemporaryDir folder;
    auto store = FilmStore::create(folder.filePath(u"bench.dgrip"_s), film);
    if (!store) {
        std::printf("%s: no film\n", what);
        return;
    }
    auto generator = std::make_shared<test::FakeGenerator>();
    FilmDesk desk(std::move(*store), test::runnerOf(generator));
    CanvasView canvas(desk.session(), desk.pictures());
    Actions actions;
    connectCanvas(canvas, desk, actions);
    canvas.resize(window);
    canvas.show();
    if (!QTest::qWaitForWindowExposed(&canvas))
        return;
    QTest::qWait(1500);
    Session& session = desk.session();
    const auto shot = session.shot();
    QPointF from, middle;
    if (isCamera) {
        session.setTool(ToolKind::Camera);
        session.setCameraKey(int(shot->camera.keys.size()) - 1);
        QTest::qWait(100);
        from = canvas.canvasFrame().toWidget(Eigen::Vector2d(0.55, 0.5));
    } else {
        session.setTool(ToolKind::Select);
        const ShotRegion& region = shot->regions.last();
        session.setRegion(region.id);
        session.setMotion(region.motions.first().id);
        from = canvas.canvasFrame().toWidget(region.motions.first().path.points.back());
    }
    const auto send = [&](QEvent::Type type, const QPointF& at, Qt::MouseButton button) {
        QMouseEvent event(type, at, canvas.mapToGlobal(at), button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, {});
        QCoreApplication::sendEvent(&canvas, &event);
    };
    // Pictures that the canvas is given: of the frame under the playhead, or a moment late.
    std::vector<double> arrivals;
    QElapsedTimer clock;
    const auto arrived = [&] {
        if (session.hasDraft())
            arrivals.push_back(double(clock.nsecsElapsed()) / 1e6);
    };
    QObject receiver;
    QSize size;
    QObject::connect(&desk.prefetcher(), &Prefetcher::lateReady, &receiver,
                     [&](FrameIndex, const Image& picture) {
                         size = {picture.width(), picture.height()};
                         arrived();
                     });
    QObject::connect(&desk.prefetcher(), &Prefetcher::frameReady, &receiver, [&](FrameIndex n) {
        if (n == session.playhead())
            arrived();
    });
    const int edits = desk.document().undoStack().index();
    clock.start();
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    constexpr double kSeconds = 6;
    int moves = 0;
    while (clock.elapsed() < kSeconds * 1000) {
        const double t = double(clock.elapsed()) / 1000;
        send(QEvent::MouseMove,
             from + QPointF(70 * std::sin(2.1 * t) + 6, 50 * std::sin(1.3 * t) + 6), Qt::NoButton);
        ++moves;
        QTest::qWait(8);
    }
    const std::size_t painted = arrivals.size();
    const bool hadDraft = session.hasDraft();
    send(QEvent::MouseButtonRelease, from + QPointF(40, 20), Qt::LeftButton);
    if (!hadDraft || desk.document().undoStack().index() != edits + 1) {
        std::printf("%s: nothing was dragged\n", what);
        return;
    }
    arrivals.resize(painted);
    std::vector<double> gaps;
    for (std::size_t i = 1; i < arrivals.size(); ++i)
        gaps.push_back(arrivals[i] - arrivals[i - 1]);
    std::sort(gaps.begin(), gaps.end());
    if (gaps.size() < 10) {
        std::printf("%s: %zu pictures came\n", what, arrivals.size());
        return;
    }
    double load = 0; // of the machine: others may work on it
    getloadavg(&load, 1);
    std::printf("%-28s %5.1f pictures a second   gap median %5.1f ms   p95 %5.1f ms   worst %6.1f "
                "ms   (%d moves, paper %dx%d, painted at %dx%d, load %.1f)\n",
                what, double(arrivals.size()) / kSeconds, gaps[gaps.size() / 2],
                gaps[gaps.size() * 95 / 100], gaps.back(), moves, canvas.pictureSize().width(),
                canvas.pictureSize().height(), size.width(), size.height(), load);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeKind::Dark);
    const QSize window(1280 + 110, 720 + 88);
    measure("an arrow's point", madeFilm(false), false, window);
    measure("an arrow's point, camera", madeFilm(true), false, window);
    measure("a camera frame", madeFilm(true), true, window);
    return 0;
}
