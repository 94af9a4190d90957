#pragma once

#include <QString>
#include <QStringList>

namespace dollygrip::ui {

class Actions;
enum class ToolKind;

/// The pages of the help, in reading order, by their file's name ("boards").
QStringList helpPages();
/// The page about a tool.
QString helpPageOf(ToolKind tool);
/// A page's Markdown in this language, else in English; empty when there is no such page. "{id}"
/// stands for a command's key, as it is now: "**N**", or its name when it has none. The page
/// "keys" is made from the commands.
QString helpMarkdown(const QString& page, const QString& language, const Actions& actions);
/// The first heading.
QString helpTitle(const QString& markdown);

} // namespace dollygrip::ui
