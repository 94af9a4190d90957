#include "core/geometry/camera.h"

#include <QTest>

#include <Eigen/Geometry>

#include <cmath>
#include <numbers>

using namespace dollygrip;

namespace {

constexpr double kDegree = std::numbers::pi / 180;

Camera turned()
{
    Camera camera;
    camera.pose.position = {1, -2, 0.5};
    camera.pose.panRad = 25 * kDegree;
    camera.pose.tiltRad = -14 * kDegree;
    camera.pose.rollRad = 7 * kDegree;
    camera.pose.focalMm = 28;
    return camera;
}

} // namespace

class TestCamera : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axesFollowTheirSigns()
    {
        CameraPose pose;
        pose.panRad = 90 * kDegree;
        QVERIFY((pose.axes().col(2) - Eigen::Vector3d(1, 0, 0)).norm() < 1e-12); // looks right
        pose.panRad = 0;
        pose.tiltRad = 90 * kDegree;
        QVERIFY((pose.axes().col(2) - Eigen::Vector3d(0, 1, 0)).norm() < 1e-12); // looks up
        pose.tiltRad = 0;
        pose.rollRad = 90 * kDegree;
        QVERIFY((pose.axes().col(1) - Eigen::Vector3d(1, 0, 0)).norm() < 1e-12); // top to the right
        const Eigen::Matrix3d axes = turned().pose.axes();
        QVERIFY((axes * axes.transpose() - Eigen::Matrix3d::Identity()).norm() < 1e-12);
        const double p = turned().pose.panRad, t = turned().pose.tiltRad;
        QVERIFY(
            (axes.col(2)
             - Eigen::Vector3d(std::sin(p) * std::cos(t), std::sin(t), std::cos(p) * std::cos(t)))
                .norm()
            < 1e-12);
    }

    void projectAndDirectionAreInverse()
    {
        const Camera camera = turned();
        for (double u = -0.3; u < 1.4; u += 0.17)
            for (double v = -0.3; v < 1.4; v += 0.19) {
                const Eigen::Vector2d picture(u, v);
                const Eigen::Vector3d world =
                    camera.pose.position + 3.7 * camera.direction(picture);
                QVERIFY((*camera.project(world) - picture).norm() < 1e-12);
                const Eigen::Vector3d seen =
                    camera.pose.axes().transpose() * camera.direction(picture);
                QVERIFY(std::abs(seen.z() - 1) < 1e-12);
            }
    }

    void nothingBehindTheCameraIsSeen()
    {
        const Camera camera;
        QVERIFY(!camera.project({0, 0, -1}));
        QVERIFY(!camera.project({0, 0, 0}));
        QVERIFY((*camera.project({0, 0, 4}) - Eigen::Vector2d(0.5, 0.5)).norm() < 1e-12);
        QVERIFY(camera.project({1, 1, 4})->x() > 0.5); // right is right
        QVERIFY(camera.project({1, 1, 4})->y() < 0.5); // up is up
    }

    void fieldOfViewIsThatOfTheLens()
    {
        Camera camera;
        camera.pose.focalMm = 50;
        QVERIFY(std::abs(camera.horizontalFieldOfViewRad() / kDegree - 27.95) < 0.01);
        camera.sensorWidthMm = 36;
        QVERIFY(std::abs(camera.horizontalFieldOfViewRad() / kDegree - 39.60) < 0.01);
    }

    void planeFillsTheStartFrameHoweverItIsTurned_data()
    {
        QTest::addColumn<double>("depth");
        QTest::addColumn<bool>("isTurned");
        for (double depth : {0.4, 5.0, 80.0}) {
            QTest::addRow("straight at %g m", depth) << depth << false;
            QTest::addRow("turned at %g m", depth) << depth << true;
        }
    }
    void planeFillsTheStartFrameHoweverItIsTurned()
    {
        QFETCH(double, depth);
        QFETCH(bool, isTurned);
        const Camera camera = isTurned ? turned() : Camera{};
        const PlaneInWorld plane = PlaneInWorld::before(camera, depth);
        const Eigen::Matrix3d homography = plane.homographyTo(camera);
        for (double u = 0; u <= 1; u += 0.25)
            for (double v = 0; v <= 1; v += 0.25) {
                const Eigen::Vector2d picture(u, v);
                QVERIFY((*camera.project(plane.at(picture)) - picture).norm() < 1e-12);
                const Eigen::Vector3d seen = homography * picture.homogeneous();
                QVERIFY((seen.hnormalized() - picture).norm() < 1e-12);
                QVERIFY(std::abs(seen.z() - depth) < 1e-9);
            }
    }

    void homographyAgreesWithProjection()
    {
        const PlaneInWorld plane = PlaneInWorld::before(Camera{}, 6);
        Camera moved = turned();
        const Eigen::Matrix3d homography = plane.homographyTo(moved);
        for (double u = 0; u <= 1; u += 0.2)
            for (double v = 0; v <= 1; v += 0.2) {
                const Eigen::Vector3d seen = homography * Eigen::Vector3d(u, v, 1);
                const auto projected = moved.project(plane.at({u, v}));
                QCOMPARE(projected.has_value(), seen.z() > 0);
                if (projected)
                    QVERIFY((seen.hnormalized() - *projected).norm() < 1e-10);
            }
    }
};

QTEST_GUILESS_MAIN(TestCamera)
#include "tst_camera.moc"
