#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// A value of a pickle. Containers hold the places of other values, which may form rings.
struct PickleValue {
    enum class Kind {
        None,
        Bool,    ///< integer
        Integer, ///< integer
        Number,  ///< number
        Text,    ///< text
        Tuple,   ///< items
        List,    ///< items
        Dict,    ///< items: key, value, key, value, …
        Global,  ///< text: module, name: what of it
        Storage, ///< items: what the file's index says of it, a tuple
        Tensor   ///< items: storage, offset, size, strides; with an explicit type also that
    };
    Kind kind = Kind::None;
    std::int64_t integer = 0;
    double number = 0;
    std::string_view text;
    std::string_view name;
    std::vector<std::uint32_t> items;
};

/// A pickle's values; texts point into its bytes.
struct Pickle {
    std::deque<PickleValue> values;
    std::uint32_t root = 0;

    const PickleValue& at(std::uint32_t place) const { return values[place]; }
};

/// Reads a pickle (protocols 2 to 5) that describes tensors as PyTorch writes them: dictionaries,
/// lists, tuples, numbers, texts, storages and tensors. Nothing is ever run or made: a name of
/// anything else (`os.system`) is refused by that name, as is everything that is not understood
/// (InvalidArgument).
Result<Pickle> tensorPickle(std::span<const std::byte> bytes);

} // namespace dollygrip::generator
