#include "core/base/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto json = dollygrip::Json::parse({reinterpret_cast<const char*>(bytes), size});
    static_cast<void>(json);
    return 0;
}
