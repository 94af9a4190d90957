#include "core/project/document.h"
#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(dollygrip::FilmDiff)
Q_DECLARE_METATYPE(dollygrip::Film)

namespace {

std::function<Result<void>(Film&)> lengthOf(const ShotId& shot, FrameIndex length)
{
    return [=](Film& film) { return trimShot(film, shot, length); };
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editTellsWhatItTouched();
    void editThatChangesNothingLeavesNoStep();
    void failingEditChangesNothing();
    void editsOfOneKeyMerge();
    void endMergeStartsANewStep();
    void undoEndsAMerge();
    void mergingBackToTheStartLeavesNoStep();
    void differentKeysDoNotMerge();
    void movesAreOrder();
    void castIsUndone();
    void beforeIsTheFilmBefore();
    void revisionCountsUndoToo();
    void editOfALongFilmIsQuick();
};

void TestDocument::editTellsWhatItTouched()
{
    Document document(film().shot(u"1A"_s).shot(u"1B"_s).build());
    const ShotId shot = document.film().shotNamed(u"1B"_s)->id;
    QSignalSpy spy(&document, &Document::changed);
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 12)).has_value());
    QCOMPARE(spy.count(), 1);
    const auto diff = spy[0][0].value<FilmDiff>();
    QCOMPARE(diff.shotsChanged, QList<ShotId>{shot});
    QVERIFY(diff.shotsAdded.isEmpty() && diff.shotsRemoved.isEmpty() && !diff.order
            && !diff.settings && !diff.audio && diff.scenesChanged.isEmpty());
    QVERIFY(diff.touches(shot));
    QCOMPARE(document.undoStack().undoText(), u"Trim"_s);
}

void TestDocument::editThatChangesNothingLeavesNoStep()
{
    Document document(film().shot(u"1A"_s, 48).build());
    QSignalSpy spy(&document, &Document::changed);
    QVERIFY(document.edit(u"Trim"_s, lengthOf(firstShot(document.film())->id, 48)).has_value());
    QCOMPARE(spy.count(), 0);
    QCOMPARE(document.undoStack().count(), 0);
    QCOMPARE(document.revision(), quint64(0));
}

void TestDocument::failingEditChangesNothing()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    const Film start = document.film();
    const auto done = document.edit(u"Two verbs"_s, [&](Film& film) -> Result<void> {
        if (auto first = trimShot(film, shot, 20); !first)
            return first;
        return trimShot(film, shot, -1);
    });
    QVERIFY(!done);
    QVERIFY(document.film() == start);
    QCOMPARE(document.undoStack().count(), 0);
}

void TestDocument::editsOfOneKeyMerge()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    const Film start = document.film();
    for (const FrameIndex length : {40, 30, 20})
        QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, length), u"trim"_s).has_value());
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QVERIFY(document.film() == start);
    document.undoStack().redo();
    QCOMPARE(document.film().length(), 20);
}

void TestDocument::endMergeStartsANewStep()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 40), u"trim"_s).has_value());
    document.endMerge();
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 30), u"trim"_s).has_value());
    QCOMPARE(document.undoStack().count(), 2);
}

void TestDocument::undoEndsAMerge()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 40), u"trim"_s).has_value());
    QVERIFY(document.edit(u"Name"_s, lengthOf(shot, 39)).has_value());
    document.undoStack().undo();
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 30), u"trim"_s).has_value());
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.film().length(), 40);
}

void TestDocument::mergingBackToTheStartLeavesNoStep()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 40), u"trim"_s).has_value());
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 48), u"trim"_s).has_value());
    QCOMPARE(document.undoStack().count(), 0);
    QCOMPARE(document.film().length(), 48);
}

void TestDocument::differentKeysDoNotMerge()
{
    Document document(film().shot(u"1A"_s, 48).build());
    const ShotId shot = firstShot(document.film())->id;
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 40), u"a"_s).has_value());
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 41), u"b"_s).has_value());
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 42)).has_value());
    QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 43)).has_value());
    QCOMPARE(document.undoStack().count(), 4);
}

void TestDocument::movesAreOrder()
{
    const Film start =
        film().scene(u"A"_s).shot(u"1A"_s).shot(u"1B"_s).scene(u"B"_s).shot(u"2A"_s).build();
    Film after = start;
    QVERIFY(moveShot(after, start.shotNamed(u"1A"_s)->id, start.scenes[1]->id, 0).has_value());
    const FilmDiff moved = diff(start, after);
    QVERIFY(moved.order);
    QVERIFY(moved.shotsAdded.isEmpty() && moved.shotsRemoved.isEmpty()
            && moved.shotsChanged.isEmpty());
    QCOMPARE(moved.scenesChanged.size(), 2);

    Film gone = start;
    QVERIFY(removeScene(gone, start.scenes[1]->id).has_value());
    const FilmDiff removed = diff(start, gone);
    QCOMPARE(removed.scenesRemoved, QList<SceneId>{start.scenes[1]->id});
    QCOMPARE(removed.shotsRemoved, QList<ShotId>{start.shotNamed(u"2A"_s)->id});
    const FilmDiff back = diff(gone, start);
    QCOMPARE(back.scenesAdded, QList<SceneId>{start.scenes[1]->id});
    QCOMPARE(back.shotsAdded, QList<ShotId>{start.shotNamed(u"2A"_s)->id});
}

void TestDocument::castIsUndone()
{
    Document document(film().shot(u"1A"_s, 48).castMember(u"Anna"_s, u"tall"_s, 7, 1).build());
    const Film start = document.film();
    const CastId anna = start.cast[0]->id;
    QList<FilmDiff> seen;
    connect(&document, &Document::changed, this,
            [&](const FilmDiff& diff, const Film&) { seen.append(diff); });
    const auto rename = [&](const QString& name) {
        return document.edit(u"Name"_s, [&](Film& film) {
            return changeCastMember(film, anna, [&](CastMember& member) -> Result<void> {
                member.name = name;
                return {};
            });
        });
    };
    QVERIFY(rename(u"Änne"_s).has_value());
    QVERIFY(seen.last().cast && !seen.last().order && !seen.last().settings);
    QVERIFY(seen.last().shotsChanged.isEmpty());
    QVERIFY(rename(u"Änne"_s).has_value());
    QCOMPARE(seen.size(), 1); // nothing changed
    QVERIFY(document.edit(u"Remove"_s, [&](Film& film) { return removeCastMember(film, anna); })
                .has_value());
    QVERIFY(document.film().cast.isEmpty());
    const Film removed = document.film();
    document.undoStack().undo();
    QCOMPARE(document.film().castMember(anna)->name, u"Änne"_s);
    document.undoStack().undo();
    QVERIFY(document.film() == start);
    document.undoStack().redo();
    document.undoStack().redo();
    QVERIFY(document.film() == removed);
}

void TestDocument::beforeIsTheFilmBefore()
{
    Document document(film().shot(u"1A"_s, 48).build());
    FrameIndex before = 0;
    connect(&document, &Document::changed, this,
            [&](const FilmDiff&, const Film& film) { before = film.length(); });
    QVERIFY(document.edit(u"Trim"_s, lengthOf(firstShot(document.film())->id, 40)).has_value());
    QCOMPARE(before, 48);
    document.undoStack().undo();
    QCOMPARE(before, 40);
}

void TestDocument::revisionCountsUndoToo()
{
    Document document(film().shot(u"1A"_s, 48).build());
    QVERIFY(document.edit(u"Trim"_s, lengthOf(firstShot(document.film())->id, 40)).has_value());
    document.undoStack().undo();
    document.undoStack().redo();
    QCOMPARE(document.revision(), quint64(3));
}

void TestDocument::editOfALongFilmIsQuick()
{
    Document document(longFilm(2000));
    const ShotId shot = document.film().scenes[100]->shots[5]->id;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        QVERIFY(document.edit(u"Trim"_s, lengthOf(shot, 100 + i)).has_value());
    // The bound is ten times what it should be: the machine may be busy.
    QVERIFY2(timer.elapsed() < 2000 * DOLLYGRIP_SLOWNESS,
             qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
