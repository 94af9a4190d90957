#include "core/takes/takejson.h"

#include "core/project/errortext.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace dollygrip {
namespace {

constexpr qint64 kLargestFile = 1 << 20;
constexpr int kFormat = 1;
constexpr FrameIndex kMostFrames = 1'000'000;

QString pathIn(const QString& folder)
{
    return folder + u"/take.json"_s;
}

} // namespace

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
    take.folder = folder;
    if (!seedIsNumber || take.requestHash.isEmpty() || take.size.isEmpty() || take.frames < 1
        || take.frames > kMostFrames || take.rate.num < 1 || take.rate.den < 1
        || !take.made.isValid()) {
        return damaged;
    }
    return take;
}

QString writeTakeJson(const QString& folder, const Take& take)
{
    const QJsonObject json{
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
    QSaveFile file(pathIn(folder));
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    file.write(QJsonDocument(json).toJson());
    return file.commit() ? QString() : file.errorString();
}

} // namespace dollygrip
