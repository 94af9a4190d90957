#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"
#include "ui/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

Film threeShots()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 24)
        .shot(u"1B"_s, 48)
        .panel(0.5)
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.6, 0.3}})
        .truck(1.0)
        .shot(u"1C"_s, 12)
        .build();
}

ShotId shotNamed(const Document& document, const QString& name)
{
    return document.film().shotNamed(name)->id;
}

Result<void> remove(Document& document, const ShotId& shot)
{
    return document.edit(u"remove"_s, [&](Film& film) { return removeShot(film, shot); });
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsOnTheFirstShot()
    {
        Document document(threeShots());
        const Session session(document);
        QCOMPARE(session.shot()->name, u"1A"_s);
        QVERIFY(session.panelId() && session.layerId());
        QCOMPARE(session.playhead(), FrameIndex(0));
    }

    void anEmptyFilmHasNothingCurrent()
    {
        Document document(emptyFilm({}));
        Session session(document);
        session.setPlayhead(100);
        QVERIFY(!session.shot() && !session.panelId() && !session.layerId());
        QCOMPARE(session.playhead(), FrameIndex(0));
        QCOMPARE(session.shotFrame(), FrameIndex(0));
    }

    void thePlayheadMakesItsShotCurrent()
    {
        Document document(threeShots());
        Session session(document);
        QSignalSpy changed(&session, &Session::shotChanged);
        session.setPlayhead(30);
        QCOMPARE(session.shot()->name, u"1B"_s);
        QCOMPARE(session.shotFrame(), FrameIndex(6));
        QCOMPARE(changed.count(), 1);
        session.setPlayhead(5000);
        QCOMPARE(session.playhead(), FrameIndex(83));
        QCOMPARE(session.shot()->name, u"1C"_s);
        session.setPlayhead(-3);
        QCOMPARE(session.playhead(), FrameIndex(0));
    }

    void thePlayheadGoesToTheShotThatIsChosen()
    {
        Document document(threeShots());
        Session session(document);
        session.setPlayhead(40);
        session.setShot(shotNamed(document, u"1B"_s));
        QCOMPARE(session.playhead(), FrameIndex(40)); // inside already
        session.setShot(shotNamed(document, u"1C"_s));
        QCOMPARE(session.playhead(), FrameIndex(72));
    }

    void panelsFollowThePlayheadAndBack()
    {
        Document document(threeShots());
        Session session(document);
        session.setPlayhead(24);
        const auto first = session.panelId();
        session.setPlayhead(24 + 40);
        QVERIFY(session.panelId() != first);
        QVERIFY(session.shot()->panelOfLayer(*session.layerId())->id == *session.panelId());
        session.setPanel(*first);
        QCOMPARE(session.playhead(), FrameIndex(24));
        QVERIFY(session.panelId() == first);
    }

    void aRemovedShotIsReplacedByItsNeighbour()
    {
        Document document(threeShots());
        Session session(document);
        session.setPlayhead(30);
        QSignalSpy changed(&session, &Session::shotChanged);
        QVERIFY(remove(document, shotNamed(document, u"1B"_s)));
        QCOMPARE(session.shot()->name, u"1C"_s);
        QCOMPARE(session.playhead(), FrameIndex(30));
        QCOMPARE(changed.count(), 1);
        QVERIFY(remove(document, shotNamed(document, u"1C"_s)));
        QCOMPARE(session.shot()->name, u"1A"_s);
        QCOMPARE(session.playhead(), FrameIndex(23));
        QVERIFY(remove(document, shotNamed(document, u"1A"_s)));
        QVERIFY(!session.shot());
        document.undoStack().undo();
        session.setPlayhead(0);
        QCOMPARE(session.shot()->name, u"1A"_s);
    }

    void thePlayheadKeepsItsPlaceInTheShot()
    {
        Document document(threeShots());
        Session session(document);
        session.setPlayhead(30);
        QVERIFY(remove(document, shotNamed(document, u"1A"_s)));
        QCOMPARE(session.shot()->name, u"1B"_s);
        QCOMPARE(session.playhead(), FrameIndex(6));
        QCOMPARE(session.shotFrame(), FrameIndex(6));
        const ShotId shot = *session.shotId();
        QVERIFY(document.edit(u"trim"_s, [&](Film& film) { return trimShot(film, shot, 4); }));
        QCOMPARE(session.playhead(), FrameIndex(3));
        QCOMPARE(session.shot()->length, FrameIndex(4));
    }

    void selectionGoesWithWhatIsGone()
    {
        Document document(threeShots());
        Session session(document);
        session.setPlayhead(24);
        const ShotRegion region = session.shot()->regions.first();
        session.setRegion(region.id);
        session.setMotion(region.motions.first().id);
        session.setCameraKey(1);
        QVERIFY(session.regionId() && session.motionId());
        QCOMPARE(session.cameraKey(), 1);
        QSignalSpy regions(&session, &Session::regionChanged);
        const ShotId shot = *session.shotId();
        QVERIFY(document.edit(u"clear"_s, [&](Film& film) {
            return changeShot(film, shot, [](Shot& changed) {
                changed.regions.clear();
                changed.camera.keys.clear();
                return Result<void>();
            });
        }));
        QVERIFY(!session.regionId() && !session.motionId());
        QCOMPARE(session.cameraKey(), -1);
        QCOMPARE(regions.count(), 1);
    }

    void onlyWhatExistsCanBeSelected()
    {
        Document document(threeShots());
        Session session(document);
        session.setRegion(RegionId::create());
        session.setCameraKey(7);
        session.setLayer(LayerId::create());
        session.setPanel(PanelId::create());
        QVERIFY(!session.regionId());
        QCOMPARE(session.cameraKey(), -1);
        QVERIFY(session.layerId());
    }

    void aDraftIsShownButNotInTheDocument()
    {
        Document document(threeShots());
        Session session(document);
        QSignalSpy edited(&session, &Session::shotEdited);
        auto draft = std::make_shared<Shot>(*session.shot());
        draft->name = u"draft"_s;
        session.setDraft(draft);
        QCOMPARE(session.shot()->name, u"draft"_s);
        QCOMPARE(test::firstShot(session.film())->name, u"draft"_s);
        QCOMPARE(test::firstShot(document.film())->name, u"1A"_s);
        QCOMPARE(edited.count(), 1);
        session.clearDraft();
        QCOMPARE(session.shot()->name, u"1A"_s);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void aDraftOfAnotherShotIsRefused()
    {
        Document document(threeShots());
        Session session(document);
        session.setDraft(document.film().shotNamed(u"1C"_s));
        QVERIFY(!session.hasDraft());
    }

    void aDraftGoesWithItsShot()
    {
        Document document(threeShots());
        Session session(document);
        session.setDraft(std::make_shared<Shot>(*session.shot()));
        QVERIFY(remove(document, *session.shotId()));
        QVERIFY(!session.hasDraft());
        QCOMPARE(session.shot()->name, u"1B"_s);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
