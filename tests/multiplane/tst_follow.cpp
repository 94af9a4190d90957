#include "core/multiplane/guide.h"
#include "core/multiplane/similarity.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::multiplane;

namespace {

constexpr double kAspect = 16.0 / 9.0;

MotionPath way(std::vector<Eigen::Vector2d> points)
{
    MotionPath path;
    path.points = std::move(points);
    return path;
}

PlaneRegion square(double x, double y)
{
    PlaneRegion region;
    region.lifted = true;
    region.region.outlines = {{{x, y}, {x + 0.1, y}, {x + 0.1, y + 0.1}, {x, y + 0.1}}};
    return region;
}

Stage stageOf(std::vector<PlaneRegion> regions)
{
    Stage stage;
    stage.aspect = kAspect;
    stage.frames = 25;
    Plane plane;
    plane.picture = Image::ofColour(160, 90, 200, 120, 40);
    plane.visible = {0, 25};
    plane.regions = std::move(regions);
    stage.planes = {plane};
    return stage;
}

} // namespace

class TestFollow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFollowerIsTakenAlong()
    {
        PlaneRegion follower = square(0.3, 0.3);
        follower.carriers = {{way({{0.5, 0.5}, {0.7, 0.6}})}};
        QVERIFY(follower.moves());
        const Guide guide(stageOf({follower}));
        const auto at = guide.follow(0, {0.35, 0.35}, 24);
        QVERIFY(at && (*at - Eigen::Vector2d(0.55, 0.45)).norm() < 1e-9);
    }

    void itsOwnMotionHappensOnTheLeader()
    {
        // The leader turns a quarter about its pivot; what the follower does is turned with it.
        PlaneRegion follower = square(0.5, 0.3);
        follower.motions = {way({{0.5, 0.3}, {0.5 + 0.1 / kAspect, 0.3}})};
        MotionPath turn = way({{0.5, 0.5}});
        turn.turnRad = std::acos(-1.0) / 2;
        turn.scale = 2;
        follower.carriers = {{turn}};
        const RegionMotion motion(follower, kAspect);
        const Similarity end = motion.at(1);
        const Eigen::Vector2d place = end.apply({0.5, 0.3});
        // (0.1, -0.2) from the pivot as seen, turned clockwise and twice as large: (0.4, 0.2).
        QVERIFY((place - Eigen::Vector2d(0.5 + 0.4 / kAspect, 0.7)).norm() < 1e-9);
        QVERIFY(std::abs(end.pose.scale - 2) < 1e-12);
        const Eigen::Vector3d same = end.matrix() * Eigen::Vector3d(0.5, 0.3, 1);
        QVERIFY((same.head<2>() - place).norm() < 1e-9);
    }

    void leadersOfLeadersCount()
    {
        PlaneRegion follower = square(0.1, 0.1);
        follower.carriers = {{way({{0, 0}, {0.1, 0}})}, {way({{0, 0}, {0, 0.2}})}};
        const Similarity end = RegionMotion(follower, kAspect).at(1);
        QVERIFY((end.apply({0.1, 0.1}) - Eigen::Vector2d(0.2, 0.3)).norm() < 1e-9);
    }

    void whatIsHeldStillFollowsNobody()
    {
        PlaneRegion still = square(0.1, 0.1);
        still.heldStill = true;
        still.carriers = {{way({{0, 0}, {0.1, 0}})}};
        QVERIFY(!still.moves());
        QVERIFY(RegionMotion(still, kAspect).at(1).isIdentity());
    }

    void tracksKnowIt()
    {
        PlaneRegion follower = square(0.3, 0.3);
        follower.carriers = {{way({{0.5, 0.5}, {0.7, 0.5}})}};
        const Guide guide(stageOf({follower}));
        const PointTracks tracks = guide.tracks(160, 90);
        int own = 0;
        for (int p = 0; p < tracks.points; ++p) {
            if (tracks.region[std::size_t(p)] != 0)
                continue;
            ++own;
            const std::size_t last = (std::size_t(24) * tracks.points + p) * 2;
            QVERIFY(std::abs(tracks.xy[last] - tracks.xy[std::size_t(p) * 2] - 32) < 1e-3);
        }
        QVERIFY(own >= 16);
    }

    void theTextTellsThemApart()
    {
        const Stage plain = stageOf({square(0.1, 0.1)});
        Stage other = plain;
        QCOMPARE(toText(plain), toText(other));
        PlaneRegion& region = other.planes[0].regions[0];
        region.carriers = {{way({{0, 0}, {0.1, 0}})}};
        const std::string carried = toText(other);
        QVERIFY(carried != toText(plain));
        region.carriers = {};
        region.motions = {way({{0, 0}, {0.1, 0}})};
        QVERIFY(carried != toText(other));
        const std::string smooth = toText(other);
        region.motions[0].corners = {0, 1};
        QVERIFY(smooth != toText(other));
        region.motions[0].corners = {};
        region.motions[0].isOriented = true;
        QVERIFY(smooth != toText(other));
        region.motions = {};
        region.region.grow = 0.01;
        QVERIFY(toText(plain) != toText(other));
        region.region.grow = 0;
        region.region.isInverted = true;
        QVERIFY(toText(plain) != toText(other));
    }

    void aGrownRegionTakesMoreAlong()
    {
        PlaneRegion region = square(0.4, 0.4);
        region.motions = {way({{0.5, 0.5}, {0.7, 0.5}})};
        const Guide tight(stageOf({region}));
        region.region.grow = 0.05;
        const Guide wide(stageOf({region}));
        const Eigen::Vector2d beside(0.385, 0.45);
        QVERIFY((*tight.follow(0, beside, 24) - beside).norm() < 1e-9);
        QVERIFY((*wide.follow(0, beside, 24) - beside - Eigen::Vector2d(0.2, 0)).norm() < 1e-9);
    }

    void anInvertedRegionMovesAllButItself()
    {
        PlaneRegion region = square(0.4, 0.4);
        region.region.isInverted = true;
        region.motions = {way({{0.5, 0.5}, {0.6, 0.5}})};
        const Guide guide(stageOf({region}));
        const Eigen::Vector2d inside(0.45, 0.45), outside(0.2, 0.2);
        QVERIFY((*guide.follow(0, inside, 24) - inside).norm() < 1e-9);
        QVERIFY((*guide.follow(0, outside, 24) - outside - Eigen::Vector2d(0.1, 0)).norm() < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
