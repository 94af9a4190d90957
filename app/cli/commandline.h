#pragma once

#include "app/cli/arguments.h"
#include "core/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace dollygrip::cli {

/// What a command tells: lines for people, an object for machines, or text that stands alone.
struct Report {
    QStringList lines;
    QJsonObject json;
    QByteArray raw; ///< when not empty, this alone goes to stdout
};

/// One command. `run` reads its arguments first and returns at once when they are not good.
struct Command {
    QString name;
    QString help;
    QStringList positional; ///< "FILM", "[FILM]"
    QList<Option> options;
    std::function<Result<void>(const Arguments&, Report&)> run;
};

/// Parses, runs, prints. Results go to stdout, errors to stderr. Returns the exit code: 0 done,
/// 1 failed, 2 the command line makes no sense.
int runCommandLine(const QStringList& words, const QList<Command>& commands);

/// A line to stderr that replaces the last one; nothing when nobody watches.
void showProgress(const QString& line);
/// Has Ctrl+C been pressed since the program began? From the first call on it is looked for.
bool isInterrupted();

} // namespace dollygrip::cli
