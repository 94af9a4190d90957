#pragma once

#include <cstdint>

namespace dollygrip {

/// Bytes of main memory that this process can still take: what the machine has free, or what its
/// cgroup leaves. 0: unknown.
std::uint64_t freeMemory();

} // namespace dollygrip
