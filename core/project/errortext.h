#pragma once

#include "core/base/error.h"

#include <QString>

namespace dollygrip {

/// What a person reads: what failed by name, why, and what to do. The only place where errors
/// become (translated) sentences.
struct ErrorText {
    QString sentence; ///< "The film “Night.dgrip” is open in another program (anna on studio-3)."
    QString advice;   ///< "Close it there, or open a copy."
};
ErrorText errorText(const Error& error);
/// Both in one line.
QString errorLine(const Error& error);

/// A note, not an error: what an older film was kept as when it was brought forward.
QString keptFilmNote(const QString& fileName);

/// An Error about a file, by its name.
Error fileError(ErrorCode code, const QString& path, const QString& detail = {});

} // namespace dollygrip
