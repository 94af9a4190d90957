// Seconds from a request to its pictures: 48 frames of 1280 x 720, one lifted region, a pan off
// the drawing's edge. Prints the machine's matrix rate with it, since it says what the same number
// means elsewhere.
#include "core/generator/completion.h"
#include "core/generator/device.h"
#include "core/generator/pipeline.h"
#include "tests/multiplane/stagekit.h"

#include <ATen/ATen.h>

#include <chrono>
#include <cstdio>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double gigaflops()
{
    constexpr int kSide = 1024;
    const at::Tensor a = at::rand({kSide, kSide});
    const at::Tensor b = at::rand({kSide, kSide});
    at::mm(a, b); // warm
    constexpr int kTimes = 5;
    const double seconds = secondsOf([&] {
        for (int i = 0; i < kTimes; ++i)
            at::mm(a, b);
    });
    return 2.0 * kSide * kSide * kSide * kTimes / seconds / 1e9;
}

Request benchRequest()
{
    constexpr FrameIndex kFrames = 48;
    std::vector<stagekit::Disc> dots;
    for (int x = 1; x < 16; ++x)
        for (int y = 1; y < 9; ++y)
            dots.push_back({{x / 16.0, y / 9.0}, 12.0});
    Request request;
    request.width = 1280;
    request.height = 720;
    request.stage = stagekit::stageOf(kFrames);
    CameraPose end;
    end.panRad = 0.3;
    request.stage.camera = stagekit::between({}, end);
    request.stage.planes = {
        stagekit::planeOf(stagekit::discs(dots, stagekit::Yellow, true), 8.0, kFrames),
        stagekit::planeOf(stagekit::discs(dots, stagekit::Cyan, false), 3.0, kFrames)};
    request.stage.planes[0].regions.push_back(
        stagekit::moving(stagekit::disc({0.5, 0.5}, 0.2), {{0.5, 0.5}, {0.8, 0.4}}, true));
    return request;
}

} // namespace

int main()
{
    const EngineInfo info = engineInfo();
    std::printf("LibTorch %s, %s, %s\n", info.torch.c_str(), info.blas.c_str(),
                info.device.c_str());
    std::printf("matrix product      %7.1f GFLOP/s (%d threads)\n", gigaflops(), info.threads);

    const Request request = benchRequest();
    const auto plates = multiplane::cutPlates(request.stage, request.height);
    const double completion = secondsOf([&] {
        for (std::size_t i = 0; i < plates.planes.size(); ++i)
            completed(request.stage, plates, i, request.height, at::kCPU);
    });
    std::printf("completion          %7.2f s (%zu plates, largest %d x %d)\n", completion,
                plates.planes.size(), plates.planes[0].picture.width(),
                plates.planes[0].picture.height());

    Pipeline pipeline;
    double firstChunk = 0;
    Hooks hooks;
    const auto start = std::chrono::steady_clock::now();
    hooks.onFrames = [&](FrameIndex first, const std::vector<Image>&) {
        if (first == 0)
            firstChunk =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto summary = pipeline.run(request, hooks, {});
    if (!summary) {
        std::fprintf(stderr, "failed: %s\n", summary.error().detail.c_str());
        return 1;
    }
    std::printf("first chunk after   %7.2f s\n", firstChunk);
    std::printf("whole take          %7.2f s for %lld frames\n", summary->seconds,
                (long long)(summary->frames));
    return 0;
}
