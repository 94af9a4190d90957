#include "core/media/videoreader.h"

#include "core/media/libav.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <vector>

namespace dollygrip::media {
namespace {

constexpr int kLargestSide = 16384;

void premultiply(std::uint8_t* pixels, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i, pixels += 4) {
        const unsigned a = pixels[3];
        if (a == 255)
            continue;
        for (int c = 0; c < 3; ++c)
            pixels[c] = std::uint8_t((pixels[c] * a + 127) / 255);
    }
}

/// The matrix to decode with; untagged pictures go by size, as every player does.
int matrixOf(const AVFrame& frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709: return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M: return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M: return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL: return SWS_CS_BT2020;
    default: return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

/// yuvj… formats are the old way to say full range.
AVPixelFormat withoutRange(AVPixelFormat format, bool& isFull)
{
    switch (format) {
    case AV_PIX_FMT_YUVJ420P: isFull = true; return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P: isFull = true; return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P: isFull = true; return AV_PIX_FMT_YUV444P;
    default: return format;
    }
}

/// The size in a PNG file's header: libav calls a picture that is beyond its own limit broken.
bool isHugePng(const std::string& path)
{
    std::array<char, 24> start{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(start.data(), start.size()) || std::memcmp(start.data(), "\x89PNG", 4) != 0)
        return false;
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8U | std::uint8_t(start[i]);
        return value;
    };
    return number(16) > std::uint32_t(kLargestSide) || number(20) > std::uint32_t(kLargestSide);
}

} // namespace

struct VideoReader::Private {
    std::string path;
    AvInput input;
    AVStream* stream = nullptr;
    AvCodec decoder;
    AvScaler scaler;
    AvFrame frame = makeFrame();
    AvPacket packet = makePacket();
    FrameRate rate;
    FrameIndex frames = 0;
    FrameIndex position = 0;
    FrameIndex decoded = -1; ///< frame that `frame` holds
    bool isFlushing = false;
    bool isPending = false; ///< `frame` was decoded but not yet given
    bool isAtEnd = false;

    std::int64_t firstTime() const
    {
        return stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    }
    std::int64_t timeOf(FrameIndex n) const
    {
        return firstTime() + av_rescale_q(n, AVRational{rate.den, rate.num}, stream->time_base);
    }
    FrameIndex frameAt(std::int64_t time) const
    {
        return av_rescale_q_rnd(time - firstTime(), stream->time_base,
                                AVRational{rate.den, rate.num}, AV_ROUND_NEAR_INF);
    }

    Result<bool> decode();
    Result<Image> toImage();
};

/// Decodes one picture into `frame`; false at the end. Broken packets in the middle are passed
/// over as a player would, but a movie that gives nothing at all is damaged.
Result<bool> VideoReader::Private::decode()
{
    for (;;) {
        int code = avcodec_receive_frame(decoder.get(), frame.get());
        if (code == 0) {
            const std::int64_t time = frame->best_effort_timestamp;
            decoded = time == AV_NOPTS_VALUE ? decoded + 1 : frameAt(time);
            return true;
        }
        if (code == AVERROR_EOF)
            return false;
        if (code != AVERROR(EAGAIN) && code != AVERROR_INVALIDDATA)
            return avError(code, path, "decode");
        if (isFlushing && code == AVERROR(EAGAIN))
            return false;
        av_packet_unref(packet.get());
        code = av_read_frame(input.handle(), packet.get());
        if (code < 0) {
            isFlushing = true;
            avcodec_send_packet(decoder.get(), nullptr);
            continue;
        }
        if (packet->stream_index != stream->index)
            continue;
        code = avcodec_send_packet(decoder.get(), packet.get());
        if (code < 0 && code != AVERROR_INVALIDDATA && code != AVERROR(EAGAIN))
            return avError(code, path, "decode");
    }
}

Result<Image> VideoReader::Private::toImage()
{
    if (frame->width <= 0 || frame->height <= 0)
        return Error{ErrorCode::MediaDamaged, path, "a picture without size"};
    if (frame->width > kLargestSide || frame->height > kLargestSide)
        return Error{ErrorCode::MediaTooLarge, path, ""};
    bool isFull = frame->color_range == AVCOL_RANGE_JPEG;
    const AVPixelFormat format = withoutRange(AVPixelFormat(frame->format), isFull);
    const int flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT;
    scaler.reset(sws_getCachedContext(scaler.release(), frame->width, frame->height, format,
                                      frame->width, frame->height, AV_PIX_FMT_RGBA, flags, nullptr,
                                      nullptr, nullptr));
    if (!scaler)
        return Error{ErrorCode::MediaUnsupported, path,
                     std::string("pixels of the kind ")
                         + (av_get_pix_fmt_name(format) ? av_get_pix_fmt_name(format) : "unknown")};
    const int* matrix = sws_getCoefficients(matrixOf(*frame));
    sws_setColorspaceDetails(scaler.get(), matrix, isFull ? 1 : 0,
                             sws_getCoefficients(SWS_CS_ITU709), 1, 0, 1 << 16, 1 << 16);
    const AVPixFmtDescriptor* kind = av_pix_fmt_desc_get(format);
    const bool hasAlpha =
        kind && ((kind->flags & AV_PIX_FMT_FLAG_ALPHA) || (kind->flags & AV_PIX_FMT_FLAG_PAL));
    const int width = frame->width;
    const int height = frame->height;
    // swscale writes whole vectors past the end of rows that are no multiple of 16 bytes.
    const int padded = (width * 4 + 63) & ~63;
    const bool isDirect = padded == width * 4;
    int code = 0;
    Image image = Image::filled(width, height, [&](std::uint8_t* pixels) {
        std::vector<std::uint8_t> rows(isDirect ? 0 : std::size_t(padded) * std::size_t(height));
        std::uint8_t* to[4] = {isDirect ? pixels : rows.data(), nullptr, nullptr, nullptr};
        const int strides[4] = {padded, 0, 0, 0};
        code = sws_scale(scaler.get(), frame->data, frame->linesize, 0, height, to, strides);
        if (!isDirect)
            for (int y = 0; y < height; ++y)
                std::memcpy(pixels + std::size_t(y) * std::size_t(width) * 4,
                            rows.data() + std::size_t(y) * std::size_t(padded),
                            std::size_t(width) * 4);
        if (hasAlpha)
            premultiply(pixels, std::size_t(width) * std::size_t(height));
    });
    if (code < 0)
        return avError(code, path, "convert the picture");
    return image;
}

VideoReader::VideoReader(std::unique_ptr<Private> state) : d(std::move(state)) {}
VideoReader::~VideoReader() = default;
VideoReader::VideoReader(VideoReader&&) noexcept = default;
VideoReader& VideoReader::operator=(VideoReader&&) noexcept = default;

Result<VideoReader> VideoReader::open(const std::string& path)
{
    if (isHugePng(path))
        return Error{ErrorCode::MediaTooLarge, path, ""};
    auto input = openInput(path);
    if (!input)
        return input.error();
    auto d = std::make_unique<Private>();
    d->path = path;
    d->input = std::move(*input);
    const int index =
        av_find_best_stream(d->input.handle(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (index < 0)
        return Error{ErrorCode::MediaUnsupported, path, "no picture in it"};
    d->stream = d->input->streams[index];
    for (unsigned i = 0; i < d->input->nb_streams; ++i)
        if (int(i) != index)
            d->input->streams[i]->discard = AVDISCARD_ALL;
    const AVCodecParameters& codec = *d->stream->codecpar;
    if (codec.width > kLargestSide || codec.height > kLargestSide)
        return Error{ErrorCode::MediaTooLarge, path,
                     std::to_string(codec.width) + "x" + std::to_string(codec.height)};
    if (codec.width <= 0 || codec.height <= 0)
        return Error{ErrorCode::MediaDamaged, path, "a picture without size"};
    auto decoder = openDecoder(*d->stream, path);
    if (!decoder)
        return decoder.error();
    d->decoder = std::move(*decoder);
    const AVRational rate = frameRateOf(*d->input.handle(), *d->stream);
    if (rate.num > 0)
        d->rate = {rate.num, rate.den};
    d->frames = d->stream->nb_frames;
    if (d->frames <= 0 && d->stream->duration != AV_NOPTS_VALUE)
        d->frames = d->frameAt(d->firstTime() + d->stream->duration);
    if (d->frames <= 0 && d->input->duration != AV_NOPTS_VALUE)
        d->frames = std::llround(double(d->input->duration) / AV_TIME_BASE * d->rate.perSecond());
    d->frames = std::max<FrameIndex>(d->frames, 1);
    return VideoReader(std::move(d));
}

int VideoReader::width() const
{
    return d->stream->codecpar->width;
}
int VideoReader::height() const
{
    return d->stream->codecpar->height;
}
FrameRate VideoReader::rate() const
{
    return d->rate;
}
FrameIndex VideoReader::frameCount() const
{
    return d->frames;
}
FrameIndex VideoReader::position() const
{
    return d->position;
}

Result<void> VideoReader::seek(FrameIndex n)
{
    if (n < 0)
        return Error{ErrorCode::InvalidArgument, d->path, "a frame before the first"};
    const bool isNear = n >= d->position && n < d->position + 12;
    d->position = n;
    if (isNear)
        return {};
    const int code =
        av_seek_frame(d->input.handle(), d->stream->index, d->timeOf(n), AVSEEK_FLAG_BACKWARD);
    if (code < 0)
        return avError(code, d->path, "seek");
    avcodec_flush_buffers(d->decoder.get());
    d->isFlushing = d->isPending = d->isAtEnd = false;
    d->decoded = -1;
    return {};
}

Result<Image> VideoReader::next()
{
    while (!d->isAtEnd && !(d->isPending && d->decoded >= d->position)) {
        auto more = d->decode();
        if (!more)
            return more.error();
        d->isPending = *more;
        d->isAtEnd = !*more;
    }
    if (d->isAtEnd && d->decoded < 0)
        return Error{ErrorCode::MediaDamaged, d->path, "no picture could be decoded"};
    if (!d->isPending)
        return Image();
    auto image = d->toImage();
    // A gap in the times holds the picture before it until the next one's time comes; here the
    // next one stands in, so that the count of pictures stays the count of frames.
    if (d->decoded <= d->position)
        d->isPending = false;
    ++d->position;
    return image;
}

Result<Image> readPicture(const std::string& path)
{
    auto reader = VideoReader::open(path);
    if (!reader)
        return reader.error();
    return reader->next();
}

} // namespace dollygrip::media
