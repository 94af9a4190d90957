"""The hand that draws the sample film: sheets of strokes, gestural lines, washes, hatching.

Everything is drawn on a grid of 16 by 9 units (the frame; beyond it is allowed), y down, with one
seeded random source, so the same strokes come out every time.
"""
import math
import random

from soft import Soft

INK = (26, 26, 31)
DARK = (68, 71, 81)
DEEP = (99, 103, 114)
MID = (135, 139, 148)
GREY = (173, 176, 182)
PALE = (211, 212, 213)
PAPER = (246, 243, 236)
LAMP = (240, 168, 62)
GLOW = (252, 214, 140)

LIGHT = (-0.5, -0.85)  # where the light comes from, for heavier lines on the shadow side


def mix(a, b, t):
    return tuple(round(p + (q - p) * t) for p, q in zip(a, b))


def move(points, dx, dy):
    return [(p[0] + dx, p[1] + dy) + tuple(p[2:]) for p in points]


def place(points, x, y, size, flip=False, turn=0.0):
    """Points of a unit drawing, put on the sheet: scaled, mirrored, turned (degrees, clockwise)."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out = []
    for p in points:
        px, py = (-p[0] if flip else p[0]) * size, p[1] * size
        out.append((x + px * c - py * s, y + px * s + py * c) + tuple(p[2:]))
    return out


def curve(points, closed=False, steps=8):
    """Samples of the smooth curve through points; a point marked 'c' or given twice is a corner."""
    nodes = []
    for p in points:
        corner = len(p) > 2 and p[2] == 'c'
        if nodes and abs(nodes[-1][0] - p[0]) < 1e-9 and abs(nodes[-1][1] - p[1]) < 1e-9:
            nodes[-1] = (p[0], p[1], True)
        else:
            nodes.append((p[0], p[1], corner))
    n = len(nodes)
    if n < 3:
        return [(p[0], p[1]) for p in nodes]
    out = []
    for i in range(n if closed else n - 1):
        a, b = nodes[i], nodes[(i + 1) % n]
        before = nodes[i - 1] if (closed or i > 0) and not a[2] else a
        after = nodes[(i + 2) % n] if (closed or i + 2 < n) and not b[2] else b
        for k in range(steps):
            t = k / steps
            out.append(tuple(0.5 * (2 * a[j] + (b[j] - before[j]) * t
                                    + (2 * before[j] - 5 * a[j] + 4 * b[j] - after[j]) * t * t
                                    + (3 * a[j] - before[j] - 3 * b[j] + after[j]) * t ** 3)
                             for j in (0, 1)))
    if not closed:
        out.append(nodes[-1][:2])
    return out


def resample(points, step):
    out, left = [points[0]], step
    for a, b in zip(points, points[1:]):
        d = math.hypot(b[0] - a[0], b[1] - a[1])
        while d >= left > 0:
            t = left / d
            a = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            out.append(a)
            d -= left
            left = step
        left -= d
    if math.hypot(out[-1][0] - points[-1][0], out[-1][1] - points[-1][1]) > step * 0.3:
        out.append(points[-1])
    return out


class Wander:
    """Smooth noise along a line, -1…1."""

    def __init__(self, rng):
        self.waves = [(rng.uniform(0, 6.3), rng.uniform(0.5, 1.1) * f, a)
                      for f, a in ((1.1, 0.55), (2.7, 0.3), (6.1, 0.15))]

    def at(self, s):
        return sum(a * math.sin(p + f * s) for p, f, a in self.waves)


def tube(spine, widths):
    """Outline of a limb: widths at each joint of the spine."""
    line = curve(spine, steps=6)
    count = len(line) - 1
    left, right = [], []
    for i, p in enumerate(line):
        a, b = line[max(0, i - 1)], line[min(count, i + 1)]
        d = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        nx, ny = -(b[1] - a[1]) / d, (b[0] - a[0]) / d
        at = i / count * (len(widths) - 1)
        k = min(int(at), len(widths) - 2)
        w = (widths[k] + (widths[k + 1] - widths[k]) * (at - k)) / 2
        left.append((p[0] + nx * w, p[1] + ny * w))
        right.append((p[0] - nx * w, p[1] - ny * w))
    return left[::2] + right[::-2]


class Sheet(Soft):
    """One layer: strokes in drawing order. `light` is the sheet that its glows are painted on."""

    def __init__(self, name, depth, seed=1, opacity=1.0, blend='normal', pinned=False, group=None, light=None):
        self.name, self.depth, self.opacity = name, depth, opacity
        self.blend, self.pinned, self.group, self.light = blend, pinned, group, light
        self.strokes = []
        self.rng = random.Random(f"{name}{seed}")

    # --- bare strokes ---------------------------------------------------------------------------
    def stroke(self, brush, points, colour, width, opacity=1.0):
        """points: (x, y, pressure[, tilt]) in units; width in units at full pressure."""
        if len(points) > 1:
            self.strokes.append((brush, colour, width, opacity, points))

    def fill(self, points, colour, opacity=1.0, straight=False, rough=0.0):
        """A closed shape. straight: every point a corner, edges with a little life."""
        if straight:
            points = self.edges(points, rough or 0.015)
        self.stroke('fill', [(p[0], p[1], 0.5) for p in doubled(points)], colour, 0.0, opacity)

    def edges(self, corners, amount):
        out = []
        for a, b in zip(corners, corners[1:] + corners[:1]):
            out.append((a[0], a[1], 'c'))
            length = math.hypot(b[0] - a[0], b[1] - a[1])
            if length > 1.2:
                nx, ny = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
                parts = min(6, max(2, int(length / 1.5)))
                for k in range(1, parts):
                    t, off = k / parts, self.rng.uniform(-amount, amount)
                    out.append((a[0] + (b[0] - a[0]) * t + nx * off,
                                a[1] + (b[1] - a[1]) * t + ny * off))
        return out

    # --- lines ----------------------------------------------------------------------------------
    def ink(self, points, width=0.06, colour=INK, brush='ink', taper=0.25, weight=0.55, life=0.010,
            opacity=1.0, closed=False):
        """A drawn line through points: swells, thins at its ends, heavier away from the light."""
        samples = curve(points, closed)
        if closed:
            samples += samples[:2]
        total = sum(math.dist(a, b) for a, b in zip(samples, samples[1:])) or 1e-6
        line = resample(samples, max(0.07, min(0.30, total / 14)))
        swell, drift = Wander(self.rng), Wander(self.rng)
        out, s = [], 0.0
        for i, p in enumerate(line):
            a, b = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
            if i:
                s += math.dist(line[i - 1], p)
            d = math.dist(a, b) or 1.0
            nx, ny = -(b[1] - a[1]) / d, (b[0] - a[0]) / d
            shadow = abs(nx * LIGHT[0] + ny * LIGHT[1])
            ends = 1.0
            if taper > 0:
                reach = max(taper * total, 1e-6)
                ends = min(1.0, s / reach, (total - s) / reach)
                ends = 0.18 + 0.82 * max(0.0, ends) ** 0.7
            pressure = (weight - 0.06 + 0.32 * swell.at(s * 1.3) + 0.22 * shadow) * ends
            off = life * drift.at(s * 0.9) * min(1.0, total)
            out.append((p[0] + nx * off, p[1] + ny * off, max(0.05, min(1.0, pressure))))
        self.stroke(brush, out, colour, width, opacity)

    def line(self, a, b, width=0.05, colour=INK, over=0.06, **more):
        """A straight line as a practised hand draws it: slightly bowed, running over its ends."""
        length = math.dist(a, b) or 1e-6
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        o1, o2 = (self.rng.uniform(0.2, 1.0) * over for _ in range(2))
        bow = self.rng.uniform(-1, 1) * min(0.03, length * 0.006)
        middle = ((a[0] + b[0]) / 2 - uy * bow, (a[1] + b[1]) / 2 + ux * bow)
        more.setdefault('taper', 0.12)
        self.ink([(a[0] - ux * o1, a[1] - uy * o1), middle, (b[0] + ux * o2, b[1] + uy * o2)], width,
                 colour, **more)

    def frame(self, corners, width=0.05, closed=True, **more):
        """A straight-edged thing, edge by edge, corners crossing."""
        for a, b in zip(corners, corners[1:] + (corners[:1] if closed else [])):
            self.line(a, b, width, **more)

    def contour(self, points, width=0.06, breaks=2, **more):
        """The outline of a soft shape in a few strokes, with a lost edge here and there."""
        samples = curve(points, True)
        total = len(samples)
        start = self.rng.randrange(total)
        bounds = sorted(self.rng.randrange(total) for _ in range(breaks - 1)) + [total]
        first = 0
        for end in bounds:
            gap = int(total * self.rng.uniform(0.0, 0.02))
            part = [samples[(start + i) % total] for i in range(first, end + 1 - gap)]
            if len(part) > 3:
                self.ink(thin(part, 3), width, taper=0.1, **more)
            first = end
        if width >= 0.04 and total > 40:  # the searching line beside the found one
            for _ in range(2):
                first = self.rng.randrange(total)
                part = [samples[(first + i) % total] for i in range(int(total * self.rng.uniform(0.16, 0.34)))]
                off = width * 0.8
                part = [(px + self.rng.uniform(-0.1, 0.1) * off + off * (0.6 if px > samples[0][0] else -0.6), py - off * 0.4) for px, py in part]
                self.ink(thin(part, 5), width * 0.42, taper=0.35, **more)

    # --- tone -----------------------------------------------------------------------------------
    def segments(self, points, angle, gap):
        """Where parallel lines at an angle (degrees) cross a shape."""
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        shape = [(x * c + y * s, -x * s + y * c) for x, y in curve(points, True)]
        low, high = min(p[1] for p in shape), max(p[1] for p in shape)
        y = low + gap * self.rng.uniform(0.3, 0.7)
        while y < high:
            cuts = sorted(a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
                          for a, b in zip(shape, shape[1:] + shape[:1]) if (a[1] > y) != (b[1] > y))
            for x0, x1 in zip(cuts[::2], cuts[1::2]):
                yield ((x0 * c - y * s, x0 * s + y * c), (x1 * c - y * s, x1 * s + y * c))
            y += gap * self.rng.uniform(0.75, 1.3)

    def hatch(self, points, angle=60, gap=0.14, width=0.03, colour=INK, brush='pencil', opacity=0.8,
              skip=0.08, weight=0.5):
        for a, b in self.segments(points, angle, gap):
            if self.rng.random() < skip or math.dist(a, b) < 0.04:
                continue
            t0, t1 = self.rng.uniform(-0.02, 0.06), self.rng.uniform(0.92, 1.03)
            a, b = ((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (t0, t1))
            wide = self.rng.uniform(0.7, 1.1) * weight
            bow = self.rng.uniform(-0.02, 0.02)
            self.stroke(brush, [(a[0], a[1], wide * 0.9),
                                ((a[0] + b[0]) / 2 + bow, (a[1] + b[1]) / 2 + bow, wide),
                                (b[0], b[1], wide * 0.35)], colour, width, opacity)

    def streaks(self, points, colour, angle=0, width=0.5, opacity=0.16, gap=None, skip=0.25):
        """Marker streaks inside a shape: the grain of a wash."""
        for a, b in self.segments(points, angle, gap or width * 0.9):
            length = math.dist(a, b)
            if self.rng.random() < skip or length < width * 1.8:
                continue
            t0 = self.rng.uniform(0, 0.25) + width / length * 0.75
            t1 = 1 - self.rng.uniform(0, 0.25) - width / length * 0.75
            if t1 <= t0:
                continue
            a, b = ((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (t0, t1))
            self.stroke('marker', [(a[0], a[1], 0.9),
                                   ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 0.02, 1.0),
                                   (b[0], b[1], 0.8)], colour, width, opacity)

    def tone(self, points, colour, angle=-24, width=0.42, straight=False, dark=0.30):
        """A tone: flat colour, a few marker passes left standing, the side of the lead over it."""
        if straight:
            points = [(p[0], p[1], 'c') for p in points]
        self.fill(self.edges([p[:2] for p in points], 0.03) if straight else points, colour)
        self.streaks(points, mix(colour, INK, 0.30), angle, width * 1.4, dark * 0.55, width * 2.4, 0.35)
        self.shade(points, angle - 16, width * 0.17, mix(colour, INK, 0.75), 0.80, 0.34 + dark * 0.3, 0.5 + dark * 0.4, 1.25, 0.45)

    def pane(self, points, lit=True, line=0.05):
        """A window: light with a few warm strokes, or the dark of a room."""
        corners = [(p[0], p[1], 'c') for p in points]
        size = math.sqrt(abs(points[1][0] - points[0][0]) * abs(points[3][1] - points[0][1])) + 0.05
        if lit:
            self.fill(points, mix(GLOW, PAPER, 0.35), straight=True)
            self.fill(points[:2] + [((points[1][0] + points[2][0]) / 2, points[1][1] * 0.6 + points[2][1] * 0.4),
                                    (points[0][0], points[0][1] * 0.35 + points[3][1] * 0.65)], mix(GLOW, LAMP, 0.45), 0.55, straight=True)
            self.hatch(corners, 58, max(0.05, size * 0.11), 0.03 + size * 0.035, LAMP, 'pencil', 0.75, 0.3, 0.75)
        else:
            self.fill(points, mix(INK, DARK, 0.55), straight=True)
            self.hatch(corners, 50, 0.1, 0.03, MID, opacity=0.5)
        self.frame(points, line)

    def rays(self, vanish, ends, colour=INK, opacity=0.35, width=0.022, start=0.06):
        """Construction lines left standing, towards a vanishing point."""
        for x, y in ends:
            a = (vanish[0] + (x - vanish[0]) * start, vanish[1] + (y - vanish[1]) * start)
            self.ink([a, ((a[0] + x) / 2, (a[1] + y) / 2), (x, y)], width, colour, 'pencil', taper=0.3,
                     weight=0.6, opacity=opacity, life=0.006)


def circle(x, y, rx, ry=None, n=16):
    ry = rx if ry is None else ry
    return [(x + rx * math.cos(2 * math.pi * i / n), y + ry * math.sin(2 * math.pi * i / n))
            for i in range(n)]


def thin(points, every):
    return points[:-1:every] + [points[-1]]


def doubled(points):
    """Corners are points given twice."""
    out = []
    for p in points:
        out.append((p[0], p[1]))
        if len(p) > 2 and p[2] == 'c':
            out.append((p[0], p[1]))
    return out
