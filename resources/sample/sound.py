"""The sample film's sounds, made from sums of sines and filtered noise. Cuts fall on a half-second beat.

Writes Ogg Opus through ffmpeg; everything else is the standard library.
"""
import array
import math
import os
import random
import subprocess
import tempfile
import wave

RATE = 24000
BEAT = 0.5


def noise(seconds, seed):
    rng = random.Random(seed)
    return [rng.uniform(-1, 1) for _ in range(int(seconds * RATE))]


def low_pass(x, hertz):
    """hertz: a number, or a function of seconds."""
    y, out = 0.0, []
    for i, v in enumerate(x):
        f = hertz(i / RATE) if callable(hertz) else hertz
        y += (v - y) * (1 - math.exp(-2 * math.pi * f / RATE))
        out.append(y)
    return out


def high_pass(x, hertz):
    return [v - l for v, l in zip(x, low_pass(x, hertz))]


def scaled(x, envelope):
    return [v * envelope(i / RATE) for i, v in enumerate(x)]


def add(target, x, at, gain=1.0):
    first = int(at * RATE)
    for i in range(max(0, min(len(x), len(target) - first))):
        target[first + i] += x[i] * gain


def ramp(t, *points):
    for (t0, v0), (t1, v1) in zip(points, points[1:]):
        if t <= t1:
            return v0 + (v1 - v0) * max(0.0, t - t0) / (t1 - t0)
    return points[-1][1]


def wind(seconds):
    gust = low_pass(noise(seconds, 5), 0.4)
    peak = max(map(abs, gust))
    body = low_pass(low_pass(noise(seconds, 1), lambda t: 320 + 380 * (gust[int(t * RATE)] / peak + 0.6)), 900)
    whistle = scaled(high_pass(low_pass(noise(seconds, 2), 1500), 1100), lambda t: max(0.0, gust[int(t * RATE)] / peak) ** 2)
    return [b * 2.2 + w * 1.2 for b, w in zip(body, whistle)]


def clock(seconds):
    out = [0.0] * int(seconds * RATE)
    for k in range(int(seconds / BEAT)):
        final = k == int(seconds / BEAT) // 2
        tick = scaled(high_pass(noise(0.05, 40 + k % 2), 1800), lambda t: math.exp(-t * 160))
        ring = [math.sin(2 * math.pi * (2100 if k % 2 else 2500) * i / RATE) * math.exp(-i / RATE * 90) for i in range(int(0.06 * RATE))]
        add(out, tick, k * BEAT, 1.6 if final else 0.9)
        add(out, ring, k * BEAT, 0.30)
        if final:
            add(out, [math.sin(2 * math.pi * 130 * i / RATE) * math.exp(-i / RATE * 14) for i in range(int(0.4 * RATE))], k * BEAT, 0.8)
    return out


def steps(seconds):
    out = [0.0] * int(seconds * RATE)
    t, k = 0.06, 0
    while t < seconds - 0.2:
        on_stairs = t > seconds / 2
        snow = scaled(low_pass(high_pass(noise(0.14, 60 + k), 300), 2600 if not on_stairs else 4200), lambda s: math.exp(-s * 34) * min(1, s * 220))
        thump = [math.sin(2 * math.pi * (95 - 160 * i / RATE) * i / RATE) * math.exp(-i / RATE * 42) for i in range(int(0.12 * RATE))]
        add(out, snow, t, 1.3)
        add(out, thump, t, 0.7)
        t += 0.25 + (0.012 if k % 2 else -0.006) + (0.03 if on_stairs else 0)
        k += 1
    for b in range(int(seconds / 0.75)):  # breath
        add(out, scaled(high_pass(low_pass(noise(0.3, 90 + b), 2400), 700), lambda s: math.sin(math.pi * min(1, s / 0.3)) ** 2), 0.3 + b * 0.75, 0.22)
    return out


def train(seconds):
    rumble = scaled(low_pass(noise(seconds, 7), 110), lambda t: ramp(t, (0, .15), (2.4, 1.0), (4.5, .8), (seconds, .12)))
    out = [v * 4.5 for v in rumble]
    t, gap, k = 0.0, 0.24, 0
    while t < seconds - 0.4:
        loud = ramp(t, (0, .3), (2.4, 1.0), (4.5, .65), (seconds, .2))
        chuff = scaled(low_pass(high_pass(noise(0.34, 100 + k), 180), 1500), lambda s: math.exp(-s * 15) * min(1, s * 60))
        add(out, chuff, t, loud * (1.5 if k % 4 == 0 else 1.0))
        t += gap
        gap *= 1.045
        k += 1
    for at, length in ((0.5, 0.75), (1.4, 1.25)):  # whistle
        tone = []
        for i in range(int(length * RATE)):
            s = i / RATE
            env = min(1, s * 14) * min(1, (length - s) * 7)
            bend = 1 - 0.03 * math.exp(-s * 16)
            tone.append(env * sum(math.sin(2 * math.pi * f * bend * s + 0.03 * math.sin(34 * s)) for f in (466.2, 554.4, 698.5)) / 3)
        add(out, tone, at, 0.55)
    brake = scaled(high_pass(low_pass(noise(2.2, 9), 5200), 2600), lambda s: math.sin(math.pi * min(1, s / 2.2)) ** 2)
    add(out, brake, seconds - 3.3, 0.5)
    add(out, scaled(high_pass(noise(2.0, 10), 1500), lambda s: math.exp(-s * 1.6) * min(1, s * 8)), seconds - 2.1, 0.35)
    return out


_notes = {}


def note(key, seconds=2.6, soft=1.0):
    """A struck string: harmonics that die at their own pace."""
    if (key, seconds, soft) not in _notes:
        f, count = 440.0 * 2 ** ((key - 69) / 12), int(seconds * RATE)
        out = [0.0] * count
        for h, a in ((1, 1.0), (2, 0.42 * soft), (3, 0.20 * soft), (4, 0.10 * soft), (5, 0.05 * soft)):
            w = 2 * math.pi * f * h * (1 + 0.0004 * h * h) / RATE
            if w > 2.6:
                continue
            decay, c, s0, s1 = math.exp(-(1.1 + 0.8 * h) / RATE), 2 * math.cos(w), 0.0, math.sin(w)
            level = a
            for i in range(count):
                out[i] += level * s0
                s0, s1 = s1, c * s1 - s0
                level *= decay
        fade = int(0.1 * RATE)
        for i in range(fade):
            out[count - 1 - i] *= i / fade
        for i in range(60):
            out[i] *= i / 60
        _notes[(key, seconds, soft)] = out
    return _notes[(key, seconds, soft)]


def pad(keys, seconds):
    out = []
    for i in range(int(seconds * RATE)):
        t = i / RATE
        env = min(1, t / 0.9) * min(1, (seconds - t) / 0.9)
        out.append(env * sum(math.sin(2 * math.pi * 440 * 2 ** ((k - 69) / 12) * t * d) for k in keys for d in (0.999, 1.0013)) / len(keys) / 2)
    return out


def music(seconds):
    out = [0.0] * int(seconds * RATE)
    am, f, c, e, dm, g = (57, 60, 64), (53, 57, 60), (52, 55, 60), (52, 56, 59), (50, 53, 57), (55, 59, 62)
    # scene 1: one note a beat; the clock leaves a silence
    for b, k in enumerate((69, 76, 72, 71, 69, 64, 65, 69, 72, 71, 68, 64)):
        add(out, note(k), b * BEAT, 0.36)
    for at, chord in ((0, am), (2, f), (3.5, dm), (5, e)):
        add(out, pad(chord, 2.4), at, 0.20)
        add(out, note(chord[0] - 12, 3.2, 0.6), at, 0.4)
    # scene 2: he runs, quavers over a low pulse
    for b in range(20):
        chord = (am, am, f, f, dm)[b // 4]
        at = 8.0 + b * 0.25
        add(out, note(chord[0] - 12, 0.9, 0.7), at, 0.34 if b % 2 == 0 else 0.20)
        add(out, note(chord[(0, 1, 2, 1)[b % 4]] + 12, 0.9), at, 0.22 + 0.006 * b)
    # scene 3: the train, her face, the two
    for at, chord, top in ((13, e, 76), (14.5, e, 80), (16, am, 81), (17.25, f, 77), (18.5, c, 79), (20, g, 74), (21.5, f, 72), (22.5, c, 76), (24, c, 79)):
        add(out, pad(tuple(k for k in chord) + (chord[0] + 12,), 2.6 if at < 22 else 2.9 if at < 24 else 1.5), at, 0.30)
        add(out, note(chord[0] - 12, 3.0, 0.6), at, 0.42)
        for i, k in enumerate(chord):
            add(out, note(k + 12), at + 0.12 * i, 0.24)
        add(out, note(top), at + 0.5, 0.30)
    return scaled(out, lambda t: min(1, (seconds - t) / 1.2))


# name, maker, seconds, peak level, bit rate
SOUNDS = (('wind', wind, 26.0, 0.30, '20k'), ('clock', clock, 2.0, 0.55, '32k'), ('steps', steps, 5.0, 0.55, '32k'),
          ('train', train, 6.5, 0.85, '32k'), ('music', music, 25.5, 0.65, '40k'))


def write(folder):
    for name, maker, seconds, level, bits in SOUNDS:
        x = maker(seconds)
        peak = max(map(abs, x))
        data = array.array('h', (int(32000 * level * v / peak) for v in x))
        with tempfile.TemporaryDirectory() as place:
            plain = os.path.join(place, 'sound.wav')
            with wave.open(plain, 'wb') as out:
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(RATE)
                out.writeframes(data.tobytes())
            subprocess.run(['ffmpeg', '-y', '-v', 'error', '-i', plain, '-c:a', 'libopus', '-b:a', bits, '-ac', '1', '-fflags', '+bitexact',
                            '-flags', '+bitexact', '-map_metadata', '-1', os.path.join(folder, name + '.opus')], check=True)


if __name__ == '__main__':
    write(os.path.dirname(os.path.abspath(__file__)))
