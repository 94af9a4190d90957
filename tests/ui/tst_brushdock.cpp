#include "tests/ui/deskonfilm.h"
#include "tests/ui/paperdesk.h"
#include "ui/actions.h"
#include "ui/brush/brushbox.h"
#include "ui/brush/brushdock.h"
#include "ui/brush/colourwheel.h"
#include "ui/brush/curvefield.h"
#include "ui/brush/paletteform.h"
#include "ui/brush/pendialog.h"
#include "ui/brush/presetgrid.h"
#include "ui/brush/swatchgrid.h"
#include "ui/inspector/numberfield.h"
#include "ui/settings.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

/// A desk on a film with its dock.
struct Brushes {
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"set.ini"_s)};
    DeskOnFilm film{blank()};
    FilmDesk& desk = *film.desk;
    BrushBox box{desk.session(), settings};
    BrushDock dock{desk, box};

    Brushes()
    {
        dock.resize(300, 760);
        dock.show();
    }
    const QList<Palette>& palettes() const { return desk.document().film().settings.palettes; }
    int steps() { return desk.document().undoStack().count(); }
};

} // namespace

class BrushDockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void presetsAreTakenAndKeepTheirSize()
    {
        Brushes brushes;
        Session& session = brushes.desk.session();
        const auto buttons = brushes.dock.findChildren<PresetButton*>();
        QCOMPARE(buttons.size(), brushes.box.presets().size());
        QCOMPARE(buttons.size(), 12);
        session.setTool(ToolKind::Select);
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(session.brush().brush, Brush::Pencil);
        QCOMPARE(session.tool(), ToolKind::Pen);
        BrushSettings brush = session.brush();
        brush.width = 0.031;
        session.setBrush(brush);
        QTest::mouseClick(buttons[4], Qt::LeftButton);
        QCOMPARE(session.brush().brush, Brush::Ink);
        QVERIFY(session.brush().width < 0.03);
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(session.brush().width, 0.031);
        QTest::mouseDClick(buttons[0], Qt::LeftButton);
        QCOMPARE(session.brush().width, brushPresets()[0].width);
    }

    void shapesKeepTheirToolWhenABrushIsTaken()
    {
        Brushes brushes;
        brushes.desk.session().setTool(ToolKind::Ellipse);
        brushes.box.choose(6);
        QCOMPARE(brushes.desk.session().tool(), ToolKind::Ellipse);
        QCOMPARE(brushes.desk.session().brush().brush, Brush::Marker);
    }

    void everythingIsRemembered()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"set.ini"_s));
        Document document(blank());
        {
            Session session(document);
            BrushBox box(session, settings);
            box.choose(8);
            BrushSettings brush = session.brush();
            brush.width = 0.077;
            brush.colour = QColor(1, 2, 3);
            brush.fillsOnTop = true;
            session.setBrush(brush);
            box.swapColours();
            PenFeel feel;
            feel.steadying = Steadying::String;
            feel.strength = 0.7;
            feel.pressure = PenCurve({{0, 0}, {0.3, 0.8}, {1, 1}});
            session.setPenFeel(feel);
        }
        Session session(document);
        BrushBox box(session, settings);
        QCOMPARE(box.current(), 8);
        QCOMPARE(session.brush().width, 0.077);
        QCOMPARE(box.otherColour(), QColor(1, 2, 3));
        QVERIFY(session.brush().fillsOnTop);
        QCOMPARE(session.penFeel().steadying, Steadying::String);
        QCOMPARE(session.penFeel().strength, 0.7);
        QCOMPARE(session.penFeel().pressure.points().size(), 3);
    }

    void nonsenseInTheSettingsDoesNoHarm()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"set.ini"_s));
        settings.setText(u"brush-ink/width"_s, u"nan"_s);
        settings.setText(u"brush/preset"_s, u"99999"_s);
        settings.setText(u"brush/recent"_s, u"#12345 nonsense #ff0000"_s);
        settings.setText(u"pen/pressure"_s, u"x y;z"_s);
        settings.setText(u"pen/steadying"_s, u"-7"_s);
        Document document(blank());
        Session session(document);
        BrushBox box(session, settings);
        QCOMPARE(box.recent().size(), 1);
        QVERIFY(box.current() < 12);
        QVERIFY(session.brush().width >= 0 && session.brush().width < 1);
        QCOMPARE(session.penFeel().steadying, Steadying::None);
    }

    void digitsAndLettersTakeBrushesAndShapes()
    {
        Brushes brushes;
        Actions actions;
        brushes.box.takeActions(actions);
        Session& session = brushes.desk.session();
        QCOMPARE(actions.at(u"brush.preset7"_s)->shortcut(), QKeySequence(Qt::Key_7));
        actions.at(u"brush.preset7"_s)->trigger();
        QCOMPARE(session.brush().brush, Brush::Marker);
        actions.at(u"tool.shape"_s)->trigger();
        QCOMPARE(session.tool(), ToolKind::Line);
        actions.at(u"tool.nextShape"_s)->trigger();
        QCOMPARE(session.tool(), ToolKind::Rectangle);
        session.setTool(ToolKind::Pen);
        actions.at(u"tool.shape"_s)->trigger();
        QCOMPARE(session.tool(), ToolKind::Rectangle);
        actions.at(u"brush.softEraser"_s)->trigger();
        QCOMPARE(session.tool(), ToolKind::Eraser);
        QVERIFY(session.brush().isEraserSoft);
        const QColor before = session.brush().colour;
        actions.at(u"brush.swap"_s)->trigger();
        QCOMPARE(brushes.box.otherColour(), before);
    }

    void theWheelPicksAndShowsColours()
    {
        Brushes brushes;
        auto* wheel = brushes.dock.findChild<ColourWheel*>();
        QVERIFY(wheel);
        // Full hue at the right of the ring, then the corner of full colour.
        QTest::mouseClick(wheel, Qt::LeftButton, {},
                          QPoint(wheel->width() - 8, wheel->height() / 2));
        QTest::mousePress(wheel, Qt::LeftButton, {}, wheel->rect().center());
        QTest::mouseRelease(wheel, Qt::LeftButton, {}, wheel->rect().center());
        const QColor middle = brushes.desk.session().brush().colour;
        QVERIFY(middle.red() > middle.green() + 40
                && std::abs(middle.green() - middle.blue()) < 12);
        auto* hex = brushes.dock.findChild<QLineEdit*>(u"hexField"_s);
        hex->setText(u"teal"_s);
        Q_EMIT hex->editingFinished();
        QCOMPARE(brushes.desk.session().brush().colour, QColor(u"teal"_s));
        QVERIFY(std::abs(wheel->colour().green() - 128) <= 1);
        hex->setText(u"rubbish"_s);
        Q_EMIT hex->editingFinished();
        QCOMPARE(brushes.desk.session().brush().colour, QColor(u"teal"_s));
    }

    void greysKeepTheirHue()
    {
        ColourWheel wheel;
        wheel.setColour(QColor::fromHsv(200, 255, 255));
        wheel.setColour(Qt::white);
        wheel.setColour(Qt::black);
        QVERIFY(std::abs(wheel.colour().toHsv().valueF()) < 0.01F);
        wheel.resize(160, 160);
        QSignalSpy picked(&wheel, &ColourWheel::picked);
        QTest::keyClick(&wheel, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&wheel, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(picked.count(), 2);
        QVERIFY(std::abs(picked.last().first().value<QColor>().hsvHue() - 200) <= 8);
    }

    void palettesAreTheFilmsAndUndoable()
    {
        Brushes brushes;
        brushes.box.setColour(QColor(10, 20, 30));
        auto* add = brushes.dock.findChild<QToolButton*>(u"addToPalette"_s);
        add->click(); // the film has none: a new one
        QCOMPARE(brushes.palettes().size(), 1);
        brushes.box.setColour(QColor(40, 50, 60));
        add->click();
        add->click(); // it is there already
        QCOMPARE(brushes.palettes()[0].colours.size(), 2);
        QCOMPARE(brushes.steps(), 2);
        // A colour dragged in.
        auto* grid = brushes.dock.findChild<SwatchGrid*>(u"paletteColours"_s);
        QMimeData data;
        data.setColorData(QColor(Qt::red));
        const QPointF first = grid->cell(0).topLeft();
        QDropEvent drop(first, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(first.toPoint(), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(grid, &enter);
        QCoreApplication::sendEvent(grid, &drop);
        QCOMPARE(brushes.palettes()[0].colours.size(), 3);
        QCOMPARE(brushes.palettes()[0].colours[0], QColor(Qt::red));
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cell(0).center());
        QCOMPARE(brushes.desk.session().brush().colour, QColor(Qt::red));
        brushes.desk.document().undoStack().undo();
        QCOMPARE(grid->colours().size(), 2);
    }

    void palettesComeFromFilesAndPanels()
    {
        Brushes brushes;
        auto* form = brushes.dock.findChild<PaletteForm*>();
        QSignalSpy errors(&brushes.desk, &FilmDesk::errorOccurred);
        const QString path = brushes.folder.filePath(u"dusk.gpl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("GIMP Palette\n10 20 30\n");
        file.close();
        form->importFile(path);
        QCOMPARE(brushes.palettes().size(), 1);
        QCOMPARE(brushes.palettes()[0].name, u"dusk"_s);
        form->exportFile(brushes.folder.filePath(u"out.gpl"_s));
        QVERIFY(QFile::exists(brushes.folder.filePath(u"out.gpl"_s)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\0\1\2 nothing of the kind", 20);
        file.close();
        form->importFile(path);
        form->importFile(brushes.folder.filePath(u"absent.gpl"_s));
        QCOMPARE(errors.count(), 2);
        QCOMPARE(brushes.palettes().size(), 1);
        form->takeFromPanel();
        QCOMPARE(brushes.palettes().size(), 2);
    }

    void sizeAndSteadyingAreNumbers()
    {
        Brushes brushes;
        auto* size = brushes.dock.findChild<NumberField*>(u"brushSize"_s);
        Q_EMIT size->edited(108);
        QVERIFY(std::abs(brushes.desk.session().brush().width - 0.1) < 1e-9);
        brushes.desk.session().setTool(ToolKind::Eraser);
        Q_EMIT size->edited(54);
        QVERIFY(std::abs(brushes.desk.session().brush().eraserWidth - 0.05) < 1e-9);
        auto* kind = brushes.dock.findChild<QComboBox*>(u"steadyingBox"_s);
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        QCOMPARE(brushes.desk.session().penFeel().steadying, Steadying::String);
    }

    void curvesAreBentByHandAndThePadFeelsIt()
    {
        Document document(blank());
        Session session(document);
        PenDialog dialog(session);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto* field = dialog.findChild<CurveField*>(u"pressureCurve"_s);
        QVERIFY(field);
        const QPoint at(field->width() / 2, field->height() / 5);
        QTest::mouseClick(field, Qt::LeftButton, {}, at);
        QCOMPARE(session.penFeel().pressure.points().size(), 3);
        QVERIFY(session.penFeel().pressure.at(0.5) > 0.7);
        QTest::mouseDClick(field, Qt::LeftButton, {}, at);
        QCOMPARE(session.penFeel().pressure.points().size(), 2);
        auto* pad = dialog.findChild<PenPad*>();
        QSignalSpy felt(pad, &PenPad::felt);
        QTest::mousePress(pad, Qt::LeftButton, {}, QPoint(20, 40));
        QTest::mouseMove(pad, QPoint(120, 60));
        QTest::mouseRelease(pad, Qt::LeftButton, {}, QPoint(120, 60));
        QVERIFY(felt.count() >= 2);
        QCOMPARE(felt.last().first().toDouble(), -1.0);
    }
};

QTEST_MAIN(BrushDockTest)
#include "tst_brushdock.moc"
