// CanvasView's eyes: paper and drawing or the picture that plays, overlays, words.

#include "core/project/document.h"
#include "core/project/pictureimport.h"
#include "ui/canvas/camerawords.h"
#include "ui/canvas/canvasview.h"
#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kBeyond = 1.0;   // paper beyond the frame, picture heights
constexpr double kFarthest = 1.5; // of it that can be looked at, frames

} // namespace

QRectF CanvasView::paperRect() const
{
    const QRectF& f = m_frame.rect;
    const double beyond = (m_session.shot() ? kBeyond : 0.0) * f.height();
    QRectF paper = f.adjusted(-beyond, -beyond, beyond, beyond);
    // Imported pictures may reach farther; they are there for the camera to find.
    const auto shot = m_session.shot();
    const auto id = m_session.panelId();
    if (shot && id) {
        for (const auto& panel : shot->panels) {
            if (panel->id != *id)
                continue;
            for (const Layer& layer : panel->layers) {
                if (layer.picture.isEmpty())
                    continue;
                const multiplane::Placement& p = layer.placement;
                paper |= m_frame.toWidget(QRectF(p.x, p.y, p.width, p.height));
            }
        }
    }
    const double farX = kFarthest * f.width(), farY = kFarthest * f.height();
    return paper.intersected(f.adjusted(-farX, -farY, farX, farY));
}

OverlayState CanvasView::overlayState() const
{
    OverlayState state;
    state.panel = m_session.panelId();
    state.region = m_session.regionId();
    state.motion = m_session.motionId();
    state.cameraKey = m_session.cameraKey();
    const ToolKind kind = m_session.tool();
    state.showsCameraFrames =
        kind == ToolKind::Camera || (kind == ToolKind::Select && m_session.cameraKey() >= 0);
    state.dimsAround = state.showsCameraFrames && !isWatching();
    state.strength = kind == ToolKind::Camera ? 0.45 : tool().drawsOnPaper() ? 0.7 : 1.0;
    state.showsHandles = !tool().drawsOnPaper();
    state.marching = m_marching;
    state.hoveredRegion = tool().hoveredRegion();
    state.hoveredMotion = tool().hoveredMotion();
    state.ghosts = m_session.ghosts();
    return state;
}

void CanvasView::paintPaper(QPainter& painter)
{
    const Theme& t = theme();
    const QRectF paper = paperRect();
    const bool hasPicture = isWatching() && !m_picture.isNull();
    const QColor tone = m_session.document().film().settings.paper;
    const QRect frame = m_frame.rect.toAlignedRect();
    if (hasPicture) {
        const QImage picture = toQImage(m_picture);
        // A pixel more or less is not worth the time while it plays.
        const QSizeF wide = m_frame.rect.size() * devicePixelRatioF();
        const bool isNearly = std::abs(wide.width() - picture.width()) <= 2
                              && std::abs(wide.height() - picture.height()) <= 2;
        painter.setRenderHint(QPainter::SmoothPixmapTransform,
                              !(isNearly && m_session.isPlaying()));
        painter.drawImage(m_frame.rect, picture, QRectF(picture.rect()));
    } else {
        painter.fillRect(paper, tone);
        m_drawn.paint(painter, m_frame.rect);
        QPainterPath beyond;
        beyond.addRect(paper.adjusted(-1, -1, 1, 1));
        beyond.addRect(m_frame.rect);
        QColor dim = t.surround;
        dim.setAlphaF(0.80F);
        painter.fillPath(beyond, dim);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(t.kind == ThemeKind::Dark ? QColor(0, 0, 0, 200) : QColor(0, 0, 0, 110), 1));
    painter.drawRect(frame.adjusted(-1, -1, 0, 0));
}

void CanvasView::paintOverlay(QPainter& painter)
{
    const auto shot = m_session.shot();
    const bool isGesture = m_session.hasDraft() || tool().isBusy();
    if (!shot || m_isPictureAlone || (m_session.isPlaying() && !isGesture && !m_isPinned))
        return;
    const bool isDrawing = m_drawn.hasStroke();
    painter.save();
    painter.setOpacity(isDrawing ? 0.3 : 1.0);
    m_overlay.paint(painter, m_frame, *shot, overlayState(),
                    m_session.document().film().settings.rate);
    painter.setOpacity(1.0);
    tool().paint(painter, m_frame);
    painter.restore();
}

void CanvasView::paintWords(QPainter& painter)
{
    const Theme& t = theme();
    const auto shot = m_session.shot();
    QFont font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    // Words stay level, whichever way the paper lies.
    const double below = isTurned() ? height() - 28.0 : m_frame.rect.bottom() + 8;
    const bool moves = shot && !shot->camera.isStatic();
    if (shot && !m_isPictureAlone && (moves || m_session.tool() == ToolKind::Camera)) {
        const QString words =
            cameraWords(shot->camera, shot->length, m_session.document().film().settings.rate);
        if (isTurned()) { // they may lie over the drawing then
            QRectF plate(0, 0, painter.fontMetrics().horizontalAdvance(words) + 16, 22);
            plate.moveCenter({m_frame.rect.center().x(), below + 10});
            QColor ground = t.surround;
            ground.setAlphaF(0.85F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawRoundedRect(plate, 3, 3);
        }
        painter.setPen(t.kind == ThemeKind::Dark ? t.camera : QColor(0, 52, 74));
        painter.drawText(QRectF(m_frame.rect.center().x() - 600, below, 1200, 20),
                         Qt::AlignHCenter | Qt::AlignTop, words);
    }
    if (!shot || isWatching() || m_drawn.hasStroke())
        return;
    const Panel* panel = nullptr;
    const auto id = m_session.panelId();
    for (const auto& one : shot->panels) {
        if (id && one->id == *id)
            panel = one.get();
    }
    const bool isEmpty =
        panel && std::all_of(panel->layers.begin(), panel->layers.end(), [](const Layer& layer) {
            return layer.strokes.isEmpty() && layer.picture.isEmpty();
        });
    if (!isEmpty)
        return;
    font.setPixelSize(15);
    painter.setFont(font);
    painter.setPen(QColor(110, 106, 98));
    painter.drawText(m_frame.rect, Qt::AlignCenter, tr("Drop pictures here, or start drawing (B)"));
}

void CanvasView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.fillRect(event->rect(), theme().surround);
    if (!m_session.shot()) {
        painter.setPen(theme().kind == ThemeKind::Dark ? theme().secondary : QColor(30, 30, 32));
        QFont font = painter.font();
        font.setPixelSize(15);
        painter.setFont(font);
        painter.drawText(rect(), Qt::AlignCenter, tr("Drop pictures here, or start drawing (B)"));
        return;
    }
    if (isTurned())
        painter.setTransform(turned());
    paintPaper(painter);
    paintPinned(painter);
    paintGuides(painter);
    paintOverlay(painter);
    painter.resetTransform();
    paintWords(painter);
}

} // namespace dollygrip::ui
