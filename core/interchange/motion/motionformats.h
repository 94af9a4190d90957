#pragma once

#include "core/base/error.h"
#include "core/interchange/motion/motionfile.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dollygrip::interchange {

/// Files by name, as a format wants them beside each other.
using NamedFiles = std::vector<std::pair<std::string, std::string>>;

/// One row of the table of motion formats.
struct MotionFormat {
    std::string_view id;   ///< "wan-move"; stable, for the command line
    std::string_view name; ///< whose files they are
    bool isFolder = false; ///< several files in a folder; else one file
    std::string_view suffix;
    bool hasPoints = false;
    bool hasCamera = false;
    FrameIndex frames = 0;      ///< of a file; 0: any number
    double framesPerSecond = 0; ///< at which its frames stand; 0: any
    std::string_view lost;      ///< what it does not keep, English

    /// Writes motion that was resampled to its frames and rate; empty when it has nothing to say.
    NamedFiles (*write)(const MotionFile&) = nullptr;
    /// Errors: MediaDamaged, MediaUnsupported, MediaTooLarge.
    Result<MotionFile> (*read)(const NamedFiles&) = nullptr;
};

/// wan-move, ati, kjnodes, tora, kling (points), realestate10k, motionctrl (camera).
const std::vector<MotionFormat>& motionFormats();
const MotionFormat* motionFormat(std::string_view id);

/// Resamples to what the format wants and writes: a file, or a folder that is there or is made.
/// Errors: InvalidArgument when there is nothing that the format could say, FileUnwritable,
/// DiskFull.
Result<void> writeMotion(const MotionFormat& format, const MotionFile& motion,
                         const std::string& path);
/// A file, or a folder for formats of several files. Errors: FileNotFound, FileUnreadable and the
/// format's.
Result<MotionFile> readMotion(const MotionFormat& format, const std::string& path);

} // namespace dollygrip::interchange
