#include "tests/cli/clifolder.h"

#include "core/project/filmstore.h"
#include "tests/support/filmbuilder.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <cmath>

namespace dollygrip::test {

using namespace Qt::StringLiterals;

namespace {

/// A second of a tone as a WAV file.
QByteArray tone()
{
    QByteArray samples;
    for (int i = 0; i < 48000; ++i) {
        char bytes[2];
        qToLittleEndian<qint16>(qint16(8000 * std::sin(i * 0.05)), bytes);
        samples.append(bytes, 2);
    }
    QByteArray wav = "RIFF";
    const auto number = [&](quint32 value, int size) {
        char bytes[4];
        qToLittleEndian(value, bytes);
        wav.append(bytes, size);
    };
    number(quint32(36 + samples.size()), 4);
    wav += "WAVEfmt ";
    number(16, 4);
    number(1, 2);
    number(1, 2);
    number(48000, 4);
    number(96000, 4);
    number(2, 2);
    number(16, 2);
    wav += "data";
    number(quint32(samples.size()), 4);
    return wav + samples;
}
Run runIn(const QString& folder, const QString& program, const QStringList& words)
{
    QProcess process;
    // What somebody set in the window of this machine must not count.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, folder + u"/.config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, folder + u"/.local"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(DOLLYGRIP_BINARY_DIR) + program, words);
    Run run;
    if (!process.waitForFinished(120000))
        return run;
    run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

} // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

CliFolder::CliFolder()
{
    testPicture(320, 180).save(path(u"far.png"_s));
    QImage near(160, 90, QImage::Format_ARGB32);
    near.fill(Qt::transparent);
    for (int y = 30; y < 60; ++y) {
        for (int x = 60; x < 100; ++x)
            near.setPixel(x, y, qRgb(200, 30, 30));
    }
    near.save(path(u"near.png"_s));
    put(u"tone.wav"_s, tone());
}

QString CliFolder::put(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return name;
}

Run CliFolder::run(const QStringList& words) const
{
    return runIn(m_folder.path(), m_program, words);
}

void CliFolder::succeeds(const QStringList& words) const
{
    const Run run = this->run(words);
    QVERIFY2(run.code == 0, qPrintable(words.join(u' ') + u'\n' + run.err));
    QCOMPARE(run.lastLine(), u"SUCCESS"_s);
    QCOMPARE(run.err, QString());
}

Film CliFolder::film(const QString& name) const
{
    const auto store = FilmStore::open(path(name), OpenMode::ReadOnly);
    return store ? (*store)->openedFilm() : Film();
}

QJsonObject CliFolder::jsonFile(const QString& name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void CliFolder::makeFilm() const
{
    // Made once by the program itself, then copied: a test may need it many times.
    static const CliFolder first;
    const QString name = filmName();
    if (!QFile::exists(first.path(name))) {
        first.succeeds({u"new"_s, name, u"--size"_s, u"320x180"_s, u"--fps"_s, u"25"_s});
        first.succeeds({u"add-shot"_s, name, u"--picture"_s, u"far.png"_s, u"--name"_s, u"1A"_s,
                        u"--length"_s, u"6"_s});
        first.succeeds({u"add-layer"_s, name, u"--shot"_s, u"1A"_s, u"--picture"_s, u"near.png"_s,
                        u"--depth"_s, u"3"_s});
    }
    QVERIFY(QFile::copy(first.path(name), path(name)));
}

QString CliFolder::filmName()
{
    return u"it's \"ü\".dgrip"_s;
}

} // namespace dollygrip::test
