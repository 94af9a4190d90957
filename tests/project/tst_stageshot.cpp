#include "core/project/editing.h"
#include "core/project/motionjson.h"
#include "core/project/stageshot.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

multiplane::Stage staged(const Film& film, int height = 180)
{
    const PanelPainter painter(film, std::make_shared<PictureCache>());
    return stageShot(*firstShot(film), painter, film.settings, height);
}

} // namespace

class TestStageShot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void planesGoFarToNear();
    void lowestPlaneLiesOnPaper();
    void panelsAreOnStageInTheirTime();
    void regionsGoToTheirPlane();
    void drawingsBeyondTheFrameAreKept();
    void whatLiesFarOutIsKeptMoreCoarsely();
    void hiddenLayersStayAway();
    void filmSettingsAreTaken();
    void followersGetTheirLeadersMotions();
    void circlesAreRefusedByName();
    void whatRegionsAreIsKeptInTheFile();
};

void TestStageShot::planesGoFarToNear()
{
    const auto stage = staged(film().shot(u"1A"_s, 24).layer(2).layer(9).layer(2).build());
    QCOMPARE(stage.frames, 24);
    QCOMPARE(stage.planes.size(), std::size_t(4));
    QCOMPARE(stage.planes[0].depthM, 9.0);
    QCOMPARE(stage.planes[1].depthM, kDefaultDepthM);
    QCOMPARE(stage.planes[3].depthM, 2.0);
}

void TestStageShot::lowestPlaneLiesOnPaper()
{
    const auto stage = staged(film().shot(u"1A"_s).layer(2).layer(9).build());
    QCOMPARE(int(stage.planes[0].picture.pixel(5, 5)[3]), 255);
    QCOMPARE(int(stage.planes[1].picture.pixel(5, 5)[3]), 0);
    QCOMPARE(int(stage.planes[2].picture.pixel(5, 5)[3]), 0);
    QCOMPARE(stage.planes[0].picture.width(), 320);
    QCOMPARE(stage.planes[0].picture.height(), 180);
}

void TestStageShot::panelsAreOnStageInTheirTime()
{
    const auto stage = staged(film().shot(u"1A"_s, 48).panel(0.5).layer(2).panel(0.75).build());
    QCOMPARE(stage.planes.size(), std::size_t(4));
    QCOMPARE(stage.planes[0].visible, (FrameRange{0, 24}));
    QCOMPARE(stage.planes[1].visible, (FrameRange{24, 36}));
    QCOMPARE(stage.planes[2].visible, (FrameRange{24, 36}));
    QCOMPARE(stage.planes[3].visible, (FrameRange{36, 48}));
    // Each panel has its own paper.
    QCOMPARE(int(stage.planes[1].picture.pixel(5, 5)[3]), 255);
    QCOMPARE(int(stage.planes[3].picture.pixel(5, 5)[3]), 255);
}

void TestStageShot::regionsGoToTheirPlane()
{
    Film film = test::film()
                    .shot(u"1A"_s)
                    .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                    .arrow({{0.5, 0.2}, {0.7, 0.2}}, 0.5, 1.0)
                    .arrow({{0.2, 0.2}, {0.5, 0.2}}, 0.0, 0.5)
                    .layer(9)
                    .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}}, true)
                    .build();
    const auto stage = staged(film);
    QCOMPARE(stage.planes[0].regions.size(), std::size_t(1));
    QVERIFY(stage.planes[0].regions[0].lifted);
    QVERIFY(stage.planes[0].regions[0].motions.empty());
    QCOMPARE(stage.planes[1].regions.size(), std::size_t(1));
    QVERIFY(!stage.planes[1].regions[0].lifted);
    QCOMPARE(stage.planes[1].regions[0].motions.size(), std::size_t(2));
    QCOMPARE(stage.planes[1].regions[0].motions[0].from, 0.0); // in time order
}

void TestStageShot::drawingsBeyondTheFrameAreKept()
{
    const auto stage = staged(film().shot(u"1A"_s).stroke({{-0.3, 0.5}, {0.5, 0.5}}).build());
    const multiplane::Plane& plane = stage.planes[0];
    QVERIFY(plane.placement.x < -0.3);
    QVERIFY(plane.placement.x + plane.placement.width >= 1);
    QCOMPARE(plane.picture.width(), int(std::lround(plane.placement.width * 320)));
    const int x = int((-0.2 - plane.placement.x) * 320);
    QVERIFY(plane.picture.pixel(x, 90)[0] < 180); // a thin line between two rows, beyond the frame
}

void TestStageShot::whatLiesFarOutIsKeptMoreCoarsely()
{
    const auto stage = staged(film()
                                  .shot(u"1A"_s)
                                  .stroke({{0.5, 0.5}, {9.0, 0.5}})
                                  .stroke({{0.5, 0.5}, {0.5, -7.0}})
                                  .build());
    const multiplane::Plane& plane = stage.planes[0];
    QVERIFY(plane.placement.x + plane.placement.width > 9);
    QVERIFY(plane.placement.y < -7);
    const double pixels = double(plane.picture.width()) * plane.picture.height();
    QVERIFY(pixels < 16.5 * 320 * 180);
    // A dark row far to the right of the frame, where the line was drawn.
    const double across = plane.picture.width() / plane.placement.width;
    const double down = plane.picture.height() / plane.placement.height;
    const int x = int((8.5 - plane.placement.x) * across);
    const int y = int((0.5 - plane.placement.y) * down);
    int darkest = 255;
    for (int row = y - 1; row <= y + 1; ++row)
        darkest = std::min(darkest, int(plane.picture.pixel(x, row)[0]));
    const int paper = plane.picture.pixel(x, y + 12)[0];
    QVERIFY2(darkest < paper - 30, qPrintable(QString::number(darkest)));
}

void TestStageShot::hiddenLayersStayAway()
{
    Film film = test::film().shot(u"1A"_s).layer(2).build();
    const auto shot = firstShot(film);
    QVERIFY(changeLayer(film, shot->id, shot->panels[0]->layers[0].id,
                        [](Layer& layer) -> Result<void> {
                            layer.isVisible = false;
                            return {};
                        })
                .has_value());
    const auto stage = staged(film);
    QCOMPARE(stage.planes.size(), std::size_t(1));
    QCOMPARE(stage.planes[0].depthM, 2.0);
    QCOMPARE(int(stage.planes[0].picture.pixel(5, 5)[3]), 255);
}

void TestStageShot::filmSettingsAreTaken()
{
    Film film = test::film().size(1000, 500).rate(25).shot(u"1A"_s).truck(1).build();
    film.settings.sensorWidthMm = 36;
    film.settings.paper = QColor(10, 20, 30);
    const auto stage = staged(film);
    QCOMPARE(stage.aspect, 2.0);
    QCOMPARE(stage.rate, (FrameRate{25, 1}));
    QCOMPARE(stage.camera.sensorWidthMm, 36.0);
    QCOMPARE(int(stage.paper[2]), 30);
    QCOMPARE(stage.planes[0].picture.width(), 360);
}

void TestStageShot::followersGetTheirLeadersMotions()
{
    const auto build = [](bool isHeld) {
        return test::film()
            .shot(u"1A"_s)
            .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
            .arrow({{0.2, 0.2}, {0.5, 0.2}})
            .region({{0.5, 0.1}, {0.7, 0.1}, {0.7, 0.3}})
            .layer(9)
            .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}})
            .change([&](Shot& shot) {
                shot.regions[1].follows = shot.regions[0].id;
                shot.regions[1].isHeldStill = isHeld;
                shot.regions[2].follows = shot.regions[1].id;
            })
            .build();
    };
    const auto stage = staged(build(false));
    QVERIFY(stage.planes[0].regions[0].moves()); // two leaders up, on another layer
    QCOMPARE(stage.planes[0].regions[0].carriers.size(), std::size_t(1));
    QCOMPARE(stage.planes[1].regions[1].carriers.size(), std::size_t(1));
    QVERIFY(stage.planes[1].regions[0].carriers.empty());
    // Held still, the one between keeps what follows it where it is.
    QVERIFY(staged(build(true)).planes[0].regions[0].carriers.empty());
}

void TestStageShot::circlesAreRefusedByName()
{
    Film film = test::film()
                    .shot(u"1A"_s)
                    .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                    .region({{0.5, 0.1}, {0.7, 0.1}, {0.7, 0.3}})
                    .change([](Shot& shot) {
                        shot.regions[0].name = u"boat"_s;
                        shot.regions[1].follows = shot.regions[0].id;
                    })
                    .build();
    const Shot shot = *firstShot(film);
    const auto done = changeRegion(film, shot.id, shot.regions[0].id, [&](ShotRegion& region) {
        region.follows = shot.regions[1].id;
        return Result<void>();
    });
    // The verb itself or the film's check says no.
    const auto whole = done ? film.check() : done;
    QVERIFY(!whole);
    QVERIFY(QString::fromStdString(whole.error().detail).contains(u"boat"_s));
    // A leader that is gone is none.
    Film other = test::film()
                     .shot(u"1A"_s)
                     .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                     .change([](Shot& one) { one.regions[0].follows = RegionId::create(); })
                     .build();
    QVERIFY(other.check());
    QVERIFY(!staged(other).planes[0].regions[0].moves());
}

void TestStageShot::whatRegionsAreIsKeptInTheFile()
{
    Film film = test::film()
                    .shot(u"1A"_s)
                    .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                    .arrow({{0.2, 0.2}, {0.3, 0.4}, {0.5, 0.2}})
                    .region({{0.5, 0.1}, {0.7, 0.1}, {0.7, 0.3}})
                    .change([](Shot& shot) {
                        ShotRegion& region = shot.regions[0];
                        region.area.grow = -0.0125;
                        region.area.isInverted = true;
                        region.colour = QColor(0xc9, 0x6f, 0x6f);
                        region.isHidden = true;
                        region.follows = shot.regions[1].id;
                        MotionPath& path = region.motions[0].path;
                        path.corners = {0, 1, 0};
                        path.isOriented = true;
                        path.speed = {Ease::Custom, {{0, 0}, {0.5, 1.3}, {1, 1}}};
                    })
                    .build();
    const Shot shot = *firstShot(film);
    JsonReader reader(regionToJson(shot.regions[0]), u"region"_s);
    const ShotRegion back = regionFromJson(reader);
    QVERIFY(reader.result(0));
    QVERIFY(back == shot.regions[0]);
    QVERIFY(reader.rest().isEmpty());
}

QTEST_GUILESS_MAIN(TestStageShot)
#include "tst_stageshot.moc"
