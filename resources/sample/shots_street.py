"""Scene 2: the lower town; he runs for it."""
import figures
from pen import DARK, DEEP, GLOW, GREY, INK, LAMP, MID, PALE, PAPER, Sheet, circle, mix, place
from shots_station import cloud, firs, night_sky, shadows, snowfall


def window(sheet, x, y, w, h, lit, line=0.05):
    sheet.pane([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], lit, line)
    sheet.line((x + w / 2, y), (x + w / 2, y + h), line * 0.8)
    sheet.line((x, y + h * 0.45), (x + w, y + h * 0.45), line * 0.8)
    sheet.fill([(x - 0.1, y + h, 'c'), (x + w * 0.4, y + h - 0.10), (x + w + 0.1, y + h, 'c'), (x + w + 0.08, y + h + 0.1, 'c'),
                (x - 0.08, y + h + 0.1, 'c')], PAPER)


def house(sheet, x0, x1, top, base, tone, roof='gable', lit=(1, 0, 1, 0, 1, 1)):
    wall = [(x0, top), (x1, top), (x1, base), (x0, base)]
    sheet.tone(wall, tone, 80, 0.36, straight=True, dark=0.34)
    sheet.hatch([(x0, top, 'c'), (x0 + (x1 - x0) * 0.3, top, 'c'), (x0 + (x1 - x0) * 0.18, base, 'c'), (x0, base, 'c')], 62, 0.15, 0.035, INK,
                opacity=0.6)
    sheet.frame(wall, 0.06)
    w = x1 - x0
    if roof == 'gable':
        shape = [(x0 - 0.25, top + 0.1, 'c'), (x0 + w / 2, top - w * 0.42, 'c'), (x1 + 0.25, top + 0.1, 'c')]
        gable = [(x0, top, 'c'), (x0 + w / 2, top - w * 0.36, 'c'), (x1, top, 'c')]
        sheet.fill(gable, mix(tone, INK, 0.15))
        sheet.fill([shape[0], shape[1], shape[2], (x1 + 0.05, top + 0.18, 'c'), (x0 + w / 2, top - w * 0.30, 'c'), (x0 - 0.05, top + 0.18, 'c')], PAPER)
        sheet.frame([p[:2] for p in shape], 0.06, closed=False)
        sheet.fill(circle(x0 + w / 2, top - w * 0.1, 0.22, 0.26, 10), INK)
    else:
        sheet.fill([(x0 - 0.2, top + 0.08, 'c'), (x0 + 0.35, top - 0.85, 'c'), (x1 - 0.35, top - 0.85, 'c'), (x1 + 0.2, top + 0.08, 'c')], PALE)
        sheet.hatch([(x0 - 0.2, top + 0.08, 'c'), (x0 + 0.35, top - 0.85, 'c'), (x1 - 0.35, top - 0.85, 'c'), (x1 + 0.2, top + 0.08, 'c')], 96, 0.26,
                    0.025, INK, opacity=0.4)
        sheet.frame([(x0 - 0.2, top + 0.08), (x0 + 0.35, top - 0.85), (x1 - 0.35, top - 0.85), (x1 + 0.2, top + 0.08)], 0.06)
        sheet.fill([(x0 + 0.3, top - 0.8), (x0 + w * 0.4, top - 1.0), (x0 + w * 0.7, top - 0.92), (x1 - 0.3, top - 0.8), (x0 + w / 2, top - 0.62)], PAPER)
    cx = x0 + w * 0.72  # chimney
    cy = top - (w * 0.2 if roof == 'gable' else 0.7)
    sheet.fill([(cx, cy), (cx + 0.42, cy), (cx + 0.42, cy - 0.95), (cx, cy - 0.95)], DARK, straight=True)
    sheet.frame([(cx, cy), (cx + 0.42, cy), (cx + 0.42, cy - 0.95), (cx, cy - 0.95)], 0.05)
    sheet.fill([(cx - 0.08, cy - 0.92), (cx + 0.2, cy - 1.12), (cx + 0.5, cy - 0.92)], PAPER)
    columns = max(1, int(w / 1.5))
    k = 0
    for row, y in enumerate((top + 0.45, top + 2.1)):
        if y + 1.1 > base - 1.4:
            break
        for i in range(columns):
            window(sheet, x0 + w * (i + 0.5) / columns - 0.36, y, 0.72, 1.05, lit[k % len(lit)])
            k += 1


def street():
    """2A: he runs, the camera pans with him."""
    sky = Sheet('Sky', 70)
    night_sky(sky, (-3, -2.5, 27, 8), None, DEEP, GREY)
    for x, y, w in ((1, 1.2, 5), (9, 0.7, 6), (19, 1.4, 6)):
        cloud(sky, x, y, w, GREY, 0.45)
    hill = [(-3, 5, 'c'), (4, 3.6), (10, 3.0), (15, 2.2), (20, 0.9), (24, 0.4), (27, 0.9, 'c'), (27, 8, 'c'), (-3, 8, 'c')]
    sky.fill(hill, mix(MID, GREY, 0.4))
    sky.shade([(9, 3.2), (15, 2.3), (20, 1.0), (24, 0.6), (24, 5), (9, 5)], -56, 0.08, INK, 0.8, 0.36, 0.5, 1.15)
    firs(sky, 6, 26, lambda x: 4.4 - max(0, x - 10) * 0.22, 1.1, 30, DARK)
    # the station on the hill, lit
    sky.fill([(20.6, 0.2), (25.2, 0.2), (25.2, 1.5), (20.6, 1.5)], DARK, straight=True)
    sky.fill([(20.3, 0.25), (22.9, -0.75), (25.5, 0.25)], PAPER, straight=True)
    for i in range(6):
        window(sky, 20.9 + i * 0.72, 0.5, 0.36, 0.5, True, 0.03)
    sky.glow(23.0, 0.6, 2.6, LAMP, 0.5)
    sky.wash([(-2, 6.2), (9, 6.0), (18, 5.4), (26, 4.6)], 2.4, PALE, 0.22, ends=0.5)

    light = Sheet('Light', 11, blend='screen')
    row = Sheet('Houses', 11, light=light)
    ground = [(-3, 6.7, 'c'), (8, 6.62), (18, 6.72), (27, 6.6, 'c'), (27, 11.5, 'c'), (-3, 11.5, 'c')]
    house(row, -2.4, 1.5, 1.6, 6.9, DEEP, 'gable', (0, 1, 1, 0))
    house(row, 1.7, 6.1, 2.5, 6.9, DARK, 'flat', (1, 0, 1, 0, 0, 1))
    house(row, 6.3, 9.6, 1.2, 6.9, mix(DEEP, MID, 0.5), 'gable', (0, 1, 1, 1))
    house(row, 11.3, 15.6, 2.2, 6.9, DARK, 'flat', (1, 1, 0, 0, 1, 0))
    house(row, 15.8, 19.0, 1.4, 6.9, DEEP, 'gable', (0, 0, 1, 1))
    # shop with awning, doors
    for x, w in ((2.2, 3.2), (11.9, 3.0)):
        window(row, x, 4.9, w, 1.4, True)
        row.fill([(x - 0.2, 4.95, 'c'), (x + w + 0.2, 4.95, 'c'), (x + w + 0.55, 4.25, 'c'), (x + 0.15, 4.25, 'c')], MID)
        for i in range(6):
            t = i / 6
            row.fill([(x - 0.2 + (w + .4) * t, 4.95, 'c'), (x - 0.2 + (w + .4) * (t + 0.083), 4.95, 'c'),
                      (x + 0.15 + (w + .4) * (t + 0.083), 4.25, 'c'), (x + 0.15 + (w + .4) * t, 4.25, 'c')], PAPER)
        row.frame([(x - 0.2, 4.95), (x + w + 0.2, 4.95), (x + w + 0.55, 4.25), (x + 0.15, 4.25)], 0.05)
    for x in (0.2, 7.4, 16.7):
        row.fill([(x, 6.9), (x, 4.7), (x + 1.1, 4.7), (x + 1.1, 6.9)], INK, straight=True)
        row.frame([(x + 0.15, 6.9), (x + 0.15, 4.9), (x + 0.95, 4.9), (x + 0.95, 6.9)], 0.04, colour=MID)
    row.tone(ground, mix(PALE, GREY, 0.4), -6, 0.55)
    row.fill([(-3, 6.7, 'c'), (8, 6.62), (18, 6.72), (27, 6.6, 'c'), (27, 7.2, 'c'), (18, 7.25), (8, 7.12), (-3, 7.25, 'c')], PAPER)
    row.ink([(-3, 7.25), (8, 7.12), (18, 7.25), (27, 7.2)], 0.05)
    for x, w in ((2.0, 3.6), (11.7, 3.4)):  # light of the shops on the snow
        row.pool(x + w * 0.5, 7.15, w * 0.72, 0.42, GLOW, 0.75)
        row.pool(x + w * 0.55, 7.85, w * 0.85, 0.75, GLOW, 0.55)
        row.hatch([(x, 7.3, 'c'), (x + w, 7.3, 'c'), (x + w + 1.0, 8.5, 'c'), (x - 0.8, 8.5, 'c')], -6, 0.3, 0.05, LAMP, opacity=0.35)
        light.blob(x + w * 0.5, 5.6, w * 0.80, LAMP, 0.24)
        light.pool(x + w * 0.5, 5.75, w * 0.62, 0.75, LAMP, 0.26)
    for y, off in ((8.3, 0.0), (8.75, 0.4)):  # wheel ruts
        row.ink([(-3, y), (5, y - 0.08 + off * 0.1), (14, y + 0.06), (27, y - 0.1)], 0.10, MID, opacity=0.8)
    for x0, x1, top in ((-2.4, 1.5, 1.6), (1.7, 6.1, 2.5), (6.3, 9.6, 1.2), (11.3, 15.6, 2.2), (15.8, 19.0, 1.4)):  # walls go dark towards their roofs
        row.wash([(x0 + 0.3, top + 0.5), ((x0 + x1) / 2, top + 0.4), (x1 - 0.3, top + 0.5)], 2.0, INK, 0.16, ends=0.5)
    # steps up to the station at the end of the street
    for i in range(12):
        x, y, w = 19.6 + i * 0.3, 6.9 - i * 0.42, 4.4 - i * 0.12
        row.fill([(x, y), (x + w, y), (x + w, y - 0.24), (x, y - 0.24)], PAPER, straight=True)
        row.fill([(x, y), (x + w, y), (x + w, y + 0.2), (x, y + 0.2)], DARK, straight=True)
        row.line((x, y - 0.24), (x + w, y - 0.24), 0.035)
    row.fill([(19.3, 7.0, 'c'), (19.3, 6.1, 'c'), (22.8, 1.5, 'c'), (22.8, 2.2, 'c'), (19.75, 7.0, 'c')], INK)
    row.ink([(19.3, 5.9), (22.8, 1.2)], 0.12, PAPER)

    man = Sheet('Runner', 7)
    man.pool(4.3, 8.66, 2.1, 0.22, INK, 0.42)
    figures.runner(man, 4.1, 8.55, 4.5, line=0.055)
    for i, (x, y) in enumerate(((1.9, 8.4), (1.4, 8.6), (2.3, 8.62), (0.8, 8.5))):  # snow thrown up
        man.blob(x, y, 0.34 - i * 0.03, PAPER, 0.6)
        man.ink([(x + 0.3, y + 0.1), (x, y), (x - 0.3, y - 0.18)], 0.04, PALE)
    for y, x, w in ((5.3, 0.7, 1.3), (6.3, 0.2, 1.6), (7.2, 0.9, 1.0)):  # speed lines
        man.ink([(x, y), (x + w, y - 0.03)], 0.05, INK, 'pencil', opacity=0.8)

    front = Sheet('Railing and lamps', 3.2, light=Sheet('Lamplight', 3.2, blend='screen'))
    for x in (-1.2, 10.6, 22.8):
        front.fill([(x - 0.13, -2, 'c'), (x + 0.13, -2, 'c'), (x + 0.2, 11, 'c'), (x - 0.2, 11, 'c')], INK)
        front.line((x + 0.1, -1), (x + 0.14, 9), 0.05, mix(GLOW, MID, 0.3))
        front.glow(x, -0.2, 2.4, LAMP, 0.62, GLOW)
    front.fill([(-3, 8.95, 'c'), (27, 8.8, 'c'), (27, 8.98, 'c'), (-3, 9.13, 'c')], INK)
    front.fill([(-3, 8.86, 'c'), (4, 8.86), (9, 8.80), (17, 8.80), (27, 8.71, 'c'), (27, 8.82, 'c'), (-3, 8.97, 'c')], PAPER)
    for i in range(54):
        x = -2.9 + i * 0.56
        front.fill([(x - 0.05, 9.0, 'c'), (x + 0.05, 9.0, 'c'), (x + 0.05, 11, 'c'), (x - 0.05, 11, 'c')], INK)
    flakes, near = snowfall((-2, -2, 26, 11), 200, 20, 0.5)
    shadow = shadows([((-2.5, 9.3), (8, 9.4), (18, 9.4), (26.5, 9.2)), ((-2.5, -0.6), (8, -0.8), (18, -1.0), (26, -1.8))], [((0.0, 4.0), 2.4)], 7.5)
    return dict(name='2A', length=60, size='LS',
                prompt='A young man in a flying overcoat and cap sprints along a snowy small-town street at night past lit shop '
                       'windows, a letter in his hand; the camera pans with him from left to right.',
                note='Pan right with him, foreground rail and lamps wipe through.',
                sheets=[sky, row, light, shadow, man, front, front.light, flakes, near])


def stairs():
    """2B: low angle; the last flight up to the station, the tower above."""
    sky = Sheet('Sky and tower', 45)
    night_sky(sky, (-3, -7, 19, 10), None, DARK, GREY, -24)
    for x, y, w in ((-2, -1.5, 6), (11, -3.0, 7), (-1, 3.4, 5), (12.2, 2.2, 5)):
        cloud(sky, x, y, w, mix(GREY, PALE, 0.3), 0.5)
    tower = [(9.55, 5.2), (9.75, -2.4), (12.05, -2.4), (12.25, 5.2)]
    sky.tone(tower, DARK, 86, 0.4, straight=True, dark=0.4)
    sky.hatch([(9.55, 5.2, 'c'), (9.75, -2.4, 'c'), (10.5, -2.4, 'c'), (10.35, 5.2, 'c')], 64, 0.14, 0.04, INK, opacity=0.7)
    sky.frame(tower, 0.07)
    sky.fill([(9.3, -2.3, 'c'), (10.9, -5.6, 'c'), (12.5, -2.3, 'c')], INK)
    sky.fill([(10.9, -5.6, 'c'), (12.5, -2.3, 'c'), (11.9, -2.45), (11.3, -3.6)], PAPER)
    sky.line((10.9, -5.5), (10.9, -6.6), 0.08)
    sky.fill(circle(10.9, -0.95, 0.92, 0.92, 18), INK)
    sky.fill(circle(10.9, -0.95, 0.78, 0.78, 18), mix(GLOW, PAPER, 0.4))
    for k in range(12):
        sky.line(circle(10.9, -0.95, 0.6, 0.6, 12)[k], circle(10.9, -0.95, 0.72, 0.72, 12)[k], 0.06, over=0)
    sky.line((10.9, -0.95), (10.86, -1.58), 0.08, over=0)
    sky.line((10.9, -0.95), (10.46, -1.18), 0.10, over=0)
    hall = [(4.2, 5.4), (4.5, 2.3), (15.9, 2.3), (16.4, 5.4)]
    sky.tone(hall, DEEP, 84, 0.4, straight=True, dark=0.4)
    sky.fill([(4.1, 2.45), (5.2, 1.2), (9.7, 1.25), (9.7, 2.4)], PAPER, straight=True)
    sky.fill([(12.1, 2.4), (12.1, 1.25), (15.4, 1.2), (16.4, 2.45)], PAPER, straight=True)
    sky.frame([(4.1, 2.45), (5.2, 1.2), (9.7, 1.25)], 0.06, closed=False)
    sky.frame([(12.1, 1.25), (15.4, 1.2), (16.4, 2.45)], 0.06, closed=False)
    for x in (5.0, 6.2, 7.4, 8.5, 12.7, 13.8, 14.9):
        window(sky, x, 2.9, 0.66, 1.35, True)
    sky.fill([(10.35, 5.2, 'c'), (10.4, 3.4), (10.9, 2.9), (11.4, 3.4), (11.45, 5.2, 'c')], GLOW)
    sky.contour([(10.35, 5.2, 'c'), (10.4, 3.4), (10.9, 2.9), (11.4, 3.4), (11.45, 5.2, 'c')], 0.06)
    for i in range(8):  # the train's steam behind the roofs
        sky.steam(2.8 - 0.5 * i + sky.rng.uniform(-.2, .2), 1.9 - 0.5 * i, 0.85 + 0.20 * i, PALE, MID, 0.36 - 0.02 * i)

    sky.blob(10.9, -0.95, 2.6, LAMP, 0.25)
    sky.wash([(3.6, 5.0), (8, 4.9), (16, 5.0)], 1.6, GLOW, 0.20, ends=0.3)
    light = Sheet('Light', 12, blend='screen')
    flight = Sheet('Stairs', 12, light=light)
    v = (10.6, 3.9)
    count = 17
    for i in reversed(range(count)):  # far steps first
        t0, t1 = 0.16 * 1.135 ** i, 0.16 * 1.135 ** (i + 1)
        y0, y1 = 4.35 + 4.9 * (t0 - 0.16) / 1.2, 4.35 + 4.9 * (t1 - 0.16) / 1.2
        rise = (y1 - y0) * 0.62
        xl0, xr0 = v[0] - 7.6 * t0, v[0] + 4.6 * t0
        xl1, xr1 = v[0] - 7.6 * t1, v[0] + 4.6 * t1
        tread = [(xl0, y0), (xr0, y0), (xr1, y1 - rise), (xl1, y1 - rise)]
        riser = [(xl1, y1 - rise), (xr1, y1 - rise), (xr1, y1 + 0.02), (xl1, y1 + 0.02)]
        flight.fill(tread, mix(PAPER, PALE, 0.4), straight=True)
        flight.tone(riser, MID if i % 2 else mix(MID, DEEP, 0.3), 4, 0.22, straight=True, dark=0.35)
        flight.line((xl1, y1 - rise), (xr1, y1 - rise), 0.045)
        flight.hatch([(xl1, y1 - rise, 'c'), (xl1 + (xr1 - xl1) * 0.34, y1 - rise, 'c'), (xl1 + (xr1 - xl1) * 0.3, y1, 'c'), (xl1, y1, 'c')], 70, 0.11,
                     0.03, INK, opacity=0.6)
    t = 0.16 * 1.135 ** count
    low = 4.35 + 4.9 * (t - 0.16) / 1.2
    flight.tone([(v[0] - 7.6 * t - 1, low, 'c'), (v[0] + 4.6 * t + 1, low, 'c'), (20, 12, 'c'), (-4, 12, 'c')], PALE, -10, 0.5)
    for side, k in ((-1, 7.6), (1, 4.6)):  # walls with snow on them
        a, b = (v[0] + side * k * 0.16, 4.3), (v[0] + side * k * t, low)
        out = (v[0] + side * (k + 7) * t, low)
        flight.tone([a, b, (out[0], 12), (out[0], low - 5.0 if side < 0 else low - 4.2), (a[0] + side * 0.6, 3.7)], DARK, 60, 0.4, straight=True,
                    dark=0.4)
        flight.hatch([a + ('c',), b + ('c',), (out[0], low - 0.5, 'c'), (out[0], low - 4.0, 'c'), (a[0] + side * .6, 3.7, 'c')], 66 * side, 0.2, 0.045,
                     INK, opacity=0.6)
        flight.fill([a + ('c',), (b[0], b[1] - 1.25, 'c'), (b[0] + side * 1.3, b[1] - 1.5, 'c'), (a[0] + side * 0.12, a[1] - 0.12, 'c')], PAPER)
        flight.fill([a + ('c',), (b[0], b[1] - 1.25, 'c'), b + ('c',)], INK)
        flight.line(a, (b[0], b[1] - 1.25), 0.06)
    for i, side in ((4, -1), (9, -1), (6, 1), (12, 1)):  # lamps up the flight
        tt = 0.16 * 1.135 ** i
        k = 7.9 if side < 0 else 4.95
        x, y, h = v[0] + side * k * tt, 4.35 + 4.9 * (tt - 0.16) / 1.2, 5.6 * tt
        flight.ink([(x, y), (x, y - h * 0.5), (x, y - h)], 0.13 * tt * 2 + 0.03, INK, taper=0.0, weight=0.9)
        flight.glow(x, y - h, 1.5 * tt + 0.5, LAMP, 0.7, PAPER)
        light.pool(x - side * 1.5 * tt, y + 0.1, 2.2 * tt, 0.5 * tt, LAMP, 0.30)
        flight.fill(circle(x, y - h, 0.26 * tt + 0.06, 0.32 * tt + 0.06, 10), PAPER)
        flight.fill([(x - 0.4 * tt, y - h - 0.22 * tt, 'c'), (x, y - h - 0.7 * tt, 'c'), (x + 0.4 * tt, y - h - 0.22 * tt, 'c')], INK)

    light.blob(10.9, 4.4, 2.2, LAMP, 0.34)
    light.beam(10.85, 4.5, 9.4, 8.6, 2.6, LAMP, 0.26)
    shadow = shadows([((2.2, 9.0), (8.6, 9.5), (16.6, 9.0))], [((2.6, 7.4), 2.6), ((15.9, 7.2), 2.8)], 11.8)
    man = Sheet('Runner', 6)
    man.pool(8.3, 8.38, 1.3, 0.22, INK, 0.5)
    figures.runner_back(man, 8.6, 8.3, 4.1, line=0.055)
    front = Sheet('Gatepost', 3)
    front.fill([(-1.5, 12, 'c'), (-1.4, 1.2, 'c'), (1.35, 1.2, 'c'), (1.5, 12, 'c')], INK)
    front.fill([(-1.6, 1.3, 'c'), (-1.6, 0.75, 'c'), (1.6, 0.75, 'c'), (1.6, 1.3, 'c')], INK)
    front.fill([(-1.6, 0.8, 'c'), (-0.8, 0.2), (0.3, 0.12), (1.3, 0.35), (1.65, 0.8, 'c')], PAPER)
    front.contour([(-1.6, 0.8, 'c'), (-0.8, 0.2), (0.3, 0.12), (1.3, 0.35), (1.65, 0.8, 'c')], 0.06)
    front.line((1.32, 1.5), (1.45, 8.9), 0.09, mix(GLOW, MID, 0.25))
    for y in (2.9, 4.7, 6.4):
        front.line((-1.2, y), (1.3, y + 0.05), 0.05, DEEP)
    flakes, near = snowfall((-2, -6, 18, 11), 190, 15, 0.2)
    return dict(name='2B', length=60, size='LS',
                prompt='Low angle up a long snowy flight of stairs to a lit station with a clock tower; the young man takes the steps '
                       'three at a time, lamps on both sides, steam rising behind the roof.',
                note='Tilt up from him to the clock. He climbs out of the bottom third.',
                sheets=[sky, flight, light, shadow, man, front, flakes, near])
