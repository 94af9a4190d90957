#pragma once

#include "core/generator/safetensors.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dollygrip::test {

/// Random weights of a tensor such that activations keep their size through a deep network. They
/// depend on the seed, the tensor's original name and its shape alone, never on the file that they
/// are written to, and can be had from any place on.
class RandomNumbers {
public:
    RandomNumbers(std::uint64_t seed, const std::string& name,
                  const std::vector<std::int64_t>& shape, generator::NumberType type);

    /// Numbers `first`, `first` + 1, … into `bytes`.
    void fill(std::uint64_t first, std::span<std::byte> bytes) const;

private:
    template <class Number>
    void fillAs(const std::vector<Number>& table, std::uint64_t first,
                std::span<std::byte> bytes) const;

    std::uint64_t m_seed = 0;
    std::vector<std::uint8_t> m_bytes; ///< one of these tables, by the type's width
    std::vector<std::uint16_t> m_halves;
    std::vector<float> m_floats;
};

} // namespace dollygrip::test
