#include "ui/canvas/stabiliser.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kMostSamples = 28;
constexpr double kLongestString = 90; // pixels
constexpr int kCatchUpSteps = 6;

} // namespace

Stabiliser::Stabiliser(Steadying kind, double strength, const CanvasFrame& frame, bool catchesUp)
    : m_kind(kind), m_frame(frame), m_catchesUp(catchesUp)
{
    const double much = std::clamp(strength, 0.0, 1.0);
    m_memory =
        kind == Steadying::Average ? std::size_t(1 + std::lround(much * much * kMostSamples)) : 1;
    m_length = kind == Steadying::String ? (4 + much * kLongestString) * frame.pixel() : 0;
}

void Stabiliser::begin(const PointerEvent& event)
{
    m_tip = event;
    m_pen = event.position;
    m_lately = {event};
}

// Later samples count more, in even steps.
PointerEvent Stabiliser::average() const
{
    PointerEvent mean = m_lately.last();
    mean.position.setZero();
    mean.pressure = 0;
    mean.tilt = 0;
    double sum = 0;
    for (qsizetype i = 0; i < m_lately.size(); ++i) {
        const double weight = double(i + 1);
        mean.position += weight * m_lately[i].position;
        mean.pressure += weight * m_lately[i].pressure;
        mean.tilt += weight * m_lately[i].tilt;
        sum += weight;
    }
    mean.position /= sum;
    mean.pressure /= sum;
    mean.tilt /= sum;
    return mean;
}

std::optional<PointerEvent> Stabiliser::follow(const PointerEvent& event)
{
    m_pen = event.position;
    if (m_kind == Steadying::String) {
        const double distance = seenDistance(m_tip.position, event.position, m_frame.aspect());
        if (distance <= m_length)
            return std::nullopt;
        const Eigen::Vector2d from = m_tip.position;
        m_tip = event;
        m_tip.position = from + (event.position - from) * (1 - m_length / distance);
        return m_tip;
    }
    m_lately.append(event);
    while (std::size_t(m_lately.size()) > m_memory)
        m_lately.removeFirst();
    m_tip = average();
    return m_tip;
}

QList<PointerEvent> Stabiliser::end(const PointerEvent& event)
{
    QList<PointerEvent> rest;
    if (m_kind == Steadying::String) {
        if (!m_catchesUp)
            return rest;
        // Straight along the string, as hard as the line was drawn.
        const PointerEvent from = m_tip;
        for (int step = 1; step <= kCatchUpSteps; ++step) {
            m_tip.position =
                from.position + (event.position - from.position) * (double(step) / kCatchUpSteps);
            rest.append(m_tip);
        }
        return rest;
    }
    // The hand rests at the end until the line has come there; the pressure of the last touch
    // stays, a pen that leaves the paper reports none.
    PointerEvent last = event;
    last.pressure =
        m_lately.isEmpty() ? event.pressure : std::min(event.pressure, m_lately.last().pressure);
    const std::size_t steps = m_memory;
    for (std::size_t i = 0; i < steps; ++i) {
        if (const auto point = follow(last))
            rest.append(*point);
    }
    return rest;
}

std::optional<std::pair<Eigen::Vector2d, Eigen::Vector2d>> Stabiliser::string() const
{
    if (m_kind != Steadying::String)
        return std::nullopt;
    return std::make_pair(m_tip.position, m_pen);
}

} // namespace dollygrip::ui
