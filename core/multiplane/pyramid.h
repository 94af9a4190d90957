#pragma once

#include "core/base/image.h"

#include <array>
#include <mutex>

namespace dollygrip::multiplane {

/// A picture and its halves, quarters … made when first asked for, by any thread. Every level
/// fills the same placement, so a place on the picture is the same fraction of each.
class Pyramid {
public:
    explicit Pyramid(Image picture);
    Pyramid(const Pyramid&) = delete;
    Pyramid& operator=(const Pyramid&) = delete;

    const Image& picture() const { return m_picture; }
    int levels() const { return m_levels; }
    /// Level 0 is the picture. `index` is clamped to what there is.
    const Image& level(int index) const;

private:
    struct Level {
        std::once_flag made;
        Image image;
    };
    Image m_picture;
    int m_levels = 1;
    mutable std::array<Level, 16> m_smaller;
};

} // namespace dollygrip::multiplane
