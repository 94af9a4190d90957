#pragma once

#include "core/project/document.h"
#include "tests/support/filmbuilder.h"
#include "ui/canvas/canvasview.h"
#include "ui/session.h"

#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>

namespace dollygrip::test {

/// A film of one empty shot.
inline Film blank()
{
    return film().scene(QStringLiteral("INT. ROOM")).shot(QStringLiteral("1A"), 48).build();
}

/// A region in the middle of the picture with an arrow to the right.
inline Film withArrow()
{
    return film()
        .scene(QStringLiteral("INT. ROOM"))
        .shot(QStringLiteral("1A"), 48)
        .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}})
        .arrow({{0.5, 0.5}, {0.8, 0.5}})
        .build();
}

/// A document with its paper on the screen, and a hand that draws on it.
struct PaperDesk {
    Document document;
    ui::Session session;
    ui::CanvasView canvas;

    explicit PaperDesk(const Film& shown)
        : document(shown), session(document), canvas(session, std::make_shared<PictureCache>())
    {
        canvas.resize(1000, 640);
        canvas.show();
        if (!QTest::qWaitForWindowExposed(&canvas))
            qFatal("no window");
    }
    std::shared_ptr<const Shot> shot() const { return firstShot(document.film()); }
    int steps() { return document.undoStack().count(); }
    QPoint at(double x, double y) const
    {
        return canvas.canvasFrame().toWidget(Eigen::Vector2d(x, y)).toPoint();
    }
    void press(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&canvas, Qt::LeftButton, keys, at(x, y));
    }
    void moveTo(double x, double y, Qt::KeyboardModifiers keys = {},
                Qt::MouseButtons buttons = Qt::LeftButton)
    {
        const QPointF place = at(x, y);
        QMouseEvent event(QEvent::MouseMove, place, canvas.mapToGlobal(place), Qt::NoButton,
                          buttons, keys);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    void release(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseRelease(&canvas, Qt::LeftButton, keys, at(x, y));
    }
    void drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys = {})
    {
        press(way.first().x(), way.first().y(), keys);
        for (qsizetype i = 0; i + 1 < way.size(); ++i) {
            for (int part = 1; part <= 8; ++part) {
                const QPointF p = way[i] + (way[i + 1] - way[i]) * part / 8.0;
                moveTo(p.x(), p.y(), keys);
            }
        }
        release(way.last().x(), way.last().y(), keys);
    }
    void click(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        press(x, y, keys);
        release(x, y, keys);
    }
    void doubleClick(double x, double y)
    {
        click(x, y);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, at(x, y));
    }
    void key(Qt::Key key) { QTest::keyClick(&canvas, key); }
    void pen(QEvent::Type type, double x, double y, double pressure,
             QPointingDevice::PointerType kind = QPointingDevice::PointerType::Pen)
    {
        static const QPointingDevice penDevice(
            QStringLiteral("pen"), 77, QInputDevice::DeviceType::Stylus,
            QPointingDevice::PointerType::Pen,
            QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 3);
        static const QPointingDevice eraserDevice(
            QStringLiteral("eraser"), 78, QInputDevice::DeviceType::Stylus,
            QPointingDevice::PointerType::Eraser,
            QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 3);
        const bool isEraser = kind == QPointingDevice::PointerType::Eraser;
        const QPointF place = at(x, y);
        QTabletEvent event(type, isEraser ? &eraserDevice : &penDevice, place,
                           canvas.mapToGlobal(place), pressure, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                           Qt::LeftButton);
        QCoreApplication::sendEvent(&canvas, &event);
    }
};

inline bool isNear(const Eigen::Vector2d& a, double x, double y, double within = 0.006)
{
    return (a - Eigen::Vector2d(x, y)).norm() < within;
}

} // namespace dollygrip::test
