#include "core/generator/checkpoint.h"

#include <torch/nn/module.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <set>

namespace dollygrip::generator {
namespace {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

at::ScalarType scalarTypeOf(NumberType type)
{
    switch (type) {
    case NumberType::F64: return at::kDouble;
    case NumberType::F32:
    case NumberType::F8E4M3:
    case NumberType::F8E5M2: break;
    case NumberType::F16: return at::kHalf;
    case NumberType::BF16: return at::kBFloat16;
    case NumberType::I64: return at::kLong;
    case NumberType::I32: return at::kInt;
    case NumberType::I16: return at::kShort;
    case NumberType::I8: return at::kChar;
    case NumberType::U8: return at::kByte;
    case NumberType::Bool: return at::kBool;
    }
    return at::kFloat;
}

/// All values of an 8-bit float. E4M3 ("fn"): no infinity, all ones is NaN. E5M2: as IEEE.
std::array<float, 256> eightBitFloats(NumberType type)
{
    const int mantissaBits = type == NumberType::F8E4M3 ? 3 : 2;
    const int bias = type == NumberType::F8E4M3 ? 7 : 15;
    std::array<float, 256> values{};
    for (int bits = 0; bits < 256; ++bits) {
        const int mantissa = bits & ((1 << mantissaBits) - 1);
        const int exponent = (bits & 0x7f) >> mantissaBits;
        const float fraction = std::ldexp(static_cast<float>(mantissa), -mantissaBits);
        float value = exponent == 0 ? std::ldexp(fraction, 1 - bias)
                                    : std::ldexp(1.0F + fraction, exponent - bias);
        if (type == NumberType::F8E4M3 && (bits & 0x7f) == 0x7f)
            value = NAN;
        if (type == NumberType::F8E5M2 && exponent == 31)
            value = mantissa == 0 ? INFINITY : NAN;
        values[bits] = bits & 0x80 ? -value : value;
    }
    return values;
}

using Fetch = std::function<at::Tensor(const std::string&)>;

/// `names`: what the files hold with their shapes.
LoadReport load(const std::vector<torch::nn::Module*>& networks,
                const std::map<std::string, std::vector<std::int64_t>, std::less<>>& names,
                const Fetch& fetch)
{
    const at::NoGradGuard noGradient;
    LoadReport report;
    std::set<std::string, std::less<>> wanted;
    const auto take = [&](const std::string& name, at::Tensor& target) {
        wanted.insert(name);
        const auto found = names.find(name);
        if (found == names.end())
            report.missing.push_back(name);
        else if (target.sizes() != at::IntArrayRef(found->second))
            report.wrongShape.push_back(name);
        else
            target.copy_(fetch(name));
    };
    for (torch::nn::Module* network : networks) {
        for (auto& parameter : network->named_parameters())
            take(parameter.key(), parameter.value());
        for (auto& buffer : network->named_buffers())
            take(buffer.key(), buffer.value());
    }
    for (const auto& [name, shape] : names)
        if (!wanted.contains(name))
            report.unexpected.push_back(name);
    return report;
}

void appendSome(std::string& text, const char* what, const std::vector<std::string>& names)
{
    constexpr std::size_t kShown = 5;
    if (names.empty())
        return;
    text.append(text.empty() ? "" : "; ").append(what).append(": ");
    for (std::size_t i = 0; i < names.size() && i < kShown; ++i)
        text.append(i ? ", " : "").append(names[i]);
    if (names.size() > kShown)
        text.append(" and ").append(std::to_string(names.size() - kShown)).append(" more");
}

} // namespace

at::Tensor tensorOf(const SafetensorsFile& file, const TensorEntry& entry)
{
    const std::span<const std::byte> bytes = file.bytes(entry);
    at::Tensor tensor = at::empty(entry.shape, scalarTypeOf(entry.type));
    if (entry.type == NumberType::F8E4M3 || entry.type == NumberType::F8E5M2) {
        const std::array<float, 256> values = eightBitFloats(entry.type);
        float* out = tensor.data_ptr<float>();
        for (const std::byte bits : bytes)
            *out++ = values[std::to_integer<std::size_t>(bits)];
    } else if (!bytes.empty()) {
        std::memcpy(tensor.data_ptr(), bytes.data(), bytes.size());
    }
    return tensor;
}

std::string LoadReport::summary() const
{
    std::string text;
    appendSome(text, "missing", missing);
    appendSome(text, "unexpected", unexpected);
    appendSome(text, "wrong shape", wrongShape);
    return text;
}

LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const TensorFiles& files)
{
    std::map<std::string, std::vector<std::int64_t>, std::less<>> names;
    for (const auto& [name, place] : files.places())
        names[name] = place.entry->shape;
    return load(networks, names, [&files](const std::string& name) {
        const TensorFiles::Place& place = files.places().at(name);
        return tensorOf(*place.file, *place.entry);
    });
}

LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const NamedTensors& tensors)
{
    std::map<std::string, std::vector<std::int64_t>, std::less<>> names;
    for (const auto& [name, tensor] : tensors)
        names[name] = tensor.sizes().vec();
    return load(networks, names, [&tensors](const std::string& name) { return tensors.at(name); });
}

} // namespace dollygrip::generator
