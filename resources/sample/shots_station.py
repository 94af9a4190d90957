"""Scene 1: the platform, snow, nobody but her."""
import figures
import figures_close
from pen import (DARK, DEEP, GLOW, GREY, INK, LAMP, MID, PALE, PAPER, Sheet, circle, mix, move)

NIGHT = mix(DARK, DEEP, 0.4)
SNOW = mix(PALE, PAPER, 0.35)
BLUE_SNOW = mix(GREY, PALE, 0.45)
SIGNAL = (205, 62, 40)


def night_sky(sheet, box=(-3, -3, 19, 7), moon=None, top=DEEP, low=GREY, angle=-14, grain=True):
    """Sky in broad marker passes, dark above, paler towards the horizon."""
    x0, y0, x1, y1 = box
    sheet.fill([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], top, straight=True)
    whole = [(x0, y0, 'c'), (x1, y0, 'c'), (x1, y1, 'c'), (x0, y1, 'c')]
    upper = [(x0, y0, 'c'), (x1, y0, 'c'), (x1, y0 + (y1 - y0) * 0.52, 'c'), (x0, y0 + (y1 - y0) * 0.66, 'c')]
    w, h = x1 - x0, y1 - y0
    for t, p in ((0.92, 0.72),):  # paler towards the horizon
        sheet.stroke('paint', [(x0, y0 + h * t, p), (x1, y0 + h * t - 0.1, p)], low, h * 0.95)
    sheet.streaks(upper, INK, angle + 2, 0.9, 0.16, 1.5, 0.4)
    if grain:
        sheet.shade(upper, angle - 24, 0.11, INK, 0.85, 0.5, 0.6, 1.15, fade=0.7)
    if moon:
        x, y, r = moon
        sheet.blob(x, y, r * 6.0, PALE, 0.13)
        sheet.blob(x, y, r * 2.6, PAPER, 0.18)
        sheet.fill(circle(x, y, r), PAPER)
        sheet.shade([(x - r * 0.9, y + r * 0.1), (x - r * 0.2, y + r * 0.9), (x + r * 0.6, y + r * 0.72), (x, y + r * 0.35)], 40, 0.03, MID, 0.7, 0.3, 0.6)


def cloud(sheet, x, y, w, colour, opacity=0.5):
    """A bank of cloud in a few soft passes, lit along its top."""
    for k in range(4):
        t, u = sheet.rng.uniform(-0.05, 0.35), sheet.rng.uniform(0.55, 1.05)
        h = y - w * 0.035 * k + sheet.rng.uniform(-0.1, 0.1)
        line = [(x + w * (t + (u - t) * i / 4), h + sheet.rng.uniform(-0.05, 0.05) * w * 0.4) for i in range(5)]
        sheet.wash(line, w * (0.15 - 0.022 * k), colour, opacity * 0.75, ends=0.0)
    sheet.wash([(x + w * 0.25, y - w * 0.10), (x + w * 0.45, y - w * 0.135), (x + w * 0.68, y - w * 0.10)], w * 0.05, mix(colour, PAPER, 0.6), opacity * 0.8, ends=0.0)


def firs(sheet, x0, x1, ground, height, count, colour):
    """A row of snow-laden firs against the sky."""
    for i in range(count):
        x = x0 + (x1 - x0) * (i + sheet.rng.uniform(0.1, 0.9)) / count
        h = height * sheet.rng.uniform(0.55, 1.2)
        y = ground(x)
        left, right = [], []
        for k in range(5):
            t = (k + 1) / 5
            w = h * 0.20 * t
            left += [(x - w, y - h + h * t * 0.97, 'c'), (x - w * 0.55, y - h + h * t * 0.93)]
            right += [(x + w, y - h + h * t * 0.97, 'c'), (x + w * 0.55, y - h + h * t * 0.93)]
        sheet.fill([(x, y - h, 'c')] + right + left[::-1], colour)


def snowfall(box, count, near, slant=0.15, size=1.0, depth=2.5):
    """Snow in depth: crisp and small, and large and soft right before the lens."""
    flakes, close = Sheet('Snow', depth, group='Weather'), Sheet('Snow near', depth * 0.6, group='Weather')
    flakes.dots(box, count, PAPER, 0.018 * size, 0.085 * size, 0.92, slant)
    close.near_flakes(box, near, PAPER, slant + 0.15, 0.13 * size, 0.40 * size)
    return flakes, close


def shadows(passes, corners, depth):
    """The shadow pass: broad soft strokes, multiplied with what lies below."""
    sheet = Sheet('Shadow', depth, blend='multiply')
    tone = mix(DEEP, INK, 0.35)
    for line in passes:
        sheet.wash(line, 2.8, tone, 0.40, ends=0.7)
    for (x, y), r in corners:
        sheet.blob(x, y, r, tone, 0.40)
    return sheet


VANISH = (11.2, 5.0)


def at(s, dx, dy):
    """A place on the station's set: offset at the reference depth, scaled towards the vanishing point."""
    return (VANISH[0] + s * dx, VANISH[1] + s * dy)


def far_train():
    far = Sheet('Far train', 41)
    far.glow(13.05, 4.03, 0.95, LAMP, 0.5)
    far.beam(12.95, 4.03, 11.0, 4.18, 0.35, GLOW, 0.5)
    body = [(13.02, 4.17, 'c'), (13.02, 3.96, 'c'), (13.35, 3.94), (13.42, 3.83, 'c'), (13.5, 3.83, 'c'), (13.52, 3.94, 'c'),
            (13.9, 3.92, 'c'), (13.92, 3.84, 'c'), (14.15, 3.84, 'c'), (14.16, 4.17, 'c')]
    far.fill(body, INK)
    for i in range(5):
        x = 14.22 + i * 0.86
        far.fill([(x, 3.88), (x + 0.8, 3.88), (x + 0.8, 4.17), (x, 4.17)], INK, straight=True)
        for k in range(5):
            far.fill([(x + 0.08 + k * 0.14, 3.95), (x + 0.17 + k * 0.14, 3.95), (x + 0.17 + k * 0.14, 4.05),
                      (x + 0.08 + k * 0.14, 4.05)], GLOW, straight=True)
    far.fill(circle(13.05, 4.03, 0.06), PAPER)
    for i in range(8):
        far.blob(13.45 + i * 0.46, 3.70 - 0.05 * i + far.rng.uniform(-.05, .05), 0.20 + 0.07 * i, PALE, 0.5 - 0.035 * i)
    return far


def hills_and_sky():
    sky = Sheet('Sky and hills', 80)
    night_sky(sky, (-3, -3, 20, 7), (10.35, 1.5, 0.5))
    for x, y, w in ((9.6, 1.95, 4.6), (13.4, 2.55, 4.0), (6.2, 2.9, 4.4)):
        cloud(sky, x, y, w, mix(MID, GREY, 0.5), 0.5)
    sky.dots((4, -0.4, 16.5, 2.4), 26, PALE, 0.015, 0.035, 0.7, 0)
    hills = [(-3, 5.6, 'c'), (2, 3.4), (5.4, 3.75), (7.4, 3.1), (9.5, 3.85), (11.6, 3.3), (14.2, 2.75), (16.4, 3.3),
             (20, 2.9, 'c'), (20, 7, 'c'), (-3, 7, 'c')]
    sky.fill(hills, GREY)
    sky.shade([(9.2, 4.0), (11.6, 3.35), (14.2, 2.8), (16.4, 3.3), (16.4, 4.5), (9.2, 4.6)], -54, 0.07, INK, 0.8, 0.36, 0.5, 1.0)
    sky.fill([(11.6, 3.3), (14.2, 2.75), (15.0, 3.0), (14.3, 3.35), (14.9, 3.8), (13.5, 4.1), (12.6, 3.75)], mix(GREY, PALE, 0.7))
    sky.fill([(7.4, 3.1), (8.3, 3.5), (8.0, 3.9), (7.1, 3.8), (6.4, 3.6)], mix(GREY, PALE, 0.6))
    sky.hatch([(14.2, 2.75), (16.4, 3.3), (20, 2.9), (20, 4.6), (14.9, 4.4)], 62, 0.16, 0.03, INK, opacity=0.5)
    sky.hatch([(9.0, 3.75), (10.4, 3.6), (11.4, 4.3), (9.2, 4.5)], 62, 0.14, 0.03, INK, opacity=0.45)
    sky.ink(hills[1:9], 0.035, DARK, opacity=0.8)
    low = [(-3, 4.9, 'c'), (6, 4.75), (9, 4.5), (12, 4.62), (15, 4.35), (20, 4.5, 'c'), (20, 7, 'c'), (-3, 7, 'c')]
    sky.fill(low, MID)
    firs(sky, 8.8, 20, lambda x: 4.75, 0.62, 36, mix(DEEP, DARK, 0.3))
    return sky


def platform():
    """Viaduct, platform, station house under its canopy."""
    v = VANISH
    bridge = Sheet('Viaduct', 40)
    deck = [(7.5, 4.17), (21, 4.17), (21, 4.34), (7.5, 4.34)]
    bridge.fill(deck, DARK, straight=True)
    piers = [8.2 + i * 1.02 for i in range(13)]
    for x in piers:
        bridge.fill([(x - 0.14, 4.3, 'c'), (x + 0.14, 4.3, 'c'), (x + 0.17, 5.6, 'c'), (x - 0.17, 5.6, 'c')], DARK)
        bridge.fill([(x + 0.14, 4.3, 'c'), (x + 0.88, 4.3, 'c'), (x + 0.84, 4.66), (x + 0.72, 4.45), (x + 0.51, 4.39), (x + 0.3, 4.45),
                     (x + 0.17, 4.66)], DARK)
    bridge.line((7.6, 4.16), (21, 4.16), 0.04, PALE, opacity=0.9)
    bridge.ink([(7.6, 5.35), (12, 5.2), (16, 5.3), (21, 5.2)], 0.03, INK)

    station = Sheet('Station', 14, light=Sheet('Light', 14, blend='screen'))
    light = station.light
    ground = [(-3, 5.35, 'c'), (9, 5.12), (11.2, 5.02), (13, 5.1), (20, 5.25, 'c'), (20, 13, 'c'), (-3, 13, 'c')]
    station.fill(ground, BLUE_SNOW)
    # snow field right, rails
    station.fill([v + ('c',), at(1.0, 9.5, 0.9) + ('c',), at(2.4, 6, 3.4) + ('c',), at(2.4, 0.6, 3.4) + ('c',)], SNOW)
    station.streaks([at(.2, 3, 1), at(1, 9.0, 1.4), at(2.0, 5, 3.0), at(.6, 1.0, 3.2)], GREY, -14, 0.4, 0.25, 0.7)
    bed = [v + ('c',), at(2.5, 0.5, 3.5) + ('c',), at(2.5, -4.4, 3.5) + ('c',)]
    station.tone(bed, mix(GREY, MID, 0.4), -60, 0.3)
    for k in range(26):  # sleepers
        s = 2.3 * 0.84 ** k
        if s > 0.06:
            station.line(at(s, -3.3, 3.42), at(s, 0.0, 3.42), 0.17 * s + 0.01, mix(DEEP, INK, 0.3), weight=0.7)
    for dx in (-2.75, -0.65):
        station.fill([v + ('c',), at(2.5, dx - 0.07, 3.36) + ('c',), at(2.5, dx + 0.07, 3.36) + ('c',)], INK)
        station.fill([v + ('c',), at(2.5, dx - 0.06, 3.33) + ('c',), at(2.5, dx - 0.01, 3.33) + ('c',)], PAPER)
    for s in (.15, .22, .33, .49, .70):  # telegraph poles and their wires
        station.ink([at(s, 4.5, 1.2), at(s, 4.45, -2), at(s, 4.5, -5.6)], 0.20 * s + 0.02, INK, taper=0.0, weight=0.8)
        for y in (-5.2, -4.5):
            station.line(at(s, 3.7, y), at(s, 5.3, y + 0.1), 0.13 * s + 0.015, over=0)
        station.fill([at(s, 3.9, 1.3), at(s, 4.5, 0.95), at(s, 5.2, 1.3)], PAPER)
    for x in (3.75, 5.25):
        chain = [at(s, x, -5.2) for s in (.10, .15, .22, .33, .49, .70, 1.05)]
        for p, q in zip(chain, chain[1:]):
            station.ink([p, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2 + (q[0] - p[0]) * 0.12), q], 0.03, INK, taper=0.02)
    for s0, s1, dx in ((.9, 1.3, 2.6), (.6, .85, 5.5), (1.2, 1.6, 5.0), (.45, .6, 3.0)):  # drifts
        station.ink([at(s0, dx, 2.2), at((s0 + s1) / 2, dx + 0.6, 2.05), at(s1, dx + 0.9, 2.3)], 0.04, MID, 'pencil', opacity=0.9)
        station.hatch([at(s0, dx, 2.25), at((s0 + s1) / 2, dx + 0.6, 2.1), at(s1, dx + 0.9, 2.35), at((s0 + s1) / 2, dx + 0.3, 2.5)], 64, 0.12, 0.025, MID, opacity=0.7)
    # platform
    top = [v + ('c',), at(2.3, -4.6, 2.6) + ('c',), (-3, 13, 'c'), (-3, 5.4, 'c')]
    station.tone(top, mix(BLUE_SNOW, PALE, 0.5), -22, 0.5)
    station.rays(v, [(-1, 8.6), (-1, 7.9), (1.0, 9.6), (4.4, 9.6), (-1, 2.0), (-1, -0.9), (0.5, -0.6)])
    station.fill([v + ('c',), at(2.3, -4.6, 2.6) + ('c',), at(2.3, -4.35, 3.5) + ('c',)], DARK)
    station.fill([v + ('c',), at(2.3, -5.1, 2.6) + ('c',), at(2.3, -4.6, 2.6) + ('c',)], PAPER)
    station.line(at(0.05, -5.1, 2.6), at(2.3, -5.1, 2.6), 0.04)
    station.line(at(0.05, -4.6, 2.6), at(2.3, -4.6, 2.6), 0.06)
    for s in (1.55, 1.25, 1.0, .82, .68, .57, .47, .4):
        station.line(at(s, -9.5, 2.6), at(s, -5.1, 2.6), 0.03, MID, opacity=0.7)
    # wall, doors and windows
    near, end = 1.15, 0.164
    wall = [at(near, -12.2, 2.6), at(end, -12.2, 2.6), at(end, -12.2, -3.0), at(near, -12.2, -3.0)]
    station.tone(wall, DARK, 78, 0.34, straight=True, dark=0.4)
    station.hatch([(p[0], p[1], 'c') for p in wall], 68, 0.17, 0.035, INK, opacity=0.6)
    station.frame(wall, 0.06)
    for s0, s1, kind in ((1.02, .86, 1), (.78, .66, 1), (.60, .53, 0), (.48, .42, 1), (.38, .33, 1), (.30, .26, 0), (.23, .20, 1)):
        base, head = (2.6 if kind == 0 else 1.0), -1.9
        pane = [at(s0, -12.2, base), at(s1, -12.2, base), at(s1, -12.2, head), at(s0, -12.2, head)]
        station.pane(pane, bool(kind))
        station.line(at((s0 + s1) / 2, -12.2, base), at((s0 + s1) / 2, -12.2, head), 0.04)
        station.line(at(s0, -12.2, -0.6), at(s1, -12.2, -0.6), 0.04)
        if kind:
            m, n = at((s0 + s1) / 2, -10.4, 2.75), at((s0 + s1) / 2, -8.4, 2.75)
            station.wash([at((s0 + s1) / 2, -12.1, 2.7) + (0.7,), m + (0.5,), n + (0.2,)], 2.6 * (s0 + s1) / 2, GLOW, ends=0.5)
            light.blob(*at((s0 + s1) / 2, -12.2, -0.3), 2.6 * s0, LAMP, 0.20)
    # canopy
    under = [at(near, -12.2, -3.0), at(end, -12.2, -3.0), at(end, -7.8, -3.8), at(1.5, -7.8, -3.8), (-3, -3)]
    station.fill(under, INK, straight=True)
    for s in (1.4, 1.15, .94, .75, .61, .5, .42, .36, .3, .25, .2):
        station.line(at(s, -12.2, -3.0), at(s, -7.8, -3.8), 0.05, DEEP)
    edge = [at(end, -7.8, -3.8), at(1.6, -7.8, -3.8), at(1.6, -7.8, -4.35), at(end, -7.8, -4.35)]
    station.tone(edge, DEEP, 26, 0.2, straight=True)
    station.frame(edge, 0.05)
    for k in range(30):  # valance
        s = 1.5 * 0.93 ** k
        station.line(at(s, -7.8, -3.82), at(s, -7.8, -3.55), 0.06 * s + 0.015, INK)
    snow = [at(end, -7.8, -4.35), at(0.5, -7.85, -4.38), at(1.0, -7.8, -4.33), at(1.6, -7.8, -4.4), at(1.6, -7.9, -4.95), at(1.1, -8.1, -4.85), at(.7, -8.0, -4.8), at(.4, -8.1, -4.75),
            at(end, -8.0, -4.7)]
    station.fill(snow, PAPER)
    station.contour(snow, 0.04)
    for s in (1.15, .75, .5, .36, .27, .205):  # columns
        x = 0.17
        station.fill([at(s, -7.8 - x, -3.8), at(s, -7.8 + x, -3.8), at(s, -7.8 + x, 2.6), at(s, -7.8 - x, 2.6)], INK, straight=True)
        station.line(at(s, -7.8 + x * 0.9, -3.5), at(s, -7.8 + x * 0.9, 2.5), 0.05 * s + 0.01, mix(GLOW, MID, 0.4))
        for side in (-1, 1):
            station.ink([at(s, -7.8, -2.4), at(s, -7.8 + side * 0.5, -2.9), at(s, -7.8 + side * 0.8, -3.75)], 0.14 * s + 0.02, INK)
        station.fill([at(s, -8.15, 2.7), at(s, -7.45, 2.7), at(s, -7.5, 2.4), at(s, -8.1, 2.4)], INK, straight=True)
    for s in (.75, .36, .205):  # hanging lamps
        x, y = at(s, -6.7, -2.15)
        station.ink([at(s, -7.7, -3.2), at(s, -7.1, -3.3), (x, y - 0.5 * s)], 0.07 * s + 0.015)
        light.beam(x, y, *at(s, -6.9, 2.5), 3.4 * s, LAMP, 0.20)
        light.pool(*at(s, -6.9, 2.66), 3.0 * s, 0.62 * s, LAMP, 0.36)
        light.pool(*at(s, -6.9, 2.66), 1.5 * s, 0.34 * s, GLOW, 0.45)
        station.glow(x, y, 1.9 * s, LAMP, 0.7, PAPER)
        station.fill([(x - .32 * s, y, 'c'), (x - .08 * s, y - .45 * s), (x + .08 * s, y - .45 * s), (x + .32 * s, y, 'c')], INK)
        station.fill(circle(x, y + .03 * s, .16 * s, .13 * s), PAPER)
    # the field of snow turns away into the dark; mist lies over the far end of the line
    station.wash([at(1.05, 9, 2.6), at(1.1, 5.6, 3.1), at(1.25, 2.6, 3.3)], 2.6, mix(GREY, MID, 0.6), 0.5, ends=0.6)
    station.shade([at(.55, 9.8, 1.6) + ('c',), at(1.2, 8, 2.0) + ('c',), at(1.5, 3.2, 3.6) + ('c',), at(.9, 2.2, 3.4) + ('c',)], -20, 0.06, DEEP, 0.8, 0.35, 0.5, 1.0)
    station.wash([(8.6, 5.0), (10.6, 4.85), (13, 4.95), (16.4, 4.8)], 1.1, PALE, 0.30, ends=0.1)
    return bridge, station


def lamp_and_bench():
    front = Sheet('Lamp post and bench', 4, light=Sheet('Lamplight', 4, blend='screen'))
    front.fill([(14.87, 9.0, 'c'), (14.97, 1.35, 'c'), (15.23, 1.35, 'c'), (15.37, 9.0, 'c')], INK)
    front.fill([(14.55, 12, 'c'), (14.65, 8.3), (14.85, 7.9), (15.35, 7.9), (15.55, 8.3), (15.65, 12, 'c')], INK)
    front.fill([(14.60, 1.4, 'c'), (14.75, 0.25, 'c'), (15.45, 0.25, 'c'), (15.60, 1.4, 'c')], INK)
    front.fill([(14.75, 1.3, 'c'), (14.85, 0.4, 'c'), (15.35, 0.4, 'c'), (15.45, 1.3, 'c')], GLOW)
    front.line((15.10, 1.3), (15.10, 0.4), 0.05)
    front.fill([(14.60, 0.28), (14.85, -0.1), (15.10, -0.2), (15.35, -0.1), (15.61, 0.28)], INK)
    front.fill([(14.63, 0.2), (14.87, -0.16), (15.11, -0.3), (15.35, -0.15), (15.55, 0.18), (15.10, 0.08)], PAPER)
    front.line((14.97, 7.7), (15.03, 1.5), 0.06, mix(GLOW, MID, 0.3))
    front.glow(15.10, 0.85, 2.3, LAMP, 0.62, GLOW)
    front.line((10.1, 7.03), (12.9, 6.92), 0.03, mix(GLOW, PAPER, 0.4))
    seat = [(9.9, 8.35, 'c'), (13.1, 8.2, 'c'), (13.3, 8.55, 'c'), (9.9, 8.75, 'c')]
    front.fill([(10.1, 7.1, 'c'), (12.9, 6.98, 'c'), (12.95, 7.3, 'c'), (10.1, 7.45, 'c')], INK)
    front.fill([(10.1, 7.65, 'c'), (12.95, 7.5, 'c'), (13.0, 7.8, 'c'), (10.1, 7.98, 'c')], INK)
    front.fill(seat, INK)
    for x in (10.35, 12.65):
        front.fill([(x - .1, 7.0, 'c'), (x + .1, 7.0, 'c'), (x + .2, 12, 'c'), (x - .2, 12, 'c')], INK)
    front.fill([(9.85, 8.38, 'c'), (10.4, 8.2), (11.5, 8.24), (12.6, 8.06), (13.15, 8.2, 'c'), (12.0, 8.36)], PAPER)
    front.fill([(10.05, 7.12, 'c'), (11, 6.92), (12.2, 6.94), (12.95, 6.98, 'c'), (11.6, 7.12)], PAPER)
    return front


def wide():
    """1A: the whole station at night; the far train crosses the viaduct."""
    sky, far, front = hills_and_sky(), far_train(), lamp_and_bench()
    bridge, station = platform()
    light = station.light
    figures.porter(station, *at(.30, -6.1, 2.6), 2.45 * .30, flip=True)

    woman = Sheet('Woman', 9)
    figures.woman_waiting(woman, *at(.84, -5.75, 2.6), 2.15, line=0.032)

    woman.blob(*at(.84, -5.3, 2.62), 0.5, INK, 0.12)
    flakes, near = snowfall((-3, -4.5, 19, 11), 260, 16)
    shadow = shadows([((-0.6, 9.2), (5.5, 9.3), (11, 9.2), (16.6, 8.9))], [((15.8, 8.6), 3.2), ((0.2, 8.8), 2.6), ((0.3, -0.2), 2.6)], 5)
    return dict(name='1A', length=84, size='ELS',
                prompt='Wide shot of a small mountain station at night, snow falling, lamps glowing amber; a woman in a '
                       'long coat waits alone with a suitcase while a train crosses the far viaduct.',
                note='Truck right and in. The far train is the only thing that moves fast.',
                sheets=[sky, bridge, far, station, light, woman, shadow, front, front.light, flakes, near])


def departure():
    """3D: the train goes, they stay; the camera rises and draws back."""
    sky, front = hills_and_sky(), lamp_and_bench()
    bridge, station = platform()
    train = Sheet('Last carriage', 13.8)
    s, v = 0.62, VANISH
    left, right, top, low = -3.25, -0.15, -2.9, 2.9

    def back(dx, dy, k):
        return at(s * k, dx, dy)

    side = [back(left, top, 1), back(left, top, 0.08), back(left, low, 0.08), back(left, low, 1)]
    train.tone(side, mix(DARK, INK, 0.45), 30, 0.25, straight=True, dark=0.4)
    k = 0.95
    while k > 0.12:
        pane = [back(left, -1.6, k), back(left, -1.6, k * 0.88), back(left, 0.2, k * 0.88), back(left, 0.2, k)]
        train.fill(pane, GLOW, straight=True)
        train.frame(pane, 0.03)
        k *= 0.82
    rear = [back(left, top, 1), back(right, top, 1), back(right, low, 1), back(left, low, 1)]
    train.tone(rear, mix(DARK, INK, 0.2), 80, 0.22, straight=True, dark=0.4)
    train.fill([back(left - .1, top, 1) + ('c',), back(-2.6, top - .75, 1), back(-1.7, top - .95, 1), back(-.8, top - .75, 1), back(right + .1, top, 1) + ('c',)], INK)
    train.fill([back(left, top - .15, 1), back(-2.6, top - .85, 1), back(-1.7, top - 1.1, 1), back(-.8, top - .85, 1), back(right, top - .15, 1), back(-.8, top - .55, 1),
                back(-1.7, top - .75, 1), back(-2.6, top - .55, 1)], PAPER)
    train.frame(rear, 0.05)
    door = [back(-2.15, -1.9, 1), back(-1.25, -1.9, 1), back(-1.25, 2.5, 1), back(-2.15, 2.5, 1)]
    train.frame(door, 0.04)
    for x in (-3.0, -2.05, -1.05):
        pane = [back(x, -1.7, 1), back(x + .7, -1.7, 1), back(x + .7, -.1, 1), back(x, -.1, 1)]
        train.fill(pane, GLOW, straight=True)
        train.frame(pane, 0.03)
    train.fill([back(left, low, 1) + ('c',), back(right, low, 1) + ('c',), back(right - .3, 3.4, 1) + ('c',), back(left + .3, 3.4, 1) + ('c',)], INK)
    for x in (-3.0, -0.4):
        px, py = back(x, 1.9, 1)
        train.glow(px, py, 0.42, SIGNAL, 0.6)
        train.fill(circle(px, py, 0.11), SIGNAL)
        train.fill(circle(px, py, 0.05), GLOW)
    for i in range(6):
        train.steam(v[0] - 0.35 * i, v[1] - 1.2 - 0.42 * i, 0.36 + 0.17 * i, PALE, MID, 0.5)
    two = Sheet('The two', 9)
    figures.embrace(two, *at(.86, -5.85, 2.6), 2.2, line=0.034)
    case = [at(.93, -7.0, 2.0), at(.93, -6.45, 2.02), at(.93, -6.45, 2.52), at(.93, -7.0, 2.5)]
    two.fill([p + ('c',) for p in case], (92, 82, 74))
    two.frame(case, 0.035)
    flakes = Sheet('Snow', 2.5)
    flakes.dots((-3, -4.5, 19, 12), 190, PAPER, 0.03, 0.10, 0.9)
    return dict(name='3D', length=72, size='ELS',
                prompt='Wide shot of the snowy station at night: the last train leaves down the line with its red tail lamps, two people stand '
                       'embracing under the platform lamp; the camera rises and draws back.',
                note='Crane up and back. Hold the last second on the empty rails.',
                sheets=[sky, bridge, station, station.light, train, two, front, front.light, flakes])


def waiting():
    """1B: medium; she looks at the watch, the hand comes up."""
    v = (13.4, 4.6)
    light = Sheet('Light', 12, blend='screen')
    back = Sheet('Platform behind', 12, light=light)
    night_sky(back, (-2, -2, 18, 11), None, DEEP, MID)
    back.tone([v + ('c',), (-2, 8.9, 'c'), (-2, 12, 'c'), (19, 12, 'c'), (19, 5.2, 'c')], mix(PALE, GREY, 0.3), -14, 0.5)
    wall = [(-2, -2.0), (12.0, 3.5), (12.0, 5.0), (-2, 8.2)]
    back.tone(wall, DARK, 78, 0.5, straight=True, dark=0.4)
    back.hatch([(p[0], p[1], 'c') for p in wall], 68, 0.24, 0.04, INK, opacity=0.55)
    back.rays(v, [(-2, -2), (-2, 8.2), (-2, 9.6), (2, 9.6), (-2, 3), (-2, 0.8), (19, 9)])
    for x0, x1 in ((-1.6, 1.4), (2.9, 4.9), (6.0, 7.4), (8.3, 9.3), (10.0, 10.7)):
        def y(x, k):
            return v[1] + (v[0] - x) / 15.4 * k
        pane = [(x0, y(x0, -4.2)), (x1, y(x1, -4.2)), (x1, y(x1, 1.5)), (x0, y(x0, 1.5))]
        back.pane(pane, True, 0.07)
        back.line(((x0 + x1) / 2, y((x0 + x1) / 2, -4.2)), ((x0 + x1) / 2, y((x0 + x1) / 2, 1.5)), 0.05)
        back.line((x0, y(x0, -1.4)), (x1, y(x1, -1.4)), 0.05)
    for x, w in ((11.55, 0.28), (14.9, 0.75)):
        back.fill([(x - w / 2, -2, 'c'), (x + w / 2, -2, 'c'), (x + w / 2, 5.3 + w * 3, 'c'), (x - w / 2, 5.3 + w * 3, 'c')], INK)
        back.line((x + w * 0.4, -1), (x + w * 0.4, 5 + w * 3), 0.05, GLOW)
    back.glow(12.75, 1.1, 2.0, LAMP, 0.75, PAPER)
    back.fill([(12.2, 1.1, 'c'), (12.6, 0.35), (12.9, 0.35), (13.3, 1.1, 'c')], INK)
    back.line((12.75, 0.4), (12.75, -1.5), 0.06)
    back.fill(circle(12.75, 1.12, 0.26, 0.2), PAPER)
    light.beam(12.75, 1.2, 13.0, 6.2, 2.6, LAMP, 0.30)
    light.pool(12.9, 6.25, 2.5, 0.5, GLOW, 0.40)
    for x, r in ((-0.1, 3.2), (3.9, 2.4), (6.7, 1.7), (8.8, 1.2), (10.35, 0.8)):  # windows light the wall and the snow below them
        light.blob(x, y(x, -1.3), r, LAMP, 0.16)
        back.pool(x + r * 0.25, y(x, 3.5) + 0.15, r * 0.95, r * 0.22, GLOW, 0.45)
    back.wash([(8.6, 5.1), (11.6, 4.9), (16, 5.2)], 1.5, PALE, 0.26, ends=0.1)
    back.shade([(9.5, 6.9, 'c'), (16.2, 6.4, 'c'), (16.2, 9.2, 'c'), (8.6, 9.2, 'c')], -20, 0.07, DEEP, 0.82, 0.4, 0.55, 1.0)
    figures.porter(back, 10.9, 6.0, 1.55, flip=True)

    woman = Sheet('Woman', 4)
    figures_close.bust(woman, 6.0, 4.35, 2.45, line=0.075, detail=0)
    arm = Sheet('Watch arm', 3.9)
    figures_close.watch_arm(arm, 6.0, 4.35, 2.45, line=0.07)
    for k in range(4):  # breath
        woman.blob(7.35 + 0.26 * k, 4.0 - 0.08 * k, 0.17 + 0.085 * k, PAPER, 0.36 - 0.06 * k)
    flakes, near = snowfall((-1, -3.5, 18, 10), 150, 17)
    shadow = shadows([((-0.5, 9.2), (6, 9.4), (12, 9.2), (16.5, 9.0))], [((0.2, 8.4), 3.0), ((15.9, 0.4), 2.6)], 11.9)
    return dict(name='1B', length=60, size='MS',
                prompt='Medium shot: the woman in coat, cloche hat and amber scarf looks down the line, raises a pocket watch; '
                       'breath in the cold, lit windows behind, hand-held.',
                note='Hand-held, only breathing. The watch comes up on the third beat.',
                sheets=[back, light, shadow, woman, arm, flakes, near])


def clock():
    """1C: insert, the station clock jumps to the minute."""
    back = Sheet('Sky', 40)
    night_sky(back, (-1, -1, 17, 10), None, DEEP, MID, -20)
    cloud(back, 8.5, 2.6, 6.5, GREY, 0.5)
    cloud(back, -1.5, 7.4, 7.5, GREY, 0.4)
    back.dots((-1, -1, 17, 10), 70, PALE, 0.03, 0.06, 0.8)

    case = Sheet('Clock', 5)
    wall = [(-1, -1), (3.1, -1), (2.7, 10), (-1, 10)]
    case.tone(wall, DARK, 84, 0.45, straight=True, dark=0.4)
    for row in range(12):
        y = -0.6 + row * 0.92
        case.line((-1, y), (2.95, y - 0.25), 0.05, INK)
        for k in range(3):
            x = -0.6 + k * 1.5 + (row % 2) * 0.75
            if x < 2.7:
                case.line((x, y - 0.1), (x - 0.03, y + 0.78), 0.045, INK)
    case.frame([(3.1, -1), (2.7, 10)], 0.09, closed=False)
    for y0, y1, bow in ((3.1, 3.55, -0.6), (6.2, 5.7, 0.6)):
        case.ink([(2.8, y0), (4.0, y0 + bow * 0.2), (5.6, y1)], 0.34, INK, taper=0.02, weight=0.9)
    case.ink([(2.9, 2.2), (3.7, 2.5), (4.1, 3.3), (3.6, 3.8), (3.25, 3.4), (3.6, 3.15)], 0.17, INK, weight=0.8)
    case.ink([(2.9, 7.1), (3.7, 6.8), (4.1, 6.0), (3.6, 5.5), (3.25, 5.9), (3.6, 6.15)], 0.17, INK, weight=0.8)
    case.fill(circle(8.95, 4.72, 3.72, 3.72, 28), INK, 0.5)
    case.fill(circle(8.7, 4.6, 3.72, 3.72, 28), INK)
    case.contour(circle(8.7, 4.6, 3.55, 3.55, 28), 0.07, colour=MID)
    case.fill(circle(8.7, 4.6, 3.28, 3.28, 28), mix(PAPER, GLOW, 0.25))
    case.fill([(8.7 + 3.25 * x, 4.6 + 3.25 * y) for x, y in ((-0.75, -0.65), (-0.2, -0.97), (0.4, -0.91), (0.1, -0.55), (-0.35, -0.1), (-0.62, 0.4),
                                                           (-0.83, 0.55), (-0.99, 0.05))], GREY, 0.5)
    case.streaks(circle(8.7, 4.6, 3.2, 3.2, 24), mix(LAMP, PAPER, 0.3), -32, 0.4, 0.4, 0.6, 0.3)
    case.hatch([(8.7 + 3.2 * x, 4.6 + 3.2 * y) for x, y in ((-0.75, -0.65), (-0.2, -0.97), (0.3, -0.92), (-0.2, -0.6), (-0.6, -0.1), (-0.8, 0.5),
                                                           (-0.99, 0.05))], 48, 0.13, 0.04, INK, opacity=0.6)
    for k in range(60):
        outer = circle(8.7, 4.6, 3.12, 3.12, 60)[k]
        inner = circle(8.7, 4.6, 2.62 if k % 5 == 0 else 2.9, 2.62 if k % 5 == 0 else 2.9, 60)[k]
        case.line(inner, outer, 0.19 if k % 5 == 0 else 0.06, INK, over=0.02, weight=0.75)
    case.fill([(8.60, 4.88), (8.86, 4.52), (6.86, 3.50), (6.78, 3.66)], INK, straight=True)  # short hand, before ten
    case.fill([(5.5, 2.15), (6.6, 1.05), (8.2, 0.35), (9.8, 0.5), (11.2, 1.3), (11.9, 2.3), (11.0, 1.75), (9.8, 1.2), (8.6, 0.98), (7.2, 1.3),
               (6.3, 1.9)], PAPER)
    case.contour([(5.5, 2.15), (6.6, 1.05), (8.2, 0.35), (9.8, 0.5), (11.2, 1.3), (11.9, 2.3), (11.0, 1.75), (9.8, 1.2), (8.6, 0.98), (7.2, 1.3),
                  (6.3, 1.9)], 0.06)
    for x, d in ((6.2, 0.7), (7.4, 0.42), (10.4, 0.55), (11.4, 0.8)):
        case.fill([(x - 0.09, 1.75 - (0.3 if 7 < x < 10 else 0), 'c'), (x + 0.09, 1.75 - (0.3 if 7 < x < 10 else 0), 'c'), (x, 1.75 + d)], PAPER)

    hand = Sheet('Minute hand', 4.98)
    hand.fill([(8.95, 5.05, 'c'), (8.52, 5.15, 'c'), (7.62, 2.1, 'c'), (7.45, 1.98), (7.72, 1.62, 'c'), (7.86, 2.05), (7.84, 2.1, 'c')], INK)
    hand.fill(circle(8.7, 4.6, 0.27), INK)
    hand.fill(circle(8.67, 4.57, 0.08), LAMP)
    flakes = Sheet('Snow', 2.4)
    flakes.dots((-1, -1, 17, 10), 55, PAPER, 0.06, 0.17, 0.9)
    return dict(name='1C', length=48, size='INSERT',
                prompt='Insert of an iron station clock against a snowy night sky, the minute hand jumps to twelve.',
                note='Locked off. The hand turns about its hub, then we cut on the tick.',
                sheets=[back, case, hand, flakes])
