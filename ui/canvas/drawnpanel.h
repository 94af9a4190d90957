#pragma once

#include "core/multiplane/stage.h"
#include "core/project/film.h"
#include "core/project/livestroke.h"
#include "core/project/picturecache.h"

#include <QImage>
#include <QObject>
#include <QPainter>
#include <QRectF>

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <vector>

namespace dollygrip::ui {

/// The current panel as pixels: every layer a sheet, painted in the pool at the size and part of
/// the paper that is looked at; the last sheets stay in sight meanwhile. The stroke under the pen
/// is painted straight onto its layer's sheet, only where it is new. Main thread.
class DrawnPanel : public QObject {
    Q_OBJECT
public:
    explicit DrawnPanel(std::shared_ptr<PictureCache> pictures, QObject* parent = nullptr);
    ~DrawnPanel() override;

    /// A panel that shines through; without a valid tone in its own colours.
    struct Onion {
        std::shared_ptr<const Panel> panel;
        QColor tone;
        double strength = 1.0;
        bool operator==(const Onion&) const = default;
    };
    /// What is to be seen. `frame` in device pixels; `area` in picture units.
    struct Wanted {
        Film film; ///< settings and assets count, its shots do not
        std::shared_ptr<const Panel> panel;
        QSize frame;
        multiplane::Placement area;
        QList<Onion> onion; ///< panels that shine through
        double onionOpacity = 0.35;
    };
    /// Paints it in the pool unless it is there already.
    void show(const Wanted& wanted);
    /// Forgets everything (another shot).
    void clear();
    bool isPainted() const { return !m_sheets.empty(); }
    /// Nothing is being painted and the sheets are what was last wanted.
    bool isCurrent() const { return m_shown == m_asked; }

    /// The sheets over each other; `frame` is the frame's rectangle in the painter's units.
    void paint(QPainter& painter, const QRectF& frame) const;

    /// Paints a live stroke; only points from `firstNew` on are new. Returns the part of the paper
    /// that changed, in picture units.
    QRectF showStroke(const LayerId& layer, const Stroke& stroke, qsizetype firstNew);
    /// Kept: it stays on the sheet. Else the sheet is as before. Returns what changed.
    QRectF endStroke(bool isKept);
    /// What is seen at a place, on that paper.
    QColor colourAt(const Eigen::Vector2d& place, const QColor& paper) const;
    bool hasStroke() const { return m_live.has_value(); }

Q_SIGNALS:
    void painted(); ///< new sheets are in place

private:
    struct Sheet {
        LayerId layer;
        double opacity = 1.0;
        QPainter::CompositionMode mode = QPainter::CompositionMode_SourceOver;
        QImage image;
    };
    struct Painted {
        std::vector<Sheet> sheets;
        QImage onion;
        multiplane::Placement area;
    };
    struct Live {
        LayerId layer;
        LiveStroke stroke;
    };

    static Painted paintedFrom(const Wanted& wanted, std::shared_ptr<PictureCache> pictures);
    void start();
    void put(const Painted& painted);
    Sheet* sheet(const LayerId& layer);
    QRectF framePixels(const QImage& image) const;
    QRectF pictureUnits(const QImage& image, const QRect& pixels) const;

    std::shared_ptr<PictureCache> m_pictures;
    Wanted m_wanted;
    std::vector<Sheet> m_sheets;
    QImage m_onion;
    multiplane::Placement m_area;
    std::optional<Live> m_live;
    quint64 m_asked = 0;
    quint64 m_shown = 0;
    quint64 m_cleared = 0;
    bool m_isPainting = false;
};

} // namespace dollygrip::ui
