#include "app/cli/commandline.h"

#include "core/project/errortext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

std::atomic<bool> interrupted{false};
bool hasProgress = false;

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void print(std::FILE* stream, const QByteArray& bytes)
{
    if (stream == stderr && hasProgress) {
        std::fputs("\r\033[K", stderr);
        hasProgress = false;
    }
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

void print(std::FILE* stream, const QString& line)
{
    print(stream, line.toUtf8() + '\n');
}

QString synopsis(const Command& command)
{
    QString text = u"dollygrip-cli "_s + command.name;
    for (const QString& word : command.positional)
        text += u' ' + word;
    for (const Option& option : command.options) {
        const QString part =
            u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        text += option.isRequired ? u' ' + part : u" ["_s + part + u']';
        if (option.isRepeatable)
            text += u"…"_s;
    }
    return text;
}

QString helpOf(const Command& command)
{
    QString text = synopsis(command) + u"\n\n"_s + command.help + u'\n';
    for (const Option& option : command.options)
        text += u"  %1  %2\n"_s.arg((u"--"_s + option.name + u' ' + option.value).leftJustified(24),
                                    option.help);
    return text;
}

QString helpOfAll(const QList<Command>& commands)
{
    QString text = tr("dollygrip-cli COMMAND FILM … – the film without a window.") + u"\n\n"_s;
    for (const Command& command : commands)
        text += u"  "_s + synopsis(command).mid(14) + u'\n';
    text +=
        u'\n'
        + tr("Each command takes --help, and --json for results that machines read.\n"
             "Coordinates are picture units: 0,0 is the top left corner, 1,1 the bottom right.\n"
             "Exit codes: 0 done, 1 failed, 2 the command line makes no sense.")
        + u'\n';
    return text;
}

int failUsage(const QString& problem, const QString& hint)
{
    print(stderr, problem);
    print(stderr, tr("Try: %1").arg(hint));
    return kUsage;
}

int fail(const Error& error, bool asJson)
{
    const ErrorText text = errorText(error);
    if (asJson) {
        const QJsonObject json{
            {u"ok"_s, false},
            {u"error"_s, QJsonObject{{u"code"_s, QLatin1StringView(errorName(error.code))},
                                     {u"sentence"_s, text.sentence},
                                     {u"advice"_s, text.advice},
                                     {u"subject"_s, QString::fromStdString(error.subject)},
                                     {u"detail"_s, QString::fromStdString(error.detail)}}}};
        print(stdout, QJsonDocument(json).toJson());
    }
    print(stderr, errorLine(error));
    return kFailed;
}

} // namespace

int runCommandLine(const QStringList& words, const QList<Command>& commands)
{
    if (words.isEmpty())
        return failUsage(tr("No command was given."), u"dollygrip-cli --help"_s);
    if (words.first() == u"--help"_s || words.first() == u"help"_s) {
        print(stdout, helpOfAll(commands).toUtf8());
        return kDone;
    }
    const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& each) {
        return each.name == words.first();
    });
    if (command == commands.end())
        return failUsage(tr("There is no command “%1”.").arg(words.first()),
                         u"dollygrip-cli --help"_s);
    if (words.contains(u"--help"_s)) {
        print(stdout, helpOf(*command).toUtf8());
        return kDone;
    }
    const QList<Option> options =
        command->options + QList<Option>{{u"json"_s, {}, tr("results for machines"), false, false}};
    const Arguments arguments(words.mid(1), command->positional, options);
    const bool asJson = arguments.has(u"json"_s);
    Report report;
    Result<void> done;
    if (arguments.isGood())
        done = command->run(arguments, report);
    if (!arguments.isGood())
        return failUsage(arguments.problem(), synopsis(*command));
    if (!done)
        return fail(done.error(), asJson);
    if (hasProgress)
        print(stderr, QByteArray());
    if (!report.raw.isEmpty()) {
        print(stdout, report.raw);
        return kDone;
    }
    if (asJson) {
        report.json[u"ok"_s] = true;
        print(stdout, QJsonDocument(report.json).toJson());
        return kDone;
    }
    for (const QString& line : report.lines)
        print(stdout, line);
    print(stdout, u"SUCCESS"_s);
    return kDone;
}

void showProgress(const QString& line)
{
    if (!isatty(STDERR_FILENO))
        return;
    std::fputs("\r\033[K", stderr);
    std::fputs(line.toUtf8().constData(), stderr);
    std::fflush(stderr);
    hasProgress = true;
}

bool isInterrupted()
{
    static const bool isWatched = [] {
        std::signal(SIGINT, [](int) { interrupted = true; });
        return true;
    }();
    return isWatched && interrupted;
}

} // namespace dollygrip::cli
