// Six panels of the sample film are drawn again on empty sheets, every stroke by the pen itself:
// what stands in the film is what the tools make.
#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "core/project/strokesamples.h"
#include "tests/tour/tourguide.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointingDevice>
#include <QTabletEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kEventsEvery = 25; // strokes between the window's own turns
/// Two samples at one place make a corner. A pen never gives the same place twice: a hand that
/// turns sharply gives one sample this much before the corner, one in it and one this much behind
/// it, in pixels of the canvas (nearer ones are not kept).
constexpr double kNext = 0.45;
constexpr double kSlow = 6; // and one this much before and behind
/// Corners are turned within a pixel, which shows along the edges of shapes: 36 dB and more. Lost
/// pressure costs far more (21 to 25 dB), so do opacities that are not kept (26 to 31 dB); what
/// shows less, such as the lean of the pencil, is compared sample by sample.
constexpr double kLeastPsnr = 35;

/// A hand with a pen of which pressure and lean are given sample by sample.
class Hand {
public:
    explicit Hand(ui::CanvasView& canvas) : m_canvas(canvas) {}

    void draw(const Stroke& stroke)
    {
        QList<QPointF> way;
        if (stroke.brush == Brush::Fill) {
            way = outline(stroke);
        } else {
            for (const StrokePoint& point : stroke.points) {
                const QPointF at = place(point);
                way.append(way.isEmpty() || distance(at, way.back()) >= kNext
                               ? at
                               : way.back() + QPointF(kNext, 0));
            }
        }
        // Along an outline every pressure is the same.
        const auto sample = [&](qsizetype i) -> const StrokePoint& {
            return stroke.points[stroke.brush == Brush::Fill ? 0 : i];
        };
        for (qsizetype i = 0; i < way.size(); ++i)
            send(i == 0 ? QEvent::TabletPress : QEvent::TabletMove, way[i], sample(i));
        send(QEvent::TabletRelease, way.back(), sample(way.size() - 1));
    }

private:
    QPointF place(const StrokePoint& point) const
    {
        return m_canvas.canvasFrame().toWidget(Eigen::Vector2d(double(point.x), double(point.y)));
    }
    static double distance(QPointF a, QPointF b)
    {
        return std::hypot(a.x() - b.x(), a.y() - b.y());
    }
    /// Where the pen goes round a filled shape, as closely as a pen is sampled.
    QList<QPointF> outline(const Stroke& stroke) const
    {
        PenRun samples = penSamples(stroke, m_canvas.canvasFrame().rect);
        if (distance(samples.front().at, samples.back().at) < 1e-3)
            samples.pop_back();
        const std::vector<PenRun> runs = penRuns(samples);
        QList<QPointF> way;
        if (runs.size() == 1) {
            for (const PenSample& sample : flattened(runs.front(), true))
                append(way, sample.at);
            return way;
        }
        for (const PenRun& run : runs)
            appendEdge(way, flattened(run, false));
        const PenSample& first = runs.front().front();
        const PenSample& last = runs.back().back();
        if (distance(first.at, last.at) > kNext)
            appendEdge(way, {last, first});
        return way;
    }
    /// From a corner to just before the next one; slowly out of the one and into the other.
    static void appendEdge(QList<QPointF>& way, const PenRun& edge)
    {
        if (edge.size() < 2)
            return;
        const QPointF from = edge.front().at;
        const QPointF to = edge.back().at;
        const QPointF second = edge[1].at;
        const QPointF lastButOne = edge[edge.size() - 2].at;
        way.append(from);
        way.append(beside(from, second, kNext));
        if (distance(from, second) > 3 * kSlow)
            way.append(beside(from, second, kSlow));
        for (std::size_t i = 1; i + 1 < edge.size(); ++i) {
            if (distance(edge[i].at, to) >= kSlow)
                append(way, edge[i].at);
        }
        if (distance(to, lastButOne) > 3 * kSlow)
            way.append(beside(to, lastButOne, kSlow));
        if (distance(to, way.back()) > 2 * kNext)
            way.append(beside(to, lastButOne, kNext));
    }
    static void append(QList<QPointF>& way, QPointF at)
    {
        if (way.isEmpty() || distance(at, way.back()) >= kSlow)
            way.append(at);
    }
    static QPointF beside(QPointF from, QPointF towards, double by)
    {
        const double far = distance(towards, from);
        return far < 1e-6 ? from + QPointF(by, 0) : from + (towards - from) * (by / far);
    }
    void send(QEvent::Type type, QPointF at, const StrokePoint& point)
    {
        QTabletEvent event(type, &m_device, at, m_canvas.mapToGlobal(at), double(point.pressure),
                           point.tilt * kFlatDegrees, 0, 0, 0, 0, {}, Qt::LeftButton,
                           type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton);
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

    static constexpr float kFlatDegrees = 60; // of penTilt()
    ui::CanvasView& m_canvas;
    QPointingDevice m_device{u"pen"_s,
                             78,
                             QInputDevice::DeviceType::Stylus,
                             QPointingDevice::PointerType::Pen,
                             QInputDevice::Capability::Position | QInputDevice::Capability::Pressure
                                 | QInputDevice::Capability::XTilt
                                 | QInputDevice::Capability::YTilt,
                             1,
                             3};
};

/// The same sheets with nothing on them.
Shot emptied(const Shot& shot)
{
    Shot empty = emptyShot(shot.name + u" again"_s, shot.length);
    Panel panel = *empty.panels.first();
    panel.layers.clear();
    for (const Layer& layer : shot.panels.first()->layers) {
        Layer sheet;
        sheet.name = layer.name;
        sheet.depthM = layer.depthM;
        sheet.opacity = layer.opacity;
        sheet.blend = layer.blend;
        panel.layers.append(sheet);
    }
    empty.panels = {std::make_shared<const Panel>(panel)};
    return empty;
}

double psnr(const Image& a, const Image& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.byteCount(); ++i) {
        if (i % 4 == 3)
            continue;
        const double off = double(a.pixels()[i]) - double(b.pixels()[i]);
        sum += off * off;
    }
    const double mean = sum / (double(a.byteCount()) * 0.75);
    return mean > 0 ? 10 * std::log10(255.0 * 255.0 / mean) : 99.0;
}

/// Is it the stroke that was asked for? `compared` counts those of which no sample came too close
/// to the one before to be kept, so that they stand side by side.
bool isSame(const Stroke& wanted, const Stroke& drawn, int& compared)
{
    if (wanted.brush != drawn.brush || wanted.colour != drawn.colour || wanted.width != drawn.width
        || wanted.opacity != drawn.opacity)
        return false;
    if (wanted.brush == Brush::Fill || wanted.points.size() != drawn.points.size())
        return true;
    ++compared;
    for (qsizetype i = 0; i < wanted.points.size(); ++i) {
        const StrokePoint& a = wanted.points[i];
        const StrokePoint& b = drawn.points[i];
        if (std::abs(a.pressure - b.pressure) > 0.01F || std::abs(a.tilt - b.tilt) > 0.01F
            || std::hypot((a.x - b.x) * 16.0F / 9, a.y - b.y) > 0.003F) // a pixel of a small canvas
            return false;
    }
    return true;
}

/// Draws one panel again; how near it comes, in decibels.
double redraw(TourGuide& guide, const QString& name)
{
    const auto original = guide.film().shotNamed(name);
    if (!original)
        qFatal("there is no shot %s", qPrintable(name));
    const Shot fresh = emptied(*original);
    const auto scene = guide.film().sceneOf(original->id);
    const auto insert = [&](Film& film) { return insertShot(film, scene->id, 0, fresh); };
    if (!guide.desk().edit(u"Add shot"_s, insert))
        qFatal("no sheets to draw on");
    ui::Session& session = guide.session();
    session.setShot(fresh.id);
    guide.command(u"tool.pen"_s);

    const Panel& pattern = *original->panels.first();
    const Panel& sheets = *fresh.panels.first();
    qsizetype all = 0;
    for (const Layer& layer : pattern.layers)
        all += layer.strokes.size();
    Hand hand(guide.window().canvas());
    qsizetype drawn = 0;
    QElapsedTimer clock;
    clock.start();
    qint64 watching = 0;
    for (qsizetype i = 0; i < pattern.layers.size(); ++i) {
        session.setLayer(sheets.layers[i].id);
        for (const auto& stroke : pattern.layers[i].strokes) {
            ui::BrushSettings brush = session.brush();
            brush.brush = stroke->brush;
            brush.colour = stroke->colour;
            brush.width = stroke->width;
            brush.opacity = stroke->opacity;
            session.setBrush(brush);
            hand.draw(*stroke);
            ++drawn;
            if (drawn % kEventsEvery == 0)
                QCoreApplication::processEvents();
            const bool isThird = drawn == all / 3 || drawn == all * 2 / 3;
            if (isThird || drawn == all) {
                const qint64 before = clock.elapsed();
                guide.picture(name
                              + (drawn == all       ? u" done"_s
                                 : drawn == all / 3 ? u" a third"_s
                                                    : u" two thirds"_s));
                watching += clock.elapsed() - before;
            }
        }
    }
    const auto result = guide.film().shot(fresh.id);
    qsizetype kept = 0;
    int compared = 0;
    for (qsizetype i = 0; i < pattern.layers.size(); ++i) {
        const auto& wanted = pattern.layers[i].strokes;
        const auto& got = result->panels.first()->layers[i].strokes;
        for (qsizetype k = 0; k < std::min(wanted.size(), got.size()); ++k)
            kept += isSame(*wanted[k], *got[k], compared) ? 1 : 0;
    }
    const PanelPainter painter(guide.film(), guide.desk().pictures());
    const double near =
        psnr(painter.panel(pattern, kSize), painter.panel(*result->panels.first(), kSize));
    std::printf("  %s: %lld strokes of %lld, %d of them sample by sample, %.1f s, PSNR %.1f dB\n",
                qPrintable(name), (long long)(kept), (long long)(all), compared,
                double(clock.elapsed() - watching) / 1000, near);
    std::fflush(stdout);
    return kept == all ? near : 0;
}

} // namespace

void showRedraw(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    ui::PenFeel feel;
    feel.steadying = ui::Steadying::None;
    guide.session().setPenFeel(feel);
    double least = 99;
    for (const char* name : {"1A", "1B", "2A", "2B", "3A", "3B"})
        least = std::min(least, redraw(guide, QLatin1StringView(name)));
    if (least < kLeastPsnr)
        qFatal("a panel that was drawn again is not the same: %.1f dB", least);
}

} // namespace dollygrip::tour
