#include "core/media/videowriter.h"

#include "core/media/libav.h"
#include "core/media/partialpath.h"
#include "core/media/soundencoder.h"
#include "core/media/yuv.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <filesystem>
#include <new>
#include <optional>

namespace dollygrip::media {
namespace {

constexpr int kLargestSide = 16384;

struct OutputDelete {
    void operator()(AVFormatContext* output) const
    {
        if (output->pb)
            avio_closep(&output->pb);
        avformat_free_context(output);
    }
};

Error encoderError(int code, const std::string& subject, const std::string& doing)
{
    return avError(code, subject, doing, ErrorCode::EncoderFailed);
}

/// Opens H.264 or ProRes as the settings say.
Result<AvCodec> openEncoder(const MovieSettings& settings, int width, int height)
{
    sendLinesToLog();
    const bool isH264 = settings.kind == MovieKind::H264Mp4;
    const char* name = isH264 ? "libx264" : "prores_ks";
    const AVCodec* codec = avcodec_find_encoder_by_name(name);
    if (!codec)
        return Error{ErrorCode::EncoderFailed, name, "this FFmpeg lacks it"};
    AvCodec context(avcodec_alloc_context3(codec));
    if (!context)
        throw std::bad_alloc();
    context->width = width;
    context->height = height;
    context->pix_fmt = isH264 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV422P10LE;
    context->framerate = rational(settings.rate);
    context->time_base = av_inv_q(context->framerate);
    context->sample_aspect_ratio = {1, 1};
    context->colorspace = AVCOL_SPC_BT709;
    context->color_trc = AVCOL_TRC_BT709;
    context->color_primaries = AVCOL_PRI_BT709;
    context->color_range = AVCOL_RANGE_MPEG;
    context->chroma_sample_location = AVCHROMA_LOC_LEFT;
    context->thread_count = 0;
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (isH264) {
        context->gop_size = 2 * settings.rate.nominal(); // players land on any second quickly
        av_opt_set(context->priv_data, "preset", settings.speed.c_str(), 0);
        av_opt_set_double(context->priv_data, "crf", settings.quality, 0);
    } else {
        av_opt_set(context->priv_data, "profile", "standard", 0);
        av_opt_set(context->priv_data, "vendor", "apl0", 0);
    }
    if (int code = avcodec_open2(context.get(), codec, nullptr); code < 0)
        return encoderError(code, name, "open the encoder");
    return context;
}

} // namespace

struct VideoWriter::Private {
    explicit Private(const std::string& path) : partial(path) {}

    MovieSettings settings;
    int width = 0;
    int height = 0;
    PartialPath partial;
    std::unique_ptr<AVFormatContext, OutputDelete> output; // closed before partial removes the file
    AvCodec encoder;
    AVStream* stream = nullptr;
    std::optional<SoundEncoder> sound;
    AvPacket packet = makePacket();
    FrameIndex frames = 0;
    std::int64_t bytes = 0;

    const std::string& name() const { return partial.target(); }
    Result<void> openOutput();
    Result<void> write(AVPacket& packet, AVRational timeBase, AVStream& stream);
    Result<void> drain();
    Result<void> end();
};

Result<void> VideoWriter::Private::openOutput()
{
    const bool isMp4 = settings.kind == MovieKind::H264Mp4;
    AVFormatContext* context = nullptr;
    int code = avformat_alloc_output_context2(&context, nullptr, isMp4 ? "mp4" : "mov",
                                              fileUrl(partial.path()).c_str());
    if (code < 0)
        return encoderError(code, name(), "open");
    output.reset(context);
    auto opened = openEncoder(settings, width, height);
    if (!opened)
        return opened.error();
    encoder = std::move(*opened);
    stream = avformat_new_stream(context, nullptr);
    if (!stream)
        throw std::bad_alloc();
    code = avcodec_parameters_from_context(stream->codecpar, encoder.get());
    if (code < 0)
        return encoderError(code, name(), "open");
    stream->time_base = encoder->time_base;
    stream->avg_frame_rate = encoder->framerate;
    if (!settings.timecode.empty())
        av_dict_set(&stream->metadata, "timecode", settings.timecode.c_str(), 0);
    if (settings.soundRate > 0) {
        auto made = SoundEncoder::create(
            *context, isMp4, settings.soundRate, [this](AVPacket& soundPacket) {
                return write(soundPacket, sound->timeBase(), sound->stream());
            });
        if (!made)
            return made.error();
        sound.emplace(std::move(*made));
    }
    code = avio_open(&context->pb, context->url, AVIO_FLAG_WRITE);
    if (code < 0)
        return writeError(AVUNERROR(code), name(), "create");
    AVDictionary* options = nullptr;
    // A plain moov in front; without "prefer_icc" and friends, which differ between versions.
    av_dict_set(&options, "movflags", "+faststart", 0);
    av_dict_set(&options, "write_tmcd", settings.timecode.empty() ? "0" : "1", 0);
    code = avformat_write_header(context, &options);
    av_dict_free(&options);
    if (code < 0)
        return encoderError(code, name(), "write the header");
    return {};
}

/// Hands one packet to the file. libav notes what the disk says on the output, not on the call.
Result<void> VideoWriter::Private::write(AVPacket& from, AVRational timeBase, AVStream& to)
{
    if (from.duration == 0 && &to == stream)
        from.duration = 1;
    bytes += from.size;
    av_packet_rescale_ts(&from, timeBase, to.time_base);
    from.stream_index = to.index;
    int code = av_interleaved_write_frame(output.get(), &from);
    if (code >= 0 && output->pb->error < 0)
        code = output->pb->error;
    if (code < 0)
        return encoderError(code, name(), "write");
    return {};
}

Result<void> VideoWriter::Private::drain()
{
    for (;;) {
        const int code = avcodec_receive_packet(encoder.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code < 0)
            return encoderError(code, name(), "encode");
        if (auto result = write(*packet, encoder->time_base, *stream); !result)
            return result;
    }
}

Result<void> VideoWriter::Private::end()
{
    if (frames == 0)
        return Error{ErrorCode::EncoderFailed, name(), "a movie needs at least one frame"};
    if (int code = avcodec_send_frame(encoder.get(), nullptr); code < 0)
        return encoderError(code, name(), "encode");
    if (auto result = drain(); !result)
        return result;
    if (sound)
        if (auto result = sound->finish(); !result)
            return result;
    int code = av_write_trailer(output.get());
    if (code >= 0 && output->pb->error < 0)
        code = output->pb->error;
    const int closed = avio_closep(&output->pb);
    if (code >= 0)
        code = closed;
    if (code < 0)
        return encoderError(code, name(), "end the file");
    return partial.keepFile();
}

VideoWriter::VideoWriter(std::unique_ptr<Private> state) : d(std::move(state)) {}
VideoWriter::~VideoWriter() = default;
VideoWriter::VideoWriter(VideoWriter&&) noexcept = default;
VideoWriter& VideoWriter::operator=(VideoWriter&&) noexcept = default;

Result<VideoWriter> VideoWriter::create(const std::string& path, const MovieSettings& settings)
{
    if (settings.width < 2 || settings.height < 2 || settings.width > kLargestSide
        || settings.height > kLargestSide)
        return Error{ErrorCode::InvalidArgument, path,
                     "size " + std::to_string(settings.width) + "x"
                         + std::to_string(settings.height)};
    if (settings.rate.num <= 0 || settings.rate.den <= 0 || settings.soundRate < 0)
        return Error{ErrorCode::InvalidArgument, path, "rate"};
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return Error{ErrorCode::FileUnwritable, path, "it is a folder"};
    auto d = std::make_unique<Private>(path);
    d->settings = settings;
    d->width = (settings.width + 1) & ~1;
    d->height = (settings.height + 1) & ~1;
    if (auto result = d->openOutput(); !result)
        return result.error();
    return VideoWriter(std::move(d));
}

const MovieSettings& VideoWriter::settings() const
{
    return d->settings;
}
int VideoWriter::encodedWidth() const
{
    return d->width;
}
int VideoWriter::encodedHeight() const
{
    return d->height;
}
FrameIndex VideoWriter::frameCount() const
{
    return d->frames;
}
std::int64_t VideoWriter::byteCount() const
{
    return d->bytes;
}

Result<MovieFrame> VideoWriter::prepare(const Image& picture) const
{
    if (picture.width() != d->settings.width || picture.height() != d->settings.height)
        return Error{ErrorCode::InvalidArgument, d->name(), "a picture of another size"};
    AvFrame frame = makeFrame();
    frame->width = d->width;
    frame->height = d->height;
    frame->format = d->encoder->pix_fmt;
    frame->colorspace = AVCOL_SPC_BT709;
    frame->color_trc = AVCOL_TRC_BT709;
    frame->color_primaries = AVCOL_PRI_BT709;
    frame->color_range = AVCOL_RANGE_MPEG;
    frame->chroma_location = AVCHROMA_LOC_LEFT;
    if (int code = av_frame_get_buffer(frame.get(), 0); code < 0)
        return encoderError(code, d->name(), "convert");
    if (frame->format == AV_PIX_FMT_YUV420P)
        toYuv420(picture, {frame->data[0], frame->data[1], frame->data[2], frame->linesize[0],
                           frame->linesize[1], frame->linesize[2]});
    else
        toYuv422(picture, {reinterpret_cast<std::uint16_t*>(frame->data[0]),
                           reinterpret_cast<std::uint16_t*>(frame->data[1]),
                           reinterpret_cast<std::uint16_t*>(frame->data[2]), frame->linesize[0] / 2,
                           frame->linesize[1] / 2, frame->linesize[2] / 2});
    return MovieFrame{std::shared_ptr<AVFrame>(std::move(frame))};
}

Result<void> VideoWriter::add(MovieFrame frame)
{
    frame.pixels->pts = d->frames++;
    if (int code = avcodec_send_frame(d->encoder.get(), frame.pixels.get()); code < 0)
        return encoderError(code, d->name(), "encode");
    return d->drain();
}

Result<void> VideoWriter::add(const Image& picture)
{
    auto frame = prepare(picture);
    if (!frame)
        return frame.error();
    return add(std::move(*frame));
}

Result<void> VideoWriter::addSound(std::span<const float> samples)
{
    if (!d->sound)
        return Error{ErrorCode::InvalidArgument, d->name(), "a movie without sound"};
    return d->sound->add(samples);
}

Result<void> VideoWriter::finish()
{
    auto result = d->end();
    if (!result) {
        d->output.reset();
        d->partial.discard();
    }
    return result;
}

} // namespace dollygrip::media
