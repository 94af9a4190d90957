#include "core/multiplane/deformation.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <Eigen/LU>
#include <Eigen/SVD>

#include <complex>

using namespace dollygrip;
using namespace dollygrip::multiplane;
using namespace stagekit;

namespace {

constexpr FrameIndex kFrames = 25;
constexpr double kBound = 0.5;

/// Dots in and around a disc region at (0.4, 0.5) of radius 0.1 heights.
const Eigen::Vector2d kCentre(0.4, 0.5);
constexpr double kRadius = 0.1;

std::vector<Disc> dotsInside()
{
    std::vector<Disc> dots;
    for (const Eigen::Vector2d& offset :
         {Eigen::Vector2d(0, 0), Eigen::Vector2d(0.07, 0.02), Eigen::Vector2d(-0.06, 0.05),
          Eigen::Vector2d(0.01, -0.075)}) {
        dots.push_back({kCentre + Eigen::Vector2d(offset.x() * 9 / 16, offset.y()), 4.0});
    }
    return dots;
}

Stage stageWith(const PlaneRegion& region, bool opaque = true)
{
    Stage stage = stageOf(kFrames);
    stage.planes.push_back(planeOf(discs(dotsInside(), Cyan, opaque), 5.0, kFrames));
    stage.planes[0].regions.push_back(region);
    return stage;
}

/// Worst distance in pixels between the dots as painted and followed, and where they should be.
double worstDistance(
    const Guide& guide,
    const std::function<Eigen::Vector2d(const Eigen::Vector2d& pixel, FrameIndex n)>& expected)
{
    double worst = 0;
    for (const FrameIndex n : {FrameIndex(0), FrameIndex(5), FrameIndex(13), kFrames - 1}) {
        const Image picture = guide.frame(n, kWidth, kHeight, false).picture;
        for (const Disc& dot : dotsInside()) {
            const Eigen::Vector2d place = expected(toPixels(dot.centre), n);
            const auto followed = guide.follow(0, dot.centre, n);
            if (!followed) {
                return 1e9;
            }
            worst = std::max(worst, (toPixels(*followed) - place).norm());
            worst = std::max(worst, (inkCentre(picture, place, Cyan, 9) - place).norm());
        }
    }
    return worst;
}

void waysToMove()
{
    QTest::addColumn<bool>("lifted");
    QTest::newRow("bends") << false;
    QTest::newRow("lifted") << true;
}

} // namespace

class TestMultiplaneRegions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsLandWhereThePathSays_data()
    {
        QTest::addColumn<bool>("lifted");
        QTest::addColumn<int>("ease");
        for (const bool lifted : {false, true}) {
            for (const Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut}) {
                QTest::addRow("%s, ease %d", lifted ? "lifted" : "bends", int(ease))
                    << lifted << int(ease);
            }
        }
    }
    void pointsLandWhereThePathSays()
    {
        QFETCH(bool, lifted);
        QFETCH(int, ease);
        const Eigen::Vector2d way(0.17, -0.13);
        PlaneRegion region = moving(disc(kCentre, kRadius), {kCentre, kCentre + way}, lifted);
        region.motions[0].speed.ease = Ease(ease);
        const double worst = worstDistance(Guide(stageWith(region)),
                                           [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                                               const double t = double(n) / (kFrames - 1);
                                               double s = t;
                                               switch (Ease(ease)) {
                                               case Ease::In: s = t * t * t; break;
                                               case Ease::Out:
                                                   s = 1 - (1 - t) * (1 - t) * (1 - t);
                                                   break;
                                               case Ease::InOut:
                                                   s = 3 * t * t - 2 * t * t * t;
                                                   break;
                                               default: break;
                                               }
                                               return Eigen::Vector2d(pixel + s * toPixels(way));
                                           });
        qInfo("worst %.3f px", worst);
        QVERIFY(worst < kBound);
    }

    void aCurvedPathIsFollowedThroughItsPoints_data() { waysToMove(); }
    void aCurvedPathIsFollowedThroughItsPoints()
    {
        QFETCH(bool, lifted);
        const PlaneRegion region = moving(
            disc(kCentre, kRadius), {kCentre, {0.45, 0.4}, {0.52, 0.42}, {0.58, 0.55}}, lifted);
        const MotionSampler sampler(region.motions[0], 16.0 / 9.0);
        const double worst = worstDistance(
            Guide(stageWith(region)), [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                const Eigen::Vector2d way = sampler.pointAt(double(n) / (kFrames - 1)) - kCentre;
                return Eigen::Vector2d(pixel + toPixels(way));
            });
        qInfo("worst %.3f px", worst);
        QVERIFY(worst < kBound);
    }

    void turnAndScaleAreSimilaritiesAboutTheMovedPoint_data() { waysToMove(); }
    void turnAndScaleAreSimilaritiesAboutTheMovedPoint()
    {
        QFETCH(bool, lifted);
        const Eigen::Vector2d pivot(0.38, 0.53);
        const Eigen::Vector2d way(0.06, -0.05);
        PlaneRegion region = moving(disc(kCentre, kRadius), {pivot, pivot + way}, lifted);
        region.motions[0].turnRad = 0.7;
        region.motions[0].scale = 1.3;
        const double worst = worstDistance(
            Guide(stageWith(region)), [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                const double s = double(n) / (kFrames - 1);
                const Eigen::Vector2d from = pixel - toPixels(pivot);
                // In pixels, y down: a clockwise turn multiplies by e^(i angle).
                const auto turned = std::complex<double>(from.x(), from.y())
                                    * std::polar(std::pow(1.3, s), 0.7 * s);
                return Eigen::Vector2d(toPixels(pivot + s * way)
                                       + Eigen::Vector2d(turned.real(), turned.imag()));
            });
        qInfo("worst %.3f px", worst);
        QVERIFY(worst < kBound);
    }

    void regionAndCameraMoveTogether_data() { waysToMove(); }
    void regionAndCameraMoveTogether()
    {
        QFETCH(bool, lifted);
        const Eigen::Vector2d way(0.1, -0.12);
        Stage stage = stageWith(moving(disc(kCentre, kRadius), {kCentre, kCentre + way}, lifted));
        CameraPose last;
        last.position = {0.3, -0.2, 0.9};
        last.panRad = 0.08;
        stage.camera = between({}, last);
        const double worst =
            worstDistance(Guide(stage), [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                const double s = double(n) / (kFrames - 1);
                const Eigen::Vector2d moved = pixel + s * toPixels(way);
                // The drawn sheet 5 m before the start, then the camera's own place and turn.
                const double x = (moved.x() - kWidth / 2.0) / kFocal * 5 - 0.3 * s;
                const double y = (moved.y() - kHeight / 2.0) / kFocal * 5 + -0.2 * s;
                const double z = 5 - 0.9 * s;
                const double a = 0.08 * s;
                const double seenX = std::cos(a) * x - std::sin(a) * z;
                const double seenZ = std::sin(a) * x + std::cos(a) * z;
                return Eigen::Vector2d(kWidth / 2.0 + kFocal * seenX / seenZ,
                                       kHeight / 2.0 + kFocal * y / seenZ);
            });
        qInfo("worst %.3f px", worst);
        QVERIFY(worst < kBound);
    }

    void arrowsInARowAddUp()
    {
        PlaneRegion region = moving(disc(kCentre, kRadius), {kCentre, {0.5, 0.5}});
        region.motions[0].to = 0.5;
        MotionPath second;
        second.points = {{0.5, 0.5}, {0.5, 0.35}};
        second.from = 0.5;
        region.motions.push_back(second);
        const double worst = worstDistance(
            Guide(stageWith(region)), [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                const double t = double(n) / (kFrames - 1);
                return Eigen::Vector2d(
                    pixel
                    + toPixels({0.1 * std::min(1.0, 2 * t), -0.15 * std::max(0.0, 2 * t - 1)}));
            });
        QVERIFY(worst < kBound);
    }

    void twoRegionsAndOneHeldStillDoNotDisturbEachOther()
    {
        const Eigen::Vector2d other(0.66, 0.5);
        const Eigen::Vector2d still(0.53, 0.5);
        Stage stage = stageOf(kFrames);
        std::vector<Disc> dots = dotsInside();
        dots.push_back({other, 4.0});
        dots.push_back({still, 4.0});
        stage.planes.push_back(planeOf(discs(dots, Cyan, true), 5.0, kFrames));
        auto& regions = stage.planes[0].regions;
        regions.push_back(
            moving(disc(kCentre, kRadius), {kCentre, kCentre + Eigen::Vector2d(0, -0.2)}));
        regions.push_back(moving(disc(other, 0.08), {other, other + Eigen::Vector2d(0.1, 0.1)}));
        regions.push_back({disc(still, 0.06), true, false, {}, {}});
        const Guide guide(stage);
        QVERIFY(
            worstDistance(
                guide,
                [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                    return Eigen::Vector2d(pixel + toPixels({0, -0.2 * double(n) / (kFrames - 1)}));
                })
            < kBound);
        const Image last = guide.frame(kFrames - 1, kWidth, kHeight, false).picture;
        const Eigen::Vector2d otherPlace = toPixels(other + Eigen::Vector2d(0.1, 0.1));
        QVERIFY((inkCentre(last, otherPlace, Cyan, 9) - otherPlace).norm() < kBound);
        QVERIFY((inkCentre(last, toPixels(still), Cyan, 9) - toPixels(still)).norm() < 0.1);
        QVERIFY((*guide.follow(0, still + Eigen::Vector2d(0.03, 0), kFrames - 1)
                 - (still + Eigen::Vector2d(0.03, 0)))
                    .norm()
                < 1e-9);
    }

    void farFromTheRegionNothingMoves()
    {
        const Guide guide(stageWith(
            moving(disc(kCentre, kRadius), {kCentre, kCentre + Eigen::Vector2d(0.05, 0)})));
        for (const Eigen::Vector2d& point :
             {Eigen::Vector2d(0.02, 0.1), Eigen::Vector2d(0.9, 0.5), Eigen::Vector2d(0.4, 0.02)}) {
            QVERIFY((*guide.follow(0, point, kFrames - 1) - point).norm() < 1e-12);
        }
    }

    void aRaisedArmBendsWithoutFoldsOrTears_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("turn");
        QTest::newRow("a little up") << 0.0 << -0.08 << 0.0;
        QTest::newRow("up") << 0.0 << -0.2 << 0.0;
        QTest::newRow("up and out") << 0.12 << -0.2 << 0.0;
        QTest::newRow("far up") << 0.0 << -0.3 << 0.0;
        QTest::newRow("swung") << 0.03 << -0.12 << -0.9;
    }
    void aRaisedArmBendsWithoutFoldsOrTears()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, turn);
        // A forearm: a brushed stroke, pulled by its hand, turning about its moved point.
        PlaneRegion arm;
        arm.region.strokes.push_back({{{0.5, 0.55}, {0.56, 0.5}, {0.6, 0.45}}, 0.05, false});
        MotionPath path;
        path.points = {{0.5, 0.55}, {0.5 + x, 0.55 + y}};
        path.turnRad = turn;
        arm.motions.push_back(path);
        Stage stage = stageWith(arm);
        const std::vector<RegionMotion> motions{RegionMotion(arm, stage.aspect)};
        const Deformation deformation(stage.planes[0], motions, stage.aspect, kFrames);
        QVERIFY(!deformation.isIdentity());
        const Grid& grid = deformation.grid();
        double stretch = 0;
        double smallest = 1e9;
        for (const double fraction : {0.3, 0.7, 1.0}) {
            const BentMesh mesh = deformation.bent({motions[0].at(fraction)});
            for (int t = 0; t < grid.triangleCount(); ++t) {
                const auto [a, b, c] = grid.triangle(t);
                const auto sides = [&](auto place) {
                    Eigen::Matrix2d m;
                    m.col(0) = place(b) - place(a);
                    m.col(1) = place(c) - place(a);
                    m.row(0) *= stage.aspect;
                    return m;
                };
                const Eigen::Matrix2d rest = sides([&](int v) { return grid.at(v); });
                const Eigen::Matrix2d bent =
                    sides([&](int v) { return mesh.positions[std::size_t(v)]; });
                const Eigen::Matrix2d change = bent * rest.inverse();
                smallest = std::min(smallest, change.determinant());
                stretch = std::max(stretch, change.jacobiSvd().singularValues()[0]);
            }
        }
        qInfo("area at least %.2f, stretch at most %.2f", smallest, stretch);
        QVERIFY2(smallest > 0.05, "the sheet folds over itself");
        QVERIFY2(stretch < 2.6, "the sheet tears");
    }

    void whatFoldsIsCoveredByTheRegionWithoutGaps()
    {
        // Travels farther than the sheet can give: it folds, the region stays whole on top.
        const Eigen::Vector2d way(0.32, 0.0);
        const Guide guide(stageWith(moving(disc(kCentre, kRadius), {kCentre, kCentre + way})));
        QVERIFY(worstDistance(guide,
                              [&](const Eigen::Vector2d& pixel, FrameIndex n) {
                                  return Eigen::Vector2d(
                                      pixel + toPixels(double(n) / (kFrames - 1) * way));
                              })
                < kBound);
        const Flow flow = guide.flow(kFrames - 1, kFrames - 1, kWidth, kHeight);
        for (std::size_t k = 0; k < flow.valid.values.size(); ++k) {
            QVERIFY(flow.valid.values[k]);
            QVERIFY(std::hypot(flow.dxdy[k * 2], flow.dxdy[k * 2 + 1]) < 0.05f);
        }
    }

    void aSmallSpotPulledFarDoesNotFold()
    {
        const PlaneRegion spot = moving(disc(kCentre, 0.03), {kCentre, {0.4, 0.3}});
        const Stage stage = stageWith(spot);
        const std::vector<RegionMotion> motions{RegionMotion(spot, stage.aspect)};
        const Deformation deformation(stage.planes[0], motions, stage.aspect, kFrames);
        const BentMesh mesh = deformation.bent({motions[0].at(1.0)});
        double smallest = 1e9;
        for (int t = 0; t < deformation.grid().triangleCount(); ++t) {
            const auto [a, b, c] = deformation.grid().triangle(t);
            const Eigen::Vector2d& p = mesh.positions[std::size_t(a)];
            Eigen::Matrix2d sides;
            sides << mesh.positions[std::size_t(b)] - p, mesh.positions[std::size_t(c)] - p;
            smallest = std::min(smallest, sides.determinant());
        }
        qInfo("area at least %.2f",
              smallest / (deformation.grid().cell.x() * deformation.grid().cell.y()));
        QVERIFY(smallest > 0.0);
    }

    void flowAndTracksFollowTheRegion_data() { waysToMove(); }
    void flowAndTracksFollowTheRegion()
    {
        QFETCH(bool, lifted);
        const Eigen::Vector2d way(0.15, -0.1);
        Stage stage = stageWith(moving(disc(kCentre, kRadius), {kCentre, kCentre + way}, lifted));
        const Guide guide(stage);
        const FrameIndex last = kFrames - 1;
        const Flow flow = guide.flow(6, last, kWidth, kHeight);
        const Flow fromStart = guide.flow(0, last, kWidth, kHeight);
        for (const Disc& dot : dotsInside()) {
            const auto check = [&](const Flow& field, double part) {
                const Eigen::Vector2d at = toPixels(dot.centre + part * way);
                const std::size_t pixel = std::size_t(at.y()) * kWidth + std::size_t(at.x());
                const Eigen::Vector2d d(field.dxdy[pixel * 2], field.dxdy[pixel * 2 + 1]);
                return field.valid.values[pixel] && (d - (1 - part) * toPixels(way)).norm() < 0.02;
            };
            QVERIFY(check(flow, 0.25));
            QVERIFY(check(fromStart, 0.0));
        }
        const PointTracks tracks = guide.tracks(kWidth, kHeight);
        int inRegion = 0;
        for (int k = 0; k < tracks.points; ++k) {
            const auto at = [&](FrameIndex n) {
                const std::size_t entry = std::size_t(n) * tracks.points + std::size_t(k);
                return Eigen::Vector2d(tracks.xy[entry * 2], tracks.xy[entry * 2 + 1]);
            };
            const Eigen::Vector2d drawn(at(0).x() / kWidth, at(0).y() / kHeight);
            const bool inside = contains(stage.planes[0].regions[0].region, drawn, stage.aspect);
            if (tracks.region[std::size_t(k)] == 0) {
                ++inRegion;
                QVERIFY(inside);
                QVERIFY((at(last) - at(0) - toPixels(way)).norm() < 0.01);
                QVERIFY(tracks.visible[std::size_t(last) * tracks.points + std::size_t(k)]);
            } else {
                QVERIFY(!inside);
            }
        }
        QVERIFY(inRegion >= 16);
        QVERIFY(tracks.points - inRegion > 80);
    }

    void whatALiftedSheetPassesOverIsCovered()
    {
        Stage stage = stageOf(kFrames);
        stage.planes.push_back(planeOf(Image::ofColour(kWidth, kHeight, 90, 90, 90), 5.0, kFrames));
        stage.planes[0].regions.push_back(
            moving(disc({0.25, 0.5}, 0.2), {{0.25, 0.5}, {0.75, 0.5}}, true));
        const PointTracks tracks = Guide(stage).tracks(kWidth, kHeight);
        int covered = 0;
        for (int k = 0; k < tracks.points; ++k) {
            const std::size_t entry = std::size_t(kFrames - 1) * tracks.points + std::size_t(k);
            const Eigen::Vector2d place(tracks.xy[entry * 2], tracks.xy[entry * 2 + 1]);
            const double distance = (place - toPixels({0.75, 0.5})).norm();
            if (tracks.region[std::size_t(k)] == 0) {
                QVERIFY(tracks.visible[entry]);
            } else if (std::abs(distance - 0.2 * kHeight) > 2) {
                QCOMPARE(bool(tracks.visible[entry]), distance > 0.2 * kHeight);
                covered += distance < 0.2 * kHeight ? 1 : 0;
            }
        }
        QVERIFY(covered >= 4);
    }
};

QTEST_GUILESS_MAIN(TestMultiplaneRegions)
#include "tst_multiplaneregions.moc"
