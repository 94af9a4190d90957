#include "core/project/panel.h"

namespace dollygrip {

bool Layer::operator==(const Layer& other) const
{
    if (id != other.id || name != other.name || depthM != other.depthM || opacity != other.opacity
        || isVisible != other.isVisible || isLocked != other.isLocked
        || isPinnedToCamera != other.isPinnedToCamera || picture != other.picture
        || placement != other.placement || blend != other.blend || group != other.group
        || shared != other.shared || unknown != other.unknown
        || strokes.size() != other.strokes.size())
        return false;
    for (qsizetype i = 0; i < strokes.size(); ++i) {
        if (strokes[i] != other.strokes[i] && *strokes[i] != *other.strokes[i])
            return false;
    }
    return true;
}

} // namespace dollygrip
