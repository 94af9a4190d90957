#include "core/multiplane/stage.h"

#include "core/geometry/camerachannels.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

namespace dollygrip::multiplane {
namespace {

/// Writes "name value value …" lines; numbers as the shortest text that reads back the same.
class TextWriter {
public:
    TextWriter& name(std::string_view word)
    {
        m_text += word;
        return *this;
    }
    template <class Number>
    TextWriter& number(Number value)
    {
        char buffer[40];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
        m_text += ' ';
        m_text.append(buffer, end);
        return *this;
    }
    TextWriter& word(std::string_view value)
    {
        m_text += ' ';
        m_text += value;
        return *this;
    }
    TextWriter& points(const std::vector<Eigen::Vector2d>& points)
    {
        for (const Eigen::Vector2d& point : points) {
            number(point.x()).number(point.y());
        }
        return *this;
    }
    void end() { m_text += '\n'; }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void write(TextWriter& out, const MotionPath& path)
{
    out.name("motion").number(int(path.kind)).number(path.from).number(path.to);
    out.number(path.turnRad).number(path.scale).end();
    out.name("points").points(path.points).end();
    out.name("speed").number(int(path.speed.ease)).points(path.speed.points).end();
    // What is rare is said only where it is, so that the text of other stages stays as it was.
    if (!path.corners.empty()) {
        out.name("corners");
        for (const std::uint8_t corner : path.corners) {
            out.number(int(corner));
        }
        out.end();
    }
    if (path.isOriented) {
        out.name("oriented").number(1).end();
    }
}

void write(TextWriter& out, const PlaneRegion& region)
{
    out.name("region").number(int(region.heldStill)).number(int(region.lifted));
    out.number(region.region.feather).end();
    if (region.region.grow != 0 || region.region.isInverted) {
        out.name("shape").number(region.region.grow).number(int(region.region.isInverted)).end();
    }
    for (const auto& outline : region.region.outlines) {
        out.name("outline").points(outline).end();
    }
    for (const RegionStroke& stroke : region.region.strokes) {
        out.name("stroke").number(stroke.radius).number(int(stroke.erase));
        out.points(stroke.points).end();
    }
    for (const MotionPath& path : region.motions) {
        write(out, path);
    }
    for (const auto& carrier : region.carriers) {
        out.name("carrier").number(carrier.size()).end();
        for (const MotionPath& path : carrier) {
            write(out, path);
        }
    }
}

void write(TextWriter& out, const Plane& plane)
{
    out.name("plane").word(pictureHash(plane.picture).toText());
    out.number(plane.placement.x).number(plane.placement.y);
    out.number(plane.placement.width).number(plane.placement.height);
    out.number(plane.depthM).number(plane.opacity);
    out.number(plane.visible.first).number(plane.visible.end);
    out.number(int(plane.pinnedToCamera));
    if (plane.blend != Blend::Normal) { // stages without blends keep their text
        out.number(int(plane.blend));
    }
    out.end();
    for (const PlaneRegion& region : plane.regions) {
        write(out, region);
    }
}

void write(TextWriter& out, const CameraPose& pose)
{
    out.number(pose.position.x()).number(pose.position.y()).number(pose.position.z());
    out.number(pose.panRad).number(pose.tiltRad).number(pose.rollRad).number(pose.focalMm);
}

void write(TextWriter& out, const CameraPath& camera)
{
    out.name("camera").number(camera.sensorWidthMm).end();
    for (const CameraKey& key : camera.keys) {
        out.name("key").number(key.at).number(int(key.ease));
        write(out, key.pose);
        out.end();
    }
    if (camera.arc) {
        out.name("arc").number(int(camera.arc->axis)).number(camera.arc->centre.x());
        out.number(camera.arc->centre.y()).number(camera.arc->centre.z()).end();
    }
    if (camera.handheld) {
        out.name("handheld").number(camera.handheld->rotationRad);
        out.number(camera.handheld->translationM).number(camera.handheld->seed);
        out.number(camera.handheld->startSeconds).end();
    }
    for (const CameraChannel channel : kAllCameraChannels) {
        for (const CurvePoint& point : camera.curve(channel).points) {
            out.name("curve").number(int(channel)).number(int(point.handles));
            out.number(point.at).number(point.value).number(point.in.x()).number(point.in.y());
            out.number(point.out.x()).number(point.out.y()).end();
        }
    }
    if (camera.origin) {
        out.name("origin");
        write(out, *camera.origin);
        out.end();
    }
}

} // namespace

bool PlaneRegion::moves() const
{
    const auto hasWay = [](const std::vector<MotionPath>& paths) {
        return std::any_of(paths.begin(), paths.end(),
                           [](const MotionPath& path) { return !path.points.empty(); });
    };
    return !heldStill && (hasWay(motions) || std::any_of(carriers.begin(), carriers.end(), hasWay));
}

Camera Stage::cameraAt(double frame) const
{
    return camera.cameraAt(shotFraction(frame, frames), frame * rate.den / rate.num, aspect);
}

ContentHash pictureHash(const Image& image)
{
    if (image.isNull()) {
        return {};
    }
    const ContentHash pixels =
        contentHash(std::span<const std::uint8_t>(image.pixels(), image.byteCount()));
    TextWriter out;
    out.name("picture").number(image.width()).number(image.height()).word(pixels.toText());
    return contentHash(std::string_view(out.take()));
}

std::string toText(const Stage& stage)
{
    TextWriter out;
    out.name("stage 1").number(stage.aspect).number(stage.frames);
    out.number(stage.rate.num).number(stage.rate.den);
    for (const std::uint8_t component : stage.paper) {
        out.number(int(component));
    }
    out.end();
    for (const Plane& plane : stage.planes) {
        write(out, plane);
    }
    write(out, stage.camera);
    return out.take();
}

} // namespace dollygrip::multiplane
