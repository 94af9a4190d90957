"""What moves in the sample film: regions with their arrows, and the camera, shot by shot.

Drawing units here are those of pen.py; `film` turns them into picture units. Cameras follow
core/geometry: metres, radians, focal length in millimetres on a 24.89 mm sensor.
"""
import math

DEG = math.pi / 180


def box(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def arrow(points, ease='none', start=0.0, end=1.0, turn=0.0, scale=1.0):
    return dict(points=points, ease=ease, start=start, end=end, turn=turn * DEG, scale=scale)


def region(name, sheet, motions, outline=None, brush=None, radius=0.5, feather=0.0, lifted=True, still=False):
    return dict(name=name, sheet=sheet, motions=motions, outline=outline, brush=brush, radius=radius, feather=feather, lifted=lifted,
                still=still)


def pose(x=0.0, y=0.0, z=0.0, pan=0.0, tilt=0.0, roll=0.0, focal=35.0):
    return dict(position=[x, y, z], pan=pan * DEG, tilt=tilt * DEG, roll=roll * DEG, focal=focal)


def move(*keys, ease='none', **more):
    count = len(keys)
    return dict(keys=[dict(key, at=i / max(1, count - 1), ease=ease if i + 1 < count else 'none') for i, key in enumerate(keys)], **more)


def handheld(strength, seed):
    return dict(rotation=0.7 * DEG * strength, translation=0.02 * strength, seed=seed, start=0.0)


def snow(dx, dy):
    return region('Snow', 'Snow', [arrow([(8, 0), (8 + dx, dy)])], box(-4, -7, 27, 13))


def flurry(dx, dy):
    """The few large flakes right before the lens: they fall faster."""
    return region('Snow near', 'Snow near', [arrow([(8, 0), (8 + dx * 1.9, dy * 1.9)])], box(-4, -9, 27, 13))


def running(x0, y0, x1, y1, strides, bounce):
    """The way of a runner's middle: up and down with every stride."""
    count = strides * 2
    return [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count - (bounce if i % 2 else 0)) for i in range(count + 1)]


def orbit(degrees, distance, ease):
    a = degrees * DEG
    end = pose(distance * math.sin(a), 0, distance * (1 - math.cos(a)), -degrees)
    return move(pose(), end, ease=ease, arc=dict(axis='vertical', centre=[0, 0, distance]))


REGIONS = {
    '1A': [
        region('Far train', 'Far train', [arrow([(13.05, 4.03), (9.6, 4.03)])], box(10.8, 2.6, 19.5, 4.25)),
        snow(-0.7, 2.6),
        flurry(-0.7, 2.6),
    ],
    '1B': [
        region('Watch', 'Watch arm', [arrow([(7.1, 8.2), (7.0, 7.7), (6.75, 7.15)], 'in-out', 0.2, 0.65, -4)], box(5.2, 6.8, 9.6, 13.5)),
        region('Scarf', 'Woman', [arrow([(6.05, 7.2), (6.25, 7.12)], 'in-out', 0.0, 0.5), arrow([(6.25, 7.12), (6.0, 7.18)], 'in-out', 0.5, 1.0)],
               brush=[(6.02, 6.4), (6.1, 7.1), (6.15, 7.7)], radius=0.35, feather=0.4, lifted=False),
        snow(-0.5, 1.7),
        flurry(-0.5, 1.7),
    ],
    '1C': [region('Minute hand', 'Minute hand', [arrow([(8.7, 4.6)], 'out', 0.52, 0.60, 18.2)], box(6.9, 1.2, 9.6, 5.6))],
    '2A': [
        region('Runner', 'Runner', [arrow(running(4.1, 6.4, 14.5, 6.35, 5, 0.22))], box(-0.2, 3.4, 7.2, 9.0)),
        snow(-1.6, 1.6),
        flurry(-1.6, 1.6),
    ],
    '2B': [
        region('Runner', 'Runner', [arrow(running(8.55, 6.4, 10.1, 4.35, 5, 0.14), scale=0.42)], box(6.2, 3.6, 10.6, 8.7)),
        region('Gatepost', 'Gatepost', [], box(-2.0, -0.2, 2.0, 12), lifted=False, still=True),
        snow(-0.6, 1.9),
        flurry(-0.6, 1.9),
    ],
    '3A': [
        region('Train', 'Train', [arrow([(10.6, 4.05), (13.36, 3.75)], 'out', scale=1.6)], box(2.2, -3.6, 16.0, 11.0)),
        region('Scarf', 'Woman from behind', [arrow([(1.2, 4.8), (0.95, 4.45), (1.05, 4.15)], 'in-out', 0.05, 0.35),
                                              arrow([(1.05, 4.15), (1.3, 4.75), (1.2, 5.05)], 'in-out', 0.35, 0.68),
                                              arrow([(1.2, 5.05), (0.9, 4.55)], 'in-out', 0.68, 1.0)],
               brush=[(2.0, 4.95), (1.2, 4.75), (0.35, 4.75)], radius=0.42, feather=0.7, lifted=False),
        snow(-2.2, 1.5),
        flurry(-2.2, 1.5),
    ],
    '3B': [
        region('He comes', 'He', [arrow(running(12.6, 5.3, 11.5, 5.55, 4, 0.10), scale=1.35)], box(10.8, 3.9, 14.6, 6.6)),
        region('Head', 'Woman', [arrow([(6.4, 4.4), (6.5, 4.24)], 'in-out', 0.15, 0.7, 1.6)],
               box(3.5, 1.0, 8.9, 6.4), feather=1.3, lifted=False),
        snow(-0.6, 1.8),
        flurry(-0.6, 1.8),
    ],
    '3C': [
        region('Steam', 'Steam behind', [arrow([(8, 6), (8.7, 5.75)])], box(-4, 3, 20, 9)),
        region('Scarf', 'The two', [arrow([(5.9, 3.1), (5.75, 2.85)], 'in-out', 0.0, 0.33), arrow([(5.75, 2.85), (5.95, 3.3)], 'in-out', 0.33, 0.66),
                                    arrow([(5.95, 3.3), (5.8, 2.95)], 'in-out', 0.66, 1.0)],
               brush=[(6.9, 3.25), (6.3, 3.15), (5.5, 3.05)], radius=0.30, feather=0.5, lifted=False),
        snow(-0.9, 2.4),
    ],
    '3D': [
        region('Train leaves', 'Last carriage', [arrow([(10.15, 5.0), (10.88, 5.0)], 'in-out', scale=0.30)], box(6.5, -1.5, 13.5, 8.0)),
        snow(-0.6, 2.4),
    ],
}

CAMERAS = {
    '1A': move(pose(), pose(0.45, 0.0, 1.0), ease='in-out'),
    '1B': move(pose(), handheld=handheld(0.7, 12)),
    '1C': move(pose()),
    '2A': move(pose(), pose(pan=16.0)),
    '2B': move(pose(), pose(0.0, 0.2, 0.0, 0.0, 7.0), ease='in-out'),
    '3A': move(pose(), pose(-0.12, 0.08, 0.0), ease='out', handheld=handheld(0.5, 31)),
    '3B': move(pose(), pose(z=0.85, focal=35.0 * (2.2 - 0.85) / 2.2), ease='in-out'),
    '3C': orbit(-16, 6.0, 'in-out'),
    '3D': move(pose(), pose(0.0, 1.1, -2.2, 0.0, -2.5), ease='in-out'),
}
