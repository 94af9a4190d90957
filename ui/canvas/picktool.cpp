#include "ui/canvas/picktool.h"

#include "core/project/document.h"
#include "ui/canvas/picktext.h"
#include "ui/canvas/transformbar.h"
#include "ui/session.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 4;
constexpr qsizetype kFewStrokes = 24;

using Text = PickText;

QTransform toWidget(const CanvasFrame& frame)
{
    const double height = frame.rect.height();
    return QTransform::fromScale(height, height)
           * QTransform::fromTranslate(frame.rect.x(), frame.rect.y());
}

} // namespace

PickTool::~PickTool()
{
    delete m_bar;
}

double PickTool::aspect() const
{
    return host().document().film().settings.aspect();
}

QPointF PickTool::inHeights(const Eigen::Vector2d& place) const
{
    return {place.x() * aspect(), place.y()};
}

std::shared_ptr<const Panel> PickTool::shownPanel() const
{
    const auto id = host().session().shotId();
    const auto panel = host().session().panelId();
    const auto shot = id ? host().document().film().shot(*id) : nullptr;
    for (const auto& one : shot ? shot->panels : QList<std::shared_ptr<const Panel>>()) {
        if (panel && one->id == *panel)
            return one;
    }
    return nullptr;
}

QList<LayerId> PickTool::reachable() const
{
    QList<LayerId> ids;
    const auto panel = shownPanel();
    const QList<LayerId> chosen = host().session().layers();
    for (const Layer& layer : panel ? panel->layers : QList<Layer>()) {
        if (chosen.contains(layer.id) && panel->isShown(layer) && !panel->isLocked(layer))
            ids.append(layer.id);
    }
    return ids;
}

void PickTool::follow() const
{
    if (!m_picked.isEmpty())
        m_picked.follow(shownPanel());
}

const Picked& PickTool::picked() const
{
    follow();
    return m_picked;
}

bool PickTool::hasSelected() const
{
    return !picked().isEmpty();
}

TransformBox PickTool::box() const
{
    return picked().isEmpty() ? TransformBox()
                              : TransformBox(m_picked.bounds(aspect()), host().frame().pixel());
}

void PickTool::showBar()
{
    const bool isWanted = hasSelected() && m_gesture == Gesture::None;
    if (!isWanted) {
        if (m_bar)
            m_bar->hide();
        return;
    }
    if (!m_bar) {
        m_bar = new TransformBar(&host().surface());
        QObject::connect(m_bar, &TransformBar::turned, m_bar, [this](double degrees) {
            const QPointF c = box().rect().center();
            apply(Text::turn(),
                  QTransform::fromTranslate(-c.x(), -c.y()) * QTransform().rotate(degrees)
                      * QTransform::fromTranslate(c.x(), c.y()),
                  QStringLiteral("drawing.turn"));
        });
        QObject::connect(m_bar, &TransformBar::stretched, m_bar, [this](double factor) {
            const QPointF c = box().rect().center();
            apply(Text::size(),
                  QTransform::fromTranslate(-c.x(), -c.y()) * QTransform::fromScale(factor, factor)
                      * QTransform::fromTranslate(c.x(), c.y()),
                  QStringLiteral("drawing.size"));
        });
        QObject::connect(m_bar, &TransformBar::editFinished, m_bar,
                         [this] { host().document().endMerge(); });
        QObject::connect(m_bar, &TransformBar::flipWanted, m_bar,
                         [this](bool isSideways) { flip(isSideways); });
        QObject::connect(m_bar, &TransformBar::duplicateWanted, m_bar, [this] { duplicate(); });
        QObject::connect(m_bar, &TransformBar::deleteWanted, m_bar, [this] { deleteSelected(); });
    }
    m_bar->place();
    m_bar->show();
}

// --- picking ---------------------------------------------------------------------------------

void PickTool::clear()
{
    m_picked = {};
    host().holdPanel(nullptr, {});
    if (m_bar) {
        m_bar->reset();
        m_bar->hide();
    }
    host().repaint();
}

void PickTool::pickAt(const QPointF& point, bool adds)
{
    const auto panel = shownPanel();
    if (!panel)
        return;
    const double radius = pickRadius(host());
    const QList<LayerId> chosen = host().session().layers();
    // First on the chosen layers, then on all that is seen, near before far.
    const Layer* found = nullptr;
    std::shared_ptr<const Stroke> stroke;
    for (const bool everywhere : {false, true}) {
        for (qsizetype i = panel->layers.size() - 1; i >= 0 && !stroke; --i) {
            const Layer& layer = panel->layers[i];
            if ((!everywhere && !chosen.contains(layer.id)) || !panel->isShown(layer)
                || panel->isLocked(layer))
                continue;
            for (qsizetype s = layer.strokes.size() - 1; s >= 0 && !stroke; --s) {
                if (!isErasing(layer.strokes[s]->brush)
                    && isAt(*layer.strokes[s], point, radius, aspect())) {
                    found = &layer;
                    stroke = layer.strokes[s];
                }
            }
        }
    }
    if (!adds || m_picked.panel != panel) {
        const Picked before = m_picked;
        m_picked = {};
        if (adds && before.origin == panel)
            m_picked = before;
    }
    m_picked.panel = m_picked.origin = panel;
    if (stroke && adds && m_picked.has(found->id, stroke)) {
        m_picked.take(found->id, stroke);
    } else if (stroke) {
        m_picked.add(found->id, stroke);
        if (!chosen.contains(found->id))
            host().session().setLayers({found->id});
    } else {
        for (const Layer& layer : panel->layers) { // a picture that is not in the way of a lasso
            const multiplane::Placement& p = layer.placement;
            if (reachable().contains(layer.id) && !layer.picture.isEmpty()
                && QRectF(p.x * aspect(), p.y, p.width * aspect(), p.height).contains(point))
                m_picked.addPicture(layer.id);
        }
    }
    if (m_bar)
        m_bar->reset();
}

void PickTool::pickInside(const QPainterPath& area, bool adds)
{
    const auto panel = shownPanel();
    if (!panel)
        return;
    const QList<LayerId> reach = reachable();
    if (reach.isEmpty())
        return host().say(Text::locked());
    if (m_isCutting) {
        auto made = cutOut(panel, reach, area, host().document().film(), host().pictures());
        if (!made)
            return host().say(QString::fromStdString(made.error().detail));
        m_picked = *made;
        host().holdPanel(m_picked.panel, m_picked.assets);
    } else {
        if (!adds || m_picked.origin != panel)
            m_picked = {};
        m_picked.panel = m_picked.origin = panel;
        for (const Layer& layer : panel->layers) {
            if (!reach.contains(layer.id))
                continue;
            for (const auto& stroke : layer.strokes) {
                qsizetype inside = 0;
                if (stroke->brush == Brush::Text) {
                    inside = area.contains(boundsOf(*stroke, aspect()).center())
                                 ? stroke->points.size()
                                 : 0;
                } else {
                    for (const StrokePoint& point : stroke->points)
                        inside +=
                            area.contains(QPointF(double(point.x) * aspect(), double(point.y))) ? 1
                                                                                                : 0;
                }
                if (2 * inside >= stroke->points.size() && inside > 0)
                    m_picked.add(layer.id, stroke);
            }
        }
    }
    if (m_bar)
        m_bar->reset();
}

void PickTool::selectAll()
{
    cancel();
    const auto panel = shownPanel();
    m_picked = {};
    if (!panel)
        return;
    m_picked.panel = m_picked.origin = panel;
    const QList<LayerId> reach = reachable();
    for (const Layer& layer : panel->layers) {
        if (!reach.contains(layer.id))
            continue;
        for (const auto& stroke : layer.strokes)
            m_picked.add(layer.id, stroke);
        if (!layer.picture.isEmpty())
            m_picked.addPicture(layer.id);
    }
    if (reach.isEmpty())
        host().say(Text::locked());
    if (m_bar)
        m_bar->reset();
    showBar();
    host().repaint();
}

// --- gestures --------------------------------------------------------------------------------

void PickTool::press(const PointerEvent& event)
{
    follow();
    m_start = m_now = inHeights(event.position);
    m_keys = event.modifiers;
    m_box = box();
    m_grip = m_box.gripAt(m_start);
    const bool addsMore =
        (event.modifiers & Qt::ShiftModifier) && m_grip == TransformBox::Grip::Inside;
    m_gesture =
        m_grip != TransformBox::Grip::None && !addsMore ? Gesture::Transform : Gesture::Press;
    m_lasso = {m_start};
    m_transform = {};
    m_floating = {};
    if (m_bar)
        m_bar->hide();
    host().repaint();
}

void PickTool::move(const PointerEvent& event)
{
    m_now = inHeights(event.position);
    m_keys = event.modifiers;
    const double travelled = std::hypot(m_now.x() - m_start.x(), m_now.y() - m_start.y());
    if (m_gesture == Gesture::Press && travelled > kDragPixels * host().frame().pixel())
        m_gesture = m_keys & Qt::ControlModifier ? Gesture::Band : Gesture::Lasso;
    if (m_gesture == Gesture::Lasso)
        m_lasso << m_now;
    if (m_gesture == Gesture::Transform) {
        if (m_floating.isNull() && travelled > kDragPixels / 2 * host().frame().pixel())
            beginTransform();
        m_transform = m_box.dragged(m_grip, m_start, m_now, m_keys);
    }
    host().repaint();
}

void PickTool::beginTransform()
{
    const QRectF box = m_picked.bounds(aspect());
    if (box.isNull())
        return;
    const double ratio = host().surface().devicePixelRatioF();
    double pixels = host().frame().rect.height() * ratio;
    pixels *= std::min(1.0, 4096 / (std::max(box.width(), box.height()) * pixels + 1));
    m_floating = m_picked.painted(box, pixels, host().document().film(), host().pictures());
    host().holdPanel(m_picked.rest(), m_picked.assets);
}

void PickTool::endTransform()
{
    const bool hasMoved = !m_transform.isIdentity() && !m_floating.isNull();
    m_floating = {};
    if (hasMoved) {
        using Grip = TransformBox::Grip;
        const bool isSkew = (m_keys & Qt::ControlModifier)
                            && (m_grip == Grip::Top || m_grip == Grip::Bottom
                                || m_grip == Grip::Left || m_grip == Grip::Right);
        apply(m_grip == Grip::Inside ? Text::move()
              : m_grip == Grip::Turn ? Text::turn()
              : isSkew               ? Text::skew()
                                     : Text::size(),
              m_transform);
    } else if (m_picked.panel == m_picked.origin) {
        host().holdPanel(nullptr, {});
    } else {
        host().holdPanel(m_picked.panel, m_picked.assets);
    }
    m_transform = {};
}

void PickTool::release(const PointerEvent& event)
{
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    m_now = inHeights(event.position);
    const bool adds = event.modifiers & Qt::ShiftModifier;
    switch (gesture) {
    case Gesture::Press: pickAt(m_start, adds); break;
    case Gesture::Lasso:
    case Gesture::Band: {
        QPainterPath area;
        area.setFillRule(Qt::WindingFill);
        if (gesture == Gesture::Band)
            area.addRect(QRectF(m_start, m_now).normalized());
        else
            area.addPolygon(m_lasso);
        area.closeSubpath();
        pickInside(area.simplified(), adds);
        break;
    }
    case Gesture::Transform: endTransform(); break;
    case Gesture::None: break;
    }
    m_lasso.clear();
    showBar();
    host().repaint();
}

void PickTool::hover(const PointerEvent& event)
{
    const TransformBox::Grip over = box().gripAt(inHeights(event.position));
    if (over == m_over)
        return;
    m_over = over;
    host().surface().setCursor(cursor());
}

QCursor PickTool::cursor() const
{
    return TransformBox::cursor(m_over);
}

bool PickTool::cancel()
{
    const bool was = m_gesture != Gesture::None || !m_picked.isEmpty();
    if (m_gesture != Gesture::None) {
        m_gesture = Gesture::None;
        m_floating = {};
        m_transform = {};
        m_lasso.clear();
        if (!m_picked.isEmpty())
            host().holdPanel(m_picked.panel == m_picked.origin ? nullptr : m_picked.panel,
                             m_picked.assets);
        showBar();
        host().repaint();
        return true;
    }
    if (was)
        clear();
    return was;
}

// --- painting --------------------------------------------------------------------------------

void PickTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    const QTransform toPixels = toWidget(frame);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_gesture == Gesture::Lasso || m_gesture == Gesture::Band) {
        const QPolygonF line =
            m_gesture == Gesture::Band ? QPolygonF(QRectF(m_start, m_now).normalized()) : m_lasso;
        painter.setBrush(QColor(255, 255, 255, 30));
        painter.setPen(QPen(QColor(20, 20, 22, 180), 2));
        painter.drawPolygon(toPixels.map(line));
        QPen dashes(Qt::white, 1.25);
        dashes.setDashPattern({4, 3});
        painter.setPen(dashes);
        painter.drawPolygon(toPixels.map(line));
    }
    if (!hasSelected()) {
        if (m_bar && m_bar->isVisible())
            QMetaObject::invokeMethod(m_bar, &QWidget::hide, Qt::QueuedConnection);
        painter.restore();
        return;
    }
    const bool isTransforming = m_gesture == Gesture::Transform && !m_floating.isNull();
    const QTransform now = isTransforming ? m_transform : QTransform();
    if (isTransforming) {
        const QRectF box = m_box.rect();
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(now * toPixels, true);
        painter.drawImage(box, m_floating, QRectF(m_floating.rect()));
        painter.restore();
    } else {
        const bool isFew = m_picked.count() <= kFewStrokes; // many would hide the drawing
        for (const Picked::OfLayer& one : m_picked.layers) {
            for (const auto& stroke : one.strokes) {
                if (stroke->brush == Brush::Text)
                    continue;
                const QPainterPath line = toPixels.map(lineOf(*stroke, aspect()));
                painter.setBrush(Qt::NoBrush);
                if (isFew) {
                    painter.setPen(QPen(QColor(255, 255, 255, 220), 3));
                    painter.drawPath(line);
                }
                painter.setPen(QPen(QColor(32, 110, 220, isFew ? 255 : 150), isFew ? 1.25 : 1));
                painter.drawPath(line);
            }
        }
    }
    const TransformBox box =
        isTransforming ? m_box : TransformBox(m_picked.bounds(aspect()), frame.pixel());
    box.paint(painter, now, toPixels);
    painter.restore();
}

} // namespace dollygrip::ui
