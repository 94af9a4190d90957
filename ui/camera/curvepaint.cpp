// CurveView's looks: grid, ruler with playhead and camera frames, curves, points and handles.

#include "core/geometry/motionpath.h"
#include "ui/camera/curveedit.h"
#include "ui/camera/curveview.h"
#include "ui/canvas/overlay.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kRuler = 22;
constexpr double kLeastLines = 34; // pixels between value lines
constexpr double kLeastTicks = 56; // pixels between numbers in the ruler

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

QString unitText(CurveUnit unit)
{
    switch (unit) {
    case CurveUnit::Metres: return u" m"_s;
    case CurveUnit::Degrees: return u"°"_s;
    case CurveUnit::Millimetres: return u" mm"_s;
    }
    return {};
}

QFont small(const QPainter& painter)
{
    QFont font = painter.font();
    font.setPixelSize(11);
    return font;
}

} // namespace

QColor CurveView::tone(CameraChannel channel)
{
    const bool isDark = theme().kind == ThemeKind::Dark;
    switch (channel) { // x red, y green, z blue as everywhere; their turns in the same families
    case CameraChannel::Truck: return isDark ? QColor(0xff7a6b) : QColor(0xc23a2b);
    case CameraChannel::Pedestal: return isDark ? QColor(0x8fd16f) : QColor(0x3f8a24);
    case CameraChannel::Dolly: return isDark ? QColor(0x5aa9ff) : QColor(0x1f68c4);
    case CameraChannel::Pan: return isDark ? QColor(0xffc14d) : QColor(0xa86f00);
    case CameraChannel::Tilt: return isDark ? QColor(0x5fd8c4) : QColor(0x0d8272);
    case CameraChannel::Roll: return isDark ? QColor(0xd29bff) : QColor(0x7a3fb8);
    case CameraChannel::Lens: return isDark ? QColor(0xe8e7e3) : QColor(0x3a3b3e);
    }
    return theme().text;
}

void CurveView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().dock);
    if (!m_desk.session().shot())
        return;
    paintGrid(painter);
    painter.save();
    painter.setClipRect(m_graph.area.adjusted(-7, 0, 7, 6));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const CameraChannel channel : kAllCameraChannels) {
        if (isShown(channel) && channel != m_channel)
            paintCurve(painter, channel);
    }
    if (isShown(m_channel))
        paintCurve(painter, m_channel);
    for (const CameraChannel channel : kAllCameraChannels) {
        if (isShown(channel) && channel != m_channel)
            paintPoints(painter, channel);
    }
    if (isShown(m_channel))
        paintPoints(painter, m_channel);
    if (m_gesture == Gesture::Box && m_hasMoved) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme().text, 1, Qt::DotLine));
        painter.setBrush(faded(theme().text, 0.07));
        painter.drawRect(QRectF(m_press, m_last).normalized());
    }
    painter.restore();
    paintRuler(painter);
}

void CurveView::paintGrid(QPainter& painter) const
{
    const Theme& t = theme();
    const QRectF& area = m_graph.area;
    // Outside the shot it is darker.
    const double start = m_graph.x(0), end = m_graph.x(1);
    painter.fillRect(area, t.window);
    painter.fillRect(QRectF(QPointF(std::max(area.left(), start), area.top()),
                            QPointF(std::min(area.right(), end), area.bottom())),
                     t.dock);
    painter.setFont(small(painter));
    const CurveUnit unit = unitOf(m_channel);
    const double perPixel = shownValue(m_channel, m_graph.valuePerPixel(m_channel));
    const double step = roundStep(perPixel * kLeastLines);
    const double low = shownValue(m_channel, m_graph.value(m_channel, area.bottom()));
    const double high = shownValue(m_channel, m_graph.value(m_channel, area.top()));
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 4);
    for (double v = std::ceil(low / step) * step; v <= high; v += step) {
        const double y = std::round(m_graph.y(m_channel, storedValue(m_channel, v))) + 0.5;
        const bool isZero = std::abs(v) < step / 1000;
        painter.setPen(QPen(isZero ? t.disabled : faded(t.line, 0.55), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(t.secondary);
        painter.drawText(QRectF(0, y - 8, area.left() - 4, 16), Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(isZero ? 0.0 : v, 'f', decimals) + unitText(unit));
    }
}

void CurveView::paintRuler(QPainter& painter) const
{
    const Theme& t = theme();
    const QRectF& area = m_graph.area;
    const auto shot = m_desk.session().shot();
    painter.fillRect(QRectF(0, 0, width(), kRuler), t.dock);
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(QPointF(0, kRuler - 0.5), QPointF(width(), kRuler - 0.5));
    painter.setFont(small(painter));
    const double framePixels = m_graph.frameStep() / m_graph.fractionPerPixel();
    const auto every = std::max<FrameIndex>(1, FrameIndex(roundStep(kLeastTicks / framePixels)));
    const auto first = FrameIndex(std::floor(m_graph.fraction(area.left()) / m_graph.frameStep()));
    const auto last = FrameIndex(std::ceil(m_graph.fraction(area.right()) / m_graph.frameStep()));
    for (FrameIndex n = std::max<FrameIndex>(0, first); n <= std::min(last, shot->length - 1);
         ++n) {
        const double x = std::round(m_graph.x(double(n) * m_graph.frameStep())) + 0.5;
        if (x < area.left() || x > area.right())
            continue;
        const bool isNumbered = every == 1 || n == 0 || (n + 1) % every == 0;
        if (!isNumbered && framePixels < 5)
            continue;
        painter.setPen(QPen(isNumbered ? t.secondary : t.line, 1));
        painter.drawLine(QPointF(x, kRuler - (isNumbered ? 6 : 3)), QPointF(x, kRuler - 1));
        if (isNumbered) {
            painter.setPen(t.secondary);
            painter.drawText(QRectF(x + 3, 2, 60, kRuler - 6), Qt::AlignLeft | Qt::AlignVCenter,
                             QString::number(n + 1));
            painter.setPen(QPen(faded(t.line, 0.55), 1));
            painter.drawLine(QPointF(x, kRuler), QPointF(x, area.bottom()));
        }
    }
    for (std::size_t i = 0; i < shot->camera.keys.size(); ++i) {
        const double x = m_graph.x(shot->camera.keys[i].at);
        if (x < area.left() - 1 || x > area.right() + 1)
            continue;
        const bool isChosen = int(i) == m_desk.session().cameraKey();
        painter.setPen(QPen(faded(t.camera, isChosen ? 0.9 : 0.4), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, kRuler), QPointF(x, area.bottom()));
        QFont bold = small(painter);
        bold.setBold(true);
        painter.setFont(bold);
        const QRectF box(x - 7, 3, 14, 14);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChosen ? t.camera : faded(t.camera, 0.8));
        painter.drawRect(box);
        painter.setPen(t.kind == ThemeKind::Dark ? QColor(20, 20, 22) : QColor(Qt::white));
        painter.drawText(box, Qt::AlignCenter, cameraKeyName(int(i)));
        painter.setFont(small(painter));
    }
    const double now = m_graph.x(shotFraction(double(m_desk.session().shotFrame()), shot->length));
    if (now >= area.left() - 1 && now <= area.right() + 1) {
        painter.setPen(QPen(t.alert, 1.2));
        painter.drawLine(QPointF(now, 4), QPointF(now, area.bottom()));
        painter.setBrush(t.alert);
        painter.setPen(Qt::NoPen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPolygon(QPolygonF{{now - 4, 0.0}, {now + 4, 0.0}, {now, 7.0}});
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void CurveView::paintCurve(QPainter& painter, CameraChannel channel) const
{
    const ChannelCurve& own = curve(channel);
    if (own.isEmpty())
        return;
    const bool isCurrent = channel == m_channel;
    QPainterPath line;
    const double left = m_graph.area.left() - 4, right = m_graph.area.right() + 4;
    line.moveTo(left, m_graph.y(channel, own.at(m_graph.fraction(left))));
    std::vector<double> stops;
    for (double x = left; x < right; x += 2)
        stops.push_back(x);
    stops.push_back(right);
    for (std::size_t i = 0; i < own.points.size(); ++i) {
        const double x = m_graph.x(own.points[i].at);
        stops.push_back(x);
        if (i > 0 && own.points[i - 1].handles == CurveHandles::Hold)
            stops.push_back(x - 0.01);
    }
    std::sort(stops.begin(), stops.end());
    for (const double x : stops) {
        if (x > left && x <= right)
            line.lineTo(x, m_graph.y(channel, own.at(m_graph.fraction(x))));
    }
    // What follows the frames is dashed: nobody has bent it yet.
    QPen pen(isCurrent ? tone(channel) : faded(tone(channel), 0.55), isCurrent ? 2.0 : 1.3);
    if (!hasOwnCurve(channel))
        pen.setDashPattern({5, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
}

void CurveView::paintPoints(QPainter& painter, CameraChannel channel) const
{
    const Theme& t = theme();
    const ChannelCurve& own = curve(channel);
    const bool isCurrent = channel == m_channel;
    for (std::size_t i = 0; i < own.points.size(); ++i) {
        const CurvePoint& point = own.points[i];
        const QPointF at = m_graph.at(channel, point.at, point.value);
        const bool isChosen = isSelected(channel, i);
        const bool hasHandles =
            point.handles != CurveHandles::Linear && point.handles != CurveHandles::Hold;
        if (isChosen && hasHandles) {
            for (const CurveGrip::Part part : {CurveGrip::Part::In, CurveGrip::Part::Out}) {
                if ((part == CurveGrip::Part::In && i == 0)
                    || (part == CurveGrip::Part::Out && i + 1 == own.points.size()))
                    continue;
                const QPointF end = m_graph.handle(own, channel, int(i), part);
                painter.setPen(QPen(t.text, 1));
                painter.drawLine(at, end);
                painter.setBrush(point.handles == CurveHandles::Auto ? t.dock : t.text);
                painter.drawEllipse(end, 3.2, 3.2);
            }
        }
        const double size = isCurrent ? 4.2 : 3.0;
        painter.setPen(QPen(isChosen ? t.text : tone(channel), isChosen ? 1.8 : 1.4));
        painter.setBrush(isChosen ? tone(channel) : t.dock);
        if (point.handles == CurveHandles::Hold || point.handles == CurveHandles::Linear)
            painter.drawPolygon(QPolygonF{at + QPointF(0, -size - 0.8), at + QPointF(size + 0.8, 0),
                                          at + QPointF(0, size + 0.8),
                                          at + QPointF(-size - 0.8, 0)});
        else
            painter.drawEllipse(at, size, size);
    }
}

} // namespace dollygrip::ui
