#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"

#include <memory>
#include <string>

namespace dollygrip::media {

/// Pictures of a movie (or of a still, as a movie of one frame), in order or from any frame. One
/// file, one thread at a time. Frames are counted at the movie's own rate from its first picture.
class VideoReader {
public:
    /// Errors: FileNotFound, FileUnreadable, MediaUnsupported (also for sound alone),
    /// MediaDamaged, MediaTooLarge.
    static Result<VideoReader> open(const std::string& path);
    ~VideoReader();
    VideoReader(VideoReader&&) noexcept;
    VideoReader& operator=(VideoReader&&) noexcept;

    int width() const;
    int height() const;
    FrameRate rate() const;
    /// As the file says; a cut-off file may hold fewer.
    FrameIndex frameCount() const;

    /// The next picture to come from next(): 0 after open().
    FrameIndex position() const;
    /// Makes frame n the next picture. Errors: InvalidArgument for a negative n, MediaDamaged.
    Result<void> seek(FrameIndex n);
    /// The picture at position(), which moves on by one; a null Image after the last.
    Result<Image> next();

private:
    struct Private;
    explicit VideoReader(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

/// A picture from a PNG, JPEG, TIFF, BMP or WebP file, premultiplied. Errors as
/// VideoReader::open().
Result<Image> readPicture(const std::string& path);

} // namespace dollygrip::media
