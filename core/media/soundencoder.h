#pragma once

#include "core/media/libav.h"

#include <functional>
#include <vector>

namespace dollygrip::media {

/// Interleaved stereo floats in, packets out. Part of VideoWriter.
class SoundEncoder {
public:
    using Write = std::function<Result<void>(AVPacket&)>;

    /// Adds a stream to `output`; `isAac` false gives 24-bit PCM. `write` gets each packet, its
    /// times in the codec's time base. Errors: EncoderFailed.
    static Result<SoundEncoder> create(AVFormatContext& output, bool isAac, int rate, Write write);

    AVStream& stream() const { return *m_stream; }
    AVRational timeBase() const { return m_codec->time_base; }
    Result<void> add(std::span<const float> samples);
    /// Encodes what is left.
    Result<void> finish();

private:
    Result<void> encode(const float* samples, int frames);
    Result<void> drain();

    AvCodec m_codec;
    AVStream* m_stream = nullptr;
    Write m_write;
    AvFrame m_frame;
    AvPacket m_packet;
    std::vector<float> m_waiting; ///< less than one encoder frame
    std::int64_t m_position = 0;  ///< audio frames encoded
    int m_frameSize = 1024;
};

} // namespace dollygrip::media
