#pragma once

#include "core/base/image.h"

namespace dollygrip::media {

/// The picture at another size: area means when smaller, linear when larger. Any thread.
Image resized(const Image& picture, int width, int height);

/// The picture in the middle of opaque black of at least its size, as a letterbox or pillarbox.
Image onBlack(const Image& picture, int width, int height);

} // namespace dollygrip::media
