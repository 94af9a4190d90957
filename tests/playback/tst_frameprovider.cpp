#include "core/media/imagesequence.h"
#include "core/playback/frameprovider.h"
#include "core/project/stageshot.h"
#include "tests/media/mediasamples.h"
#include "tests/support/filmbuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

/// 0-9 moves, 10-14 stands, 15-24 stands with two panels.
Film sampleFilm()
{
    return film()
        .size(320, 180)
        .scene(u"INT. ROOM"_s)
        .shot(u"1"_s, 10)
        .picture(testPicture(320, 180))
        .truck(0.5)
        .shot(u"2"_s, 5)
        .picture(testPicture(64, 36))
        .shot(u"3"_s, 10)
        .picture(testPicture(128, 72))
        .panel(0.5)
        .stroke({{0.1, 0.1}, {0.9, 0.9}})
        .build();
}

/// The film with its shot number `index` changed.
Film changed(const Film& film, qsizetype index, const std::function<void(Shot&)>& change)
{
    Film result = film;
    Scene scene = *film.scenes.first();
    Shot shot = *scene.shots[index];
    change(shot);
    scene.shots[index] = std::make_shared<const Shot>(shot);
    result.scenes[0] = std::make_shared<const Scene>(scene);
    return result;
}

} // namespace

class FrameProviders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheBestThereIs();
    void movesAreTheGuidesPictures();
    void everySizeIsExact_data();
    void everySizeIsExact();
    void outsideTheFilmIsNothing();
    void keysFollowWhatIsSeen();
    void tasksRunOnManyThreads();
    void takesHoldTheirLastFrameAndKeepTheirRate();
    void lostTakesFallBackToTheMove();
};

void FrameProviders::playsTheBestThereIs()
{
    const Film film = sampleFilm();
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    QCOMPARE(provider.length(), FrameIndex(25));
    const auto& shots = film.scenes.first()->shots;
    QVERIFY(provider.state(*shots[0]) == ShotState::Move);
    QVERIFY(provider.state(*shots[1]) == ShotState::Still);
    const Image still = provider.picture(12, {320, 180});
    const PanelPainter painter(film, std::make_shared<PictureCache>());
    QVERIFY(still == painter.panel(*shots[1]->panels[0], {320, 180}));
    QVERIFY(provider.picture(20, {320, 180}) == painter.panel(*shots[2]->panels[1], {320, 180}));
    QVERIFY(provider.picture(19, {320, 180}) == painter.panel(*shots[2]->panels[0], {320, 180}));
    QVERIFY(!(provider.picture(0, {320, 180}) == provider.picture(9, {320, 180})));
}

void FrameProviders::movesAreTheGuidesPictures()
{
    const Film film = sampleFilm();
    const auto pictures = std::make_shared<PictureCache>();
    FrameProvider provider(pictures);
    provider.setFilm(film);
    const auto shot = film.scenes.first()->shots.first();
    const multiplane::Guide guide(
        stageShot(*shot, PanelPainter(film, pictures), film.settings, 180));
    for (const int n : {0, 4, 9}) {
        const Image expected = guide.frame(n, 320, 180, false).picture;
        QVERIFY(provider.picture(n, {320, 180}) == expected);
        QVERIFY(provider.shotPicture(shot, n, {320, 180}) == expected);
    }
    // A dragged camera: what is taken over from the shot before must not show.
    const Film dragged =
        changed(film, 0, [](Shot& s) { s.camera.keys.back().pose.position.x() = 0.8; });
    provider.setFilm(dragged);
    FrameProvider fresh(pictures);
    fresh.setFilm(dragged);
    QVERIFY(provider.picture(9, {320, 180}) == fresh.picture(9, {320, 180}));
    QVERIFY(!(provider.picture(9, {320, 180}) == guide.frame(9, 320, 180, false).picture));
}

void FrameProviders::everySizeIsExact_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("film's") << QSize(320, 180);
    QTest::newRow("larger") << QSize(640, 360);
    QTest::newRow("rounded") << QSize(854, 480);
    QTest::newRow("square") << QSize(200, 200);
    QTest::newRow("wide") << QSize(500, 100);
    QTest::newRow("tiny") << QSize(3, 2);
}

void FrameProviders::everySizeIsExact()
{
    QFETCH(QSize, size);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(sampleFilm());
    for (const int n : {3, 12}) {
        const Image picture = provider.picture(n, size);
        QCOMPARE(QSize(picture.width(), picture.height()), size);
        const auto isBlack = [&](int x, int y) {
            const std::uint8_t* p = picture.pixel(x, y);
            return p[0] == 0 && p[1] == 0 && p[2] == 0 && p[3] == 255;
        };
        QCOMPARE(picture.pixel(size.width() / 2, size.height() / 2)[3], std::uint8_t(255));
        QCOMPARE(isBlack(0, size.height() / 2), size.width() == 500);
        QCOMPARE(isBlack(size.width() / 2, 0), size.width() == 200);
    }
}

void FrameProviders::outsideTheFilmIsNothing()
{
    FrameProvider provider(std::make_shared<PictureCache>());
    QVERIFY(provider.picture(0, {320, 180}).isNull());
    provider.setFilm(sampleFilm());
    QVERIFY(provider.picture(-1, {320, 180}).isNull());
    QVERIFY(provider.picture(25, {320, 180}).isNull());
    QVERIFY(provider.picture(3, {}).isNull());
    QVERIFY(provider.shotPicture({}, 0, {320, 180}).isNull());
}

void FrameProviders::keysFollowWhatIsSeen()
{
    const Film film = sampleFilm();
    const QSize size(320, 180);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    QVERIFY(!(provider.key(0, size) == provider.key(1, size))); // moves
    QVERIFY(provider.key(10, size) == provider.key(14, size));  // stands
    QVERIFY(!(provider.key(10, size) == provider.key(15, size)));
    QVERIFY(provider.key(15, size) == provider.key(19, size));
    QVERIFY(!(provider.key(19, size) == provider.key(20, size)));
    QVERIFY(!(provider.key(10, size) == provider.key(10, {160, 90})));
    const media::FrameKey third = provider.key(15, size);
    const media::FrameKey second = provider.key(10, size);
    // Two frames longer: the shots after it move but stay the same pictures.
    provider.setFilm(changed(film, 0, [](Shot& shot) { shot.length = 12; }));
    QVERIFY(provider.key(17, size) == third);
    QVERIFY(provider.key(12, size) == second);
    provider.setFilm(
        changed(film, 1, [](Shot& shot) { shot.panels[0] = emptyShot({}, 1).panels[0]; }));
    QVERIFY(!(provider.key(10, size) == second));
    Film paper = film;
    paper.settings.paper = QColor(1, 2, 3);
    provider.setFilm(paper);
    QVERIFY(!(provider.key(15, size) == third));
}

void FrameProviders::tasksRunOnManyThreads()
{
    const QSize size(160, 90);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(sampleFilm());
    std::vector<Image> pictures(25);
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < 25; ++n)
            threads.emplace_back([task = provider.task(n, size), &pictures, n] {
                pictures[std::size_t(n)] = task();
            });
    }
    for (int n = 0; n < 25; ++n)
        QVERIFY(pictures[std::size_t(n)] == provider.picture(n, size));
}

void FrameProviders::takesHoldTheirLastFrameAndKeepTheirRate()
{
    QTemporaryDir folder;
    for (int n = 0; n < 6; ++n)
        QVERIFY(media::writePng(
            folder.filePath(u"frame-%1.png"_s.arg(n, 5, 10, QLatin1Char('0'))).toStdString(),
            Image::ofColour(160, 90, 40 * n, 0, 0)));
    const Film film =
        changed(sampleFilm(), 0, [](Shot& shot) { shot.circledTake = TakeId::create(); });
    const auto red = [&](FrameRate rate, FrameIndex n) {
        FrameProvider provider(std::make_shared<PictureCache>());
        provider.setFilm(film, [&](const Shot&) { return TakeFrames{folder.path(), 6, rate}; });
        return int(provider.picture(n, {320, 180}).pixel(100, 100)[0]);
    };
    QCOMPARE(red({24, 1}, 0), 0);
    QCOMPARE(red({24, 1}, 3), 120);
    QCOMPARE(red({24, 1}, 5), 200);
    QCOMPARE(red({24, 1}, 9), 200); // the shot is longer
    QCOMPARE(red({12, 1}, 3), 40);  // every picture stands for two frames
    QCOMPARE(red({12, 1}, 9), 160);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film, [&](const Shot&) { return TakeFrames{folder.path(), 6, {24, 1}}; });
    QVERIFY(provider.state(*film.scenes.first()->shots[0]) == ShotState::Take);
    QVERIFY(provider.state(*film.scenes.first()->shots[1]) == ShotState::Still); // not circled
    const media::FrameKey key = provider.key(0, {320, 180});
    provider.setFilm(film); // the take is gone
    QVERIFY(!(provider.key(0, {320, 180}) == key));
}

void FrameProviders::lostTakesFallBackToTheMove()
{
    const Film film =
        changed(sampleFilm(), 0, [](Shot& shot) { shot.circledTake = TakeId::create(); });
    FrameProvider plain(std::make_shared<PictureCache>());
    plain.setFilm(film);
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film, [](const Shot&) {
        return TakeFrames{u"/no/such/folder"_s, 6, {24, 1}};
    });
    QVERIFY(provider.picture(2, {320, 180}) == plain.picture(2, {320, 180}));
}

QTEST_GUILESS_MAIN(FrameProviders)
#include "tst_frameprovider.moc"
