#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace dollygrip::interchange {

enum class Format { Mp4, Mov, PngFolder };

/// One row of the table of formats.
struct FormatInfo {
    Format format;
    QString id;     ///< "mp4"; stable, for files and the command line
    QString name;   ///< English; the window translates it
    QString suffix; ///< without the dot; empty for a folder
    bool reads = false;
    bool writes = false;
    bool hasSound = false;
    QString lost; ///< what the format does not keep, English
};

const QList<FormatInfo>& formats();
const FormatInfo& formatInfo(Format format);
/// By suffix (upper or lower case); a name without one, or of a folder that is there, is a PNG
/// folder. Nothing for a suffix that no format has.
std::optional<Format> formatOf(const QString& path);

} // namespace dollygrip::interchange
