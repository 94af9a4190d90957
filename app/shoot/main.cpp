#include "core/base/waitpolicy.h"
#include "core/generator/pam.h"
#include "core/generator/pipeline.h"
#include "core/generator/requestfile.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

int usage()
{
    std::fputs("usage: dollygrip-shoot REQUEST_FOLDER OUT_FOLDER\n"
               "       dollygrip-shoot --info\n"
               "Shoots one request (request.txt and its pictures as <hash>.pam) without a window\n"
               "and without Qt, and writes frame-00000.ppm, frame-00001.ppm ... to OUT_FOLDER.\n",
               stderr);
    return kUsage;
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

int shoot(const std::string& requestFolder, const std::string& outFolder)
{
    const auto request = readRequest(requestFolder);
    if (!request)
        return failed(request.error());
    std::error_code failure;
    std::filesystem::create_directories(outFolder, failure);
    if (failure)
        return failed({ErrorCode::FileUnwritable, outFolder, failure.message()});

    Result<void> written;
    std::stop_source stop;
    Hooks hooks;
    hooks.onProgress = [](const Progress& progress) {
        std::fprintf(stderr, "%s %d of %d\n", progress.stage.c_str(), progress.done,
                     progress.total);
    };
    hooks.onFrames = [&](FrameIndex first, const std::vector<Image>& pictures) {
        for (std::size_t i = 0; i < pictures.size() && written; ++i) {
            char name[40];
            std::snprintf(name, sizeof name, "frame-%05lld.ppm",
                          (long long)(first) + (long long)(i));
            written = writePpm((std::filesystem::path(outFolder) / name).string(), pictures[i]);
        }
        if (!written)
            stop.request_stop();
    };
    Pipeline pipeline;
    const auto summary = pipeline.run(*request, hooks, stop.get_token());
    if (!written)
        return failed(written.error());
    if (!summary)
        return failed(summary.error());
    std::printf("%lld pictures in %.2f s on %s\n", (long long)(summary->frames), summary->seconds,
                summary->device.c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    dollygrip::letWaitingThreadsSleep(argv);
    try {
        if (argc == 2 && std::strcmp(argv[1], "--info") == 0)
            return printInfo();
        return argc == 3 ? shoot(argv[1], argv[2]) : usage();
    } catch (const std::exception& exception) {
        return failed({ErrorCode::Internal, {}, exception.what()});
    }
}
