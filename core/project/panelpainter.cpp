#include "core/project/panelpainter.h"

#include "core/base/contenthash.h"
#include "core/project/pictureimport.h"
#include "core/project/strokepainter.h"
#include "core/project/strokeshape.h"

#include <QElapsedTimer>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace dollygrip {

namespace {

constexpr double kReach = 12;     ///< frames that the paper reaches beyond the frame, each way
constexpr double kSharpArea = 16; ///< frames' area up to which a sheet has the pixels asked for

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

constexpr qsizetype kMark = 128;   // strokes between beginnings that are kept for far undo
constexpr qint64 kKeepAfterMs = 4; // of painting are worth a sheet in the cache

/// Beginnings that undo will ask for: close behind the end, ever sparser farther back.
bool isWorthKeeping(qsizetype strokes, qsizetype of)
{
    return std::has_single_bit(std::size_t(of - strokes))
           || (strokes % kMark == 0 && of - strokes <= 2 * kMark);
}

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

    // Far undo finds its base still there.
    for (qsizetype mark = count / kMark * kMark; mark > 0 && mark > count - 2 * kMark;
         mark -= kMark)
        (void)m_cache->find(keys[mark].toBytes(head, mark));

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
        QElapsedTimer sinceKept;
        sinceKept.start();
        for (qsizetype i = painted; i < count; ++i) {
            if (i > painted && isWorthKeeping(i, count) && sinceKept.elapsed() >= kKeepAfterMs) {
                m_cache->insert(keys[i].toBytes(head, i), toImage(canvas), keep);
                sinceKept.restart();
            }
            dollygrip::paintStroke(painter, *layer.strokes[i], place);
        }
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
        if (!isErasing(stroke->brush) && !stroke->points.isEmpty())
            area |= strokeBounds(*stroke, frame);
    }
    // Outwards to sixteenths of the frame: the sheet keeps its size while one draws near its edge,
    // and its pixels stay square at the usual sizes.
    const auto held = [](double v) { return std::clamp(v, -kReach, 1 + kReach) * 16; };
    const auto down = [&](double v) { return std::floor(held(v) + 1e-9) / 16; };
    const auto up = [&](double v) { return std::ceil(held(v) - 1e-9) / 16; };
    multiplane::Placement placement;
    placement.x = down(area.left() / frame.width());
    placement.y = down(area.top() / frame.height());
    placement.width = up(area.right() / frame.width()) - placement.x;
    placement.height = up(area.bottom() / frame.height()) - placement.y;
    return placement;
}

QSize PanelPainter::frameFor(const multiplane::Placement& extent, QSize frame)
{
    const double area = extent.width * extent.height;
    if (area <= kSharpArea)
        return frame;
    const double scale = std::sqrt(kSharpArea / area);
    return QSize(std::max(1, int(std::lround(frame.width() * scale))),
                 std::max(1, int(std::lround(frame.height() * scale))));
}

} // namespace dollygrip
