#include "core/project/livestroke.h"

#include "core/project/strokepainter.h"
#include "core/project/strokeshape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

/// Points behind the end of the pen's way whose curve still bends when one more comes.
constexpr std::size_t kBending = 5;

/// Covers the same pixel at most once, however the pieces lie over each other.
void takeMost(QImage& mask, const QImage& other, const QPoint& at)
{
    const QRect inside = QRect(at, other.size()).intersected(mask.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const std::uint8_t* from = other.constScanLine(y - at.y()) + (inside.left() - at.x());
        std::uint8_t* to = mask.scanLine(y) + inside.left();
        for (int x = 0; x < inside.width(); ++x)
            to[x] = std::max(to[x], from[x]);
    }
}

QImage pathMask(const QPainterPath& path, const QRect& part)
{
    QImage mask(part.size(), QImage::Format_Alpha8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-part.topLeft());
    painter.fillPath(path, Qt::black);
    return mask;
}

QRect pixelsOf(const PenRun& samples)
{
    QRectF box;
    for (const PenSample& sample : samples) {
        const QRectF one(sample.at.x() - sample.radius, sample.at.y() - sample.radius,
                         2 * sample.radius, 2 * sample.radius);
        box = box.isNull() ? one : box.united(one);
    }
    return box.adjusted(-2, -2, 2, 2).toAlignedRect();
}

bool grows(const Stroke& stroke)
{
    return stroke.brush != Brush::Fill && stroke.brush != Brush::Text;
}

} // namespace

LiveStroke::LiveStroke(const QImage& before, const QRectF& frame) : m_before(before), m_frame(frame)
{
}

QRect LiveStroke::show(QImage& sheet, const Stroke& stroke, qsizetype firstNew)
{
    const bool isNew = firstNew <= 0 || stroke.brush != m_stroke.brush;
    m_stroke = stroke;
    if (isNew) {
        m_ended = 0;
        m_mask = {};
        m_density.reset();
    }
    if (!isNew && grows(stroke)) {
        const PenRun samples = penSamples(stroke, m_frame);
        std::vector<PenRun> runs = penRuns(samples);
        if (runs.size() == 1 && runs.front().size() == samples.size())
            return showGrown(sheet, runs.front());
        m_ended = 0;
        m_mask = {};
        m_density.reset();
    }
    return showWhole(sheet);
}

QRect LiveStroke::showWhole(QImage& sheet)
{
    const QRect now = strokeBounds(m_stroke, m_frame).toAlignedRect().adjusted(-2, -2, 2, 2);
    const QRect changed = now.united(m_touched).intersected(sheet.rect());
    m_touched = now.intersected(sheet.rect());
    m_tail = m_touched;
    if (changed.isEmpty())
        return {};
    QPainter painter(&sheet);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(changed.topLeft(), m_before, changed);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setClipRect(changed);
    paintStroke(painter, m_stroke, m_frame);
    return changed;
}

std::size_t LiveStroke::settledEnd(const PenRun& run) const
{
    if (run.size() <= kBending + 1)
        return 0;
    std::size_t end = run.size() - 1 - kBending;
    const double taper = taperLength(m_stroke, m_frame);
    if (taper > 0) {
        // A short line is thin all over until it has grown.
        double whole = 0;
        for (std::size_t i = 1; i < run.size(); ++i)
            whole += lengthOf(run[i].at - run[i - 1].at);
        if (whole < 3.1 * taper)
            return 0;
        double behind = 0;
        for (std::size_t i = run.size() - 1; i > end; --i)
            behind += lengthOf(run[i].at - run[i - 1].at);
        while (end > 0 && behind < 1.1 * taper) {
            behind += lengthOf(run[end].at - run[end - 1].at);
            --end;
        }
    }
    return end;
}

QRect LiveStroke::settle(const PenRun& run, std::size_t end)
{
    if (end <= m_ended)
        return {};
    const bool isDensity = laysDensity(m_stroke.brush);
    // Outlines lie a piece over each other, so that no seam shows between them.
    const std::size_t first = isDensity || m_ended == 0 ? m_ended : m_ended - 1;
    const PenRun part = flattened(run, false, first, end);
    const QRect box = pixelsOf(part).intersected(m_before.rect());
    if (isDensity) {
        if (!m_density)
            m_density.emplace(m_before.rect());
        m_density->add(part, tipOf(m_stroke.brush));
    } else {
        if (m_mask.isNull()) {
            m_mask = QImage(m_before.size(), QImage::Format_Alpha8);
            m_mask.fill(0);
        }
        if (!box.isEmpty())
            takeMost(
                m_mask,
                pathMask(strokePartShape(run, first, end, m_stroke.brush != Brush::Marker), box),
                box.topLeft());
    }
    m_ended = end;
    return box;
}

QImage LiveStroke::mask(const PenRun& run, const QRect& part) const
{
    if (laysDensity(m_stroke.brush)) {
        StrokeDensity tail(part);
        tail.add(flattened(run, false, m_ended, run.size() - 1), tipOf(m_stroke.brush));
        return m_density ? coverageOf(*m_density, &tail, m_stroke, m_frame, part)
                         : coverageOf(tail, nullptr, m_stroke, m_frame, part);
    }
    const std::size_t first = m_ended > 0 ? m_ended - 1 : 0;
    QImage made = pathMask(
        strokePartShape(run, first, run.size() - 1, m_stroke.brush != Brush::Marker), part);
    if (!m_mask.isNull())
        takeMost(made, m_mask.copy(part), {});
    return made;
}

QRect LiveStroke::showGrown(QImage& sheet, const PenRun& run)
{
    const QRect settled = settle(run, settledEnd(run));
    const std::size_t first = m_ended > 0 ? m_ended - 1 : 0;
    const QRect tail =
        pixelsOf(flattened(run, false, first, run.size() - 1)).intersected(sheet.rect());
    const QRect changed = tail.united(m_tail).united(settled).intersected(sheet.rect());
    m_tail = tail;
    m_touched |= tail;
    if (changed.isEmpty())
        return {};
    for (int y = changed.top(); y <= changed.bottom(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(m_before.constScanLine(y));
        auto* to = reinterpret_cast<QRgb*>(sheet.scanLine(y));
        std::copy(from + changed.left(), from + changed.right() + 1, to + changed.left());
    }
    layMask(sheet, mask(run, changed), changed.topLeft(), m_stroke);
    return changed;
}

} // namespace dollygrip
