#include "ui/canvas/pickedpictures.h"

#include "core/project/filmparts.h"

#include <algorithm>

namespace dollygrip::ui {

Layer twinOf(const Layer& layer)
{
    Layer twin = layer;
    twin.id = LayerId::create();
    twin.shared.reset();
    twin.isLocked = false;
    return twin;
}

QByteArray picturesToText(const Picked& picked, const Film& film)
{
    Film part;
    part.settings = film.settings;
    Panel panel;
    panel.layers.clear();
    for (const Layer& layer : picked.panel ? picked.panel->layers : QList<Layer>()) {
        const bool isPicked =
            std::any_of(picked.layers.begin(), picked.layers.end(), [&](const Picked::OfLayer& o) {
                return o.layer == layer.id && o.hasPicture;
            });
        if (!isPicked || layer.picture.isEmpty())
            continue;
        Layer alone = twinOf(layer);
        alone.strokes.clear();
        alone.group.reset();
        panel.layers.append(alone);
        const auto own = picked.assets.value(layer.picture);
        if (const auto asset = own ? own : film.assets.value(layer.picture))
            part.assets.insert(layer.picture, asset);
    }
    if (panel.layers.isEmpty())
        return {};
    Shot shot;
    const PanelId id = panel.id;
    shot.panels = {std::make_shared<const Panel>(std::move(panel))};
    Scene scene;
    scene.shots = {std::make_shared<const Shot>(std::move(shot))};
    part.scenes = {std::make_shared<const Scene>(std::move(scene))};
    return partToText(part, {id});
}

Result<PastedPictures> picturesFromText(const QByteArray& text)
{
    const auto part = partFromText(text);
    if (!part)
        return part.error();
    PastedPictures pasted;
    for (const auto& scene : part->film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels) {
                for (const Layer& layer : panel->layers) {
                    const auto asset = part->film.assets.value(layer.picture);
                    if (!asset)
                        continue;
                    Layer twin = twinOf(layer);
                    twin.group.reset();
                    twin.strokes.clear();
                    pasted.layers.append(twin);
                    pasted.assets.insert(layer.picture, asset);
                }
            }
        }
    }
    if (pasted.layers.isEmpty())
        return Error{ErrorCode::Refused, "clipboard", "it holds no picture"};
    return pasted;
}

} // namespace dollygrip::ui
