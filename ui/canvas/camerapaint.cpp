#include "core/project/editing.h"
#include "ui/canvas/cameraframe.h"
#include "ui/canvas/camerawords.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/upright.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <map>

namespace dollygrip::ui {

namespace {

constexpr FrameIndex kTickFrames = 6;
constexpr double kHandle = 4.0;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(colour.alphaF() * alpha));
    return colour;
}

// A line that is seen on white paper and on black ink.
void drawCased(QPainter& painter, const QPen& pen, const QPainterPath& path)
{
    painter.setBrush(Qt::NoBrush);
    QPen casing(QColor(20, 20, 22, 120), pen.widthF() + 1.6);
    casing.setJoinStyle(Qt::MiterJoin);
    painter.setPen(casing);
    painter.drawPath(path);
    painter.setPen(pen);
    painter.drawPath(path);
}

void paintLabel(QPainter& painter, const QPointF& corner, const QString& text, const QColor& tone)
{
    QFont font = painter.font();
    font.setPixelSize(13);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const double width = std::max(18.0, QFontMetricsF(font).horizontalAdvance(text) + 10);
    const QRectF box(corner.x(), corner.y(), width, 18);
    const Upright upright(painter, box.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawRect(box);
    painter.setPen(tone.lightnessF() > 0.5 ? QColor(20, 20, 22) : QColor(255, 255, 255));
    painter.drawText(box, Qt::AlignCenter, text);
}

// Keys at the same place share one label: "A C".
std::map<int, QString> labels(const std::vector<QPolygonF>& quads)
{
    std::map<int, QString> result;
    for (int i = 0; i < int(quads.size()); ++i) {
        if (quads[std::size_t(i)].isEmpty())
            continue;
        const QPointF corner = quads[std::size_t(i)].front();
        bool isShared = false;
        for (auto& [first, text] : result) {
            if (QLineF(quads[std::size_t(first)].front(), corner).length() < 26) {
                text += QChar(u' ') + cameraKeyName(i);
                isShared = true;
                break;
            }
        }
        if (!isShared)
            result[i] = cameraKeyName(i);
    }
    return result;
}

void dimAround(QPainter& painter, const CanvasFrame& frame, const QPolygonF& quad)
{
    QPainterPath field;
    field.addRect(frame.rect.adjusted(-4000, -4000, 4000, 4000));
    QPainterPath hole;
    hole.addPolygon(quad);
    hole.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(theme().surround, 0.38));
    painter.drawPath(field.subtracted(hole));
}

void paintPath(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
               const CameraPaper& paper, FrameRate rate, bool hasHandles)
{
    CameraPath camera = shot.camera;
    camera.handheld.reset(); // the way, not the unrest on it
    QPainterPath line;
    std::vector<QPointF> ticks;
    bool isOpen = false;
    const FrameIndex step = std::max<FrameIndex>(1, shot.length / 200);
    for (FrameIndex n = 0; n < shot.length; ++n) {
        const bool isTick = n % kTickFrames == 0;
        if (n % step != 0 && !isTick && n != shot.length - 1)
            continue;
        const auto seen =
            paper.frame(camera.at(shotFraction(double(n), shot.length), rate.seconds(n)));
        if (!seen) {
            isOpen = false;
            continue;
        }
        const QPointF at = frame.toWidget(seen->centre);
        if (isOpen)
            line.lineTo(at);
        else
            line.moveTo(at);
        isOpen = true;
        if (isTick || n == shot.length - 1)
            ticks.push_back(at);
    }
    if (line.length() < 3)
        return;
    const QColor tone = theme().camera;
    drawCased(painter, QPen(tone, 1.4), line);
    painter.setPen(Qt::NoPen);
    for (const QPointF& tick : ticks) {
        painter.setBrush(QColor(20, 20, 22, 150));
        painter.drawEllipse(tick, 3.2, 3.2);
        painter.setBrush(tone);
        painter.drawEllipse(tick, 2.2, 2.2);
    }
    // The frames' own places on the way, to be dragged.
    for (const CameraKey& key : hasHandles ? camera.keys : std::vector<CameraKey>{}) {
        const auto seen = paper.frame(key.pose);
        if (!seen)
            continue;
        const QPointF at = frame.toWidget(seen->centre);
        painter.setBrush(Qt::white);
        painter.setPen(QPen(QColor(20, 20, 22, 160), 3.2));
        painter.drawEllipse(at, 4.5, 4.5);
        painter.setPen(QPen(tone, 1.8));
        painter.drawEllipse(at, 4.5, 4.5);
    }
}

void paintHandles(QPainter& painter, const QPolygonF& quad)
{
    const QColor tone = theme().camera;
    const QPointF middle = (quad[0] + quad[1]) / 2;
    const QPointF roll = rollHandle(quad);
    painter.setPen(QPen(tone, 1.2));
    painter.drawLine(middle, roll);
    painter.setBrush(Qt::white);
    for (const QPointF& corner : quad) {
        painter.setPen(QPen(QColor(20, 20, 22, 160), 2.8));
        const QRectF box(corner.x() - kHandle, corner.y() - kHandle, 2 * kHandle, 2 * kHandle);
        painter.drawRect(box);
        painter.setPen(QPen(tone, 1.4));
        painter.drawRect(box);
    }
    painter.setPen(QPen(QColor(20, 20, 22, 160), 2.8));
    painter.drawEllipse(roll, kHandle + 0.5, kHandle + 0.5);
    painter.setPen(QPen(tone, 1.4));
    painter.drawEllipse(roll, kHandle + 0.5, kHandle + 0.5);
}

void paintHorizon(QPainter& painter, const QPolygonF& quad)
{
    const QPointF left = (quad[0] + quad[3]) / 2;
    const QPointF right = (quad[1] + quad[2]) / 2;
    if (std::abs(left.y() - right.y()) < 1.5)
        return;
    QPen pen(faded(theme().camera, 0.8), 1.1);
    pen.setDashPattern({6, 4});
    painter.setPen(pen);
    painter.drawLine(left, right);
}

} // namespace

QString cameraKeyName(int index)
{
    QString name(QChar(u'A' + index % 26));
    return index < 26 ? name : cameraKeyName(index / 26 - 1) + name;
}

QPolygonF cameraQuad(const CanvasFrame& frame, const Shot& shot, const CameraPose& pose)
{
    const CameraPaper paper(shot.camera, frame.aspect(), subjectDistance(shot));
    const auto corners = paper.corners(pose);
    QPolygonF quad;
    if (corners) {
        for (const Eigen::Vector2d& corner : *corners)
            quad << frame.toWidget(corner);
    }
    return quad;
}

QPointF rollHandle(const QPolygonF& quad)
{
    const QPointF top = (quad[0] + quad[1]) / 2;
    const QPointF down = (quad[2] + quad[3]) / 2 - top;
    const double length = std::max(1e-6, std::hypot(down.x(), down.y()));
    return top + down / length * 24; // inside, so that it is never out of sight
}

void paintCamera(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
                 const OverlayState& state, FrameRate rate)
{
    const CameraPath& camera = shot.camera;
    const bool moves = camera.keys.size() > 1;
    if (!moves && !state.showsCameraFrames)
        return;
    const CameraPaper paper(camera, frame.aspect(), subjectDistance(shot));
    std::vector<QPolygonF> quads;
    if (camera.keys.empty())
        quads.push_back(cameraQuad(frame, shot, camera.startPose()));
    for (const CameraKey& key : camera.keys)
        quads.push_back(cameraQuad(frame, shot, key.pose));

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int chosen = state.cameraKey;
    if (state.dimsAround && chosen >= 0 && chosen < int(quads.size())
        && !quads[std::size_t(chosen)].isEmpty())
        dimAround(painter, frame, quads[std::size_t(chosen)]);

    const double strength = state.showsCameraFrames ? 1.0 : 0.55;
    const QColor tone = faded(theme().camera, strength);
    for (std::size_t i = 0; i + 1 < quads.size(); ++i) {
        if (quads[i].isEmpty() || quads[i + 1].isEmpty())
            continue;
        painter.setPen(QPen(faded(tone, 0.6), 1));
        for (int corner = 0; corner < 4; ++corner)
            painter.drawLine(quads[i][corner], quads[i + 1][corner]);
    }
    for (std::size_t i = 0; i < quads.size(); ++i) {
        if (quads[i].isEmpty())
            continue;
        QPainterPath outline;
        outline.addPolygon(quads[i]);
        outline.closeSubpath();
        const bool isChosen = int(i) == chosen && state.showsCameraFrames;
        QPen pen(tone, isChosen ? 2.2 : 1.4);
        pen.setJoinStyle(Qt::MiterJoin);
        drawCased(painter, pen, outline);
        paintHorizon(painter, quads[i]);
    }
    if (moves)
        paintPath(painter, frame, shot, paper, rate, state.showsCameraFrames);
    for (const auto& [index, text] : labels(quads)) {
        const QPolygonF& quad = quads[std::size_t(index)];
        const bool isChosen = index == chosen && state.showsCameraFrames;
        paintLabel(painter, quad.front() + QPointF(isChosen ? 6 : 1, isChosen ? 6 : 1), text, tone);
    }
    if (state.showsCameraFrames && chosen >= 0 && chosen < int(quads.size())
        && !quads[std::size_t(chosen)].isEmpty())
        paintHandles(painter, quads[std::size_t(chosen)]);
    painter.restore();
}

} // namespace dollygrip::ui
