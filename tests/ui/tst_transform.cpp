#include "core/project/editing.h"
#include "tests/ui/paperdesk.h"
#include "ui/canvas/pickedpictures.h"
#include "ui/canvas/picktool.h"
#include "ui/latemime.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <cmath>
#include <stdexcept>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::isNear;
using test::PaperDesk;
using namespace Qt::StringLiterals;

namespace {

/// A level line at 0.5 from 0.2 to 0.4, a far one at 0.8, and a second layer with a line upright.
Film threeLines()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s)
        .stroke({{0.2, 0.5}, {0.3, 0.5}, {0.4, 0.5}})
        .stroke({{0.6, 0.8}, {0.7, 0.8}, {0.8, 0.8}})
        .layer(3)
        .stroke({{0.9, 0.1}, {0.9, 0.2}, {0.9, 0.3}})
        .build();
}

struct PickDesk : PaperDesk {
    explicit PickDesk(ToolKind tool = ToolKind::Pick) : PaperDesk(threeLines())
    {
        session.setLayers({shot()->panels[0]->layers[0].id});
        session.setTool(tool);
    }
    const Strokes& strokes(int layer = 0) const { return shot()->panels[0]->layers[layer].strokes; }
    Eigen::Vector2d point(int stroke, int index, int layer = 0) const
    {
        const StrokePoint& p = strokes(layer)[stroke]->points[index];
        return {double(p.x), double(p.y)};
    }
    const Picked& picked() const { return static_cast<PickTool&>(canvas.tool()).picked(); }
    void lasso(double x0, double y0, double x1, double y1, Qt::KeyboardModifiers keys = {})
    {
        drag({{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, keys);
    }
};

} // namespace

class TransformTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickPicksAStroke()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        QCOMPARE(desk.picked().count(), 1);
        QVERIFY(desk.picked().has(desk.shot()->panels[0]->layers[0].id, desk.strokes()[0]));
        desk.click(0.7, 0.8, Qt::ShiftModifier);
        QCOMPARE(desk.picked().count(), 2);
        desk.click(0.05, 0.05);
        QCOMPARE(desk.picked().count(), 0);
        QCOMPARE(desk.steps(), 0);
    }

    void aClickOnAnotherLayerGoesThere()
    {
        PickDesk desk;
        desk.click(0.9, 0.2);
        QCOMPARE(desk.picked().count(), 1);
        QCOMPARE(desk.session.layerId(), desk.shot()->panels[0]->layers[1].id);
    }

    void aLassoPicksWhatLiesInIt()
    {
        PickDesk desk;
        desk.lasso(0.1, 0.4, 0.5, 0.6);
        QCOMPARE(desk.picked().count(), 1);
        desk.lasso(0.5, 0.7, 0.95, 0.9, Qt::ShiftModifier);
        QCOMPARE(desk.picked().count(), 2);
        desk.key(Qt::Key_Escape);
        desk.drag({{0.55, 0.7}, {0.95, 0.9}}, Qt::ControlModifier); // a rectangle
        QCOMPARE(desk.picked().count(), 1);
    }

    void aDragMovesInOneStep()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        desk.drag({{0.3, 0.5}, {0.4, 0.7}});
        QCOMPARE(desk.steps(), 1);
        QVERIFY(isNear(desk.point(0, 0), 0.3, 0.7));
        QVERIFY(isNear(desk.point(1, 0), 0.6, 0.8));
        QCOMPARE(desk.picked().count(), 1); // still in hand
        desk.document.undoStack().undo();
        QVERIFY(isNear(desk.point(0, 0), 0.2, 0.5));
    }

    void escapeGivesTheDragBack()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        desk.press(0.3, 0.5);
        desk.moveTo(0.5, 0.9);
        desk.key(Qt::Key_Escape);
        desk.release(0.5, 0.9);
        QCOMPARE(desk.steps(), 0);
        QCOMPARE(desk.picked().count(), 1);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.picked().count(), 0);
    }

    void aCornerResizesAndTheKnobTurns()
    {
        PickDesk desk;
        desk.lasso(0.1, 0.4, 0.95, 0.9);
        QCOMPARE(desk.picked().count(), 2);
        const double aspect = desk.document.film().settings.aspect();
        const QRectF box = desk.picked().bounds(aspect);
        const auto inPicture = [&](const QPointF& p) { return QPointF(p.x() / aspect, p.y()); };
        const QPointF corner = inPicture(box.bottomRight());
        const QPointF middle = inPicture(box.center());
        const double before = desk.strokes()[0]->width;
        desk.drag({corner, (corner + middle) / 2});
        QCOMPARE(desk.steps(), 1);
        QVERIFY(std::abs(desk.strokes()[0]->width - 0.75 * before) < 0.02 * before);
        desk.document.undoStack().undo();
        desk.session.setTool(ToolKind::Pen);
        desk.session.setTool(ToolKind::Pick);
        desk.lasso(0.1, 0.4, 0.5, 0.6);
        const QRectF one = desk.picked().bounds(aspect);
        const QPointF knob = inPicture(
            QPointF(one.center().x(), one.top() - 24 * desk.canvas.canvasFrame().pixel()));
        const QPointF right = inPicture(QPointF(one.center().x() + 0.3, one.center().y()));
        desk.drag({knob, right});
        // A level line stands upright now.
        QVERIFY(std::abs(desk.point(0, 0).x() - desk.point(0, 2).x()) < 0.01);
        QVERIFY(desk.point(0, 2).y() > desk.point(0, 0).y() + 0.25);
    }

    void flippedSidewaysItLooksTheOtherWay()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        desk.key(Qt::Key_H);
        QCOMPARE(desk.steps(), 1);
        QVERIFY(isNear(desk.point(0, 0), 0.4, 0.5));
        QVERIFY(isNear(desk.point(0, 2), 0.2, 0.5));
        desk.canvas.flipDrawing(true);
        QVERIFY(isNear(desk.point(0, 0), 0.2, 0.5));
    }

    void arrowsNudgeByPixels()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        const double x = desk.point(0, 0).x();
        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_Right);
        const double by = desk.point(0, 0).x() - x;
        QVERIFY(std::abs(by - 2.0 / desk.document.film().settings.size.width()) < 1e-5);
    }

    void copiesGoToAnotherPanel()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        QTest::keyClick(&desk.canvas, Qt::Key_C, Qt::ControlModifier);
        const LayerId other = desk.shot()->panels[0]->layers[1].id;
        desk.session.setLayers({other});
        QTest::keyClick(&desk.canvas, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.strokes(1).size(), 2);
        QVERIFY(isNear(desk.point(1, 0, 1), 0.2, 0.5));
        QCOMPARE(desk.picked().count(), 1);
        QTest::keyClick(&desk.canvas, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.strokes(1).size(), 3);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.strokes(1).size(), 2);
        desk.document.undoStack().undo();
        QCOMPARE(desk.strokes(1).size(), 3);
    }

    void theCuttingLassoCutsLines()
    {
        PickDesk desk(ToolKind::CutOut);
        desk.lasso(0.1, 0.4, 0.3, 0.6);
        QCOMPARE(desk.steps(), 0); // nothing has moved yet
        QCOMPARE(desk.picked().count(), 1);
        desk.drag({{0.25, 0.5}, {0.25, 0.2}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.strokes().size(), 3);
        int moved = 0;
        for (const auto& stroke : desk.strokes()) {
            if (std::abs(stroke->points.first().y - 0.2F) < 0.01F) {
                ++moved;
                QVERIFY(std::abs(stroke->points.last().x - 0.3F) < 0.01F);
            }
        }
        QCOMPARE(moved, 1);
        desk.document.undoStack().undo();
        QCOMPARE(desk.strokes().size(), 2);
    }

    void aCutThatIsNotMovedLeavesNothing()
    {
        PickDesk desk(ToolKind::CutOut);
        desk.lasso(0.1, 0.4, 0.3, 0.6);
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.steps(), 0);
        QCOMPARE(desk.strokes().size(), 2);
    }

    void ofAPictureThePixelsAreCut()
    {
        PaperDesk desk(test::film().shot(u"1A"_s).picture(test::testPicture(320, 180)).build());
        desk.session.setTool(ToolKind::CutOut);
        desk.drag({{0.2, 0.2}, {0.5, 0.2}, {0.5, 0.6}, {0.2, 0.6}, {0.2, 0.2}});
        desk.drag({{0.3, 0.4}, {0.6, 0.4}});
        QCOMPARE(desk.steps(), 1);
        const auto& layers = desk.shot()->panels[0]->layers;
        QCOMPARE(layers.size(), 2);
        QVERIFY(layers[0].picture != layers[1].picture);
        QVERIFY(std::abs(layers[1].placement.x - 0.5) < 0.01);
        QVERIFY(desk.document.film().check());
    }

    void theWholeLayerIsTransformed()
    {
        PaperDesk desk(test::film()
                           .shot(u"1A"_s)
                           .picture(test::testPicture(320, 180))
                           .stroke({{0.2, 0.5}, {0.4, 0.5}})
                           .build());
        desk.canvas.transformLayers();
        QCOMPARE(desk.session.tool(), ToolKind::Pick);
        desk.drag({{0.5, 0.5}, {0.6, 0.5}});
        QCOMPARE(desk.steps(), 1);
        const Layer& layer = desk.shot()->panels[0]->layers[0];
        QVERIFY(std::abs(layer.placement.x - 0.1) < 0.01);
        QVERIFY(std::abs(double(layer.strokes[0]->points[0].x) - 0.3) < 0.01);
    }

    void lockedLayersStay()
    {
        PickDesk desk;
        const LayerId layer = desk.shot()->panels[0]->layers[0].id;
        QVERIFY(desk.document.edit(u"Lock"_s, [&](Film& film) {
            return changeLayer(film, desk.shot()->id, layer, [](Layer& changed) {
                changed.isLocked = true;
                return Result<void>();
            });
        }));
        desk.click(0.3, 0.5);
        QCOMPARE(desk.picked().count(), 0);
        desk.lasso(0.1, 0.4, 0.5, 0.6);
        QCOMPARE(desk.picked().count(), 0);
    }

    void aPictureIsCopiedToAnotherFilm()
    {
        const Film film = test::film().shot(u"1A"_s).picture(test::testPicture(64, 36)).build();
        PaperDesk from(film);
        from.session.setTool(ToolKind::Pick);
        static_cast<PickTool&>(from.canvas.tool()).selectAll();
        QTest::keyClick(&from.canvas, Qt::Key_C, Qt::ControlModifier);
        PickDesk to;
        QTest::keyClick(&to.canvas, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(to.steps(), 1);
        const QList<Layer> layers = to.shot()->panels[0]->layers;
        QCOMPARE(layers.size(), 3);
        const QString hash = test::firstShot(film)->panels[0]->layers[0].picture;
        QCOMPARE(layers[0].picture, hash);
        QVERIFY(layers[0].id != test::firstShot(film)->panels[0]->layers[0].id);
        QCOMPARE(to.document.film().assets.value(hash)->bytes, film.assets.value(hash)->bytes);
        QCOMPARE(to.picked().count(), 1);
        QVERIFY(to.document.film().check());
    }

    void aPictureIsDuplicatedBesideItself()
    {
        PaperDesk desk(test::film()
                           .shot(u"1A"_s)
                           .picture(test::testPicture(64, 36))
                           .stroke({{0.2, 0.5}, {0.4, 0.5}})
                           .build());
        desk.session.setTool(ToolKind::Pick);
        auto& tool = static_cast<PickTool&>(desk.canvas.tool());
        tool.selectAll();
        tool.duplicate();
        QCOMPARE(desk.steps(), 1);
        const QList<Layer> layers = desk.shot()->panels[0]->layers;
        QCOMPARE(layers.size(), 2);
        QCOMPARE(layers[1].picture, layers[0].picture);
        QVERIFY(layers[1].placement.x > layers[0].placement.x);
        QCOMPARE(layers[0].strokes.size(), 1);
        QCOMPARE(layers[1].strokes.size(), 1);
        QCOMPARE(tool.picked().count(), 2);
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->panels[0]->layers[1].picture.isEmpty());
        QVERIFY(!desk.shot()->panels[0]->layers[0].picture.isEmpty());
    }

    void foreignPicturesOnTheClipboardAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no text") << QByteArray("\xff\x00\x12", 3);
        QTest::newRow("no film") << QByteArray("{\"clipboard\":\"shots\"}");
        QTest::newRow("a file's name")
            << QByteArray("{\"clipboard\":\"shots\",\"assets\":[{\"path\":\"/etc/passwd\"}]}");
    }

    void foreignPicturesOnTheClipboardAreRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!picturesFromText(text));
        auto* data = new QMimeData;
        data->setData(QString::fromLatin1(kPicturesMime), text);
        QGuiApplication::clipboard()->setMimeData(data);
        PickDesk desk;
        QTest::keyClick(&desk.canvas, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.steps(), 0);
    }

    void whatIsCopiedComesFromThePool()
    {
        LateMimeData data;
        data.add(u"text/x-late"_s, [] { return QVariant(QByteArray("late")); });
        data.add(u"text/x-thrown"_s, []() -> QVariant { throw std::runtime_error("no"); });
        QVERIFY(data.hasFormat(u"text/x-late"_s));
        QCOMPARE(data.data(u"text/x-late"_s), QByteArray("late"));
        QVERIFY(data.data(u"text/x-thrown"_s).isEmpty());
        QVERIFY(data.data(u"text/plain"_s).isEmpty());
    }

    void undoTakesTheGoneOutOfTheHand()
    {
        PickDesk desk;
        desk.click(0.3, 0.5);
        desk.drag({{0.3, 0.5}, {0.4, 0.7}});
        desk.document.undoStack().undo();
        QCOMPARE(desk.picked().count(), 0);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.strokes().size(), 2);
    }
};

QTEST_MAIN(TransformTest)
#include "tst_transform.moc"
