#include "core/multiplane/regionshape.h"

#include "core/multiplane/coverageon.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dollygrip::multiplane {
namespace {

constexpr int kRows = 720;      // of the frame, in which a shape is made
constexpr int kMostSide = 2048; // pixels
constexpr int kGap = 6;  // of kRows: lines that end nearer to each other than twice this meet
constexpr int kInk = 48; // alpha from which there is something
constexpr double kLeast = 1.0 / 400; // of the region: with less in it, all of it counts

/// One byte a pixel, 0 or 1, with a border in which nothing is.
struct Bits {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;

    Bits(int columns, int rows)
        : width(columns), height(rows), values(std::size_t(columns) * rows, 0)
    {
    }
    std::uint8_t& at(int x, int y) { return values[std::size_t(y) * width + x]; }
};

/// Runs of a line in which a value stands are made longer by `reach` to both sides.
void widenLine(std::uint8_t* first, int count, int step, std::uint8_t value, int reach)
{
    int lastSeen = -reach - 1;
    std::vector<std::uint8_t> hit(std::size_t(count), 0);
    for (int i = 0; i < count; ++i) {
        lastSeen = first[std::ptrdiff_t(i) * step] == value ? i : lastSeen;
        hit[std::size_t(i)] = i - lastSeen <= reach;
    }
    int nextSeen = count + reach;
    for (int i = count - 1; i >= 0; --i) {
        nextSeen = first[std::ptrdiff_t(i) * step] == value ? i : nextSeen;
        hit[std::size_t(i)] |= nextSeen - i <= reach;
    }
    for (int i = 0; i < count; ++i) {
        if (hit[std::size_t(i)]) {
            first[std::ptrdiff_t(i) * step] = value;
        }
    }
}

void widen(Bits& bits, std::uint8_t value, int reach)
{
    for (int y = 0; y < bits.height; ++y) {
        widenLine(&bits.at(0, y), bits.width, 1, value, reach);
    }
    for (int x = 0; x < bits.width; ++x) {
        widenLine(&bits.at(x, 0), bits.height, bits.width, value, reach);
    }
}

/// Everything that cannot be reached from the border becomes 1.
void fillEnclosed(Bits& bits)
{
    constexpr std::uint8_t kReached = 2;
    std::vector<int> open{0}; // the border is free
    bits.values[0] = kReached;
    while (!open.empty()) {
        const int place = open.back();
        open.pop_back();
        const int x = place % bits.width;
        const auto visit = [&](int next) {
            if (bits.values[std::size_t(next)] == 0) {
                bits.values[std::size_t(next)] = kReached;
                open.push_back(next);
            }
        };
        if (x > 0)
            visit(place - 1);
        if (x + 1 < bits.width)
            visit(place + 1);
        if (place >= bits.width)
            visit(place - bits.width);
        if (place + bits.width < bits.width * bits.height)
            visit(place + bits.width);
    }
    for (std::uint8_t& value : bits.values) {
        value = value == kReached ? 0 : 1;
    }
}

/// Is anything drawn in the part of the plane's picture that a pixel of the shape shows?
class Drawn {
public:
    Drawn(const Plane& plane, const Placement& where, int width, int height)
        : m_picture(plane.picture), m_across(plane.picture.width() / plane.placement.width),
          m_down(plane.picture.height() / plane.placement.height),
          m_left((where.x - plane.placement.x) * m_across),
          m_top((where.y - plane.placement.y) * m_down), m_stepX(where.width / width * m_across),
          m_stepY(where.height / height * m_down)
    {
    }
    bool at(int x, int y) const
    {
        const auto [left, right] = span(m_left + x * m_stepX, m_stepX, m_picture.width());
        const auto [top, bottom] = span(m_top + y * m_stepY, m_stepY, m_picture.height());
        for (int row = top; row < bottom; ++row) {
            for (int column = left; column < right; ++column) {
                if (m_picture.pixel(column, row)[3] >= kInk) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    /// Source pixels that a pixel shows: those whose middles lie in it, at least the nearest one.
    static std::pair<int, int> span(double from, double step, int count)
    {
        const double first = std::floor(step > 1.0 ? from + 0.5 : from + 0.5 * step);
        const double end = std::max(first + 1.0, std::floor(from + step + 0.5));
        const double most = step > 1.0 ? end : first + 1.0;
        return {int(std::clamp(first, 0.0, double(count))),
                int(std::clamp(most, 0.0, double(count)))};
    }

    const Image& m_picture;
    double m_across;
    double m_down;
    double m_left;
    double m_top;
    double m_stepX;
    double m_stepY;
};

/// What is drawn in the region with what it encloses: 0 where nothing is.
void cutToBody(Mask& area, const Plane& plane, const Placement& where)
{
    const int margin = kGap + 1;
    const Drawn drawn(plane, where, area.width, area.height);
    Bits ink(area.width + 2 * margin, area.height + 2 * margin);
    double total = 0;
    double inked = 0;
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            if (area.at(x, y) >= 128) {
                ++total;
                if (drawn.at(x, y)) {
                    ++inked;
                    ink.at(x + margin, y + margin) = 1;
                }
            }
        }
    }
    if (inked < kLeast * total || inked == total) {
        return; // nothing, or a backdrop
    }
    Bits body = ink;
    widen(body, 1, kGap);
    fillEnclosed(body);
    widen(body, 0, kGap);
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            if (!body.at(x + margin, y + margin) && !ink.at(x + margin, y + margin)) {
                area.values[std::size_t(y) * area.width + x] = 0;
            }
        }
    }
}

} // namespace

std::unique_ptr<const RegionShape> shapeOf(const Plane& plane, const Region& region, double aspect)
{
    const Placement where = placementOf(region, aspect);
    if (isEmpty(where)) {
        return nullptr;
    }
    const auto side = [](double pixels) {
        return int(std::clamp(std::ceil(pixels), 1.0, double(kMostSide)));
    };
    Mask area = coverageOn(region, where, aspect, side(where.width * kRows * aspect),
                           side(where.height * kRows));
    if (!plane.picture.isNull() && !isEmpty(plane.placement)) {
        cutToBody(area, plane, where);
    }
    Image alpha = Image::filled(area.width, area.height, [&](std::uint8_t* pixels) {
        for (std::size_t i = 0; i < area.values.size(); ++i) {
            std::fill_n(pixels + i * 4, 4, area.values[i]);
        }
    });
    return std::make_unique<const RegionShape>(std::move(alpha), where);
}

} // namespace dollygrip::multiplane
