#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace dollygrip::media {

struct VideoInfo {
    int width = 0;
    int height = 0;
    FrameRate rate;
    FrameIndex frames = 0; ///< as the file says; where it does not say, duration times rate
    std::string codec;     ///< libav's name: "h264", "prores", "png"
    std::string pixels;    ///< libav's name: "yuv420p"
    bool isBt709 = false;  ///< tagged so in matrix, transfer and primaries, limited range
    bool operator==(const VideoInfo&) const = default;
};

struct SoundInfo {
    int sampleRate = 0;
    int channels = 0;
    std::string codec; ///< "aac", "pcm_s24le"
    bool operator==(const SoundInfo&) const = default;
};

/// What a file holds: its best video and its best sound.
struct MediaInfo {
    std::string container; ///< libav's name: "mov,mp4,m4a,3gp,3g2,mj2"
    double seconds = 0.0;
    std::optional<VideoInfo> video;
    std::optional<SoundInfo> sound;
    std::string timecode; ///< of the first frame, empty without one
};

/// Reads the headers, decodes next to nothing. Errors: as openInput() gives them: FileNotFound,
/// FileUnreadable, MediaUnsupported, MediaDamaged.
Result<MediaInfo> probe(const std::string& path);
/// The same for bytes; `name` is the subject of errors.
Result<MediaInfo> probe(std::span<const std::uint8_t> bytes, const std::string& name);

/// FFmpeg's version as it calls itself: "5.1.6-0+deb12u1".
std::string ffmpegVersion();

} // namespace dollygrip::media
