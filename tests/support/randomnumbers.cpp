#include "tests/support/randomnumbers.h"

#include "core/base/contenthash.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>

namespace dollygrip::test {
namespace {

using generator::NumberType;

constexpr std::size_t kTable = 4096;

struct Spread {
    double middle = 0;
    double deviation = 0;
};

/// What the tensor is for decides how large its numbers are.
Spread spreadOf(std::string_view name, const std::vector<std::int64_t>& shape)
{
    const auto has = [&](std::string_view part) { return name.find(part) != name.npos; };
    double inputs = 1;
    for (std::size_t i = 1; i < shape.size(); ++i)
        inputs *= double(shape[i]);
    if (has("modulation"))
        return {0, 1 / std::sqrt(double(shape.back()))};
    if (name.ends_with("gamma") || (shape.size() == 1 && name.ends_with("weight")))
        return {1, 0.02}; // a norm
    if (shape.size() == 1)
        return {0, 0.02}; // a bias
    if (has("token_embedding"))
        return {0, 1};
    if (has("pos_embedding") || has("cls_embedding") || has("emb_pos"))
        return {0, 0.1};
    double scale = 1;
    if (has("after_proj"))
        scale = 0.3;
    else if (has("decoder.head"))
        scale = 0.5;
    else if (has(".attn.q.")) // the text encoder does not divide by the root of the head's width
        scale = 0.125;
    return {0, scale / std::sqrt(inputs)};
}

std::uint16_t bfloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

/// Rounds to a small float of `exponent` and `mantissa` bits; no infinities come.
std::uint16_t smallFloat(float value, int exponent, int mantissa)
{
    const int bias = (1 << (exponent - 1)) - 1;
    const std::uint16_t sign = value < 0 ? std::uint16_t(1 << (exponent + mantissa)) : 0;
    int power = 0;
    std::frexp(value, &power); // |value| < 2^power
    const int lowest = std::max(power - 1, 1 - bias);
    const auto steps =
        std::uint32_t(std::lround(std::ldexp(std::fabs(double(value)), mantissa - lowest)));
    // The hidden bit carries over into the exponent; without it the number is subnormal.
    const std::uint32_t bits = steps + std::uint32_t((lowest + bias - 1) << mantissa);
    return static_cast<std::uint16_t>(sign | bits);
}

std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15ull;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9ull;
    value = (value ^ value >> 27) * 0x94d049bb133111ebull;
    return value ^ value >> 31;
}

} // namespace

RandomNumbers::RandomNumbers(std::uint64_t seed, const std::string& name,
                             const std::vector<std::int64_t>& shape, NumberType type)
{
    const ContentHash hash = contentHash(name);
    std::memcpy(&m_seed, hash.bytes.data(), sizeof m_seed);
    m_seed = mixed(m_seed ^ mixed(seed));
    const Spread spread = spreadOf(name, shape);
    for (std::size_t i = 0; i < kTable; ++i) { // evenly spread: as good as a bell for this
        const double even = (double(i) + 0.5) / kTable * 2 - 1;
        const auto value = float(spread.middle + spread.deviation * std::sqrt(3.0) * even);
        switch (type) {
        case NumberType::BF16: m_halves.push_back(bfloat(value)); break;
        case NumberType::F16: m_halves.push_back(smallFloat(value, 5, 10)); break;
        case NumberType::F8E4M3: m_bytes.push_back(std::uint8_t(smallFloat(value, 4, 3))); break;
        default: m_floats.push_back(value);
        }
    }
}

template <class Number>
void RandomNumbers::fillAs(const std::vector<Number>& table, std::uint64_t first,
                           std::span<std::byte> bytes) const
{
    const std::size_t count = bytes.size() / sizeof(Number);
    std::byte* to = bytes.data();
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i, to += sizeof(Number)) {
        const std::uint64_t at = first + i;
        if (i == 0 || at % 4 == 0)
            word = mixed(m_seed + at / 4) >> 16 * (at % 4);
        std::memcpy(to, &table[word % kTable], sizeof(Number));
        word >>= 16;
    }
}

void RandomNumbers::fill(std::uint64_t first, std::span<std::byte> bytes) const
{
    if (!m_floats.empty())
        fillAs(m_floats, first, bytes);
    else if (!m_halves.empty())
        fillAs(m_halves, first, bytes);
    else
        fillAs(m_bytes, first, bytes);
}

} // namespace dollygrip::test
