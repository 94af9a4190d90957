#pragma once

#include "core/interchange/formats.h"
#include "core/media/imagesequence.h"
#include "core/media/videowriter.h"

#include <QString>

#include <variant>

namespace dollygrip::interchange {

/// Where an export goes: a movie or a folder of pictures, behind one face.
class ExportTarget {
public:
    /// A picture in the target's own form.
    using Ready = std::variant<media::MovieFrame, std::vector<std::uint8_t>>;

    static Result<ExportTarget> create(const QString& path, Format format,
                                       const media::MovieSettings& settings);

    /// Any number of threads at once.
    Result<Ready> prepare(const Image& picture) const;
    Result<void> add(const Ready& picture);
    Result<void> addSound(std::span<const float> samples);
    Result<void> finish();

    int width() const;
    int height() const;
    std::int64_t byteCount() const;

private:
    using Writer = std::variant<media::VideoWriter, media::ImageSequenceWriter>;
    ExportTarget(Writer writer, const media::MovieSettings& settings)
        : m_writer(std::move(writer)), m_settings(settings)
    {
    }

    Writer m_writer;
    media::MovieSettings m_settings;
};

} // namespace dollygrip::interchange
