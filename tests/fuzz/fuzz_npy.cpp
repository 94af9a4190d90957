#include "core/interchange/motion/npy.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto array =
        dollygrip::interchange::readNpy({reinterpret_cast<const char*>(bytes), size});
    static_cast<void>(array);
    return 0;
}
