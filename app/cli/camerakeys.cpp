#include "app/cli/camerakeys.h"

#include "core/project/errortext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <numbers>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double kDegree = std::numbers::pi / 180;

Error wrong(const QString& path, const QString& what)
{
    return fileError(ErrorCode::InvalidArgument, path, what);
}

Result<CameraKey> keyFrom(const QJsonObject& json, const QString& path, qsizetype index)
{
    static const QSet<QString> known{u"at"_s,   u"x"_s,    u"y"_s,        u"z"_s,   u"pan"_s,
                                     u"tilt"_s, u"roll"_s, u"focal_mm"_s, u"ease"_s};
    for (const QString& name : json.keys()) {
        if (!known.contains(name))
            return wrong(path, u"key %1 has an unknown “%2”"_s.arg(index).arg(name));
        if (name != u"ease"_s && !json[name].isDouble())
            return wrong(path, u"“%2” of key %1 is no number"_s.arg(index).arg(name));
    }
    if (!json.contains(u"at"_s))
        return wrong(path, u"key %1 has no “at”"_s.arg(index));
    const auto number = [&](const QString& name) { return json[name].toDouble(); };
    CameraKey key;
    key.at = number(u"at"_s);
    key.pose.position = {number(u"x"_s), number(u"y"_s), number(u"z"_s)};
    key.pose.panRad = number(u"pan"_s) * kDegree;
    key.pose.tiltRad = number(u"tilt"_s) * kDegree;
    key.pose.rollRad = number(u"roll"_s) * kDegree;
    key.pose.focalMm = json[u"focal_mm"_s].toDouble(kDefaultFocalMm);
    if (!(key.pose.focalMm > 0))
        return wrong(path, u"the focal length of key %1 is no lens"_s.arg(index));
    const auto ease = easeFromText(json[u"ease"_s].toString(u"none"_s));
    if (!ease)
        return wrong(path, u"“ease” of key %1 is not known"_s.arg(index));
    key.ease = *ease;
    return key;
}

} // namespace

Result<CameraPath> readCameraKeys(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return fileError(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileUnreadable, path, file.errorString());
    QJsonParseError parsed{};
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (json.isNull())
        return wrong(path, parsed.errorString());
    if (!json.isArray() || json.array().isEmpty())
        return wrong(path, u"it is no list of camera keys"_s);
    CameraPath camera;
    for (const QJsonValue& value : json.array()) {
        const auto index = qsizetype(camera.keys.size()) + 1;
        if (!value.isObject())
            return wrong(path, u"key %1 is no object"_s.arg(index));
        const auto key = keyFrom(value.toObject(), path, index);
        if (!key)
            return key.error();
        if (!camera.keys.empty() && key->at <= camera.keys.back().at)
            return wrong(path, u"key %1 does not come after the one before it"_s.arg(index));
        camera.keys.push_back(*key);
    }
    return camera;
}

std::optional<Ease> easeFromText(const QString& text)
{
    if (text == u"none"_s)
        return Ease::None;
    if (text == u"in"_s)
        return Ease::In;
    if (text == u"out"_s)
        return Ease::Out;
    if (text == u"in-out"_s)
        return Ease::InOut;
    if (text == u"hold"_s)
        return Ease::Hold;
    return std::nullopt;
}

} // namespace dollygrip::cli
