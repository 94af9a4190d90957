#include "core/project/camerasetup.h"
#include "core/project/layerdepth.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

multiplane::Placement frameOnly(const Layer&)
{
    return {};
}

multiplane::Placement wide(const Layer&)
{
    return {-1, -1, 3, 3};
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
        QCOMPARE(cameraWarnings(*firstShot(out), out.settings, frameOnly).size(), 4);
        const Film in = moving(CameraMove::DollyIn, 1);
        QVERIFY(cameraWarnings(*firstShot(in), in.settings, frameOnly).isEmpty());
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
