#include "ui/timeline/timelinelayout.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kTail = 120.0; ///< pixels of free room after the film

} // namespace

void TimelineLayout::setSize(int width, int height)
{
    m_width = std::max(width, kHeader + 40);
    m_height = height;
    m_scale = std::clamp(m_scale, smallestScale(), kWidest);
    setScroll(m_scroll);
}

void TimelineLayout::setLength(FrameIndex frames)
{
    m_length = std::max<FrameIndex>(0, frames);
    m_scale = std::clamp(m_scale, smallestScale(), kWidest);
    setScroll(m_scroll);
}

double TimelineLayout::smallestScale() const
{
    const double room = m_width - kHeader - kTail / 2;
    return std::min(kWidest, std::max(20.0, room) / double(std::max<FrameIndex>(m_length, 24)));
}

double TimelineLayout::contentWidth() const
{
    return kHeader + double(m_length) * m_scale + kTail;
}

double TimelineLayout::largestScroll() const
{
    const double hidden = contentWidth() - m_width;
    return isFitted() ? 0.0 : std::max(0.0, hidden);
}

void TimelineLayout::setScroll(double pixels)
{
    m_scroll = std::clamp(pixels, 0.0, largestScroll());
}

FrameIndex TimelineLayout::frameUnder(double x) const
{
    return FrameIndex(std::floor(position(x)));
}

FrameIndex TimelineLayout::cutNear(double x) const
{
    return FrameIndex(std::lround(position(x)));
}

FrameRange TimelineLayout::visible() const
{
    return {std::max<FrameIndex>(0, frameUnder(kHeader)), frameUnder(m_width) + 1};
}

void TimelineLayout::zoomAt(double x, double factor)
{
    const double frame = position(x);
    m_scale = std::clamp(m_scale * factor, smallestScale(), kWidest);
    setScroll(frame * m_scale - (x - kHeader));
}

void TimelineLayout::fit()
{
    m_scale = smallestScale();
    m_scroll = 0;
}

bool TimelineLayout::isFitted() const
{
    return m_scale <= smallestScale() * 1.0001;
}

void TimelineLayout::reveal(FrameIndex frame, bool isPlaying)
{
    const double at = x(double(frame));
    const double left = kHeader + 8;
    const double right = m_width - 16;
    if (at >= left && at <= right)
        return;
    if (isPlaying)
        setScroll(m_scroll + at - (kHeader + 0.08 * (m_width - kHeader)));
    else
        setScroll(m_scroll + (at < left ? at - left - 24 : at - right + 24));
}

TimelineRows TimelineLayout::rows() const
{
    constexpr int kGap = 2;
    // Pictures first, then sound; what is left over goes to the bars.
    const int free = m_height - kRulerHeight - 4 * kGap - 4;
    int motion = m_height >= 150 ? 20 : 14;
    int camera = m_height >= 150 ? 18 : 14;
    const int rest = std::max(40, free - motion - camera);
    int sound = std::clamp(rest * 42 / 100, 16, 200);
    const int shots = std::clamp(rest - sound, 24, 132);
    int over = std::max(0, rest - sound - shots);
    const int forSound = std::min(over / 2, 220 - std::min(sound, 220));
    sound += forSound;
    over -= forSound;
    motion += std::min(over * 2 / 3, 44);
    camera += std::min(over / 3, 14);
    TimelineRows rows;
    int y = 0;
    const auto take = [&](int height) {
        const QRect row(0, y, m_width, height);
        y += height + kGap;
        return row;
    };
    rows.ruler = take(kRulerHeight);
    rows.shots = take(shots);
    rows.motion = take(motion);
    rows.camera = take(camera);
    rows.sound = take(sound);
    return rows;
}

FrameIndex TimelineLayout::rulerStep(FrameRate rate, double pixels) const
{
    const FrameIndex second = std::max(1, rate.nominal());
    for (const FrameIndex step : {FrameIndex(1), FrameIndex(2), FrameIndex(5), FrameIndex(10)}) {
        if (step * 2 <= second && double(step) * m_scale >= pixels)
            return step;
    }
    if (second % 2 == 0 && double(second / 2) * m_scale >= pixels)
        return second / 2;
    for (const FrameIndex seconds : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800}) {
        if (double(seconds * second) * m_scale >= pixels)
            return seconds * second;
    }
    return second * 3600;
}

} // namespace dollygrip::ui
