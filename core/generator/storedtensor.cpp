#include "core/generator/storedtensor.h"

namespace dollygrip::generator {

std::size_t sizeOf(NumberType type)
{
    switch (type) {
    case NumberType::F64:
    case NumberType::I64: return 8;
    case NumberType::F32:
    case NumberType::I32: return 4;
    case NumberType::F16:
    case NumberType::BF16:
    case NumberType::I16: return 2;
    case NumberType::F8E4M3:
    case NumberType::F8E5M2:
    case NumberType::I8:
    case NumberType::U8:
    case NumberType::Bool: break;
    }
    return 1;
}

std::optional<std::uint64_t> countOf(const std::vector<std::int64_t>& shape)
{
    std::uint64_t count = 1;
    for (const std::int64_t side : shape)
        if (side < 0 || __builtin_mul_overflow(count, static_cast<std::uint64_t>(side), &count))
            return std::nullopt;
    return count;
}

} // namespace dollygrip::generator
