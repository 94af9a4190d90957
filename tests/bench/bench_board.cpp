// The board grid with 2,000 panels: when the first screen of thumbnails is there, and how long a
// frame takes while it scrolls. A real window (run it under X, or offscreen). Prints; never fails.
#include "core/project/filmstore.h"
#include "tests/support/filmbuilder.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/storyboard/boardview.h"
#include "ui/theme.h"
#include "ui/thumbnails.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPanels = 2000;
constexpr int kStrokes = 40;

TakeRunnerFunction noRunner()
{
    return [](const generator::Request&, const generator::Hooks&,
              std::stop_token) -> Result<generator::Summary> { return generator::Summary{}; };
}

template <class Claim>
void runUntil(Claim claim, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QTimer tick;
    tick.start(1);
    while (!claim() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void printFrames(const char* what, std::vector<double> frames)
{
    std::sort(frames.begin(), frames.end());
    const double p95 = frames[frames.size() * 95 / 100];
    std::printf("%-34s %4zu frames   median %5.2f ms   95th %5.2f ms (%.0f a second)   "
                "longest %5.2f ms\n",
                what, frames.size(), frames[frames.size() / 2], p95, 1000 / std::max(0.01, p95),
                frames.back());
    std::fflush(stdout);
}

/// One frame a step, painted at once, with what comes back from the pool in between.
void benchScroll(BoardView& board, const char* what, int step)
{
    std::vector<double> frames;
    QScrollBar* bar = board.verticalScrollBar();
    for (int i = 0; i < 240 && bar->value() < bar->maximum(); ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + step);
        board.viewport()->repaint();
        QCoreApplication::processEvents();
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    printFrames(what, frames);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(resources);
    applyTheme(application, ThemeKind::Dark);
    QTemporaryDir folder;
    auto store =
        FilmStore::create(folder.filePath(u"board.dgrip"_s), test::longFilm(kPanels, kStrokes));
    if (!store) {
        std::printf("no film: %s\n", store.error().detail.c_str());
        return 1;
    }
    FilmDesk desk(std::move(*store), noRunner());
    FilmCommands commands(desk);

    QElapsedTimer timer;
    timer.start();
    BoardView board(desk, commands);
    board.setMode(BoardMode::Grid);
    board.resize(1600, 900);
    board.show();
    runUntil([&] { return board.isVisible() && desk.thumbnails().waiting() > 0; }, 5000);
    const double shown = double(timer.nsecsElapsed()) / 1e6;
    int painted = 0;
    double first = 0;
    QObject::connect(&desk.thumbnails(), &Thumbnails::painted, &board, [&] {
        if (painted++ == 0)
            first = double(timer.nsecsElapsed()) / 1e6;
    });
    runUntil([&] { return desk.thumbnails().waiting() == 0; }, 20000);
    board.viewport()->repaint();
    const double all = double(timer.nsecsElapsed()) / 1e6;
    std::printf("%d panels of %d strokes, 1600 x 900\n", kPanels, kStrokes);
    std::printf("%-34s %.0f ms; first thumbnail %.0f ms; all %d in sight %.0f ms\n", "board up",
                shown, first, painted, all);

    benchScroll(board, "slow scroll (20 px a frame)", 20);
    benchScroll(board, "fast scroll (200 px a frame)", 200);
    board.verticalScrollBar()->setValue(0);
    runUntil([&] { return desk.thumbnails().waiting() == 0; }, 20000);
    benchScroll(board, "again, pictures at hand", 20);
    return 0;
}
