// dollygrip-cli: the same core as in the window, without a window.

#include "app/cli/commands.h"
#include "core/base/waitpolicy.h"
#ifdef DOLLYGRIP_WITH_GENERATOR
#include "core/generator/pipeline.h"
#endif

#include <QtGlobal>

#include <cstring>

namespace {

dollygrip::cli::Engine engine()
{
    dollygrip::cli::Engine engine;
#ifdef DOLLYGRIP_WITH_GENERATOR
    engine.runner = dollygrip::generator::pipelineRunner();
    engine.info = [] {
        const dollygrip::generator::EngineInfo info = dollygrip::generator::engineInfo();
        return QJsonObject{
            {QStringLiteral("torch"), QString::fromStdString(info.torch)},
            {QStringLiteral("blas"), QString::fromStdString(info.blas)},
            {QStringLiteral("blasIsSlow"), info.blasIsSlow},
            {QStringLiteral("device"), QString::fromStdString(info.device)},
            {QStringLiteral("threads"), info.threads},
            {QStringLiteral("deviceBytes"), qint64(info.deviceBytes)},
        };
    };
#endif
    return engine;
}

} // namespace

int main(int argc, char** argv)
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    if (argc > 1 && std::strcmp(argv[1], "shoot") == 0)
        dollygrip::letWaitingThreadsSleep(argv);
#endif
    Q_INIT_RESOURCE(sample);
    return dollygrip::cli::runProgram(argc, argv, engine());
}
