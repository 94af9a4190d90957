#pragma once

#include <string>

namespace dollygrip::generator {

/// The library that multiplies matrices for LibTorch in this process, found among the files that
/// the process has mapped.
struct Blas {
    std::string name;    ///< "OpenBLAS 0.3.21 (openmp)", "reference BLAS (slow)", "MKL" …
    bool isSlow = false; ///< the unoptimised reference: tens of times slower
};

/// `maps` is the text of /proc/self/maps.
Blas blasInMaps(const std::string& maps);
/// Of this process.
Blas blasInUse();

} // namespace dollygrip::generator
