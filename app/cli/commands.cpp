#include "app/cli/commands.h"

#include "app/cli/castcommand.h"
#include "app/cli/editcommands.h"
#include "app/cli/infocommand.h"
#include "app/cli/modelscommand.h"
#include "app/cli/projectcommands.h"
#include "app/cli/shootcommand.h"
#include "app/cli/takescommand.h"
#include "app/cli/transfercommands.h"

#include <QGuiApplication>

#include <cstdio>
#include <exception>

namespace dollygrip::cli {
namespace {

/// Qt's own warnings are nothing that the user of a command could act on.
void onlyGrave(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", message.toUtf8().constData());
}

} // namespace

QList<Command> allCommands(const Engine& engine)
{
    return projectCommands() + editCommands() + castCommands() + shootCommands(engine)
           + takesCommands() + transferCommands() + modelsCommands(engine) + infoCommands(engine);
}

int runProgram(int argc, char** argv, const Engine& engine)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // text is painted, no window is shown
    qInstallMessageHandler(onlyGrave);
    // A name that is no option of Qt's must not be taken for one.
    int one = 1;
    QGuiApplication application(one, argv);
    QGuiApplication::setApplicationName(QStringLiteral("Dollygrip"));
    QGuiApplication::setApplicationVersion(QStringLiteral(DOLLYGRIP_VERSION));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    try {
        return runCommandLine(words, allCommands(engine));
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "Dollygrip made a mistake of its own (%s).\n", exception.what());
        return 1;
    }
}

} // namespace dollygrip::cli
