#include "core/media/probe.h"

#include "core/media/libav.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <cmath>

namespace dollygrip::media {
namespace {

double secondsOf(const AVFormatContext& input, const AVStream& stream)
{
    if (stream.duration != AV_NOPTS_VALUE && stream.duration > 0)
        return double(stream.duration) * av_q2d(stream.time_base);
    if (input.duration != AV_NOPTS_VALUE && input.duration > 0)
        return double(input.duration) / AV_TIME_BASE;
    return 0.0;
}

VideoInfo videoInfo(AVFormatContext& input, AVStream& stream)
{
    const AVCodecParameters& codec = *stream.codecpar;
    VideoInfo info;
    info.width = codec.width;
    info.height = codec.height;
    const AVRational rate = frameRateOf(input, stream);
    if (rate.num > 0)
        info.rate = {rate.num, rate.den};
    info.frames = stream.nb_frames > 0
                      ? stream.nb_frames
                      : std::llround(secondsOf(input, stream) * info.rate.perSecond());
    info.codec = avcodec_get_name(codec.codec_id);
    if (const char* name = av_get_pix_fmt_name(AVPixelFormat(codec.format)))
        info.pixels = name;
    // ProRes does not write its range down; a range that nobody states is the narrow one.
    info.isBt709 = codec.color_space == AVCOL_SPC_BT709 && codec.color_trc == AVCOL_TRC_BT709
                   && codec.color_primaries == AVCOL_PRI_BT709
                   && codec.color_range != AVCOL_RANGE_JPEG;
    return info;
}

Result<MediaInfo> describe(Result<AvInput> opened, const std::string& subject)
{
    if (!opened)
        return opened.error();
    AVFormatContext& input = *opened->handle();
    MediaInfo info;
    info.container = input.iformat->name;
    if (input.duration != AV_NOPTS_VALUE && input.duration > 0)
        info.seconds = double(input.duration) / AV_TIME_BASE;
    const int video = av_find_best_stream(&input, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (video >= 0 && input.streams[video]->codecpar->width > 0)
        info.video = videoInfo(input, *input.streams[video]);
    const int sound = av_find_best_stream(&input, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (sound >= 0) {
        const AVCodecParameters& codec = *input.streams[sound]->codecpar;
        info.sound = SoundInfo{codec.sample_rate, codec.ch_layout.nb_channels,
                               avcodec_get_name(codec.codec_id)};
    }
    if (!info.video && !info.sound)
        return Error{ErrorCode::MediaUnsupported, subject, "neither picture nor sound in it"};
    for (unsigned i = 0; i < input.nb_streams && info.timecode.empty(); ++i)
        if (const auto* entry = av_dict_get(input.streams[i]->metadata, "timecode", nullptr, 0))
            info.timecode = entry->value;
    return info;
}

} // namespace

Result<MediaInfo> probe(const std::string& path)
{
    return describe(openInput(path), path);
}

Result<MediaInfo> probe(std::span<const std::uint8_t> bytes, const std::string& name)
{
    return describe(openInput(bytes, name), name);
}

std::string ffmpegVersion()
{
    return av_version_info();
}

} // namespace dollygrip::media
