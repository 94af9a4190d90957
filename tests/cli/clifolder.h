#pragma once

#include "core/project/film.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace dollygrip::test {

/// What the program printed, and its exit code.
struct Run {
    int code = -1;
    QString out;
    QString err;
    QString lastLine() const { return out.trimmed().section(u'\n', -1); }
    QJsonObject json() const;
};

/// A folder in which dollygrip-cli runs, with two drawings (far.png, near.png) and a sound
/// (tone.wav) to begin with.
class CliFolder {
public:
    CliFolder();

    /// From now on a program runs whose generator is the fake one of tests/support.
    void useFakeGenerator() { m_program = QStringLiteral("/tests/bin/fakecli"); }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Writes a file; returns its name.
    QString put(const QString& name, const QByteArray& bytes) const;
    Run run(const QStringList& words) const;
    /// Runs, and checks that it says SUCCESS and nothing to stderr.
    void succeeds(const QStringList& words) const;
    /// The film as it is on the disk; empty when it cannot be read.
    Film film(const QString& name) const;
    QJsonObject jsonFile(const QString& name) const;
    /// filmName(): one shot 1A of six frames at 25 a second, 320 x 180, with two layers.
    void makeFilm() const;
    static QString filmName();

private:
    QTemporaryDir m_folder;
    QString m_program = QStringLiteral("/bin/dollygrip-cli");
};

} // namespace dollygrip::test
