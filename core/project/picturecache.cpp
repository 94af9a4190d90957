#include "core/project/picturecache.h"

#include "core/project/pictureimport.h"

#include <list>
#include <mutex>

namespace dollygrip {

struct PictureCache::Private {
    struct Entry {
        Image image;
        std::shared_ptr<const void> keep;
        std::list<QByteArray>::iterator use;
    };

    /// Under the mutex: newest use first.
    struct Shared {
        std::mutex mutex;
        QHash<QByteArray, Entry> entries;
        std::list<QByteArray> uses;
        std::size_t bytes = 0;
    } shared;
    std::size_t budget = 0;

    void dropOldest()
    {
        const auto it = shared.entries.find(shared.uses.back());
        shared.bytes -= it->image.byteCount();
        shared.entries.erase(it);
        shared.uses.pop_back();
    }
};

PictureCache::PictureCache(std::size_t byteBudget) : d(std::make_unique<Private>())
{
    d->budget = byteBudget;
}

PictureCache::~PictureCache() = default;

Image PictureCache::picture(const std::shared_ptr<const Asset>& asset)
{
    if (!asset)
        return {};
    const QByteArray key = "asset:" + asset->hash.toLatin1();
    if (Image found = find(key); !found.isNull())
        return found;
    // Two threads may decode the same picture at once; both get it, one copy stays.
    const auto decoded = decodePicture(*asset);
    if (!decoded)
        return {};
    insert(key, *decoded);
    return *decoded;
}

Image PictureCache::find(const QByteArray& key)
{
    const std::lock_guard lock(d->shared.mutex);
    const auto it = d->shared.entries.find(key);
    if (it == d->shared.entries.end())
        return {};
    d->shared.uses.splice(d->shared.uses.begin(), d->shared.uses, it->use);
    return it->image;
}

void PictureCache::insert(const QByteArray& key, const Image& image,
                          std::shared_ptr<const void> keep)
{
    if (image.isNull() || image.byteCount() > d->budget)
        return;
    const std::lock_guard lock(d->shared.mutex);
    if (d->shared.entries.contains(key))
        return;
    d->shared.uses.push_front(key);
    d->shared.entries.insert(key, {image, std::move(keep), d->shared.uses.begin()});
    d->shared.bytes += image.byteCount();
    while (d->shared.bytes > d->budget)
        d->dropOldest();
}

} // namespace dollygrip
