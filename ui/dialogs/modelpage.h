#pragma once

#include "core/generator/modelfolder.h"

#include <QString>

#include <vector>

namespace dollygrip::ui {

// Pages about video models as rich text in the theme's colours.

/// All about one: state, what it takes, memory against `freeBytes` (0: unknown), files, what to
/// get.
QString modelPage(const generator::Model& model, quint64 freeBytes);
/// Of a folder without any: what to get.
QString noModelPage(const QString& folder, const std::vector<generator::WantedFile>& files);
/// A sentence and what to do.
QString messagePage(const QString& sentence, const QString& advice);

/// One line a file, for the clipboard: name, size, where from.
QString wantedText(const std::vector<generator::WantedFile>& files);

} // namespace dollygrip::ui
