#include "core/media/libav.h"

#include "core/base/log.h"

extern "C" {
#include <libavutil/avstring.h>
#include <libavutil/error.h>
#include <libavutil/log.h>
#include <libavutil/mem.h>
}

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <vector>

namespace dollygrip::media {
namespace {

// Play lists and scripts that make libav open other files are left out on purpose.
constexpr const char* kFormats =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mxf,flv,asf,mpegts,mpeg,mpegvideo,h264,hevc,m4v,ogg,"
    "wav,w64,aiff,caf,au,flac,mp3,aac,ac3,eac3,amr,gif,apng,png_pipe,jpeg_pipe,tiff_pipe,bmp_pipe,"
    "webp_pipe,ivf,rawvideo,nut";

constexpr int kIoBytes = 64 * 1024;

void toLog(void*, int level, const char* format, va_list arguments)
{
    if (level > AV_LOG_ERROR)
        return;
    std::array<char, 512> line{};
    const int length = std::vsnprintf(line.data(), line.size(), format, arguments);
    std::string_view text(line.data(), std::min<std::size_t>(std::max(length, 0), line.size() - 1));
    while (!text.empty() && text.back() == '\n')
        text.remove_suffix(1);
    log(LogLevel::Debug, "dollygrip.media", text);
}

/// Bytes in memory as libav reads a file.
struct ByteSource {
    std::span<const std::uint8_t> bytes;
    std::size_t position = 0;
};

int readBytes(void* opaque, std::uint8_t* to, int size)
{
    auto& source = *static_cast<ByteSource*>(opaque);
    const std::size_t left = source.bytes.size() - source.position;
    const std::size_t count = std::min(left, std::size_t(std::max(size, 0)));
    if (count == 0)
        return AVERROR_EOF;
    std::memcpy(to, source.bytes.data() + source.position, count);
    source.position += count;
    return int(count);
}

std::int64_t seekBytes(void* opaque, std::int64_t offset, int whence)
{
    auto& source = *static_cast<ByteSource*>(opaque);
    const std::int64_t size = std::int64_t(source.bytes.size());
    if (whence & AVSEEK_SIZE)
        return size;
    switch (whence & ~AVSEEK_FORCE) {
    case SEEK_SET: break;
    case SEEK_CUR: offset += std::int64_t(source.position); break;
    case SEEK_END: offset += size; break;
    default: return AVERROR(EINVAL);
    }
    if (offset < 0 || offset > size)
        return AVERROR(EINVAL);
    source.position = std::size_t(offset);
    return offset;
}

/// Whether these first bytes are of a kind libav knows, so that what follows must be broken.
bool looksLikeMedia(std::span<const std::uint8_t> start)
{
    std::vector<std::uint8_t> padded(start.begin(), start.end());
    const int size = int(padded.size());
    padded.resize(padded.size() + AVPROBE_PADDING_SIZE, 0);
    const AVProbeData data{"", padded.data(), size, nullptr};
    int score = 0;
    const AVInputFormat* format = av_probe_input_format3(&data, 1, &score);
    return format && score > AVPROBE_SCORE_RETRY && av_match_list(format->name, kFormats, ',');
}

Error openError(int code, std::span<const std::uint8_t> start, const std::string& subject)
{
    const bool isContent = code == AVERROR_INVALIDDATA || code == AVERROR_EOF
                           || code == AVERROR(EINVAL) || code == AVERROR_PATCHWELCOME
                           || code == AVERROR_STREAM_NOT_FOUND
                           || code == AVERROR(ENOMEM); // of a header that claims too much
    if (!isContent)
        return avError(code, subject, "open");
    if (start.empty())
        return {ErrorCode::MediaDamaged, subject, "the file is empty"};
    Error error = avError(code, subject, "open");
    error.code = looksLikeMedia(start) ? ErrorCode::MediaDamaged : ErrorCode::MediaUnsupported;
    return error;
}

/// Opens `url`, or what `memory` gives, and finds the streams.
Result<AvInput> open(AvInput input, const char* url, std::span<const std::uint8_t> start,
                     const std::string& subject)
{
    AVFormatContext* context = avformat_alloc_context();
    if (!context)
        throw std::bad_alloc();
    if (input.memory) {
        context->pb = input.memory.get();
        context->flags |= AVFMT_FLAG_CUSTOM_IO;
    }
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", kFormats, 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    int code = avformat_open_input(&context, url, nullptr, &options); // frees context on failure
    av_dict_free(&options);
    if (code < 0)
        return openError(code, start, subject);
    input.format.reset(context);
    code = avformat_find_stream_info(context, nullptr);
    if (code < 0)
        return openError(code, start, subject);
    if (context->nb_streams == 0)
        return Error{ErrorCode::MediaDamaged, subject, "no streams in it"};
    return input;
}

} // namespace

void sendLinesToLog()
{
    [[maybe_unused]] static const bool isSet = [] {
        av_log_set_callback(toLog);
        return true;
    }();
}

void AvDelete::operator()(AVIOContext* memory) const
{
    delete static_cast<ByteSource*>(memory->opaque);
    av_freep(&memory->buffer);
    avio_context_free(&memory);
}

AvFrame makeFrame()
{
    AvFrame frame(av_frame_alloc());
    if (!frame)
        throw std::bad_alloc();
    return frame;
}

AvPacket makePacket()
{
    AvPacket packet(av_packet_alloc());
    if (!packet)
        throw std::bad_alloc();
    return packet;
}

Error avError(int code, const std::string& subject, std::string_view doing, ErrorCode otherwise)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(code, words.data(), words.size());
    Error error{otherwise, subject, std::string(doing) + ": " + words.data()};
    switch (code) {
    case AVERROR(ENOSPC):
    case AVERROR(EDQUOT):
    case AVERROR(EFBIG): error.code = ErrorCode::DiskFull; break;
    case AVERROR(ENOENT):
    case AVERROR(ENOTDIR): error.code = ErrorCode::FileNotFound; break;
    case AVERROR(EACCES):
    case AVERROR(EPERM):
    case AVERROR(EISDIR):
    case AVERROR(EIO): error.code = ErrorCode::FileUnreadable; break;
    case AVERROR(EROFS): error.code = ErrorCode::FileUnwritable; break;
    case AVERROR(ENOMEM): error.code = ErrorCode::OutOfMemory; break;
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_DEMUXER_NOT_FOUND:
    case AVERROR_PROTOCOL_NOT_FOUND: error.code = ErrorCode::MediaUnsupported; break;
    default: break;
    }
    return error;
}

std::string fileUrl(const std::string& path)
{
    return "file:" + path;
}

Result<AvInput> openInput(const std::string& path)
{
    sendLinesToLog();
    std::error_code code;
    if (std::filesystem::is_directory(path, code))
        return Error{ErrorCode::FileUnreadable, path, "it is a folder"};
    if (!std::filesystem::exists(path, code))
        return Error{ErrorCode::FileNotFound, path, "no such file"};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::FileUnreadable, path, std::strerror(errno)};
    std::vector<std::uint8_t> start(4096);
    file.read(reinterpret_cast<char*>(start.data()), std::streamsize(start.size()));
    start.resize(std::size_t(file.gcount()));

    return open({}, fileUrl(path).c_str(), start, path);
}

Result<AvInput> openInput(std::span<const std::uint8_t> bytes, const std::string& name)
{
    sendLinesToLog();
    auto source = std::make_unique<ByteSource>(ByteSource{bytes, 0});
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kIoBytes));
    AVIOContext* io = buffer ? avio_alloc_context(buffer, kIoBytes, 0, source.get(), readBytes,
                                                  nullptr, seekBytes)
                             : nullptr;
    if (!io) {
        av_free(buffer);
        throw std::bad_alloc();
    }
    (void)source.release();
    AvInput input;
    input.memory.reset(io);
    return open(std::move(input), nullptr, bytes.first(std::min<std::size_t>(bytes.size(), 4096)),
                name);
}

Result<AvCodec> openDecoder(const AVStream& stream, const std::string& subject, int threads)
{
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (!codec)
        return Error{ErrorCode::MediaUnsupported, subject,
                     std::string("no decoder for ") + avcodec_get_name(stream.codecpar->codec_id)};
    AvCodec decoder(avcodec_alloc_context3(codec));
    if (!decoder)
        throw std::bad_alloc();
    int code = avcodec_parameters_to_context(decoder.get(), stream.codecpar);
    if (code < 0)
        return avError(code, subject, "read the stream's header");
    decoder->pkt_timebase = stream.time_base;
    decoder->thread_count = threads;
    code = avcodec_open2(decoder.get(), codec, nullptr);
    if (code < 0)
        return avError(code, subject, "open the decoder");
    return decoder;
}

AVRational frameRateOf(AVFormatContext& input, AVStream& stream)
{
    AVRational rate = stream.avg_frame_rate;
    if (rate.num <= 0 || rate.den <= 0)
        rate = av_guess_frame_rate(&input, &stream, nullptr);
    if (rate.num <= 0 || rate.den <= 0)
        return {0, 1};
    return rate;
}

} // namespace dollygrip::media
