#include "ui/canvas/picktool.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/canvas/transformbar.h"
#include "ui/session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 4;
constexpr double kPasteShift = 0.02; // picture heights, so that the copy is seen

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PickTool)
public:
    static QString move() { return tr("Move drawing"); }
    static QString turn() { return tr("Turn drawing"); }
    static QString size() { return tr("Resize drawing"); }
    static QString skew() { return tr("Skew drawing"); }
    static QString flip() { return tr("Mirror drawing"); }
    static QString remove() { return tr("Delete drawing"); }
    static QString paste() { return tr("Paste drawing"); }
    static QString duplicate() { return tr("Duplicate drawing"); }
    static QString cut() { return tr("Cut drawing"); }
    static QString locked()
    {
        return tr("The layer is locked or hidden. Unlock or show it under Layers.");
    }
    static QString copied(int count) { return tr("%n stroke(s) copied", nullptr, count); }
    static QString mirrorSideways() { return tr("Mirror left and right"); }
    static QString mirrorUpright() { return tr("Mirror top and bottom"); }
    static QString copyAction() { return tr("Copy"); }
    static QString pasteAction() { return tr("Paste"); }
    static QString duplicateAction() { return tr("Duplicate"); }
    static QString deleteAction() { return tr("Delete"); }
    static QString allAction() { return tr("Pick the whole layer"); }
};

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

// --- edits -----------------------------------------------------------------------------------

bool PickTool::put(const QString& text, const Picked& changed, const QString& mergeKey)
{
    const auto shot = host().session().shotId();
    if (!shot || !changed.panel)
        return false;
    const bool went = host().edit(
        text,
        [&](Film& film) -> Result<void> {
            for (const auto& asset : changed.assets)
                addAsset(film, asset);
            return changePanel(film, *shot, changed.panel->id, [&](Panel& panel) -> Result<void> {
                panel = *changed.panel;
                return {};
            });
        },
        mergeKey);
    host().holdPanel(nullptr, {});
    if (!went) {
        clear();
        return false;
    }
    m_picked = changed;
    m_picked.assets.clear();
    m_picked.panel = m_picked.origin = shownPanel();
    host().repaint();
    return true;
}

bool PickTool::apply(const QString& text, const QTransform& transform, const QString& mergeKey)
{
    if (!hasSelected())
        return false;
    const auto changed = m_picked.under(transform, host().document().film(), host().pictures());
    if (!changed) {
        host().say(QString::fromStdString(changed.error().detail));
        host().holdPanel(nullptr, {});
        return false;
    }
    const bool went = put(text, *changed, mergeKey);
    showBar();
    return went;
}

void PickTool::flip(bool isSideways)
{
    if (!hasSelected())
        selectAll();
    const QPointF c = box().rect().center();
    apply(Text::flip(), QTransform::fromTranslate(-c.x(), -c.y())
                            * QTransform::fromScale(isSideways ? -1 : 1, isSideways ? 1 : -1)
                            * QTransform::fromTranslate(c.x(), c.y()));
}

bool PickTool::nudge(const Eigen::Vector2d& by)
{
    if (!hasSelected())
        return false;
    const QPointF way = inHeights(by);
    return apply(Text::move(), QTransform::fromTranslate(way.x(), way.y()),
                 QStringLiteral("drawing.nudge"));
}

bool PickTool::deleteSelected()
{
    if (!hasSelected() || isBusy())
        return false;
    Picked left = m_picked;
    left.panel = m_picked.rest();
    left.layers.clear();
    if (put(Text::remove(), left, {}))
        clear();
    return true;
}

void PickTool::copy() const
{
    if (!hasSelected())
        return;
    auto* data = new QMimeData;
    const Strokes strokes = m_picked.strokes();
    data->setData(QString::fromLatin1(kStrokesMime), strokesToBytes(strokes));
    // For other programs: what it looks like.
    const QRectF box = m_picked.bounds(aspect());
    if (!box.isNull())
        data->setImageData(m_picked.painted(
            box, std::min(1080.0, 4096 / std::max({box.width(), box.height(), 0.01})),
            host().document().film(), host().pictures()));
    QGuiApplication::clipboard()->setMimeData(data);
    host().say(Text::copied(int(strokes.size())));
}

void PickTool::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto panel = shownPanel();
    const QList<LayerId> reach = reachable();
    if (!data || !panel)
        return;
    const auto strokes = strokesFromBytes(data->data(QString::fromLatin1(kStrokesMime)));
    if (!strokes || strokes->isEmpty())
        return;
    if (reach.isEmpty())
        return host().say(Text::locked());
    Picked pasted;
    pasted.origin = panel;
    Panel changed = *panel;
    for (Layer& layer : changed.layers) {
        if (layer.id != reach.last())
            continue;
        // Where the same lies already the copy stands a little beside it.
        const bool isThere =
            std::any_of(layer.strokes.begin(), layer.strokes.end(),
                        [&](const auto& stroke) { return *stroke == *strokes->first(); });
        const double by = isThere ? kPasteShift : 0;
        for (const auto& stroke : *strokes) {
            layer.strokes.append(std::make_shared<const Stroke>(
                transformed(*stroke, QTransform::fromTranslate(by, by), aspect())));
            pasted.add(layer.id, layer.strokes.last());
        }
    }
    pasted.panel = std::make_shared<const Panel>(changed);
    put(Text::paste(), pasted, {});
    if (m_bar)
        m_bar->reset();
    showBar();
}

void PickTool::duplicate()
{
    if (!hasSelected())
        return;
    Picked twin;
    twin.origin = m_picked.origin;
    twin.assets = m_picked.assets;
    Panel changed = *m_picked.panel;
    const QTransform beside = QTransform::fromTranslate(kPasteShift, kPasteShift);
    for (Layer& layer : changed.layers) {
        Strokes copies;
        for (const auto& stroke : layer.strokes) {
            if (m_picked.has(layer.id, stroke))
                copies.append(
                    std::make_shared<const Stroke>(transformed(*stroke, beside, aspect())));
        }
        layer.strokes += copies;
        for (const auto& stroke : copies)
            twin.add(layer.id, stroke);
    }
    twin.panel = std::make_shared<const Panel>(changed);
    if (!twin.isEmpty())
        put(Text::duplicate(), twin, {});
    showBar();
}

// --- keys and menu ---------------------------------------------------------------------------

bool PickTool::wantsKey(const QKeyEvent& event) const
{
    if (event.matches(QKeySequence::Paste) || event.matches(QKeySequence::SelectAll))
        return true;
    return hasSelected()
           && (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)
               || (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier)
               || (event.key() == Qt::Key_H && event.modifiers() == Qt::NoModifier));
}

bool PickTool::keyPress(const QKeyEvent& event)
{
    if (!wantsKey(event))
        return false;
    if (event.matches(QKeySequence::Paste)) {
        paste();
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.matches(QKeySequence::Cut)) {
        copy();
        deleteSelected();
    } else if (event.key() == Qt::Key_D) {
        duplicate();
    } else {
        flip(true);
    }
    return true;
}

bool PickTool::fillMenu(QMenu& menu, const PointerEvent&)
{
    QWidget* owner = &host().surface();
    menu.addAction(Text::allAction(), owner, [this] { selectAll(); });
    if (hasSelected()) {
        menu.addSeparator();
        menu.addAction(Text::mirrorSideways(), owner, [this] { flip(true); });
        menu.addAction(Text::mirrorUpright(), owner, [this] { flip(false); });
        menu.addSeparator();
        menu.addAction(Text::copyAction(), owner, [this] { copy(); });
        menu.addAction(Text::duplicateAction(), owner, [this] { duplicate(); });
    }
    menu.addAction(Text::pasteAction(), owner, [this] { paste(); });
    if (hasSelected())
        menu.addAction(Text::deleteAction(), owner, [this] { deleteSelected(); });
    return true;
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
        for (const Picked::OfLayer& one : m_picked.layers) {
            for (const auto& stroke : one.strokes) {
                if (stroke->brush == Brush::Text)
                    continue;
                const QPainterPath line = toPixels.map(lineOf(*stroke, aspect()));
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(QColor(255, 255, 255, 220), 3));
                painter.drawPath(line);
                painter.setPen(QPen(QColor(32, 110, 220), 1.25));
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
