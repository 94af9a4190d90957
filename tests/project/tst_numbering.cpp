#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/numbering.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

using namespace dollygrip;
using namespace Qt::StringLiterals;

namespace {

/// Scenes of shots; a name that begins with '!' is locked.
Film filmOf(const QString& text, Numbering rule)
{
    Film film = emptyFilm({});
    film.scenes.clear();
    film.settings.numbering = rule;
    for (const QString& part : text.split(u'|')) {
        Scene scene;
        for (QString name : part.split(u' ', Qt::SkipEmptyParts)) {
            Shot shot = emptyShot(name, 24);
            shot.isNameLocked = name.startsWith(u'!');
            if (shot.isNameLocked)
                shot.name.remove(0, 1);
            scene.shots.append(std::make_shared<const Shot>(shot));
        }
        film.scenes.append(std::make_shared<const Scene>(scene));
    }
    return film;
}

QString order(const Film& film)
{
    QStringList scenes;
    for (const auto& scene : film.scenes) {
        QStringList names;
        for (const auto& shot : scene->shots)
            names += shot->name;
        scenes += names.join(u' ');
    }
    return scenes.join(u" | "_s);
}

constexpr auto kLetters = Numbering::Style::SceneAndLetter;
constexpr auto kNumbers = Numbering::Style::SceneAndNumber;
constexpr auto kFilm = Numbering::Style::Film;

} // namespace

class NumberingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettersSkipIAndOAndGoOnAfterZ()
    {
        QCOMPARE(numberingLetters(0), u"A"_s);
        QCOMPARE(numberingLetters(7), u"H"_s);
        QCOMPARE(numberingLetters(8), u"J"_s);
        QCOMPARE(numberingLetters(13), u"P"_s);
        QCOMPARE(numberingLetters(23), u"Z"_s);
        QCOMPARE(numberingLetters(24), u"AA"_s);
        QCOMPARE(numberingLetters(24 + 24), u"BA"_s);
    }

    void shotsAreNamedByTheRule_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("style");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* name, const char* before, Numbering::Style style, int step,
                            const char* after) {
            QTest::newRow(name) << QString::fromLatin1(before) << int(style) << step
                                << QString::fromLatin1(after);
        };
        row("letters", "x y|z", kLetters, 10, "1A 1B | 2A");
        row("an empty scene counts", "x||z", kLetters, 10, "1A |  | 3A");
        row("numbers by tens", "x y|z", kNumbers, 10, "1-10 1-20 | 2-10");
        row("numbers by ones", "x y|z", kNumbers, 1, "1-1 1-2 | 2-1");
        row("through the film", "x y|z", kFilm, 10, "010 020 | 030");
        row("through the film by ones", "x y|z", kFilm, 1, "001 002 | 003");
        row("a locked name is skipped over", "x !1A y", kLetters, 10, "A1A 1A 1B");
        row("a number held by a later scene", "x y|!1B", kLetters, 10, "A1A A1B | 1B");
        row("a strange locked name changes nothing", "x !TITLE y", kLetters, 10, "1A TITLE 1B");
        row("there is room before a locked one", "x y !1C z", kLetters, 10, "1A 1B 1C 1D");
        row("no room between two locked", "!12A x y !12B z", kLetters, 10, "12A 12AA 12AB 12B 12C");
        row("a name in between may be locked too", "!12A !12AA x !12B", kLetters, 10,
            "12A 12AA 12AB 12B");
        row("a locked scene keeps its number", "x|!7A y|z", kLetters, 10, "1A | 7A 7B | 8A");
        row("a scene between locked ones", "!3A|x y|!4A", kLetters, 10, "3A | A4A A4B | 4A");
        row("tens leave room", "!1-10 x !1-20 y", kNumbers, 10, "1-10 1-15 1-20 1-30");
        row("two between tens", "!010 x y !020", kFilm, 10, "010 013 016 020");
        row("no room between ones", "!001 x !002", kFilm, 1, "001 001A 002");
    }
    void shotsAreNamedByTheRule()
    {
        QFETCH(QString, before);
        QFETCH(int, style);
        QFETCH(int, step);
        QFETCH(QString, after);
        Film film = filmOf(before, {Numbering::Style(style), step, true});
        const Film old = film;
        numberShots(film);
        QCOMPARE(order(film), after);
        for (qsizetype s = 0; s < film.scenes.size(); ++s) {
            for (qsizetype i = 0; i < film.scenes[s]->shots.size(); ++i)
                QCOMPARE(film.scenes[s]->shots[i]->id, old.scenes[s]->shots[i]->id);
        }
        // Once named it stays so, and nothing is made anew.
        const Film named = film;
        numberShots(film);
        for (qsizetype s = 0; s < film.scenes.size(); ++s)
            QCOMPARE(film.scenes[s], named.scenes[s]);
    }

    void twentyFiveShotsGoOnWithTwoLetters()
    {
        QString text;
        for (int i = 0; i < 26; ++i)
            text += u"x "_s;
        Film film = filmOf(text, {kLetters, 10, true});
        numberShots(film);
        QCOMPARE(film.scenes.first()->shots[23]->name, u"1Z"_s);
        QCOMPARE(film.scenes.first()->shots[24]->name, u"1AA"_s);
        QCOMPARE(film.scenes.first()->shots[25]->name, u"1AB"_s);
    }

    void anAutomaticFilmIsNumberedInTheSameStep()
    {
        Document document(filmOf(u"1A 1B|2A"_s, {kLetters, 10, true}));
        const ShotId first = document.film().scenes.first()->shots.first()->id;
        QVERIFY(document.edit(u"Move"_s, [&](Film& film) {
            return moveShot(film, first, film.scenes.last()->id, 1);
        }));
        QCOMPARE(order(document.film()), u"1A | 2A 2B"_s);
        QCOMPARE(document.film().scenes.last()->shots.last()->id, first);
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QCOMPARE(order(document.film()), u"1A 1B | 2A"_s);
    }

    void aFilmThatIsNotAutomaticKeepsItsNames()
    {
        Document document(filmOf(u"x y|z"_s, {kLetters, 10, false}));
        QVERIFY(document.edit(u"Move"_s, [&](Film& film) {
            return moveShot(film, film.scenes[0]->shots[0]->id, film.scenes[1]->id, 1);
        }));
        QCOMPARE(order(document.film()), u"y | z x"_s);
    }

    void aNameGivenByHandIsLocked()
    {
        Document document(filmOf(u"1A 1B 1C"_s, {kLetters, 10, true}));
        const ShotId second = document.film().scenes.first()->shots[1]->id;
        QVERIFY(document.edit(u"Rename"_s,
                              [&](Film& film) { return renameShot(film, second, u" TITLE "_s); }));
        QCOMPARE(order(document.film()), u"1A TITLE 1B"_s);
        QVERIFY(document.film().shot(second)->isNameLocked);
        QVERIFY(!document.edit(u"Rename"_s,
                               [&](Film& film) { return renameShot(film, second, u"1A"_s); }));
        QVERIFY(document.edit(u"Rename"_s,
                              [&](Film& film) { return renameShot(film, second, u""_s); }));
        QCOMPARE(order(document.film()), u"1A 1B 1C"_s);
        QVERIFY(!document.film().shot(second)->isNameLocked);
    }

    void aNameGivenBackIsTheRulesOwn()
    {
        Film film = filmOf(u"7A !STORM 7C"_s, {kLetters, 10, false});
        QVERIFY(renameShot(film, film.scenes.first()->shots[1]->id, {}));
        QCOMPARE(order(film), u"7A 7B 7C"_s);
    }

    void lockedFilmsGetNamesInBetween()
    {
        Film film = filmOf(u"12A 12B"_s, {kLetters, 10, false});
        const SceneId scene = film.scenes.first()->id;
        QCOMPARE(nextShotName(film, scene, 1), u"12C"_s);
        QVERIFY(lockShotNames(film, {film.scenes[0]->shots[0]->id, film.scenes[0]->shots[1]->id},
                              true));
        QCOMPARE(nextShotName(film, scene, 1), u"12AA"_s);
        QCOMPARE(nextShotName(film, scene, 2), u"12C"_s);
        QCOMPARE(nextShotName(film, scene, 0), u"A12A"_s);
    }

    void aCopyOfALockedShotIsFree()
    {
        Document document(filmOf(u"!1A !1B"_s, {kLetters, 10, true}));
        QVERIFY(document.edit(u"Duplicate"_s, [](Film& film) -> Result<void> {
            const auto copy = duplicateShot(film, film.scenes[0]->shots[0]->id);
            return copy ? Result<void>() : Result<void>(copy.error());
        }));
        QCOMPARE(order(document.film()), u"1A 1AA 1B"_s);
    }

    void renumberingTakesRuleAndStep()
    {
        Document document(filmOf(u"a b|!X c"_s, {kLetters, 10, false}));
        QVERIFY(document.edit(u"Renumber"_s, [](Film& film) {
            return renumber(film, {kFilm, 5, false});
        }));
        QCOMPARE(order(document.film()), u"005 010 | X 015"_s);
        QCOMPARE(document.film().settings.numbering.step, 5);
        document.undoStack().undo();
        QCOMPARE(order(document.film()), u"a b | X c"_s);
    }

    void enormousNumbersAreNames()
    {
        Film film = filmOf(u"!2147483647 x"_s, {kFilm, 10, true});
        numberShots(film);
        QCOMPARE(order(film), u"2147483647 010"_s);
    }
};

QTEST_GUILESS_MAIN(NumberingTest)
#include "tst_numbering.moc"
