#include "core/project/document.h"
#include "core/project/reframing.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace Qt::StringLiterals;
using Eigen::Vector2d;

namespace {

constexpr QSize kWide(1920, 1080);

Film moving()
{
    CameraPath camera;
    camera.keys = {{0.0, {{0, 0, 0}, 0, 0, 0, 35}, Ease::None},
                   {1.0, {{0.6, -0.2, 1.1}, 0.2, -0.1, 0.15, 50}, Ease::None}};
    return test::film()
        .size(kWide.width(), kWide.height())
        .scene(u"EXT. PLAIN"_s)
        .shot(u"1A"_s, 49)
        .stroke({{0.25, 0.5}, {0.75, 0.5}})
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.55, 0.2}, {0.7, 0.6}}, 0.0, 0.8)
        .camera(camera)
        .change([](Shot& shot) {
            shot.guides.vanishingPoints = {{-0.5, 0.4}};
            shot.guides.eyeline = 0.4;
        })
        .build();
}

/// Where a drawn point of the shot's layer is seen at a fraction: moved by the arrows (about
/// nothing: a point has no size), on its plane, through the camera.
Vector2d seenAt(const Film& film, const Vector2d& point, double fraction)
{
    const Shot& shot = *test::firstShot(film);
    const double aspect = film.settings.aspect();
    std::vector<MotionSampler> samplers;
    for (const Motion& motion : shot.regions.first().motions)
        samplers.emplace_back(motion.path, aspect);
    const Vector2d moved = point + combinedPose(samplers, fraction).displacement;
    const Camera start{shot.camera.startPose(), film.settings.sensorWidthMm, aspect};
    const PlaneInWorld plane = PlaneInWorld::before(start, shot.panels.first()->layers[0].depthM);
    return *shot.camera.cameraAt(fraction, 0, aspect).project(plane.at(moved));
}

void near(const Vector2d& a, const Vector2d& b)
{
    QVERIFY2((a - b).norm() < 1e-9,
             qPrintable(u"%1 %2 is not %3 %4"_s.arg(a.x()).arg(a.y()).arg(b.x()).arg(b.y())));
}

} // namespace

class ReframingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cropFillsTheNewFrame_data() { sizes(); }
    void cropFillsTheNewFrame()
    {
        QFETCH(QSize, size);
        const FrameChange change(kWide, size, Reframing::Crop);
        const Vector2d min = change({0, 0});
        const Vector2d max = change({1, 1});
        // The old frame covers the new one, and one pair of its edges lies on the new edges.
        QVERIFY(min.x() < 1e-9 && min.y() < 1e-9 && max.x() > 1 - 1e-9 && max.y() > 1 - 1e-9);
        QVERIFY(std::abs(min.x()) < 1e-9 || std::abs(min.y()) < 1e-9);
    }

    void fitKeepsTheWholeOldFrame_data() { sizes(); }
    void fitKeepsTheWholeOldFrame()
    {
        QFETCH(QSize, size);
        const FrameChange change(kWide, size, Reframing::Fit);
        const Vector2d min = change({0, 0});
        const Vector2d max = change({1, 1});
        QVERIFY(min.x() > -1e-9 && min.y() > -1e-9 && max.x() < 1 + 1e-9 && max.y() < 1 + 1e-9);
        QVERIFY(std::abs(min.x()) < 1e-9 || std::abs(min.y()) < 1e-9);
    }

    void extendKeepsPixels_data() { sizes(); }
    void extendKeepsPixels()
    {
        QFETCH(QSize, size);
        const FrameChange change(kWide, size, Reframing::Extend);
        const Vector2d way = change({0.75, 0.75}) - change({0.25, 0.25});
        QVERIFY(std::abs(way.x() * size.width() - 0.5 * kWide.width()) < 1e-9);
        QVERIFY(std::abs(way.y() * size.height() - 0.5 * kWide.height()) < 1e-9);
        near(change({0.5, 0.5}), {0.5, 0.5});
    }

    void circlesStayCircles_data() { sizes(); }
    void circlesStayCircles()
    {
        QFETCH(QSize, size);
        for (const Reframing how : {Reframing::Crop, Reframing::Fit, Reframing::Extend}) {
            const FrameChange change(kWide, size, how);
            const double across = (change({0.6, 0.5}) - change({0.5, 0.5})).x() * change.newAspect;
            const double down = (change({0.5, 0.6}) - change({0.5, 0.5})).y();
            QVERIFY(std::abs(across / (0.1 * change.oldAspect) - down / 0.1) < 1e-12);
        }
    }

    void everyMovedPointLandsWhereItShould_data() { sizes(); }
    void everyMovedPointLandsWhereItShould()
    {
        QFETCH(QSize, size);
        const Film before = moving();
        for (const Reframing how : {Reframing::Crop, Reframing::Fit, Reframing::Extend}) {
            Film after = before;
            QVERIFY(reframeFilm(after, size, how));
            QVERIFY(after.check());
            const FrameChange change(kWide, size, how);
            for (const double fraction : {0.0, 0.3, 0.5, 0.77, 1.0}) {
                for (const Vector2d& point :
                     {Vector2d(0.3, 0.3), Vector2d(0.0, 0.0), Vector2d(0.9, 0.7)})
                    near(seenAt(after, change(point), fraction),
                         change(seenAt(before, point, fraction)));
            }
        }
    }

    void strokesRegionsAndGuidesGoAlong()
    {
        const Film before = moving();
        Film after = before;
        QVERIFY(reframeFilm(after, {1080, 1080}, Reframing::Fit));
        const FrameChange change(kWide, {1080, 1080}, Reframing::Fit);
        const Shot& old = *test::firstShot(before);
        const Shot& shot = *test::firstShot(after);
        QCOMPARE(shot.id, old.id);
        const Stroke& was = *old.panels.first()->layers.first().strokes.first();
        const Stroke& is = *shot.panels.first()->layers.first().strokes.first();
        QCOMPARE(is.width, was.width * 1080 / 1920);
        QCOMPARE(is.points.first().y, 0.5F);
        QCOMPARE(is.points.first().x, 0.25F);
        near(shot.regions.first().area.outlines[0][2], change({0.3, 0.5}));
        near(shot.guides.vanishingPoints.front(), change({-0.5, 0.4}));
        QCOMPARE(*shot.guides.eyeline, change({0, 0.4}).y());
        const multiplane::Placement place = shot.panels.first()->layers.first().placement;
        QCOMPARE(place.width, 1.0);
        QVERIFY(std::abs(place.height - 9.0 / 16) < 1e-12);
    }

    void aStillCameraKeepsItsField()
    {
        Film film = test::film().scene(u"X"_s).shot(u"1A"_s).stroke({{0, 0}, {1, 1}}).build();
        QVERIFY(reframeFilm(film, {2048, 858}, Reframing::Fit));
        QVERIFY(film.check());
        QVERIFY(test::firstShot(film)->camera.isStatic());
    }

    void sameShapeChangesSizeOnly()
    {
        const Film before = moving();
        for (const Reframing how : {Reframing::Crop, Reframing::Fit}) {
            Film after = before;
            QVERIFY(reframeFilm(after, {3840, 2160}, how));
            QCOMPARE(test::firstShot(after), test::firstShot(before));
        }
    }

    void thereAndBackIsTheSame()
    {
        const Film before = moving();
        Film film = before;
        QVERIFY(reframeFilm(film, {1080, 1920}, Reframing::Extend));
        QVERIFY(reframeFilm(film, kWide, Reframing::Extend));
        near(test::firstShot(film)->regions[0].area.outlines[0][0], {0.2, 0.2});
        near({test::firstShot(film)->camera.keys[1].pose.focalMm, 0}, {50, 0});
    }

    void sharedStrokesStayShared()
    {
        Film film = moving();
        Shot shot = *test::firstShot(film);
        Panel panel = *shot.panels.first();
        panel.id = PanelId::create();
        panel.start = 0.5;
        panel.layers.first().id = LayerId::create();
        shot.panels.append(std::make_shared<const Panel>(panel));
        Scene scene = *film.scenes.first();
        scene.shots = {std::make_shared<const Shot>(shot)};
        film.scenes = {std::make_shared<const Scene>(scene)};
        QVERIFY(reframeFilm(film, {1080, 1080}, Reframing::Crop));
        const auto& panels = test::firstShot(film)->panels;
        QCOMPARE(panels[0]->layers[0].strokes[0], panels[1]->layers[0].strokes[0]);
    }

    void oneUndoStep()
    {
        const Film before = moving();
        Document document(before);
        QVERIFY(document.edit(u"Picture size"_s, [](Film& film) {
            return reframeFilm(film, {2048, 858}, Reframing::Crop);
        }));
        QCOMPARE(document.undoStack().count(), 1);
        QCOMPARE(document.film().settings.size, QSize(2048, 858));
        document.undoStack().undo();
        QVERIFY(document.film() == before);
    }

    void senselessSizesAreRefused()
    {
        const Film before = moving();
        Document document(before);
        for (const QSize& size : {QSize(0, 0), QSize(1921, 1080), QSize(20000, 100)}) {
            QVERIFY(!document.edit(
                u"x"_s, [&](Film& film) { return reframeFilm(film, size, Reframing::Fit); }));
        }
        QVERIFY(document.film() == before);
    }

private:
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("scope") << QSize(2048, 858);
        QTest::newRow("square") << QSize(1080, 1080);
        QTest::newRow("upright") << QSize(1080, 1920);
        QTest::newRow("4:3") << QSize(1440, 1080);
        QTest::newRow("larger") << QSize(3840, 2160);
    }
};

QTEST_GUILESS_MAIN(ReframingTest)
#include "tst_reframing.moc"
