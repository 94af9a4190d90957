"""Soft light and the side of the lead: what the hand of pen.py does with paint and a leaning pencil."""
import math


def wide(width, tilt, pressure=0.5):
    """How wide a leaning pencil draws, per unit of its own width."""
    return width * 1.15 * (0.62 + 0.38 * pressure) * (1 + 5 * tilt ** 1.5)


class Soft:
    """Mixed into Sheet."""

    # --- paint ----------------------------------------------------------------------------------
    def blob(self, x, y, radius, colour, pressure=0.3, opacity=1.0):
        """A round touch of paint that runs out to nothing."""
        d = radius * 0.22
        self.stroke('paint', [(x - d, y, pressure), (x, y + d * 0.05, pressure), (x + d, y, pressure)], colour, radius * 2, opacity)

    def wash(self, points, width, colour, pressure=0.3, opacity=1.0, ends=0.15):
        """A broad soft stroke along points; it starts and ends lightly. Points may carry a pressure."""
        last = max(1, len(points) - 1)
        out = []
        for i, p in enumerate(points):
            lift = min(1.0, ends + min(i, last - i) / last * 2.6) if last > 1 else 1.0
            out.append((p[0], p[1], max(0.02, (p[2] if len(p) > 2 else pressure) * lift)))
        self.stroke('paint', out, colour, width, opacity)

    def pool(self, x, y, rx, ry, colour, pressure=0.3, opacity=1.0):
        """Light lying on the ground: a flat touch."""
        reach = max(0.01, rx - ry)
        self.stroke('paint', [(x - reach, y, pressure * 0.35), (x - reach * 0.4, y, pressure), (x + reach * 0.4, y, pressure), (x + reach, y, pressure * 0.35)],
                    colour, ry * 2, opacity)

    def beam(self, x, y, to_x, to_y, spread, colour, pressure=0.25, opacity=1.0):
        """A cone of light in the air: strokes that fan out and die away."""
        for k in (-1, 0, 1):
            ex, ey = to_x + k * spread * 0.55, to_y
            self.stroke('paint', [(x, y, pressure), ((x * 2 + ex) / 3, (y * 2 + ey) / 3, pressure * 0.7), ((x + ex * 2) / 3, (y + ey * 2) / 3, pressure * 0.4), (ex, ey, 0.03)],
                        colour, spread * 0.75, opacity)

    def glow(self, x, y, radius, colour, strength=0.5, hot=None):
        """Light in the air, on the light sheet when there is one: wide and faint, small and strong."""
        sheet = self.light or self
        sheet.blob(x, y, radius * 1.55, colour, 0.13 * strength * 2)
        sheet.blob(x, y, radius * 0.75, colour, 0.22 * strength * 2)
        if hot:
            sheet.blob(x, y, radius * 0.17, hot, 0.7)

    def steam(self, x, y, r, colour, shade, pressure=0.5, lit=None):
        """A ball of steam: soft lobes, its underside in shadow, its top in light."""
        rng = self.rng
        turn = rng.uniform(0, 6.3)
        self.blob(x + r * 0.1, y + r * 0.22, r * 0.98, shade, pressure * 0.9)
        for k in range(4):
            a = turn + k * 1.57 + rng.uniform(-0.3, 0.3)
            self.blob(x + r * 0.42 * math.cos(a), y - r * 0.10 + r * 0.30 * math.sin(a), r * rng.uniform(0.42, 0.62), colour, pressure)
        if lit:
            self.blob(x + r * 0.2, y - r * 0.2, r * 0.5, lit, pressure * 0.6)

    # --- the side of the lead -------------------------------------------------------------------
    def shade(self, points, angle=-38, width=0.05, colour=(26, 26, 31), tilt=0.8, pressure=0.4, opacity=0.8, gap=0.8, fade=0.0):
        """Tone laid down with the pencil leaning: to and fro without lifting. `fade` lets it go light
        towards the end of the shape (over the sweep), `gap` is in widths of the mark."""
        step = wide(width, tilt, pressure) * gap
        run, back, parts = [], False, []
        segments = list(self.segments(points, angle, step))
        for i, (a, b) in enumerate(segments):
            if back:
                a, b = b, a
            if run and math.dist(run[-1][:2], a) > 4 * step + 0.25 * math.dist(a, b):
                parts.append(run)
                run = []
            p = pressure * (1 - fade * i / max(1, len(segments) - 1)) * self.rng.uniform(0.85, 1.12)
            inset = min(0.35 * step, 0.3 * math.dist(a, b)) / max(1e-6, math.dist(a, b))
            a, b = ((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (inset, 1 - inset))
            bow = self.rng.uniform(-0.10, 0.10) * step
            m = ((a[0] + b[0]) / 2 + bow * 0.5, (a[1] + b[1]) / 2 + bow)
            t = min(1.0, max(0.0, tilt + self.rng.uniform(-0.06, 0.06)))
            run += [(a[0], a[1], p * 0.8, t), (m[0], m[1], p, t), (b[0], b[1], p * 0.7, t)]
            back = not back
        parts.append(run)
        for part in parts:
            self.stroke('pencil', part, colour, width, opacity)

    # --- snow -----------------------------------------------------------------------------------
    def dots(self, box, count, colour, small=0.02, large=0.06, opacity=0.9, slant=0.15):
        """Snow at a distance: short dabs of different sizes, most of them tiny."""
        rng = self.rng
        for _ in range(count):
            x, y = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3])
            w = small + (large - small) * rng.random() ** 2.8
            self.stroke('ink', [(x, y, 0.9), (x - slant * w * 1.6, y + w * rng.uniform(0.05, 0.5), 1.0)], colour, w, opacity * rng.uniform(0.6, 1.0))

    def near_flakes(self, box, count, colour, slant=0.4, small=0.10, large=0.30):
        """Snow close to the lens: large, soft, drawn out by its fall."""
        rng = self.rng
        for _ in range(count):
            x, y = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3])
            w = small + (large - small) * rng.random() ** 1.6
            fall = w * rng.uniform(0.5, 1.3)
            p = rng.uniform(0.35, 0.7)
            self.stroke('paint', [(x, y, p), (x - slant * fall * 0.5, y + fall * 0.5, p), (x - slant * fall, y + fall, p)], colour, w, 0.9)
