#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

struct AVFrame;

namespace dollygrip::media {

enum class MovieKind {
    H264Mp4,  ///< H.264 yuv420p with AAC sound in MP4
    ProResMov ///< ProRes 422 with 24-bit PCM sound in MOV
};

struct MovieSettings {
    MovieKind kind = MovieKind::H264Mp4;
    int width = 0;
    int height = 0;
    FrameRate rate;
    int soundRate = 0;              ///< audio frames a second; 0 for a movie without sound
    std::string timecode;           ///< of the first frame ("01:00:00:00"); empty for none
    int quality = 18;               ///< H.264's constant rate factor: 0 lossless … 51 worst
    std::string speed = "veryfast"; ///< x264's preset
    bool operator==(const MovieSettings&) const = default;
};

/// An Image in the movie's own pixels, ready for the encoder. Made by VideoWriter::prepare().
struct MovieFrame {
    std::shared_ptr<AVFrame> pixels;
};

/// Writes a movie: pictures and sound in, one file out. The file grows under a temporary name
/// beside the target and takes the target's name in finish(); until then whatever had that name
/// stays as it is, and a writer that goes away unfinished leaves nothing behind.
///
/// One thread at a time, but prepare() may run on several threads at once, so that the pictures
/// are converted beside the encoder. The encoder has its own threads.
class VideoWriter {
public:
    /// Errors: InvalidArgument for a size or rate that makes no sense, FileUnwritable,
    /// FileNotFound for an absent folder, EncoderFailed, DiskFull.
    static Result<VideoWriter> create(const std::string& path, const MovieSettings& settings);
    ~VideoWriter();
    VideoWriter(VideoWriter&&) noexcept;
    VideoWriter& operator=(VideoWriter&&) noexcept;

    const MovieSettings& settings() const;
    /// The settings' size made even, as chroma at half size wants it: an odd last row or column is
    /// repeated once.
    int encodedWidth() const;
    int encodedHeight() const;

    /// Converts to BT.709, limited range. What is transparent is seen on black.
    /// Errors: InvalidArgument for an Image of another size than the movie's.
    Result<MovieFrame> prepare(const Image& picture) const;
    /// Adds the next frame. Errors: DiskFull, EncoderFailed.
    Result<void> add(MovieFrame frame);
    /// prepare() and add().
    Result<void> add(const Image& picture);
    /// Adds sound, interleaved stereo, -1 … 1. Sound and pictures are best added in turns.
    Result<void> addSound(std::span<const float> samples);

    FrameIndex frameCount() const;
    /// Bytes written so far.
    std::int64_t byteCount() const;

    /// Ends the file and gives it its name. Nothing more can be added. On error nothing is left
    /// of it. Errors: DiskFull, EncoderFailed (also for a movie of no frames), FileUnwritable.
    Result<void> finish();

private:
    struct Private;
    explicit VideoWriter(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

} // namespace dollygrip::media
