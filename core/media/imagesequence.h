#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"
#include "core/media/partialpath.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dollygrip::media {

/// A picture as the bytes of a PNG file, straight alpha, sRGB. May run on several threads at once.
Result<std::vector<std::uint8_t>> encodePng(const Image& picture);

/// Writes a PNG file whole or not at all. Errors: InvalidArgument for a null Image,
/// FileUnwritable, FileNotFound for an absent folder, DiskFull.
Result<void> writePng(const std::string& path, const Image& picture);

/// The pictures of a folder in the order of the last number in their names. Errors: FileNotFound,
/// FileUnreadable.
Result<std::vector<std::string>> sequenceFiles(const std::string& folder);

/// Numbered PNG files 00000.png, 00001.png … in a folder. They are collected in a folder with a
/// temporary name beside the target and moved in finish(); a writer that goes away unfinished
/// leaves nothing. In a folder that is there already, a numbered sequence is replaced as a whole
/// and every other file is left alone. One thread.
class ImageSequenceWriter {
public:
    /// Errors: FileUnwritable (also where a file has that name), FileNotFound for an absent parent.
    static Result<ImageSequenceWriter> create(const std::string& folder);

    /// Adds the next frame, as encodePng() made it. Errors: DiskFull, FileUnwritable.
    Result<void> add(const std::vector<std::uint8_t>& png);
    FrameIndex frameCount() const { return m_frames; }
    std::int64_t byteCount() const { return m_bytes; }
    /// Errors: FileUnwritable, DiskFull, EncoderFailed for a sequence of no frames.
    Result<void> finish();

    /// "00042.png"
    static std::string fileName(FrameIndex n);

private:
    explicit ImageSequenceWriter(const std::string& folder) : m_partial(folder) {}

    PartialPath m_partial;
    FrameIndex m_frames = 0;
    std::int64_t m_bytes = 0;
};

} // namespace dollygrip::media
