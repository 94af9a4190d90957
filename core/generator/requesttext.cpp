#include "core/generator/pam.h"
#include "core/generator/requestfile.h"
#include "core/generator/steeringtext.h"
#include "core/generator/textline.h"

#include <limits>
#include <optional>

namespace dollygrip::generator {
namespace {

constexpr std::size_t kMostCarriers = 1000;

CameraPose readPose(TextLine& line)
{
    CameraPose pose;
    for (int axis = 0; axis < 3; ++axis) {
        pose.position[axis] = line.real();
    }
    pose.panRad = line.real();
    pose.tiltRad = line.real();
    pose.rollRad = line.real();
    pose.focalMm = line.real();
    return pose;
}

bool isHash(std::string_view text)
{
    return text.size() == 32
           && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Puts one line after another into a Request.
class Reader {
public:
    explicit Reader(const std::function<Result<Image>(const std::string&)>& picture)
        : m_picture(picture)
    {
    }

    /// Nothing, or what is wrong with it.
    std::optional<Error> read(TextLine& line);
    std::optional<Error> missing() const;
    Request take() { return std::move(m_request); }

private:
    bool readHead(TextLine& line);
    bool readPlaneLine(TextLine& line);
    bool readCameraLine(TextLine& line);
    std::optional<Error> readPlane(TextLine& line);
    std::optional<Error> readGuide(TextLine& line);
    std::optional<Error> readReference(TextLine& line);
    MotionPath* motion();
    multiplane::PlaneRegion* region();

    const std::function<Result<Image>(const std::string&)>& m_picture;
    Request m_request;
    bool m_hasSize = false;
    bool m_hasStage = false;
    bool m_hasCamera = false;
};

multiplane::PlaneRegion* Reader::region()
{
    auto& planes = m_request.stage.planes;
    return planes.empty() || planes.back().regions.empty() ? nullptr
                                                           : &planes.back().regions.back();
}

MotionPath* Reader::motion()
{
    multiplane::PlaneRegion* owner = region();
    if (!owner) {
        return nullptr;
    }
    auto& motions = owner->carriers.empty() ? owner->motions : owner->carriers.back();
    return motions.empty() ? nullptr : &motions.back();
}

bool Reader::readHead(TextLine& line)
{
    const auto name = line.name();
    if (name == "request" || name == "stage") {
        line.integer(1, 1);
        if (name == "stage") {
            multiplane::Stage& stage = m_request.stage;
            stage.aspect = line.real();
            stage.frames = line.integer<FrameIndex>(1, 1'000'000);
            stage.rate.num = line.integer(1, std::numeric_limits<std::int32_t>::max());
            stage.rate.den = line.integer(1, std::numeric_limits<std::int32_t>::max());
            for (std::uint8_t& component : stage.paper) {
                component = std::uint8_t(line.integer(0, 255));
            }
            m_hasStage = stage.aspect > 0.01 && stage.aspect < 100;
            return m_hasStage;
        }
        return true;
    }
    if (name == "quality") {
        const auto quality = qualityFromText(std::string(line.word()));
        m_request.quality = quality ? *quality : Quality::Draft;
        return quality.has_value();
    }
    if (name == "size") {
        m_request.width = line.integer(2, kLargestSide);
        m_request.height = line.integer(2, kLargestSide);
        m_hasSize = true;
        return m_request.width % 2 == 0 && m_request.height % 2 == 0;
    }
    if (name == "seed") {
        m_request.seed = line.integer<std::uint64_t>(0, std::numeric_limits<std::uint64_t>::max());
        return true;
    }
    return false;
}

std::optional<Error> Reader::readPlane(TextLine& line)
{
    multiplane::Plane plane;
    const std::string hash(line.word());
    plane.placement.x = line.real();
    plane.placement.y = line.real();
    plane.placement.width = line.real();
    plane.placement.height = line.real();
    plane.depthM = line.real();
    plane.opacity = line.real();
    plane.visible.first = line.integer<FrameIndex>(-1'000'000'000, 1'000'000'000);
    plane.visible.end = line.integer<FrameIndex>(-1'000'000'000, 1'000'000'000);
    plane.pinnedToCamera = line.flag();
    if (!line.isAtEnd()) {
        plane.blend = line.choice(multiplane::Blend::Add);
    }
    if (line.isBad() || plane.placement.width <= 0 || plane.placement.height <= 0
        || plane.depthM <= 0 || !isHash(hash)) {
        return Error{ErrorCode::InvalidArgument, {}, "bad plane"};
    }
    if (hash.find_first_not_of('0') != std::string::npos) { // zeros: a plane without a picture
        auto picture = m_picture(hash);
        if (!picture) {
            return picture.error();
        }
        plane.picture = *picture;
    }
    m_request.stage.planes.push_back(std::move(plane));
    return std::nullopt;
}

bool Reader::readPlaneLine(TextLine& line)
{
    const auto name = line.name();
    if (name == "region" && !m_request.stage.planes.empty()) {
        multiplane::PlaneRegion region;
        region.heldStill = line.flag();
        region.lifted = line.flag();
        region.region.feather = line.real();
        m_request.stage.planes.back().regions.push_back(std::move(region));
        return true;
    }
    if (name == "outline" && region()) {
        region()->region.outlines.push_back(line.points());
        return true;
    }
    if (name == "stroke" && region()) {
        RegionStroke stroke;
        stroke.radius = line.real();
        stroke.erase = line.flag();
        stroke.points = line.points();
        region()->region.strokes.push_back(std::move(stroke));
        return true;
    }
    if (name == "motion" && region()) {
        MotionPath path;
        path.kind = SplineKind(line.integer(0, 1));
        path.from = line.real();
        path.to = line.real();
        path.turnRad = line.real();
        path.scale = line.real();
        auto& carriers = region()->carriers;
        (carriers.empty() ? region()->motions : carriers.back()).push_back(std::move(path));
        return true;
    }
    if (name == "shape" && region()) {
        region()->region.grow = line.real();
        region()->region.isInverted = line.flag();
        return true;
    }
    if (name == "carrier" && region() && region()->carriers.size() < kMostCarriers) {
        line.integer<std::int64_t>(0, 1'000'000);
        region()->carriers.emplace_back();
        return true;
    }
    if (name == "corners" && motion()) {
        while (!line.isAtEnd() && !line.isBad()) {
            motion()->corners.push_back(line.flag() ? 1 : 0);
        }
        return true;
    }
    if (name == "oriented" && motion()) {
        motion()->isOriented = line.flag();
        return true;
    }
    if (name == "points" && motion()) {
        motion()->points = line.points();
        return !motion()->points.empty();
    }
    if (name == "speed" && motion()) {
        motion()->speed.ease = line.choice(Ease::Bounce);
        motion()->speed.points = line.points();
        return true;
    }
    return false;
}

bool Reader::readCameraLine(TextLine& line)
{
    CameraPath& camera = m_request.stage.camera;
    const auto name = line.name();
    if (name == "camera") {
        camera.sensorWidthMm = line.real();
        m_hasCamera = camera.sensorWidthMm > 0;
        return m_hasCamera;
    }
    if (name == "key") {
        CameraKey key;
        key.at = line.real();
        key.ease = line.choice(Ease::Custom);
        key.pose = readPose(line);
        const bool rises = camera.keys.empty() || camera.keys.back().at < key.at;
        camera.keys.push_back(key);
        return rises && key.pose.focalMm > 0;
    }
    if (name == "arc") {
        CameraArc arc;
        arc.axis = line.choice(CameraArc::Axis::Lateral);
        for (int axis = 0; axis < 3; ++axis) {
            arc.centre[axis] = line.real();
        }
        camera.arc = arc;
        return true;
    }
    if (name == "handheld") {
        Handheld handheld;
        handheld.rotationRad = line.real();
        handheld.translationM = line.real();
        handheld.seed = line.integer<std::uint32_t>(0, std::numeric_limits<std::uint32_t>::max());
        handheld.startSeconds = line.real();
        camera.handheld = handheld;
        return true;
    }
    if (name == "curve") {
        auto& points = camera.curves[std::size_t(line.choice(CameraChannel::Lens))].points;
        CurvePoint point;
        point.handles = line.choice(CurveHandles::Hold);
        point.at = line.real();
        point.value = line.real();
        for (double* number : {&point.in.x(), &point.in.y(), &point.out.x(), &point.out.y()}) {
            *number = line.real();
        }
        const bool rises = points.empty() || points.back().at < point.at;
        points.push_back(point);
        return rises && point.in.x() <= 0 && point.out.x() >= 0;
    }
    if (name == "origin") {
        camera.origin = readPose(line);
        return camera.origin->focalMm > 0;
    }
    return false;
}

std::optional<Error> Reader::readGuide(TextLine& line)
{
    const std::string hash(line.word());
    if (!isHash(hash)) {
        return Error{ErrorCode::InvalidArgument, {}, "bad guide"};
    }
    auto picture = m_picture(hash);
    if (!picture) {
        return picture.error();
    }
    m_request.guide.push_back(*picture);
    return std::nullopt;
}

std::optional<Error> Reader::readReference(TextLine& line)
{
    const std::string hash(line.word());
    auto& references = m_request.steering.references;
    if (!isHash(hash) || references.size() >= kMostReferences) {
        return Error{ErrorCode::InvalidArgument, {}, "bad reference"};
    }
    auto picture = m_picture(hash);
    if (!picture) {
        return picture.error();
    }
    references.push_back({unescaped(line.rest()), *picture});
    return std::nullopt;
}

std::optional<Error> Reader::read(TextLine& line)
{
    const auto name = line.name();
    if (name == "model" || name == "prompt" || name == "negative") {
        std::string& text = name == "model"    ? m_request.model
                            : name == "prompt" ? m_request.prompt
                                               : m_request.negativePrompt;
        text = unescaped(line.rest());
        return std::nullopt;
    }
    if (name == "plane") {
        return readPlane(line);
    }
    if (name == "guide") {
        return readGuide(line);
    }
    if (name == "reference") {
        return readReference(line);
    }
    if ((!readHead(line) && !readPlaneLine(line) && !readCameraLine(line)
         && !readDirection(line, m_request))
        || line.isBad() || !line.isAtEnd()) {
        return Error{
            ErrorCode::InvalidArgument, {}, "bad or misplaced \"" + std::string(name) + '"'};
    }
    return std::nullopt;
}

std::optional<Error> Reader::missing() const
{
    if (!m_hasSize || !m_hasStage || !m_hasCamera) {
        return Error{ErrorCode::InvalidArgument, {}, "size, stage or camera is missing"};
    }
    return std::nullopt;
}

} // namespace

Result<Request> requestFromText(std::string_view text,
                                const std::function<Result<Image>(const std::string&)>& picture)
{
    if (!text.starts_with("request 1\n")) {
        return Error{ErrorCode::InvalidArgument, {}, "not a request of format 1"};
    }
    Reader reader(picture);
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        TextLine line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (auto error = reader.read(line)) {
            error->detail = "line " + std::to_string(number) + ": " + error->detail;
            return *error;
        }
    }
    if (auto error = reader.missing()) {
        return *error;
    }
    return reader.take();
}

} // namespace dollygrip::generator
