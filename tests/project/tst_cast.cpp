#include "core/project/castofshot.h"
#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

#include <limits>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const QString& prompt, const QStringList& cast)
{
    FilmBuilder builder = film().shot(u"1A"_s).change([&](Shot& shot) { shot.prompt = prompt; });
    for (const QString& name : cast)
        builder.castMember(name);
    const Film film = builder.build();
    QStringList names;
    for (const auto& member : castOfShot(*firstShot(film), film))
        names.append(member->name);
    return names;
}

Film withPrompt(const QString& prompt)
{
    return film()
        .shot(u"1A"_s)
        .change([&](Shot& shot) { shot.prompt = prompt; })
        .castMember(u"Anna"_s, u"a woman of forty, red coat"_s, 42, 2)
        .castMember(u"Ben"_s, u"a boy. He limps!"_s, 7, 1)
        .castMember(u"Old Man"_s)
        .build();
}

} // namespace

class TestCast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreFoundAsWholeWords_data();
    void namesAreFoundAsWholeWords();
    void listedMembersComeAfterNamedOnes();
    void wordsStandBehindThePromptOnce_data();
    void wordsStandBehindThePromptOnce();
    void theFirstMemberWithASeedLeads();
    void shotsKeepWhomTheyListWhenAMemberGoes();
    void namesAreThereOnce();
    void brokenCastIsRefused_data();
    void brokenCastIsRefused();
    void brokenShootingIsRefused_data();
    void brokenShootingIsRefused();
};

void TestCast::namesAreFoundAsWholeWords_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QStringList>("cast");
    QTest::addColumn<QStringList>("found");
    const QStringList anna{u"Anna"_s};
    const QStringList none;
    QTest::newRow("plain") << u"Anna walks in"_s << anna << anna;
    QTest::newRow("at the end") << u"a door opens, then Anna"_s << anna << anna;
    QTest::newRow("other case") << u"ANNA walks, anna stops"_s << anna << anna;
    QTest::newRow("possessive") << u"Anna's coat"_s << anna << anna;
    QTest::newRow("typographic possessive") << u"Anna’s coat"_s << anna << anna;
    QTest::newRow("quoted") << u"„Anna“ und \"Anna\" (Anna), «Anna»: 'Anna'"_s << anna << anna;
    QTest::newRow("with punctuation") << u"Anna, Anna; Anna. Anna! …Anna…"_s << anna << anna;
    QTest::newRow("dashes") << u"the door—Anna—closes"_s << anna << anna;
    QTest::newRow("longer word") << u"Annabel and Hanna"_s << anna << none;
    QTest::newRow("hyphenated name") << u"Anna-Lena and Marie-Anna"_s << anna << none;
    QTest::newRow("digits") << u"Anna2 and 2Anna"_s << anna << none;
    QTest::newRow("underscore") << u"Anna_2"_s << anna << none;
    QTest::newRow("accent follows") << u"Anna\u0301 walks"_s << anna << none;
    QTest::newRow("umlauts") << u"JÜRGEN geht"_s << QStringList{u"Jürgen"_s}
                             << QStringList{u"Jürgen"_s};
    QTest::newRow("decomposed letters")
        << u"Ju\u0308rgen geht"_s << QStringList{u"Jürgen"_s} << QStringList{u"Jürgen"_s};
    QTest::newRow("letters of another script")
        << u"Входит АННА."_s << QStringList{u"Анна"_s} << QStringList{u"Анна"_s};
    QTest::newRow("part of a word of another script")
        << u"Жанна"_s << QStringList{u"Анна"_s} << none;
    QTest::newRow("signs in a name") << u"R2-D2 (v1.0) rolls"_s << QStringList{u"R2-D2 (v1.0)"_s}
                                     << QStringList{u"R2-D2 (v1.0)"_s};
    QTest::newRow("a dot is a dot") << u"MrX waits"_s << QStringList{u"Mr.X"_s} << none;
    QTest::newRow("two words") << u"the old\n  man sits"_s << QStringList{u"Old Man"_s}
                               << QStringList{u"Old Man"_s};
    QTest::newRow("the longer name wins")
        << u"Anna Berg walks"_s << QStringList{u"Anna"_s, u"Anna Berg"_s}
        << QStringList{u"Anna Berg"_s};
    QTest::newRow("both of them") << u"Anna Berg meets Anna"_s
                                  << QStringList{u"Anna"_s, u"Anna Berg"_s}
                                  << QStringList{u"Anna Berg"_s, u"Anna"_s};
    QTest::newRow("in the order of the prompt")
        << u"Ben, then Anna, then Ben"_s << QStringList{u"Anna"_s, u"Ben"_s}
        << QStringList{u"Ben"_s, u"Anna"_s};
    QTest::newRow("empty prompt") << QString() << anna << none;
}

void TestCast::namesAreFoundAsWholeWords()
{
    QFETCH(QString, prompt);
    QFETCH(QStringList, cast);
    QFETCH(QStringList, found);
    QCOMPARE(namesIn(prompt, cast), found);
}

void TestCast::listedMembersComeAfterNamedOnes()
{
    Film film = withPrompt(u"Ben runs"_s);
    Shot shot = *firstShot(film);
    shot.shooting.cast = {film.cast[0]->id, CastId::create(), film.cast[1]->id, film.cast[0]->id};
    const auto seen = castOfShot(shot, film);
    QCOMPARE(seen, (QList{film.cast[1], film.cast[0]}));
}

void TestCast::wordsStandBehindThePromptOnce_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("sent");
    QTest::newRow("nobody") << u"  a street "_s << u"  a street "_s;
    QTest::newRow("one") << u"Anna walks and Anna stops "_s
                         << u"Anna walks and Anna stops. Anna: a woman of forty, red coat."_s;
    QTest::newRow("a sentence") << u"Anna walks!"_s
                                << u"Anna walks! Anna: a woman of forty, red coat."_s;
    QTest::newRow("two") << u"Ben meets Anna"_s
                         << u"Ben meets Anna. Ben: a boy. He limps! "
                            "Anna: a woman of forty, red coat."_s;
    QTest::newRow("said already") << u"Anna, A woman of  forty,\nred coat, walks"_s
                                  << u"Anna, A woman of  forty,\nred coat, walks"_s;
    QTest::newRow("no words") << u"the old man sits"_s << u"the old man sits"_s;
}

void TestCast::wordsStandBehindThePromptOnce()
{
    QFETCH(QString, prompt);
    QFETCH(QString, sent);
    const Film film = withPrompt(prompt);
    QCOMPARE(promptWithCast(*firstShot(film), film), sent);
}

void TestCast::theFirstMemberWithASeedLeads()
{
    const auto seedOf = [](const QString& prompt, quint64 own) {
        const Film film = withPrompt(prompt);
        Shot shot = *firstShot(film);
        shot.seed = own;
        return seedWithCast(shot, film);
    };
    QCOMPARE(seedOf(u"a street"_s, 5), quint64(5));
    QCOMPARE(seedOf(u"Anna walks"_s, 1), quint64(42)); // in every shot that leaves its seed alone
    QCOMPARE(seedOf(u"Anna meets Ben"_s, 1), quint64(42));
    QCOMPARE(seedOf(u"Ben meets Anna"_s, 1), quint64(7));
    QCOMPARE(seedOf(u"the old man meets Ben"_s, 1), quint64(7));
    QCOMPARE(seedOf(u"the old man"_s, 3), quint64(3));
    QCOMPARE(seedOf(u"Anna walks"_s, 3), quint64(44)); // another try
    QCOMPARE(seedOf(u"Anna walks"_s, 0), quint64(41));
    QCOMPARE(seedOf(u"Anna walks"_s, std::numeric_limits<quint64>::max()), quint64(40));
}

void TestCast::shotsKeepWhomTheyListWhenAMemberGoes()
{
    Film film = withPrompt(u"a street"_s);
    const CastId anna = film.cast[0]->id;
    QVERIFY(changeShot(film, firstShot(film)->id, [&](Shot& shot) -> Result<void> {
                shot.shooting.cast = {anna};
                return {};
            }).has_value());
    const auto shot = firstShot(film);
    QVERIFY(removeCastMember(film, anna).has_value());
    QVERIFY(film.check().has_value());
    QCOMPARE(firstShot(film), shot);
    QVERIFY(castOfShot(*shot, film).isEmpty());
    QCOMPARE(removeCastMember(film, anna).error().code, ErrorCode::NotFound);
}

void TestCast::namesAreThereOnce()
{
    Film film = withPrompt(u"a street"_s);
    const Film before = film;
    CastMember member;
    member.name = u"ANNA"_s;
    QCOMPARE(addCastMember(film, member).error().code, ErrorCode::Refused);
    QVERIFY(film == before);
    const auto rename = [&](const QString& name) {
        return changeCastMember(film, film.cast[1]->id, [&](CastMember& each) -> Result<void> {
            each.name = name;
            return {};
        });
    };
    QCOMPARE(rename(u"anna"_s).error().code, ErrorCode::Refused);
    QVERIFY(film == before);
    QVERIFY(rename(u"BEN"_s).has_value());
    QCOMPARE(film.castNamed(u"ben"_s)->name, u"BEN"_s);
}

void TestCast::brokenCastIsRefused_data()
{
    using Change = std::function<void(Film&, CastMember&)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("no name") << Change([](Film&, CastMember& each) { each.name = u" "_s; });
    QTest::newRow("two lines") << Change([](Film&, CastMember& each) { each.name = u"A\nB"_s; });
    QTest::newRow("endless name") << Change(
        [](Film&, CastMember& each) { each.name = QString(101, u'x'); });
    QTest::newRow("the same name")
        << Change([](Film& film, CastMember& each) { each.name = film.cast[1]->name.toUpper(); });
    QTest::newRow("the same id") << Change(
        [](Film& film, CastMember& each) { each.id = film.cast[1]->id; });
    QTest::newRow("a picture that is not there")
        << Change([](Film&, CastMember& each) { each.pictures = {u"0123"_s}; });
    QTest::newRow("too many pictures") << Change(
        [](Film&, CastMember& each) { each.pictures = QList<QString>(17, each.pictures[0]); });
}

void TestCast::brokenCastIsRefused()
{
    QFETCH(std::function<void(Film&, CastMember&)>, change);
    Film film = withPrompt(u"a street"_s);
    QVERIFY(film.check().has_value());
    const Film whole = film;
    CastMember broken = *film.cast[0];
    change(film, broken);
    film.cast[0] = std::make_shared<const CastMember>(broken);
    QCOMPARE(film.check().error().code, ErrorCode::Refused);
    QCOMPARE(film.checkAfter(&whole).error().code, ErrorCode::Refused);
    QVERIFY(!film.checkAfter(&whole).error().detail.empty());
}

void TestCast::brokenShootingIsRefused_data()
{
    using Change = std::function<void(Shooting&)>;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<Change>("change");
    QTest::newRow("strength") << Change([](Shooting& each) { each.strength = 2.1; });
    QTest::newRow("strength nan") << Change([nan](Shooting& each) { each.strength = nan; });
    QTest::newRow("start") << Change([](Shooting& each) { each.startSigma = 1.1; });
    QTest::newRow("held above start") << Change([](Shooting& each) { each.startSigma = 0.5; });
    QTest::newRow("solver") << Change([](Shooting& each) { each.solver = u"a b"_s; });
    QTest::newRow("steps") << Change([](Shooting& each) { each.steps = -1; });
    QTest::newRow("guidance") << Change([](Shooting& each) { each.guidance = 101; });
    QTest::newRow("guidance nan") << Change([nan](Shooting& each) { each.guidance = nan; });
    QTest::newRow("shift") << Change([](Shooting& each) { each.shift = -1; });
    QTest::newRow("LoRA elsewhere") << Change([](Shooting& each) {
        each.loras = {{u"../x"_s, 1}};
    });
    QTest::newRow("LoRA at the root") << Change([](Shooting& each) {
        each.loras = {{u"/x"_s, 1}};
    });
    QTest::newRow("LoRA on a drive") << Change([](Shooting& each) {
        each.loras = {{u"c:x"_s, 1}};
    });
    QTest::newRow("LoRA without a name") << Change([](Shooting& each) { each.loras = {{{}, 1}}; });
    QTest::newRow("LoRA too strong") << Change([](Shooting& each) { each.loras = {{u"x"_s, 9}}; });
    QTest::newRow("too many LoRAs") << Change([](Shooting& each) {
        each.loras = QList<ShotLora>(17, ShotLora{u"x"_s, 1});
    });
}

void TestCast::brokenShootingIsRefused()
{
    QFETCH(std::function<void(Shooting&)>, change);
    Film film = withPrompt(u"a street"_s);
    const Film whole = film;
    QVERIFY(changeShot(film, firstShot(film)->id, [&](Shot& shot) -> Result<void> {
                change(shot.shooting);
                return {};
            }).has_value());
    QCOMPARE(film.check().error().code, ErrorCode::Refused);
    QCOMPARE(film.checkAfter(&whole).error().code, ErrorCode::Refused);
    QCOMPARE(film.check().error().subject, std::string("1A"));
}

QTEST_GUILESS_MAIN(TestCast)
#include "tst_cast.moc"
