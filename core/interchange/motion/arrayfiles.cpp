#include "core/interchange/motion/arrayfiles.h"

#include "core/interchange/motion/npy.h"
#include "core/interchange/motion/ziparchive.h"

#include <cmath>
#include <optional>

namespace dollygrip::interchange {
namespace {

constexpr std::size_t kMostBytes = std::size_t(512) << 20;
constexpr FrameIndex kAtiFrames = 121;
constexpr float kAtiScale = 8;
constexpr int kAtiThings = 14; ///< points of moving things at most, spread over them
constexpr int kAtiRest = 6;    ///< and of the rest; more than 20 in all confuse the model

Error damaged(std::string why)
{
    return {ErrorCode::MediaDamaged, {}, std::move(why)};
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

const std::string* fileEnding(const NamedFiles& files, std::string_view end)
{
    for (const auto& [name, content] : files) {
        if (endsWith(name, end)) {
            return &content;
        }
    }
    return nullptr;
}

Result<void> checkCounts(std::int64_t frames, std::int64_t points)
{
    if (frames < 1 || points < 1 || frames > kMostFrames || points > kMostPoints) {
        return damaged("no motion file has " + std::to_string(frames) + " frames of "
                       + std::to_string(points) + " points");
    }
    return {};
}

Result<void> checkFinite(const std::vector<float>& values)
{
    for (const float value : values) {
        if (!std::isfinite(value)) {
            return damaged("a place that is no number");
        }
    }
    return {};
}

/// A pickle of one bytes object, as protocol 2 writes it (`_codecs.encode(text, 'latin1')`) or
/// protocols 3 to 5 do. Every other operation is refused.
class BytesPickle {
public:
    explicit BytesPickle(std::string_view text) : m_rest(text) {}

    std::optional<std::string> read()
    {
        std::optional<std::string> text;  // of UTF-8, to become bytes
        std::optional<std::string> bytes; // already bytes
        bool isEncode = false;
        bool isLatin = false;
        while (!m_rest.empty()) {
            const auto code = std::uint8_t(take(1)[0]);
            switch (code) {
            case 0x80: take(1); break; // PROTO
            case 0x95: take(8); break; // FRAME
            case 'q': take(1); break;  // BINPUT
            case 'r': take(4); break;  // LONG_BINPUT
            case 0x94: break;          // MEMOIZE
            case 'c':                  // GLOBAL
                isEncode = line() == "_codecs" && line() == "encode";
                if (!isEncode) {
                    return std::nullopt;
                }
                break;
            case 'X': // BINUNICODE
            case 0x8c: {
                const std::string value(take(length(code == 'X' ? 4 : 1)));
                if (!text) {
                    text = value;
                } else if (value == "latin1") {
                    isLatin = true;
                } else {
                    return std::nullopt;
                }
                break;
            }
            case 0x86: break; // TUPLE2
            case 'R':         // REDUCE
                if (!isEncode || !isLatin || !text || bytes) {
                    return std::nullopt;
                }
                bytes = latin(*text);
                break;
            case 'B': bytes = std::string(take(length(4))); break;  // BINBYTES
            case 'C': bytes = std::string(take(length(1))); break;  // SHORT_BINBYTES
            case 0x8e: bytes = std::string(take(length(8))); break; // BINBYTES8
            case '.': return m_isBad ? std::nullopt : bytes;
            default: return std::nullopt;
            }
            if (m_isBad) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

private:
    std::string_view take(std::uint64_t count)
    {
        if (count > m_rest.size()) {
            m_isBad = true;
            m_rest = {};
            return {"\0", 1};
        }
        const std::string_view taken = m_rest.substr(0, std::size_t(count));
        m_rest.remove_prefix(std::size_t(count));
        return taken;
    }
    std::uint64_t length(int size)
    {
        const std::string_view bytes = take(std::uint64_t(size));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            value |= std::uint64_t(std::uint8_t(bytes[i])) << (8 * i);
        }
        return value;
    }
    std::string_view line()
    {
        const std::size_t end = m_rest.find('\n');
        const std::string_view text = take(end == m_rest.npos ? m_rest.size() + 1 : end + 1);
        return text.substr(0, text.size() - 1);
    }
    std::optional<std::string> latin(std::string_view utf8)
    {
        std::string bytes;
        for (std::size_t i = 0; i < utf8.size(); ++i) {
            const auto c = std::uint8_t(utf8[i]);
            if (c < 0x80) {
                bytes += char(c);
            } else if ((c == 0xc2 || c == 0xc3) && i + 1 < utf8.size()) {
                bytes += char(((c & 3) << 6) | (std::uint8_t(utf8[++i]) & 0x3f));
            } else {
                m_isBad = true;
                return std::nullopt;
            }
        }
        return bytes;
    }

    std::string_view m_rest;
    bool m_isBad = false;
};

/// The pickle that torch.save writes for a bytes object.
std::string pickleOfBytes(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = std::uint8_t(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += char(0xc0 | (byte >> 6));
            text += char(0x80 | (byte & 0x3f));
        }
    }
    std::string pickle("\x80\x02"
                       "c_codecs\nencode\nq\x00X",
                       21);
    for (int i = 0; i < 4; ++i) {
        pickle += char((text.size() >> (8 * i)) & 0xff);
    }
    return pickle + text + std::string("q\x01X\x06\x00\x00\x00latin1q\x02\x86q\x03Rq\x04.", 22);
}

/// At most `most` of them, evenly spread.
void thin(std::vector<int>& points, int most)
{
    const int count = int(points.size());
    if (count <= most) {
        return;
    }
    std::vector<int> kept;
    for (int i = 0; i < most; ++i) {
        kept.push_back(points[std::size_t(i) * std::size_t(count) / std::size_t(most)]);
    }
    points = std::move(kept);
}

std::vector<int> atiPoints(const MotionFile& motion)
{
    std::vector<int> things;
    std::vector<int> rest;
    for (int point = 0; point < motion.points; ++point) {
        (motion.group[std::size_t(point)] >= 0 ? things : rest).push_back(point);
    }
    thin(things, kAtiThings);
    thin(rest, kAtiRest);
    things.insert(things.end(), rest.begin(), rest.end());
    return things;
}

} // namespace

NamedFiles writeWanMove(const MotionFile& motion)
{
    const std::vector<std::int64_t> counts{1, motion.frames, motion.points};
    return {{"tracks.npy", npyOfFloats({1, motion.frames, motion.points, 2}, motion.xy)},
            {"visibility.npy", npyOfBools(counts, motion.visible)}};
}

Result<MotionFile> readWanMove(const NamedFiles& files)
{
    const std::string* places = fileEnding(files, "tracks.npy");
    if (!places && files.size() == 1) {
        places = &files.front().second;
    }
    if (!places) {
        return damaged("there is no tracks.npy");
    }
    auto tracks = readNpy(*places);
    if (!tracks) {
        return tracks.error();
    }
    std::vector<std::int64_t> shape = tracks->shape;
    if (shape.size() == 4 && shape[0] == 1) {
        shape.erase(shape.begin());
    }
    if (shape.size() == 2) {
        shape.insert(shape.begin() + 1, 1); // one point
    }
    if (shape.size() != 3 || shape[2] != 2) {
        return damaged("tracks.npy is not [1, frames, points, 2]");
    }
    if (auto sane = checkCounts(shape[0], shape[1]); !sane) {
        return sane.error();
    }
    if (auto sane = checkFinite(tracks->values); !sane) {
        return sane.error();
    }
    MotionFile motion;
    motion.resize(shape[0], int(shape[1]));
    motion.xy = std::move(tracks->values);
    if (const std::string* seen = fileEnding(files, "visibility.npy")) {
        const auto visible = readNpy(*seen);
        if (!visible) {
            return visible.error();
        }
        if (visible->values.size() != motion.visible.size()) {
            return damaged("visibility.npy and tracks.npy are not of one size");
        }
        for (std::size_t i = 0; i < motion.visible.size(); ++i) {
            motion.visible[i] = visible->values[i] > 0.5F ? 1 : 0;
        }
    }
    return motion;
}

NamedFiles writeAti(const MotionFile& motion)
{
    const std::vector<int> points = atiPoints(motion);
    std::vector<float> values;
    for (const int point : points) {
        for (FrameIndex frame = 0; frame < motion.frames; ++frame) {
            const float* place = motion.at(frame, point);
            values.push_back(place[0] * kAtiScale);
            values.push_back(place[1] * kAtiScale);
            values.push_back(motion.isVisible(frame, point) ? kAtiScale : 0);
        }
    }
    const std::string npz = zipped(
        {{"array.npy", npyOfFloats({std::int64_t(points.size()), motion.frames, 1, 3}, values)}});
    return {{"tracks.pth", zipped({{"tracks/data.pkl", pickleOfBytes(npz)},
                                   {"tracks/byteorder", "little"},
                                   {"tracks/version", "3\n"}})}};
}

Result<MotionFile> readAti(const NamedFiles& files)
{
    const auto archive = unzipped(files.front().second, kMostBytes);
    if (!archive) {
        return archive.error();
    }
    const std::string* pickle = fileEnding(*archive, "data.pkl");
    if (!pickle) {
        return damaged("no file of torch.save");
    }
    const auto npz = BytesPickle(*pickle).read();
    if (!npz) {
        return Error{ErrorCode::MediaUnsupported, {}, "something else than bytes in it"};
    }
    const auto arrays = unzipped(*npz, kMostBytes);
    if (!arrays) {
        return arrays.error();
    }
    const std::string* npy = fileEnding(*arrays, ".npy");
    if (!npy) {
        return damaged("no array in it");
    }
    const auto array = readNpy(*npy);
    if (!array) {
        return array.error();
    }
    const std::vector<std::int64_t>& shape = array->shape;
    if (shape.size() != 4 || shape[2] != 1 || shape[3] != 3
        || (shape[0] != kAtiFrames && shape[1] > kAtiFrames)) {
        return damaged("its array is not [points, 121, 1, 3]");
    }
    // Both orders are in use; 121 points of 121 frames are taken as points first.
    const bool isFramesFirst = shape[1] != kAtiFrames && shape[0] == kAtiFrames;
    const std::int64_t points = isFramesFirst ? shape[1] : shape[0];
    const std::int64_t frames = isFramesFirst ? shape[0] : shape[1];
    if (auto sane = checkCounts(frames, points); !sane) {
        return sane.error();
    }
    if (auto sane = checkFinite(array->values); !sane) {
        return sane.error();
    }
    MotionFile motion;
    motion.framesPerSecond = 24;
    motion.resize(kAtiFrames, int(points));
    for (FrameIndex frame = 0; frame < kAtiFrames; ++frame) {
        for (std::int64_t point = 0; point < points; ++point) {
            float* place = motion.at(frame, int(point));
            const bool isThere = frame < frames; // shorter ones stay at their end, unseen
            const FrameIndex from = std::min<FrameIndex>(frame, frames - 1);
            const std::size_t at =
                std::size_t(isFramesFirst ? from * points + point : point * frames + from) * 3;
            place[0] = array->values[at] / kAtiScale;
            place[1] = array->values[at + 1] / kAtiScale;
            motion.visible[std::size_t(frame * points + point)] =
                isThere && array->values[at + 2] > kAtiScale / 2 ? 1 : 0;
        }
    }
    return motion;
}

} // namespace dollygrip::interchange
