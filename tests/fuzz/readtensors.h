#pragma once

#include "core/generator/tensorfiles.h"

#include <cstdlib>
#include <string>

namespace fuzz {

/// Looks at what a reader believed: every tensor's first and last byte, and the same by the
/// original's names. Ends the program when a tensor is not what its shape says.
inline void readTensors(const std::string& path)
{
    using dollygrip::generator::countOf;
    using dollygrip::generator::nameMapOf;
    using dollygrip::generator::StoredTensor;
    using dollygrip::generator::TensorFiles;
    const auto files = TensorFiles::open(path);
    if (!files)
        return;
    unsigned seen = 0;
    const auto look = [&seen](const StoredTensor& tensor) {
        if (!countOf(tensor.shape) || !tensor.pieces.empty())
            return;
        if (tensor.strides.empty() && tensor.byteCount() != tensor.bytes.size())
            std::abort();
        if (!tensor.bytes.empty())
            seen += std::to_integer<unsigned>(tensor.bytes.front())
                    + std::to_integer<unsigned>(tensor.bytes.back());
    };
    for (const auto& [name, tensor] : files->tensors())
        look(tensor);
    if (const auto map = nameMapOf(files->names())) {
        const TensorFiles named = files->named(*map);
        for (const auto& [name, tensor] : named.tensors()) {
            look(tensor);
            for (const StoredTensor& piece : tensor.pieces)
                look(piece);
        }
    }
    volatile unsigned kept = seen;
    static_cast<void>(kept);
}

} // namespace fuzz
