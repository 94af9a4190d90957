#include "ui/canvas/regioncolours.h"

#include "ui/theme.h"

#include <algorithm>
#include <limits>

namespace dollygrip::ui {

const QList<QColor>& regionPalette()
{
    static const QList<QColor> palette{QColor(),
                                       QColor(0xf2, 0x7d, 0x5c),  // coral
                                       QColor(0xc3, 0xc2, 0x3f),  // olive
                                       QColor(0xe3, 0x86, 0xb5),  // rose
                                       QColor(0x5b, 0xbf, 0xa4),  // jade
                                       QColor(0xc9, 0x9a, 0x6b),  // sand
                                       QColor(0x8f, 0xa8, 0xe8),  // periwinkle
                                       QColor(0xc4, 0x6a, 0x6a)}; // brick
    return palette;
}

QColor regionColour(const ShotRegion& region)
{
    const Theme& t = theme();
    if (region.isHeldStill)
        return t.still;
    if (!region.colour.isValid())
        return t.subject;
    return t.kind == ThemeKind::Dark ? region.colour : region.colour.darker(135);
}

QColor nextRegionColour(const Shot& shot)
{
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    QColor next;
    for (const QColor& colour : regionPalette()) {
        const qsizetype used =
            std::count_if(shot.regions.begin(), shot.regions.end(),
                          [&](const ShotRegion& region) { return region.colour == colour; });
        if (used < fewest) {
            fewest = used;
            next = colour;
        }
    }
    return next;
}

} // namespace dollygrip::ui
