// Six panels of the sample film are drawn again on empty sheets, every stroke by the pen itself:
// what stands in the film is what the tools make.
#include "core/project/editing.h"
#include "core/project/panelpainter.h"
#include "tests/tour/tourguide.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointingDevice>
#include <QTabletEvent>

#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kEventsEvery = 25; // strokes between the window's own turns
/// Two samples at one place make a corner. A pen never gives the same place twice, so the second
/// comes this much further on, in pixels of the canvas (nearer ones are not kept).
constexpr double kNext = 0.45;
/// A place is off by half a pixel of the canvas at most, which is up to a pixel of the picture
/// along the edges of shapes; a stroke that is missing, has another width, brush or colour costs
/// far more (a single marker stroke left out: below 36).
constexpr double kLeastPsnr = 36;

/// A hand with a pen of which pressure and lean are given sample by sample.
class Hand {
public:
    explicit Hand(ui::CanvasView& canvas) : m_canvas(canvas) {}

    void draw(const Stroke& stroke)
    {
        QPointF last;
        for (qsizetype i = 0; i < stroke.points.size(); ++i) {
            const StrokePoint& point = stroke.points[i];
            QPointF at = place(point);
            if (i > 0 && std::hypot(at.x() - last.x(), at.y() - last.y()) < kNext)
                at = beside(last, i + 1 < stroke.points.size() ? place(stroke.points[i + 1])
                                                               : place(stroke.points.front()));
            send(i == 0 ? QEvent::TabletPress : QEvent::TabletMove, at, point);
            last = at;
        }
        send(QEvent::TabletRelease, last, stroke.points.back());
    }

private:
    QPointF place(const StrokePoint& point) const
    {
        return m_canvas.canvasFrame().toWidget(Eigen::Vector2d(double(point.x), double(point.y)));
    }
    static QPointF beside(QPointF from, QPointF towards)
    {
        const double far = std::hypot(towards.x() - from.x(), towards.y() - from.y());
        return far < 1e-6 ? from + QPointF(kNext, 0) : from + (towards - from) * (kNext / far);
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
    for (const Layer& layer : result->panels.first()->layers)
        kept += layer.strokes.size();
    const PanelPainter painter(guide.film(), guide.desk().pictures());
    const double near =
        psnr(painter.panel(pattern, kSize), painter.panel(*result->panels.first(), kSize));
    std::printf("  %s: %lld strokes of %lld, %.1f s, PSNR %.1f dB\n", qPrintable(name),
                (long long)(kept), (long long)(all), double(clock.elapsed() - watching) / 1000,
                near);
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
