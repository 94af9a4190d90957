#pragma once

#include "core/base/time.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace dollygrip {

/// Where playing is: play, pause, loop, in and out, J K L. Goes by a clock and drops frames rather
/// than fall behind: frame n is on when the clock says so. Main thread.
class Transport : public QObject {
    Q_OBJECT
public:
    /// Seconds that only grow; any start.
    using Clock = std::function<double()>;

    explicit Transport(QObject* parent = nullptr);

    /// The film's length and rate. The position stays if it still exists.
    void setFilm(FrameIndex length, FrameRate rate);
    /// Frames between which it plays; out is exclusive. Empty: the whole film.
    void setRange(FrameRange range);
    void setIn(FrameIndex in);
    void setOut(FrameIndex end);
    void setLooping(bool isLooping);
    /// What the sound device has played, in seconds; used at normal speed. Empty: the machine's
    /// clock. Changing it while playing does not make a jump.
    void setSoundClock(Clock clock);
    /// In place of the machine's clock (tests).
    void setClock(Clock clock);

    FrameIndex position() const { return m_position; }
    FrameIndex length() const { return m_length; }
    FrameRate rate() const { return m_rate; }
    /// What is played: in to out, or all of it.
    FrameRange range() const;
    bool hasRange() const { return !m_range.isEmpty(); }
    bool isPlaying() const { return m_speed != 0; }
    bool isLooping() const { return m_isLooping; }
    /// 0 standing, 1 normal, to 8 fast, negative backwards.
    int speed() const { return m_speed; }

public Q_SLOTS:
    /// Normal speed, from the start again when it stands at the end.
    void play();
    void pause();
    void togglePlaying();
    /// Pauses and goes back to where playing began.
    void stop();
    /// L: forwards, again: 2, 4, 8 times as fast. From backwards: normal speed.
    void forward();
    /// J: the same backwards.
    void backward();
    /// -8 … 8
    void setSpeed(int speed);
    /// Pauses and moves by frames.
    void step(FrameIndex frames);
    /// Moves without pausing; outside the film means its nearest frame.
    void seek(FrameIndex n);
    /// Looks at the clock; the timer calls it.
    void tick();

Q_SIGNALS:
    void positionChanged(FrameIndex n);
    void speedChanged(int speed);
    void rangeChanged();
    void loopingChanged(bool isLooping);

private:
    double now() const;
    void startHere();
    void moveTo(FrameIndex n);
    void schedule();

    FrameIndex m_length = 0;
    FrameRate m_rate;
    FrameRange m_range;
    FrameIndex m_position = 0;
    FrameIndex m_playedFrom = 0; ///< where stop() goes back to
    bool m_isLooping = false;
    int m_speed = 0;
    Clock m_soundClock;
    Clock m_clock;
    double m_startSeconds = 0.0; ///< on the clock in use
    FrameIndex m_startFrame = 0; ///< that was on at m_startSeconds
    QTimer m_timer;
};

} // namespace dollygrip
