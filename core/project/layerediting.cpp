#include "core/project/layerediting.h"

#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

Error refused(const QString& subject, const QString& why)
{
    return Error{ErrorCode::Refused, subject.toStdString(), why.toStdString()};
}

qsizetype indexOf(const Panel& panel, const LayerId& id)
{
    for (qsizetype i = 0; i < panel.layers.size(); ++i) {
        if (panel.layers[i].id == id)
            return i;
    }
    return -1;
}

void dropEmptyGroups(Panel& panel)
{
    panel.groups.removeIf([&](const LayerGroup& group) {
        return std::none_of(panel.layers.begin(), panel.layers.end(),
                            [&](const Layer& layer) { return layer.group == group.id; });
    });
}

/// First and one past the last layer of a group.
std::pair<qsizetype, qsizetype> spanOf(const Panel& panel, const GroupId& group)
{
    qsizetype first = -1, end = -1;
    for (qsizetype i = 0; i < panel.layers.size(); ++i) {
        if (panel.layers[i].group != group)
            continue;
        first = first < 0 ? i : first;
        end = i + 1;
    }
    return {first, end};
}

/// Where layers of `group` may come when one asks for `index`.
qsizetype fitting(const Panel& panel, qsizetype index, const std::optional<GroupId>& group)
{
    index = std::clamp<qsizetype>(index, 0, panel.layers.size());
    if (group) {
        const auto [first, end] = spanOf(panel, *group);
        if (first >= 0)
            return std::clamp(index, first, end);
    }
    if (index == 0 || index == panel.layers.size())
        return index;
    const auto below = panel.layers[index - 1].group;
    if (!below || below != panel.layers[index].group)
        return index;
    const auto [first, end] = spanOf(panel, *below);
    return index - first < end - index ? first : end;
}

/// Brings a depth between those of the neighbours at `index` of a list without it.
double depthAt(const Panel& panel, qsizetype index, qsizetype next, double depthM)
{
    if (index > 0)
        depthM = std::min(depthM, panel.layers[index - 1].depthM);
    if (next < panel.layers.size())
        depthM = std::max(depthM, panel.layers[next].depthM);
    return depthM;
}

bool isPlainSheet(const Panel& panel, const Layer& layer)
{
    return layer.blend == multiplane::Blend::Normal && panel.opacityOf(layer) >= 1.0
           && layer.picture.isEmpty()
           && std::none_of(layer.strokes.begin(), layer.strokes.end(),
                           [](const auto& stroke) { return isErasing(stroke->brush); });
}

/// Both layers painted as one picture that reaches as far as they do.
Result<Layer> paintedTogether(const Film& film, const Panel& panel, const Layer& under,
                              const Layer& over, const std::shared_ptr<PictureCache>& pictures,
                              std::shared_ptr<const Asset>& asset)
{
    const PanelPainter painter(film, pictures);
    const multiplane::Placement a = painter.extent(under), b = painter.extent(over);
    const QRectF both = QRectF(a.x, a.y, a.width, a.height) | QRectF(b.x, b.y, b.width, b.height);
    const multiplane::Placement area{both.x(), both.y(), both.width(), both.height()};
    const QSize frame = PanelPainter::frameFor(
        area, QSize(int(std::lround(kMergedHeight * film.settings.aspect())), kMergedHeight));
    QImage canvas(toQImage(painter.layer(under, frame, area))
                      .convertToFormat(QImage::Format_ARGB32_Premultiplied));
    if (canvas.isNull())
        return refused(under.name, u"the layers are too large to be painted together"_s);
    QPainter brush(&canvas);
    brush.setCompositionMode(compositionMode(over.blend));
    // The lower keeps its own opacity, so the upper's counts against it.
    brush.setOpacity(panel.opacityOf(over));
    brush.drawImage(0, 0, toQImage(painter.layer(over, frame, area)));
    brush.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !canvas.save(&buffer, "PNG"))
        return refused(under.name, u"the merged picture could not be written"_s);
    asset = makeAsset(bytes, u"image/png"_s,
                      under.name.isEmpty() ? u"merged.png"_s : under.name + u".png"_s);
    Layer merged = under;
    merged.picture = asset->hash;
    merged.placement = area;
    merged.strokes.clear();
    return merged;
}

} // namespace

Result<void> insertLayer(Film& film, const ShotId& shot, const PanelId& panel, Layer layer,
                         const std::optional<LayerId>& above)
{
    return changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
        changed = inPaintOrder(changed);
        qsizetype index = changed.layers.size();
        if (const qsizetype found = above ? indexOf(changed, *above) : -1; found >= 0) {
            index = found + 1;
            layer.group = changed.layers[found].group;
        }
        layer.depthM = depthAt(changed, index, index, layer.depthM);
        changed.layers.insert(index, layer);
        return {};
    });
}

Result<void> removeLayers(Film& film, const ShotId& shot, const QList<LayerId>& layers)
{
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (auto& shared : changed.panels) {
            Panel copy = *shared;
            if (copy.layers.removeIf([&](const Layer& l) { return layers.contains(l.id); }) == 0)
                continue;
            if (copy.layers.isEmpty())
                return refused(changed.name, u"a panel keeps at least one layer"_s);
            dropEmptyGroups(copy);
            shared = std::make_shared<const Panel>(std::move(copy));
        }
        QList<RegionId> gone;
        for (const ShotRegion& region : std::as_const(changed.regions)) {
            if (layers.contains(region.layer))
                gone.append(region.id);
        }
        removeRegions(changed, gone);
        return {};
    });
}

Result<QList<LayerId>> duplicateLayers(Film& film, const ShotId& shot, const QList<LayerId>& layers)
{
    QList<LayerId> copies;
    auto done = changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (auto& shared : changed.panels) {
            Panel copy = *shared;
            for (qsizetype i = copy.layers.size() - 1; i >= 0; --i) {
                if (!layers.contains(copy.layers[i].id))
                    continue;
                Layer twin = copy.layers[i];
                twin.id = LayerId::create();
                twin.shared.reset();
                copies.prepend(twin.id);
                copy.layers.insert(i + 1, twin);
            }
            if (copy.layers.size() != shared->layers.size())
                shared = std::make_shared<const Panel>(std::move(copy));
        }
        return {};
    });
    if (!done)
        return done.error();
    return copies;
}

Result<void> moveLayers(Film& film, const ShotId& shot, const PanelId& panel,
                        const QList<LayerId>& layers, qsizetype index,
                        const std::optional<GroupId>& group)
{
    return changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
        changed = inPaintOrder(changed);
        QList<Layer> moved;
        for (const Layer& layer : changed.layers) {
            if (layers.contains(layer.id))
                moved.append(layer);
        }
        // A group whose layers all travel travels whole, unless they are put into another.
        const auto travelsWhole = [&](const std::optional<GroupId>& id) {
            return id && !group
                   && std::count_if(changed.layers.begin(), changed.layers.end(),
                                    [&](const Layer& l) { return l.group == id; })
                          == std::count_if(moved.begin(), moved.end(),
                                           [&](const Layer& l) { return l.group == id; })
                   && moved.size() > 1;
        };
        for (Layer& layer : moved)
            layer.group = travelsWhole(layer.group) ? layer.group : group;
        changed.layers.removeIf([&](const Layer& l) { return layers.contains(l.id); });
        index = fitting(changed, index, group);
        const Panel rest = changed;
        for (qsizetype i = 0; i < moved.size(); ++i) {
            moved[i].depthM = depthAt(rest, index, index, moved[i].depthM);
            changed.layers.insert(index + i, moved[i]);
        }
        dropEmptyGroups(changed);
        return {};
    });
}

Result<void> setLayerDepth(Film& film, const ShotId& shot, const LayerId& layer, double depthM)
{
    const auto owner = film.shot(shot);
    const Panel* panel = owner ? owner->panelOfLayer(layer) : nullptr;
    if (!panel)
        return Error{ErrorCode::NotFound, "layer " + layer.toText().toStdString(), {}};
    return changePanel(film, shot, panel->id, [&](Panel& changed) -> Result<void> {
        changed = inPaintOrder(changed);
        Layer moved = changed.layers.takeAt(indexOf(changed, layer));
        moved.depthM = depthM;
        qsizetype index = 0;
        while (index < changed.layers.size() && changed.layers[index].depthM >= depthM)
            ++index;
        changed.layers.insert(fitting(changed, index, moved.group), moved);
        return {};
    });
}

Result<GroupId> groupLayers(Film& film, const ShotId& shot, const PanelId& panel,
                            const QList<LayerId>& layers, const QString& name)
{
    LayerGroup group;
    group.name = name;
    auto done = changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
        changed = inPaintOrder(changed);
        QList<Layer> inside;
        qsizetype end = 0;
        for (qsizetype i = 0; i < changed.layers.size(); ++i) {
            if (!layers.contains(changed.layers[i].id))
                continue;
            inside.append(changed.layers[i]);
            inside.last().group = group.id;
            end = i + 1;
        }
        if (inside.isEmpty())
            return refused(name, u"a group needs a layer"_s);
        changed.layers.removeIf([&](const Layer& l) { return layers.contains(l.id); });
        const qsizetype index = fitting(changed, end - inside.size(), std::nullopt);
        const Panel rest = changed;
        for (qsizetype i = 0; i < inside.size(); ++i) {
            inside[i].depthM = depthAt(rest, index, index, inside[i].depthM);
            changed.layers.insert(index + i, inside[i]);
        }
        changed.groups.append(group);
        dropEmptyGroups(changed);
        return {};
    });
    if (!done)
        return done.error();
    return group.id;
}

Result<void> ungroup(Film& film, const ShotId& shot, const PanelId& panel, const GroupId& group)
{
    return changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
        for (Layer& layer : changed.layers) {
            if (layer.group == group)
                layer.group.reset();
        }
        dropEmptyGroups(changed);
        return {};
    });
}

Result<void> changeGroup(Film& film, const ShotId& shot, const PanelId& panel, const GroupId& group,
                         const std::function<void(LayerGroup&)>& change)
{
    return changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
        for (LayerGroup& one : changed.groups) {
            if (one.id != group)
                continue;
            change(one);
            return {};
        }
        return Error{ErrorCode::NotFound, "group " + group.toText().toStdString(), {}};
    });
}

Result<void> mergeDown(Film& film, const ShotId& shot, const LayerId& layer,
                       const std::shared_ptr<PictureCache>& pictures)
{
    const auto owner = film.shot(shot);
    const Panel* found = owner ? owner->panelOfLayer(layer) : nullptr;
    if (!found)
        return Error{ErrorCode::NotFound, "layer " + layer.toText().toStdString(), {}};
    const Panel ordered = inPaintOrder(*found);
    const Panel* panel = &ordered;
    const qsizetype index = indexOf(*panel, layer);
    if (index == 0)
        return refused(panel->layers[0].name, u"no layer lies behind it"_s);
    const Layer& over = panel->layers[index];
    const Layer& under = panel->layers[index - 1];
    if (panel->isLocked(over) || panel->isLocked(under))
        return refused(panel->isLocked(over) ? over.name : under.name, u"the layer is locked"_s);
    Layer merged = under;
    std::shared_ptr<const Asset> asset;
    if (isPlainSheet(*panel, over) && panel->opacityOf(under) >= 1.0) {
        merged.strokes += over.strokes;
    } else {
        auto painted = paintedTogether(film, *panel, under, over, pictures, asset);
        if (!painted)
            return painted.error();
        merged = *painted;
        addAsset(film, asset);
    }
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (auto& shared : changed.panels) {
            if (shared->id != panel->id)
                continue;
            Panel copy = ordered;
            copy.layers[index - 1] = merged;
            copy.layers.removeAt(index);
            dropEmptyGroups(copy);
            shared = std::make_shared<const Panel>(std::move(copy));
        }
        for (ShotRegion& region : changed.regions) {
            if (region.layer == layer)
                region.layer = merged.id;
        }
        return {};
    });
}

} // namespace dollygrip
