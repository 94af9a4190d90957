#include "core/interchange/motion/motionformats.h"

#include "core/interchange/motion/arrayfiles.h"
#include "core/interchange/motion/camerafiles.h"
#include "core/interchange/motion/pointtexts.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dollygrip::interchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = std::uintmax_t(256) << 20;
constexpr std::size_t kMostFiles = 1000;

Result<std::string> contentOf(const fs::path& path)
{
    std::error_code failure;
    const std::uintmax_t size = fs::file_size(path, failure);
    if (failure) {
        return Error{fs::exists(path) ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                     path.string(), failure.message()};
    }
    if (size > kLargestFile) {
        return Error{ErrorCode::MediaTooLarge, path.string(), "more than 256 MiB"};
    }
    std::ifstream file(path, std::ios::binary);
    std::string content(std::size_t(size), '\0');
    if (!file.read(content.data(), std::streamsize(content.size()))) {
        return Error{ErrorCode::FileUnreadable, path.string(), std::strerror(errno)};
    }
    return content;
}

/// Under another name first, so that what was there stays until the new one is whole.
Result<void> writeWhole(const fs::path& path, const std::string& content)
{
    const fs::path part = path.string() + ".part";
    errno = 0;
    {
        std::ofstream file(part, std::ios::binary | std::ios::trunc);
        file.write(content.data(), std::streamsize(content.size()));
        file.flush();
        if (!file) {
            const int why = errno;
            std::error_code ignored;
            fs::remove(part, ignored);
            return Error{why == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                         path.string(), std::strerror(why)};
        }
    }
    std::error_code failure;
    fs::rename(part, path, failure);
    if (failure) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return Error{ErrorCode::FileUnwritable, path.string(), failure.message()};
    }
    return {};
}

} // namespace

const std::vector<MotionFormat>& motionFormats()
{
    static const std::vector<MotionFormat> table{
        {"wan-move", "Wan-Move", true, "", true, false, 81, 16,
         "the camera, groups of points, what comes after five seconds", writeWanMove, readWanMove},
        {"ati", "ATI", false, "pth", true, false, 121, 24,
         "the camera, groups of points, all but 20 points, what comes after five seconds", writeAti,
         readAti},
        {"kjnodes", "KJNodes spline editor", false, "json", true, false, 81, 16,
         "the camera, which points are hidden, groups of points", writeKjNodes, readKjNodes},
        {"tora", "Tora", true, "", true, false, 49, 8,
         "the camera, which points are hidden, places finer than 1/256 of the picture, all but one "
         "point of a thing",
         writeTora, readTora},
        {"kling", "Kling", false, "json", true, false, 77, 76.0 / 5.0,
         "the camera, which points are hidden, fractions of pixels, all but one point of a thing, "
         "more than six things, what comes after five seconds",
         writeKling, readKling},
        {"realestate10k", "RealEstate10K and CameraCtrl", false, "txt", false, true, 0, 0, "points",
         writeRealEstate, readRealEstate},
        {"motionctrl", "MotionCtrl", false, "json", false, true, 16, 0,
         "points, the lens, where the camera stands at first", writeMotionCtrl, readMotionCtrl},
    };
    return table;
}

const MotionFormat* motionFormat(std::string_view id)
{
    for (const MotionFormat& format : motionFormats()) {
        if (format.id == id) {
            return &format;
        }
    }
    return nullptr;
}

Result<void> writeMotion(const MotionFormat& format, const MotionFile& motion,
                         const std::string& path)
{
    const Error nothing{ErrorCode::InvalidArgument, path,
                        format.hasPoints ? "nothing moves that this format could say"
                                         : "there is no camera that this format could say"};
    if (!(format.hasPoints && motion.hasPoints())
        && !(format.hasCamera && !motion.camera.empty())) {
        return nothing;
    }
    const double rate =
        format.framesPerSecond > 0 ? format.framesPerSecond : motion.framesPerSecond;
    const FrameIndex frames = format.frames > 0 ? format.frames : motion.frames;
    // A format of so many frames and no rate has the whole move in them.
    MotionFile source = motion;
    if (format.frames > 0 && format.framesPerSecond <= 0) {
        source.framesPerSecond = 0;
    }
    MotionFile asked = resampled(source, rate > 0 ? rate : 1, frames);
    asked.framesPerSecond = rate;
    const NamedFiles files = format.write(asked);
    if (files.empty()) {
        return nothing;
    }
    if (!format.isFolder) {
        return writeWhole(path, files.front().second);
    }
    std::error_code failure;
    fs::create_directories(path, failure);
    if (failure) {
        return Error{ErrorCode::FileUnwritable, path, failure.message()};
    }
    for (const auto& [name, content] : files) {
        if (auto done = writeWhole(fs::path(path) / name, content); !done) {
            return done;
        }
    }
    return {};
}

Result<MotionFile> readMotion(const MotionFormat& format, const std::string& path)
{
    NamedFiles files;
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
        std::vector<fs::path> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(path, failure)) {
            if (entry.is_regular_file(failure) && names.size() < kMostFiles) {
                names.push_back(entry.path());
            }
        }
        std::sort(names.begin(), names.end());
        for (const fs::path& name : names) {
            auto content = contentOf(name);
            if (!content) {
                return content.error();
            }
            files.emplace_back(name.filename().string(), std::move(*content));
        }
    } else {
        auto content = contentOf(path);
        if (!content) {
            return content.error();
        }
        files.emplace_back(fs::path(path).filename().string(), std::move(*content));
    }
    auto motion = format.read(files);
    if (!motion) {
        Error error = motion.error();
        error.subject = path;
        return error;
    }
    if (motion->framesPerSecond <= 0) {
        motion->framesPerSecond = format.framesPerSecond;
    }
    return motion;
}

} // namespace dollygrip::interchange
