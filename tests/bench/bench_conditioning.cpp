// Seconds to make what a network is told of a shot: 81 frames of 832 x 480, three planes, one
// region that bends and one that flies, a camera that travels. The rate at which the machine
// multiplies matrices stands with it, since it says what the same number means elsewhere.
#include "core/conditioning/controlvideo.h"
#include "core/conditioning/dualclock.h"
#include "core/conditioning/trackinput.h"
#include "tests/multiplane/stagekit.h"

#include <ATen/ATen.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <tuple>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::conditioning;

namespace {

constexpr FrameIndex kFrames = 81;
constexpr int kWidth = 832;
constexpr int kHeight = 480;

struct Times {
    double wall = 0;
    double cores = 0; ///< all cores' time together; the same on a busy machine
};

Times timesOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t before = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            double(std::clock() - before) / CLOCKS_PER_SEC};
}

double gigaflops()
{
    constexpr int kSide = 1024;
    const at::Tensor a = at::rand({kSide, kSide});
    const at::Tensor b = at::rand({kSide, kSide});
    at::mm(a, b); // warm
    constexpr int kTimes = 5;
    const Times times = timesOf([&] {
        for (int i = 0; i < kTimes; ++i)
            at::mm(a, b);
    });
    return 2.0 * kSide * kSide * kSide * kTimes / times.wall / 1e9;
}

multiplane::Stage benchStage()
{
    std::vector<stagekit::Disc> dots;
    for (int x = 1; x < 16; ++x)
        for (int y = 1; y < 9; ++y)
            dots.push_back({{x / 16.0, y / 9.0}, 12.0});
    multiplane::Stage stage = stagekit::stageOf(kFrames);
    CameraPose end;
    end.panRad = 0.1;
    end.position.z() = 0.5;
    stage.camera = stagekit::between({}, end);
    stage.planes = {stagekit::planeOf(stagekit::discs(dots, stagekit::Yellow, true), 8.0, kFrames),
                    stagekit::planeOf(stagekit::discs(dots, stagekit::Cyan), 5.0, kFrames),
                    stagekit::planeOf(stagekit::discs(dots, stagekit::Magenta), 3.0, kFrames)};
    stage.planes[0].regions.push_back(
        stagekit::moving(stagekit::disc({0.3, 0.5}, 0.2), {{0.3, 0.5}, {0.4, 0.4}}));
    stage.planes[2].regions.push_back(
        stagekit::moving(stagekit::disc({0.6, 0.5}, 0.2), {{0.6, 0.5}, {0.8, 0.4}}, true));
    return stage;
}

void print(const char* what, const Times& times)
{
    std::printf("%-24s %7.2f s  %7.2f s of cores  %6.1f ms a frame\n", what, times.wall,
                times.cores, times.wall / kFrames * 1000);
    std::fflush(stdout);
}

} // namespace

int main()
{
    const c10::InferenceMode guard;
    std::printf("%d frames of %d x %d; matrices: %.0f GFLOP/s\n", int(kFrames), kWidth, kHeight,
                gigaflops());
    const multiplane::Stage stage = benchStage();
    const ControlSignals signals(MotionPlan{stage, kWidth, kHeight});
    signals.frame(0); // smaller pictures of the planes are made once
    print("guide alone", timesOf([&] { signals.pictures({0, kFrames}); }));
    for (const auto& [name, look, isDrawing] :
         {std::tuple{"keep", ControlLook::Keep, true},
          std::tuple{"scribble of a drawing", ControlLook::Scribble, true},
          std::tuple{"scribble of a photo", ControlLook::Scribble, false},
          std::tuple{"flow", ControlLook::Flow, true},
          std::tuple{"layout", ControlLook::Layout, true},
          std::tuple{"gray", ControlLook::Gray, true},
          std::tuple{"depth", ControlLook::Depth, true}}) {
        Steering steering;
        steering.look = look;
        const ControlVideo video(signals, steering, ChosenLook{look, isDrawing, {}});
        print(name, timesOf([&] { video.pictures(); }));
    }
    PointTracks tracks;
    print("point tracks", timesOf([&] { tracks = signals.tracks(); }));
    const at::Tensor y = at::randn({20, 21, kHeight / 8, kWidth / 8});
    print("Wan-Move", timesOf([&] { wanMoveCondition(y, tracks, 1); }));
    print("ATI, 20 tracks", timesOf([&] {
              const PointTracks few = fewTracks(tracks, 20);
              atiCondition(y, atiTracks(few, kHeight, kWidth));
          }));
    print("trajectories", timesOf([&] {
              trajectoryVideo(fewTracks(tracks, 8), kHeight, kWidth, {0, kFrames});
          }));
    print("rays", timesOf([&] { signals.pluckerRays({0, kFrames}); }));
    print("dual clock", timesOf([&] { heldCells(signals); }));
}
