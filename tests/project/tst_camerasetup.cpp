#include "core/project/camerasetup.h"
#include "core/project/layerdepth.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

bool frameOnly(const Layer&, const Eigen::Vector2d& at, bool)
{
    return at.x() > -0.004 && at.y() > -0.004 && at.x() < 1.004 && at.y() < 1.004;
}

bool wide(const Layer&, const Eigen::Vector2d& at, bool)
{
    return at.x() > -1 && at.y() > -1 && at.x() < 2 && at.y() < 2;
}

Film moving(CameraMove move, double amount)
{
    MoveSettings settings;
    settings.amount = amount;
    return film().scene(u"S"_s).shot(u"1A"_s, 49).camera(namedMove(move, settings)).build();
}

} // namespace

class TestCameraSetup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherSensorGoesThroughTheWholeFilm()
    {
        Film lenses = moving(CameraMove::ZoomIn, 2);
        Film view = lenses;
        QVERIFY(changeSensor(lenses, 36.0, false));
        QVERIFY(lenses.check());
        QCOMPARE(lenses.settings.sensorWidthMm, 36.0);
        QCOMPARE(firstShot(lenses)->camera.sensorWidthMm, 36.0);
        QCOMPARE(firstShot(lenses)->camera.keys[1].pose.focalMm, 2 * kDefaultFocalMm);
        QVERIFY(changeSensor(view, 36.0, true));
        QVERIFY(std::abs(firstShot(view)->camera.keys[1].pose.focalMm
                         - 2 * kDefaultFocalMm * 36.0 / kSuper35WidthMm)
                < 1e-9);
    }

    void paperThatRunsOutIsNamedBySideAndFrame()
    {
        const Film film = moving(CameraMove::TruckLeft, 1);
        const auto warnings = cameraWarnings(*firstShot(film), film.settings, frameOnly);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings[0].kind == CameraWarning::Kind::PaperRunsOut);
        QVERIFY(warnings[0].side == CameraWarning::Side::Left);
        QVERIFY(warnings[0].frame >= 1 && warnings[0].frame <= 3);
        QVERIFY(cameraWarnings(*firstShot(film), film.settings, wide).isEmpty());
    }

    void aPullOutSeesPastAllSidesAndAPushInPastNone()
    {
        const Film out = moving(CameraMove::DollyOut, 1);
        QVERIFY(cameraWarnings(*firstShot(out), out.settings, frameOnly).size() >= 3);
        const Film in = moving(CameraMove::DollyIn, 1);
        QVERIFY(cameraWarnings(*firstShot(in), in.settings, frameOnly).isEmpty());
    }

    // A painting ends where its paint does; a line drawing has its paper.
    void paintThatEndsIsNoticed()
    {
        const auto at = [](const Film& film, double x, double y) {
            const PanelPainter painter(film, std::make_shared<PictureCache>());
            const auto shot = firstShot(film);
            DrawnPlaces places(painter, film.settings, *shot);
            return places(shot->panels[0]->layers[0], {x, y}, true);
        };
        const Film lines =
            film().scene(u"S"_s).shot(u"1A"_s).stroke({{0.1, 0.1}, {1.5, 0.5}}).build();
        QVERIFY(at(lines, 0.9, 0.9) && at(lines, 1.4, 0.9) && !at(lines, 1.9, 0.5));
        const Film painting =
            film()
                .scene(u"S"_s)
                .shot(u"1A"_s)
                .stroke({{-0.1, -0.1}, {1.1, -0.1}, {1.5, 1.1}, {-0.1, 1.1}}, Brush::Fill)
                .build();
        QVERIFY(at(painting, 0.9, 0.9) && at(painting, 1.3, 1.0) && !at(painting, 1.4, 0.1));
    }

    void goingThroughASheetIsNamed()
    {
        Film film = moving(CameraMove::DollyIn, 3);
        const auto shot = firstShot(film);
        QVERIFY(placeInDepth(film, shot->id, shot->panels[0]->layers[0].id, 1.5, true));
        const auto warnings = cameraWarnings(*firstShot(film), film.settings, wide);
        QVERIFY(!warnings.isEmpty());
        QVERIFY(warnings[0].kind == CameraWarning::Kind::PassesThrough);
        QCOMPARE(warnings[0].frame, FrameIndex(24));
        QCOMPARE(warnings[0].layer, firstShot(film)->panels[0]->layers[0].name);
    }
};

QTEST_GUILESS_MAIN(TestCameraSetup)
#include "tst_camerasetup.moc"
