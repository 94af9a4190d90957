#include "core/media/audioreader.h"

#include "core/media/libav.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace dollygrip::media {
namespace {

constexpr std::int64_t kLongestSeconds = 6 * 3600;

/// One decoding of one sound stream.
class Decoding {
public:
    Decoding(AvInput input, std::string subject, int rate)
        : m_input(std::move(input)), m_subject(std::move(subject))
    {
        m_sound.rate = rate;
    }

    Result<Sound> run()
    {
        const int index =
            av_find_best_stream(m_input.handle(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
        if (index < 0)
            return Error{ErrorCode::MediaUnsupported, m_subject, "no sound in it"};
        auto decoder = openDecoder(*m_input->streams[index], m_subject, 1);
        if (!decoder)
            return decoder.error();
        m_decoder = std::move(*decoder);
        AvPacket packet = makePacket();
        while (av_read_frame(m_input.handle(), packet.get()) >= 0) {
            if (packet->stream_index == index)
                avcodec_send_packet(m_decoder.get(), packet.get()); // a broken one is passed over
            av_packet_unref(packet.get());
            if (auto result = receive(); !result)
                return result.error();
        }
        avcodec_send_packet(m_decoder.get(), nullptr);
        if (auto result = receive(); !result)
            return result.error();
        if (m_resampler)
            if (auto result = resample(nullptr); !result)
                return result.error();
        if (m_sound.samples.empty())
            return Error{ErrorCode::MediaDamaged, m_subject, "no sound could be decoded"};
        return std::move(m_sound);
    }

private:
    Result<void> receive()
    {
        for (;;) {
            const int code = avcodec_receive_frame(m_decoder.get(), m_frame.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
                return {};
            if (code < 0)
                return Result<void>(); // a broken packet; the next may be whole
            if (auto result = resample(m_frame.get()); !result)
                return result;
            if (m_sound.frameCount() > kLongestSeconds * m_sound.rate)
                return Error{ErrorCode::MediaTooLarge, m_subject, "longer than six hours"};
        }
    }

    /// Broken streams change their layout half way; the resampler is made anew then.
    bool hasChanged(const AVFrame& frame) const
    {
        return frame.sample_rate != m_rate || frame.format != m_format
               || av_channel_layout_compare(&frame.ch_layout, &m_layout) != 0;
    }

    Result<void> makeResampler(const AVFrame& frame)
    {
        AVChannelLayout from{};
        if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(&from, std::max(frame.ch_layout.nb_channels, 1));
        else
            av_channel_layout_copy(&from, &frame.ch_layout);
        AVChannelLayout stereo{};
        av_channel_layout_default(&stereo, 2);
        SwrContext* context = nullptr;
        int code = swr_alloc_set_opts2(&context, &stereo, AV_SAMPLE_FMT_FLT, m_sound.rate, &from,
                                       AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
        m_resampler.reset(context);
        av_channel_layout_uninit(&from);
        if (code >= 0)
            code = swr_init(context);
        if (code < 0)
            return avError(code, m_subject, "convert the sound", ErrorCode::MediaUnsupported);
        m_rate = frame.sample_rate;
        m_format = frame.format;
        av_channel_layout_copy(&m_layout, &frame.ch_layout);
        return {};
    }

    /// Appends what comes of `frame`, or what is left inside when it is null.
    Result<void> resample(const AVFrame* frame)
    {
        if (frame && (!m_resampler || hasChanged(*frame)))
            if (auto result = makeResampler(*frame); !result)
                return result;
        const int in = frame ? frame->nb_samples : 0;
        const int room = swr_get_out_samples(m_resampler.get(), in);
        if (room <= 0)
            return {};
        const std::size_t before = m_sound.samples.size();
        m_sound.samples.resize(before + std::size_t(room) * 2);
        auto* to = reinterpret_cast<std::uint8_t*>(m_sound.samples.data() + before);
        const int code = swr_convert(
            m_resampler.get(), &to, room,
            frame ? const_cast<const std::uint8_t**>(frame->extended_data) : nullptr, in);
        m_sound.samples.resize(before + std::size_t(std::max(code, 0)) * 2);
        if (code < 0)
            return avError(code, m_subject, "convert the sound");
        for (std::size_t i = before; i < m_sound.samples.size(); ++i)
            if (!std::isfinite(m_sound.samples[i]))
                m_sound.samples[i] = 0.0F;
        return {};
    }

    AvInput m_input;
    std::string m_subject;
    AvCodec m_decoder;
    AvFrame m_frame = makeFrame();
    AvResampler m_resampler;
    int m_rate = 0;
    int m_format = -1;
    AVChannelLayout m_layout{};
    Sound m_sound;
};

void put(std::vector<std::uint8_t>& to, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(std::uint8_t(value >> (8 * i)));
}

void put(std::vector<std::uint8_t>& to, const char* text)
{
    to.insert(to.end(), text, text + std::strlen(text));
}

} // namespace

Result<Sound> readSound(const std::string& path, int rate)
{
    auto input = openInput(path);
    if (!input)
        return input.error();
    return Decoding(std::move(*input), path, rate).run();
}

Result<Sound> readSound(std::span<const std::uint8_t> bytes, const std::string& name, int rate)
{
    auto input = openInput(bytes, name);
    if (!input)
        return input.error();
    return Decoding(std::move(*input), name, rate).run();
}

std::vector<std::uint8_t> encodeWav(const Sound& sound)
{
    const auto bytes = std::uint32_t(std::min<std::size_t>(
        sound.samples.size() * 2, std::numeric_limits<std::uint32_t>::max() - 64));
    std::vector<std::uint8_t> wav;
    wav.reserve(44 + bytes);
    put(wav, "RIFF");
    put(wav, 36 + bytes, 4);
    put(wav, "WAVEfmt ");
    put(wav, 16, 4);
    put(wav, 1, 2); // integers
    put(wav, 2, 2); // channels
    put(wav, std::uint32_t(sound.rate), 4);
    put(wav, std::uint32_t(sound.rate) * 4, 4);
    put(wav, 4, 2);
    put(wav, 16, 2);
    put(wav, "data");
    put(wav, bytes, 4);
    for (std::size_t i = 0; i < bytes / 2; ++i) {
        const double value = std::clamp(double(sound.samples[i]), -1.0, 1.0);
        put(wav, std::uint32_t(std::lround(value * 32767.0)) & 0xffffU, 2);
    }
    return wav;
}

} // namespace dollygrip::media
