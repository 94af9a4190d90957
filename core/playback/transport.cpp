#include "core/playback/transport.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace dollygrip {
namespace {

constexpr int kFastest = 8;

double machineSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

Transport::Transport(QObject* parent) : QObject(parent), m_clock(machineSeconds)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Transport::tick);
}

double Transport::now() const
{
    return m_soundClock && m_speed == 1 ? m_soundClock() : m_clock();
}

FrameRange Transport::range() const
{
    const FrameRange all{0, m_length};
    const FrameRange part{std::max<FrameIndex>(m_range.first, 0), std::min(m_range.end, m_length)};
    return part.isEmpty() ? all : part;
}

void Transport::setFilm(FrameIndex length, FrameRate rate)
{
    m_length = std::max<FrameIndex>(length, 0);
    m_rate = rate;
    startHere();
    moveTo(m_position);
    if (m_length == 0)
        setSpeed(0);
}

void Transport::setRange(FrameRange range)
{
    if (range.isEmpty())
        range = {};
    if (range == m_range)
        return;
    m_range = range;
    startHere();
    Q_EMIT rangeChanged();
}

void Transport::setIn(FrameIndex in)
{
    const FrameRange before = range();
    setRange({in, before.end > in ? before.end : m_length});
}

void Transport::setOut(FrameIndex end)
{
    const FrameRange before = range();
    setRange({before.first < end ? before.first : 0, end});
}

void Transport::setLooping(bool isLooping)
{
    if (isLooping == m_isLooping)
        return;
    m_isLooping = isLooping;
    startHere();
    Q_EMIT loopingChanged(isLooping);
}

void Transport::setSoundClock(Clock clock)
{
    m_soundClock = std::move(clock);
    startHere();
}

void Transport::setClock(Clock clock)
{
    m_clock = std::move(clock);
    startHere();
}

void Transport::play()
{
    const FrameRange part = range();
    if (m_speed == 0 && (m_position >= part.end - 1 || m_position < part.first))
        moveTo(part.first);
    setSpeed(1);
}

void Transport::pause()
{
    setSpeed(0);
}

void Transport::togglePlaying()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Transport::stop()
{
    pause();
    moveTo(m_playedFrom);
}

void Transport::forward()
{
    setSpeed(m_speed <= 0 ? 1 : std::min(m_speed * 2, kFastest));
}

void Transport::backward()
{
    setSpeed(m_speed >= 0 ? -1 : std::max(m_speed * 2, -kFastest));
}

void Transport::setSpeed(int speed)
{
    speed = m_length > 0 ? std::clamp(speed, -kFastest, kFastest) : 0;
    if (speed == m_speed)
        return;
    if (m_speed == 0)
        m_playedFrom = m_position;
    m_speed = speed;
    startHere();
    Q_EMIT speedChanged(speed);
}

void Transport::step(FrameIndex frames)
{
    pause();
    moveTo(m_position + frames);
}

void Transport::seek(FrameIndex n)
{
    moveTo(n);
    startHere();
}

/// The clock counts from here: after each change of speed, place or clock.
void Transport::startHere()
{
    m_startFrame = m_position;
    m_startSeconds = now();
    schedule();
}

void Transport::moveTo(FrameIndex n)
{
    n = std::clamp<FrameIndex>(n, 0, std::max<FrameIndex>(m_length - 1, 0));
    if (n == m_position)
        return;
    m_position = n;
    Q_EMIT positionChanged(n);
}

void Transport::tick()
{
    if (m_speed == 0)
        return;
    // A hair more, so that a timer that fires exactly on time is not a frame early.
    const double passed = std::max(now() - m_startSeconds, 0.0) * m_rate.perSecond() + 1e-6;
    FrameIndex n =
        m_startFrame + FrameIndex(std::floor(passed * std::abs(m_speed))) * (m_speed > 0 ? 1 : -1);
    const FrameRange part = range();
    // Who starts outside the range plays on to the film's end and is not pulled into it.
    const bool isInside = part.contains(m_startFrame);
    const FrameRange way = isInside ? part : FrameRange{0, m_length};
    if (m_isLooping) {
        const FrameIndex turn = (n - way.first) % way.length();
        moveTo(way.first + (turn < 0 ? turn + way.length() : turn));
    } else if (n >= way.end || n < way.first) {
        moveTo(n >= way.end ? way.end - 1 : way.first);
        pause();
        return;
    } else {
        moveTo(n);
    }
    schedule();
}

/// Wakes up when the next frame is due.
void Transport::schedule()
{
    if (m_speed == 0) {
        m_timer.stop();
        return;
    }
    const double perSecond = m_rate.perSecond() * std::abs(m_speed);
    const double passed = std::max(now() - m_startSeconds, 0.0) * perSecond;
    const double wait = (std::floor(passed + 1e-6) + 1.0 - passed) / perSecond;
    m_timer.start(std::clamp(int(std::ceil(wait * 1000.0)), 1, 100));
}

} // namespace dollygrip
