#pragma once

#include "core/base/error.h"
#include "core/generator/mappedfile.h"
#include "core/generator/storedtensor.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

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
    /// Where it lies; holds the map open.
    StoredTensor tensor(const TensorEntry& entry) const;

private:
    Result<void> readHeader(std::string_view header, std::uint64_t dataSize);

    std::string m_path;
    MappedFile m_file;
    std::uint64_t m_dataOffset = 0;
    std::vector<TensorEntry> m_entries;
    std::map<std::string, std::size_t, std::less<>> m_byName;
    std::map<std::string, std::string, std::less<>> m_metadata;
};

} // namespace dollygrip::generator
