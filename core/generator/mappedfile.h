#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace dollygrip::generator {

/// A file mapped into memory, read-only: writing there ends the program. Pages are read when
/// somebody looks at them. Must not be cut short while it is open.
class MappedFile {
public:
    /// FileNotFound or FileUnreadable. A file of no bytes is fine.
    static Result<MappedFile> open(const std::string& path);

    std::span<const std::byte> bytes() const { return {m_memory.get(), m_size}; }
    /// Keeps the map open.
    std::shared_ptr<const void> holder() const { return m_memory; }

private:
    std::shared_ptr<const std::byte> m_memory;
    std::size_t m_size = 0;
};

/// Lets the pages go that lie wholly within these mapped bytes: they no longer count as this
/// program's memory, and come back from the file when somebody looks again.
void releasePages(std::span<const std::byte> mapped);

} // namespace dollygrip::generator
