#include "ui/canvas/outlinetool.h"

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/canvas/regioncolours.h"
#include "ui/canvas/regionedit.h"
#include "ui/canvas/regiontool.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kDragPixels = 6;
constexpr double kFeather = 0.004; // picture heights
constexpr int kTurnMs = 40;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OutlineTool)
public:
    static QString find() { return tr("Find outline"); }
    static QString add() { return tr("Add to region"); }
    static QString noShot() { return tr("Add a shot first (N)."); }
    static QString searching() { return tr("Looking for its outline… (Esc stops)"); }
    static QString nothing()
    {
        return tr("Nothing with an outline was found there. Drag a box around it, or use the "
                  "lasso (Shift+R).");
    }
    static QString found()
    {
        return tr("Return or a click into it takes it · Shift+click adds · Alt+click takes away "
                  "· Esc drops it");
    }
};

std::shared_ptr<const Panel> currentPanel(Session& session)
{
    const auto shot = session.shot();
    const auto id = session.panelId();
    for (const auto& panel : shot ? shot->panels : QList<std::shared_ptr<const Panel>>()) {
        if (id && panel->id == *id)
            return panel;
    }
    return nullptr;
}

bool takesAway(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::AltModifier | Qt::ControlModifier);
}

} // namespace

OutlineTool::OutlineTool(ToolHost& host) : Tool(host)
{
    m_turn.setInterval(kTurnMs);
    QObject::connect(&m_turn, &QTimer::timeout, &m_search, [this] { this->host().repaint(); });
}

bool OutlineTool::isInFound(const Eigen::Vector2d& position) const
{
    Region region;
    region.outlines = m_found.outlines;
    return contains(region, position, host().frame().aspect());
}

void OutlineTool::press(const PointerEvent& event)
{
    if (!host().session().layerId()) {
        host().say(Text::noShot());
        return;
    }
    m_isPressed = true;
    m_isBox = false;
    m_start = m_at = event.position;
    m_modifiers = event.modifiers;
    host().repaint();
}

void OutlineTool::move(const PointerEvent& event)
{
    m_at = event.position;
    const CanvasFrame frame = host().frame();
    if (m_isPressed && seenDistance(m_start, m_at, frame.aspect()) > kDragPixels * frame.pixel())
        m_isBox = true;
    host().repaint();
}

void OutlineTool::release(const PointerEvent& event)
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    m_at = event.position;
    const bool adds = m_modifiers & Qt::ShiftModifier;
    const bool erases = takesAway(m_modifiers);
    if (!m_isBox && !adds && !erases && isInFound(m_at)) {
        accept();
        return;
    }
    const multiplane::OutlineWish before = m_wish;
    if (m_wish.isEmpty())
        m_addsToRegion = adds && host().session().regionId();
    if (!adds && !erases) {
        m_wish = {};
        m_steps.clear();
        m_addsToRegion = false;
    } else {
        m_steps.append(before);
    }
    if (m_isBox)
        m_wish.box = multiplane::OutlineWish::Box{m_start.cwiseMin(m_at), m_start.cwiseMax(m_at)};
    else
        (erases ? m_wish.outside : m_wish.inside).push_back(m_at);
    if (m_wish.isEmpty()) { // taking away from nothing
        m_wish = {};
        host().repaint();
        return;
    }
    search();
}

void OutlineTool::search()
{
    Session& session = host().session();
    const auto panel = currentPanel(session);
    const auto layer = session.layerId();
    if (!panel || !layer)
        return;
    host().say(Text::searching());
    m_since.start();
    m_turn.start();
    m_search.find(host().document().film(), panel, *layer, m_wish, host().pictures(),
                  [this](const OutlineSearch::Found& found) {
                      m_turn.stop();
                      m_found = found;
                      if (found.outlines.empty())
                          m_wish = {};
                      host().say(found.outlines.empty() ? Text::nothing() : Text::found());
                      host().repaint();
                  });
    host().repaint();
}

void OutlineTool::accept()
{
    const OutlineSearch::Found found = std::exchange(m_found, {});
    m_search.cancel();
    m_turn.stop();
    m_wish = {};
    m_steps.clear();
    Session& session = host().session();
    if (m_addsToRegion && session.regionId()) {
        changeRegionArea(host(), Text::add(), *session.regionId(), [&](Region& area) {
            area.outlines.insert(area.outlines.end(), found.outlines.begin(), found.outlines.end());
        });
    } else if (!found.outlines.empty()) {
        if (found.layer)
            session.setLayer(*found.layer);
        Region area;
        area.outlines = found.outlines;
        area.feather = kFeather;
        addRegion(host(), Text::find(), area);
    }
    host().repaint();
}

void OutlineTool::doubleClick(const PointerEvent& event)
{
    if (!m_found.outlines.empty() && isInFound(event.position))
        accept();
}

void OutlineTool::hover(const PointerEvent& event)
{
    m_at = event.position;
}

bool OutlineTool::finish()
{
    if (m_found.outlines.empty())
        return false;
    accept();
    return true;
}

bool OutlineTool::stepBack()
{
    if (m_steps.isEmpty())
        return cancel();
    m_wish = m_steps.takeLast();
    if (m_wish.isEmpty())
        return cancel();
    search();
    return true;
}

bool OutlineTool::cancel()
{
    const bool was = isBusy() || m_search.isRunning();
    m_search.cancel();
    m_turn.stop();
    m_wish = {};
    m_steps.clear();
    m_found = {};
    m_isPressed = false;
    host().repaint();
    return was;
}

bool OutlineTool::deleteSelected()
{
    return deleteSelectedRegion(host());
}

void OutlineTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto shot = host().session().shot();
    QColor tone = shot ? nextRegionColour(*shot) : QColor();
    if (!tone.isValid())
        tone = theme().subject;
    if (m_isPressed && m_isBox) {
        const QRectF box = QRectF(frame.toWidget(m_start), frame.toWidget(m_at)).normalized();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(20, 20, 22, 150), 2.4));
        painter.drawRect(box);
        painter.setPen(QPen(tone, 1.2, Qt::DashLine));
        painter.drawRect(box);
    }
    if (!m_found.outlines.empty()) {
        QPainterPath path;
        for (const auto& outline : m_found.outlines) {
            QPolygonF polygon;
            for (const Eigen::Vector2d& p : outline)
                polygon.append(frame.toWidget(p));
            path.addPolygon(polygon);
            path.closeSubpath();
        }
        QColor tint = tone;
        tint.setAlphaF(m_search.isRunning() ? 0.10F : 0.28F);
        painter.fillPath(path, tint);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(20, 20, 22, 190), 3));
        painter.drawPath(path);
        painter.setPen(QPen(tone, 1.6));
        painter.drawPath(path);
    }
    const auto mark = [&](const Eigen::Vector2d& place, bool isInside) {
        const QPointF at = frame.toWidget(place);
        painter.setPen(QPen(QColor(20, 20, 22, 210), 3));
        painter.setBrush(isInside ? tone : theme().alert);
        painter.drawEllipse(at, 4.5, 4.5);
        painter.setPen(QPen(Qt::white, 1.5));
        painter.drawEllipse(at, 4.5, 4.5);
        painter.drawLine(at - QPointF(2.2, 0), at + QPointF(2.2, 0));
        if (isInside)
            painter.drawLine(at - QPointF(0, 2.2), at + QPointF(0, 2.2));
    };
    for (const Eigen::Vector2d& place : m_wish.inside)
        mark(place, true);
    for (const Eigen::Vector2d& place : m_wish.outside)
        mark(place, false);
    if (m_search.isRunning()) { // a ring that turns where it looks
        const QPointF at = frame.toWidget(m_wish.inside.empty() ? m_at : m_wish.inside.back());
        const QRectF ring(at.x() - 14, at.y() - 14, 28, 28);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(20, 20, 22, 170), 5));
        painter.drawEllipse(ring);
        painter.setPen(QPen(tone, 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, -int(m_since.elapsed() * 16 * 360 / 900), 16 * 100);
    }
}

} // namespace dollygrip::ui
