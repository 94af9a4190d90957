#include "core/generator/mappedfile.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dollygrip::generator {

Result<MappedFile> MappedFile::open(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const int reason = errno;
        return Error{reason == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, path,
                     std::strerror(reason)};
    }
    struct stat status = {};
    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = isFile ? static_cast<std::size_t>(status.st_size) : 0;
    void* const memory =
        size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    ::close(descriptor);
    if (!isFile)
        return Error{ErrorCode::FileUnreadable, path, "not a file"};
    if (memory == MAP_FAILED)
        return Error{ErrorCode::FileUnreadable, path, "cannot be mapped into memory"};
    MappedFile file;
    file.m_size = size;
    if (size > 0)
        file.m_memory = std::shared_ptr<const std::byte>(
            static_cast<const std::byte*>(memory),
            [size](const std::byte* at) { ::munmap(const_cast<std::byte*>(at), size); });
    return file;
}

void releasePages(std::span<const std::byte> mapped)
{
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data());
    const std::uintptr_t first = (begin + page - 1) / page * page;
    const std::uintptr_t end = (begin + mapped.size()) / page * page;
    if (first < end) // what does not work only costs memory
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED);
}

} // namespace dollygrip::generator
