#include "ui/canvas/drawnpanel.h"

#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/strokeshape.h"
#include "ui/poolwork.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <exception>

namespace dollygrip::ui {

namespace {

constexpr double kOnionOpacity = 0.22;
constexpr qsizetype kTail = 6; // points before the new ones that a smooth curve still bends with

bool isSame(const DrawnPanel::Wanted& a, const DrawnPanel::Wanted& b)
{
    return a.panel == b.panel && a.frame == b.frame && a.area == b.area && a.onion == b.onion
           && a.film.settings == b.film.settings && a.film.assets.size() == b.film.assets.size();
}

// An opaque line may be painted in pieces; others would show where the pieces overlap.
bool growsInPieces(const Stroke& stroke)
{
    if (stroke.brush == Brush::Eraser)
        return stroke.opacity >= 1.0;
    return stroke.brush == Brush::Ink && stroke.opacity >= 1.0 && stroke.colour.alpha() == 255;
}

} // namespace

DrawnPanel::DrawnPanel(std::shared_ptr<PictureCache> pictures, QObject* parent)
    : QObject(parent), m_pictures(std::move(pictures))
{
}

DrawnPanel::~DrawnPanel() = default;

DrawnPanel::Painted DrawnPanel::paintedFrom(const Wanted& wanted,
                                            std::shared_ptr<PictureCache> pictures)
{
    const PanelPainter painter(wanted.film, std::move(pictures));
    Painted result;
    result.area = wanted.area;
    QList<const Layer*> layers;
    for (const Layer& layer : wanted.panel->layers)
        layers.append(&layer);
    std::stable_sort(layers.begin(), layers.end(),
                     [](const Layer* a, const Layer* b) { return a->depthM > b->depthM; });
    for (const Layer* layer : layers) {
        // Sheets are painted with QPainter, which is quickest in its own order of bytes.
        const Image image = painter.layer(*layer, wanted.frame, wanted.area);
        result.sheets.push_back(
            {layer->id, layer->isVisible ? layer->opacity : 0.0,
             toQImage(image).convertToFormat(QImage::Format_ARGB32_Premultiplied)});
    }
    const QSize half(std::max(16, wanted.frame.width() / 2),
                     std::max(16, wanted.frame.height() / 2));
    for (const auto& panel : wanted.onion) {
        if (result.onion.isNull()) {
            result.onion = QImage(half, QImage::Format_ARGB32_Premultiplied);
            result.onion.fill(Qt::white);
        }
        QPainter over(&result.onion);
        over.setCompositionMode(QPainter::CompositionMode_Multiply);
        over.drawImage(0, 0, toQImage(painter.panel(*panel, half)));
    }
    return result;
}

void DrawnPanel::show(const Wanted& wanted)
{
    if (!wanted.panel || wanted.frame.isEmpty())
        return clear();
    if (m_wanted.panel && isSame(wanted, m_wanted))
        return;
    m_wanted = wanted;
    ++m_asked;
    start();
}

void DrawnPanel::clear()
{
    m_wanted = {};
    m_sheets.clear();
    m_onion = {};
    m_live.reset();
    m_shown = ++m_asked;
    ++m_cleared;
}

void DrawnPanel::start()
{
    if (m_isPainting || !m_wanted.panel || m_shown == m_asked)
        return;
    m_isPainting = true;
    const quint64 number = m_asked;
    const auto work = [wanted = m_wanted, pictures = m_pictures] {
        return paintedFrom(wanted, pictures);
    };
    inPool(this, work, [this, number, cleared = m_cleared](const Painted& painted) {
        m_isPainting = false;
        if (number == m_asked) {
            m_shown = number;
            put(painted);
        } else if (cleared == m_cleared && m_sheets.empty()) {
            put(painted); // the same panel a little earlier: better than nothing
        }
        start();
    });
}

void DrawnPanel::put(const Painted& painted)
{
    m_sheets = painted.sheets;
    m_onion = painted.onion;
    m_area = painted.area;
    if (m_live) {
        if (Sheet* its = sheet(m_live->layer)) {
            m_live->before = its->image;
            paintLive(*its, m_live->stroke, QRectF(its->image.rect()), true);
        }
    }
    Q_EMIT this->painted();
}

void DrawnPanel::paint(QPainter& painter, const QRectF& frame) const
{
    painter.save();
    const QRectF target(frame.x() + m_area.x * frame.width(), frame.y() + m_area.y * frame.height(),
                        m_area.width * frame.width(), m_area.height * frame.height());
    const double ratio = painter.device()->devicePixelRatioF();
    for (const Sheet& sheet : m_sheets) {
        if (sheet.opacity <= 0 || sheet.image.isNull())
            continue;
        painter.setOpacity(sheet.opacity);
        const bool isExact = std::abs(target.width() * ratio - sheet.image.width()) < 1.5
                             && std::abs(target.height() * ratio - sheet.image.height()) < 1.5;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !isExact);
        if (isExact && ratio == 1.0)
            painter.drawImage(target.topLeft().toPoint(), sheet.image);
        else
            painter.drawImage(target, sheet.image, QRectF(sheet.image.rect()));
    }
    if (!m_onion.isNull()) {
        painter.setOpacity(kOnionOpacity);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.drawImage(frame, m_onion, QRectF(m_onion.rect()));
    }
    painter.restore();
}

DrawnPanel::Sheet* DrawnPanel::sheet(const LayerId& layer)
{
    for (Sheet& one : m_sheets) {
        if (one.layer == layer)
            return &one;
    }
    return nullptr;
}

QRectF DrawnPanel::framePixels(const QImage& image) const
{
    const double width = image.width() / m_area.width;
    const double height = image.height() / m_area.height;
    return {-m_area.x * width, -m_area.y * height, width, height};
}

void DrawnPanel::paintLive(Sheet& sheet, const Stroke& stroke, const QRectF& pixels, bool isFresh)
{
    QPainter painter(&sheet.image);
    painter.setClipRect(pixels.toAlignedRect());
    if (!isFresh) {
        const QRect dirty = pixels.toAlignedRect().intersected(sheet.image.rect());
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(dirty.topLeft(), m_live->before, dirty);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    PanelPainter::paintStroke(painter, stroke, framePixels(sheet.image));
}

QRectF DrawnPanel::showStroke(const LayerId& layer, const Stroke& stroke, qsizetype firstNew)
{
    Sheet* its = sheet(layer);
    if (!its || its->image.isNull())
        return {};
    if (!m_live)
        m_live = Live{layer, stroke, its->image, {}};
    m_live->stroke = stroke;
    const QRectF frame = framePixels(its->image);
    const bool isWhole = stroke.brush == Brush::Fill || firstNew <= 0;
    Stroke tail = stroke;
    if (!isWhole)
        tail.points = stroke.points.mid(std::max<qsizetype>(0, firstNew - kTail));
    // What was there of a stroke that is begun anew (a straight line) has to go as well.
    QRectF pixels = strokeBounds(tail, frame).adjusted(-2, -2, 2, 2);
    const auto toPicture = [&](const QRectF& r) {
        return QRectF((r.x() - frame.x()) / frame.width(), (r.y() - frame.y()) / frame.height(),
                      r.width() / frame.width(), r.height() / frame.height());
    };
    const QRectF part = toPicture(pixels);
    QRectF changed = part;
    if (isWhole && !m_live->bounds.isEmpty()) {
        changed |= m_live->bounds;
        const QRectF old = m_live->bounds;
        pixels |= QRectF(frame.x() + old.x() * frame.width(), frame.y() + old.y() * frame.height(),
                         old.width() * frame.width(), old.height() * frame.height());
        m_live->bounds = {};
    }
    m_live->bounds = m_live->bounds.isEmpty() ? part : m_live->bounds.united(part);
    if (!isWhole && growsInPieces(stroke))
        paintLive(*its, tail, pixels, true);
    else
        paintLive(*its, stroke, pixels, false);
    return changed;
}

QRectF DrawnPanel::endStroke(bool isKept)
{
    if (!m_live)
        return {};
    const Live live = *m_live;
    if (Sheet* its = sheet(live.layer); its && !isKept)
        its->image = live.before;
    m_live.reset();
    return live.bounds;
}

} // namespace dollygrip::ui
