#include "core/takes/takejson.h"

#include "core/project/errortext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace dollygrip {
namespace {

constexpr qint64 kLargestFile = 16 << 20; // a report has numbers for every arrow and frame
constexpr int kFormat = 1;
constexpr FrameIndex kMostFrames = 1'000'000;

QString pathIn(const QString& folder)
{
    return folder + u"/take.json"_s;
}

/// Nothing when a name or number makes no sense.
std::optional<QList<TakeSignal>> signalsFrom(const QJsonArray& list)
{
    QList<TakeSignal> found;
    for (const QJsonValue& value : list) {
        const TakeSignal signal{value[u"signal"_s].toString(), value[u"frames"_s].toInteger()};
        if (!isSignalName(signal.name) || signal.frames < 1 || signal.frames > kMostFrames) {
            return std::nullopt;
        }
        found.append(signal);
    }
    return found;
}

QJsonArray toJson(const QList<TakeSignal>& conditioning)
{
    QJsonArray list;
    for (const TakeSignal& signal : conditioning) {
        list.append(QJsonObject{{u"signal"_s, signal.name}, {u"frames"_s, qint64(signal.frames)}});
    }
    return list;
}

} // namespace

bool isSignalName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 32 && name != u"frame"_s
           && std::all_of(name.begin(), name.end(),
                          [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
}

Result<Take> readTakeJson(const QString& folder)
{
    QFile file(pathIn(folder));
    if (!file.exists()) {
        return fileError(ErrorCode::FileNotFound, file.fileName());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    }
    const Error damaged = fileError(ErrorCode::MediaDamaged, file.fileName());
    if (file.size() > kLargestFile) {
        return damaged;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto id = TakeId::fromText(json[u"id"_s].toString());
    const auto shot = ShotId::fromText(json[u"shot"_s].toString());
    Take take;
    if (json[u"format"_s].toInt() != kFormat || !id || !shot) {
        return damaged;
    }
    take.id = *id;
    take.shot = *shot;
    take.requestHash = json[u"request"_s].toString();
    take.quality = json[u"quality"_s].toString();
    take.model = json[u"model"_s].toString();
    bool seedIsNumber = false;
    take.seed = json[u"seed"_s].toString().toULongLong(&seedIsNumber); // 64 bits do not fit JSON
    take.size = QSize(json[u"width"_s].toInt(), json[u"height"_s].toInt());
    take.frames = json[u"frames"_s].toInteger();
    take.rate.num = json[u"rateNum"_s].toInt();
    take.rate.den = json[u"rateDen"_s].toInt();
    take.made = QDateTime::fromString(json[u"made"_s].toString(), Qt::ISODateWithMs);
    take.seconds = json[u"seconds"_s].toDouble();
    take.note = json[u"note"_s].toString();
    // Takes of earlier versions have none of these.
    take.modelName = json[u"modelName"_s].toString();
    take.prompt = json[u"prompt"_s].toString();
    take.steps = json[u"steps"_s].toInt();
    take.stepsDone = json[u"stepsDone"_s].toInt();
    take.report = json[u"report"_s].toObject();
    const auto conditioning = signalsFrom(json[u"conditioning"_s].toArray());
    take.conditioning = conditioning.value_or(QList<TakeSignal>());
    take.folder = folder;
    if (!seedIsNumber || !conditioning || take.steps < 0 || take.stepsDone < 0
        || take.stepsDone > take.steps || take.requestHash.isEmpty() || take.size.isEmpty()
        || take.frames < 1 || take.frames > kMostFrames || take.rate.num < 1 || take.rate.den < 1
        || !take.made.isValid()) {
        return damaged;
    }
    return take;
}

QString writeTakeJson(const QString& folder, const Take& take)
{
    QJsonObject json{
        {u"format"_s, kFormat},
        {u"id"_s, take.id.toText()},
        {u"shot"_s, take.shot.toText()},
        {u"request"_s, take.requestHash},
        {u"quality"_s, take.quality},
        {u"model"_s, take.model},
        {u"seed"_s, QString::number(take.seed)},
        {u"width"_s, take.size.width()},
        {u"height"_s, take.size.height()},
        {u"frames"_s, qint64(take.frames)},
        {u"rateNum"_s, take.rate.num},
        {u"rateDen"_s, take.rate.den},
        {u"made"_s, take.made.toUTC().toString(Qt::ISODateWithMs)},
        {u"seconds"_s, take.seconds},
        {u"note"_s, take.note},
    };
    if (!take.modelName.isEmpty()) {
        json[u"modelName"_s] = take.modelName;
    }
    if (take.steps > 0) {
        json[u"steps"_s] = take.steps;
        json[u"stepsDone"_s] = take.stepsDone;
    }
    if (!take.prompt.isEmpty()) {
        json[u"prompt"_s] = take.prompt;
    }
    if (!take.conditioning.isEmpty()) {
        json[u"conditioning"_s] = toJson(take.conditioning);
    }
    if (!take.report.isEmpty()) {
        json[u"report"_s] = take.report;
    }
    QSaveFile file(pathIn(folder));
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    file.write(QJsonDocument(json).toJson());
    return file.commit() ? QString() : file.errorString();
}

} // namespace dollygrip
