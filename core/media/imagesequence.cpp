#include "core/media/imagesequence.h"

#include "core/media/libav.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <new>
#include <string_view>
#include <utility>

namespace dollygrip::media {
namespace {

namespace fs = std::filesystem;

void unpremultiply(const Image& picture, AVFrame& to)
{
    for (int y = 0; y < picture.height(); ++y) {
        const std::uint8_t* from = picture.line(y);
        std::uint8_t* out = to.data[0] + std::ptrdiff_t(y) * to.linesize[0];
        for (int x = 0; x < picture.width(); ++x, from += 4, out += 4) {
            const unsigned a = from[3];
            if (a == 255 || a == 0) {
                std::memcpy(out, from, 4);
                continue;
            }
            for (int c = 0; c < 3; ++c)
                out[c] = std::uint8_t(std::min(255U, (from[c] * 255U + a / 2) / a));
            out[3] = std::uint8_t(a);
        }
    }
}

Result<void> writeBytes(const std::string& path, const std::vector<std::uint8_t>& bytes,
                        const std::string& subject)
{
    errno = 0;
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file)
        return writeError(errno, subject, "create");
    const std::size_t written = std::fwrite(bytes.data(), 1, bytes.size(), file);
    int code = written == bytes.size() ? 0 : errno;
    if (std::fclose(file) != 0 && code == 0)
        code = errno;
    if (code != 0 || written != bytes.size())
        return writeError(code, subject, "write");
    return {};
}

bool isNumberedName(const std::string& name)
{
    const std::size_t digits = name.size() > 4 ? name.size() - 4 : 0;
    return digits >= 5 && name.compare(digits, 4, ".png") == 0
           && std::all_of(name.begin(), name.begin() + std::ptrdiff_t(digits),
                          [](unsigned char c) { return std::isdigit(c); });
}

/// Moves the new files into a folder that exists and removes what is left of the old sequence.
Result<void> replaceSequence(const fs::path& from, const fs::path& to, FrameIndex frames)
{
    std::error_code code;
    for (FrameIndex n = 0; n < frames; ++n) {
        const std::string name = ImageSequenceWriter::fileName(n);
        fs::rename(from / name, to / name, code);
        if (code)
            return writeError(code.value(), to.string(), "move the pictures");
    }
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(to, code), end; !code && entry != end;
         entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        // Numbers of up to 18 digits are all that fit.
        if (isNumberedName(name) && name.size() <= 22 && std::stoll(name) >= frames)
            old.push_back(entry->path());
    }
    for (const fs::path& path : old)
        fs::remove(path, code);
    return {};
}

} // namespace

Result<std::vector<std::uint8_t>> encodePng(const Image& picture)
{
    if (picture.isNull())
        return Error{ErrorCode::InvalidArgument, "PNG", "no picture"};
    sendLinesToLog();
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
    if (!codec)
        return Error{ErrorCode::EncoderFailed, "PNG", "this FFmpeg lacks it"};
    AvCodec encoder(avcodec_alloc_context3(codec));
    if (!encoder)
        throw std::bad_alloc();
    encoder->width = picture.width();
    encoder->height = picture.height();
    encoder->pix_fmt = AV_PIX_FMT_RGBA;
    encoder->time_base = {1, 1};
    encoder->color_primaries = AVCOL_PRI_BT709;
    encoder->color_trc = AVCOL_TRC_IEC61966_2_1;
    encoder->compression_level = 3;
    encoder->thread_count = 1;
    av_opt_set(encoder->priv_data, "pred", "sub", 0);
    int code = avcodec_open2(encoder.get(), codec, nullptr);
    if (code < 0)
        return avError(code, "PNG", "open the encoder", ErrorCode::EncoderFailed);
    AvFrame frame = makeFrame();
    frame->width = picture.width();
    frame->height = picture.height();
    frame->format = AV_PIX_FMT_RGBA;
    frame->color_primaries = AVCOL_PRI_BT709;
    frame->color_trc = AVCOL_TRC_IEC61966_2_1;
    code = av_frame_get_buffer(frame.get(), 0);
    AvPacket packet = makePacket();
    if (code >= 0) {
        unpremultiply(picture, *frame);
        code = avcodec_send_frame(encoder.get(), frame.get());
    }
    if (code >= 0)
        code = avcodec_send_frame(encoder.get(), nullptr);
    if (code >= 0)
        code = avcodec_receive_packet(encoder.get(), packet.get());
    if (code < 0)
        return avError(code, "PNG", "encode", ErrorCode::EncoderFailed);
    return std::vector<std::uint8_t>(packet->data, packet->data + packet->size);
}

Result<void> writePng(const std::string& path, const Image& picture)
{
    auto bytes = encodePng(picture);
    if (!bytes)
        return Error{bytes.error().code, path, bytes.error().detail};
    PartialPath partial(path);
    if (auto result = writeBytes(partial.path(), *bytes, path); !result)
        return result;
    return partial.keepFile();
}

Result<std::vector<std::string>> sequenceFiles(const std::string& folder)
{
    std::error_code code;
    fs::directory_iterator entry(folder, code);
    if (code)
        return code == std::errc::no_such_file_or_directory
                   ? Error{ErrorCode::FileNotFound, folder, code.message()}
                   : Error{ErrorCode::FileUnreadable, folder, code.message()};
    constexpr std::array<std::string_view, 8> kSuffixes = {".png", ".jpg",  ".jpeg", ".tif",
                                                           ".bmp", ".webp", ".tiff", ".ppm"};
    using Key = std::pair<std::string, std::string>; // name without its number, the number
    std::vector<std::pair<Key, std::string>> found;
    for (const fs::directory_iterator end; entry != end; entry.increment(code)) {
        if (code)
            return Error{ErrorCode::FileUnreadable, folder, code.message()};
        std::string suffix = entry->path().extension().string();
        std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                       [](unsigned char c) { return char(std::tolower(c)); });
        const std::string stem = entry->path().stem().string();
        if (std::find(kSuffixes.begin(), kSuffixes.end(), suffix) == kSuffixes.end() || stem.empty()
            || stem.front() == '.')
            continue;
        std::size_t first = stem.size();
        while (first > 0 && std::isdigit(static_cast<unsigned char>(stem[first - 1])))
            --first;
        std::string number = stem.substr(first);
        if (number.size() < 20)
            number.insert(0, 20 - number.size(), '0'); // so that text order is number order
        found.push_back({{stem.substr(0, first), number}, entry->path().string()});
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> files;
    files.reserve(found.size());
    for (auto& file : found)
        files.push_back(std::move(file.second));
    return files;
}

Result<ImageSequenceWriter> ImageSequenceWriter::create(const std::string& folder)
{
    std::error_code code;
    if (fs::exists(folder, code) && !fs::is_directory(folder, code))
        return Error{ErrorCode::FileUnwritable, folder, "a file has that name"};
    ImageSequenceWriter writer(folder);
    if (!fs::create_directory(writer.m_partial.path(), code))
        return writeError(code ? code.value() : EEXIST, folder, "make the folder");
    return writer;
}

std::string ImageSequenceWriter::fileName(FrameIndex n)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%05lld.png", static_cast<long long>(n));
    return name.data();
}

Result<void> ImageSequenceWriter::add(const std::vector<std::uint8_t>& png)
{
    const std::string path = (fs::path(m_partial.path()) / fileName(m_frames)).string();
    if (auto result = writeBytes(path, png, m_partial.target()); !result)
        return result;
    ++m_frames;
    m_bytes += std::int64_t(png.size());
    return {};
}

Result<void> ImageSequenceWriter::finish()
{
    if (m_frames == 0) {
        m_partial.discard();
        return Error{ErrorCode::EncoderFailed, m_partial.target(), "a sequence needs a frame"};
    }
    std::error_code code;
    if (!fs::exists(m_partial.target(), code))
        return m_partial.keepFile(); // renames a folder as well
    auto result = replaceSequence(m_partial.path(), m_partial.target(), m_frames);
    m_partial.discard();
    return result;
}

} // namespace dollygrip::media
