// CanvasView's guides: lines to draw by, the second frame, reference pictures, onion skin, and the
// canvas turned and mirrored.

#include "core/project/cut.h"
#include "core/project/document.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "ui/canvas/canvasview.h"
#include "ui/poolwork.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kLargestPinned = 2048; // pixels, of what is shown
constexpr double kSnapDegrees = 4;   // to straight, while the canvas is turned by hand

QImage shrunkTo(const QImage& image, int side)
{
    return std::max(image.width(), image.height()) > side
               ? image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

} // namespace

void CanvasView::setGuides(const GuideLook& look)
{
    if (look == m_guides)
        return;
    const bool readsAnew = !(look.onion == m_guides.onion);
    m_guides = look;
    if (readsAnew)
        showPanel();
    update();
    Q_EMIT guidesChanged();
}

void CanvasView::setThirds(bool isShown)
{
    GuideLook look = m_guides;
    look.hasThirds = isShown;
    setGuides(look);
}

void CanvasView::setSafeAreas(bool isShown)
{
    GuideLook look = m_guides;
    look.hasSafeAreas = isShown;
    setGuides(look);
}

void CanvasView::setOnionSkin(bool isShown)
{
    GuideLook look = m_guides;
    look.onion.isOn = isShown;
    setGuides(look);
}

QList<DrawnPanel::Onion> CanvasView::onionOf(const Shot& shot, qsizetype index) const
{
    const OnionSkin& onion = m_guides.onion;
    QList<DrawnPanel::Onion> sheets;
    if (!onion.isOn)
        return sheets;
    QList<std::shared_ptr<const Panel>> before = shot.panels.mid(0, index);
    QList<std::shared_ptr<const Panel>> after = shot.panels.mid(index + 1);
    if (onion.crossesShots) {
        const Cut cut(document().film());
        const CutEntry* here = cut.of(shot.id);
        for (const CutEntry* entry = here;
             entry && entry != &cut.entries().front() && before.size() < onion.before; --entry)
            before = (entry - 1)->shot->panels + before;
        for (const CutEntry* entry = here;
             entry && entry != &cut.entries().back() && after.size() < onion.after; ++entry)
            after += (entry + 1)->shot->panels;
    }
    const auto add = [&](const std::shared_ptr<const Panel>& panel, int distance,
                         const QColor& tone) {
        sheets.append({panel, onion.isTinted ? tone : QColor(), 1.0 / (0.5 + 0.5 * distance)});
    };
    for (int i = 1; i <= onion.before && i <= before.size(); ++i)
        add(before[before.size() - i], i, onion.beforeTone);
    for (int i = 1; i <= onion.after && i <= after.size(); ++i)
        add(after[i - 1], i, onion.afterTone);
    return sheets;
}

void CanvasView::paintGuides(QPainter& painter)
{
    const auto shot = m_session.shot();
    if (!shot || m_isPictureAlone)
        return;
    const double mask = document().film().settings.maskAspect;
    if (m_guides.hasMask && mask > 0)
        paintMask(painter, m_frame, mask);
    if (m_guides.hasThirds)
        Overlay::paintThirds(painter, m_frame);
    if (m_guides.hasSafeAreas)
        Overlay::paintSafeAreas(painter, m_frame);
    if (m_guides.hasCentre)
        paintCentre(painter, m_frame);
    if (m_guides.hasGrid)
        paintGrid(painter, m_frame, m_guides.gridRows);
    const GuidesInHand* inHand = tool().guidesInHand();
    if (m_guides.hasPerspective && !m_session.isPlaying())
        paintPerspective(painter, m_frame, inHand ? inHand->guides : shot->guides,
                         m_guides.hasRays && underMouse() ? m_pointer : std::nullopt);
}

void CanvasView::paintPinned(QPainter& painter)
{
    const auto shot = m_session.shot();
    if (!shot || !m_guides.hasPinned || m_isPictureAlone || m_session.isPlaying())
        return;
    const GuidesInHand* inHand = tool().guidesInHand();
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const PinnedPicture& one : inHand ? inHand->pinned : shot->pinned) {
        const auto known = m_pinned.constFind(one.asset);
        if (known == m_pinned.cend()) {
            m_pinned.insert(one.asset, {});
            const auto asset = document().film().assets.value(one.asset);
            inPool(
                this,
                [asset, pictures = m_pictures] {
                    return shrunkTo(toQImage(pictures->picture(asset)).copy(), kLargestPinned);
                },
                [this, hash = one.asset](const QImage& image) {
                    m_pinned.insert(hash, image);
                    update();
                });
            continue;
        }
        const multiplane::Placement& p = one.placement;
        painter.setOpacity(one.opacity);
        painter.drawImage(m_frame.toWidget(QRectF(p.x, p.y, p.width, p.height)), *known,
                          QRectF(known->rect()));
    }
    painter.restore();
}

PointerEvent CanvasView::snapped(const PointerEvent& event, bool begins)
{
    const auto shot = m_session.shot();
    const ToolKind kind = m_session.tool();
    if (!m_guides.snaps || !shot || m_borrowed || (kind != ToolKind::Pen && kind != ToolKind::Line))
        return event;
    PointerEvent on = event;
    if (begins)
        m_snap.begin(event.position);
    else
        on.position = m_snap.snapped(event.position, shot->guides, m_frame);
    return on;
}

// --- turned and mirrored ---------------------------------------------------------------------

QTransform CanvasView::turned() const
{
    const QPointF c(width() / 2.0, height() / 2.0);
    QTransform turn = QTransform::fromTranslate(-c.x(), -c.y());
    if (m_isMirrored)
        turn *= QTransform::fromScale(-1, 1);
    return turn * QTransform().rotate(m_turn) * QTransform::fromTranslate(c.x(), c.y());
}

QPointF CanvasView::unturned(const QPointF& position) const
{
    return isTurned() ? turned().inverted().map(position) : position;
}

QPointF CanvasView::unturnedWay(const QPointF& by) const
{
    return unturned(by) - unturned({0, 0});
}

QRectF CanvasView::sight() const
{
    return isTurned() ? turned().inverted().mapRect(QRectF(rect())) : QRectF(rect());
}

void CanvasView::updateSeen(const QRectF& part)
{
    const QRectF seen = isTurned() ? turned().mapRect(part) : part;
    update(seen.toAlignedRect().adjusted(-2, -2, 2, 2));
}

QPointF CanvasView::placeOf(const Eigen::Vector2d& picture) const
{
    return turned().map(m_frame.toWidget(picture));
}

void CanvasView::setTurn(double degrees)
{
    m_turn = std::remainder(degrees, 360.0);
    if (std::abs(m_turn) < 1e-9)
        m_turn = 0;
    m_settle.start();
    update();
    Q_EMIT message(m_turn == 0 ? tr("The paper lies straight")
                               : tr("The paper is turned by %1°").arg(std::lround(m_turn)));
}

void CanvasView::turnLeft()
{
    setTurn(std::round((m_turn - 15) / 15) * 15);
}

void CanvasView::turnRight()
{
    setTurn(std::round((m_turn + 15) / 15) * 15);
}

void CanvasView::straighten()
{
    m_isMirrored = false;
    Q_EMIT mirroredChanged(false);
    setTurn(0);
}

void CanvasView::setMirrored(bool isMirrored)
{
    if (isMirrored == m_isMirrored)
        return;
    m_isMirrored = isMirrored;
    m_turn = -m_turn; // what stood upright in the hand stays so
    m_settle.start();
    update();
    Q_EMIT mirroredChanged(isMirrored);
}

void CanvasView::turnTo(const QPointF& position)
{
    const QPointF c(width() / 2.0, height() / 2.0);
    const auto angle = [&](const QPointF& p) {
        return std::atan2(p.y() - c.y(), p.x() - c.x()) * 180 / M_PI;
    };
    double degrees = m_turnBefore + angle(position) - angle(*m_turnFrom);
    if (std::abs(std::remainder(degrees, 90.0)) < kSnapDegrees)
        degrees = std::round(degrees / 90) * 90;
    setTurn(degrees);
}

void CanvasView::fitDrawing()
{
    const auto shot = m_session.shot();
    const auto id = m_session.panelId();
    const Film& film = document().film();
    QRectF all(0, 0, 1, 1);
    const PanelPainter painter(film, m_pictures);
    for (const auto& panel : shot ? shot->panels : QList<std::shared_ptr<const Panel>>()) {
        if (!id || panel->id != *id)
            continue;
        for (const Layer& layer : panel->layers) {
            const multiplane::Placement p = painter.extent(layer);
            all |= QRectF(p.x, p.y, p.width, p.height);
        }
    }
    for (const PinnedPicture& one : shot ? shot->pinned : QList<PinnedPicture>()) {
        const multiplane::Placement& p = one.placement;
        all |= QRectF(p.x, p.y, p.width, p.height);
    }
    constexpr double kRim = 24;
    const double aspect = film.settings.aspect();
    const double high = std::min((width() - 2 * kRim) / (all.width() * aspect),
                                 (height() - 2 * kRim) / all.height());
    const QPointF middle(all.center().x() * high * aspect, all.center().y() * high);
    m_isFitted = false;
    setFrame(QRectF(QPointF(width() / 2.0, height() / 2.0) - middle, QSizeF(high * aspect, high)));
}

} // namespace dollygrip::ui
