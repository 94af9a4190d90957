#include "tests/tour/tourguide.h"

#include "core/project/samplefilm.h"
#include "tests/support/fakegenerator.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QScreen>
#include <QTabWidget>
#include <QTabletEvent>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

namespace {

const QPointingDevice& penDevice()
{
    using Capability = QInputDevice::Capability;
    static const QPointingDevice device(
        u"pen"_s, 77, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
        Capability::Position | Capability::Pressure | Capability::XTilt | Capability::YTilt, 1, 3);
    return device;
}

/// Every window over each other, as a screen would show them.
QPixmap allWindows()
{
    QRect area;
    QList<QWidget*> shown;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && !widget->size().isEmpty())
            shown.append(widget);
    }
    std::stable_sort(shown.begin(), shown.end(), [](QWidget* a, QWidget* b) {
        return (a->windowType() == Qt::Window && !a->parentWidget())
               > (b->windowType() == Qt::Window && !b->parentWidget());
    });
    for (QWidget* widget : shown)
        area |= QRect(widget->mapToGlobal(QPoint()), widget->size());
    QPixmap picture(area.size());
    picture.fill(Qt::black);
    QPainter painter(&picture);
    for (QWidget* widget : shown)
        painter.drawPixmap(widget->mapToGlobal(QPoint()) - area.topLeft(), widget->grab());
    return picture;
}

} // namespace

TourGuide::TourGuide(const Wish& wish) : m_wish(wish)
{
    QDir().mkpath(wish.folder);
    m_settings = std::make_unique<ui::Settings>(m_films.filePath(u"settings.ini"_s));
    const auto film = sampleFilm();
    if (!film)
        qFatal("there is no sample film");
    auto store = FilmStore::create(m_films.filePath(u"The Last Train.dgrip"_s), *film);
    if (!store)
        qFatal("no film could be made");
    m_window = std::make_unique<ui::MainWindow>(
        std::make_unique<ui::FilmDesk>(std::move(*store),
                                       test::runnerOf(std::make_shared<test::FakeGenerator>())),
        *m_settings);
    m_window->resize(wish.size);
    m_window->move(0, 0);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("no window");
    m_window->activateWindow();
    m_window->canvas().setFocus();
    settle();
}

TourGuide::~TourGuide() = default;

ui::Session& TourGuide::session()
{
    return desk().session();
}

const Film& TourGuide::film()
{
    return desk().document().film();
}

bool TourGuide::wants(const QString& chapter) const
{
    return m_wish.chapters.isEmpty() || m_wish.chapters.contains(chapter);
}

void TourGuide::settle()
{
    // The pool posts its results; what they lead to may ask the pool again.
    QElapsedTimer patience;
    patience.start();
    int quiet = 0;
    while (quiet < 6 && patience.elapsed() < 15000) {
        const bool idle = QThreadPool::globalInstance()->waitForDone(20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QTest::qWait(25);
        quiet = idle ? quiet + 1 : 0;
    }
}

void TourGuide::picture(const QString& name)
{
    settle();
    const QPixmap screen = QGuiApplication::platformName() == "xcb"_L1
                               ? QGuiApplication::primaryScreen()->grabWindow(0)
                               : allWindows();
    ++m_count;
    const QString file = u"%1 %2 %3.png"_s.arg(m_count, 3, 10, '0'_L1).arg(m_chapter, name);
    if (!screen.save(QDir(m_wish.folder).filePath(file)))
        qFatal("a picture could not be kept");
}

void TourGuide::closePopups()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget != m_window.get() && widget->isVisible())
            widget->close();
    }
    settle();
}

void TourGuide::pictureOf(const QString& id)
{
    bool isTaken = false;
    QTimer meanwhile; // for what runs an event loop of its own
    meanwhile.setSingleShot(true);
    QObject::connect(&meanwhile, &QTimer::timeout, m_window.get(), [&] {
        if (!QApplication::activeModalWidget() && !QApplication::activePopupWidget())
            return;
        picture(id);
        isTaken = true;
        closePopups();
    });
    meanwhile.start(700);
    command(id);
    meanwhile.stop();
    if (!isTaken)
        picture(id);
    closePopups();
}

void TourGuide::pictureOfPopup(const QString& name)
{
    picture(name);
    closePopups();
}

void TourGuide::page(const QString& name)
{
    QDockWidget* inspector = dock(u"inspectorDock"_s);
    if (!inspector)
        return;
    inspector->raise();
    for (QTabWidget* tabs : inspector->findChildren<QTabWidget*>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == name)
                tabs->setCurrentIndex(i);
        }
    }
    settle();
}

void TourGuide::goTo(const QString& shot)
{
    if (const auto found = film().shotNamed(shot))
        session().setShot(found->id);
    else
        qWarning("there is no shot %s", qPrintable(shot));
    settle();
}

bool TourGuide::command(const QString& id)
{
    for (QAction* action : m_window->actions().all()) {
        if (action->objectName() != id)
            continue;
        if (!action->isEnabled())
            qWarning("%s is not to be had now", qPrintable(id));
        action->trigger();
        settle();
        return true;
    }
    qWarning("there is no command %s", qPrintable(id));
    return false;
}

QDockWidget* TourGuide::dock(const QString& name)
{
    return m_window->findChild<QDockWidget*>(name);
}

QPoint TourGuide::at(QPointF picture)
{
    return m_window->canvas()
        .canvasFrame()
        .toWidget(Eigen::Vector2d(picture.x(), picture.y()))
        .toPoint();
}

void TourGuide::hover(QPointF picture)
{
    QTest::mouseMove(&m_window->canvas(), at(picture));
    settle();
}

void TourGuide::click(QPointF picture, Qt::KeyboardModifiers keys)
{
    QTest::mouseClick(&m_window->canvas(), Qt::LeftButton, keys, at(picture));
    settle();
}

void TourGuide::doubleClick(QPointF picture)
{
    QTest::mouseDClick(&m_window->canvas(), Qt::LeftButton, {}, at(picture));
    settle();
}

void TourGuide::drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys,
                     const std::function<void()>& inTheMiddle)
{
    ui::CanvasView& canvas = m_window->canvas();
    QTest::mousePress(&canvas, Qt::LeftButton, keys, at(way.first()));
    for (qsizetype i = 0; i + 1 < way.size(); ++i) {
        for (int part = 1; part <= 8; ++part) {
            const QPoint place = at(way[i] + (way[i + 1] - way[i]) * part / 8.0);
            QMouseEvent event(QEvent::MouseMove, place, canvas.mapToGlobal(place), Qt::NoButton,
                              Qt::LeftButton, keys);
            QCoreApplication::sendEvent(&canvas, &event);
            QCoreApplication::processEvents();
        }
    }
    if (inTheMiddle)
        inTheMiddle();
    QTest::mouseRelease(&canvas, Qt::LeftButton, keys, at(way.last()));
    settle();
}

void TourGuide::stroke(const QList<QPointF>& way, double pressure, double tilt)
{
    ui::CanvasView& canvas = m_window->canvas();
    const auto send = [&](QEvent::Type type, QPointF picture, double force) {
        const QPointF place = canvas.canvasFrame().toWidget({picture.x(), picture.y()});
        QTabletEvent event(type, &penDevice(), place, canvas.mapToGlobal(place), force, float(tilt),
                           0, 0, 0, 0, {}, Qt::LeftButton,
                           type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton);
        QCoreApplication::sendEvent(&canvas, &event);
    };
    const int steps = 12;
    send(QEvent::TabletPress, way.first(), pressure * 0.3);
    for (qsizetype i = 0; i + 1 < way.size(); ++i) {
        for (int part = 1; part <= steps; ++part) {
            const double along = (double(i) + double(part) / steps) / double(way.size() - 1);
            const double force = pressure * (0.3 + 0.7 * std::sin(along * std::numbers::pi));
            send(QEvent::TabletMove, way[i] + (way[i + 1] - way[i]) * part / double(steps), force);
        }
        QCoreApplication::processEvents();
    }
    send(QEvent::TabletRelease, way.last(), 0);
}

QWidget* TourGuide::typedInto()
{
    // A window without a window manager may never become active.
    QWidget* focus = QApplication::focusWidget();
    if (!focus)
        focus = m_window->focusWidget();
    return focus ? focus : &m_window->canvas();
}

void TourGuide::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(typedInto(), key, modifiers);
    settle();
}

void TourGuide::type(const QString& text)
{
    QTest::keyClicks(typedInto(), text);
    settle();
}

} // namespace dollygrip::tour
