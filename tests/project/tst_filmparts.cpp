#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/filmjson.h"
#include "core/project/filmparts.h"
#include "tests/support/filmbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dollygrip;
using namespace Qt::StringLiterals;

namespace {

Film source()
{
    return test::film()
        .castMember(u"Anna"_s, u"red coat"_s, 7, 1)
        .castMember(u"Bertha"_s)
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .picture(test::testPicture(32, 18))
        .region({{0.2, 0.2}, {0.4, 0.2}, {0.3, 0.5}})
        .arrow({{0.3, 0.3}, {0.6, 0.3}})
        .change([](Shot& shot) { shot.prompt = u"Anna waits"_s; })
        .shot(u"1B"_s, 24)
        .stroke({{0.1, 0.1}, {0.9, 0.9}})
        .panel(0.5)
        .stroke({{0.2, 0.1}, {0.9, 0.9}})
        .build();
}

QList<PanelId> allPanels(const Film& film)
{
    QList<PanelId> panels;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels)
                panels += panel->id;
        }
    }
    return panels;
}

FilmPart copied(const Film& film)
{
    auto part = partFromText(partToText(film, allPanels(film)));
    return part ? *part : FilmPart{};
}

QByteArray changed(const Film& film, const std::function<void(QJsonObject&)>& change)
{
    QJsonObject json = QJsonDocument::fromJson(partToText(film, allPanels(film))).object();
    change(json);
    return QJsonDocument(json).toJson();
}

} // namespace

class FilmPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shotsTravelWithPicturesAndCast()
    {
        const FilmPart part = copied(source());
        QVERIFY(!part.arePanels);
        QCOMPARE(part.film.shotCount(), 2);
        QCOMPARE(part.film.cast.size(), 1); // Bertha is in none of them
        QCOMPARE(part.film.assets.size(), 2);
        Document other(test::film().scene(u"X"_s).shot(u"1A"_s).build());
        QList<ShotId> made;
        QVERIFY(other.edit(u"Paste"_s, [&](Film& film) -> Result<void> {
            auto pasted = pasteShots(film, part, film.scenes.first()->id, 1);
            if (!pasted)
                return pasted.error();
            made = *pasted;
            return {};
        }));
        const Film& film = other.film();
        QCOMPARE(film.shotCount(), 3);
        QCOMPARE(film.scenes[0]->shots[1]->id, made[0]);
        QCOMPARE(film.scenes[0]->shots[1]->prompt, u"Anna waits"_s);
        QCOMPARE(film.scenes[0]->shots[1]->regions.size(), 1);
        QVERIFY(film.castNamed(u"Anna"_s));
        QCOMPARE(film.assets.size(), 2);
        QCOMPARE(other.undoStack().count(), 1);
        QVERIFY(film.check());
    }

    void pastingTwiceMakesTwoThings()
    {
        Film film = source();
        const FilmPart part = copied(film);
        const SceneId scene = film.scenes.first()->id;
        QVERIFY(pasteShots(film, part, scene, 0));
        QVERIFY(pasteShots(film, part, scene, 99));
        QCOMPARE(film.shotCount(), 6);
        QCOMPARE(film.cast.size(), 2);
        QVERIFY(film.check());
    }

    void somePanelsOfAShotArePanels()
    {
        Film film = source();
        const auto shot = film.shotNamed(u"1B"_s);
        const auto part = partFromText(partToText(film, {shot->panels[1]->id}));
        QVERIFY(part.has_value());
        QVERIFY(part->arePanels);
        QCOMPARE(part->film.scenes[0]->shots[0]->panels.size(), 1);
        QCOMPARE(part->film.scenes[0]->shots[0]->length, FrameIndex(12));
        const auto made = pastePanels(film, *part, shot->id, 1);
        QVERIFY(made.has_value());
        const auto after = film.shotNamed(u"1B"_s);
        QCOMPARE(after->panels.size(), 3);
        QCOMPARE(after->length, FrameIndex(36));
        QCOMPARE(after->panels[1]->id, made->first());
        QVERIFY(film.check());
    }

    void anotherFilmsFrameAndRateAreKeptInProportion()
    {
        Film film = test::film().size(1080, 1080).rate(12).scene(u"X"_s).build();
        const FilmPart part = copied(source());
        QVERIFY(pasteShots(film, part, film.scenes.first()->id, 0));
        const auto shot = film.scenes[0]->shots[1];
        QCOMPARE(shot->length, FrameIndex(12));
        const Stroke& stroke = *shot->panels[0]->layers[0].strokes[0];
        QCOMPARE(stroke.points[0].x, 0.1F);
        QVERIFY(std::abs(stroke.points[0].y - (0.5F - 0.4F * 9 / 16)) < 1e-6F);
        QVERIFY(film.check());
    }

    void sharedBackgroundsStayShared()
    {
        Film film = source();
        const SharedId shared = SharedId::create();
        const auto shot = film.shotNamed(u"1B"_s);
        QVERIFY(changeLayer(film, shot->id, shot->panels[0]->layers[0].id,
                            [&](Layer& layer) -> Result<void> {
                                layer.shared = shared;
                                return {};
                            }));
        const FilmPart part = copied(film);
        QVERIFY(pasteShots(film, part, film.scenes.first()->id, 9));
        QCOMPARE(film.scenes[0]->shots[3]->panels[0]->layers[0].shared, std::optional(shared));
        // Drawn on meanwhile: another sheet.
        QVERIFY(changeLayer(film, shot->id, shot->panels[0]->layers[0].id,
                            [&](Layer& layer) -> Result<void> {
                                layer.strokes.clear();
                                return {};
                            }));
        Film other = film;
        QVERIFY(removeShot(other, film.scenes[0]->shots[3]->id));
        QVERIFY(pasteShots(other, part, other.scenes.first()->id, 9));
        QVERIFY(other.scenes[0]->shots[4]->panels[0]->layers[0].shared != std::optional(shared));
    }

    void hostileTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const Film film = source();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("shots, please");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("something else's JSON") << QByteArray("{\"a\": 1}");
        QTest::newRow("cut off") << partToText(film, allPanels(film)).chopped(40);
        QTest::newRow("deep") << QByteArray("{\"clipboard\":") + QByteArray(5000, '[');
        QTest::newRow("no shots") << changed(
            film, [](QJsonObject& json) { json[u"scenes"_s] = QJsonArray(); });
        QTest::newRow("names a file") << changed(film, [](QJsonObject& json) {
            json[u"assets"_s] =
                QJsonArray{QJsonObject{{u"hash"_s, u"x"_s}, {u"file"_s, u"/etc/passwd"_s}}};
        });
        QTest::newRow("bytes that are not the hash's") << changed(film, [](QJsonObject& json) {
            QJsonArray assets = json[u"assets"_s].toArray();
            QJsonObject first = assets[0].toObject();
            first[u"base64"_s] = u"AAAA"_s;
            assets[0] = first;
            json[u"assets"_s] = assets;
        });
        QTest::newRow("a picture that is missing")
            << changed(film, [](QJsonObject& json) { json[u"assets"_s] = QJsonArray(); });
        QTest::newRow("a newer format")
            << changed(film, [](QJsonObject& json) { json[u"format"_s] = 999; });
        QTest::newRow("no frame size") << changed(film, [](QJsonObject& json) {
            json[u"settings"_s] = QJsonObject{{u"width"_s, 0}, {u"height"_s, 0}};
        });
        QTest::newRow("a shot without length") << changed(film, [](QJsonObject& json) {
            QJsonArray scenes = json[u"scenes"_s].toArray();
            QJsonObject scene = scenes[0].toObject();
            QJsonArray shots = scene[u"shots"_s].toArray();
            QJsonObject shot = shots[0].toObject();
            shot[u"length"_s] = -5;
            shots[0] = shot;
            scene[u"shots"_s] = shots;
            scenes[0] = scene;
            json[u"scenes"_s] = scenes;
        });
    }
    void hostileTextIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto part = partFromText(text);
        QVERIFY(!part);
        QCOMPARE(errorName(part.error().code), "Refused");
        QCOMPARE(QString::fromStdString(part.error().subject), u"clipboard"_s);
        QVERIFY(!part.error().detail.empty());
    }
};

QTEST_GUILESS_MAIN(FilmPartsTest)
#include "tst_filmparts.moc"
