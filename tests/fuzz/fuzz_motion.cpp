#include "core/interchange/motion/motionformats.h"

#include <cstdlib>

using namespace dollygrip::interchange;

/// The first byte picks the format. What was read is written again and must be readable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto& formats = motionFormats();
    const MotionFormat& format = formats[bytes[0] % formats.size()];
    const NamedFiles files{
        {"tracks.npy", std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1)}};
    const auto motion = format.read(files);
    if (!motion || motion->frames > 200 || motion->points > 50)
        return 0;
    const MotionFile asked = resampled(rescaled(*motion, 640, 360), 16, 17);
    const NamedFiles written = format.write(asked);
    if (!written.empty() && !format.read(written))
        std::abort();
    return 0;
}
