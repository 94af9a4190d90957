#pragma once

#include "core/base/time.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dollygrip::cli {

/// One option of a command, as its help shows it.
struct Option {
    QString name;  ///< "shot", without dashes
    QString value; ///< "NAME"; empty: a flag without a value
    QString help;
    bool isRequired = false;
    bool isRepeatable = false;
};

/// The words after a command's name, sorted into names of files and options. Readers of values
/// remember the first thing that makes no sense; ask isGood() when all are read.
class Arguments {
public:
    /// `positional`: names of the words that must be there ("FILM"), in brackets those that may.
    Arguments(const QStringList& words, const QStringList& positional,
              const QList<Option>& options);

    bool isGood() const { return m_problem.isEmpty(); }
    /// What is wrong, one sentence for the user.
    QString problem() const { return m_problem; }
    void complain(const QString& problem) const;

    /// A word that is no option; empty if it was left out.
    QString word(int index) const { return m_words.value(index); }
    bool has(const QString& name) const { return m_values.contains(name); }
    QString text(const QString& name, const QString& otherwise = {}) const;
    /// All values of an option that may be repeated.
    QStringList texts(const QString& name) const { return m_values.value(name); }
    double number(const QString& name, double otherwise, double least, double most) const;
    qint64 integer(const QString& name, qint64 otherwise, qint64 least, qint64 most) const;
    /// "1920x1080".
    std::optional<QSize> size(const QString& name) const;
    std::optional<FrameRate> rate(const QString& name) const;
    /// "0.1,0.2 0.3,0.4": at least `least` points.
    QList<QPointF> points(const QString& name, int least) const;
    /// One of these words, or the first.
    QString choice(const QString& name, const QStringList& words) const;
    /// "timecode,shot": a list of these words.
    QStringList list(const QString& name) const;

private:
    void readOption(const QStringList& words, qsizetype& index, const QList<Option>& options);

    QStringList m_words;
    QHash<QString, QStringList> m_values;
    mutable QString m_problem;
};

} // namespace dollygrip::cli
