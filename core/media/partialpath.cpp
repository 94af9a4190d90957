#include "core/media/partialpath.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

namespace dollygrip::media {

namespace fs = std::filesystem;

PartialPath::PartialPath(const std::string& target) : m_target(target)
{
    // A name of our own in the same folder; a long target name is cut so that ours is no longer.
    fs::path path(target);
    if (!path.has_filename())
        path = path.parent_path();
    std::string name = path.filename().string().substr(0, 100);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xc0U) == 0x80U)
        name.pop_back(); // never half a UTF-8 character
    std::random_device random;
    std::error_code ignored;
    fs::path candidate;
    do {
        char digits[16];
        std::snprintf(digits, sizeof digits, "%08x", unsigned(random()));
        candidate = path.parent_path() / ("." + name + "." + digits + ".part");
    } while (fs::exists(candidate, ignored));
    m_path = candidate.string();
}

PartialPath::~PartialPath()
{
    discard();
}

PartialPath::PartialPath(PartialPath&& other) noexcept
    : m_target(std::move(other.m_target)), m_path(std::exchange(other.m_path, {}))
{
}

PartialPath& PartialPath::operator=(PartialPath&& other) noexcept
{
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_path = std::exchange(other.m_path, {});
    }
    return *this;
}

Result<void> PartialPath::keepFile()
{
    std::error_code code;
    fs::rename(m_path, m_target, code);
    if (code) {
        discard();
        return writeError(code.value(), m_target, "give the file its name");
    }
    m_path.clear();
    return {};
}

void PartialPath::discard()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    m_path.clear();
}

Error writeError(int errnoValue, const std::string& subject, const std::string& doing)
{
    Error error{ErrorCode::FileUnwritable, subject, doing + ": " + std::strerror(errnoValue)};
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: error.code = ErrorCode::DiskFull; break;
    case ENOENT:
    case ENOTDIR:
        error.code = ErrorCode::FileNotFound; // a file that is to be made: its folder is missing
        if (const fs::path folder = fs::path(subject).parent_path(); !folder.empty())
            error.subject = folder.string();
        break;
    default: break;
    }
    return error;
}

} // namespace dollygrip::media
