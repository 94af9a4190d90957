#include "core/project/cut.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestCut : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placesFollowOneAnother()
    {
        const Film film =
            test::film().scene(u"A"_s).shot(u"1A"_s, 10).scene(u"B"_s).shot(u"2A"_s, 5).build();
        const Cut cut(film);
        QCOMPARE(cut.length(), 15);
        QCOMPARE(cut.entries()[1].range, (FrameRange{10, 15}));
        QVERIFY(cut.entries()[1].scene == film.scenes[1]->id);
        QCOMPARE(cut.of(film.shotNamed(u"2A"_s)->id)->range.first, 10);
        QVERIFY(!cut.of(ShotId::create()));
    }
    void everyFrameHasItsShot()
    {
        const Cut cut(test::film().shot(u"1A"_s, 10).shot(u"1B"_s, 1).shot(u"1C"_s, 3).build());
        for (FrameIndex n = 0; n < 14; ++n)
            QVERIFY(cut.at(n)->range.contains(n));
        QVERIFY(!cut.at(-1));
        QVERIFY(!cut.at(14));
        QCOMPARE(cut.at(10)->shot->name, u"1B"_s);
    }
    void emptyFilmHasNoLength()
    {
        const Cut cut(emptyFilm({}));
        QCOMPARE(cut.length(), 0);
        QVERIFY(!cut.at(0));
    }
    void panelsComeAtTheirFrames()
    {
        const Film film = test::film().shot(u"1A"_s, 48).panel(0.5).panel(1.0).build();
        const auto shot = firstShot(film);
        QCOMPARE(shot->panelStart(0), 0);
        QCOMPARE(shot->panelStart(1), 24);
        QCOMPARE(shot->panelStart(2), 47);
        QCOMPARE(shot->panelAt(23), 0);
        QCOMPARE(shot->panelAt(24), 1);
        QCOMPARE(shot->panelAt(47), 2);
        const Film single = test::film().shot(u"1A"_s, 1).panel(0.5).build();
        QCOMPARE(firstShot(single)->panelAt(0), 0);
    }
};

QTEST_GUILESS_MAIN(TestCut)
#include "tst_cut.moc"
