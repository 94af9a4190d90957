#include "ui/inspector/depthview.h"

#include "ui/inspector/layerlist.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kNearM = 0.5;
constexpr double kFarM = 200.0;
constexpr double kLeft = 26; // room for the camera
constexpr double kRight = 20;
constexpr double kReach = 7;

} // namespace

DepthView::DepthView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"depthView"_s);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("The layers from the side: drag one nearer to the camera or farther away"));
}

void DepthView::show(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& chosen)
{
    m_panel = panel;
    m_chosen = chosen;
    update();
}

double DepthView::xOf(double metres) const
{
    const double part =
        std::log(std::clamp(metres, kNearM, kFarM) / kNearM) / std::log(kFarM / kNearM);
    return kLeft + part * (width() - kLeft - kRight);
}

double DepthView::metresAt(double x) const
{
    const double part = std::clamp((x - kLeft) / (width() - kLeft - kRight), 0.0, 1.0);
    const double metres = kNearM * std::pow(kFarM / kNearM, part);
    const double step = metres < 2 ? 0.05 : metres < 10 ? 0.1 : metres < 50 ? 0.5 : 1.0;
    return std::round(metres / step) * step;
}

const Layer* DepthView::layerAt(double x) const
{
    if (!m_panel)
        return nullptr;
    const Layer* best = nullptr;
    double least = kReach;
    for (const Layer& layer : m_panel->layers) {
        double distance = std::abs(xOf(layer.depthM) - x);
        if (m_chosen.contains(layer.id))
            distance -= 1; // where several stand together, the chosen one is taken
        if (distance < least) {
            least = distance;
            best = &layer;
        }
    }
    return best;
}

void DepthView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = theme();
    const double base = height() - 16;
    QFont font = this->font();
    font.setPixelSize(10);
    painter.setFont(font);
    painter.setPen(t.line);
    painter.drawLine(QPointF(kLeft, base), QPointF(width() - kRight, base));
    for (const double metres : {0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0}) {
        const double x = xOf(metres);
        painter.setPen(t.line);
        painter.drawLine(QPointF(x, base), QPointF(x, base + 3));
        if (metres == 2.0 || metres == 0.5 || metres == 20.0 || metres == 100.0)
            continue;
        painter.setPen(t.secondary);
        painter.drawText(QRectF(x - 20, base + 3, 40, 12), Qt::AlignCenter, u"%1 m"_s.arg(metres));
    }
    // The camera and what it sees.
    QPolygonF cone;
    cone << QPointF(20, base / 2) << QPointF(width() - kRight, 2)
         << QPointF(width() - kRight, base - 2);
    QColor glow = t.camera;
    glow.setAlphaF(0.10F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawPolygon(cone);
    painter.setBrush(t.camera);
    painter.drawRoundedRect(QRectF(4, base / 2 - 5, 11, 10), 2, 2);
    painter.drawPolygon(QPolygonF({{15, base / 2}, {20, base / 2 - 4}, {20, base / 2 + 4}}));
    if (!m_panel)
        return;
    for (const bool drawsChosen : {false, true}) {
        for (int i = 0; i < m_panel->layers.size(); ++i) {
            const Layer& layer = m_panel->layers[i];
            const bool isChosen = m_chosen.contains(layer.id);
            if (isChosen != drawsChosen)
                continue;
            const double x = xOf(layer.depthM);
            const double part = (x - 20) / (width() - kRight - 20);
            const double half = std::max(8.0, (base / 2 - 2) * part);
            QColor tone = isChosen ? t.text : t.secondary;
            if (!m_panel->isShown(layer))
                tone = t.disabled;
            painter.setPen(QPen(tone, isChosen ? 2.5 : 1.5,
                                layer.isPinnedToCamera ? Qt::DotLine : Qt::SolidLine));
            painter.drawLine(QPointF(x, base / 2 - half), QPointF(x, base / 2 + half));
            if (m_over == layer.id || m_held == layer.id) {
                const QString words = u"%1  %2 m"_s.arg(layerName(*m_panel, i),
                                                        locale().toString(layer.depthM, 'f', 1));
                const double wide = painter.fontMetrics().horizontalAdvance(words) + 8;
                QRectF flag(std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide)), 0, wide,
                            14);
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.raised);
                painter.drawRoundedRect(flag, 3, 3);
                painter.setPen(t.text);
                painter.drawText(flag, Qt::AlignCenter, words);
            }
        }
    }
}

void DepthView::mousePressEvent(QMouseEvent* event)
{
    const Layer* layer = layerAt(event->position().x());
    if (!layer || event->button() != Qt::LeftButton)
        return;
    m_held = layer->id;
    Q_EMIT picked(*m_held);
}

void DepthView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_held && (event->buttons() & Qt::LeftButton)) {
        Q_EMIT dragged(*m_held, metresAt(event->position().x()));
        return;
    }
    const Layer* layer = layerAt(event->position().x());
    m_over = layer ? std::optional(layer->id) : std::nullopt;
    setCursor(layer ? Qt::SizeHorCursor : Qt::ArrowCursor);
    update();
}

void DepthView::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_held)
        return;
    m_held.reset();
    Q_EMIT dragEnded();
    update();
}

void DepthView::leaveEvent(QEvent*)
{
    m_over.reset();
    update();
}

} // namespace dollygrip::ui
