// How fast the multiplane move plays: 1280x720, four planes, two moving regions, a travelling
// camera; and how soon the first picture stands after an edit. Prints, never fails.
#include "core/multiplane/guide.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <thread>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::multiplane;

namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 720;

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// A drawn sheet: strokes of many tones on nothing, or on an opaque ground.
Image drawing(int seed, bool opaque)
{
    return Image::filled(kWidth, kHeight, [&](std::uint8_t* pixels) {
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                const double wave = std::sin(0.021 * x * (1 + seed) + 0.3 * seed)
                                    + std::cos(0.033 * y + 0.01 * x * seed);
                const int alpha = opaque ? 255 : std::clamp(int(wave * 300), 0, 255);
                const int tone = std::clamp(int(128 + wave * 60), 0, 255);
                std::uint8_t* pixel = pixels + (std::size_t(y) * kWidth + x) * 4;
                pixel[0] = std::uint8_t(tone * alpha / 255);
                pixel[1] = std::uint8_t((tone / 2 + 20 * seed) * alpha / 255);
                pixel[2] = std::uint8_t((255 - tone) * alpha / 255);
                pixel[3] = std::uint8_t(alpha);
            }
        }
    });
}

PlaneRegion region(double x, double y, Eigen::Vector2d to, bool lifted)
{
    PlaneRegion result;
    std::vector<Eigen::Vector2d> outline;
    for (int k = 0; k < 40; ++k) {
        const double angle = k * 2 * std::numbers::pi / 40;
        outline.emplace_back(x + 0.06 * std::cos(angle), y + 0.11 * std::sin(angle));
    }
    result.region.outlines.push_back(outline);
    result.region.feather = 0.03;
    result.lifted = lifted;
    MotionPath path;
    path.points = {{x, y}, to};
    path.turnRad = 0.3;
    result.motions.push_back(path);
    return result;
}

Stage benchStage(FrameIndex frames, bool lifted)
{
    Stage stage;
    stage.frames = frames;
    for (int k = 0; k < 4; ++k) {
        Plane plane;
        plane.picture = drawing(k, k == 0);
        plane.depthM = 12.0 - 2.5 * k;
        plane.visible = {0, frames};
        stage.planes.push_back(plane);
    }
    stage.planes[1].regions.push_back(region(0.35, 0.5, {0.45, 0.4}, false));
    stage.planes[3].regions.push_back(region(0.65, 0.55, {0.6, 0.42}, lifted));
    stage.camera = namedMove(CameraMove::DollyIn, {.start = {}, .amount = 0.6});
    stage.camera.keys.back().pose.position.x() = 0.3;
    stage.camera.keys.back().pose.panRad = 0.05;
    return stage;
}

void print(const char* name, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    const double high = times[times.size() * 95 / 100];
    std::printf("%-44s median %6.2f ms   95%% %6.2f ms   %6.1f a second\n", name, median, high,
                1000.0 / median);
}

void play(const char* name, const Stage& stage, bool withHole)
{
    const Guide guide(stage);
    guide.frame(0, kWidth, kHeight, withHole);
    std::vector<double> times;
    for (FrameIndex n = 0; n < stage.frames; ++n) {
        times.push_back(milliseconds([&] { guide.frame(n, kWidth, kHeight, withHole); }));
    }
    print(name, times);
}

} // namespace

int main()
{
    std::printf("multiplane 1280x720, 4 planes, 2 moving regions, %u threads\n",
                std::thread::hardware_concurrency());
    const Stage bending = benchStage(120, false);
    play("frame, both bend", bending, false);
    play("frame and hole, both bend", bending, true);
    play("frame, one bends, one lifted", benchStage(120, true), false);

    std::vector<double> fresh;
    std::vector<double> dragged;
    Guide before(bending);
    for (int k = 0; k < 30; ++k) {
        Stage edited = bending;
        edited.planes[3].regions[0].motions[0].points[1].x() += 0.002 * k;
        fresh.push_back(milliseconds([&] { Guide(edited).frame(60, kWidth, kHeight, false); }));
        dragged.push_back(milliseconds([&] {
            before = Guide(edited, before);
            before.frame(60, kWidth, kHeight, false);
        }));
    }
    print("edit: new guide and its first frame", fresh);
    print("edit: taking over from the guide before", dragged);

    const Guide guide(bending);
    std::vector<double> flows;
    for (int k = 0; k < 10; ++k) {
        flows.push_back(milliseconds([&] { guide.flow(k, k + 1, kWidth, kHeight); }));
    }
    print("flow", flows);
    print("tracks of 120 frames", {milliseconds([&] { guide.tracks(kWidth, kHeight); })});
    return 0;
}
