#include "core/generator/checkpoint.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace dollygrip::generator {
namespace {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

constexpr int64_t kGrain = int64_t{1} << 20; ///< numbers that are worth a thread

bool isEightBitFloat(NumberType type)
{
    return type == NumberType::F8E4M3 || type == NumberType::F8E5M2;
}

/// As it lies; eight-bit floats as bytes.
at::ScalarType storedType(NumberType type)
{
    switch (type) {
    case NumberType::F64: return at::kDouble;
    case NumberType::F32: break;
    case NumberType::F16: return at::kHalf;
    case NumberType::BF16: return at::kBFloat16;
    case NumberType::I64: return at::kLong;
    case NumberType::I32: return at::kInt;
    case NumberType::I16: return at::kShort;
    case NumberType::I8: return at::kChar;
    case NumberType::F8E4M3:
    case NumberType::F8E5M2:
    case NumberType::U8: return at::kByte;
    case NumberType::Bool: return at::kBool;
    }
    return at::kFloat;
}

/// What tensorOf gives where nobody asks for a type.
at::ScalarType plainType(const StoredTensor& stored)
{
    const bool isScaled =
        stored.scale || (!stored.pieces.empty() && stored.pieces.front().scale != nullptr);
    return isScaled || isEightBitFloat(stored.type) ? at::kFloat : storedType(stored.type);
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

bool isAligned(const StoredTensor& stored)
{
    return reinterpret_cast<std::uintptr_t>(stored.bytes.data()) % sizeOf(stored.type) == 0;
}

/// The bytes as they lie, or a copy at an address that fits them. One piece only.
at::Tensor raw(const StoredTensor& stored)
{
    const at::TensorOptions options = at::TensorOptions().dtype(storedType(stored.type));
    const std::size_t size = sizeOf(stored.type);
    if (stored.bytes.empty())
        return at::empty(stored.shape, options);
    at::Tensor flat;
    const auto numbers = static_cast<int64_t>(stored.bytes.size() / size);
    if (isAligned(stored)) {
        flat = at::from_blob(
            const_cast<std::byte*>(stored.bytes.data()), {numbers},
            [holder = stored.holder](void*) {}, options);
    } else {
        flat = at::empty({numbers}, options);
        std::memcpy(flat.data_ptr(), stored.bytes.data(), stored.bytes.size());
    }
    if (stored.strides.empty())
        return flat.view(stored.shape);
    return flat.as_strided(stored.shape, stored.strides);
}

/// Eight-bit floats, in float32.
at::Tensor widened(const at::Tensor& bytes, NumberType type)
{
    const std::array<float, 256> values = eightBitFloats(type);
    const at::Tensor in = bytes.contiguous();
    at::Tensor out = at::empty(in.sizes(), at::kFloat);
    const auto* const from = in.data_ptr<std::uint8_t>();
    float* const to = out.data_ptr<float>();
    at::parallel_for(0, in.numel(), kGrain, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i)
            to[i] = values[from[i]];
    });
    return out;
}

/// Of one number, or one for each of the tensor's rows, to be multiplied with it.
at::Tensor scaleOf(const StoredTensor& stored, int64_t axes)
{
    const at::Tensor scale = tensorOf(*stored.scale, at::kFloat);
    if (scale.numel() == 1)
        return scale.reshape({});
    std::vector<int64_t> shape(static_cast<std::size_t>(axes), 1);
    shape[0] = scale.numel();
    return scale.reshape(shape);
}

/// Rows `from` to `to` of one piece in `type`, and in memory of its own unless the file's will do.
at::Tensor converted(const StoredTensor& stored, const at::Tensor& numbers,
                     std::optional<at::ScalarType> type, const at::Tensor& scale)
{
    at::Tensor out = isEightBitFloat(stored.type) ? widened(numbers, stored.type) : numbers;
    if (scale.defined())
        out = out.to(at::kFloat).mul(scale);
    return out.to(type.value_or(plainType(stored)));
}

/// Large tensors are widened and scaled by rows, so that no second large one is needed.
at::Tensor fresh(const StoredTensor& stored, at::ScalarType type)
{
    const at::Tensor numbers = raw(stored);
    const bool isSimple = !isEightBitFloat(stored.type) && !stored.scale;
    at::Tensor out = at::empty(stored.shape, type);
    if (isSimple || numbers.dim() == 0 || numbers.numel() == 0) {
        const at::Tensor scale = stored.scale ? scaleOf(stored, numbers.dim()) : at::Tensor();
        out.copy_(isSimple ? numbers : converted(stored, numbers, type, scale));
        return out;
    }
    const at::Tensor scale = stored.scale ? scaleOf(stored, numbers.dim()) : at::Tensor();
    const int64_t rows = numbers.size(0);
    const int64_t step =
        std::max<int64_t>(1, 4 * kGrain / std::max<int64_t>(1, numbers.numel() / rows));
    for (int64_t row = 0; row < rows; row += step) {
        const int64_t count = std::min(step, rows - row);
        const at::Tensor part =
            scale.defined() && scale.dim() > 0 ? scale.narrow(0, row, count) : scale;
        out.narrow(0, row, count)
            .copy_(converted(stored, numbers.narrow(0, row, count), type, part));
    }
    return out;
}

} // namespace

at::Tensor tensorOf(const StoredTensor& stored, std::optional<at::ScalarType> type)
{
    const at::ScalarType wanted = type.value_or(plainType(stored));
    if (stored.pieces.empty())
        return fresh(stored, wanted);
    at::Tensor out = at::empty(stored.shape, wanted);
    int64_t row = 0;
    for (const StoredTensor& piece : stored.pieces) {
        out.narrow(0, row, piece.shape[0]).copy_(viewOf(piece, wanted));
        row += piece.shape[0];
    }
    return out;
}

at::Tensor tensorOf(const SafetensorsFile& file, const TensorEntry& entry)
{
    return tensorOf(file.tensor(entry));
}

bool canShare(const StoredTensor& stored, at::ScalarType type)
{
    return stored.pieces.empty() && !stored.scale && !isEightBitFloat(stored.type)
           && storedType(stored.type) == type && isAligned(stored) && !stored.bytes.empty();
}

at::Tensor viewOf(const StoredTensor& stored, std::optional<at::ScalarType> type)
{
    const at::ScalarType wanted = type.value_or(plainType(stored));
    return canShare(stored, wanted) ? raw(stored) : tensorOf(stored, wanted);
}

at::Tensor rowsOf(const StoredTensor& stored, const at::Tensor& rows,
                  std::optional<at::ScalarType> type)
{
    const at::ScalarType wanted = type.value_or(plainType(stored));
    const at::Tensor places = rows.to(at::kCPU, at::kLong).contiguous();
    if (stored.shape.empty() || places.dim() != 1)
        throw std::out_of_range("no rows");
    std::vector<int64_t> shape = stored.shape;
    shape[0] = places.numel();
    at::Tensor out = at::empty(shape, wanted);
    // Where the bytes are not aligned, the whole would be copied: then row by row.
    StoredTensor line = stored;
    const std::vector<StoredTensor> whole{stored};
    for (int64_t i = 0; i < places.numel(); ++i) {
        int64_t row = places.data_ptr<int64_t>()[i];
        if (row < 0 || row >= stored.shape[0])
            throw std::out_of_range("row " + std::to_string(row) + " of "
                                    + std::to_string(stored.shape[0]));
        for (const StoredTensor& piece : stored.pieces.empty() ? whole : stored.pieces) {
            if (row >= piece.shape[0]) {
                row -= piece.shape[0];
                continue;
            }
            line = piece;
            line.shape[0] = 1;
            const auto numbers = static_cast<std::uint64_t>(*countOf(line.shape));
            if (piece.strides.empty()) {
                const std::uint64_t bytes = numbers * sizeOf(piece.type);
                line.bytes = piece.bytes.subspan(static_cast<std::uint64_t>(row) * bytes, bytes);
            } else {
                const auto first = static_cast<std::uint64_t>(row * piece.strides[0]);
                line.bytes = piece.bytes.subspan(first * sizeOf(piece.type));
            }
            line.scale = nullptr;
            at::Tensor value = viewOf(line, piece.scale ? at::kFloat : wanted);
            if (piece.scale) {
                const at::Tensor scale = tensorOf(*piece.scale, at::kFloat).flatten();
                value = value.mul(scale[scale.numel() == 1 ? 0 : row]);
            }
            out.narrow(0, i, 1).copy_(value);
            break;
        }
    }
    return out;
}

void release(const StoredTensor& stored)
{
    releasePages(stored.bytes);
    for (const StoredTensor& piece : stored.pieces)
        releasePages(piece.bytes);
}

TensorSource tensorSource(TensorFiles files, std::optional<at::ScalarType> type)
{
    return [files = std::move(files), type](const std::string& key) {
        const StoredTensor& stored = files.tensors().at(key);
        if (!type)
            return viewOf(stored);
        const at::Tensor tensor = tensorOf(stored, type);
        release(stored);
        return tensor;
    };
}

RowSource rowSource(TensorFiles files, std::optional<at::ScalarType> type)
{
    return [files = std::move(files), type](const std::string& key, const at::Tensor& rows) {
        return rowsOf(files.tensors().at(key), rows, type);
    };
}

} // namespace dollygrip::generator
