#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::interchange {

/// A NumPy array in float32, row-major.
struct NpyArray {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// NumPy array files, format 1.0 to 3.0 (numpy/lib/format.py): float16, float32, float64, whole
/// numbers up to 32 bits and bool, little-endian, C or Fortran order of at most 4 axes. Anything
/// else, Python objects above all, is refused. Errors: MediaDamaged, MediaUnsupported.
Result<NpyArray> readNpy(std::string_view bytes);

std::string npyOfFloats(const std::vector<std::int64_t>& shape, const std::vector<float>& values);
std::string npyOfBools(const std::vector<std::int64_t>& shape,
                       const std::vector<std::uint8_t>& values);

} // namespace dollygrip::interchange
