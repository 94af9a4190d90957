#include "core/interchange/formats.h"

#include <QFileInfo>

#include <algorithm>

namespace dollygrip::interchange {

using namespace Qt::StringLiterals;

const QList<FormatInfo>& formats()
{
    static const QList<FormatInfo> kFormats = {
        {Format::Mp4, u"mp4"_s, u"H.264 movie"_s, u"mp4"_s, false, true, true,
         u"Pictures are compressed; drawings, moves and takes are not in the file."_s},
        {Format::Mov, u"mov"_s, u"ProRes 422 movie"_s, u"mov"_s, false, true, true,
         u"Drawings, moves and takes are not in the file."_s},
        {Format::PngFolder, u"png"_s, u"PNG pictures in a folder"_s, QString(), false, true, false,
         u"Sound; drawings, moves and takes are not in the files."_s},
    };
    return kFormats;
}

const FormatInfo& formatInfo(Format format)
{
    const QList<FormatInfo>& all = formats();
    return *std::find_if(all.begin(), all.end(),
                         [format](const FormatInfo& info) { return info.format == format; });
}

std::optional<Format> formatOf(const QString& path)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().toLower();
    if (info.isDir() || suffix.isEmpty())
        return Format::PngFolder;
    if (suffix == "m4v"_L1)
        return Format::Mp4;
    for (const FormatInfo& format : formats())
        if (!format.suffix.isEmpty() && format.suffix == suffix)
            return format.format;
    return std::nullopt;
}

} // namespace dollygrip::interchange
