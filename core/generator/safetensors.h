#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// How a tensor's numbers lie in a file.
enum class NumberType { F64, F32, F16, BF16, F8E4M3, F8E5M2, I64, I32, I16, I8, U8, Bool };

/// Bytes of one number.
std::size_t sizeOf(NumberType type);

/// One tensor of a file, by the file's header.
struct TensorEntry {
    std::string name;
    NumberType type = NumberType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; ///< bytes from the start of the data
    std::uint64_t end = 0;
};

/// A safetensors file, mapped into memory; the numbers are read when somebody looks at them. A
/// header is believed only when it describes the data without gap, overlap or rest.
class SafetensorsFile {
public:
    /// FileNotFound, FileUnreadable, or ModelUnusable with the reason.
    static Result<SafetensorsFile> open(const std::string& path);

    const std::string& path() const { return m_path; }
    /// In the order of the data.
    const std::vector<TensorEntry>& entries() const { return m_entries; }
    /// Null when there is none of that name.
    const TensorEntry* find(std::string_view name) const;
    /// The header's `__metadata__`.
    const std::map<std::string, std::string, std::less<>>& metadata() const { return m_metadata; }
    /// The tensor's bytes, little-endian, row-major, at any alignment. They live as long as
    /// `mapping()` does.
    std::span<const std::byte> bytes(const TensorEntry& entry) const;
    /// Holds the map open.
    std::shared_ptr<const void> mapping() const { return m_mapping; }

private:
    Result<void> readHeader(std::string_view header, std::uint64_t dataSize);

    std::string m_path;
    std::shared_ptr<const std::byte> m_mapping;
    std::uint64_t m_dataOffset = 0;
    std::vector<TensorEntry> m_entries;
    std::map<std::string, std::size_t, std::less<>> m_byName;
    std::map<std::string, std::string, std::less<>> m_metadata;
};

/// The tensors of one network, from one file or several.
class TensorFiles {
public:
    /// A `.safetensors` file; an index (`*.safetensors.index.json`) with the files that it names;
    /// or a folder: its index if it has exactly one, else all its `.safetensors` files. A name that
    /// stands in two files, or that the index promises and no file holds, is refused.
    static Result<TensorFiles> open(const std::string& path);

    struct Place {
        const SafetensorsFile* file = nullptr;
        const TensorEntry* entry = nullptr;
    };
    /// By name. The pointers live as long as this object.
    const std::map<std::string, Place, std::less<>>& places() const { return m_places; }
    const TensorEntry* find(std::string_view name) const;
    const std::vector<std::unique_ptr<SafetensorsFile>>& files() const { return m_files; }

private:
    Result<void> add(const std::string& path);
    Result<void> addIndex(const std::string& path);

    std::vector<std::unique_ptr<SafetensorsFile>> m_files;
    std::map<std::string, Place, std::less<>> m_places;
};

} // namespace dollygrip::generator
