#pragma once

#include "core/generator/checkpoint.h"
#include "tests/generator/safetensorswriter.h"

#include <ATen/ATen.h>

#include <fstream>
#include <string>

namespace safetensorswriter {

inline const char* typeName(at::ScalarType type)
{
    switch (type) {
    case at::kDouble: return "F64";
    case at::kHalf: return "F16";
    case at::kBFloat16: return "BF16";
    case at::kLong: return "I64";
    case at::kChar: return "I8";
    case at::kByte: return "U8";
    default: return "F32";
    }
}

/// A safetensors file of tensors; `more` is a further member of the header.
inline void write(const std::string& path, const dollygrip::generator::NamedTensors& tensors,
                  const std::string& more = {})
{
    std::string header = "{" + more;
    std::string data;
    for (const auto& [name, tensor] : tensors) {
        const at::Tensor whole = tensor.contiguous();
        std::string shape;
        for (const auto side : whole.sizes())
            shape.append(shape.empty() ? "" : ",").append(std::to_string(side));
        header.append(header.size() > 1 ? "," : "").append(safetensorswriter::quoted(name));
        header.append(R"(:{"dtype":")").append(typeName(whole.scalar_type()));
        header.append(R"(","shape":[)").append(shape).append(R"(],"data_offsets":[)");
        header.append(std::to_string(data.size())).append(",");
        data.append(static_cast<const char*>(whole.data_ptr()), whole.nbytes());
        header.append(std::to_string(data.size())).append("]}");
    }
    header.append("}");
    header.append(7 - (header.size() + 7) % 8, ' '); // as the format's own library does
    std::ofstream(path, std::ios::binary) << fileOf(header, data);
}

} // namespace safetensorswriter
