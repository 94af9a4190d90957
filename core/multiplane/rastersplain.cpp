#include "core/multiplane/rastersplain.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace dollygrip::multiplane {
namespace {

/// What one new row or column takes of the old ones.
struct Share {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Share> areaShares(int from, int to)
{
    std::vector<Share> shares;
    const double scale = double(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * scale;
        const double end = std::min(double(from), begin + scale);
        Share share{int(begin), {}};
        for (int k = share.first; k < end; ++k) {
            share.weights.push_back(
                float((std::min(end, k + 1.0) - std::max(begin, double(k))) / (end - begin)));
        }
        shares.push_back(std::move(share));
    }
    return shares;
}

std::vector<Share> linearShares(int from, int to)
{
    std::vector<Share> shares;
    for (int i = 0; i < to; ++i) {
        const double at = std::clamp((i + 0.5) * from / to - 0.5, 0.0, double(from - 1));
        const int first = std::min(int(at), std::max(0, from - 2));
        const float later = float(at - first);
        shares.push_back(from > 1 ? Share{first, {1 - later, later}} : Share{0, {1}});
    }
    return shares;
}

void mix(const Raster& from, const std::vector<Share>& columns, const std::vector<Share>& rows,
         std::uint8_t* to)
{
    const int channels = from.channels;
    std::vector<float> sums(std::size_t(from.width) * channels);
    for (const Share& row : rows) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t k = 0; k < row.weights.size(); ++k) {
            const std::uint8_t* line =
                from.pixels + (row.first + k) * std::size_t(from.width) * channels;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                sums[i] += row.weights[k] * line[i];
            }
        }
        for (const Share& column : columns) {
            for (int c = 0; c < channels; ++c) {
                float value = 0;
                for (std::size_t k = 0; k < column.weights.size(); ++k) {
                    value += column.weights[k] * sums[(column.first + k) * channels + c];
                }
                *to++ = std::uint8_t(std::lround(std::clamp(value, 0.0F, 255.0F)));
            }
        }
    }
}

/// Squared distances along one line to the lower envelope of parabolas (Felzenszwalb and
/// Huttenlocher). `value` and `found` have `count` numbers.
class Envelope {
public:
    explicit Envelope(int longest)
        : m_places(std::size_t(longest)), m_bounds(std::size_t(longest) + 1)
    {
    }

    void lower(const std::vector<double>& value, int count, std::vector<double>& found)
    {
        int last = -1;
        for (int q = 0; q < count; ++q) {
            if (value[std::size_t(q)] >= kFar) {
                continue;
            }
            double meet = -kFar;
            while (last >= 0) {
                const int p = m_places[std::size_t(last)];
                meet = ((value[std::size_t(q)] + double(q) * q)
                        - (value[std::size_t(p)] + double(p) * p))
                       / (2.0 * (q - p));
                if (meet > m_bounds[std::size_t(last)]) {
                    break;
                }
                --last;
                meet = -kFar;
            }
            ++last;
            m_places[std::size_t(last)] = q;
            m_bounds[std::size_t(last)] = meet;
        }
        int at = 0;
        for (int q = 0; q < count; ++q) {
            if (last < 0) {
                found[std::size_t(q)] = kFar;
                continue;
            }
            while (at < last && m_bounds[std::size_t(at) + 1] < q) {
                ++at;
            }
            const double away = q - m_places[std::size_t(at)];
            found[std::size_t(q)] = away * away + value[std::size_t(m_places[std::size_t(at)])];
        }
    }

    static constexpr double kFar = 1e20;

private:
    std::vector<int> m_places;
    std::vector<double> m_bounds;
};

thread_local bool isWithin = false; // a nested call stays on its thread

} // namespace

void shrinkPlainly(const Raster& from, int width, int height, std::uint8_t* to)
{
    mix(from, areaShares(from.width, width), areaShares(from.height, height), to);
}

void stretchPlainly(const Raster& from, int width, int height, std::uint8_t* to)
{
    mix(from, linearShares(from.width, width), linearShares(from.height, height), to);
}

std::vector<float> distancesPlainly(const Mask& mask, double threshold)
{
    const int width = mask.width;
    const int height = mask.height;
    std::vector<double> squares(mask.values.size());
    for (std::size_t i = 0; i < squares.size(); ++i) {
        squares[i] = mask.values[i] > threshold ? 0.0 : Envelope::kFar;
    }
    const int longest = std::max(width, height);
    Envelope envelope(longest);
    std::vector<double> line(static_cast<std::size_t>(longest));
    std::vector<double> found(static_cast<std::size_t>(longest));
    for (int x = 0; x < width; ++x) {
        for (int y = 0; y < height; ++y) {
            line[std::size_t(y)] = squares[std::size_t(y) * width + x];
        }
        envelope.lower(line, height, found);
        for (int y = 0; y < height; ++y) {
            squares[std::size_t(y) * width + x] = found[std::size_t(y)];
        }
    }
    std::vector<float> distance(mask.values.size());
    for (int y = 0; y < height; ++y) {
        const auto row = squares.begin() + std::ptrdiff_t(y) * width;
        std::copy(row, row + width, line.begin());
        envelope.lower(line, width, found);
        for (int x = 0; x < width; ++x) {
            distance[std::size_t(y) * width + x] = float(std::sqrt(found[std::size_t(x)]));
        }
    }
    return distance;
}

void onAllCoresPlainly(int count, const std::function<void(int)>& work)
{
    const int threads =
        isWithin ? 1 : std::min(count, std::max(1, int(std::thread::hardware_concurrency())));
    std::atomic<int> next = 0;
    const auto share = [&] {
        isWithin = true;
        for (int index = next++; index < count; index = next++) {
            work(index);
        }
        isWithin = false;
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) {
        others.emplace_back(share);
    }
    const bool wasWithin = isWithin;
    share();
    isWithin = wasWithin;
}

} // namespace dollygrip::multiplane
