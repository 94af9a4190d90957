#pragma once

#include "core/base/error.h"
#include "core/base/image.h"

#include <QString>

namespace dollygrip::interchange {

/// What stands in the picture's corners, each on a box.
struct BurnIn {
    QString bottomLeft;
    QString bottomRight;
    bool isEmpty() const { return bottomLeft.isEmpty() && bottomRight.isEmpty(); }
    bool operator==(const BurnIn&) const = default;
};

/// Whether text can be painted here at all. Errors: Internal without a QGuiApplication, NotFound
/// where the machine has no font. Main thread.
Result<void> checkBurnIn();

/// The picture with the text painted in. Any thread, after checkBurnIn().
Image burnedIn(const Image& picture, const BurnIn& text);

} // namespace dollygrip::interchange
