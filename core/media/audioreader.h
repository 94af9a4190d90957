#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dollygrip::media {

/// Sound in memory: interleaved stereo, -1 … 1 (louder passages of float files go beyond).
struct Sound {
    int rate = 48000;           ///< audio frames a second
    std::vector<float> samples; ///< [frames, 2]

    std::int64_t frameCount() const { return std::int64_t(samples.size() / 2); }
    double seconds() const { return rate > 0 ? double(frameCount()) / rate : 0.0; }
    bool operator==(const Sound&) const = default;
};

/// Reads the whole sound of any sound or movie file at `rate` audio frames a second; mono goes to
/// both sides, surround is mixed down. Errors: FileNotFound, FileUnreadable, MediaUnsupported (also
/// for a file without sound), MediaDamaged, MediaTooLarge (over six hours).
Result<Sound> readSound(const std::string& path, int rate = 48000);
/// The same for a file's bytes in memory; `name` is the subject of errors.
Result<Sound> readSound(std::span<const std::uint8_t> bytes, const std::string& name,
                        int rate = 48000);

/// A 16-bit WAV file of a sound, as bytes.
std::vector<std::uint8_t> encodeWav(const Sound& sound);

} // namespace dollygrip::media
