#include "core/project/paneljson.h"

#include <QJsonArray>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char*, 8> kBrushes = {"pencil", "ink",   "marker", "fill",
                                                 "eraser", "paint", "text",   "soft-eraser"};
constexpr std::array<const char*, 5> kBlends = {"normal", "multiply", "screen", "overlay", "add"};

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

/// The tilt of every point as little-endian floats, base64; empty when the pen stood upright.
QString packedTilts(const QList<StrokePoint>& points)
{
    if (std::all_of(points.begin(), points.end(),
                    [](const StrokePoint& point) { return point.tilt == 0; }))
        return {};
    QByteArray bytes(points.size() * 4, Qt::Uninitialized);
    char* out = bytes.data();
    for (const StrokePoint& point : points) {
        qToLittleEndian(point.tilt, out);
        out += 4;
    }
    return QString::fromLatin1(bytes.toBase64());
}

void readTilts(JsonReader& reader, const QString& key, QList<StrokePoint>& points)
{
    const QString text = reader.text(key);
    if (text.isEmpty())
        return;
    const QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
    if (bytes.size() != points.size() * 4) {
        reader.fail(key, u"cannot be read"_s);
        return;
    }
    for (qsizetype i = 0; i < points.size(); ++i)
        points[i].tilt = qFromLittleEndian<float>(bytes.constData() + 4 * i);
}

QJsonObject toJson(const Stroke& stroke)
{
    QJsonObject json = {{u"brush"_s, QLatin1StringView(kBrushes[std::size_t(stroke.brush)])},
                        {u"colour"_s, colourToText(stroke.colour)},
                        {u"width"_s, stroke.width},
                        {u"opacity"_s, stroke.opacity},
                        {u"points"_s, packed(stroke.points)}};
    if (const QString tilts = packedTilts(stroke.points); !tilts.isEmpty())
        json[u"tilts"_s] = tilts;
    if (!stroke.text.isEmpty())
        json[u"text"_s] = stroke.text;
    if (!stroke.font.isEmpty())
        json[u"font"_s] = stroke.font;
    return json;
}

Stroke strokeFrom(JsonReader& reader)
{
    Stroke stroke;
    stroke.brush = Brush(reader.word(u"brush"_s, kBrushes, std::size_t(stroke.brush)));
    stroke.colour = reader.colour(u"colour"_s, stroke.colour);
    stroke.width = reader.number(u"width"_s, stroke.width);
    stroke.opacity = reader.number(u"opacity"_s, stroke.opacity);
    stroke.points = pointsFrom(reader, u"points"_s);
    readTilts(reader, u"tilts"_s, stroke.points);
    stroke.text = reader.text(u"text"_s);
    stroke.font = reader.text(u"font"_s);
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
    if (layer.blend != multiplane::Blend::Normal)
        json[u"blend"_s] = QLatin1StringView(kBlends[std::size_t(layer.blend)]);
    if (layer.group)
        json[u"group"_s] = layer.group->toText();
    if (layer.shared)
        json[u"shared"_s] = layer.shared->toText();
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

template <class T>
std::optional<T> optionalId(JsonReader& reader, const QString& key)
{
    const QString text = reader.text(key);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<T> id = T::fromText(text);
    if (!id)
        reader.fail(key, u"is no id"_s);
    return id;
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
    layer.blend =
        multiplane::Blend(reader.word(u"blend"_s, kBlends, std::size_t(multiplane::Blend::Normal)));
    layer.group = optionalId<GroupId>(reader, u"group"_s);
    layer.shared = optionalId<SharedId>(reader, u"shared"_s);
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

QJsonObject toJson(const LayerGroup& group)
{
    return {{u"id"_s, group.id.toText()},    {u"name"_s, group.name},
            {u"visible"_s, group.isVisible}, {u"locked"_s, group.isLocked},
            {u"folded"_s, group.isFolded},   {u"opacity"_s, group.opacity}};
}

LayerGroup groupFrom(JsonReader& reader)
{
    LayerGroup group;
    group.id = reader.id<GroupId>(u"id"_s);
    group.name = reader.text(u"name"_s);
    group.isVisible = reader.flag(u"visible"_s, true);
    group.isLocked = reader.flag(u"locked"_s, false);
    group.isFolded = reader.flag(u"folded"_s, false);
    group.opacity = reader.number(u"opacity"_s, 1.0);
    return group;
}

} // namespace

QString colourToText(const QColor& colour)
{
    return colour.name(colour.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
}

QJsonObject panelToJson(const Panel& panel)
{
    QJsonObject json = panel.unknown;
    json[u"id"_s] = panel.id.toText();
    json[u"start"_s] = panel.start;
    QJsonArray layers;
    for (const Layer& layer : panel.layers)
        layers.append(toJson(layer));
    json[u"layers"_s] = layers;
    if (!panel.groups.isEmpty()) {
        QJsonArray groups;
        for (const LayerGroup& group : panel.groups)
            groups.append(toJson(group));
        json[u"groups"_s] = groups;
    }
    if (!panel.action.isEmpty())
        json[u"action"_s] = panel.action;
    if (!panel.dialogue.isEmpty())
        json[u"dialogue"_s] = panel.dialogue;
    return json;
}

Panel panelFromJson(JsonReader& reader)
{
    Panel panel;
    panel.id = reader.id<PanelId>(u"id"_s);
    panel.start = reader.number(u"start"_s, 0.0);
    reader.each(u"layers"_s, [&](JsonReader& each) { panel.layers.append(layerFrom(each)); });
    reader.each(u"groups"_s, [&](JsonReader& each) { panel.groups.append(groupFrom(each)); });
    panel.action = reader.text(u"action"_s);
    panel.dialogue = reader.text(u"dialogue"_s);
    panel.unknown = reader.rest();
    return panel;
}

} // namespace dollygrip
