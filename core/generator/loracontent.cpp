#include "core/generator/loracontent.h"

#include "core/base/contenthash.h"
#include "core/generator/tensorfiles.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace dollygrip::generator {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 6;
constexpr std::size_t kSample = 256; ///< bytes of each tensor, from its middle on

std::string_view sampleOf(const StoredTensor& tensor)
{
    const auto& bytes = tensor.bytes;
    const std::size_t count = std::min(kSample, bytes.size());
    return {reinterpret_cast<const char*>(bytes.data()) + (bytes.size() - count) / 2, count};
}

} // namespace

Result<std::string> loraPath(const std::string& modelFolder, const std::string& name)
{
    const fs::path wanted = fs::path(name).filename(); // never out of the folder
    std::string found;
    std::error_code error;
    fs::recursive_directory_iterator entry(modelFolder,
                                           fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry.depth() >= kDeepest)
            entry.disable_recursion_pending();
        const std::string path = entry->path().string();
        if (entry->path().filename() == wanted && (found.empty() || path < found))
            found = path;
    }
    if (found.empty())
        return Error{ErrorCode::FileNotFound, (fs::path(modelFolder) / wanted).string(), {}};
    return found;
}

Result<std::string> loraContent(const std::string& path)
{
    const auto files = TensorFiles::open(path);
    if (!files)
        return files.error();
    std::string text;
    for (const auto& [name, tensor] : files->tensors()) {
        text += name + ':' + std::to_string(int(tensor.type));
        for (const std::int64_t side : tensor.shape)
            text += ',' + std::to_string(side);
        text += '=';
        text += sampleOf(tensor.pieces.empty() ? tensor : tensor.pieces.front());
        text += '\n';
    }
    return contentHash(text).toText();
}

} // namespace dollygrip::generator
