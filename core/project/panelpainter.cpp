#include "core/project/panelpainter.h"

#include "core/base/contenthash.h"
#include "core/project/pictureimport.h"
#include "core/project/strokeshape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace dollygrip {

namespace {

constexpr double kMarkerOpacity = 0.55;
constexpr int kGrainSide = 128;

/// Paper grain, 0…255, the same on every machine: two octaves of hashed noise.
const std::vector<std::uint8_t>& grain()
{
    static const std::vector<std::uint8_t> noise = [] {
        const auto random = [](int x, int y) {
            std::uint32_t h = std::uint32_t(x & (kGrainSide - 1)) * 0x9e3779b1U
                              ^ std::uint32_t(y & (kGrainSide - 1)) * 0x85ebca77U;
            h ^= h >> 15;
            h *= 0x2c1b3c6dU;
            h ^= h >> 12;
            h *= 0x297a2d39U;
            return int((h ^ (h >> 15)) & 255);
        };
        std::vector<std::uint8_t> values(kGrainSide * kGrainSide);
        for (int y = 0; y < kGrainSide; ++y) {
            for (int x = 0; x < kGrainSide; ++x) {
                const int coarse =
                    (random(x, y) + random(x + 1, y) + random(x, y + 1) + random(x + 1, y + 1)) / 4;
                values[std::size_t(y) * kGrainSide + x] =
                    std::uint8_t((random(x + 64, y + 31) + 2 * coarse) / 3);
            }
        }
        return values;
    }();
    return noise;
}

/// The pencil's colour with the paper's grain in it.
QBrush pencilBrush(const QColor& colour, double alpha, const QRectF& frame)
{
    QImage tile(kGrainSide, kGrainSide, QImage::Format_ARGB32_Premultiplied);
    const std::vector<std::uint8_t>& noise = grain();
    QRgb shades[256];
    for (int i = 0; i < 256; ++i) {
        const double a = alpha * (0.62 + 0.38 * std::min(1.0, i / 150.0));
        shades[i] = qPremultiply(
            qRgba(colour.red(), colour.green(), colour.blue(), int(std::lround(a * 255))));
    }
    for (int y = 0; y < kGrainSide; ++y) {
        auto* line = reinterpret_cast<QRgb*>(tile.scanLine(y));
        for (int x = 0; x < kGrainSide; ++x)
            line[x] = shades[noise[std::size_t(y) * kGrainSide + x]];
    }
    QBrush brush(tile);
    // The grain belongs to the paper: whole pixels, so that it stays crisp.
    const int scale = std::max(1, int(std::lround(frame.height() / 1080.0)));
    QTransform transform = QTransform::fromTranslate(std::round(frame.x()), std::round(frame.y()));
    if (scale > 1)
        transform.scale(scale, scale);
    brush.setTransform(transform);
    return brush;
}

double meanPressure(const Stroke& stroke)
{
    double sum = 0;
    for (const StrokePoint& point : stroke.points)
        sum += point.pressure;
    return stroke.points.isEmpty() ? 0.5 : sum / double(stroke.points.size());
}

/// A running key over addresses. The strokes are kept alive by the cache entry, so an address
/// names one stroke for as long as the key is known.
struct RunningKey {
    std::uint64_t a = 0;
    std::uint64_t b = 0;

    void add(std::uint64_t value)
    {
        a = std::rotl((a ^ value) * 0x9e3779b97f4a7c15U, 31) + b;
        b = std::rotl((b + value) * 0xc2b2ae3d27d4eb4fU, 29) ^ a;
    }
    QByteArray toBytes(const QByteArray& head, qsizetype count) const
    {
        QByteArray key = head;
        key.append(reinterpret_cast<const char*>(&a), sizeof a);
        key.append(reinterpret_cast<const char*>(&b), sizeof b);
        key.append(reinterpret_cast<const char*>(&count), sizeof count);
        return key;
    }
};

template <class T>
void append(QByteArray& bytes, const T& value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// A picture of the film, shrunk smoothly by halves where a plain drawImage would alias.
QImage shrunkFor(QImage picture, const QSizeF& target)
{
    const QSize size(std::max(1, int(std::ceil(target.width()))),
                     std::max(1, int(std::ceil(target.height()))));
    if (picture.width() > size.width() * 1.5 && picture.height() > size.height() * 1.5)
        return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return picture;
}

} // namespace

QList<const Layer*> farToNear(const Panel& panel)
{
    QList<const Layer*> layers;
    for (const Layer& layer : panel.layers) {
        if (panel.isShown(layer))
            layers.append(&layer);
    }
    std::stable_sort(layers.begin(), layers.end(),
                     [](const Layer* a, const Layer* b) { return a->depthM > b->depthM; });
    return layers;
}

QPainter::CompositionMode compositionMode(multiplane::Blend blend)
{
    switch (blend) {
    case multiplane::Blend::Multiply: return QPainter::CompositionMode_Multiply;
    case multiplane::Blend::Screen: return QPainter::CompositionMode_Screen;
    case multiplane::Blend::Overlay: return QPainter::CompositionMode_Overlay;
    case multiplane::Blend::Add: return QPainter::CompositionMode_Plus;
    case multiplane::Blend::Normal: break;
    }
    return QPainter::CompositionMode_SourceOver;
}

PanelPainter::PanelPainter(const Film& film, std::shared_ptr<PictureCache> cache)
    : m_settings(film.settings), m_assets(film.assets), m_cache(std::move(cache))
{
}

Image PanelPainter::layer(const Layer& layer, QSize frame, const multiplane::Placement& area,
                          bool onPaper) const
{
    const QSize size(std::max(1, int(std::lround(area.width * frame.width()))),
                     std::max(1, int(std::lround(area.height * frame.height()))));
    QByteArray head;
    append(head, size);
    append(head, area);
    append(head, layer.placement);
    head += layer.picture.toLatin1();

    QList<RunningKey> keys(layer.strokes.size() + 1);
    for (qsizetype i = 0; i < layer.strokes.size(); ++i) {
        keys[i + 1] = keys[i];
        keys[i + 1].add(std::uint64_t(reinterpret_cast<std::uintptr_t>(layer.strokes[i].get())));
    }
    const qsizetype count = layer.strokes.size();
    const auto keep = std::make_shared<const QList<std::shared_ptr<const Stroke>>>(layer.strokes);

    // The paper lies under the finished sheet, so that an eraser takes away ink and not paper.
    QByteArray paperKey = keys[count].toBytes(head, count);
    append(paperKey, m_settings.paper.rgba());
    append(paperKey, layer.blend);
    if (onPaper) {
        if (Image found = m_cache->find(paperKey); !found.isNull())
            return found;
    }

    // The longest beginning of the sheet that was painted before; only the rest is painted on it.
    qsizetype painted = count;
    Image base = m_cache->find(keys[painted].toBytes(head, painted));
    while (base.isNull() && painted > 0) {
        --painted;
        base = m_cache->find(keys[painted].toBytes(head, painted));
    }
    Image sheet = base;
    if (base.isNull() || painted < count) {
        const double scaleX = size.width() / area.width;
        const double scaleY = size.height() / area.height;
        const QRectF place(-area.x * scaleX, -area.y * scaleY, scaleX, scaleY);
        QImage canvas(size, QImage::Format_ARGB32_Premultiplied);
        if (base.isNull()) {
            canvas.fill(Qt::transparent);
            paintPicture(canvas, layer, place);
        } else {
            canvas = toQImage(base).convertToFormat(QImage::Format_ARGB32_Premultiplied);
        }
        QPainter painter(&canvas);
        for (qsizetype i = painted; i < count; ++i)
            paintStroke(painter, *layer.strokes[i], place);
        painter.end();
        sheet = toImage(canvas);
        m_cache->insert(keys[count].toBytes(head, count), sheet, keep);
    }
    if (!onPaper)
        return sheet;
    QImage canvas(size, QImage::Format_RGBA8888_Premultiplied);
    canvas.fill(m_settings.paper);
    QPainter onto(&canvas);
    onto.setCompositionMode(compositionMode(layer.blend));
    onto.drawImage(0, 0, toQImage(sheet));
    onto.end();
    const Image image = toImage(canvas);
    m_cache->insert(paperKey, image, keep);
    return image;
}

void PanelPainter::paintPicture(QImage& canvas, const Layer& layer, const QRectF& frame) const
{
    if (layer.picture.isEmpty())
        return;
    const Image picture = m_cache->picture(m_assets.value(layer.picture));
    if (picture.isNull())
        return;
    const multiplane::Placement& place = layer.placement;
    const QRectF target(frame.x() + place.x * frame.width(), frame.y() + place.y * frame.height(),
                        place.width * frame.width(), place.height * frame.height());
    const QImage source = shrunkFor(toQImage(picture), target.size());
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, source, QRectF(source.rect()));
}

Image PanelPainter::panel(const Panel& panel, QSize frame) const
{
    QImage canvas(frame, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(m_settings.paper);
    QPainter painter(&canvas);
    for (const Layer* sheet : farToNear(panel)) {
        painter.setOpacity(panel.opacityOf(*sheet));
        painter.setCompositionMode(compositionMode(sheet->blend));
        painter.drawImage(0, 0, toQImage(layer(*sheet, frame)));
    }
    painter.end();
    return toImage(canvas);
}

multiplane::Placement PanelPainter::extent(const Layer& layer) const
{
    // In pixels of a frame of this height, so that a stroke's width and margins count.
    constexpr double kHeight = 1024;
    const QRectF frame(0, 0, kHeight * m_settings.aspect(), kHeight);
    QRectF area = frame;
    if (!layer.picture.isEmpty()) {
        const multiplane::Placement& place = layer.placement;
        area |= QRectF(place.x * frame.width(), place.y * frame.height(),
                       place.width * frame.width(), place.height * frame.height());
    }
    for (const auto& stroke : layer.strokes) {
        if (stroke->brush != Brush::Eraser && !stroke->points.isEmpty())
            area |= strokeBounds(*stroke, frame);
    }
    // Outwards to sixteenths of the frame: the sheet keeps its size while one draws near its edge,
    // and its pixels stay square at the usual sizes.
    const auto down = [](double v) {
        return std::floor(std::clamp(v, -1.5, 2.5) * 16 + 1e-9) / 16;
    };
    const auto up = [](double v) { return std::ceil(std::clamp(v, -1.5, 2.5) * 16 - 1e-9) / 16; };
    multiplane::Placement placement;
    placement.x = down(area.left() / frame.width());
    placement.y = down(area.top() / frame.height());
    placement.width = up(area.right() / frame.width()) - placement.x;
    placement.height = up(area.bottom() / frame.height()) - placement.y;
    return placement;
}

void PanelPainter::paintStroke(QPainter& painter, const Stroke& stroke, const QRectF& frame)
{
    if (stroke.points.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double alpha = std::clamp(stroke.opacity, 0.0, 1.0) * stroke.colour.alphaF();
    QColor colour = stroke.colour;
    colour.setAlphaF(float(alpha));
    switch (stroke.brush) {
    case Brush::Pencil:
        painter.fillPath(
            strokeShape(stroke, frame),
            pencilBrush(stroke.colour, alpha * (0.45 + 0.5 * meanPressure(stroke)), frame));
        break;
    case Brush::Text: break;
    case Brush::Paint:
    case Brush::Ink: painter.fillPath(strokeShape(stroke, frame), colour); break;
    case Brush::Marker:
        colour.setAlphaF(float(alpha * kMarkerOpacity));
        painter.fillPath(strokeShape(stroke, frame), colour);
        break;
    case Brush::Fill: {
        QPainterPath path = fillShape(stroke, frame);
        if (stroke.width > 0)
            path.addPath(strokeShape(stroke, frame));
        path.setFillRule(Qt::WindingFill);
        painter.fillPath(path, colour);
        break;
    }
    case Brush::Eraser:
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        colour = QColor(0, 0, 0);
        colour.setAlphaF(float(std::clamp(stroke.opacity, 0.0, 1.0)));
        painter.fillPath(strokeShape(stroke, frame), colour);
        break;
    }
    painter.restore();
}

} // namespace dollygrip
