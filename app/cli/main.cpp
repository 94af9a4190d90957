// dollygrip-cli: the same core as in the window, without a window.

#include "app/cli/editcommands.h"
#include "app/cli/infocommand.h"
#include "app/cli/modelscommand.h"
#include "app/cli/projectcommands.h"
#include "app/cli/shootcommand.h"
#include "app/cli/transfercommands.h"
#include "core/base/waitpolicy.h"
#ifdef DOLLYGRIP_WITH_GENERATOR
#include "core/generator/pipeline.h"
#endif

#include <QGuiApplication>

#include <cstdio>
#include <cstring>
#include <exception>

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

/// Qt's own warnings are nothing that the user of a command could act on.
void onlyGrave(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", message.toUtf8().constData());
}

} // namespace

int main(int argc, char** argv)
{
#ifdef DOLLYGRIP_WITH_GENERATOR
    if (argc > 1 && std::strcmp(argv[1], "shoot") == 0)
        dollygrip::letWaitingThreadsSleep(argv);
#endif
    qputenv("QT_QPA_PLATFORM", "offscreen"); // text is painted, no window is shown
    qInstallMessageHandler(onlyGrave);
    // A name that is no option of Qt's must not be taken for one.
    int one = 1;
    QGuiApplication application(one, argv);
    QGuiApplication::setApplicationName(QStringLiteral("Dollygrip"));
    QGuiApplication::setApplicationVersion(QStringLiteral(DOLLYGRIP_VERSION));
    Q_INIT_RESOURCE(sample);
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    try {
        using namespace dollygrip::cli;
        const QList<Command> commands = projectCommands() + editCommands() + shootCommands(engine())
                                        + transferCommands() + modelsCommands(engine())
                                        + infoCommands(engine());
        return runCommandLine(words, commands);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "Dollygrip made a mistake of its own (%s).\n", exception.what());
        return 1;
    }
}
