#include "ui/canvas/picked.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/strokepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

const Layer* layerOf(const Panel& panel, const LayerId& id)
{
    for (const Layer& layer : panel.layers) {
        if (layer.id == id)
            return &layer;
    }
    return nullptr;
}

} // namespace

qsizetype Picked::count() const
{
    qsizetype sum = 0;
    for (const OfLayer& one : layers)
        sum += one.strokes.size() + (one.hasPicture ? 1 : 0);
    return sum;
}

bool Picked::has(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke) const
{
    return std::any_of(layers.begin(), layers.end(), [&](const OfLayer& one) {
        return one.layer == layer && one.strokes.contains(stroke);
    });
}

void Picked::add(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke)
{
    for (OfLayer& one : layers) {
        if (one.layer == layer) {
            if (!one.strokes.contains(stroke))
                one.strokes.append(stroke);
            return;
        }
    }
    layers.append({layer, {stroke}, false});
}

void Picked::addPicture(const LayerId& layer)
{
    for (OfLayer& one : layers) {
        if (one.layer == layer) {
            one.hasPicture = true;
            return;
        }
    }
    layers.append({layer, {}, true});
}

void Picked::take(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke)
{
    for (OfLayer& one : layers) {
        if (one.layer == layer)
            one.strokes.removeAll(stroke);
    }
    layers.removeIf([](const OfLayer& one) { return one.strokes.isEmpty() && !one.hasPicture; });
}

QRectF Picked::bounds(double aspect) const
{
    QRectF box;
    for (const OfLayer& one : layers) {
        for (const auto& stroke : one.strokes)
            box |= boundsOf(*stroke, aspect);
        const Layer* layer = panel ? layerOf(*panel, one.layer) : nullptr;
        if (one.hasPicture && layer && !layer->picture.isEmpty()) {
            const multiplane::Placement& p = layer->placement;
            box |= QRectF(p.x * aspect, p.y, p.width * aspect, p.height);
        }
    }
    return box;
}

Strokes Picked::strokes() const
{
    Strokes all;
    for (const Layer& layer : panel ? panel->layers : QList<Layer>()) {
        for (const auto& stroke : layer.strokes) {
            if (has(layer.id, stroke))
                all.append(stroke);
        }
    }
    return all;
}

std::shared_ptr<const Panel> Picked::rest() const
{
    Panel without = *panel;
    for (Layer& layer : without.layers) {
        for (const OfLayer& one : layers) {
            if (one.layer != layer.id)
                continue;
            layer.strokes.removeIf(
                [&](const auto& stroke) { return one.strokes.contains(stroke); });
            if (one.hasPicture)
                layer.picture.clear();
        }
    }
    return std::make_shared<const Panel>(std::move(without));
}

Result<Picked> Picked::under(const QTransform& transform, const Film& film,
                             const std::shared_ptr<PictureCache>& pictures) const
{
    Picked result = *this;
    Panel changed = *panel;
    const double aspect = film.settings.aspect();
    Film working;
    working.settings = film.settings;
    working.assets = film.assets;
    working.assets.insert(assets);
    for (OfLayer& one : result.layers) {
        for (Layer& layer : changed.layers) {
            if (layer.id != one.layer)
                continue;
            Strokes fresh;
            for (auto& stroke : layer.strokes) {
                if (!one.strokes.contains(stroke))
                    continue;
                stroke = std::make_shared<const Stroke>(transformed(*stroke, transform, aspect));
                fresh.append(stroke);
            }
            one.strokes = fresh;
            if (!one.hasPicture)
                continue;
            if (auto done = transformPicture(working, layer, transform, pictures); !done)
                return done.error();
            if (const auto asset = working.assets.value(layer.picture);
                asset && !film.assets.contains(layer.picture))
                result.assets.insert(layer.picture, asset);
        }
    }
    result.panel = std::make_shared<const Panel>(std::move(changed));
    return result;
}

void Picked::follow(const std::shared_ptr<const Panel>& now)
{
    if (now == origin)
        return;
    if (!now || !origin || now->id != origin->id) {
        *this = {};
        return;
    }
    if (panel != origin && *now != *panel) {
        *this = {}; // cut along a lasso, and now something else happened
        return;
    }
    for (OfLayer& one : layers) {
        const Layer* layer = layerOf(*now, one.layer);
        one.hasPicture = one.hasPicture && layer && !layer->picture.isEmpty();
        one.strokes.removeIf(
            [&](const auto& stroke) { return !layer || !layer->strokes.contains(stroke); });
    }
    layers.removeIf([](const OfLayer& one) { return one.strokes.isEmpty() && !one.hasPicture; });
    panel = origin = now;
    assets.clear();
}

QImage Picked::painted(const QRectF& box, double pixels, const Film& film,
                       const std::shared_ptr<PictureCache>& pictures) const
{
    const QSize size(int(std::ceil(box.width() * pixels)), int(std::ceil(box.height() * pixels)));
    if (size.isEmpty() || size.width() > 8192 || size.height() > 8192)
        return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double aspect = film.settings.aspect();
    const QRectF frame(-box.x() * pixels, -box.y() * pixels, aspect * pixels, pixels);
    for (const Layer* layer : farToNear(*panel)) {
        for (const OfLayer& one : layers) {
            if (one.layer != layer->id)
                continue;
            if (one.hasPicture) {
                Film working = film;
                working.assets.insert(assets);
                const QImage picture =
                    toQImage(pictures->picture(working.assets.value(layer->picture)));
                const multiplane::Placement& p = layer->placement;
                painter.setRenderHint(QPainter::SmoothPixmapTransform);
                painter.drawImage(QRectF(frame.x() + p.x * frame.width(),
                                         frame.y() + p.y * frame.height(), p.width * frame.width(),
                                         p.height * frame.height()),
                                  picture, QRectF(picture.rect()));
            }
            for (const auto& stroke : layer->strokes) {
                if (one.strokes.contains(stroke))
                    paintStroke(painter, *stroke, frame);
            }
        }
    }
    return image;
}

Result<Picked> cutOut(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& layers,
                      const QPainterPath& area, const Film& film,
                      const std::shared_ptr<PictureCache>& pictures)
{
    Picked result;
    result.origin = panel;
    Panel changed = *panel;
    const double aspect = film.settings.aspect();
    Film working;
    working.settings = film.settings;
    working.assets = film.assets;
    for (qsizetype i = 0; i < changed.layers.size(); ++i) {
        const LayerId id = changed.layers[i].id;
        if (!layers.contains(id) || !panel->isShown(changed.layers[i])
            || panel->isLocked(changed.layers[i]))
            continue;
        Strokes strokes;
        for (const auto& stroke : changed.layers[i].strokes) {
            const CutStroke pieces = cut(*stroke, area, aspect);
            if (pieces.inside.isEmpty()) {
                strokes.append(stroke);
                continue;
            }
            for (const Stroke& piece : pieces.outside)
                strokes.append(std::make_shared<const Stroke>(piece));
            for (const Stroke& piece : pieces.inside) {
                strokes.append(pieces.outside.isEmpty() ? stroke
                                                        : std::make_shared<const Stroke>(piece));
                result.add(id, strokes.last());
            }
        }
        changed.layers[i].strokes = strokes;
        auto piece = cutPicture(working, changed.layers[i], area, pictures);
        if (!piece)
            return piece.error();
        if (*piece) {
            // Under the strokes of its layer, as the picture was; the layer's own strokes stay on
            // the sheet with the hole.
            result.addPicture((*piece)->id);
            changed.layers.insert(i + 1, **piece);
            ++i;
        }
    }
    for (auto it = working.assets.cbegin(); it != working.assets.cend(); ++it) {
        if (!film.assets.contains(it.key()))
            result.assets.insert(it.key(), it.value());
    }
    result.panel = std::make_shared<const Panel>(std::move(changed));
    return result;
}

} // namespace dollygrip::ui
