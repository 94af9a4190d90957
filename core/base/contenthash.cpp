#include "core/base/contenthash.h"

#include <bit>

namespace dollygrip {

namespace {

constexpr std::uint64_t kFirst = 0x87c37b91114253d5u;
constexpr std::uint64_t kSecond = 0x4cf5ad432745937fu;

/// Up to eight bytes, the first one lowest, whatever the machine's byte order.
std::uint64_t littleEndian(const std::uint8_t* bytes, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= std::uint64_t(bytes[i]) << (8 * i);
    return value;
}

std::uint64_t scrambleLow(std::uint64_t k)
{
    return std::rotl(k * kFirst, 31) * kSecond;
}

std::uint64_t scrambleHigh(std::uint64_t k)
{
    return std::rotl(k * kSecond, 33) * kFirst;
}

/// Spreads every input bit over all bits of the result.
std::uint64_t avalanche(std::uint64_t k)
{
    k ^= k >> 33;
    k *= 0xff51afd7ed558ccdu;
    k ^= k >> 33;
    k *= 0xc4ceb9fe1a85ec53u;
    k ^= k >> 33;
    return k;
}

} // namespace

ContentHash contentHash(std::span<const std::uint8_t> bytes)
{
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    const std::uint8_t* at = bytes.data();
    std::size_t left = bytes.size();

    for (; left >= 16; left -= 16, at += 16) {
        low ^= scrambleLow(littleEndian(at, 8));
        low = (std::rotl(low, 27) + high) * 5 + 0x52dce729u;
        high ^= scrambleHigh(littleEndian(at + 8, 8));
        high = (std::rotl(high, 31) + low) * 5 + 0x38495ab5u;
    }
    if (left > 8)
        high ^= scrambleHigh(littleEndian(at + 8, left - 8));
    if (left > 0)
        low ^= scrambleLow(littleEndian(at, left < 8 ? left : 8));

    low ^= bytes.size();
    high ^= bytes.size();
    low += high;
    high += low;
    low = avalanche(low);
    high = avalanche(high);
    low += high;
    high += low;

    ContentHash hash;
    for (int i = 0; i < 8; ++i) {
        hash.bytes[i] = std::uint8_t(low >> (8 * i));
        hash.bytes[8 + i] = std::uint8_t(high >> (8 * i));
    }
    return hash;
}

ContentHash contentHash(std::string_view text)
{
    return contentHash(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

std::string ContentHash::toText() const
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(32);
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

} // namespace dollygrip
