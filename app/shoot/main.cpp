#include "app/shoot/options.h"
#include "core/base/waitpolicy.h"
#include "core/generator/modelfolder.h"
#include "core/generator/pam.h"
#include "core/generator/pipeline.h"
#include "core/generator/requestfile.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

/// How often the person pressed Ctrl+C: once keeps what there is, twice gives up.
volatile std::sig_atomic_t interrupts = 0;

void onInterrupt(int)
{
    interrupts = interrupts + 1;
}

int failed(const Error& error)
{
    std::fprintf(stderr, "%s: %s%s%s\n", errorName(error.code), error.subject.c_str(),
                 error.subject.empty() || error.detail.empty() ? "" : ": ", error.detail.c_str());
    return kFailed;
}

int printInfo()
{
    const EngineInfo info = engineInfo();
    std::printf("LibTorch  %s\nBLAS      %s\ndevice    %s\nthreads   %d\n", info.torch.c_str(),
                info.blas.c_str(), info.device.c_str(), info.threads);
    return 0;
}

int printModels(const std::string& folder)
{
    const auto models = modelsIn(folder);
    if (!models)
        return failed(models.error());
    for (const Model& model : *models) {
        const auto whole = model.checkWhole();
        std::printf("%s  %s  %s\n", model.id.c_str(), model.name.c_str(),
                    whole ? "whole" : errorName(whole.error().code));
    }
    return 0;
}

/// Writes pictures as NAME-00000.ppm, NAME-00001.ppm …; remembers the first failure.
class PictureWriter {
public:
    explicit PictureWriter(std::string folder) : m_folder(std::move(folder)) {}

    void write(const std::string& name, FrameIndex first, const std::vector<Image>& pictures)
    {
        for (std::size_t i = 0; i < pictures.size() && m_result; ++i) {
            char number[32];
            std::snprintf(number, sizeof number, "-%05lld.ppm",
                          (long long)(first) + (long long)(i));
            m_result =
                writePpm((std::filesystem::path(m_folder) / (name + number)).string(), pictures[i]);
        }
    }
    const Result<void>& result() const { return m_result; }

private:
    std::string m_folder;
    Result<void> m_result;
};

Result<void> makeFolder(const std::string& folder)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::FileUnwritable, folder, failure.message()};
    return {};
}

int shoot(const Options& options)
{
    auto request = readRequest(options.requestFolder);
    if (!request)
        return failed(request.error());
    request->modelFolder = options.models;
    request->wantsOnlyConditioning = options.onlyConditioning;
    for (const std::string& folder : {options.outFolder, options.conditioning})
        if (!folder.empty())
            if (const auto made = makeFolder(folder); !made)
                return failed(made.error());

    PictureWriter frames(options.outFolder);
    PictureWriter conditioning(options.conditioning);
    std::stop_source stop;
    const auto look = [&] {
        if (!frames.result() || !conditioning.result() || interrupts > 1)
            stop.request_stop();
    };
    Hooks hooks;
    hooks.onProgress = [&](const Progress& progress) {
        std::fprintf(stderr, "%s %d of %d", progress.stage.c_str(), progress.done, progress.total);
        if (progress.secondsLeft >= 0)
            std::fprintf(stderr, ", %.0f s left", progress.secondsLeft);
        std::fputc('\n', stderr);
        look();
    };
    hooks.onFrames = [&](FrameIndex first, const std::vector<Image>& pictures) {
        frames.write("frame", first, pictures);
        look();
    };
    if (!options.conditioning.empty())
        hooks.onConditioning = [&](const std::string& signal, FrameIndex first,
                                   const std::vector<Image>& pictures) {
            conditioning.write(signal, first, pictures);
            look();
        };
    hooks.wantsToStopHere = [] { return interrupts > 0; };
    Pipeline pipeline;
    const auto summary = pipeline.run(*request, hooks, stop.get_token());
    for (const PictureWriter* writer : {&frames, &conditioning})
        if (!writer->result())
            return failed(writer->result().error());
    if (!summary)
        return failed(summary.error());
    std::printf("%lld pictures in %.2f s on %s", (long long)(summary->frames), summary->seconds,
                summary->device.c_str());
    if (summary->steps > 0)
        std::printf(", %d of %d steps", summary->stepsDone, summary->steps);
    if (summary->peakBytes > 0)
        std::printf(", %.2f GB at most", double(summary->peakBytes) / 1e9);
    std::puts("");
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    dollygrip::letWaitingThreadsSleep(argv);
    std::signal(SIGINT, onInterrupt);
    try {
        const auto options = optionsFrom({argv + 1, argv + argc});
        if (!options) {
            std::fputs(usageText(), stderr);
            return kUsage;
        }
        if (options->wantsInfo)
            return printInfo();
        return options->requestFolder.empty() ? printModels(options->models) : shoot(*options);
    } catch (const std::exception& exception) {
        return failed({ErrorCode::Internal, {}, exception.what()});
    }
}
