// How long a sample of the pen takes to its pixel, and undo to the panel without the stroke, on a
// panel that is full. Real tablet events to a real CanvasView on the screen of the platform.

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/canvas/canvasview.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kStrokes = 2000;
constexpr QSize kFrame(1920, 1080);

/// Tells when a paint that came after a moment has ended.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget& watched) : m_watched(watched) { watched.installEventFilter(this); }
    int paints() const { return m_paints; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_isInside)
            return false;
        // The paint itself runs here, so that its end is known.
        m_isInside = true;
        QCoreApplication::sendEvent(object, event);
        m_isInside = false;
        ++m_paints;
        return true;
    }

private:
    QWidget& m_watched;
    int m_paints = 0;
    bool m_isInside = false;
};

Film fullPanel()
{
    FilmSettings settings;
    settings.size = kFrame;
    Film film = emptyFilm(settings);
    std::mt19937 random(4);
    std::uniform_real_distribution<float> one(0, 1);
    Shot shot = emptyShot(u"1A"_s, 48);
    Panel panel = *shot.panels.first();
    const Brush brushes[] = {Brush::Pencil, Brush::Ink, Brush::Pencil, Brush::Marker, Brush::Paint};
    for (int i = 0; i < kStrokes; ++i) {
        Stroke stroke;
        stroke.brush = brushes[i % 5];
        stroke.width = stroke.brush == Brush::Paint    ? 0.03
                       : stroke.brush == Brush::Marker ? 0.02
                                                       : 0.006;
        const float x = one(random);
        const float y = one(random);
        const float turn = 6.28F * one(random);
        for (int k = 0; k < 40; ++k) {
            const float t = float(k) / 39;
            stroke.points.append({x + 0.12F * t * std::cos(turn + t),
                                  y + 0.18F * t * std::sin(turn + 2 * t),
                                  0.3F + 0.6F * std::sin(3.1F * t), 0.2F * t});
        }
        panel.layers[0].strokes.append(std::make_shared<const Stroke>(stroke));
    }
    shot.panels[0] = std::make_shared<const Panel>(panel);
    const SceneId scene = film.scenes.first()->id;
    if (auto ok = insertShot(film, scene, 0, shot); !ok)
        qFatal("no shot");
    return film;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(part * double(values.size() - 1))];
}

void print(const char* what, const std::vector<double>& ms, double least)
{
    const double p95 = percentile(ms, 0.95);
    std::printf("%-34s median %6.2f ms, 95 %% %6.2f ms, most %6.2f ms   (wanted %.0f ms) %s\n",
                what, percentile(ms, 0.5), p95, percentile(ms, 1), least,
                p95 < least ? "ok" : "TOO SLOW");
    std::fflush(stdout);
}

struct Pen {
    CanvasView& canvas;
    QPointingDevice device{u"pen"_s,
                           77,
                           QInputDevice::DeviceType::Stylus,
                           QPointingDevice::PointerType::Pen,
                           QInputDevice::Capability::Position | QInputDevice::Capability::Pressure
                               | QInputDevice::Capability::XTilt | QInputDevice::Capability::YTilt,
                           1,
                           3};

    void post(QEvent::Type type, double x, double y, double pressure)
    {
        const QPointF place = canvas.canvasFrame().toWidget(Eigen::Vector2d(x, y));
        QCoreApplication::postEvent(
            &canvas, new QTabletEvent(type, &device, place, canvas.mapToGlobal(place), pressure, 20,
                                      10, 0, 0, 0, {}, Qt::LeftButton, Qt::LeftButton));
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeKind::Dark);
    Document document(fullPanel());
    Session session(document);
    CanvasView canvas(session, std::make_shared<PictureCache>());
    // The frame itself is 1920 × 1080 pixels.
    canvas.resize(kFrame + QSize(88, 88));
    canvas.show();
    if (!QTest::qWaitForWindowExposed(&canvas))
        return 1;
    PaintWatch watch(canvas);
    const auto settle = [&] {
        for (int i = 0; i < 200; ++i) {
            QTest::qWait(20);
            if (canvas.isSettled())
                break;
        }
        QTest::qWait(50);
    };
    settle();
    std::printf("canvas %d x %d, frame %.0f x %.0f, %d strokes, %s\n", canvas.width(),
                canvas.height(), canvas.canvasFrame().rect.width(),
                canvas.canvasFrame().rect.height(), kStrokes,
                qPrintable(QGuiApplication::platformName()));
    Pen pen{canvas};
    const struct {
        const char* name;
        Brush brush;
        double width;
    } brushes[] = {{"sample to pixel, pencil", Brush::Pencil, 0.006},
                   {"sample to pixel, ink", Brush::Ink, 0.008},
                   {"sample to pixel, marker", Brush::Marker, 0.03},
                   {"sample to pixel, paint", Brush::Paint, 0.04},
                   {"sample to pixel, wide wash", Brush::Paint, 0.12}};
    int steps = 0;
    for (const auto& each : brushes) {
        BrushSettings brush = session.brush();
        brush.brush = each.brush;
        brush.width = each.width;
        session.setBrush(brush);
        QCoreApplication::processEvents();
        std::vector<double> ms;
        for (int stroke = 0; stroke < 4; ++stroke) {
            const QImage without = canvas.grab().toImage();
            pen.post(QEvent::TabletPress, 0.2, 0.2 + 0.15 * stroke, 0.2);
            QCoreApplication::processEvents();
            for (int i = 1; i <= 100; ++i) {
                const double t = i / 100.0;
                const int before = watch.paints();
                QElapsedTimer timer;
                timer.start();
                pen.post(QEvent::TabletMove, 0.2 + 0.6 * t,
                         0.2 + 0.15 * stroke + 0.08 * std::sin(t * 20), 0.3 + 0.5 * t);
                while (watch.paints() == before && timer.elapsed() < 1000)
                    QCoreApplication::processEvents();
                ms.push_back(double(timer.nsecsElapsed()) / 1e6);
            }
            // It is there: the pixels near the tip are others than before.
            const QPoint tip =
                canvas.canvasFrame()
                    .toWidget(Eigen::Vector2d(0.79, 0.2 + 0.15 * stroke + 0.08 * std::sin(19.67)))
                    .toPoint();
            const QRect near(tip - QPoint(20, 20), QSize(40, 40));
            if (canvas.grab().toImage().copy(near) == without.copy(near)) {
                std::printf("%s: nothing was drawn\n", each.name);
                return 1;
            }
            pen.post(QEvent::TabletRelease, 0.8, 0.2 + 0.15 * stroke, 0);
            ++steps;
            settle();
        }
        print(each.name, ms, 20);
    }
    const auto measure = [&](const char* name, bool isUndo, int count) {
        std::vector<double> ms;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer timer;
            timer.start();
            const int before = watch.paints();
            if (isUndo)
                document.undoStack().undo();
            else
                document.undoStack().redo();
            while ((watch.paints() == before || !canvas.isSettled()) && timer.elapsed() < 2000)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
            // The paint that shows the new sheets.
            const int shown = watch.paints();
            canvas.update();
            while (watch.paints() == shown && timer.elapsed() < 2000)
                QCoreApplication::processEvents();
            ms.push_back(double(timer.nsecsElapsed()) / 1e6);
            QTest::qWait(10);
        }
        print(name, ms, 50);
    };
    measure("undo to repaint", true, steps);
    measure("redo to repaint", false, steps);
    return 0;
}
