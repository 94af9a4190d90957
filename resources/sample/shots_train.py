"""Scene 3: the last train, and the two of them."""
import figures
import figures_close
from pen import DARK, DEEP, GLOW, GREY, INK, LAMP, MID, PALE, PAPER, Sheet, circle, curve, mix
from shots_station import cloud, firs, night_sky, shadows, snowfall
from shots_street import window


def puff(sheet, x, y, r, colour=PAPER, opacity=0.8, line=True):
    """A ball of steam."""
    sheet.steam(x, y, r * 1.35, colour, mix(colour, DEEP, 0.55), opacity * 0.72)
    if line:
        edge = [(x + r * dx, y + r * dy * 0.85) for dx, dy in circle(0, 0, 1.0, 0.95, 24)]
        i = sheet.rng.randrange(11, 18)
        sheet.ink(edge[i:i + 6:2], 0.03, mix(INK, MID, 0.35), 'pencil', weight=0.5, opacity=0.6)


def engine(sheet, x, y, r, v):
    """A locomotive head-on, its train running back to the vanishing point."""
    def back(px, py, s):
        return (v[0] + (px - v[0]) * s, v[1] + (py - v[1]) * s)

    side = [(x - r * 0.1, y - r * 1.02), back(x - r * 0.1, y - r * 1.02, 0.10), back(x - r * 1.02, y + r * 1.55, 0.10), (x - r * 1.02, y + r * 1.55)]
    sheet.tone(side, mix(DARK, INK, 0.5), 30, 0.3, straight=True, dark=0.4)
    for s0, s1 in ((.60, .535), (.515, .46), (.44, .395), (.375, .335), (.315, .28), (.26, .23), (.21, .185), (.165, .145)):
        px = x - r * 1.05
        pane = [back(px, y - r * 0.72, s0), back(px, y - r * 0.72, s1), back(px, y - r * 0.02, s1), back(px, y - r * 0.02, s0)]
        sheet.fill(pane, GLOW, straight=True)
        sheet.frame(pane, 0.04)
    sheet.line(side[0], side[1], 0.08)
    sheet.line(back(x - r * 1.02, y + r * 0.3, 1), back(x - r * 1.02, y + r * 0.3, .1), 0.05, mix(GLOW, MID, 0.3))
    for s in (.95, .80, .68):
        wx, wy = back(x - r * 1.1, y + r * 1.45, s)
        sheet.fill(circle(wx, wy, r * 0.20 * s, r * 0.42 * s, 12), INK)
        sheet.contour(circle(wx, wy, r * 0.17 * s, r * 0.36 * s, 12), 0.05, colour=MID)
    # boiler, chimney, dome
    sheet.fill([(x - r * 0.22, y - r * 0.85, 'c'), (x - r * 0.26, y - r * 1.55, 'c'), (x - r * 0.38, y - r * 1.72, 'c'), (x + r * 0.38, y - r * 1.72, 'c'),
                (x + r * 0.26, y - r * 1.55, 'c'), (x + r * 0.22, y - r * 0.85, 'c')], INK)
    sheet.ink([(x - r * 0.36, y - r * 1.70), (x, y - r * 1.76), (x + r * 0.36, y - r * 1.70)], 0.07, PAPER)
    sheet.fill(circle(x, y, r * 1.03, r * 1.03, 24), INK)
    disc = circle(x, y, r * 0.90, r * 0.90, 24)
    sheet.tone(disc, DARK, 52, 0.26, dark=0.4)
    sheet.hatch([(x - r * 0.88, y), (x - r * 0.6, y + r * 0.62), (x, y + r * 0.88), (x + r * 0.5, y + r * 0.72), (x, y + r * 0.45), (x - r * 0.5, y + r * 0.1)],
                48, 0.12, 0.045, INK, opacity=0.9)
    sheet.contour(disc, 0.06)
    sheet.contour(circle(x, y, r * 0.62, r * 0.62, 20), 0.05)
    for k in range(14):
        px, py = circle(x, y, r * 0.77, r * 0.77, 14)[k]
        sheet.fill(circle(px, py, r * 0.032, r * 0.032, 6), INK)
    sheet.line((x - r * 0.5, y + r * 0.1), (x + r * 0.5, y - r * 0.1), 0.10)
    sheet.fill(circle(x, y, r * 0.12, r * 0.12, 10), INK)
    sheet.ink([(x + r * 0.55, y - r * 0.86), (x + r * 0.90, y - r * 0.48), (x + r * 1.03, y)], 0.08, GLOW, weight=0.8)
    # running board, buffers, plough
    sheet.fill([(x - r * 1.35, y + r * 0.98, 'c'), (x + r * 1.35, y + r * 0.98, 'c'), (x + r * 1.35, y + r * 1.42, 'c'), (x - r * 1.35, y + r * 1.42, 'c')], INK)
    sheet.line((x - r * 1.33, y + r * 1.0), (x + r * 1.33, y + r * 1.0), 0.07, PAPER)
    sheet.fill([(x - r * 1.2, y + r * 1.4, 'c'), (x + r * 1.2, y + r * 1.4, 'c'), (x + r * 0.95, y + r * 2.0, 'c'), (x, y + r * 1.82, 'c'), (x - r * 0.95, y + r * 2.0, 'c')],
               mix(INK, DARK, 0.4))
    for k in range(-3, 4):
        sheet.line((x + r * 0.34 * k, y + r * 1.44), (x + r * 0.27 * k, y + r * 1.88), 0.05, MID)
    for side_x in (-0.92, 0.92):
        bx = x + r * side_x
        sheet.fill(circle(bx, y + r * 1.2, r * 0.21, r * 0.21, 12), INK)
        sheet.contour(circle(bx, y + r * 1.2, r * 0.17, r * 0.17, 12), 0.06, colour=GREY)
    # lamps
    for lx, ly, lr in ((0, -1.18, 0.27), (-0.78, 0.80, 0.16), (0.78, 0.80, 0.16)):
        px, py = x + r * lx, y + r * ly
        sheet.fill(circle(px, py, r * lr * 1.25, r * lr * 1.25, 12), INK)
        sheet.fill(circle(px, py, r * lr, r * lr, 12), GLOW)
        sheet.fill(circle(px, py, r * lr * 0.6, r * lr * 0.6, 10), PAPER)


def arrival():
    """3A: the train comes in past her."""
    v = (6.0, 4.55)
    sky = Sheet('Sky and hills', 60)
    night_sky(sky, (-3, -3, 20, 7), None, DEEP, GREY, -16)
    cloud(sky, 0, 1.6, 5.5, GREY, 0.45)
    cloud(sky, 11, 0.9, 5.5, GREY, 0.4)
    sky.fill([(-3, 4.2, 'c'), (1, 3.1), (4, 3.7), (6.5, 3.3), (9, 3.75), (13, 2.7), (20, 3.4, 'c'), (20, 7, 'c'), (-3, 7, 'c')], mix(MID, GREY, 0.5))
    sky.shade([(10.5, 3.5), (13, 2.8), (16.2, 3.1), (16.2, 4.7), (10.5, 4.7)], -52, 0.07, INK, 0.8, 0.38, 0.5, 1.1)
    firs(sky, 3.5, 19, lambda x: 4.6, 0.9, 30, DARK)

    light = Sheet('Light', 16, blend='screen')
    ground = Sheet('Platform and track', 16, light=light)
    ground.fill([(-4, 4.85, 'c'), (6, 4.6), (20, 4.8, 'c'), (20, 12, 'c'), (-4, 12, 'c')], mix(PALE, GREY, 0.3))
    ground.shade([(11.5, 4.9, 'c'), (16.2, 4.9, 'c'), (16.2, 8.6, 'c')], -22, 0.08, DEEP, 0.8, 0.4, 0.55, 1.1)
    ground.tone([v + ('c',), (7.3, 12, 'c'), (20, 12, 'c'), (20, 9.2, 'c')], mix(MID, GREY, 0.3), 30, 0.4)
    for k in range(20):
        s = 2.2 * 0.84 ** k
        ground.line((v[0] + 1.5 * s, v[1] + 3.4 * s), (v[0] + 7.4 * s, v[1] + 3.4 * s), 0.16 * s + 0.015, mix(DEEP, INK, 0.3), weight=0.7)
    for dx in (2.5, 6.2):
        ground.fill([v + ('c',), (v[0] + (dx - .1) * 2.2, v[1] + 7.3, 'c'), (v[0] + (dx + .1) * 2.2, v[1] + 7.3, 'c')], INK)
        ground.fill([v + ('c',), (v[0] + (dx - .08) * 2.2, v[1] + 7.2, 'c'), (v[0] + (dx - .0) * 2.2, v[1] + 7.2, 'c')], PAPER)
    ground.tone([v + ('c',), (7.0, 12, 'c'), (-5, 12, 'c'), (-5, 6.2, 'c')], mix(PAPER, PALE, 0.55), -30, 0.5)
    ground.fill([v + ('c',), (7.0, 12, 'c'), (8.2, 12, 'c')], INK)
    ground.line(v, (7.0, 12), 0.07)
    ground.rays(v, [(-4, 6.2), (-4, 9), (0, 11), (3.6, 11), (-4, 0.2), (-2, -2.5), (16.5, -1), (17, 9)])
    roof = [(-5, -3), (3.4, -3), (5.55, 3.5), (5.35, 3.95), (-5, 1.8)]
    ground.fill(roof, INK, straight=True)
    for k in range(7):
        s = 0.72 ** k
        ground.line((v[0] - 11 * s, v[1] - 2.7 * s), (v[0] - 2.6 * s, v[1] - 5.6 * s * 1.0), 0.05, DEEP)
    wall = [(-5, 1.8), (5.35, 3.95), (5.35, 4.75), (-5, 6.3)]
    ground.tone(wall, DARK, 78, 0.36, straight=True, dark=0.4)
    ground.hatch([(p[0], p[1], 'c') for p in wall], 66, 0.18, 0.04, INK, opacity=0.6)
    for x0, x1 in ((-1.2, 0.9), (1.7, 2.8), (3.4, 4.1), (4.5, 4.85)):
        pane = [(x, v[1] + (v[0] - x) / 11 * k) for x, k in ((x0, -2.0), (x1, -2.0), (x1, 0.6), (x0, 0.6))]
        ground.pane(pane)
        ground.line(((x0 + x1) / 2, pane[0][1]), ((x0 + x1) / 2, pane[3][1]), 0.04)
    for s in (0.95, 0.6, 0.4, 0.27, 0.19):
        x = v[0] - 2.9 * s
        ground.fill([(x - .13 * s, v[1] - 5.4 * s, 'c'), (x + .13 * s, v[1] - 5.4 * s, 'c'), (x + .13 * s, v[1] + 3.2 * s, 'c'), (x - .13 * s, v[1] + 3.2 * s, 'c')], INK)
        ground.line((x + .12 * s, v[1] - 4.8 * s), (x + .12 * s, v[1] + 3.1 * s), 0.06 * s + 0.015, GLOW)

    train = Sheet('Train', 13)
    x, y, r = 10.6, 4.05, 1.62
    train.blob(x, y - r * 0.6, 5.2, GLOW, 0.20)
    for i in range(7):
        puff(train, x - 0.3 - i * 0.80, y - r * 2.1 - 0.22 * i + train.rng.uniform(-.25, .25), 0.78 + 0.11 * i, PAPER, 0.85)
    train.pool(x, 8.3, 4.2, 1.0, GLOW, 0.5)
    train.pool(x, 7.2, 2.6, 0.7, PAPER, 0.45)
    engine(train, x, y, r, v)
    for lx, ly, lr in ((0, -1.18, 1.9), (-0.78, 0.80, 1.1), (0.78, 0.80, 1.1)):  # the lamps blaze
        train.blob(x + r * lx, y + r * ly, r * lr * 0.95, LAMP, 0.24)
        train.blob(x + r * lx, y + r * ly, r * lr * 0.5, GLOW, 0.42)
        train.blob(x + r * lx, y + r * ly, r * lr * 0.2, PAPER, 0.8)
    for px, py, pr in ((8.6, 7.0, 0.75), (7.9, 6.7, 0.55), (12.8, 7.1, 0.8), (13.6, 6.8, 0.7), (9.3, 7.4, 0.6), (12.2, 7.45, 0.55)):
        puff(train, px, py, pr, PAPER, 0.8)

    for x0, y0, r in ((-0.2, 4.0, 2.4), (2.2, 4.2, 1.6), (3.8, 4.3, 1.0)):  # windows
        light.blob(x0, y0, r, LAMP, 0.20)
        ground.pool(x0 + 0.3, y0 + r * 0.95, r * 1.1, r * 0.26, GLOW, 0.5)
    ground.wash([(5.2, 4.75), (9, 4.7), (16, 4.6)], 1.4, PALE, 0.30, ends=0.3)
    shadow = shadows([((-0.5, 9.3), (6, 9.5), (16.5, 9.3))], [((15.6, 8.8), 2.6), ((15.8, 0.2), 2.6)], 12.5)
    woman = Sheet('Woman from behind', 3.6)
    figures_close.bust_back(woman, 3.6, 4.75, 1.95, line=0.07)
    figures_close.scarf_tail(woman, 3.6, 4.75, 1.95)
    flakes, near = snowfall((-2, -3.5, 20, 11), 220, 20, 0.7)
    return dict(name='3A', length=72, size='MLS',
                prompt='Over the shoulder of the waiting woman: a steam locomotive with blazing head lamps comes in along the snowy '
                       'platform, steam and light, her amber scarf blows in its wind.',
                note='The train grows to twice its size; scarf whips when it passes.',
                sheets=[sky, ground, light, train, shadow, woman, flakes, near])


def face():
    """3B: close on her; the station falls away behind."""
    v = (9.6, 4.3)
    light = Sheet('Light', 14, blend='screen')
    back = Sheet('Platform and train', 14, light=light)
    night_sky(back, (-6, -5, 22, 14), None, DEEP, MID, -18, grain=False)
    back.shade([(4.8, -0.6, 'c'), (16.2, -0.6, 'c'), (16.2, 0.6, 'c'), (9.8, 4.2, 'c')], -42, 0.08, INK, 0.8, 0.44, 0.55, 1.2, fade=0.6)
    back.tone([v + ('c',), (-8, 12.6, 'c'), (-8, 16, 'c'), (24, 16, 'c'), (24, 11, 'c')], mix(PALE, GREY, 0.3), -20, 0.6)
    wall = [v, (24, -3.5), (24, 9.4)]
    back.tone(wall, mix(DARK, INK, 0.35), 20, 0.45, straight=True, dark=0.4)  # the train standing
    for k in range(12):
        s0, s1 = 0.78 ** k, 0.78 ** k * 0.85
        pane = [(v[0] + 14.4 * s0, v[1] - 4.8 * s0), (v[0] + 14.4 * s1, v[1] - 4.8 * s1), (v[0] + 14.4 * s1, v[1] + 0.4 * s1), (v[0] + 14.4 * s0, v[1] + 0.4 * s0)]
        back.pane(pane, True, 0.09 * s0 + 0.02)
        if k % 3 == 1:
            figures.passenger(back, v[0] + 14.4 * (s0 + s1) / 2, v[1] + 0.4 * s0, 2.1 * s0, k % 2 + 1)
    back.fill([v + ('c',), (24, 9.4, 'c'), (24, 10.6, 'c')], INK)
    back.line(v, (24, 2.0 + 4.6), 0.07, GLOW)
    house_wall = [v, (-8, -4.6), (-8, 9.6)]
    back.tone(house_wall, DARK, 80, 0.5, straight=True, dark=0.4)
    back.hatch([(p[0], p[1], 'c') for p in house_wall], 64, 0.26, 0.05, INK, opacity=0.55)
    back.fill([v + ('c',), (-8, -4.6, 'c'), (-8, -9, 'c'), (3, -9, 'c')], INK)
    for k in range(9):
        s = 0.74 ** k
        x = v[0] - 13.0 * s
        back.fill([(x - .42 * s, v[1] - 9 * s, 'c'), (x + .42 * s, v[1] - 9 * s, 'c'), (x + .42 * s, v[1] + 6.6 * s, 'c'), (x - .42 * s, v[1] + 6.6 * s, 'c')], INK)
        back.line((x + .4 * s, v[1] - 7 * s), (x + .4 * s, v[1] + 6.5 * s), 0.11 * s + 0.015, GLOW)
        if k in (1, 3, 5):
            back.glow(x + 2.2 * s, v[1] - 5.6 * s, 3.4 * s, LAMP, 0.75, PAPER)
            back.fill(circle(x + 2.2 * s, v[1] - 5.6 * s, 0.42 * s, 0.36 * s, 10), PAPER)
            back.fill([(x + 1.5 * s, v[1] - 5.75 * s, 'c'), (x + 2.2 * s, v[1] - 6.7 * s), (x + 2.9 * s, v[1] - 5.75 * s, 'c')], INK)
    back.rays(v, [(-8, 12.6), (-8, 9.6), (-3, 14), (4, 14), (14, 14), (24, 11), (24, -3.5), (-8, -4.6)], opacity=0.5)
    for px, py, pr in ((13.5, 6.6, 1.1), (15.2, 7.4, 1.4), (11.8, 5.7, 0.7), (17.2, 7.9, 1.7), (12.4, 6.4, 0.8)):
        puff(back, px, py, pr, PAPER, 0.6)
    for x, k, r in ((15.2, 2.9, 2.2), (12.9, 3.4, 1.5), (11.4, 3.9, 0.9)):  # the windows of the train light the steam
        light.blob(x, k, r, LAMP, 0.20)
        light.pool(x - r * 0.6, v[1] + r * 1.35, r * 1.2, r * 0.4, GLOW, 0.32)
    back.shade([(6.0, 8.0, 'c'), (11, 6.2, 'c'), (16.2, 8.2, 'c'), (16.2, 9.2, 'c'), (5.5, 9.2, 'c')], -14, 0.09, DEEP, 0.82, 0.4, 0.5, 1.0)
    far_man = Sheet('He', 9)
    figures.runner(far_man, 12.6, 6.3, 2.15, flip=True, line=0.035)

    woman = Sheet('Woman', 2.2)
    figures_close.bust(woman, 6.3, 6.95, 5.15, line=0.105, detail=1)
    b = figures.Body(woman, 6.3, 6.95, 5.15, line=0.1)
    b.shape([(0.056, -0.375), (0.066, -0.35), (0.057, -0.335), (0.047, -0.35)], PAPER, False)  # a tear
    b.ink([(0.05, -0.38), (0.053, -0.36)], 0.5, colour=PAPER)
    for k in range(5):  # breath
        woman.blob(8.05 + 0.42 * k, 6.25 - 0.13 * k, 0.30 + 0.13 * k, PAPER, 0.42 - 0.06 * k)
    flakes, near = snowfall((-1, -3.5, 18, 10), 90, 12, 0.2, 1.5, 1.8)
    shadow = shadows([((-0.5, 9.2), (4, 9.6), (16.5, 9.4))], [((0.2, 4.5), 3.0), ((15.9, 0.2), 2.8)], 13.5)
    return dict(name='3B', length=60, size='CU',
                prompt='Close-up: the woman in cloche hat and amber scarf sees him at last, lamplight on her cheek; dolly zoom, the '
                       'platform and the lit train fall away behind her.',
                note='Dolly zoom in: her size holds, the world goes away.',
                sheets=[back, light, shadow, far_man, woman, flakes, near])


def meeting():
    """3C: they hold each other, the camera goes round them."""
    back = Sheet('Train standing', 12)
    night_sky(back, (-5, -3, 24, 6), None, DEEP, MID, -12)
    side = [(-5, 0.2), (24, 0.2), (24, 5.9), (-5, 5.9)]
    back.tone(side, mix(DARK, INK, 0.3), 4, 0.45, straight=True, dark=0.4)
    back.fill([(-5, -0.25, 'c'), (3, -0.35), (12, -0.3), (24, -0.35, 'c'), (24, 0.35, 'c'), (-5, 0.35, 'c')], PAPER)
    back.line((-5, 0.35), (24, 0.35), 0.07)
    for i in range(14):
        x = -4.9 + i * 2.1
        if i in (2, 9):
            back.frame([(x, 0.7), (x + 1.3, 0.7), (x + 1.3, 5.8), (x, 5.8)], 0.07)
            window(back, x + 0.3, 1.0, 0.7, 1.6, True, 0.06)
            back.line((x + 1.12, 3.2), (x + 1.12, 3.8), 0.1, GLOW)
            continue
        window(back, x, 1.1, 1.45, 1.75, True, 0.07)
        if i in (1, 3, 8, 11, 12):
            figures.passenger(back, x + 0.72, 2.82, 1.05, i % 3)
    for y, c in ((3.35, GLOW), (3.5, MID)):
        back.line((-5, y), (24, y), 0.06, c)
    back.hatch([(-5, 3.7, 'c'), (24, 3.7, 'c'), (24, 5.8, 'c'), (-5, 5.8, 'c')], 72, 0.24, 0.05, INK, opacity=0.6)
    for i in range(15):
        x = -4.6 + i * 1.9
        back.fill(circle(x, 6.15, 0.55, 0.55, 14), INK)
        back.contour(circle(x, 6.15, 0.42, 0.42, 14), 0.05, colour=MID)
    back.tone([(-5, 6.3, 'c'), (24, 6.25, 'c'), (24, 11.5, 'c'), (-5, 11.5, 'c')], mix(PALE, GREY, 0.25), -8, 0.55)
    back.fill([(-5, 6.3, 'c'), (24, 6.25, 'c'), (24, 6.6, 'c'), (-5, 6.66, 'c')], INK)
    back.line((-5, 6.64), (24, 6.58), 0.08, PAPER)
    for i in (0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13):
        x = -4.9 + i * 2.1
        back.fill([(x, 6.75), (x + 1.45, 6.75), (x + 1.45 + (x - 7) * 0.12, 8.9), (x + (x - 7) * 0.12, 8.9)], GLOW, 0.38, straight=True)

    steam = Sheet('Steam behind', 9)
    for px, py, pr in ((1.2, 6.2, 1.5), (3.0, 6.6, 1.2), (-0.6, 5.6, 1.8), (12.9, 6.4, 1.3), (14.6, 6.0, 1.7), (16.6, 5.4, 2.1), (11.4, 6.8, 0.9), (4.6, 6.9, 0.9)):
        puff(steam, px, py, pr, PAPER, 0.72)

    pair = Sheet('The two', 6)
    pair.fill([(4.6, 8.2), (11.6, 8.2), (13.2, 9.6), (2.6, 9.6)], INK, 0.22)
    figures.embrace(pair, 8.0, 8.35, 6.6, line=0.075)
    case = [(4.3, 7.35, 'c'), (5.75, 7.55, 'c'), (5.7, 8.5, 'c'), (4.25, 8.3, 'c')]
    pair.fill(case, (92, 82, 74))
    pair.fill([(4.3, 7.35, 'c'), (4.7, 7.4, 'c'), (4.65, 8.36, 'c'), (4.25, 8.3, 'c')], INK, 0.5)
    pair.frame([p[:2] for p in case], 0.07)
    pair.ink([(4.8, 7.4), (4.85, 7.15), (5.25, 7.2), (5.3, 7.5)], 0.08)
    pair.fill([(10.5, 8.5, 'c'), (11.25, 8.38, 'c'), (11.4, 8.68, 'c'), (10.65, 8.82, 'c')], PAPER)
    pair.frame([(10.5, 8.5), (11.25, 8.38), (11.4, 8.68), (10.65, 8.82)], 0.04)
    pair.line((10.62, 8.55), (11.0, 8.62), 0.03, over=0)

    front = Sheet('Column and near steam', 3.4)
    front.fill([(13.9, -2, 'c'), (14.85, -2, 'c'), (14.9, 11, 'c'), (13.85, 11, 'c')], INK)
    front.line((13.98, -1), (13.95, 10), 0.09, mix(GLOW, MID, 0.2))
    front.ink([(14.3, 1.6), (12.9, 0.9), (12.2, -0.6)], 0.26, INK, weight=0.9, taper=0.02)
    for px, py, pr in ((0.4, 8.7, 1.5), (-1.2, 8.0, 1.5), (2.3, 9.3, 1.0)):
        puff(front, px, py, pr, PAPER, 0.75)
    flakes = Sheet('Snow', 2.4)
    flakes.dots((-2, -2, 18, 11), 110, PAPER, 0.04, 0.14, 0.9)
    return dict(name='3C', length=96, size='FS',
                prompt='The two embrace on the snowy platform in front of the lit train, steam rolling past, her amber scarf in the '
                       'wind; the camera orbits slowly around them.',
                note='Slow orbit left. The steam drifts, nothing else matters.',
                sheets=[back, steam, pair, front, flakes])
