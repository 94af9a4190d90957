#include "core/media/framecache.h"

#include <cstring>
#include <list>
#include <mutex>
#include <unordered_map>

namespace dollygrip::media {
namespace {

struct KeyHash {
    std::size_t operator()(const FrameKey& key) const
    {
        std::uint64_t hash = 0;
        std::memcpy(&hash, key.source.bytes.data(), sizeof hash); // a hash already
        for (const std::uint64_t part :
             {std::uint64_t(key.frame), std::uint64_t(key.width) << 20U, std::uint64_t(key.height)})
            hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
        return std::size_t(hash ^ (hash >> 32U));
    }
};

struct Entry {
    FrameKey key;
    Image image;
};

} // namespace

struct FrameCache::Shared {
    mutable std::mutex mutex;
    std::size_t budget = 0;
    std::size_t bytes = 0;
    std::list<Entry> entries; ///< latest used first
    std::unordered_map<FrameKey, std::list<Entry>::iterator, KeyHash> index;

    void drop(std::list<Entry>::iterator entry)
    {
        bytes -= entry->image.byteCount();
        index.erase(entry->key);
        entries.erase(entry);
    }
};

FrameCache::FrameCache(std::size_t byteBudget) : m_shared(std::make_unique<Shared>())
{
    m_shared->budget = byteBudget;
}

FrameCache::~FrameCache() = default;

Image FrameCache::find(const FrameKey& key)
{
    const std::lock_guard lock(m_shared->mutex);
    const auto found = m_shared->index.find(key);
    if (found == m_shared->index.end())
        return {};
    m_shared->entries.splice(m_shared->entries.begin(), m_shared->entries, found->second);
    return found->second->image;
}

bool FrameCache::contains(const FrameKey& key) const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->index.count(key) > 0;
}

void FrameCache::insert(const FrameKey& key, const Image& image)
{
    const std::lock_guard lock(m_shared->mutex);
    Shared& shared = *m_shared;
    if (const auto found = shared.index.find(key); found != shared.index.end())
        shared.drop(found->second);
    if (image.isNull() || image.byteCount() > shared.budget)
        return;
    while (shared.bytes + image.byteCount() > shared.budget)
        shared.drop(std::prev(shared.entries.end()));
    shared.entries.push_front({key, image});
    shared.index.emplace(key, shared.entries.begin());
    shared.bytes += image.byteCount();
}

void FrameCache::clear()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->index.clear();
    m_shared->entries.clear();
    m_shared->bytes = 0;
}

std::size_t FrameCache::byteCount() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->bytes;
}

std::size_t FrameCache::byteBudget() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->budget;
}

std::size_t FrameCache::count() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->entries.size();
}

} // namespace dollygrip::media
