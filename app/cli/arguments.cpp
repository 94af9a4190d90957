#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

Arguments::Arguments(const QStringList& words, const QStringList& positional,
                     const QList<Option>& options)
{
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!onlyWords && words[i] == u"--"_s)
            onlyWords = true;
        else if (!onlyWords && words[i].startsWith(u"--"_s))
            readOption(words, i, options);
        else
            m_words.append(words[i]);
    }
    for (const Option& option : options) {
        if (option.isRequired && !has(option.name))
            complain(tr("--%1 %2 is missing.").arg(option.name, option.value));
    }
    for (qsizetype i = m_words.size(); i < positional.size(); ++i) {
        if (!positional[i].startsWith(u'['))
            complain(tr("%1 is missing.").arg(positional[i]));
    }
    if (m_words.size() > positional.size())
        complain(tr("“%1” is one word too many.").arg(m_words[positional.size()]));
}

void Arguments::readOption(const QStringList& words, qsizetype& index, const QList<Option>& options)
{
    const QString word = words[index].mid(2);
    const QString name = word.section(u'=', 0, 0);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const Option& each) { return each.name == name; });
    if (option == options.end()) {
        complain(tr("There is no option --%1 here.").arg(name));
        return;
    }
    if (has(name) && !option->isRepeatable)
        complain(tr("--%1 is given twice.").arg(name));
    QString value;
    if (option->value.isEmpty()) {
        if (word.contains(u'='))
            complain(tr("--%1 takes no value.").arg(name));
    } else if (word.contains(u'=')) {
        value = word.section(u'=', 1);
    } else if (index + 1 < words.size()) {
        value = words[++index];
    } else {
        complain(tr("--%1 needs a value: %2.").arg(name, option->value));
    }
    m_values[name].append(value);
}

void Arguments::complain(const QString& problem) const
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

QString Arguments::text(const QString& name, const QString& otherwise) const
{
    return has(name) ? m_values[name].last() : otherwise;
}

double Arguments::number(const QString& name, double otherwise, double least, double most) const
{
    if (!has(name))
        return otherwise;
    bool isNumber = false;
    const double value = text(name).toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most))
        complain(tr("--%1 %2 is no number between %3 and %4.")
                     .arg(name, text(name))
                     .arg(least)
                     .arg(most));
    return value;
}

qint64 Arguments::integer(const QString& name, qint64 otherwise, qint64 least, qint64 most) const
{
    if (!has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 value = text(name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        complain(tr("--%1 %2 is no whole number between %3 and %4.")
                     .arg(name, text(name))
                     .arg(least)
                     .arg(most));
    return value;
}

std::optional<QSize> Arguments::size(const QString& name) const
{
    if (!has(name))
        return std::nullopt;
    const QStringList sides = text(name).split(u'x');
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    if (sides.size() != 2 || !isWidth || !isHeight || size.width() < 16 || size.height() < 16
        || size.width() > 8192 || size.height() > 8192) {
        complain(
            tr("--%1 %2 is no size such as 1920x1080, 16 to 8192 each way.").arg(name, text(name)));
        return std::nullopt;
    }
    return size;
}

std::optional<FrameRate> Arguments::rate(const QString& name) const
{
    if (!has(name))
        return std::nullopt;
    const auto rate = frameRateFromText(text(name).toStdString());
    if (!rate) {
        complain(tr("--%1 %2 is no frame rate such as 24 or 24000/1001.").arg(name, text(name)));
        return std::nullopt;
    }
    return *rate;
}

QList<QPointF> Arguments::points(const QString& name, int least) const
{
    QList<QPointF> points;
    for (const QString& pair : text(name).split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = pair.split(u',');
        bool isX = false;
        bool isY = false;
        const QPointF point(parts.value(0).toDouble(&isX), parts.value(1).toDouble(&isY));
        if (parts.size() != 2 || !isX || !isY || !std::isfinite(point.x())
            || !std::isfinite(point.y())) {
            complain(tr("--%1: “%2” is no point such as 0.25,0.5.").arg(name, pair));
            return points;
        }
        points.append(point);
    }
    if (has(name) && points.size() < least)
        complain(tr("--%1 needs at least %2 points.").arg(name).arg(least));
    return points;
}

QString Arguments::choice(const QString& name, const QStringList& words) const
{
    const QString value = text(name, words.first());
    if (!words.contains(value))
        complain(tr("--%1 %2 is none of: %3.").arg(name, value, words.join(u", "_s)));
    return value;
}

QStringList Arguments::list(const QString& name) const
{
    return text(name).split(u',', Qt::SkipEmptyParts);
}

} // namespace dollygrip::cli
