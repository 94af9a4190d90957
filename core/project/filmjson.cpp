#include "core/project/filmjson.h"

#include "core/project/jsonreader.h"
#include "core/project/motionjson.h"
#include "core/project/shootingjson.h"

#include <QJsonArray>
#include <QtEndian>

#include <array>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char*, 5> kBrushes = {"pencil", "ink", "marker", "fill", "eraser"};

QString colourText(const QColor& colour)
{
    return colour.name(colour.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
}

/// x, y, pressure of every point as little-endian floats, base64: exact, small and quick to read.
QString packed(const QList<StrokePoint>& points)
{
    QByteArray bytes(points.size() * 12, Qt::Uninitialized);
    char* out = bytes.data();
    for (const StrokePoint& point : points) {
        for (const float value : {point.x, point.y, point.pressure}) {
            qToLittleEndian(value, out);
            out += 4;
        }
    }
    return QString::fromLatin1(bytes.toBase64());
}

/// Reads the packed form, or for what people write by hand a list of numbers x, y, pressure, …
QList<StrokePoint> pointsFrom(JsonReader& reader, const QString& key)
{
    QList<StrokePoint> points;
    const QJsonValue value = reader.take(key);
    if (value.isArray()) {
        const QJsonArray numbers = value.toArray();
        if (numbers.size() % 3 != 0)
            reader.fail(key, u"are not three numbers each"_s);
        for (qsizetype i = 0; i + 2 < numbers.size(); i += 3)
            points.append({float(numbers[i].toDouble()), float(numbers[i + 1].toDouble()),
                           float(numbers[i + 2].toDouble())});
        return points;
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        value.toString().toLatin1(),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded || (*decoded).size() % 12 != 0) {
        reader.fail(key, u"cannot be read"_s);
        return points;
    }
    const QByteArray& bytes = *decoded;
    points.reserve(bytes.size() / 12);
    for (const char* in = bytes.constData(); in != bytes.constData() + bytes.size(); in += 12)
        points.append({qFromLittleEndian<float>(in), qFromLittleEndian<float>(in + 4),
                       qFromLittleEndian<float>(in + 8)});
    return points;
}

QJsonObject toJson(const Stroke& stroke)
{
    return {{u"brush"_s, QLatin1StringView(kBrushes[std::size_t(stroke.brush)])},
            {u"colour"_s, colourText(stroke.colour)},
            {u"width"_s, stroke.width},
            {u"opacity"_s, stroke.opacity},
            {u"points"_s, packed(stroke.points)}};
}

Stroke strokeFrom(JsonReader& reader)
{
    Stroke stroke;
    stroke.brush = Brush(reader.word(u"brush"_s, kBrushes, std::size_t(stroke.brush)));
    stroke.colour = reader.colour(u"colour"_s, stroke.colour);
    stroke.width = reader.number(u"width"_s, stroke.width);
    stroke.opacity = reader.number(u"opacity"_s, stroke.opacity);
    stroke.points = pointsFrom(reader, u"points"_s);
    return stroke;
}

QJsonObject toJson(const Layer& layer)
{
    QJsonObject json = layer.unknown;
    json[u"id"_s] = layer.id.toText();
    json[u"name"_s] = layer.name;
    json[u"depth"_s] = layer.depthM;
    json[u"opacity"_s] = layer.opacity;
    json[u"visible"_s] = layer.isVisible;
    json[u"locked"_s] = layer.isLocked;
    json[u"pinned"_s] = layer.isPinnedToCamera;
    if (!layer.picture.isEmpty()) {
        json[u"picture"_s] = layer.picture;
        json[u"placement"_s] = QJsonArray{layer.placement.x, layer.placement.y,
                                          layer.placement.width, layer.placement.height};
    }
    QJsonArray strokes;
    for (const auto& stroke : layer.strokes)
        strokes.append(toJson(*stroke));
    json[u"strokes"_s] = strokes;
    return json;
}

Layer layerFrom(JsonReader& reader)
{
    Layer layer;
    layer.id = reader.id<LayerId>(u"id"_s);
    layer.name = reader.text(u"name"_s);
    layer.depthM = reader.number(u"depth"_s, layer.depthM);
    layer.opacity = reader.number(u"opacity"_s, layer.opacity);
    layer.isVisible = reader.flag(u"visible"_s, layer.isVisible);
    layer.isLocked = reader.flag(u"locked"_s, layer.isLocked);
    layer.isPinnedToCamera = reader.flag(u"pinned"_s, layer.isPinnedToCamera);
    layer.picture = reader.text(u"picture"_s);
    const std::vector<double> place = reader.numbers(u"placement"_s);
    if (place.size() == 4)
        layer.placement = {place[0], place[1], place[2], place[3]};
    else if (!place.empty())
        reader.fail(u"placement"_s, u"are not four numbers"_s);
    reader.each(u"strokes"_s, [&](JsonReader& each) {
        layer.strokes.append(std::make_shared<const Stroke>(strokeFrom(each)));
    });
    layer.unknown = reader.rest();
    return layer;
}

QJsonObject toJson(const Panel& panel)
{
    QJsonObject json = panel.unknown;
    json[u"id"_s] = panel.id.toText();
    json[u"start"_s] = panel.start;
    QJsonArray layers;
    for (const Layer& layer : panel.layers)
        layers.append(toJson(layer));
    json[u"layers"_s] = layers;
    return json;
}

Panel panelFrom(JsonReader& reader)
{
    Panel panel;
    panel.id = reader.id<PanelId>(u"id"_s);
    panel.start = reader.number(u"start"_s, 0.0);
    reader.each(u"layers"_s, [&](JsonReader& each) { panel.layers.append(layerFrom(each)); });
    panel.unknown = reader.rest();
    return panel;
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
    json[u"paper"_s] = colourText(settings.paper);
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
    QJsonArray panels;
    for (const auto& panel : shot.panels)
        panels.append(toJson(*panel));
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
    reader.each(u"panels"_s, [&](JsonReader& each) {
        shot.panels.append(std::make_shared<const Panel>(panelFrom(each)));
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
