#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

/// Owners for libav's objects and its error numbers as Error. Included by this room's sources
/// only, so that libav's headers stay inside.
namespace dollygrip::media {

struct AvDelete {
    void operator()(AVFormatContext* input) const { avformat_close_input(&input); }
    void operator()(AVIOContext* memory) const; ///< one that openInput() made
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(SwsContext* context) const { sws_freeContext(context); }
    void operator()(SwrContext* context) const { swr_free(&context); }
};
using AvCodec = std::unique_ptr<AVCodecContext, AvDelete>;
using AvFrame = std::unique_ptr<AVFrame, AvDelete>;
using AvPacket = std::unique_ptr<AVPacket, AvDelete>;
using AvScaler = std::unique_ptr<SwsContext, AvDelete>;
using AvResampler = std::unique_ptr<SwrContext, AvDelete>;

/// What is being read. The format goes before the memory it reads from.
struct AvInput {
    std::unique_ptr<AVIOContext, AvDelete> memory; ///< null for a file
    std::unique_ptr<AVFormatContext, AvDelete> format;

    AVFormatContext* operator->() const { return format.get(); }
    AVFormatContext* handle() const { return format.get(); }
};

/// libav prints to stderr unless told otherwise: its errors go to our log from here on. Called by
/// whatever opens an input or an encoder.
void sendLinesToLog();

AvFrame makeFrame();
AvPacket makePacket();

/// libav's number as an Error of this file: no room → DiskFull, no such file → FileNotFound and so
/// on; what is left becomes `otherwise`. `doing` starts the detail ("open", "decode").
Error avError(int code, const std::string& subject, std::string_view doing,
              ErrorCode otherwise = ErrorCode::MediaDamaged);

/// libav takes "http:…" and the like for addresses; a file's name must never be one.
std::string fileUrl(const std::string& path);

/// Opens a file for reading. Errors: FileNotFound, FileUnreadable, MediaUnsupported for what is no
/// movie, sound or picture, MediaDamaged for what is one but broken.
Result<AvInput> openInput(const std::string& path);
/// Opens bytes in memory, which must outlive the input. `name` is the subject of errors.
Result<AvInput> openInput(std::span<const std::uint8_t> bytes, const std::string& name);

/// A decoder for one stream, opened. `threads` 0 lets libav choose.
Result<AvCodec> openDecoder(const AVStream& stream, const std::string& subject, int threads = 0);

inline AVRational rational(FrameRate rate)
{
    return {rate.num, rate.den};
}
/// The stream's frame rate as written, 0/1 when it has none.
AVRational frameRateOf(AVFormatContext& input, AVStream& stream);

} // namespace dollygrip::media
