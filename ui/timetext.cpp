#include "ui/timetext.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

QString lengthText(FrameIndex frames, FrameRate rate)
{
    const int nominal = rate.nominal();
    const FrameIndex seconds = frames / nominal;
    const FrameIndex rest = frames % nominal;
    if (seconds == 0)
        return QCoreApplication::translate("TimeText", "%1 f").arg(rest);
    return QCoreApplication::translate("TimeText", "%1 s %2 f")
        .arg(seconds)
        .arg(rest, 2, 10, QLatin1Char('0'));
}

QString changeText(FrameIndex frames, FrameRate rate)
{
    const QString sign = frames < 0 ? u"\u2212"_s : frames > 0 ? u"+"_s : u"\u00b1"_s;
    return sign + lengthText(frames < 0 ? -frames : frames, rate);
}

QString durationText(double seconds)
{
    const auto whole = qint64(std::lround(std::max(0.0, seconds)));
    const QString tail =
        u"%1:%2"_s.arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
            .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole >= 3600 ? u"%1:"_s.arg(whole / 3600) + tail : tail;
}

} // namespace dollygrip::ui
