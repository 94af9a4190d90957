#include "tests/fuzz/memoryfile.h"
#include "tests/fuzz/readtensors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::MemoryFile file(bytes, size);
    fuzz::readTensors(file.path());
    return 0;
}
