#include "core/project/editing.h"
#include "core/project/layerediting.h"
#include "core/project/sharedlayers.h"
#include "tests/ui/deskonfilm.h"
#include "ui/actions.h"
#include "ui/inspector/depthview.h"
#include "ui/inspector/layerlist.h"
#include "ui/inspector/layersform.h"
#include "ui/inspector/numberfield.h"
#include "ui/layercommands.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::DeskOnFilm;
using namespace Qt::StringLiterals;

namespace {

/// One shot of two panels, the first with layers a (20 m), b (10 m), c (5 m), far to near.
Film layered()
{
    Film film = test::film()
                    .scene(u"INT. ROOM"_s)
                    .shot(u"1A"_s)
                    .stroke({{0.1, 0.5}, {0.9, 0.5}})
                    .layer(10)
                    .layer(5)
                    .panel(0.5)
                    .build();
    const auto shot = test::firstShot(film);
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    for (int i = 0; i < 3; ++i) {
        const auto done =
            changeLayer(film, shot->id, shot->panels[0]->layers[i].id, [&](Layer& layer) {
                layer.name = names[i];
                if (i == 0)
                    layer.depthM = 20;
                return Result<void>();
            });
        if (!done)
            qFatal("no layer");
    }
    return film;
}

struct LayersDesk : DeskOnFilm {
    LayersForm form;
    LayerList* list;

    LayersDesk() : DeskOnFilm(layered()), form(*desk)
    {
        desk->session().setPanel(shot(u"1A"_s)->panels[0]->id);
        form.resize(300, 800);
        form.show();
        if (!QTest::qWaitForWindowExposed(&form))
            qFatal("no window");
        list = form.findChild<LayerList*>();
    }
    const Panel& panel() { return *shot(u"1A"_s)->panels[0]; }
    const Layer& named(const QString& name)
    {
        for (const Layer& layer : panel().layers) {
            if (layer.name == name)
                return layer;
        }
        qFatal("no such layer");
    }
    /// Far to near, groups in brackets.
    QString order()
    {
        QString text;
        std::optional<GroupId> group;
        for (const Layer& one : panel().layers) {
            if (one.group != group) {
                text += group ? u")"_s : QString();
                text += one.group ? u"("_s : QString();
                group = one.group;
            }
            text += one.name;
        }
        return text + (group ? u")"_s : QString());
    }
    QPoint name(int row) const { return list->rowRect(row).center() - QPoint(10, 0); }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(list, Qt::LeftButton, {}, from);
        for (int part = 1; part <= 6; ++part) {
            const QPointF place = from + (to - from) * part / 6.0;
            QMouseEvent event(QEvent::MouseMove, place, list->mapToGlobal(place), Qt::NoButton,
                              Qt::LeftButton, {});
            QCoreApplication::sendEvent(list, &event);
        }
        QTest::mouseRelease(list, Qt::LeftButton, {}, to);
    }
};

} // namespace

class LayersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nearLayersStandOnTop()
    {
        LayersDesk d;
        QCOMPARE(d.list->rows().size(), 3);
        QCOMPARE(d.panel().layers[d.list->rows()[0].layer].name, u"c"_s);
    }

    void aRowIsDraggedToAnotherPlace()
    {
        LayersDesk d;
        d.drag(d.name(2), d.name(0) - QPoint(0, 12)); // a over c
        QCOMPARE(d.order(), u"bca"_s);
        QCOMPARE(d.undo().count(), 1);
        QCOMPARE(d.named(u"a"_s).depthM, 5.0);
        d.undo().undo();
        QCOMPARE(d.order(), u"abc"_s);
        QCOMPARE(d.named(u"a"_s).depthM, 20.0);
    }

    void chosenRowsAreGroupedFoldedAndDraggedIntoTheGroup()
    {
        LayersDesk d;
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(0));
        QTest::mouseClick(d.list, Qt::LeftButton, Qt::ControlModifier, d.name(1));
        QCOMPARE(d.desk->session().layers().size(), 2);
        LayerCommands(*d.desk).group();
        QCOMPARE(d.order(), u"a(bc)"_s);
        QCOMPARE(d.list->rows().size(), 4); // with its heading
        // a between b and c
        d.drag(d.name(3), d.name(2) - QPoint(0, 14));
        QCOMPARE(d.order(), u"(bac)"_s);
        d.undo().undo();
        const QRect heading = d.list->rowRect(0);
        QTest::mouseClick(d.list, Qt::LeftButton, {}, QPoint(36, heading.center().y()));
        QCOMPARE(d.list->rows().size(), 2);
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.list->eyeRect(0).center());
        QVERIFY(!d.panel().groups[0].isVisible);
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.list->lockRect(0).center());
        QVERIFY(d.panel().groups[0].isLocked);
        QVERIFY(d.panel().isLocked(d.named(u"b"_s)));
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(0)); // the heading chooses both
        QCOMPARE(d.desk->session().layers().size(), 2);
        LayerCommands(*d.desk).ungroup();
        QCOMPARE(d.order(), u"abc"_s);
    }

    void shiftChoosesARange()
    {
        LayersDesk d;
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(0));
        QTest::mouseClick(d.list, Qt::LeftButton, Qt::ShiftModifier, d.name(2));
        QCOMPARE(d.desk->session().layers().size(), 3);
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(1));
        QCOMPARE(d.desk->session().layers().size(), 1);
        QCOMPARE(d.desk->session().layerId(), d.named(u"b"_s).id);
    }

    void aDoubleClickRenames()
    {
        LayersDesk d;
        QTest::mouseDClick(d.list, Qt::LeftButton, {}, d.name(1));
        auto* field = d.list->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setText(u"moon"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(d.named(u"moon"_s).depthM == 10);
        QCOMPARE(d.undo().undoText(), u"Rename layer"_s);
    }

    void arrowKeysGoThroughTheRows()
    {
        LayersDesk d;
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(0));
        QTest::keyClick(d.list, Qt::Key_Down);
        QCOMPARE(d.desk->session().layerId(), d.named(u"b"_s).id);
    }

    void theSideViewDragsDepthInOneStep()
    {
        LayersDesk d;
        auto* side = d.form.findChild<DepthView*>();
        const QPoint from(int(side->xOf(5)), side->height() / 2);
        QTest::mousePress(side, Qt::LeftButton, {}, from);
        for (const double metres : {7.0, 9.0, 12.0, 14.0}) {
            const QPointF place(side->xOf(metres), side->height() / 2.0);
            QMouseEvent event(QEvent::MouseMove, place, side->mapToGlobal(place), Qt::NoButton,
                              Qt::LeftButton, {});
            QCoreApplication::sendEvent(side, &event);
        }
        QTest::mouseRelease(side, Qt::LeftButton, {}, from);
        QVERIFY(std::abs(d.named(u"c"_s).depthM - 14) < 0.6);
        QCOMPARE(d.order(), u"acb"_s); // it went behind b, which is nearer now
        QCOMPARE(d.undo().count(), 1);
    }

    void theBlendIsChosen()
    {
        LayersDesk d;
        QTest::mouseClick(d.list, Qt::LeftButton, {}, d.name(0));
        auto* blend = d.form.findChild<QComboBox*>();
        const int index = blend->findData(int(multiplane::Blend::Multiply));
        blend->setCurrentIndex(index);
        Q_EMIT blend->activated(index);
        QCOMPARE(d.named(u"c"_s).blend, multiplane::Blend::Multiply);
    }

    void commandsMoveAddDuplicateMergeAndDelete()
    {
        LayersDesk d;
        Actions actions;
        connectLayers(*d.desk, actions, &actions);
        d.desk->session().setLayers({d.named(u"a"_s).id});
        actions.at(u"layer.nearer"_s)->trigger();
        QCOMPARE(d.order(), u"bac"_s);
        actions.at(u"layer.farther"_s)->trigger();
        QCOMPARE(d.order(), u"abc"_s);
        actions.at(u"layer.new"_s)->trigger();
        QCOMPARE(d.panel().layers.size(), 4);
        QCOMPARE(d.desk->session().layerId(), d.panel().layers[1].id);
        actions.at(u"layer.merge"_s)->trigger();
        QCOMPARE(d.order(), u"abc"_s);
        QCOMPARE(d.desk->session().layerId(), d.named(u"a"_s).id);
        actions.at(u"layer.duplicate"_s)->trigger();
        QCOMPARE(d.order(), u"aabc"_s);
        actions.at(u"layer.delete"_s)->trigger();
        QCOMPARE(d.order(), u"abc"_s);
        actions.at(u"layer.solo"_s)->trigger();
        const auto seen = [&] {
            return std::count_if(d.panel().layers.begin(), d.panel().layers.end(),
                                 [](const Layer& layer) { return layer.isVisible; });
        };
        QCOMPARE(seen(), 1);
        actions.at(u"layer.solo"_s)->trigger();
        QCOMPARE(seen(), 3);
    }

    void thumbnailsShowWhatIsDrawnLarge()
    {
        LayersDesk d;
        const LayerId layer = d.named(u"c"_s).id;
        Stroke dot; // small, in the corner: cut to it, it fills the thumbnail's middle
        dot.width = 0.03;
        dot.points = {{0.94F, 0.95F}, {0.96F, 0.95F}};
        QVERIFY(d.desk->edit(u"Draw"_s, [&](Film& film) {
            return addStroke(film, d.shot(u"1A"_s)->id, layer, dot);
        }));
        int row = 0;
        while (d.panel().layers.value(d.list->rows()[row].layer).id != layer)
            ++row;
        const QPoint middle(d.list->eyeRect(row).right() + 26, d.list->rowRect(row).center().y());
        const auto isDark = [&] {
            return d.list->grab().toImage().pixelColor(middle).lightness() < 110;
        };
        QTRY_VERIFY(isDark());
        d.desk->session().setPanel(d.shot(u"1A"_s)->panels[1]->id);
        d.desk->session().setPanel(d.panel().id);
        QVERIFY(isDark()); // and is there at once when the panel comes back
    }

    void aLayerIsSharedAndMarked()
    {
        LayersDesk d;
        d.desk->session().setLayers({d.named(u"a"_s).id});
        LayerCommands commands(*d.desk);
        commands.share(LayerCommands::Reach::Shot);
        QVERIFY(d.named(u"a"_s).shared.has_value());
        const auto second = d.shot(u"1A"_s)->panels[1];
        QCOMPARE(second->layers.size(), 2);
        QCOMPARE(second->layers[0].shared, d.named(u"a"_s).shared);
        Stroke stroke;
        stroke.points = {{0.2F, 0.2F}, {0.4F, 0.4F}};
        QVERIFY(d.desk->edit(u"Draw"_s, [&](Film& film) {
            return addStroke(film, d.shot(u"1A"_s)->id, d.named(u"a"_s).id, stroke);
        }));
        QCOMPARE(d.shot(u"1A"_s)->panels[1]->layers[0].strokes.size(), 2);
        commands.unshare();
        QVERIFY(!d.named(u"a"_s).shared);
        QVERIFY(!d.shot(u"1A"_s)->panels[1]->layers[0].shared);
    }
};

QTEST_MAIN(LayersTest)
#include "tst_layers.moc"
