#include "core/interchange/exporttarget.h"

#include <utility>

namespace dollygrip::interchange {

Result<ExportTarget> ExportTarget::create(const QString& path, Format format,
                                          const media::MovieSettings& settings)
{
    if (format == Format::PngFolder) {
        auto writer = media::ImageSequenceWriter::create(path.toStdString());
        if (!writer)
            return writer.error();
        return ExportTarget(std::move(*writer), settings);
    }
    media::MovieSettings movie = settings;
    movie.kind = format == Format::Mov ? media::MovieKind::ProResMov : media::MovieKind::H264Mp4;
    auto writer = media::VideoWriter::create(path.toStdString(), movie);
    if (!writer)
        return writer.error();
    return ExportTarget(std::move(*writer), movie);
}

Result<ExportTarget::Ready> ExportTarget::prepare(const Image& picture) const
{
    if (const auto* movie = std::get_if<media::VideoWriter>(&m_writer)) {
        auto frame = movie->prepare(picture);
        if (!frame)
            return frame.error();
        return Ready(std::move(*frame));
    }
    auto bytes = media::encodePng(picture);
    if (!bytes)
        return bytes.error();
    return Ready(std::move(*bytes));
}

Result<void> ExportTarget::add(const Ready& picture)
{
    if (auto* movie = std::get_if<media::VideoWriter>(&m_writer))
        return movie->add(std::get<media::MovieFrame>(picture));
    return std::get<media::ImageSequenceWriter>(m_writer).add(
        std::get<std::vector<std::uint8_t>>(picture));
}

Result<void> ExportTarget::addSound(std::span<const float> samples)
{
    auto* movie = std::get_if<media::VideoWriter>(&m_writer);
    return movie && m_settings.soundRate > 0 ? movie->addSound(samples) : Result<void>();
}

Result<void> ExportTarget::finish()
{
    return std::visit([](auto& writer) { return writer.finish(); }, m_writer);
}

int ExportTarget::width() const
{
    const auto* movie = std::get_if<media::VideoWriter>(&m_writer);
    return movie ? movie->encodedWidth() : m_settings.width;
}

int ExportTarget::height() const
{
    const auto* movie = std::get_if<media::VideoWriter>(&m_writer);
    return movie ? movie->encodedHeight() : m_settings.height;
}

std::int64_t ExportTarget::byteCount() const
{
    return std::visit([](const auto& writer) { return writer.byteCount(); }, m_writer);
}

} // namespace dollygrip::interchange
