#include "ui/canvas/filltool.h"

#include "core/multiplane/fillarea.h"
#include "core/project/drawing.h"
#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/canvas/drawtool.h"
#include "ui/poolwork.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kRows = 1080; // of the frame, while the area is looked for
/// The paper that is looked at, in picture units.
constexpr multiplane::Placement kArea{-0.25, -0.375, 1.5, 1.75};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FillTool)
public:
    static QString fill() { return tr("Fill area"); }
    static QString filling() { return tr("Looking for the area… Esc stops."); }
    static QString outside() { return tr("There is no paper to fill here."); }
};

/// What the search needs, by value.
struct Search {
    Film film; ///< settings and assets
    Panel panel;
    std::optional<LayerId> only; ///< this layer's lines alone
    Eigen::Vector2d at{0, 0};
    multiplane::FillOptions options;
    std::shared_ptr<PictureCache> pictures;
};

/// The outline in picture units as points of a Fill stroke; empty when there is none.
QList<StrokePoint> outlineOf(const Search& search)
{
    const PanelPainter painter(search.film, search.pictures);
    const QSize frame(int(std::lround(kRows * search.film.settings.aspect())), kRows);
    QImage canvas(int(std::lround(frame.width() * kArea.width)),
                  int(std::lround(frame.height() * kArea.height)),
                  QImage::Format_ARGB32_Premultiplied);
    canvas.fill(search.film.settings.paper);
    QPainter over(&canvas);
    for (const Layer* layer : farToNear(search.panel)) {
        if (search.only && layer->id != *search.only)
            continue;
        over.setOpacity(search.panel.opacityOf(*layer));
        over.setCompositionMode(compositionMode(layer->blend));
        over.drawImage(0, 0, toQImage(painter.layer(*layer, frame, kArea)));
    }
    over.end();
    const double wide = canvas.width() / kArea.width;
    const double high = canvas.height() / kArea.height;
    const int x = int(std::floor((search.at.x() - kArea.x) * wide));
    const int y = int(std::floor((search.at.y() - kArea.y) * high));
    QList<StrokePoint> points;
    for (const multiplane::OutlinePoint& point :
         multiplane::fillArea(toImage(canvas), x, y, search.options)) {
        const StrokePoint at{float(point.x / wide + kArea.x), float(point.y / high + kArea.y),
                             1.0F};
        points.append(at);
        if (point.isCorner)
            points.append(at);
    }
    return points;
}

} // namespace

void FillTool::press(const PointerEvent& event)
{
    if (m_at || !mayDraw(host()))
        return;
    const auto shot = host().session().shot();
    const auto layer = host().session().layerId();
    const Panel* panel = shot->panelOfLayer(*layer);
    if (!panel)
        return;
    const BrushSettings& brush = host().session().brush();
    Search search;
    search.film.settings = host().document().film().settings;
    search.film.assets = host().document().film().assets;
    search.panel = *panel;
    if (!brush.fillsByAllLayers)
        search.only = *layer;
    search.at = event.position;
    search.options.gap = brush.fillGap;
    search.options.tolerance = int(std::lround(brush.fillTolerance * 255));
    search.pictures = host().pictures();
    Stroke stroke;
    stroke.brush = Brush::Fill;
    stroke.colour = brush.colour;
    stroke.opacity = brush.opacity;
    stroke.width = 0;
    m_at = event.position;
    host().say(Text::filling());
    host().repaint();
    inPool(
        &host().surface(), [search] { return outlineOf(search); },
        [this, number = ++m_search, stroke, shot = shot->id,
         layer = *layer](const QList<StrokePoint>& points) mutable {
            if (number != m_search || !m_at)
                return;
            m_at.reset();
            stroke.points = points;
            place(stroke, shot, layer);
        });
}

void FillTool::place(const Stroke& stroke, const ShotId& shot, const LayerId& layer)
{
    host().say(stroke.points.isEmpty() ? Text::outside() : QString());
    if (!stroke.points.isEmpty()) {
        const bool isOnTop = host().session().brush().fillsOnTop;
        host().edit(Text::fill(), [&](Film& film) {
            return isOnTop ? addStroke(film, shot, layer, stroke)
                           : addStrokeBelow(film, shot, layer, stroke);
        });
    }
    host().repaint();
}

bool FillTool::cancel()
{
    if (!m_at)
        return false;
    m_at.reset();
    ++m_search;
    host().say({});
    host().repaint();
    return true;
}

void FillTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    host().repaint();
}

void FillTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_at) { // at work
        const QPointF at = frame.toWidget(*m_at);
        painter.setPen(QPen(QColor(255, 255, 255, 220), 4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 11, 11);
        painter.setPen(QPen(QColor(40, 110, 150), 2));
        painter.drawArc(QRectF(at.x() - 11, at.y() - 11, 22, 22), 30 * 16, 250 * 16);
        return;
    }
    if (!m_hover)
        return;
    // The colour that would be poured, beside the tip.
    const QPointF at = frame.toWidget(*m_hover) + QPointF(12, 12);
    painter.setPen(QPen(QColor(255, 255, 255), 2));
    painter.setBrush(host().session().brush().colour);
    painter.drawRoundedRect(QRectF(at, QSizeF(12, 12)), 3, 3);
    painter.setPen(QPen(QColor(20, 20, 22, 200), 1));
    painter.drawRoundedRect(QRectF(at, QSizeF(12, 12)).adjusted(-1, -1, 1, 1), 3, 3);
}

} // namespace dollygrip::ui
