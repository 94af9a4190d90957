// The whole film as one JSON object: dump, named versions, the sample film.

#include "core/project/filmjson.h"
#include "core/project/jsonreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

Error damaged(const QString& what)
{
    return Error{ErrorCode::FilmDamaged, "film", what.toStdString()};
}

Result<std::shared_ptr<const Asset>> assetFrom(const QJsonObject& json, const QString& folder)
{
    const QString name = json[u"name"_s].toString();
    const QString mime = json[u"mime"_s].toString();
    QByteArray bytes;
    if (json.contains(u"base64"_s)) {
        bytes = QByteArray::fromBase64(json[u"base64"_s].toString().toLatin1());
    } else if (json.contains(u"file"_s)) {
        const QString path = QDir(folder).filePath(json[u"file"_s].toString());
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable, path.toStdString(),
                         file.errorString().toStdString()};
        bytes = file.readAll();
    } else {
        return damaged(u"asset %1 has no bytes"_s.arg(name));
    }
    auto asset = makeAsset(bytes, mime, name);
    const QString hash = json[u"hash"_s].toString();
    if (!hash.isEmpty() && json.contains(u"base64"_s) && asset->hash != hash)
        return damaged(u"the bytes of asset %1 are not the ones that were stored"_s.arg(name));
    return asset;
}

/// A film written by hand names its sounds and pictures as it likes ("hash": "rain"); what it
/// calls them is replaced by the hash of the bytes.
void renameAssets(Film& film, const QHash<QString, QString>& names)
{
    for (auto& track : film.audio) {
        AudioTrack changed = *track;
        for (AudioClip& clip : changed.clips)
            clip.sound = names.value(clip.sound, clip.sound);
        if (!(changed == *track))
            track = std::make_shared<const AudioTrack>(std::move(changed));
    }
    for (auto& member : film.cast) {
        CastMember changed = *member;
        for (QString& picture : changed.pictures)
            picture = names.value(picture, picture);
        if (!(changed == *member))
            member = std::make_shared<const CastMember>(std::move(changed));
    }
    for (auto& scene : film.scenes) {
        Scene changedScene = *scene;
        bool isChanged = false;
        for (auto& shot : changedScene.shots) {
            Shot changed = *shot;
            for (auto& panel : changed.panels) {
                Panel copy = *panel;
                for (Layer& layer : copy.layers)
                    layer.picture = names.value(layer.picture, layer.picture);
                if (!(copy == *panel))
                    panel = std::make_shared<const Panel>(std::move(copy));
            }
            if (!(changed == *shot)) {
                shot = std::make_shared<const Shot>(std::move(changed));
                isChanged = true;
            }
        }
        if (isChanged)
            scene = std::make_shared<const Scene>(std::move(changedScene));
    }
}

} // namespace

QJsonObject filmToJson(const Film& film, bool withAssetBytes)
{
    QJsonObject json = film.unknown;
    json[u"format"_s] = kFilmFormat;
    json[u"settings"_s] = toJson(film.settings);
    QJsonArray scenes;
    for (const auto& scene : film.scenes) {
        QJsonObject object = toJson(*scene);
        QJsonArray shots;
        for (const auto& shot : scene->shots)
            shots.append(toJson(*shot));
        object[u"shots"_s] = shots;
        scenes.append(object);
    }
    json[u"scenes"_s] = scenes;
    QJsonArray audio;
    for (const auto& track : film.audio)
        audio.append(toJson(*track));
    json[u"audio"_s] = audio;
    QJsonArray cast;
    for (const auto& member : film.cast)
        cast.append(toJson(*member));
    json[u"cast"_s] = cast;
    QStringList hashes = film.assets.keys();
    std::sort(hashes.begin(), hashes.end());
    QJsonArray assets;
    for (const QString& hash : hashes) {
        const Asset& asset = *film.assets[hash];
        QJsonObject object{{u"hash"_s, asset.hash},
                           {u"mime"_s, asset.mime},
                           {u"name"_s, asset.name},
                           {u"size"_s, qint64(asset.bytes.size())}};
        if (withAssetBytes)
            object[u"base64"_s] = QString::fromLatin1(asset.bytes.toBase64());
        assets.append(object);
    }
    json[u"assets"_s] = assets;
    return json;
}

Result<Film> filmFromJson(const QJsonObject& json, const QString& folder)
{
    QHash<QString, std::shared_ptr<const Asset>> assets;
    QHash<QString, QString> names;
    for (const QJsonValue& value : json[u"assets"_s].toArray()) {
        const QJsonObject object = value.toObject();
        const auto asset = assetFrom(object, folder);
        if (!asset)
            return asset.error();
        assets.insert((*asset)->hash, *asset);
        names.insert(object[u"hash"_s].toString(), (*asset)->hash);
    }
    auto film = filmFromJson(json, assets);
    if (!film)
        return film;
    renameAssets(*film, names);
    if (auto whole = film->check(); !whole)
        return whole.error();
    return film;
}

Result<Film> filmFromJson(const QJsonObject& json,
                          const QHash<QString, std::shared_ptr<const Asset>>& assets)
{
    const int format = json[u"format"_s].toInt(kFilmFormat);
    if (format > kFilmFormat)
        return Error{ErrorCode::FilmNewer, "film", std::to_string(format)};
    JsonReader reader(json, u"film"_s);
    reader.take(u"format"_s);
    reader.take(u"assets"_s);
    const auto settings = settingsFromJson(reader.take(u"settings"_s).toObject());
    if (!settings)
        return settings.error();
    Film film;
    film.settings = *settings;
    film.assets = assets;
    for (const QJsonValue& value : reader.take(u"scenes"_s).toArray()) {
        auto scene = sceneFromJson(value.toObject());
        if (!scene)
            return scene.error();
        for (const QJsonValue& each : value.toObject()[u"shots"_s].toArray()) {
            auto shot = shotFromJson(each.toObject());
            if (!shot)
                return shot.error();
            scene->shots.append(std::make_shared<const Shot>(std::move(*shot)));
        }
        film.scenes.append(std::make_shared<const Scene>(std::move(*scene)));
    }
    for (const QJsonValue& value : reader.take(u"audio"_s).toArray()) {
        auto track = audioTrackFromJson(value.toObject());
        if (!track)
            return track.error();
        film.audio.append(std::make_shared<const AudioTrack>(std::move(*track)));
    }
    for (const QJsonValue& value : reader.take(u"cast"_s).toArray()) {
        auto member = castMemberFromJson(value.toObject());
        if (!member)
            return member.error();
        film.cast.append(std::make_shared<const CastMember>(std::move(*member)));
    }
    film.unknown = reader.rest();
    return film;
}

} // namespace dollygrip
