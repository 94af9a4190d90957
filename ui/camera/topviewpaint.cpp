// TopView's looks: metres, sheets with their names, field of view, path and frames.

#include "core/geometry/motionpath.h"
#include "core/project/editing.h"
#include "ui/camera/curvegraph.h"
#include "ui/camera/topview.h"
#include "ui/canvas/overlay.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kLeastGrid = 44; // pixels between grid lines
constexpr FrameIndex kTickFrames = 6;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

} // namespace

void TopView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().dock);
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    if (!m_shown)
        return;
    paintGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const Session& session = m_desk.session();
    const FilmSettings& film = m_desk.document().film().settings;
    const FrameIndex frame = session.shotFrame();
    const CameraPose now =
        m_shown->camera.at(shotFraction(double(frame), m_shown->length), film.rate.seconds(frame));
    const int chosen = session.cameraKey();
    const bool hasChosen = chosen >= 0 && chosen < keyCount();
    paintWedge(painter, now, theme().camera, hasChosen ? 0.10 : 0.16);
    if (hasChosen)
        paintWedge(painter, keyPose(chosen), theme().text, 0.07);
    paintSheets(painter);
    paintPath(painter);
    // The camera now: a small body with its lens.
    const QPointF at = toWidget(now.position);
    const QPointF ahead = toWidget(now.position + now.axes().col(2)) - at;
    painter.save();
    painter.translate(at);
    painter.rotate(std::atan2(ahead.x(), -ahead.y()) * 57.29577951308232);
    painter.setPen(QPen(theme().dock, 1));
    painter.setBrush(theme().alert);
    painter.drawPolygon(QPolygonF{{-3.0, -3.0}, {3.0, -3.0}, {5.0, -9.0}, {-5.0, -9.0}});
    painter.drawRoundedRect(QRectF(-4.5, -3, 9, 11), 1.5, 1.5);
    painter.restore();
    paintKeys(painter);
    if (!m_readout.isEmpty()) {
        QFont bold = painter.font();
        bold.setPixelSize(12);
        bold.setBold(true);
        painter.setFont(bold);
        const QRectF box =
            QRectF(painter.fontMetrics().boundingRect(m_readout)).adjusted(-8, -4, 8, 4);
        const QPointF corner(std::min(m_last.x() + 14, width() - box.width() - 4),
                             std::max(4.0, m_last.y() - box.height() - 10));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().raised);
        painter.drawRoundedRect(QRectF(corner, box.size()), 4, 4);
        painter.setPen(theme().text);
        painter.drawText(QRectF(corner, box.size()), Qt::AlignCenter, m_readout);
    }
}

void TopView::paintGrid(QPainter& painter) const
{
    const Theme& t = theme();
    const double step = roundStep(kLeastGrid / m_scale);
    const Eigen::Vector2d low = toFlat({0, double(height())}), high = toFlat({double(width()), 0});
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 3);
    const auto number = [&](double v) {
        return locale().toString(std::abs(v) < step / 100 ? 0.0 : v, 'f', decimals);
    };
    for (double v = std::ceil(low.x() / step) * step; v <= high.x(); v += step) {
        const double x = std::round(width() / 2.0 + (v - m_centre.x()) * m_scale) + 0.5;
        painter.setPen(QPen(faded(t.line, std::abs(v) < step / 100 ? 0.9 : 0.4), 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
        painter.setPen(t.disabled);
        if (x > 34)
            painter.drawText(QRectF(x - 20, height() - 15, 40, 14), Qt::AlignCenter, number(v));
    }
    for (double v = std::ceil(low.y() / step) * step; v <= high.y(); v += step) {
        const double y = std::round(height() / 2.0 - (v - m_centre.y()) * m_scale) + 0.5;
        painter.setPen(QPen(faded(t.line, std::abs(v) < step / 100 ? 0.9 : 0.4), 1));
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
        painter.setPen(t.disabled);
        if (y < height() - 20 && y > 10)
            painter.drawText(QRectF(3, y - 14, 50, 14), Qt::AlignLeft | Qt::AlignVCenter,
                             number(v) + (y < 26 + step * m_scale ? u" m"_s : QString()));
    }
}

void TopView::paintSheets(QPainter& painter) const
{
    const Theme& t = theme();
    const auto current = m_desk.session().layerId();
    std::vector<QRectF> placed;
    for (const Sheet& sheet : m_sheets) {
        const QPointF a = toWidget(sheet.from), b = toWidget(sheet.to);
        const bool isChosen = current && *current == sheet.id;
        const bool isHot = (m_hover.layer && *m_hover.layer == sheet.id)
                           || (m_hit.layer && *m_hit.layer == sheet.id);
        const QColor tone = !sheet.isVisible ? t.disabled : isChosen ? t.text : t.secondary;
        // The paper goes on beyond what the first picture shows of it.
        painter.setPen(QPen(faded(tone, 0.45), 1, Qt::DotLine));
        const QPointF more = (b - a) * 0.35;
        painter.drawLine(a - more, a);
        painter.drawLine(b, b + more);
        painter.setPen(QPen(tone, isChosen || isHot ? 3 : 1.8));
        painter.drawLine(a, b);
        const bool isTop = m_side == Side::Top;
        const QString name = sheet.name.isEmpty() ? tr("Layer") : sheet.name;
        const QString text =
            tr("%1   %2 m")
                .arg(name, locale().toString(sheet.depthM, 'f', sheet.depthM < 10 ? 2 : 1));
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 8;
        QRectF box;
        if (isTop) {
            const double end = std::max(a.x(), b.x());
            const bool fits = end + wide + 10 < width();
            box = {fits ? end + 6 : std::max(44.0, width() - wide - 4),
                   std::min(a.y(), b.y()) - (fits ? 8 : 17), wide, 15};
        } else {
            box = {std::clamp(a.x() - wide / 2, 2.0, std::max(2.0, width() - wide - 2)),
                   std::max(20.0, std::min(a.y(), b.y()) - 18), wide, 15};
        }
        // None covers another.
        for (int tries = 0; tries < 12; ++tries) {
            const bool isTaken = std::any_of(placed.begin(), placed.end(), [&](const QRectF& one) {
                return one.intersects(box);
            });
            if (!isTaken)
                break;
            box.translate(0, isTop ? 16 : -16);
        }
        placed.push_back(box);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(t.dock, 0.78));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(isChosen ? t.text : t.secondary);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void TopView::paintWedge(QPainter& painter, const CameraPose& pose, const QColor& tone,
                         double strength) const
{
    Camera camera;
    camera.pose = pose;
    camera.sensorWidthMm = m_desk.document().film().settings.sensorWidthMm;
    camera.aspect = m_desk.document().film().settings.aspect();
    const bool isTop = m_side == Side::Top;
    double far = 4;
    for (const Sheet& sheet : m_sheets)
        far = std::max(far, sheet.depthM * 1.15);
    const Eigen::Vector3d one =
        camera.direction(isTop ? Eigen::Vector2d(0, 0.5) : Eigen::Vector2d(0.5, 0));
    const Eigen::Vector3d other =
        camera.direction(isTop ? Eigen::Vector2d(1, 0.5) : Eigen::Vector2d(0.5, 1));
    const QPointF at = toWidget(pose.position);
    const QPointF a = toWidget(pose.position + one * far);
    const QPointF b = toWidget(pose.position + other * far);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(tone, strength));
    painter.drawPolygon(QPolygonF{at, a, b});
    painter.setPen(QPen(faded(tone, 0.7), 1));
    painter.drawLine(at, a);
    painter.drawLine(at, b);
}

void TopView::paintPath(QPainter& painter) const
{
    const CameraPath& camera = m_shown->camera;
    const FrameIndex frames = m_shown->length;
    QPainterPath line;
    std::vector<QPointF> ticks;
    for (FrameIndex n = 0; n < frames; ++n) {
        const QPointF at = toWidget(camera.stillAt(shotFraction(double(n), frames)).position);
        if (n == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
        if (n % kTickFrames == 0 || n + 1 == frames)
            ticks.push_back(at);
    }
    if (line.length() < 2)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().camera, 1.6));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().camera);
    for (const QPointF& tick : ticks)
        painter.drawEllipse(tick, 2.0, 2.0);
}

void TopView::paintKeys(QPainter& painter) const
{
    const Theme& t = theme();
    const int chosen = m_desk.session().cameraKey();
    if (const auto tip = tipPlace()) {
        painter.setPen(QPen(t.text, 1.2, Qt::DashLine));
        painter.drawLine(keyPlace(chosen), *tip);
        painter.setPen(QPen(t.text, 1.5));
        painter.setBrush(t.dock);
        painter.drawEllipse(*tip, 5, 5);
    }
    QFont font = painter.font();
    font.setBold(true);
    painter.setFont(font);
    std::vector<QPointF> taken;
    for (int key = 0; key < keyCount(); ++key) {
        const QPointF at = keyPlace(key);
        const bool isChosen = key == chosen;
        painter.setPen(QPen(isChosen ? t.text : t.camera, isChosen ? 2 : 1.5));
        painter.setBrush(isChosen ? t.camera : t.dock);
        painter.drawEllipse(at, 5.5, 5.5);
        // Frames at one place stand side by side.
        double shift = 0;
        for (const QPointF& one : taken) {
            if (std::abs(one.x() - at.x()) < 12 && std::abs(one.y() - at.y()) < 12)
                shift += 16;
        }
        taken.push_back(at);
        const QRectF box(at.x() + 8 + shift, at.y() + 2, 15, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChosen ? t.camera : faded(t.camera, 0.75));
        painter.drawRect(box);
        painter.setPen(t.kind == ThemeKind::Dark ? QColor(20, 20, 22) : QColor(Qt::white));
        painter.drawText(box, Qt::AlignCenter, cameraKeyName(key));
    }
    font.setBold(false);
    painter.setFont(font);
}

} // namespace dollygrip::ui
