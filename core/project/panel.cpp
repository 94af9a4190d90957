#include "core/project/panel.h"

#include <QSet>

#include <algorithm>

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

const LayerGroup* Panel::groupOf(const Layer& layer) const
{
    if (!layer.group)
        return nullptr;
    for (const LayerGroup& group : groups) {
        if (group.id == *layer.group)
            return &group;
    }
    return nullptr;
}

bool Panel::isShown(const Layer& layer) const
{
    const LayerGroup* group = groupOf(layer);
    return layer.isVisible && (!group || group->isVisible);
}

bool Panel::isLocked(const Layer& layer) const
{
    const LayerGroup* group = groupOf(layer);
    return layer.isLocked || (group && group->isLocked);
}

double Panel::opacityOf(const Layer& layer) const
{
    const LayerGroup* group = groupOf(layer);
    return layer.opacity * (group ? group->opacity : 1.0);
}

Panel inPaintOrder(const Panel& panel)
{
    Panel ordered = panel;
    std::stable_sort(ordered.layers.begin(), ordered.layers.end(),
                     [](const Layer& a, const Layer& b) { return a.depthM > b.depthM; });
    QSet<GroupId> left;
    std::optional<GroupId> current;
    for (const Layer& layer : ordered.layers) {
        if (layer.group == current)
            continue;
        if (current)
            left.insert(*current);
        current = layer.group;
        if (current && left.contains(*current))
            return panel;
    }
    return ordered;
}

} // namespace dollygrip
