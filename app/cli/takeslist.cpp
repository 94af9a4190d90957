#include "app/cli/takeslist.h"

#include "core/takes/takereport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

QJsonObject takeJson(const Take& take, const QString& shotName)
{
    QJsonArray conditioning;
    for (const TakeSignal& signal : take.conditioning)
        conditioning.append(
            QJsonObject{{u"signal"_s, signal.name}, {u"frames"_s, qint64(signal.frames)}});
    return {{u"shot"_s, shotName},
            {u"take"_s, take.id.toText()},
            {u"hash"_s, take.requestHash},
            {u"quality"_s, take.quality},
            {u"model"_s, take.model},
            {u"modelName"_s, take.modelName},
            {u"seed"_s, QString::number(take.seed)},
            {u"prompt"_s, take.prompt},
            {u"frames"_s, qint64(take.frames)},
            {u"width"_s, take.size.width()},
            {u"height"_s, take.size.height()},
            {u"made"_s, take.made.toUTC().toString(Qt::ISODateWithMs)},
            {u"seconds"_s, take.seconds},
            {u"steps"_s, take.steps},
            {u"stepsDone"_s, take.stepsDone},
            {u"isStoppedEarly"_s, take.isStoppedEarly()},
            {u"conditioning"_s, conditioning},
            {u"report"_s, take.report},
            {u"note"_s, take.note},
            {u"folder"_s, take.folder}};
}

QString takeText(const Take& take)
{
    QString text = tr("%1 frames of %2 x %3 in %4 s")
                       .arg(take.frames)
                       .arg(take.size.width())
                       .arg(take.size.height())
                       .arg(take.seconds, 0, 'f', 1);
    if (!take.modelName.isEmpty())
        text += u", "_s + take.modelName;
    if (take.isStoppedEarly())
        text += u", "_s + tr("stopped after %1 of %2 steps").arg(take.stepsDone).arg(take.steps);
    else if (take.steps > 0)
        text += u", "_s + tr("%1 steps").arg(take.steps);
    const TakeScore score = takeScore(take);
    if (score.motionError)
        text += u", "_s + tr("motion %1 % off").arg(*score.motionError, 0, 'f', 1);
    if (score.travel)
        text += u", "_s + tr("longest way %1 %").arg(*score.travel, 0, 'f', 1);
    if (score.lost > 0)
        text += u", "_s + tr("%1 of %2 motions not found").arg(score.lost).arg(score.asked);
    if (score.likeness)
        text += u", "_s + tr("%1 % alike").arg(*score.likeness * 100, 0, 'f', 0);
    return text;
}

} // namespace dollygrip::cli
