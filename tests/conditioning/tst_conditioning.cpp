#include "core/conditioning/cameramaps.h"
#include "core/conditioning/controlsignals.h"
#include "core/conditioning/picturetensor.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <ATen/ATen.h>

#include <cmath>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::conditioning;

namespace {

const double kPi = std::acos(-1.0);

multiplane::Stage stageWith(const CameraPath& camera, FrameIndex frames)
{
    multiplane::Stage stage = stagekit::stageOf(frames);
    stage.camera = camera;
    return stage;
}

double at3(const at::Tensor& x, std::int64_t a, std::int64_t b, std::int64_t c)
{
    return x.index({a, b, c}).item<double>();
}

std::vector<std::int64_t> shape(const at::Tensor& x)
{
    return x.sizes().vec();
}

using Shape = std::vector<std::int64_t>;

/// A white sheet with one disc that moves to the right, on a camera that trucks.
multiplane::Stage movingStage(FrameIndex frames)
{
    CameraPose end;
    end.position.x() = 0.2;
    multiplane::Stage stage = stageWith(stagekit::between({}, end), frames);
    stage.planes.push_back(stagekit::planeOf(
        stagekit::discs({{{0.4, 0.5}, 20}}, stagekit::Cyan, true, 320, 180), 5.0, frames));
    stage.planes.front().regions.push_back(
        stagekit::moving(stagekit::disc({0.4, 0.5}, 0.15), {{0.4, 0.5}, {0.6, 0.5}}, true));
    return stage;
}

} // namespace

class ConditioningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStillCameraIsTheIdentity()
    {
        const auto stage = stageWith({}, 3);
        const at::Tensor poses = worldToCamera(stage);
        QCOMPARE(shape(poses), Shape({3, 3, 4}));
        QVERIFY(poses.equal(at::eye(3, 4, at::kDouble).expand({3, 3, 4})));
        const at::Tensor matrices = intrinsics(stage, 832, 468);
        QCOMPARE(shape(matrices), Shape({3, 3, 3}));
        QCOMPARE(at3(matrices, 0, 0, 0), 35.0 / 24.89 * 832);
        QCOMPARE(at3(matrices, 0, 1, 1), 35.0 / 24.89 * 832); // square pixels at 16:9
        QCOMPARE(at3(matrices, 2, 0, 2), 416.0);
        QCOMPARE(at3(matrices, 2, 1, 2), 234.0);
        QCOMPARE(at3(matrices, 2, 2, 2), 1.0);
    }

    void pluckerRaysOfAStillCameraAreItsDirections()
    {
        const auto stage = stageWith({}, 2);
        const at::Tensor rays = pluckerRays(stage, 64, 36, {0, 2});
        QCOMPARE(shape(rays), Shape({2, 6, 36, 64}));
        QVERIFY(rays.narrow(1, 0, 3).eq(0).all().item<bool>()); // no moment: o is the origin
        const double focal = 35.0 / 24.89 * 64;
        for (const auto& [x, y] : {std::pair{0, 0}, {63, 35}, {31, 17}, {5, 30}}) {
            const Eigen::Vector3d d =
                Eigen::Vector3d((x + 0.5 - 32) / focal, (y + 0.5 - 18) / focal, 1).normalized();
            for (int axis = 0; axis < 3; ++axis)
                QVERIFY(std::abs(rays.index({1, 3 + axis, y, x}).item<double>() - d[axis]) < 1e-6);
        }
    }

    void aPanRightTurnsTheWorldLeft()
    {
        CameraPose end;
        end.panRad = 30 * kPi / 180;
        const auto stage = stageWith(stagekit::between({}, end), 5);
        const at::Tensor poses = worldToCamera(stage);
        // What is straight ahead at the start is seen 30 degrees to the left at the end.
        QVERIFY(std::abs(at3(poses, 4, 0, 2) + 0.5) < 1e-12);
        QVERIFY(std::abs(at3(poses, 4, 2, 2) - std::sqrt(0.75)) < 1e-12);
        QVERIFY(std::abs(at3(poses, 4, 1, 1) - 1.0) < 1e-12);
        QVERIFY(std::abs(at3(poses, 2, 0, 2) + std::sin(15 * kPi / 180)) < 1e-12);
        const at::Tensor rays = pluckerRays(stage, 65, 37, {4, 5});
        // The middle pixel looks 30 degrees to the right of the first frame's axis.
        QVERIFY(std::abs(rays.index({0, 3, 18, 32}).item<double>() - 0.5) < 1e-6);
        QVERIFY(std::abs(rays.index({0, 4, 18, 32}).item<double>()) < 1e-6);
        QVERIFY(std::abs(rays.index({0, 5, 18, 32}).item<double>() - std::sqrt(0.75)) < 1e-6);
    }

    void aTiltUpTurnsTowardsNegativeY()
    {
        CameraPose end;
        end.tiltRad = 20 * kPi / 180;
        const auto stage = stageWith(stagekit::between({}, end), 2);
        const at::Tensor rays = pluckerRays(stage, 65, 37, {1, 2});
        // OpenCV's y points down.
        QVERIFY(std::abs(rays.index({0, 4, 18, 32}).item<double>() + std::sin(20 * kPi / 180))
                < 1e-6);
    }

    void travelGivesTheMomentOfItsPlace()
    {
        CameraPose start;
        start.position = {1, 2, 3};
        CameraPose end = start;
        end.position += Eigen::Vector3d(0.5, 0.25, 2.0);
        const auto stage = stageWith(stagekit::between(start, end), 2);
        const at::Tensor poses = worldToCamera(stage);
        // t = -R·C with y turned down.
        QVERIFY(std::abs(at3(poses, 1, 0, 3) + 1.5) < 1e-12);
        QVERIFY(std::abs(at3(poses, 1, 1, 3) - 2.25) < 1e-12);
        QVERIFY(std::abs(at3(poses, 1, 2, 3) + 5.0) < 1e-12);
        // Relative to the first frame the camera stands at (0.5, -0.25, 2) and looks along z:
        // o × d = (-0.25·1 - 2·0, 2·0 - 0.5·1, 0).
        const at::Tensor rays = pluckerRays(stage, 65, 37, {1, 2});
        QVERIFY(std::abs(rays.index({0, 0, 18, 32}).item<double>() + 0.25) < 1e-6);
        QVERIFY(std::abs(rays.index({0, 1, 18, 32}).item<double>() + 0.5) < 1e-6);
        QVERIFY(std::abs(rays.index({0, 2, 18, 32}).item<double>()) < 1e-6);
    }

    void extrinsicsAndIntrinsicsProjectAsTheCameraDoes()
    {
        CameraPose end;
        end.position = {0.4, 0.3, 1.0};
        end.panRad = 0.2;
        end.tiltRad = -0.1;
        end.rollRad = 0.15;
        end.focalMm = 50;
        const auto stage = stageWith(stagekit::between({}, end), 7);
        const at::Tensor poses = worldToCamera(stage);
        const at::Tensor matrices = intrinsics(stage, 1280, 720);
        const at::Tensor point =
            at::tensor({0.6, 0.4, 6.0, 1.0}, at::kDouble); // the film's (0.6, -0.4, 6)
        for (FrameIndex n = 0; n < 7; ++n) {
            const at::Tensor seen = matrices[n].mv(poses[n].mv(point));
            const double x = (seen[0] / seen[2]).item<double>();
            const double y = (seen[1] / seen[2]).item<double>();
            const auto expected = stage.cameraAt(double(n)).project({0.6, -0.4, 6.0});
            QVERIFY(expected);
            QVERIFY(std::abs(x - expected->x() * 1280) < 1e-6);
            QVERIFY(std::abs(y - expected->y() * 720) < 1e-6);
        }
    }

    void tracksAreTheGuidesNumberForNumber()
    {
        const multiplane::Guide guide(movingStage(6));
        const auto drawn = guide.tracks(320, 180);
        const auto tracks = pointTracks(guide, 320, 180);
        QVERIFY(drawn.points >= 16);
        QCOMPARE(shape(tracks.tracks), Shape({6, drawn.points, 2}));
        QCOMPARE(shape(tracks.visibility), Shape({6, drawn.points}));
        QCOMPARE(tracks.tracks.scalar_type(), at::kFloat);
        QCOMPARE(tracks.visibility.scalar_type(), at::kBool);
        const auto xy = tracks.tracks.accessor<float, 3>();
        const auto visible = tracks.visibility.accessor<bool, 2>();
        for (int n = 0; n < 6; ++n) {
            for (int p = 0; p < drawn.points; ++p) {
                const std::size_t index = std::size_t(n) * drawn.points + p;
                QCOMPARE(xy[n][p][0], drawn.xy[2 * index]);
                QCOMPARE(xy[n][p][1], drawn.xy[2 * index + 1]);
                QCOMPARE(visible[n][p], drawn.visible[index] != 0);
            }
        }
    }

    void picturesRunFromMinusOneToOneAndHolesAreOne()
    {
        const ControlSignals signals(MotionPlan{movingStage(6), 320, 180});
        const auto pictures = signals.pictures({2, 6});
        QCOMPARE(shape(pictures.guide), Shape({3, 4, 180, 320}));
        QCOMPARE(shape(pictures.hole), Shape({1, 4, 180, 320}));
        QCOMPARE(pictures.guide.max().item<float>(), 1.0F);
        QVERIFY(pictures.guide.min().item<float>() < -0.99F);
        QVERIFY((pictures.hole.eq(0) | pictures.hole.eq(1)).all().item<bool>());
        QCOMPARE(pictures.hole.max().item<float>(), 1.0F);
        QCOMPARE(pictures.hole.min().item<float>(), 0.0F);

        const auto frame = multiplane::Guide(movingStage(6)).frame(4, 320, 180);
        for (const auto& [x, y] : {std::pair{10, 10}, {170, 90}, {319, 179}}) {
            for (int c = 0; c < 3; ++c) {
                const double byte = frame.picture.pixel(x, y)[c];
                QVERIFY(
                    std::abs(pictures.guide.index({c, 2, y, x}).item<double>() - (byte / 127.5 - 1))
                    < 1e-6);
            }
            QCOMPARE(pictures.hole.index({0, 2, y, x}).item<float>() > 0.5F,
                     frame.hole.at(x, y) >= 128);
        }
    }

    void motionIsTheFlowBetweenNeighbours()
    {
        const ControlSignals signals(MotionPlan{movingStage(6), 320, 180});
        const auto motion = signals.motion({0, 5});
        QCOMPARE(shape(motion.flow), Shape({5, 2, 180, 320}));
        QCOMPARE(shape(motion.valid), Shape({5, 1, 180, 320}));
        const multiplane::Guide guide(movingStage(6));
        const auto flow = guide.flow(3, 4, 320, 180);
        const std::size_t index = (std::size_t(90) * 320 + 40) * 2;
        QCOMPARE(motion.flow.index({3, 0, 90, 40}).item<float>(), flow.dxdy[index]);
        QCOMPARE(motion.flow.index({3, 1, 90, 40}).item<float>(), flow.dxdy[index + 1]);
        // A truck of 0.2 m in 5 steps before a sheet at 5 m, to the left.
        const double expected = -0.04 / 5.0 * (35.0 / 24.89) * 320;
        QVERIFY(std::abs(motion.flow.index({3, 0, 90, 40}).item<double>() - expected) < 0.05);
    }

    void aPictureTensorSharesItsPixels()
    {
        at::Tensor pixels;
        {
            const Image image = Image::ofColour(5, 3, 10, 20, 30, 255);
            pixels = pixelTensor(image);
            QCOMPARE(pixels.data_ptr<std::uint8_t>(), image.pixels());
        }
        QCOMPARE(shape(pixels), Shape({3, 5, 4})); // alive without its image
        QCOMPARE(pixels.index({2, 4, 1}).item<int>(), 20);
        QCOMPARE(shape(pixelTensor({})), Shape({0, 0, 4}));
    }
};

QTEST_GUILESS_MAIN(ConditioningTest)
#include "tst_conditioning.moc"
