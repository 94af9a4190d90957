#pragma once

#include "core/base/image.h"
#include "core/media/audioreader.h"
#include "core/media/videowriter.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

/// Pictures, sounds and small movies that the media tests make for themselves.
namespace dollygrip::test {

/// Smooth colours that move with n, and a white square that tells frames apart.
inline Image movingPicture(int width, int height, int n)
{
    return Image::filled(width, height, [&](std::uint8_t* pixel) {
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x, pixel += 4) {
                const bool isSquare =
                    std::abs(x - (8 + n * 7) % width) < 6 && std::abs(y - height / 2) < 6;
                pixel[0] = isSquare ? 255 : std::uint8_t(40 + 160 * x / width);
                pixel[1] = isSquare ? 255 : std::uint8_t(40 + 160 * y / height);
                pixel[2] = isSquare ? 255 : std::uint8_t(40 + (n * 5) % 160);
                pixel[3] = 255;
            }
    });
}

/// Peak signal to noise in dB over the colours; 99 for equal pictures, 0 for different sizes.
inline double psnr(const Image& a, const Image& b)
{
    if (a.isNull() || a.width() != b.width() || a.height() != b.height())
        return 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < a.byteCount(); ++i)
        if (i % 4 != 3) {
            const double d = double(a.pixels()[i]) - double(b.pixels()[i]);
            sum += d * d;
        }
    const double mean = sum / (double(a.byteCount()) * 0.75);
    return mean < 1e-9 ? 99.0 : 10.0 * std::log10(255.0 * 255.0 / mean);
}

/// The largest difference of a colour in the middle of both pictures.
inline int middleDifference(const Image& a, const Image& b)
{
    const std::uint8_t* p = a.pixel(a.width() / 2, a.height() / 2);
    const std::uint8_t* q = b.pixel(b.width() / 2, b.height() / 2);
    int largest = 0;
    for (int c = 0; c < 3; ++c)
        largest = std::max(largest, std::abs(int(p[c]) - int(q[c])));
    return largest;
}

/// A tone on the left, one an octave higher on the right.
inline media::Sound tone(double seconds, double hertz = 440.0, int rate = 48000, float size = 0.5F)
{
    media::Sound sound;
    sound.rate = rate;
    const auto count = std::int64_t(std::llround(seconds * rate));
    for (std::int64_t i = 0; i < count; ++i) {
        const double turn = 2.0 * 3.14159265358979 * hertz * double(i) / rate;
        sound.samples.push_back(size * float(std::sin(turn)));
        sound.samples.push_back(size * float(std::sin(2.0 * turn)));
    }
    return sound;
}

/// Root mean square of one side from one audio frame to another.
inline double loudness(const media::Sound& sound, int side, std::int64_t first, std::int64_t end)
{
    double sum = 0.0;
    for (std::int64_t i = first; i < end; ++i) {
        const double value = sound.samples[std::size_t(i) * 2 + std::size_t(side)];
        sum += value * value;
    }
    return std::sqrt(sum / double(std::max<std::int64_t>(end - first, 1)));
}

/// Writes `frames` moving pictures, with a tone where the settings have sound.
inline Result<void> writeMovie(const std::string& path, const media::MovieSettings& settings,
                               int frames)
{
    auto writer = media::VideoWriter::create(path, settings);
    if (!writer)
        return writer.error();
    const media::Sound sound =
        tone(settings.rate.seconds(frames), 440.0, std::max(settings.soundRate, 1));
    std::int64_t given = 0;
    for (int n = 0; n < frames; ++n) {
        if (auto r = writer->add(movingPicture(settings.width, settings.height, n)); !r)
            return r;
        if (settings.soundRate == 0)
            continue;
        const auto end =
            std::int64_t(std::llround(settings.rate.seconds(n + 1) * settings.soundRate));
        const std::span<const float> part(sound.samples.data() + given * 2,
                                          std::size_t(std::min(end, sound.frameCount()) - given)
                                              * 2);
        if (auto r = writer->addSound(part); !r)
            return r;
        given = end;
    }
    return writer->finish();
}

} // namespace dollygrip::test
