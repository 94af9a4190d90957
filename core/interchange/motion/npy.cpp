#include "core/interchange/motion/npy.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

namespace dollygrip::interchange {
namespace {

constexpr std::uint64_t kMostValues = std::uint64_t(64) << 20;
static_assert(std::endian::native == std::endian::little);

Error damaged(const char* why)
{
    return {ErrorCode::MediaDamaged, {}, std::string("array file: ") + why};
}

Error unsupported(std::string why)
{
    return {ErrorCode::MediaUnsupported, {}, "array file: " + std::move(why)};
}

/// What follows `'key':` in the header's dictionary, up to the end.
std::optional<std::string_view> behind(std::string_view header, std::string_view key)
{
    for (const char quote : {'\'', '"'}) {
        const std::string name = quote + std::string(key) + quote;
        if (const std::size_t at = header.find(name); at != header.npos) {
            std::string_view rest = header.substr(at + name.size());
            const std::size_t colon = rest.find_first_not_of(' ');
            if (colon == rest.npos || rest[colon] != ':') {
                return std::nullopt;
            }
            rest.remove_prefix(colon + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            return rest;
        }
    }
    return std::nullopt;
}

std::optional<std::vector<std::int64_t>> shapeFrom(std::string_view text)
{
    if (text.empty() || text.front() != '(') {
        return std::nullopt;
    }
    const std::size_t end = text.find(')');
    if (end == text.npos) {
        return std::nullopt;
    }
    text = text.substr(1, end - 1);
    std::vector<std::int64_t> shape;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
        if (text.empty()) {
            return shape;
        }
        std::int64_t side = 0;
        const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), side);
        if (failure != std::errc() || side < 0 || shape.size() == 4) {
            return std::nullopt;
        }
        text.remove_prefix(std::size_t(stop - text.data()));
        shape.push_back(side);
    }
}

float halfToFloat(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const float fraction = float(half & 1023) / 1024;
    const float sign = (half & 0x8000) != 0 ? -1.0F : 1.0F;
    if (exponent == 31) {
        return fraction == 0 ? sign * INFINITY : NAN;
    }
    return sign
           * (exponent == 0 ? std::ldexp(fraction, -14) : std::ldexp(1 + fraction, exponent - 15));
}

template <class Number>
float numberAt(const char* bytes)
{
    Number number;
    std::memcpy(&number, bytes, sizeof number);
    return float(number);
}

using ReadNumber = float (*)(const char*);
struct NumberKind {
    std::string_view name;
    std::size_t size;
    ReadNumber read;
};

const NumberKind* kindOf(std::string_view descr)
{
    static const NumberKind kinds[] = {
        {"<f2", 2,
         [](const char* b) {
             std::uint16_t half = 0;
             std::memcpy(&half, b, 2);
             return halfToFloat(half);
         }},
        {"<f4", 4, numberAt<float>},
        {"<f8", 8, numberAt<double>},
        {"|b1", 1, [](const char* b) { return *b != 0 ? 1.0F : 0.0F; }},
        {"|u1", 1, numberAt<std::uint8_t>},
        {"|i1", 1, numberAt<std::int8_t>},
        {"<u2", 2, numberAt<std::uint16_t>},
        {"<i2", 2, numberAt<std::int16_t>},
        {"<u4", 4, numberAt<std::uint32_t>},
        {"<i4", 4, numberAt<std::int32_t>},
        {"<i8", 8, numberAt<std::int64_t>},
    };
    for (const NumberKind& kind : kinds) {
        if (kind.name == descr) {
            return &kind;
        }
    }
    return nullptr;
}

/// Values of a Fortran-ordered array in C order.
std::vector<float> transposed(const std::vector<std::int64_t>& shape,
                              const std::vector<float>& values)
{
    std::vector<float> result(values.size());
    std::vector<std::int64_t> place(shape.size(), 0);
    for (std::size_t i = 0; i < result.size(); ++i) {
        std::size_t from = 0;
        std::size_t stride = 1;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            from += std::size_t(place[axis]) * stride;
            stride *= std::size_t(shape[axis]);
        }
        result[i] = values[from];
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            if (++place[axis] < shape[axis]) {
                break;
            }
            place[axis] = 0;
        }
    }
    return result;
}

std::string npy(std::string_view descr, const std::vector<std::int64_t>& shape,
                std::string_view values)
{
    std::string header =
        "{'descr': '" + std::string(descr) + "', 'fortran_order': False, 'shape': (";
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        header += (axis > 0 ? ", " : "") + std::to_string(shape[axis]);
    }
    header += shape.size() == 1 ? "," : "";
    header += "), }";
    // Magic, version, length and header together fill whole 64 bytes, the last one a line end.
    constexpr std::size_t kBefore = 10;
    while ((kBefore + header.size() + 1) % 64 != 0) {
        header += ' ';
    }
    header += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += char(header.size() & 0xff);
    file += char(header.size() >> 8);
    return file + header + std::string(values);
}

} // namespace

Result<NpyArray> readNpy(std::string_view bytes)
{
    if (bytes.size() < 12 || bytes.substr(0, 6) != std::string_view("\x93NUMPY", 6)) {
        return damaged("not one");
    }
    const int version = std::uint8_t(bytes[6]);
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    if (version < 1 || version > 3) {
        return unsupported("version " + std::to_string(version));
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) {
        length |= std::size_t(std::uint8_t(bytes[8 + i])) << (8 * i);
    }
    const std::size_t start = 8 + lengthBytes;
    if (length > bytes.size() - start) {
        return damaged("its header is cut off");
    }
    const std::string_view header = bytes.substr(start, length);
    const std::string_view data = bytes.substr(start + length);
    const auto descr = behind(header, "descr");
    const auto order = behind(header, "fortran_order");
    const auto shapeText = behind(header, "shape");
    if (!descr || !order || !shapeText || descr->size() < 3) {
        return damaged("its header says no type or shape");
    }
    const char quote = descr->front();
    const std::size_t end = descr->find(quote, 1);
    if ((quote != '\'' && quote != '"') || end == descr->npos) {
        return unsupported("a structured type");
    }
    const NumberKind* kind = kindOf(descr->substr(1, end - 1));
    if (!kind) {
        return unsupported("numbers of type "
                           + std::string(descr->substr(1, std::min<std::size_t>(end - 1, 16))));
    }
    auto shape = shapeFrom(*shapeText);
    if (!shape) {
        return unsupported("this shape");
    }
    std::uint64_t count = 1;
    for (const std::int64_t side : *shape) {
        if (side > 0 && count > kMostValues / std::uint64_t(side)) {
            return unsupported("too many numbers");
        }
        count *= std::uint64_t(side);
    }
    if (data.size() != count * kind->size) {
        return damaged("its size is not that of its shape");
    }
    NpyArray array{std::move(*shape), std::vector<float>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        array.values[i] = kind->read(data.data() + i * kind->size);
    }
    if (order->substr(0, 4) == "True") {
        array.values = transposed(array.shape, array.values);
    }
    return array;
}

std::string npyOfFloats(const std::vector<std::int64_t>& shape, const std::vector<float>& values)
{
    return npy("<f4", shape,
               {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)});
}

std::string npyOfBools(const std::vector<std::int64_t>& shape,
                       const std::vector<std::uint8_t>& values)
{
    return npy("|b1", shape, {reinterpret_cast<const char*>(values.data()), values.size()});
}

} // namespace dollygrip::interchange
