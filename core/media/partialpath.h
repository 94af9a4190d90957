#pragma once

#include "core/base/error.h"

#include <string>

namespace dollygrip::media {

/// A name beside the target for a file or folder in the making. It takes the target's name when it
/// is whole; if that never happens, what was written goes away with this object.
class PartialPath {
public:
    /// Makes up a name that is free; creates nothing.
    explicit PartialPath(const std::string& target);
    ~PartialPath();
    PartialPath(PartialPath&& other) noexcept;
    PartialPath& operator=(PartialPath&& other) noexcept;

    const std::string& target() const { return m_target; }
    const std::string& path() const { return m_path; }

    /// Gives a file the target's name, in place of what had it. Errors: FileUnwritable, DiskFull.
    Result<void> keepFile();
    /// Removes what was written.
    void discard();

private:
    std::string m_target;
    std::string m_path; ///< empty once kept or discarded
};

/// Errno as an Error of a file that is written: DiskFull, FileNotFound, FileUnwritable.
Error writeError(int errnoValue, const std::string& subject, const std::string& doing);

} // namespace dollygrip::media
