#pragma once

#include "core/base/image.h"
#include "core/project/film.h"
#include "core/project/picturecache.h"

#include <QImage>
#include <QPainter>

#include <memory>

namespace dollygrip {

/// The layers of a panel that are not hidden, in the order in which they are painted: by depth,
/// farthest first; equal depths keep the panel's order.
QList<const Layer*> farToNear(const Panel& panel);

/// How QPainter lays a sheet on what is behind it, with its opacity: the same pixels as
/// multiplane::blendedOver.
QPainter::CompositionMode compositionMode(multiplane::Blend blend);

/// Paints drawings: strokes and pictures -> pixels. Used by canvas, board, stage and export; the
/// same pixels everywhere. Any thread; the cache is shared and thread-safe.
class PanelPainter {
public:
    PanelPainter(const Film& film, std::shared_ptr<PictureCache> cache);

    /// One layer alone, frame 0…1 filling `frame` pixels; `area` says which part of the paper is
    /// painted (in picture units), so that drawings beyond the frame are kept. Transparent where
    /// nothing is drawn; `onPaper` puts the film's paper under it. Cached by content.
    Image layer(const Layer& layer, QSize frame, const multiplane::Placement& area = {},
                bool onPaper = false) const;
    /// The whole panel, frame only, on paper.
    Image panel(const Panel& panel, QSize frame) const;
    /// The smallest placement that holds the frame and everything drawn on the layer, up to twelve
    /// frames beyond the frame on every side.
    multiplane::Placement extent(const Layer& layer) const;
    /// The frame's pixels at which a sheet of this extent is painted when `frame` is wanted: the
    /// same for up to sixteen frames' area, coarser beyond, so that its memory stays bounded.
    static QSize frameFor(const multiplane::Placement& extent, QSize frame);

private:
    void paintPicture(QImage& canvas, const Layer& layer, const QRectF& frame) const;

    FilmSettings m_settings;
    QHash<QString, std::shared_ptr<const Asset>> m_assets;
    std::shared_ptr<PictureCache> m_cache;
};

} // namespace dollygrip
