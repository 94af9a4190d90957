#include "core/project/film.h"

#include "core/base/contenthash.h"

namespace dollygrip {

bool Scene::operator==(const Scene& other) const
{
    if (id != other.id || heading != other.heading || text != other.text || unknown != other.unknown
        || shots.size() != other.shots.size())
        return false;
    for (qsizetype i = 0; i < shots.size(); ++i) {
        if (shots[i] != other.shots[i] && *shots[i] != *other.shots[i])
            return false;
    }
    return true;
}

bool Film::operator==(const Film& other) const
{
    const auto same = [](const auto& a, const auto& b) {
        if (a.size() != b.size())
            return false;
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (a[i] != b[i] && !(*a[i] == *b[i]))
                return false;
        }
        return true;
    };
    if (assets.size() != other.assets.size())
        return false;
    for (auto it = assets.begin(); it != assets.end(); ++it) {
        if (!other.assets.contains(it.key()))
            return false;
    }
    return settings == other.settings && unknown == other.unknown && same(scenes, other.scenes)
           && same(audio, other.audio) && same(cast, other.cast);
}

FrameIndex Film::length() const
{
    FrameIndex length = 0;
    for (const auto& scene : scenes) {
        for (const auto& shot : scene->shots)
            length += shot->length;
    }
    return length;
}

qsizetype Film::shotCount() const
{
    qsizetype count = 0;
    for (const auto& scene : scenes)
        count += scene->shots.size();
    return count;
}

std::shared_ptr<const Shot> Film::shot(const ShotId& id) const
{
    for (const auto& scene : scenes) {
        for (const auto& shot : scene->shots) {
            if (shot->id == id)
                return shot;
        }
    }
    return nullptr;
}

std::shared_ptr<const Scene> Film::scene(const SceneId& id) const
{
    for (const auto& scene : scenes) {
        if (scene->id == id)
            return scene;
    }
    return nullptr;
}

std::shared_ptr<const Scene> Film::sceneOf(const ShotId& id) const
{
    for (const auto& scene : scenes) {
        for (const auto& shot : scene->shots) {
            if (shot->id == id)
                return scene;
        }
    }
    return nullptr;
}

std::shared_ptr<const Shot> Film::shotNamed(const QString& name) const
{
    for (const auto& scene : scenes) {
        for (const auto& shot : scene->shots) {
            if (shot->name == name)
                return shot;
        }
    }
    return nullptr;
}

std::shared_ptr<const CastMember> Film::castMember(const CastId& id) const
{
    for (const auto& member : cast) {
        if (member->id == id)
            return member;
    }
    return nullptr;
}

std::shared_ptr<const CastMember> Film::castNamed(const QString& name) const
{
    for (const auto& member : cast) {
        if (member->name.compare(name, Qt::CaseInsensitive) == 0)
            return member;
    }
    return nullptr;
}

Film emptyFilm(const FilmSettings& settings)
{
    Film film;
    film.settings = settings;
    film.scenes.append(std::make_shared<const Scene>());
    film.audio.append(std::make_shared<const AudioTrack>());
    return film;
}

std::shared_ptr<const Asset> makeAsset(const QByteArray& bytes, const QString& mime,
                                       const QString& name)
{
    const ContentHash hash = contentHash(std::span(
        reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())));
    Asset asset;
    asset.hash = QString::fromStdString(hash.toText());
    asset.mime = mime;
    asset.name = name;
    asset.bytes = bytes;
    return std::make_shared<const Asset>(std::move(asset));
}

} // namespace dollygrip
