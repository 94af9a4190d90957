#include "core/geometry/region.h"
#include "core/geometry/regionraster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace dollygrip {

namespace {

constexpr double kRows = 256;
constexpr double kLevel = 127.5;

// Marching squares between pixel centres. A place on the grid's edges is named by a number: twice
// the index of its left or upper pixel, plus one for the edge that goes down.
class Outliner {
public:
    explicit Outliner(const RegionRaster& raster) : m_raster(raster) {}

    std::vector<std::vector<Eigen::Vector2d>> trace()
    {
        for (int y = 0; y + 1 < m_raster.height; ++y)
            for (int x = 0; x + 1 < m_raster.width; ++x)
                cell(x, y);
        std::vector<std::vector<Eigen::Vector2d>> rings;
        while (!m_next.empty()) {
            std::vector<Eigen::Vector2d> ring;
            auto it = m_next.begin();
            while (it != m_next.end()) {
                ring.push_back(place(it->first));
                const std::int64_t to = it->second;
                m_next.erase(it);
                it = m_next.find(to);
            }
            if (ring.size() > 2)
                rings.push_back(std::move(ring));
        }
        return rings;
    }

private:
    std::int64_t index(int x, int y) const { return std::int64_t(y) * m_raster.width + x; }
    bool isIn(int x, int y) const { return m_raster.at(x, y) > kLevel; }

    // The inside is kept on the right hand of the way.
    void cell(int x, int y)
    {
        const bool a = isIn(x, y), b = isIn(x + 1, y), c = isIn(x + 1, y + 1), d = isIn(x, y + 1);
        const std::int64_t top = 2 * index(x, y), left = top + 1;
        const std::int64_t right = 2 * index(x + 1, y) + 1, bottom = 2 * index(x, y + 1);
        // Each corner change met clockwise from the top: out -> in starts, in -> out ends.
        struct Side {
            bool from, to;
            std::int64_t name;
        };
        const std::array<Side, 4> sides{{{a, b, top}, {b, c, right}, {c, d, bottom}, {d, a, left}}};
        for (std::size_t i = 0; i < 4; ++i) {
            if (sides[i].from || !sides[i].to)
                continue;
            for (std::size_t k = 1; k < 4; ++k) {
                const Side& other = sides[(i + k) % 4];
                if (other.from && !other.to) {
                    m_next[sides[i].name] = other.name;
                    break;
                }
            }
        }
    }

    Eigen::Vector2d place(std::int64_t name) const
    {
        const std::int64_t pixel = name / 2;
        const int x = int(pixel % m_raster.width), y = int(pixel / m_raster.width);
        const bool down = name % 2 == 1;
        const double v0 = m_raster.at(x, y);
        const double v1 = m_raster.at(down ? x : x + 1, down ? y + 1 : y);
        const double t = (kLevel - v0) / (v1 - v0);
        return {(m_raster.left + x + 0.5 + (down ? 0 : t)) / m_raster.scaleX,
                (m_raster.top + y + 0.5 + (down ? t : 0)) / m_raster.scaleY};
    }

    const RegionRaster& m_raster;
    std::unordered_map<std::int64_t, std::int64_t> m_next;
};

} // namespace

std::vector<std::vector<Eigen::Vector2d>> edges(const Region& region, double aspect)
{
    RegionBounds area = paintedBounds(region, aspect);
    area.min = area.min.cwiseMax(Eigen::Vector2d(-2, -2));
    area.max = area.max.cwiseMin(Eigen::Vector2d(3, 3));
    if (!(area.max.x() >= area.min.x() && area.max.y() >= area.min.y()))
        return {};
    RegionRaster raster = RegionRaster::over(area, kRows * aspect, kRows, 2);
    raster.paint(region);
    // Clipped areas end inside the window, so that every ring closes.
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            if (x == 0 || y == 0 || x + 1 == raster.width || y + 1 == raster.height)
                raster.values[std::size_t(y) * std::size_t(raster.width) + std::size_t(x)] = 0;
    return Outliner(raster).trace();
}

} // namespace dollygrip
