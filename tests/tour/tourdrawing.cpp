// Boards, pen, layers and guides in use.
#include "core/project/editing.h"
#include "tests/tour/tourguide.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/storyboard/boardview.h"

#include <QApplication>
#include <QDockWidget>
#include <QTabWidget>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::tour {

namespace {

/// An S of the hand from left to right at a height.
QList<QPointF> wave(double y, double x0 = 0.12, double x1 = 0.62)
{
    QList<QPointF> way;
    for (int i = 0; i <= 12; ++i) {
        const double t = i / 12.0;
        way.append({x0 + (x1 - x0) * t, y + 0.035 * std::sin(t * 7)});
    }
    return way;
}

} // namespace

void showBoards(TourGuide& guide)
{
    guide.command(u"view.board"_s);
    guide.goTo(u"1B"_s);
    guide.command(u"view.captions"_s);
    guide.picture(u"captions"_s);
    guide.command(u"view.captions"_s);
    guide.command(u"shot.rename"_s);
    guide.picture(u"writing under a board"_s);
    guide.key(Qt::Key_Escape);
    guide.command(u"edit.selectAll"_s);
    guide.picture(u"all chosen"_s);
    guide.goTo(u"1B"_s);
    guide.command(u"shot.newPanel"_s);
    guide.command(u"shot.duplicatePanel"_s);
    guide.picture(u"three panels in a shot"_s);
    guide.command(u"edit.undo"_s);
    guide.command(u"edit.undo"_s);
    for (const char* id : {"shot.renumber", "film.pictureSize"})
        guide.pictureOf(QLatin1StringView(id));
    QWidget& board = guide.window().board();
    QTest::mouseClick(&board, Qt::RightButton, {}, QPoint(90, 90));
    guide.pictureOfPopup(u"menu of a board"_s);
}

void showDrawing(TourGuide& guide)
{
    guide.command(u"view.board"_s);
    guide.goTo(u"3D"_s);
    guide.command(u"shot.new"_s);
    guide.command(u"tool.pen"_s);
    guide.picture(u"an empty board"_s);
    double y = 0.1;
    for (int preset = 1; preset <= 11; ++preset) {
        guide.command(u"brush.preset%1"_s.arg(preset));
        guide.stroke(wave(y), 0.9, preset <= 3 ? 50 : 0);
        y += 0.075;
    }
    guide.picture(u"every brush"_s);
    guide.command(u"brush.preset5"_s);
    guide.command(u"tool.line"_s);
    guide.drag({{0.7, 0.1}, {0.95, 0.2}});
    guide.command(u"tool.rectangle"_s);
    guide.drag({{0.7, 0.28}, {0.93, 0.45}});
    guide.command(u"tool.ellipse"_s);
    guide.drag({{0.7, 0.5}, {0.93, 0.7}}, {},
               [&guide] { guide.picture(u"an ellipse under the hand"_s); });
    guide.command(u"tool.fill"_s);
    guide.click({0.8, 0.36});
    guide.picture(u"filled"_s);
    guide.command(u"tool.text"_s);
    guide.click({0.68, 0.78});
    guide.type(u"NIGHT"_s);
    guide.picture(u"letters being typed"_s);
    guide.key(Qt::Key_Escape);
    guide.command(u"tool.eraser"_s);
    guide.stroke({{0.35, 0.05}, {0.4, 0.9}}, 1.0);
    guide.picture(u"erased"_s);
    guide.command(u"tool.pen"_s);
    for (int i = 0; i < 3; ++i)
        guide.command(u"view.zoomIn"_s);
    guide.picture(u"from near"_s);
    guide.command(u"view.fit"_s);
    guide.pictureOf(u"brush.feel"_s);
}

void showLayers(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"1A"_s);
    guide.page(u"Layers"_s);
    guide.command(u"layer.new"_s);
    guide.picture(u"a new layer"_s);
    guide.command(u"layer.group"_s);
    guide.picture(u"a group"_s);
    guide.command(u"edit.undo"_s);
    guide.command(u"edit.undo"_s);
    guide.command(u"layer.transform"_s);
    guide.picture(u"transforming"_s);
    guide.key(Qt::Key_Escape);
    guide.command(u"tool.pick"_s);
    guide.drag({{0.2, 0.2}, {0.5, 0.2}, {0.5, 0.7}, {0.2, 0.7}, {0.2, 0.2}});
    guide.picture(u"picked"_s);
    guide.command(u"tool.cutOut"_s);
    guide.drag({{0.55, 0.3}, {0.75, 0.3}, {0.75, 0.6}, {0.55, 0.6}, {0.55, 0.3}});
    guide.picture(u"cut out"_s);
    guide.key(Qt::Key_Escape);
    while (guide.desk().document().undoStack().canUndo()
           && guide.desk().document().undoStack().index() > 0)
        guide.command(u"edit.undo"_s);
}

void showGuides(TourGuide& guide)
{
    guide.command(u"view.stage"_s);
    guide.goTo(u"2B"_s);
    guide.pictureOf(u"view.guides"_s);
    for (const char* id : {"view.thirds", "view.safe"})
        guide.command(QLatin1StringView(id));
    guide.picture(u"thirds and safe areas"_s);
    for (const char* id : {"view.thirds", "view.safe"})
        guide.command(QLatin1StringView(id));
    guide.command(u"view.onion"_s);
    guide.command(u"tool.pen"_s);
    guide.picture(u"onion skin"_s);
    guide.command(u"view.onion"_s);
    (void)guide.desk().document().edit(u"Guides"_s, [&guide](Film& film) {
        return changeShot(film, *guide.session().shotId(), [](Shot& shot) {
            shot.guides.vanishingPoints = {{0.2, 0.42}, {1.25, 0.42}};
            shot.guides.eyeline = 0.42;
            return Result<void>{};
        });
    });
    guide.command(u"tool.guides"_s);
    guide.hover({0.55, 0.6});
    guide.picture(u"two vanishing points"_s);
    guide.command(u"tool.pen"_s);
    guide.command(u"view.turnRight"_s);
    guide.command(u"view.turnRight"_s);
    guide.picture(u"paper turned"_s);
    guide.command(u"view.mirror"_s);
    guide.picture(u"paper turned and mirrored"_s);
    guide.command(u"view.straighten"_s);
    guide.command(u"view.fitDrawing"_s);
    guide.picture(u"whole drawing"_s);
    guide.command(u"view.fit"_s);
    guide.command(u"edit.undo"_s);
}

} // namespace dollygrip::tour
