#pragma once

#include "core/project/stroketransform.h"

#include <QImage>

#include <memory>

namespace dollygrip::ui {

/// What is in hand of a panel's drawings: strokes of some layers, and whole pictures. Along a lasso
/// they may have been cut out: `panel` is then the panel with the cuts, which the document does
/// not know yet. A value; nothing here changes a document.
struct Picked {
    struct OfLayer {
        LayerId layer;
        Strokes strokes;
        bool hasPicture = false;
    };
    std::shared_ptr<const Panel> panel;                  ///< what the strokes lie on
    std::shared_ptr<const Panel> origin;                 ///< the document's panel at that time
    QHash<QString, std::shared_ptr<const Asset>> assets; ///< that the cuts brought
    QList<OfLayer> layers;

    bool isEmpty() const { return layers.isEmpty(); }
    qsizetype count() const;
    bool has(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke) const;
    void add(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke);
    void addPicture(const LayerId& layer);
    void take(const LayerId& layer, const std::shared_ptr<const Stroke>& stroke);
    /// Picture heights.
    QRectF bounds(double aspect) const;
    /// All picked strokes, in painting order.
    Strokes strokes() const;
    /// The panel without them.
    std::shared_ptr<const Panel> rest() const;
    /// The panel with them changed by `change`; fresh pointers are what is picked then.
    Result<Picked> under(const QTransform& transform, const Film& film,
                         const std::shared_ptr<PictureCache>& pictures) const;
    /// Keeps what is still there of an edited panel.
    void follow(const std::shared_ptr<const Panel>& now);
    /// The picked ones alone, as pixels: `box` in picture heights, `pixels` a picture height.
    QImage painted(const QRectF& box, double pixels, const Film& film,
                   const std::shared_ptr<PictureCache>& pictures) const;
};

/// Cuts what lies inside of an area out of these layers.
Result<Picked> cutOut(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& layers,
                      const QPainterPath& area, const Film& film,
                      const std::shared_ptr<PictureCache>& pictures);

} // namespace dollygrip::ui
