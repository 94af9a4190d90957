#pragma once

#include "core/base/contenthash.h"
#include "core/base/image.h"
#include "core/base/time.h"

#include <cstddef>
#include <memory>

namespace dollygrip::media {

/// Whose picture, which frame of it, at what size.
struct FrameKey {
    ContentHash source;
    FrameIndex frame = 0;
    int width = 0;
    int height = 0;
    bool operator==(const FrameKey&) const = default;
};

/// Pictures under a byte budget; the longest unused goes first. Any thread.
class FrameCache {
public:
    explicit FrameCache(std::size_t byteBudget);
    ~FrameCache();

    /// The picture, now the latest used; a null Image when it is not here.
    Image find(const FrameKey& key);
    bool contains(const FrameKey& key) const;
    /// Keeps a picture in place of what had the key. One larger than the whole budget is not kept.
    void insert(const FrameKey& key, const Image& image);
    void clear();

    std::size_t byteCount() const;
    std::size_t byteBudget() const;
    std::size_t count() const;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace dollygrip::media
