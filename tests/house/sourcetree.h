#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace dollygrip::house {

/// Text files by their path from the root, as the rules read them.
using SourceTree = QMap<QString, QString>;

/// The sources, scripts and build lists below core, ui, app, tests, resources and packaging.
SourceTree readTree(const QString& root);

/// The same text with comments blanked out; line numbers stay.
QString withoutComments(const QString& text);
/// The same with the insides of string and character literals blanked out as well.
QString codeOnly(const QString& text);

struct Include {
    QString path;
    bool isOurs = false; ///< written with quotation marks
    int line = 0;
};
QList<Include> includesOf(const QString& text);

/// "core/project/film.cpp" stands in the room "project"; "ui/canvas/tool.h" in "ui";
/// "app/cli/main.cpp" in "app/cli". Empty for what stands in none.
QString roomOf(const QString& path);

} // namespace dollygrip::house
