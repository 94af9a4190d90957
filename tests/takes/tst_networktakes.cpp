// Takes that a network shoots: what is asked, what is kept, stopping early, conditioning only.

#include "core/project/filmjson.h"
#include "core/takes/takerequest.h"
#include "core/takes/takerunner.h"
#include "tests/generator/safetensorswriter.h"
#include "tests/support/fakegenerator.h"
#include "tests/support/filmbuilder.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace dollygrip;
using namespace Qt::StringLiterals;
using dollygrip::test::FakeGenerator;
using generator::Quality;

namespace {

const ModelChoice kVace{u"wan-vace-0123"_s, u"Wan 2.1 VACE 1.3B"_s, u"/models/wan"_s};

} // namespace

class NetworkTakesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TakeStore> m_store;
    std::shared_ptr<FakeGenerator> m_fake;
    std::unique_ptr<TakeRunner> m_runner;
    Film m_film;
    std::shared_ptr<const Shot> m_shot;

    generator::Request request(Quality quality, const ModelChoice& model) const
    {
        const PanelPainter painter(m_film, std::make_shared<PictureCache>());
        return takeRequest(*m_shot, m_film, painter, quality, model).value();
    }
    void changeShot(const std::function<void(Shot&)>& change)
    {
        Shot changed = *m_shot;
        change(changed);
        Scene scene = *m_film.scenes[0];
        scene.shots[0] = std::make_shared<const Shot>(changed);
        m_film.scenes[0] = std::make_shared<const Scene>(scene);
        m_shot = scene.shots[0];
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<TakeStore>(m_home->filePath(u"My Film.takes"_s));
        m_fake = std::make_shared<FakeGenerator>();
        m_runner = std::make_unique<TakeRunner>(*m_store, test::runnerOf(m_fake),
                                                std::make_shared<PictureCache>());
        m_film = test::film()
                     .size(64, 36)
                     .shot(u"1A"_s, 6)
                     .stroke({{0.1, 0.1}, {0.9, 0.8}})
                     .change([](Shot& shot) { shot.prompt = u"Anna opens the door"_s; })
                     .castMember(u"Anna"_s, u"red coat"_s, 42, 2)
                     .castMember(u"Ben"_s, u"a boy"_s, 7, 1)
                     .build();
        m_shot = test::firstShot(m_film);
    }
    void cleanup()
    {
        m_runner.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void aNetworksRequestHoldsShootingAndCast()
    {
        changeShot([](Shot& shot) {
            Shooting& shooting = shot.shooting;
            shooting.look = conditioning::ControlLook::Depth;
            shooting.strength = 0.5;
            shooting.givesLastPanel = true;
            shooting.tracks = conditioning::TrackMethod::Ati;
            shooting.startSigma = 0.9;
            shooting.heldSigma = 0.4;
            shooting.solver = u"euler"_s;
            shooting.steps = 8;
            shooting.guidance = 1;
            shooting.shift = 5;
            shooting.loras = {{u"fast.safetensors"_s, 0.5}};
            shot.negativePrompt = u"blur"_s;
        });
        changeShot([&](Shot& shot) { shot.shooting.cast = {m_film.cast[1]->id}; });
        const auto made = request(Quality::Final, kVace);
        QCOMPARE(made.model, std::string("wan-vace-0123"));
        QCOMPARE(made.modelFolder, std::string("/models/wan"));
        QCOMPARE(made.prompt, std::string("Anna opens the door. Anna: red coat. Ben: a boy."));
        QCOMPARE(made.negativePrompt, std::string("blur"));
        QCOMPARE(made.seed, std::uint64_t(42));
        QCOMPARE(made.width, 64);
        QCOMPARE(made.height, 36);
        QCOMPARE(made.sampling.solver, std::string("euler"));
        QCOMPARE(made.sampling.steps, 8);
        QCOMPARE(made.sampling.guidance, 1.0);
        QCOMPARE(made.sampling.shift, 5.0);
        QCOMPARE(made.loras.at(0).file, std::string("fast.safetensors"));
        QCOMPARE(made.loras.at(0).strength, 0.5);
        QCOMPARE(int(made.steering.look), int(conditioning::ControlLook::Depth));
        QCOMPARE(made.steering.strength, 0.5);
        QVERIFY(!made.steering.givesFirstPanel && made.steering.givesLastPanel);
        QCOMPARE(int(made.steering.tracks), int(conditioning::TrackMethod::Ati));
        QCOMPARE(made.steering.startSigma, 0.9);
        QCOMPARE(made.steering.heldSigma, 0.4);
        QCOMPARE(made.steering.references.size(), std::size_t(3));
        QCOMPARE(made.steering.references[0].name, std::string("Anna"));
        QCOMPARE(made.steering.references[2].name, std::string("Ben"));
        QVERIFY(!made.steering.references[0].picture.isNull());
        QVERIFY(made.steering.references[0].picture != made.steering.references[1].picture);
    }

    void aReplacedLoraIsAnotherTake()
    {
        const QTemporaryDir folder;
        const ModelChoice model{kVace.id, kVace.name, folder.path()};
        changeShot([](Shot& shot) { shot.shooting.loras = {{u"fast.safetensors"_s, 0.5}}; });
        const auto takeWith = [&](const std::string& number) {
            const std::string header =
                R"({"x.lora_A.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}})";
            QFile file(folder.filePath(u"fast.safetensors"_s));
            if (file.open(QFile::WriteOnly))
                file.write(QByteArray::fromStdString(safetensorswriter::fileOf(header, number)));
            file.close();
            return request(Quality::Final, model).hash();
        };
        const auto first = takeWith("abcd");
        QCOMPARE(takeWith("abcd"), first);
        QVERIFY(takeWith("abce") != first);
        QVERIFY(QFile::remove(folder.filePath(u"fast.safetensors"_s)));
        QVERIFY(request(Quality::Final, model).loras.at(0).content.empty());
    }

    void completionKnowsNothingOfIt()
    {
        const std::string before = request(Quality::Final, {}).toText();
        changeShot([](Shot& shot) {
            shot.shooting.steps = 8;
            shot.shooting.look = conditioning::ControlLook::Keep;
        });
        QCOMPARE(request(Quality::Final, {}).toText(), before);
        QCOMPARE(request(Quality::Final, {u"completion"_s, {}, {}}).toText(), before);
        const std::string move = request(Quality::Move, {}).toText();
        QCOMPARE(request(Quality::Move, kVace).toText(), move);
        QCOMPARE(request(Quality::Final, {}).prompt, std::string("Anna opens the door"));
    }

    void whereTheModelLiesIsNoPartOfTheHash()
    {
        ModelChoice elsewhere = kVace;
        elsewhere.folder = u"/other"_s;
        QVERIFY(request(Quality::Final, kVace).hash() == request(Quality::Final, elsewhere).hash());
        elsewhere.id = u"wan-t2v-4567"_s;
        QVERIFY(request(Quality::Final, kVace).hash() != request(Quality::Final, elsewhere).hash());
    }

    void aPictureThatCannotBeDecodedIsNamed()
    {
        const auto asset = makeAsset("no picture", u"image/png"_s, u"anna.png"_s);
        m_film.assets.insert(asset->hash, asset);
        CastMember anna = *m_film.cast[0];
        anna.pictures = {asset->hash};
        m_film.cast[0] = std::make_shared<const CastMember>(anna);
        QSignalSpy failed(m_runner.get(), &TakeRunner::failed);
        m_runner->shoot(m_film, m_shot->id, Quality::Draft, kVace);
        m_runner->waitForAll();
        QCOMPARE(failed.size(), 1);
        const auto error = failed.first()[2].value<Error>();
        QCOMPARE(error.code, ErrorCode::MediaDamaged);
        QCOMPARE(error.subject, std::string("anna.png"));
        QVERIFY(m_store->takes().isEmpty());
    }

    void whatTheNetworkGotIsKeptWithTheTake()
    {
        QSignalSpy given(m_runner.get(), &TakeRunner::conditioning);
        m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        QCOMPARE(m_runner->jobs().first().modelName, kVace.name);
        m_runner->waitForAll();
        QCOMPARE(given.size(), 5);
        QCOMPARE(given.first()[1].toString(), u"control"_s);
        const TakeStore again(m_store->folder()); // from the disk
        QCOMPARE(again.takes().size(), 1);
        const Take take = again.takes().first();
        QCOMPARE(take.model, kVace.id);
        QCOMPARE(take.modelName, kVace.name);
        QCOMPARE(take.prompt, u"Anna opens the door. Anna: red coat."_s);
        QCOMPARE(take.seed, quint64(42));
        QCOMPARE(take.steps, 4);
        QCOMPARE(take.stepsDone, 4);
        QVERIFY(!take.isStoppedEarly());
        QCOMPARE(take.conditioning, (QList<TakeSignal>{{u"control"_s, 3}, {u"reference"_s, 2}}));
        const auto kept = again.conditioning(take.id);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[0].first, u"control"_s);
        QCOMPARE(kept[0].second.size(), 3);
        QCOMPARE(QImage(kept[0].second[2]).pixelColor(0, 0), QColor(102, 0, 77));
        QCOMPARE(QImage(kept[1].second[1]).size(), QSize(7 + 1, 8));
    }

    void windowsOfALongShotLeaveNoGap()
    {
        changeShot([](Shot& shot) { shot.length = 20; });
        QSignalSpy given(m_runner.get(), &TakeRunner::conditioning);
        m_runner->shootConditioning(m_film, m_shot->id, Quality::Final, kVace);
        m_runner->waitForAll();
        QCOMPARE(given.size(), 10 + 2 + 1); // not the references again
        m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        m_runner->waitForAll();
        const TakeStore again(m_store->folder());
        QCOMPARE(again.takes().size(), 1);
        QCOMPARE(again.takes().first().conditioning,
                 (QList<TakeSignal>{{u"control"_s, 13}, {u"reference"_s, 2}}));
    }

    void aFilmsWordsAreARequestsWords()
    {
        for (int look = 1; look <= int(conditioning::ControlLook::Depth); ++look) {
            changeShot([&](Shot& shot) { shot.shooting.look = conditioning::ControlLook(look); });
            QCOMPARE(toJson(*m_shot)[u"shooting"_s][u"look"_s].toString().toStdString(),
                     generator::toText(conditioning::ControlLook(look)));
        }
        for (int way = 1; way <= int(conditioning::TrackMethod::Ati); ++way) {
            changeShot([&](Shot& shot) { shot.shooting.tracks = conditioning::TrackMethod(way); });
            QCOMPARE(toJson(*m_shot)[u"shooting"_s][u"tracks"_s].toString().toStdString(),
                     generator::toText(conditioning::TrackMethod(way)));
        }
    }

    void aTakeThatLostItsConditioningIsNotWhole()
    {
        m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        m_runner->waitForAll();
        const Take take = m_store->takes().first();
        QVERIFY(QFile::remove(takeSignalPath(take.folder, u"control"_s, 1)));
        QVERIFY(TakeStore(m_store->folder()).takes().isEmpty());
    }

    void stopHereKeepsWhatThereIs()
    {
        m_fake->act = FakeGenerator::Act::SampleOn;
        QSignalSpy finished(m_runner.get(), &TakeRunner::takeFinished);
        const quint64 job = m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        QVERIFY(!m_runner->jobs().first().canStopHere);
        QTRY_VERIFY(m_runner->jobs().first().canStopHere);
        QTRY_COMPARE(m_runner->jobs().first().done, 2);
        QVERIFY(!m_runner->jobs().first().preview.isNull());
        m_runner->stopHere(job);
        QVERIFY(m_runner->jobs().first().isStopping);
        QVERIFY(!m_runner->jobs().first().canStopHere);
        m_runner->waitForAll();
        QCOMPARE(finished.size(), 1);
        const Take early = finished.first()[1].value<Take>();
        QVERIFY(early.isStoppedEarly());
        QCOMPARE(early.stepsDone, 2);
        QCOMPARE(early.frames, 6);
        QVERIFY(!m_store->takeByHash(early.requestHash));
        QVERIFY(early.folder.endsWith(early.requestHash + u'-' + early.id.toText()));

        // The request can still be shot to its end, and stopped again.
        m_fake->act = FakeGenerator::Act::Shoot;
        m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        m_runner->waitForAll();
        QCOMPARE(m_fake->started.load(), 2);
        QCOMPARE(m_store->takes().size(), 2);
        const TakeStore again(m_store->folder());
        QCOMPARE(again.takes().size(), 2);
        QVERIFY(again.take(early.id)->isStoppedEarly());
        const auto known = again.takeByHash(early.requestHash);
        QVERIFY(known && known->id != early.id);
        QCOMPARE(again.conditioning(early.id).size(), 2);
    }

    void aJobThatWaitsCanBeToldToStopHere()
    {
        m_fake->act = FakeGenerator::Act::SampleOn;
        const quint64 first = m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        QTRY_COMPARE(m_runner->jobs().first().done, 2);
        changeShot([](Shot& shot) { shot.seed = 9; });
        const quint64 second = m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        QTRY_COMPARE(m_runner->jobs().last().stage, u"waiting"_s);
        m_runner->stopHere(second);
        m_runner->stopHere(first);
        m_runner->waitForAll();
        QCOMPARE(m_store->takes().size(), 2);
        QCOMPARE(m_store->takes().last().stepsDone, 1);
    }

    void conditioningAloneMakesNoTake()
    {
        QSignalSpy given(m_runner.get(), &TakeRunner::conditioning);
        QSignalSpy done(m_runner.get(), &TakeRunner::conditioningFinished);
        QSignalSpy taken(m_runner.get(), &TakeRunner::takeFinished);
        const quint64 job = m_runner->shootConditioning(m_film, m_shot->id, Quality::Final, kVace);
        QVERIFY(m_runner->jobs().first().wantsOnlyConditioning);
        m_runner->waitForAll();
        QCOMPARE(given.size(), 5);
        QCOMPARE(given.first()[0].value<quint64>(), job);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.first()[0].value<quint64>(), job);
        QVERIFY(taken.isEmpty());
        QVERIFY(!QDir(m_store->folder()).exists());
    }

    void aLookAtTheConditioningLeavesTheDraftAlone()
    {
        m_fake->act = FakeGenerator::Act::SampleOn;
        QSignalSpy cancelled(m_runner.get(), &TakeRunner::cancelled);
        QSignalSpy done(m_runner.get(), &TakeRunner::conditioningFinished);
        const quint64 draft = m_runner->shoot(m_film, m_shot->id, Quality::Draft, kVace);
        QTRY_COMPARE(m_runner->jobs().first().done, 2);
        const quint64 old = m_runner->shootConditioning(m_film, m_shot->id, Quality::Draft, kVace);
        m_runner->shootConditioning(m_film, m_shot->id, Quality::Draft, kVace);
        QTRY_COMPARE(cancelled.size(), 1); // the newest look wins
        QCOMPARE(cancelled.first()[0].value<quint64>(), old);
        QCOMPARE(m_runner->jobs().size(), 2);
        QTRY_COMPARE(m_runner->jobs().last().stage, u"waiting"_s);
        m_runner->stopHere(draft);
        m_runner->waitForAll();
        QCOMPARE(done.size(), 1);
        QCOMPARE(m_store->takes().size(), 1);
        QCOMPARE(cancelled.size(), 1);
    }

    void aReportIsKept()
    {
        m_runner->shoot(m_film, m_shot->id, Quality::Final, kVace);
        m_runner->waitForAll();
        const TakeId id = m_store->takes().first().id;
        QSignalSpy changed(m_store.get(), &TakeStore::takeChanged);
        const QJsonObject report{{u"motion"_s, QJsonObject{{u"camera"_s, 0.5}}}};
        QVERIFY(m_store->setReport(id, report).has_value());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(TakeStore(m_store->folder()).take(id)->report, report);
        QVERIFY(!m_store->setReport(TakeId::create(), report));
    }
};

QTEST_GUILESS_MAIN(NetworkTakesTest)
#include "tst_networktakes.moc"
