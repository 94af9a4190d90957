#include "core/media/soundencoder.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace dollygrip::media {

Result<SoundEncoder> SoundEncoder::create(AVFormatContext& output, bool isAac, int rate,
                                          Write write)
{
    const AVCodecID id = isAac ? AV_CODEC_ID_AAC : AV_CODEC_ID_PCM_S24LE;
    const AVCodec* codec = avcodec_find_encoder(id);
    if (!codec)
        return Error{ErrorCode::EncoderFailed, avcodec_get_name(id), "this FFmpeg lacks it"};
    SoundEncoder encoder;
    encoder.m_write = std::move(write);
    encoder.m_frame = makeFrame();
    encoder.m_packet = makePacket();
    encoder.m_codec.reset(avcodec_alloc_context3(codec));
    encoder.m_stream = avformat_new_stream(&output, nullptr);
    if (!encoder.m_codec || !encoder.m_stream)
        throw std::bad_alloc();
    AVCodecContext& context = *encoder.m_codec;
    context.sample_fmt = isAac ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_S32;
    context.sample_rate = rate;
    context.bit_rate = isAac ? 192'000 : 0;
    context.time_base = {1, rate};
    av_channel_layout_default(&context.ch_layout, 2);
    if (output.oformat->flags & AVFMT_GLOBALHEADER)
        context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    int code = avcodec_open2(&context, codec, nullptr);
    if (code >= 0)
        code = avcodec_parameters_from_context(encoder.m_stream->codecpar, &context);
    if (code < 0)
        return avError(code, codec->name, "open the encoder", ErrorCode::EncoderFailed);
    encoder.m_stream->time_base = context.time_base;
    if (context.frame_size > 0)
        encoder.m_frameSize = context.frame_size;
    return encoder;
}

Result<void> SoundEncoder::add(std::span<const float> samples)
{
    m_waiting.insert(m_waiting.end(), samples.begin(), samples.end());
    const std::size_t size = std::size_t(m_frameSize) * 2;
    std::size_t done = 0;
    for (; m_waiting.size() - done >= size; done += size)
        if (auto result = encode(m_waiting.data() + done, m_frameSize); !result)
            return result;
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(done));
    return {};
}

Result<void> SoundEncoder::encode(const float* samples, int frames)
{
    av_frame_unref(m_frame.get());
    AVFrame& frame = *m_frame;
    frame.nb_samples = frames;
    frame.format = m_codec->sample_fmt;
    frame.sample_rate = m_codec->sample_rate;
    av_channel_layout_copy(&frame.ch_layout, &m_codec->ch_layout);
    frame.pts = m_position;
    if (int code = av_frame_get_buffer(&frame, 0); code < 0)
        return avError(code, m_codec->codec->name, "encode sound", ErrorCode::EncoderFailed);
    const auto clean = [](float value) {
        return std::isfinite(value) ? std::clamp(value, -1.0F, 1.0F) : 0.0F;
    };
    if (m_codec->sample_fmt == AV_SAMPLE_FMT_FLTP) {
        auto* left = reinterpret_cast<float*>(frame.extended_data[0]);
        auto* right = reinterpret_cast<float*>(frame.extended_data[1]);
        for (int i = 0; i < frames; ++i) {
            left[i] = clean(samples[2 * i]);
            right[i] = clean(samples[2 * i + 1]);
        }
    } else {
        auto* both = reinterpret_cast<std::int32_t*>(frame.extended_data[0]);
        for (int i = 0; i < frames * 2; ++i)
            both[i] = std::int32_t(std::lround(double(clean(samples[i])) * 8388607.0)) * 256;
    }
    m_position += frames;
    if (int code = avcodec_send_frame(m_codec.get(), &frame); code < 0)
        return avError(code, m_codec->codec->name, "encode sound", ErrorCode::EncoderFailed);
    return drain();
}

Result<void> SoundEncoder::drain()
{
    for (;;) {
        const int code = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return avError(code, m_codec->codec->name, "encode sound", ErrorCode::EncoderFailed);
        if (auto result = m_write(*m_packet); !result)
            return result;
    }
}

Result<void> SoundEncoder::finish()
{
    if (!m_waiting.empty()) {
        // The last frame may be short; encoders take that once.
        if (auto result = encode(m_waiting.data(), int(m_waiting.size() / 2)); !result)
            return result;
        m_waiting.clear();
    }
    if (int code = avcodec_send_frame(m_codec.get(), nullptr); code < 0 && code != AVERROR_EOF)
        return avError(code, m_codec->codec->name, "encode sound", ErrorCode::EncoderFailed);
    return drain();
}

} // namespace dollygrip::media
