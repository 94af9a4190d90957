#pragma once

#include "core/base/image.h"
#include "core/project/film.h"

#include <QByteArray>

#include <cstddef>
#include <memory>

namespace dollygrip {

/// Decoded pictures and painted layers under a byte budget, so that an edit repaints only the layer
/// it changed. Thread-safe (holds a mutex); share one per process by std::shared_ptr.
class PictureCache {
public:
    explicit PictureCache(std::size_t byteBudget = std::size_t(1) << 30);
    ~PictureCache();

    /// The asset's pixels, decoded at most once while they fit; null Image when it cannot be
    /// decoded.
    Image picture(const std::shared_ptr<const Asset>& asset);
    /// Generic entry: the key is the caller's (see panelpainter.cpp).
    Image find(const QByteArray& key);
    /// `keep` lives as long as the entry, so that a key may name things by their address.
    void insert(const QByteArray& key, const Image& image,
                std::shared_ptr<const void> keep = nullptr);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dollygrip
