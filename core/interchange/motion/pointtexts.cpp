#include "core/interchange/motion/pointtexts.h"

#include "core/base/json.h"
#include "core/interchange/motion/numbertext.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace dollygrip::interchange {
namespace {

constexpr int kToraSide = 256;
constexpr int kKlingThings = 6;
using Place = Eigen::Vector2d;
using Way = std::vector<Place>;

Error damaged(std::string why)
{
    return {ErrorCode::MediaDamaged, {}, std::move(why)};
}

/// One point of every thing: the one nearest to its thing's middle at first.
std::vector<int> leaders(const MotionFile& motion)
{
    const std::set<int> groups(motion.group.begin(), motion.group.end());
    std::vector<int> result;
    for (const int group : groups) {
        if (group < 0) {
            continue;
        }
        Place middle(0, 0);
        int count = 0;
        for (int point = 0; point < motion.points; ++point) {
            if (motion.group[std::size_t(point)] == group) {
                middle += Place(motion.at(0, point)[0], motion.at(0, point)[1]);
                ++count;
            }
        }
        middle /= count;
        int best = -1;
        double least = 0;
        for (int point = 0; point < motion.points; ++point) {
            if (motion.group[std::size_t(point)] != group) {
                continue;
            }
            const double distance =
                (Place(motion.at(0, point)[0], motion.at(0, point)[1]) - middle).norm();
            if (best < 0 || distance < least) {
                best = point;
                least = distance;
            }
        }
        result.push_back(best);
    }
    return result;
}

/// Ways of one length as points; shorter ones are spread over all frames evenly in their numbers.
MotionFile motionOf(const std::vector<Way>& ways)
{
    std::size_t frames = 0;
    for (const Way& way : ways) {
        frames = std::max(frames, way.size());
    }
    MotionFile motion;
    motion.resize(FrameIndex(frames), int(ways.size()));
    for (std::size_t point = 0; point < ways.size(); ++point) {
        const Way& way = ways[point];
        for (std::size_t frame = 0; frame < frames; ++frame) {
            const double at =
                frames > 1 ? double(frame) * double(way.size() - 1) / double(frames - 1) : 0;
            const auto before = std::size_t(at);
            const std::size_t after = std::min(before + 1, way.size() - 1);
            const Place place = way[before] + (at - double(before)) * (way[after] - way[before]);
            motion.at(FrameIndex(frame), int(point))[0] = float(place.x());
            motion.at(FrameIndex(frame), int(point))[1] = float(place.y());
        }
    }
    return motion;
}

std::optional<Place> placeOf(const Json& json)
{
    const Json* x = json.find("x");
    const Json* y = json.find("y");
    if (!x || !y || !x->number() || !y->number()) {
        return std::nullopt;
    }
    const Place place(*x->number(), *y->number());
    return place.allFinite() && place.cwiseAbs().maxCoeff() < 1e6 ? std::optional(place)
                                                                  : std::nullopt;
}

Result<Way> wayOf(const Json& json)
{
    const Json::Array* list = json.array();
    if (!list || list->empty() || FrameIndex(list->size()) > kMostFrames) {
        return damaged("a way without points");
    }
    Way way;
    for (const Json& entry : *list) {
        const auto place = placeOf(entry);
        if (!place) {
            return damaged("a point without x and y");
        }
        way.push_back(*place);
    }
    return way;
}

std::string wayText(const std::vector<std::pair<std::string, std::string>>& places)
{
    std::string text = "[";
    for (std::size_t i = 0; i < places.size(); ++i) {
        text += i > 0 ? ",{\"x\":" : "{\"x\":";
        text += places[i].first;
        text += ",\"y\":";
        text += places[i].second;
        text += '}';
    }
    text += ']';
    return text;
}

} // namespace

NamedFiles writeKjNodes(const MotionFile& motion)
{
    std::string text = "[";
    for (int point = 0; point < motion.points; ++point) {
        std::vector<std::pair<std::string, std::string>> places;
        for (FrameIndex frame = 0; frame < motion.frames; ++frame) {
            const float* place = motion.at(frame, point);
            places.emplace_back(numberText(place[0]), numberText(place[1]));
        }
        text += (point > 0 ? ",\n" : "") + wayText(places);
    }
    return {{"coordinates.json", text + "]\n"}};
}

Result<MotionFile> readKjNodes(const NamedFiles& files)
{
    std::string text = files.front().second;
    if (text.find('"') == text.npos) {
        std::replace(text.begin(), text.end(), '\'', '"');
    }
    const auto json = Json::parse(text);
    if (!json) {
        return damaged(json.error().detail);
    }
    const Json::Array* list = json->array();
    if (!list || list->empty() || int(list->size()) > kMostPoints) {
        return damaged("no list of points");
    }
    std::vector<Way> ways;
    if (list->front().object()) {
        const auto way = wayOf(*json);
        if (!way) {
            return way.error();
        }
        ways.push_back(*way);
    } else {
        for (const Json& entry : *list) {
            auto way = wayOf(entry);
            if (!way) {
                return way.error();
            }
            ways.push_back(std::move(*way));
        }
    }
    return motionOf(ways);
}

NamedFiles writeTora(const MotionFile& motion)
{
    NamedFiles files;
    const double across = double(kToraSide) / std::max(motion.width, 1);
    const double down = double(kToraSide) / std::max(motion.height, 1);
    for (const int point : leaders(motion)) {
        std::string text;
        for (FrameIndex frame = 0; frame < motion.frames; ++frame) {
            const float* place = motion.at(frame, point);
            text += std::to_string(std::lround(place[0] * across)) + ','
                    + std::to_string(std::lround(place[1] * down)) + '\n';
        }
        files.emplace_back(std::to_string(files.size() + 1) + ".txt", std::move(text));
    }
    return files;
}

Result<MotionFile> readTora(const NamedFiles& files)
{
    std::vector<Way> ways;
    for (const auto& [name, content] : files) {
        if (files.size() > 1 && (name.size() < 4 || name.substr(name.size() - 4) != ".txt")) {
            continue;
        }
        Way way;
        std::string_view text = content;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.find_first_not_of(" \t\r") == line.npos) {
                continue;
            }
            const std::string where = name + ", line " + std::to_string(way.size() + 1);
            double values[2] = {0, 0};
            for (int axis = 0; axis < 2; ++axis) {
                line.remove_prefix(std::min(line.find_first_not_of(" \t,"), line.size()));
                const auto [stop, failure] =
                    std::from_chars(line.data(), line.data() + line.size(), values[axis]);
                if (failure != std::errc() || !(std::abs(values[axis]) < 1e6)) {
                    return damaged(where + ": not x,y");
                }
                line.remove_prefix(std::size_t(stop - line.data()));
            }
            if (line.find_first_not_of(" \t\r") != line.npos) {
                return damaged(where + ": more than x,y");
            }
            way.emplace_back(values[0], values[1]);
            if (FrameIndex(way.size()) > kMostFrames) {
                return Error{ErrorCode::MediaTooLarge, {}, "too many points"};
            }
        }
        if (way.empty()) {
            return damaged(name + " has no points");
        }
        ways.push_back(std::move(way));
    }
    if (ways.empty()) {
        return damaged("no text with points");
    }
    MotionFile motion = motionOf(ways);
    motion.width = kToraSide;
    motion.height = kToraSide;
    return motion;
}

NamedFiles writeKling(const MotionFile& motion)
{
    std::string masks;
    std::vector<int> things = leaders(motion);
    things.resize(std::min<std::size_t>(things.size(), kKlingThings));
    if (things.empty()) {
        return {};
    }
    for (const int point : things) {
        std::vector<std::pair<std::string, std::string>> places;
        for (FrameIndex frame = 0; frame < motion.frames; ++frame) {
            const float* place = motion.at(frame, point);
            places.emplace_back(std::to_string(std::lround(place[0])),
                                std::to_string(std::lround(motion.height - place[1])));
        }
        masks += masks.empty() ? "\n  " : ",\n  ";
        masks += "{\"trajectories\":";
        masks += wayText(places);
        masks += '}';
    }
    return {{"request.json", "{\"duration\":\"5\",\n \"width\":" + std::to_string(motion.width)
                                 + ",\"height\":" + std::to_string(motion.height)
                                 + ",\n \"dynamic_masks\":[" + masks + "]}\n"}};
}

Result<MotionFile> readKling(const NamedFiles& files)
{
    const auto json = Json::parse(files.front().second);
    if (!json) {
        return damaged(json.error().detail);
    }
    const Json* masks = json->find("dynamic_masks");
    if (!masks || !masks->array() || masks->array()->empty()) {
        return damaged("no dynamic_masks");
    }
    const std::int64_t height = json->integerOr("height", 0);
    const std::int64_t width = json->integerOr("width", 0);
    if (height < 1 || height > 100'000 || width < 1 || width > 100'000) {
        return Error{ErrorCode::MediaUnsupported,
                     {},
                     "the picture's width and height are not in it, so the places, which count "
                     "from its bottom, cannot be told"};
    }
    std::vector<Way> ways;
    for (const Json& mask : *masks->array()) {
        const Json* list = mask.find("trajectories");
        auto way = list ? wayOf(*list) : Result<Way>(damaged("a mask without trajectories"));
        if (!way) {
            return way.error();
        }
        for (Place& place : *way) {
            place.y() = double(height) - place.y();
        }
        ways.push_back(std::move(*way));
    }
    MotionFile motion = motionOf(ways);
    motion.width = int(width);
    motion.height = int(height);
    if (motion.frames > 1) {
        motion.framesPerSecond = double(motion.frames - 1) / 5.0;
    }
    return motion;
}

} // namespace dollygrip::interchange
