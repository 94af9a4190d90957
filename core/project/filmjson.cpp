#include "core/project/filmjson.h"

#include "core/project/jsonreader.h"
#include "core/project/motionjson.h"
#include "core/project/paneljson.h"
#include "core/project/shootingjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char*, 3> kNumberings = {"scene-letter", "scene-number", "film"};

QJsonObject toJson(const Palette& palette)
{
    QJsonArray colours;
    for (const QColor& colour : palette.colours)
        colours.append(colourToText(colour));
    return {{u"name"_s, palette.name}, {u"colours"_s, colours}};
}

Palette paletteFrom(JsonReader& reader)
{
    Palette palette;
    palette.name = reader.text(u"name"_s);
    for (const QString& text : reader.texts(u"colours"_s)) {
        const QColor colour(text);
        if (!colour.isValid())
            reader.fail(u"colours"_s, u"has what is no colour"_s);
        palette.colours.append(colour);
    }
    return palette;
}

QJsonObject toJson(const Numbering& numbering)
{
    return {{u"style"_s, QLatin1StringView(kNumberings[std::size_t(numbering.style)])},
            {u"step"_s, numbering.step},
            {u"automatic"_s, numbering.isAutomatic}};
}

Numbering numberingFrom(JsonReader& reader)
{
    Numbering numbering;
    numbering.style = Numbering::Style(reader.word(u"style"_s, kNumberings, 0));
    numbering.step = int(std::clamp<qint64>(reader.integer(u"step"_s, 10), 1, 100));
    numbering.isAutomatic = reader.flag(u"automatic"_s, false);
    return numbering;
}

QJsonObject toJson(const DrawingGuides& guides)
{
    QJsonObject json;
    QJsonArray points;
    for (const Eigen::Vector2d& point : guides.vanishingPoints) {
        points.append(point.x());
        points.append(point.y());
    }
    if (!points.isEmpty())
        json[u"vanishingPoints"_s] = points;
    if (guides.eyeline)
        json[u"eyeline"_s] = *guides.eyeline;
    return json;
}

DrawingGuides guidesFrom(JsonReader& reader)
{
    DrawingGuides guides;
    guides.vanishingPoints = reader.points(u"vanishingPoints"_s);
    if (const QJsonValue eyeline = reader.take(u"eyeline"_s); !eyeline.isUndefined())
        guides.eyeline = eyeline.toDouble();
    return guides;
}

QJsonObject toJson(const PinnedPicture& pinned)
{
    return {{u"picture"_s, pinned.asset},
            {u"placement"_s, QJsonArray{pinned.placement.x, pinned.placement.y,
                                        pinned.placement.width, pinned.placement.height}},
            {u"opacity"_s, pinned.opacity}};
}

PinnedPicture pinnedFrom(JsonReader& reader)
{
    PinnedPicture pinned;
    pinned.asset = reader.text(u"picture"_s);
    const std::vector<double> place = reader.numbers(u"placement"_s);
    if (place.size() == 4)
        pinned.placement = {place[0], place[1], place[2], place[3]};
    else
        reader.fail(u"placement"_s, u"are not four numbers"_s);
    pinned.opacity = reader.number(u"opacity"_s, 1.0);
    return pinned;
}

QJsonObject toJson(const AudioClip& clip)
{
    return {{u"id"_s, clip.id.toText()},        {u"name"_s, clip.name},
            {u"sound"_s, clip.sound},           {u"at"_s, qint64(clip.at)},
            {u"offset"_s, clip.offsetSeconds},  {u"length"_s, clip.lengthSeconds},
            {u"gain"_s, clip.gainDb},           {u"fadeIn"_s, clip.fadeInSeconds},
            {u"fadeOut"_s, clip.fadeOutSeconds}};
}

AudioClip clipFrom(JsonReader& reader)
{
    AudioClip clip;
    clip.id = reader.id<ClipId>(u"id"_s);
    clip.name = reader.text(u"name"_s);
    clip.sound = reader.text(u"sound"_s);
    clip.at = reader.integer(u"at"_s, 0);
    clip.offsetSeconds = reader.number(u"offset"_s, 0);
    clip.lengthSeconds = reader.number(u"length"_s, 0);
    clip.gainDb = reader.number(u"gain"_s, 0);
    clip.fadeInSeconds = reader.number(u"fadeIn"_s, 0);
    clip.fadeOutSeconds = reader.number(u"fadeOut"_s, 0);
    return clip;
}

} // namespace

QJsonObject toJson(const FilmSettings& settings)
{
    QJsonObject json = settings.unknown;
    json[u"title"_s] = settings.title;
    json[u"width"_s] = settings.size.width();
    json[u"height"_s] = settings.size.height();
    json[u"rate"_s] = QString::fromStdString(toText(settings.rate));
    json[u"startTimecode"_s] = qint64(settings.startTimecode);
    json[u"sensorWidth"_s] = settings.sensorWidthMm;
    json[u"paper"_s] = colourToText(settings.paper);
    if (settings.maskAspect > 0)
        json[u"maskAspect"_s] = settings.maskAspect;
    QJsonArray palettes;
    for (const Palette& palette : settings.palettes)
        palettes.append(toJson(palette));
    if (!palettes.isEmpty())
        json[u"palettes"_s] = palettes;
    if (settings.numbering != Numbering{})
        json[u"numbering"_s] = toJson(settings.numbering);
    return json;
}

Result<FilmSettings> settingsFromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"settings"_s);
    FilmSettings settings;
    settings.title = reader.text(u"title"_s);
    settings.size = {int(reader.integer(u"width"_s, 1920)), int(reader.integer(u"height"_s, 1080))};
    const auto rate = frameRateFromText(reader.text(u"rate"_s, u"24"_s).toStdString());
    if (rate)
        settings.rate = *rate;
    else
        reader.fail(u"rate"_s, u"is no frame rate"_s);
    settings.startTimecode = reader.integer(u"startTimecode"_s, 0);
    settings.sensorWidthMm = reader.number(u"sensorWidth"_s, settings.sensorWidthMm);
    settings.paper = reader.colour(u"paper"_s, settings.paper);
    settings.maskAspect = reader.number(u"maskAspect"_s, 0.0);
    reader.each(u"palettes"_s,
                [&](JsonReader& each) { settings.palettes.append(paletteFrom(each)); });
    reader.object(u"numbering"_s,
                  [&](JsonReader& each) { settings.numbering = numberingFrom(each); });
    settings.unknown = reader.rest();
    return reader.result(std::move(settings));
}

QJsonObject toJson(const Scene& scene)
{
    QJsonObject json = scene.unknown;
    json[u"id"_s] = scene.id.toText();
    json[u"heading"_s] = scene.heading;
    json[u"text"_s] = scene.text;
    return json;
}

Result<Scene> sceneFromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"scene"_s);
    Scene scene;
    scene.id = reader.id<SceneId>(u"id"_s);
    scene.heading = reader.text(u"heading"_s);
    scene.text = reader.text(u"text"_s);
    reader.take(u"shots"_s); // rows of their own
    scene.unknown = reader.rest();
    return reader.result(std::move(scene));
}

QJsonObject toJson(const Shot& shot)
{
    QJsonObject json = shot.unknown;
    json[u"id"_s] = shot.id.toText();
    json[u"name"_s] = shot.name;
    json[u"length"_s] = qint64(shot.length);
    json[u"prompt"_s] = shot.prompt;
    json[u"negativePrompt"_s] = shot.negativePrompt;
    json[u"size"_s] = toText(shot.size);
    json[u"note"_s] = shot.note;
    if (shot.isNameLocked)
        json[u"nameLocked"_s] = true;
    if (shot.angle != ShotAngle::Unset)
        json[u"angle"_s] = toText(shot.angle);
    if (shot.status != ShotStatus::Unset)
        json[u"status"_s] = toText(shot.status);
    if (shot.guides != DrawingGuides{})
        json[u"guides"_s] = toJson(shot.guides);
    QJsonArray pinned;
    for (const PinnedPicture& each : shot.pinned)
        pinned.append(toJson(each));
    if (!pinned.isEmpty())
        json[u"pinned"_s] = pinned;
    QJsonArray panels;
    for (const auto& panel : shot.panels)
        panels.append(panelToJson(*panel));
    json[u"panels"_s] = panels;
    QJsonArray regions;
    for (const ShotRegion& region : shot.regions)
        regions.append(regionToJson(region));
    json[u"regions"_s] = regions;
    json[u"camera"_s] = cameraToJson(shot.camera);
    if (shot.circledTake)
        json[u"circledTake"_s] = shot.circledTake->toText();
    // As text: JSON numbers do not hold 64 bits.
    json[u"seed"_s] = QString::number(shot.seed);
    if (const QJsonObject shooting = shootingToJson(shot.shooting); !shooting.isEmpty())
        json[u"shooting"_s] = shooting;
    return json;
}

Result<Shot> shotFromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"shot "_s + json[u"name"_s].toString());
    Shot shot;
    shot.id = reader.id<ShotId>(u"id"_s);
    shot.name = reader.text(u"name"_s);
    shot.length = reader.integer(u"length"_s, shot.length);
    shot.prompt = reader.text(u"prompt"_s);
    shot.negativePrompt = reader.text(u"negativePrompt"_s);
    if (const auto size = shotSizeFromText(reader.text(u"size"_s)))
        shot.size = *size;
    else
        reader.fail(u"size"_s, u"is no shot size"_s);
    shot.note = reader.text(u"note"_s);
    shot.isNameLocked = reader.flag(u"nameLocked"_s, false);
    if (const auto angle = shotAngleFromText(reader.text(u"angle"_s)))
        shot.angle = *angle;
    else
        reader.fail(u"angle"_s, u"is no camera angle"_s);
    if (const auto status = shotStatusFromText(reader.text(u"status"_s)))
        shot.status = *status;
    else
        reader.fail(u"status"_s, u"is no status"_s);
    reader.object(u"guides"_s, [&](JsonReader& each) { shot.guides = guidesFrom(each); });
    reader.each(u"pinned"_s, [&](JsonReader& each) { shot.pinned.append(pinnedFrom(each)); });
    reader.each(u"panels"_s, [&](JsonReader& each) {
        shot.panels.append(std::make_shared<const Panel>(panelFromJson(each)));
    });
    reader.each(u"regions"_s, [&](JsonReader& each) { shot.regions.append(regionFromJson(each)); });
    reader.object(u"camera"_s, [&](JsonReader& each) { shot.camera = cameraFromJson(each); });
    if (const QString take = reader.text(u"circledTake"_s); !take.isEmpty())
        shot.circledTake = TakeId::fromText(take);
    shot.seed = reader.text(u"seed"_s, u"1"_s).toULongLong();
    reader.object(u"shooting"_s, [&](JsonReader& each) { shot.shooting = shootingFromJson(each); });
    shot.unknown = reader.rest();
    return reader.result(std::move(shot));
}

QJsonObject toJson(const AudioTrack& track)
{
    QJsonObject json = track.unknown;
    json[u"id"_s] = track.id.toText();
    json[u"name"_s] = track.name;
    json[u"gain"_s] = track.gainDb;
    json[u"muted"_s] = track.isMuted;
    QJsonArray clips;
    for (const AudioClip& clip : track.clips)
        clips.append(toJson(clip));
    json[u"clips"_s] = clips;
    return json;
}

Result<AudioTrack> audioTrackFromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"audio track"_s);
    AudioTrack track;
    track.id = reader.id<TrackId>(u"id"_s);
    track.name = reader.text(u"name"_s);
    track.gainDb = reader.number(u"gain"_s, 0);
    track.isMuted = reader.flag(u"muted"_s, false);
    reader.each(u"clips"_s, [&](JsonReader& each) { track.clips.append(clipFrom(each)); });
    track.unknown = reader.rest();
    return reader.result(std::move(track));
}

} // namespace dollygrip
