#include "core/media/audiomix.h"
#include "core/media/audioreader.h"
#include "core/media/probe.h"
#include "core/media/waveform.h"
#include "tests/media/mediasamples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::media;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class Sounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesAndFilesGiveTheSame();
    void otherRatesAreConverted();
    void compressedSoundIsReadFromBytes();
    void clipsAreAddedWhereTheyStand();
    void anyRangeIsACutOfTheWhole();
    void fadesAndGainShapeAClip();
    void loudSumsStayInside();
    void peaksHoldLowestAndHighest();
};

void Sounds::bytesAndFilesGiveTheSame()
{
    const Sound original = tone(1.0);
    const std::vector<std::uint8_t> wav = encodeWav(original);
    const auto fromBytes = readSound(wav, "tone");
    QVERIFY(fromBytes);
    QCOMPARE(fromBytes->frameCount(), original.frameCount());
    QCOMPARE(fromBytes->rate, 48000);
    float largest = 0.0F;
    for (std::size_t i = 0; i < original.samples.size(); ++i)
        largest = std::max(largest, std::abs(fromBytes->samples[i] - original.samples[i]));
    QVERIFY(largest < 2.0F / 32768);

    QTemporaryDir folder;
    QFile file(folder.filePath(u"Ton – 音.wav"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(reinterpret_cast<const char*>(wav.data()), qint64(wav.size()));
    file.close();
    const auto fromFile = readSound(file.fileName().toStdString());
    QVERIFY(fromFile);
    QVERIFY(*fromFile == *fromBytes);

    const auto info = probe(wav, "tone");
    QVERIFY(info);
    QVERIFY(info->sound && !info->video);
    QVERIFY(std::abs(info->seconds - 1.0) < 0.001);
}

void Sounds::otherRatesAreConverted()
{
    const auto sound = readSound(encodeWav(tone(1.0, 440.0, 22050)), "tone", 48000);
    QVERIFY(sound);
    QVERIFY(std::abs(sound->frameCount() - 48000) < 64);
    const Sound expected = tone(1.0);
    double product = 0.0, power = 0.0;
    for (std::size_t i = 24000; i < 72000; i += 2) {
        product += double(sound->samples[i]) * expected.samples[i];
        power += double(expected.samples[i]) * expected.samples[i];
    }
    QVERIFY2(std::abs(product / power - 1.0) < 0.02, qPrintable(QString::number(product / power)));
}

void Sounds::compressedSoundIsReadFromBytes()
{
    QTemporaryDir folder;
    MovieSettings settings;
    settings.width = settings.height = 32;
    settings.soundRate = 44100;
    const QString path = folder.filePath(u"a.mp4"_s);
    QVERIFY(writeMovie(path.toStdString(), settings, 24));
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto sound = readSound(std::span(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                           std::size_t(bytes.size())),
                                 "a.mp4");
    QVERIFY(sound);
    QVERIFY(std::abs(sound->seconds() - 1.0) < 0.05);
    QVERIFY(std::abs(loudness(*sound, 1, 10000, 40000) - 0.3536) < 0.01);
}

void Sounds::clipsAreAddedWhereTheyStand()
{
    auto ones = std::make_shared<Sound>();
    ones->samples.assign(200, 0.25F);
    const MixClip early{ones, 10, 0, 20};
    const MixClip late{ones, 20, 90, 50}; // only 10 frames of sound are left
    MixClip muted = early;
    muted.isMuted = true;
    const std::vector<MixClip> clips{early, late, muted, MixClip{}};
    const std::vector<float> sum = mix(clips, 0, 40);
    QCOMPARE(sum.size(), std::size_t(80));
    for (int i = 0; i < 40; ++i) {
        const float expected =
            (i >= 10 && i < 30 ? 0.25F : 0.0F) + (i >= 20 && i < 30 ? 0.25F : 0.0F);
        QCOMPARE(sum[std::size_t(i) * 2], expected);
        QCOMPARE(sum[std::size_t(i) * 2 + 1], expected);
    }
}

void Sounds::anyRangeIsACutOfTheWhole()
{
    const auto sound = std::make_shared<const Sound>(tone(0.01));
    const std::vector<MixClip> clips{{sound, 17, 3, 300, -3.0, 40, 60, false},
                                     {sound, 100, 0, 480, 2.0, 0, 0, false}};
    const std::vector<float> whole = mix(clips, -50, 800);
    for (const auto& [first, count] : {std::pair(-50, 10), std::pair(0, 33), std::pair(90, 401)}) {
        const std::vector<float> part = mix(clips, first, count);
        for (std::size_t i = 0; i < part.size(); ++i)
            QCOMPARE(part[i], whole[std::size_t(first + 50) * 2 + i]);
    }
    QVERIFY(mix(clips, 0, 0).empty());
    QVERIFY(mix(clips, 0, -5).empty());
}

void Sounds::fadesAndGainShapeAClip()
{
    auto ones = std::make_shared<Sound>();
    ones->samples.assign(2000, 0.5F);
    const MixClip clip{ones, 0, 0, 1000, -6.0206, 100, 200, false};
    const std::vector<float> sum = mix(std::span(&clip, 1), 0, 1000);
    const auto at = [&](int i) { return sum[std::size_t(i) * 2]; };
    QCOMPARE(at(0), 0.0F);
    QVERIFY(std::abs(at(50) - 0.125F) < 1e-4F);
    QVERIFY(std::abs(at(500) - 0.25F) < 1e-4F);
    QVERIFY(std::abs(at(900) - 0.125F) < 1e-4F);
    QVERIFY(at(999) < 0.002F);
}

void Sounds::loudSumsStayInside()
{
    auto loud = std::make_shared<Sound>();
    loud->samples = {0.9F, -0.9F, 0.5F, -0.5F, 0.2F, -0.2F};
    const MixClip clip{loud, 0, 0, 3, 0.0, 0, 0, false};
    const std::vector<MixClip> twice(4, clip);
    for (const float value : mix(twice, 0, 3))
        QVERIFY(std::abs(value) <= 1.0F);
    const std::vector<float> once = mix(std::span(&clip, 1), 0, 3);
    for (std::size_t i = 0; i < once.size(); ++i)
        QCOMPARE(once[i], loud->samples[i]);
}

void Sounds::peaksHoldLowestAndHighest()
{
    const std::vector<float> samples{0.1F, -0.2F, 0.3F,  0.0F, -0.5F,
                                     0.4F, 0.05F, 0.06F, 0.7F, 0.0F};
    const std::vector<Peak> two = peaks(samples, 2);
    QCOMPARE(two.size(), std::size_t(3));
    QVERIFY((two[0] == Peak{-0.2F, 0.3F}));
    QVERIFY((two[1] == Peak{-0.5F, 0.4F}));
    QVERIFY((two[2] == Peak{0.0F, 0.7F}));
    QVERIFY(coarser(peaks(samples, 1), 2) == two);
    QVERIFY(peaks({}, 10).empty());
}

QTEST_GUILESS_MAIN(Sounds)
#include "tst_sounds.moc"
