#include "core/project/panelpieces.h"

#include "core/project/panelediting.h"

#include <QHash>

#include <algorithm>

namespace dollygrip {

namespace {

double spanOf(FrameIndex length)
{
    return length > 1 ? double(length - 1) : 1.0;
}

bool hasLayer(const Panel& panel, const LayerId& layer)
{
    return std::any_of(panel.layers.begin(), panel.layers.end(),
                       [&](const Layer& one) { return one.id == layer; });
}

/// What follows one of them follows its copy.
void renewRegions(QList<ShotRegion>& regions, const QHash<LayerId, LayerId>& layers)
{
    QHash<RegionId, RegionId> fresh;
    for (ShotRegion& region : regions) {
        const RegionId id = RegionId::create();
        fresh.insert(region.id, id);
        region.id = id;
        region.layer = layers.value(region.layer, region.layer);
        for (Motion& motion : region.motions)
            motion.id = MotionId::create();
    }
    for (ShotRegion& region : regions) {
        if (region.follows)
            region.follows = fresh.value(*region.follows, *region.follows);
    }
}

} // namespace

QList<FrameIndex> panelLengths(const Shot& shot)
{
    QList<FrameIndex> lengths;
    for (qsizetype i = 0; i < shot.panels.size(); ++i) {
        const FrameIndex end = i + 1 < shot.panels.size() ? shot.panelStart(i + 1) : shot.length;
        lengths.append(end - shot.panelStart(i));
    }
    return lengths;
}

QList<PanelPiece> piecesOf(const Shot& shot)
{
    QList<PanelPiece> pieces;
    const QList<FrameIndex> lengths = panelLengths(shot);
    const double span = spanOf(shot.length);
    for (qsizetype i = 0; i < shot.panels.size(); ++i) {
        PanelPiece piece{*shot.panels[i], std::max<FrameIndex>(1, lengths[i]), {}};
        const auto start = double(shot.panelStart(i));
        for (ShotRegion region : shot.regions) {
            if (!hasLayer(piece.panel, region.layer))
                continue;
            for (Motion& motion : region.motions) {
                motion.path.from = motion.path.from * span - start;
                motion.path.to = motion.path.to * span - start;
            }
            piece.regions.append(std::move(region));
        }
        pieces.append(std::move(piece));
    }
    return pieces;
}

void putPieces(Shot& shot, const QList<PanelPiece>& pieces)
{
    shot.length = 0;
    for (const PanelPiece& piece : pieces)
        shot.length += piece.length;
    const double span = spanOf(shot.length);
    shot.panels.clear();
    shot.regions.clear();
    FrameIndex start = 0;
    for (const PanelPiece& piece : pieces) {
        Panel panel = piece.panel;
        panel.start = double(start) / span;
        shot.panels.append(std::make_shared<const Panel>(std::move(panel)));
        for (ShotRegion region : piece.regions) {
            for (Motion& motion : region.motions) {
                motion.path.from = (motion.path.from + double(start)) / span;
                motion.path.to = (motion.path.to + double(start)) / span;
            }
            shot.regions.append(std::move(region));
        }
        start += piece.length;
    }
    // Whom a region followed may have gone with another panel.
    for (ShotRegion& region : shot.regions) {
        if (region.follows && !shot.region(*region.follows))
            region.follows.reset();
    }
}

void stretch(PanelPiece& piece, FrameIndex length)
{
    const double by =
        piece.length > 1 && length > 1 ? double(length - 1) / double(piece.length - 1) : 1.0;
    piece.length = length;
    for (ShotRegion& region : piece.regions) {
        for (Motion& motion : region.motions) {
            motion.path.from *= by;
            motion.path.to *= by;
        }
    }
}

void renewIds(PanelPiece& piece)
{
    QHash<LayerId, LayerId> layers;
    piece.panel.id = PanelId::create();
    for (Layer& layer : piece.panel.layers) {
        const LayerId fresh = LayerId::create();
        layers.insert(layer.id, fresh);
        layer.id = fresh;
    }
    renewRegions(piece.regions, layers);
}

void renewIds(Shot& shot)
{
    shot.id = ShotId::create();
    QHash<LayerId, LayerId> layers;
    for (auto& panel : shot.panels) {
        Panel copy = *panel;
        copy.id = PanelId::create();
        for (Layer& layer : copy.layers) {
            const LayerId fresh = LayerId::create();
            layers.insert(layer.id, fresh);
            layer.id = fresh;
        }
        panel = std::make_shared<const Panel>(std::move(copy));
    }
    renewRegions(shot.regions, layers);
}

} // namespace dollygrip
