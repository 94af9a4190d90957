// How long the outline of a clicked thing takes at 1920 x 1080, in a drawing and in a photo, and
// drawing a lasso to the edges. With a picture's path and a place (0…1) as arguments: of that one.

#include "core/multiplane/findoutline.h"

#include <QImage>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::multiplane;

namespace {

constexpr int kWidth = 1920, kHeight = 1080;

Image filled(const std::function<void(double, double, std::uint8_t*)>& paint)
{
    return Image::filled(kWidth, kHeight, [&](std::uint8_t* pixels) {
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x)
                paint(x + 0.5, y + 0.5, pixels + (std::size_t(y) * kWidth + x) * 4);
    });
}

Image drawing()
{
    return filled([](double x, double y, std::uint8_t* to) {
        const double ring = std::abs(std::hypot(x - 800, y - 540) - 260 - 20 * std::sin(y / 40));
        const bool isInk = ring < 4 || std::fmod(x + 0.6 * y, 211) < 3;
        std::fill_n(to, 3, std::uint8_t(isInk ? 24 : 0));
        to[3] = isInk ? 255 : 0;
    });
}

Image photo()
{
    unsigned seed = 1;
    return filled([&](double x, double y, std::uint8_t* to) {
        seed = seed * 1664525u + 1013904223u;
        const double grain = double(seed >> 24) / 6 - 21;
        const bool isIn = std::hypot((x - 1000) / 1.3, y - 560) < 250;
        const double base[3] = {isIn ? 190.0 : 60 + x / 30, isIn ? 120.0 : 90 + y / 20,
                                isIn ? 70.0 : 120 - y / 30};
        for (int c = 0; c < 3; ++c)
            to[c] = std::uint8_t(std::clamp(base[c] + grain, 0.0, 255.0));
        to[3] = 255;
    });
}

void measure(const char* what, const std::function<std::size_t()>& work)
{
    std::vector<double> times;
    std::size_t corners = 0;
    for (int i = 0; i < 7; ++i) {
        const auto start = std::chrono::steady_clock::now();
        corners = work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %6.0f ms   worst %6.0f ms   %zu corners\n", what, times[3], times[6],
                corners);
}

std::size_t cornersOf(const Outlines& outlines)
{
    std::size_t count = 0;
    for (const auto& outline : outlines)
        count += outline.size();
    return count;
}

} // namespace

int main(int argc, char** argv)
{
    const auto clicked = [](const Image& picture, double x, double y) {
        OutlineWish wish;
        wish.inside = {{x, y}};
        return cornersOf(findOutline(picture, wish).outlines);
    };
    if (argc > 3) {
        const QImage read = QImage(QString::fromLocal8Bit(argv[1]))
                                .convertToFormat(QImage::Format_RGBA8888_Premultiplied);
        if (read.isNull())
            return 1;
        const Image picture = Image::filled(read.width(), read.height(), [&](std::uint8_t* to) {
            for (int y = 0; y < read.height(); ++y)
                std::copy_n(read.constScanLine(y), std::size_t(read.width()) * 4,
                            to + std::size_t(y) * std::size_t(read.width()) * 4);
        });
        measure(argv[1], [&] { return clicked(picture, std::atof(argv[2]), std::atof(argv[3])); });
        return 0;
    }
    const Image drawn = drawing(), shot = photo();
    measure("drawing, a click", [&] { return clicked(drawn, 0.42, 0.5); });
    measure("photo, a click", [&] { return clicked(shot, 0.52, 0.52); });
    measure("photo, a box", [&] {
        OutlineWish wish;
        wish.box = OutlineWish::Box{{0.3, 0.2}, {0.75, 0.85}};
        return cornersOf(findOutline(shot, wish).outlines);
    });
    measure("photo, a lasso to the edges", [&] {
        Outlines rough(1);
        for (int i = 0; i < 40; ++i) {
            const double angle = i * std::acos(-1.0) / 20, far = 250 + (i % 2 ? 14 : -14);
            rough[0].emplace_back((1000 + 1.3 * far * std::cos(angle)) / kWidth,
                                  (560 + far * std::sin(angle)) / kHeight);
        }
        return cornersOf(snappedToEdges(shot, rough, 0.02));
    });
    return 0;
}
