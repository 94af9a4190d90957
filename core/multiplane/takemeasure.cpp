#include "core/multiplane/takemeasure.h"

#include "core/multiplane/edgelikeness.h"
#include "core/multiplane/takeflow.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace dollygrip::multiplane {
namespace {

constexpr int kWidest = 640;            ///< pixels of width in which a take is looked at
constexpr double kGridStep = 1.0 / 128; ///< between drawn candidates, picture widths
constexpr int kMargin = 10;             ///< pixels to the frame's edge
constexpr float kApart = 7;             ///< pixels between two points
constexpr float kWeakest = 3e-4F;       ///< corner response of something to hold on to
constexpr int kMost = 48;               ///< points of a region, or of what is in none
constexpr int kFewest = 3;              ///< below that nothing is said
constexpr float kReturn = 1.0F;         ///< pixels between a point and its way there and back

/// A point on its way through the take.
struct Followed {
    int index = 0; ///< in the tracks
    cv::Point2f found;
};

/// One drawn place after another, and where each should be in every frame.
struct Wanted {
    std::vector<Guide::DrawnPlace> places;
    PointTracks tracks;

    cv::Point2f at(FrameIndex n, int index) const
    {
        const float* xy =
            tracks.xy.data() + (std::size_t(n) * std::size_t(tracks.points) + index) * 2;
        return {xy[0], xy[1]};
    }
    bool isSeen(FrameIndex n, int index) const
    {
        return tracks.visible[std::size_t(n) * std::size_t(tracks.points) + index] != 0;
    }
};

bool isWellInside(const cv::Point2f& p, const cv::Size& size)
{
    return p.x >= kMargin && p.y >= kMargin && p.x < float(size.width - kMargin)
           && p.y < float(size.height - kMargin);
}

/// Is something drawn there?
bool isSolid(const Plane& plane, const Eigen::Vector2d& drawn)
{
    const Placement& where = plane.placement;
    const int x = int((drawn.x() - where.x) / where.width * plane.picture.width());
    const int y = int((drawn.y() - where.y) / where.height * plane.picture.height());
    return x >= 0 && y >= 0 && x < plane.picture.width() && y < plane.picture.height()
           && plane.picture.pixel(x, y)[3] > 127;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Drawn places of a plane whose pixel at frame n is a corner of the take's picture, the strongest
/// ones first, apart from each other.
std::vector<Guide::DrawnPlace> corners(const Guide& guide, int plane, FrameIndex n,
                                       const cv::Mat& grey)
{
    struct Candidate {
        Guide::DrawnPlace place;
        cv::Point2f pixel;
        float strength;
    };
    cv::Mat strength;
    cv::cornerMinEigenVal(grey, strength, 5);
    const Plane& sheet = guide.stage().planes[std::size_t(plane)];
    const Placement& where = sheet.placement;
    std::vector<Candidate> candidates;
    const double down = kGridStep * guide.stage().aspect;
    const double bottom = std::min(where.y + where.height, 2.0);
    const double right = std::min(where.x + where.width, 2.0);
    for (double y = std::max(where.y, -1.0); y < bottom; y += down) {
        for (double x = std::max(where.x, -1.0); x < right; x += kGridStep) {
            const auto seen =
                isSolid(sheet, {x, y}) ? guide.follow(plane, {x, y}, n) : std::nullopt;
            if (!seen) {
                continue;
            }
            const cv::Point2f pixel(float(seen->x() * grey.cols), float(seen->y() * grey.rows));
            if (!isWellInside(pixel, grey.size())) {
                continue;
            }
            const float here = strength.at<float>(int(pixel.y), int(pixel.x));
            if (here > kWeakest) {
                candidates.push_back({{plane, {x, y}}, pixel, here});
            }
        }
    }
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.strength > b.strength; });
    cv::Mat taken(grey.size(), CV_8U, cv::Scalar(0));
    std::vector<Guide::DrawnPlace> places;
    for (const Candidate& candidate : candidates) {
        if (taken.at<uchar>(int(candidate.pixel.y), int(candidate.pixel.x)) == 0) {
            cv::circle(taken, candidate.pixel, int(kApart), 1, cv::FILLED);
            places.push_back(candidate.place);
        }
    }
    return places;
}

/// Follows the points of the planes that come on stage at one frame, and keeps the distances.
class Follower {
public:
    Follower(const Guide& guide, cv::Size size) : m_guide(guide), m_size(size) {}

    void step(FrameIndex n, const cv::Mat& grey)
    {
        follow(n, grey);
        pick(n, grey);
        m_before = grey;
    }
    /// How the points' surroundings look beside the drawing's, once both are at frame n.
    void compare(FrameIndex n, const cv::Mat& take, const cv::Mat& drawing);
    void finish(TakeMeasure& measure) const;

private:
    struct Group {
        Wanted wanted;
        std::vector<Followed> points;
    };
    void pick(FrameIndex n, const cv::Mat& grey);
    void follow(FrameIndex n, const cv::Mat& grey);
    void keep(const Group& group, FrameIndex n);
    double travelOf(int region, FrameIndex first, FrameIndex end) const;
    MotionError errorOf(int region, FrameIndex first, FrameIndex end) const;

    const Guide& m_guide;
    cv::Size m_size;
    cv::Mat m_before;
    std::vector<Group> m_groups;
    std::map<int, std::map<FrameIndex, std::vector<double>>> m_distances; // by region
    std::map<int, std::map<FrameIndex, std::vector<double>>> m_alike;     // by region
    std::map<int, int> m_points;
};

void Follower::pick(FrameIndex n, const cv::Mat& grey)
{
    const Stage& stage = m_guide.stage();
    std::vector<Guide::DrawnPlace> places;
    for (std::size_t p = 0; p < stage.planes.size(); ++p) {
        const Plane& plane = stage.planes[p];
        if (!plane.visible.isEmpty() && std::max<FrameIndex>(plane.visible.first, 0) == n
            && !plane.picture.isNull()) {
            const auto some = corners(m_guide, int(p), n, grey);
            places.insert(places.end(), some.begin(), some.end());
        }
    }
    if (places.empty()) {
        return;
    }
    Group group{{places, m_guide.tracksOf(places, m_size.width, m_size.height)}, {}};
    std::map<int, int> taken;
    for (int k = 0; k < group.wanted.tracks.points; ++k) {
        const int region = group.wanted.tracks.region[std::size_t(k)];
        if (group.wanted.isSeen(n, k) && taken[region] < kMost) {
            ++taken[region];
            ++m_points[region];
            group.points.push_back({k, group.wanted.at(n, k)});
        }
    }
    m_groups.push_back(std::move(group));
}

void Follower::follow(FrameIndex n, const cv::Mat& grey)
{
    const cv::Size window(21, 21);
    constexpr int kLevels = 4;
    for (Group& group : m_groups) {
        if (group.points.empty()) {
            continue;
        }
        std::vector<cv::Point2f> from;
        for (const Followed& point : group.points) {
            from.push_back(point.found);
        }
        std::vector<cv::Point2f> there;
        std::vector<cv::Point2f> back;
        std::vector<uchar> isFound;
        std::vector<uchar> isFoundBack;
        std::vector<float> error;
        cv::calcOpticalFlowPyrLK(m_before, grey, from, there, isFound, error, window, kLevels);
        cv::calcOpticalFlowPyrLK(grey, m_before, there, back, isFoundBack, error, window, kLevels);
        std::vector<Followed> kept;
        for (std::size_t k = 0; k < from.size(); ++k) {
            const bool isGood = isFound[k] != 0 && isFoundBack[k] != 0
                                && cv::norm(back[k] - from[k]) < kReturn
                                && isWellInside(there[k], m_size);
            if (isGood && group.wanted.isSeen(n, group.points[k].index)) {
                kept.push_back({group.points[k].index, there[k]});
            }
        }
        group.points = std::move(kept);
        keep(group, n);
    }
}

void Follower::keep(const Group& group, FrameIndex n)
{
    for (const Followed& point : group.points) {
        m_distances[group.wanted.tracks.region[std::size_t(point.index)]][n].push_back(
            cv::norm(point.found - group.wanted.at(n, point.index)));
    }
}

void Follower::compare(FrameIndex n, const cv::Mat& take, const cv::Mat& drawing)
{
    const cv::Mat edges = edgesOf(take);
    const cv::Mat drawn = edgesOf(drawing);
    for (const Group& group : m_groups)
        for (const Followed& point : group.points)
            m_alike[group.wanted.tracks.region[std::size_t(point.index)]][n].push_back(
                edgesAlike(edges, point.found, drawn, group.wanted.at(n, point.index)));
}

/// In percent of the picture's width: the median over the points that were picked of each one's
/// farthest from where it began.
double Follower::travelOf(int region, FrameIndex first, FrameIndex end) const
{
    std::vector<double> ways;
    for (const Group& group : m_groups) {
        const PointTracks& tracks = group.wanted.tracks;
        for (int k = 0; k < tracks.points; ++k) {
            if (tracks.region[std::size_t(k)] != region) {
                continue;
            }
            double farthest = 0;
            std::optional<cv::Point2f> start;
            for (FrameIndex n = first; n < end; ++n) {
                if (group.wanted.isSeen(n, k)) {
                    start = start.value_or(group.wanted.at(n, k));
                    farthest = std::max(farthest, cv::norm(group.wanted.at(n, k) - *start));
                }
            }
            if (start) {
                ways.push_back(farthest);
            }
        }
    }
    return ways.empty() ? 0 : 100 * median(std::move(ways)) / m_size.width;
}

MotionError Follower::errorOf(int region, FrameIndex first, FrameIndex end) const
{
    MotionError error;
    error.region = region;
    const auto points = m_points.find(region);
    error.points = points == m_points.end() ? 0 : points->second;
    const auto distances = m_distances.find(region);
    if (distances == m_distances.end()) {
        error.points = 0;
        return error;
    }
    double sum = 0;
    int count = 0;
    for (const auto& [n, pixels] : distances->second) {
        if (n < first || n >= end || int(pixels.size()) < kFewest) {
            continue;
        }
        const double percent = 100 * median(pixels) / m_size.width;
        sum += percent;
        ++count;
        error.worstPercent = std::max(error.worstPercent, percent);
    }
    if (count == 0) {
        error.points = 0;
        return error;
    }
    error.percent = sum / count;
    error.travelPercent = travelOf(region, first, end);
    double alike = 0;
    int looks = 0;
    if (const auto seen = m_alike.find(region); seen != m_alike.end()) {
        for (const auto& [n, values] : seen->second) {
            if (n >= first && n < end) {
                alike += std::accumulate(values.begin(), values.end(), 0.0);
                looks += int(values.size());
            }
        }
    }
    error.alike = looks > 0 ? alike / looks : 0;
    return error;
}

void Follower::finish(TakeMeasure& measure) const
{
    const Stage& stage = m_guide.stage();
    int region = 0;
    for (const Plane& plane : stage.planes) {
        for (const PlaneRegion& moving : plane.regions) {
            for (std::size_t k = 0; k < moving.motions.size(); ++k) {
                // From its arrow's beginning to that of the next one: what it did and kept.
                const auto frameAt = [&](double fraction) {
                    return FrameIndex(std::floor(fraction * double(stage.frames - 1)));
                };
                const FrameIndex first = k == 0 ? 0 : frameAt(moving.motions[k].from);
                const FrameIndex end = k + 1 < moving.motions.size()
                                           ? frameAt(moving.motions[k + 1].from)
                                           : stage.frames;
                MotionError error = errorOf(region, first, end);
                error.motion = int(k);
                if (error.points >= kFewest) {
                    measure.arrows.push_back(error);
                }
            }
            ++region;
        }
    }
    MotionError camera = errorOf(-1, 0, stage.frames);
    if (camera.points >= kFewest) {
        measure.camera = camera;
    }
}

cv::Mat scaled(const Image& image, const cv::Size& size)
{
    const cv::Mat rgba(image.height(), image.width(), CV_8UC4,
                       const_cast<std::uint8_t*>(image.pixels())); // read only
    cv::Mat small;
    cv::resize(rgba, small, size, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, small, cv::COLOR_RGBA2RGB);
    return small;
}

} // namespace

TakeMeasure measureTake(const Guide& guide, const TakePicture& picture,
                        const std::vector<Image>& references, const std::stop_token& stop)
{
    TakeMeasure measure;
    const FrameIndex frames = guide.stage().frames;
    std::optional<Follower> follower;
    Steadiness steadiness;
    Likeness likeness(references);
    cv::Size size;
    const FrameIndex between = std::max<FrameIndex>(1, frames / 6);
    const FrameIndex looks = std::max<FrameIndex>(1, frames / 16);
    for (FrameIndex n = 0; n < frames && !stop.stop_requested(); ++n) {
        const Image image = picture(n);
        if (image.isNull()) {
            break;
        }
        if (!follower) {
            const int width = std::min(kWidest, image.width());
            size = {width,
                    std::max(1, int(std::lround(double(width) * image.height() / image.width())))};
            follower.emplace(guide, size);
        }
        const cv::Mat colours = scaled(image, size);
        cv::Mat grey;
        cv::cvtColor(colours, grey, cv::COLOR_RGB2GRAY);
        follower->step(n, grey);
        if (n % looks == looks - 1 || n + 1 == frames) {
            const Image drawing = guide.frame(n, size.width, size.height, false).picture;
            cv::Mat drawn;
            cv::cvtColor(scaled(drawing, size), drawn, cv::COLOR_RGB2GRAY);
            follower->compare(n, grey, drawn);
        }
        steadiness.step(grey, isCut(guide.stage(), n));
        if (n % between == 0) {
            likeness.step(colours);
        }
    }
    if (follower) {
        follower->finish(measure);
    }
    measure.warpError = steadiness.warpError();
    measure.flicker = steadiness.flicker();
    measure.likeness = likeness.values();
    return measure;
}

} // namespace dollygrip::multiplane
