#pragma once

#include "core/base/time.h"

#include <QRect>

namespace dollygrip::ui {

/// The rows of the timeline, from top to bottom, over its whole width.
struct TimelineRows {
    QRect ruler;
    QRect shots;
    QRect motion;
    QRect camera;
    QRect sound;
};

/// Film frames <-> pixels of the timeline's viewport: zoom, scroll, rows. A value; pure.
class TimelineLayout {
public:
    static constexpr int kHeader = 76; ///< room for the rows' names, on the left
    static constexpr int kRulerHeight = 26;
    static constexpr double kWidest = 48.0; ///< pixels a frame

    int width() const { return m_width; }
    void setSize(int width, int height);
    /// Frames of the film; the timeline goes on for a little after it.
    void setLength(FrameIndex frames);
    FrameIndex length() const { return m_length; }

    double pixelsPerFrame() const { return m_scale; }
    /// Pixels the content is moved to the left.
    double scroll() const { return m_scroll; }
    void setScroll(double pixels);
    double contentWidth() const;
    double largestScroll() const;

    double x(double frame) const { return kHeader + frame * m_scale - m_scroll; }
    /// Where a pixel stands in the film, in fractions of frames; may be negative.
    double position(double x) const { return (x - kHeader + m_scroll) / m_scale; }
    FrameIndex frameUnder(double x) const; ///< the frame shown at that pixel
    FrameIndex cutNear(double x) const;    ///< the nearest border between frames
    FrameRange visible() const;

    /// Zooms so that the frame at `x` stays there.
    void zoomAt(double x, double factor);
    /// The whole film in sight.
    void fit();
    bool isFitted() const;
    /// Scrolls as little as needed. While playing it turns over by a page instead, so that the
    /// picture does not crawl.
    void reveal(FrameIndex frame, bool isPlaying);

    TimelineRows rows() const;
    /// Frames between two labels of the ruler, at least `pixels` apart: 1, 2, 5, … frames, then
    /// whole seconds and minutes.
    FrameIndex rulerStep(FrameRate rate, double pixels) const;

private:
    double smallestScale() const;

    int m_width = 800;
    int m_height = 200;
    FrameIndex m_length = 0;
    double m_scale = 4.0;
    double m_scroll = 0.0;
};

} // namespace dollygrip::ui
