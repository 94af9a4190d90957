#include "core/project/motionjson.h"

#include "core/geometry/camerachannels.h"

#include <QJsonArray>

#include <array>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char*, 9> kEases = {
    "none", "in", "out", "in-out", "hold", "custom", "anticipate", "overshoot", "bounce"};
constexpr std::array<const char*, 2> kSplines = {"catmull-rom", "b-spline"};
constexpr std::array<const char*, 2> kAxes = {"vertical", "lateral"};
constexpr std::array<const char*, kCameraChannels> kChannels = {"truck", "pedestal", "dolly", "pan",
                                                                "tilt",  "roll",     "lens"};
constexpr std::array<const char*, 5> kHandles = {"auto", "aligned", "free", "linear", "hold"};

QJsonArray pointsToJson(const std::vector<Eigen::Vector2d>& points)
{
    QJsonArray array;
    for (const Eigen::Vector2d& point : points) {
        array.append(point.x());
        array.append(point.y());
    }
    return array;
}

QJsonObject pathToJson(const MotionPath& path)
{
    QJsonObject json{{u"points"_s, pointsToJson(path.points)},
                     {u"spline"_s, QLatin1StringView(kSplines[std::size_t(path.kind)])},
                     {u"ease"_s, QLatin1StringView(kEases[std::size_t(path.speed.ease)])},
                     {u"from"_s, path.from},
                     {u"to"_s, path.to},
                     {u"turn"_s, path.turnRad},
                     {u"scale"_s, path.scale}};
    if (!path.speed.points.empty())
        json[u"speed"_s] = pointsToJson(path.speed.points);
    if (!path.corners.empty()) {
        QJsonArray corners;
        for (const std::uint8_t corner : path.corners)
            corners.append(int(corner));
        json[u"corners"_s] = corners;
    }
    if (path.isOriented)
        json[u"oriented"_s] = true;
    return json;
}

MotionPath pathFrom(JsonReader& reader)
{
    MotionPath path;
    path.points = reader.points(u"points"_s);
    path.kind = SplineKind(reader.word(u"spline"_s, kSplines, 0));
    path.speed.ease = Ease(reader.word(u"ease"_s, kEases, 0));
    path.speed.points = reader.points(u"speed"_s);
    path.from = reader.number(u"from"_s, 0.0);
    path.to = reader.number(u"to"_s, 1.0);
    path.turnRad = reader.number(u"turn"_s, 0.0);
    path.scale = reader.number(u"scale"_s, 1.0);
    for (const double corner : reader.numbers(u"corners"_s))
        path.corners.push_back(corner != 0 ? 1 : 0);
    path.isOriented = reader.flag(u"oriented"_s, false);
    return path;
}

QJsonObject poseToJson(const CameraPose& pose)
{
    return {{u"position"_s, QJsonArray{pose.position.x(), pose.position.y(), pose.position.z()}},
            {u"pan"_s, pose.panRad},
            {u"tilt"_s, pose.tiltRad},
            {u"roll"_s, pose.rollRad},
            {u"focal"_s, pose.focalMm}};
}

Eigen::Vector3d vectorFrom(JsonReader& reader, const QString& key)
{
    const std::vector<double> values = reader.numbers(key);
    if (values.size() == 3)
        return {values[0], values[1], values[2]};
    if (!values.empty())
        reader.fail(key, u"are not three numbers"_s);
    return {0, 0, 0};
}

CameraPose poseFrom(JsonReader& reader)
{
    CameraPose pose;
    pose.position = vectorFrom(reader, u"position"_s);
    pose.panRad = reader.number(u"pan"_s, 0.0);
    pose.tiltRad = reader.number(u"tilt"_s, 0.0);
    pose.rollRad = reader.number(u"roll"_s, 0.0);
    pose.focalMm = reader.number(u"focal"_s, kDefaultFocalMm);
    return pose;
}

QJsonArray curvesToJson(const CameraPath& camera)
{
    QJsonArray curves;
    for (const CameraChannel channel : kAllCameraChannels) {
        if (camera.curve(channel).isEmpty())
            continue;
        QJsonArray points;
        for (const CurvePoint& point : camera.curve(channel).points) {
            QJsonObject json{
                {u"at"_s, point.at},
                {u"value"_s, point.value},
                {u"handles"_s, QLatin1StringView(kHandles[std::size_t(point.handles)])}};
            if (point.handles == CurveHandles::Aligned || point.handles == CurveHandles::Free) {
                json[u"in"_s] = QJsonArray{point.in.x(), point.in.y()};
                json[u"out"_s] = QJsonArray{point.out.x(), point.out.y()};
            }
            points.append(json);
        }
        curves.append(
            QJsonObject{{u"channel"_s, QLatin1StringView(kChannels[std::size_t(channel)])},
                        {u"points"_s, points}});
    }
    return curves;
}

Eigen::Vector2d handleFrom(JsonReader& reader, const QString& key)
{
    const std::vector<double> values = reader.numbers(key);
    if (values.size() == 2)
        return {values[0], values[1]};
    if (!values.empty())
        reader.fail(key, u"are not two numbers"_s);
    return {0, 0};
}

void curveFrom(JsonReader& reader, CameraPath& camera)
{
    ChannelCurve& curve = camera.curves[reader.word(u"channel"_s, kChannels, 0)];
    reader.each(u"points"_s, [&](JsonReader& each) {
        CurvePoint point;
        point.at = each.number(u"at"_s, 0.0);
        point.value = each.number(u"value"_s, 0.0);
        point.handles = CurveHandles(each.word(u"handles"_s, kHandles, 0));
        point.in = handleFrom(each, u"in"_s);
        point.out = handleFrom(each, u"out"_s);
        curve.points.push_back(point);
    });
}

} // namespace

QJsonObject regionToJson(const ShotRegion& region)
{
    QJsonArray outlines;
    for (const auto& outline : region.area.outlines)
        outlines.append(QJsonObject{{u"points"_s, pointsToJson(outline)}});
    QJsonArray strokes;
    for (const RegionStroke& stroke : region.area.strokes)
        strokes.append(QJsonObject{{u"points"_s, pointsToJson(stroke.points)},
                                   {u"radius"_s, stroke.radius},
                                   {u"erase"_s, stroke.erase}});
    QJsonArray motions;
    for (const Motion& motion : region.motions) {
        QJsonObject json = pathToJson(motion.path);
        json[u"id"_s] = motion.id.toText();
        motions.append(json);
    }
    QJsonObject json{{u"id"_s, region.id.toText()},
                     {u"name"_s, region.name},
                     {u"layer"_s, region.layer.toText()},
                     {u"outlines"_s, outlines},
                     {u"strokes"_s, strokes},
                     {u"feather"_s, region.area.feather},
                     {u"still"_s, region.isHeldStill},
                     {u"lifted"_s, region.isLifted},
                     {u"motions"_s, motions}};
    if (region.area.grow != 0)
        json[u"grow"_s] = region.area.grow;
    if (region.area.isInverted)
        json[u"inverted"_s] = true;
    if (region.colour.isValid())
        json[u"colour"_s] = region.colour.name();
    if (region.isHidden)
        json[u"hidden"_s] = true;
    if (region.follows)
        json[u"follows"_s] = region.follows->toText();
    return json;
}

ShotRegion regionFromJson(JsonReader& reader)
{
    ShotRegion region;
    region.id = reader.id<RegionId>(u"id"_s);
    region.name = reader.text(u"name"_s);
    region.layer = reader.id<LayerId>(u"layer"_s);
    region.area.feather = reader.number(u"feather"_s, 0.0);
    region.area.grow = reader.number(u"grow"_s, 0.0);
    region.area.isInverted = reader.flag(u"inverted"_s, false);
    region.colour = reader.colour(u"colour"_s, QColor());
    region.isHidden = reader.flag(u"hidden"_s, false);
    if (const QString leader = reader.text(u"follows"_s); !leader.isEmpty()) {
        region.follows = RegionId::fromText(leader);
        if (!region.follows)
            reader.fail(u"follows"_s, u"is no id"_s);
    }
    region.isHeldStill = reader.flag(u"still"_s, false);
    region.isLifted = reader.flag(u"lifted"_s, false);
    reader.each(u"outlines"_s, [&](JsonReader& each) {
        region.area.outlines.push_back(each.points(u"points"_s));
    });
    reader.each(u"strokes"_s, [&](JsonReader& each) {
        RegionStroke stroke;
        stroke.points = each.points(u"points"_s);
        stroke.radius = each.number(u"radius"_s, stroke.radius);
        stroke.erase = each.flag(u"erase"_s, false);
        region.area.strokes.push_back(std::move(stroke));
    });
    reader.each(u"motions"_s, [&](JsonReader& each) {
        Motion motion;
        motion.id = each.id<MotionId>(u"id"_s);
        motion.path = pathFrom(each);
        region.motions.append(std::move(motion));
    });
    return region;
}

QJsonObject cameraToJson(const CameraPath& camera)
{
    QJsonArray keys;
    for (const CameraKey& key : camera.keys) {
        QJsonObject json = poseToJson(key.pose);
        json[u"at"_s] = key.at;
        json[u"ease"_s] = QLatin1StringView(kEases[std::size_t(key.ease)]);
        keys.append(json);
    }
    QJsonObject json{{u"sensorWidth"_s, camera.sensorWidthMm}, {u"keys"_s, keys}};
    if (camera.arc)
        json[u"arc"_s] =
            QJsonObject{{u"axis"_s, QLatin1StringView(kAxes[std::size_t(camera.arc->axis)])},
                        {u"centre"_s, QJsonArray{camera.arc->centre.x(), camera.arc->centre.y(),
                                                 camera.arc->centre.z()}}};
    if (camera.handheld)
        json[u"handheld"_s] = QJsonObject{{u"rotation"_s, camera.handheld->rotationRad},
                                          {u"translation"_s, camera.handheld->translationM},
                                          {u"seed"_s, qint64(camera.handheld->seed)},
                                          {u"start"_s, camera.handheld->startSeconds}};
    if (const QJsonArray curves = curvesToJson(camera); !curves.isEmpty())
        json[u"curves"_s] = curves;
    if (camera.origin)
        json[u"origin"_s] = poseToJson(*camera.origin);
    return json;
}

CameraPath cameraFromJson(JsonReader& reader)
{
    CameraPath camera;
    camera.sensorWidthMm = reader.number(u"sensorWidth"_s, camera.sensorWidthMm);
    reader.each(u"keys"_s, [&](JsonReader& each) {
        CameraKey key;
        key.at = each.number(u"at"_s, 0.0);
        key.ease = Ease(each.word(u"ease"_s, kEases, 0));
        key.pose = poseFrom(each);
        camera.keys.push_back(key);
    });
    reader.object(u"arc"_s, [&](JsonReader& each) {
        CameraArc arc;
        arc.axis = CameraArc::Axis(each.word(u"axis"_s, kAxes, 0));
        arc.centre = vectorFrom(each, u"centre"_s);
        camera.arc = arc;
    });
    reader.object(u"handheld"_s, [&](JsonReader& each) {
        Handheld handheld;
        handheld.rotationRad = each.number(u"rotation"_s, 0.0);
        handheld.translationM = each.number(u"translation"_s, 0.0);
        handheld.seed = std::uint32_t(each.integer(u"seed"_s, 1));
        handheld.startSeconds = each.number(u"start"_s, 0.0);
        camera.handheld = handheld;
    });
    reader.each(u"curves"_s, [&](JsonReader& each) { curveFrom(each, camera); });
    reader.object(u"origin"_s, [&](JsonReader& each) { camera.origin = poseFrom(each); });
    return camera;
}

} // namespace dollygrip
