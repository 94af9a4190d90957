#include "core/generator/embeddingcache.h"

#include "core/generator/checkpoint.h"
#include "core/generator/safetensors.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace dollygrip::generator {
namespace {

namespace fs = std::filesystem;

const char* const kSuffix = ".safetensors";
const char* const kUnfinished = ".part";

std::string_view asText(const void* data, std::size_t size)
{
    return {static_cast<const char*>(data), size};
}

/// The file's text before the numbers: its header with its length in front.
std::string headerOf(const ContentHash& key, const at::Tensor& numbers, std::size_t bytes)
{
    const ContentHash content = contentHash(asText(numbers.data_ptr(), bytes));
    std::string json = "{\"__metadata__\":{\"key\":\"" + key.toText() + "\",\"content\":\""
                       + content.toText() + "\"},\"embedding\":{\"dtype\":\"F32\",\"shape\":["
                       + std::to_string(numbers.size(0)) + "," + std::to_string(numbers.size(1))
                       + "],\"data_offsets\":[0," + std::to_string(bytes) + "]}}";
    json.resize((json.size() + 7) / 8 * 8, ' '); // the numbers begin aligned
    const std::uint64_t length = json.size();
    return std::string(asText(&length, sizeof length)) + json;
}

bool isOurs(const SafetensorsFile& file, const ContentHash& key, std::span<const std::byte> bytes)
{
    const auto& notes = file.metadata();
    const auto named = notes.find("key"), content = notes.find("content");
    return named != notes.end() && named->second == key.toText() && content != notes.end()
           && content->second == contentHash(asText(bytes.data(), bytes.size())).toText();
}

Error unwritable(const std::string& path, int reason)
{
    return Error{reason == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                 std::strerror(reason)};
}

} // namespace

ContentHash fingerprintOf(const TensorFiles& encoder)
{
    constexpr std::size_t kSample = 64; // bytes of each tensor
    std::string all;
    for (const auto& [name, tensor] : encoder.tensors()) {
        all += name + ' ' + std::to_string(static_cast<int>(tensor.type));
        for (const std::int64_t side : tensor.shape)
            all += ' ' + std::to_string(side);
        all += '\n';
        const auto& bytes = tensor.pieces.empty() ? tensor.bytes : tensor.pieces.front().bytes;
        const auto sample = bytes.first(std::min(kSample, bytes.size()));
        all += asText(sample.data(), sample.size());
    }
    return contentHash(all);
}

ContentHash embeddingKey(const std::vector<std::int64_t>& ids, const ContentHash& encoder,
                         at::ScalarType type)
{
    std::string all = "embedding 1\n" + encoder.toText() + '\n' + c10::toString(type) + '\n';
    for (const std::int64_t id : ids)
        all += std::to_string(id) + ' ';
    return contentHash(all);
}

EmbeddingCache::EmbeddingCache(std::string folder, std::uint64_t limitBytes)
    : m_folder(std::move(folder)), m_limitBytes(limitBytes)
{
}

std::string EmbeddingCache::pathOf(const ContentHash& key) const
{
    return (fs::path(m_folder) / (key.toText() + kSuffix)).string();
}

at::Tensor EmbeddingCache::find(const ContentHash& key) const
{
    std::error_code ignored;
    const std::string path = pathOf(key);
    if (m_folder.empty() || !fs::exists(path, ignored))
        return {};
    const auto file = SafetensorsFile::open(path);
    const TensorEntry* entry = file ? file->find("embedding") : nullptr;
    const bool fits = entry && entry->type == NumberType::F32 && entry->shape.size() == 2;
    const StoredTensor stored = fits ? file->tensor(*entry) : StoredTensor();
    if (!fits || !isOurs(*file, key, stored.bytes)) {
        fs::remove(path, ignored);
        return {};
    }
    const at::Tensor embedding = tensorOf(stored, at::kFloat);
    fs::last_write_time(path, fs::file_time_type::clock::now(), ignored); // used now
    return embedding;
}

Result<void> EmbeddingCache::store(const ContentHash& key, const at::Tensor& embedding) const
{
    const at::Tensor numbers = embedding.to(at::kCPU, at::kFloat).contiguous();
    if (numbers.dim() != 2 || !at::isfinite(numbers).all().item<bool>())
        return Error{ErrorCode::InvalidArgument, key.toText(), "not an embedding"};
    if (m_folder.empty())
        return Error{ErrorCode::FileUnwritable, m_folder, "no folder to keep it in"};
    std::error_code failure;
    fs::create_directories(m_folder, failure);
    if (failure)
        return unwritable(m_folder, failure.value());
    // Written beside under a name of its own, then moved over: who looks finds all or nothing.
    static std::atomic<unsigned> count{0};
    const std::string path = pathOf(key);
    const std::string part =
        path + '.' + std::to_string(::getpid()) + '-' + std::to_string(++count) + kUnfinished;
    const auto bytes = static_cast<std::size_t>(numbers.numel()) * sizeof(float);
    errno = 0;
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << headerOf(key, numbers, bytes);
    out.write(static_cast<const char*>(numbers.data_ptr()), static_cast<std::streamsize>(bytes));
    out.close();
    if (!out) {
        const int reason = errno;
        fs::remove(part, failure);
        return unwritable(path, reason);
    }
    fs::rename(part, path, failure);
    if (failure) {
        const int reason = failure.value();
        fs::remove(part, failure);
        return unwritable(path, reason);
    }
    makeRoom();
    return {};
}

void EmbeddingCache::makeRoom() const
{
    struct Entry {
        fs::file_time_type used;
        std::uint64_t bytes;
        fs::path path;
    };
    std::vector<Entry> entries;
    std::uint64_t sum = 0;
    std::error_code failure; // another program may remove files meanwhile
    const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (fs::directory_iterator at(m_folder, failure), end; !failure && at != end;
         at.increment(failure)) {
        std::error_code gone;
        const Entry entry{at->last_write_time(gone), at->file_size(gone), at->path()};
        if (gone)
            continue;
        if (entry.path.extension() == kUnfinished && entry.used < longAgo) {
            fs::remove(entry.path, gone);
        } else if (entry.path.extension() == kSuffix) {
            sum += entry.bytes;
            entries.push_back(entry);
        }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.used < b.used; });
    for (std::size_t i = 0; i + 1 < entries.size() && sum > m_limitBytes; ++i) {
        std::error_code gone;
        fs::remove(entries[i].path, gone);
        sum -= entries[i].bytes;
    }
}

std::string usualEmbeddingFolder()
{
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    const char* const home = std::getenv("HOME");
    if (cache != nullptr && cache[0] == '/')
        return (fs::path(cache) / "dollygrip" / "embeddings").string();
    if (home != nullptr && home[0] == '/')
        return (fs::path(home) / ".cache" / "dollygrip" / "embeddings").string();
    return {};
}

} // namespace dollygrip::generator
