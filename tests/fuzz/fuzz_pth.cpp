#include "core/generator/pickle.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/readtensors.h"

#include <span>

/// A whole file, or, where it does not start as one, a pickle behind the first byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    if (bytes[0] != 'P') {
        const auto pickle =
            dollygrip::generator::tensorPickle(std::as_bytes(std::span(bytes, size).subspan(1)));
        static_cast<void>(pickle);
        return 0;
    }
    const fuzz::MemoryFile file(bytes, size);
    fuzz::readTensors(file.path());
    return 0;
}
