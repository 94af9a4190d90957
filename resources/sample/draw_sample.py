#!/usr/bin/env python3
"""Draws the sample film: writes sample.json and, unless --no-sound, its sounds beside it.

Standard library only (the sounds are packed by ffmpeg). The same strokes come out every time, so
the result is kept in the repository and this script is the way to change it.
"""
import base64
import json
import os
import struct
import sys
import uuid

import captions
import sound
import staging
import shots_station
import shots_street
import shots_train

FRAME_WIDTH, FRAME_HEIGHT = 16.0, 9.0
FORMAT = 2

SCENES = (
    ('EXT. HILL STATION - NIGHT', ('1A', '1B', '1C'),
     'Snow. A long platform under lamps, nobody on it but a WOMAN with a suitcase. Far off a lit train crosses the viaduct.\n'
     'She looks at her watch. The station clock jumps to ten.'),
    ('EXT. LOWER TOWN - NIGHT', ('2A', '2B'),
     'A MAN in a flying overcoat runs past the lit shops, a letter in his hand.\nAbove him, at the top of the stairs, the clock.'),
    ('EXT. HILL STATION - NIGHT', ('3A', '3B', '3C', '3D'),
     'The train comes in, light and steam. She turns for the last time.\nHe is there. The train leaves without them.'),
)


def name(*parts):
    """An id that is the same every time."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, 'dollygrip sample/' + '/'.join(str(p) for p in parts)))


def number(value, digits=4):
    value = round(value, digits)
    return int(value) if value == int(value) else value


def flat(points):
    """Drawing units -> picture units, one row of numbers."""
    return [number(v) for p in points for v in (p[0] / FRAME_WIDTH, p[1] / FRAME_HEIGHT)]


def stroke_json(stroke):
    brush, colour, width, opacity, points = stroke
    row = []
    for p in points:
        row += [number(p[0] / FRAME_WIDTH), number(p[1] / FRAME_HEIGHT), number(p[2], 2)]
    out = dict(brush=brush, colour='#%02x%02x%02x' % tuple(colour), width=number(width / FRAME_HEIGHT, 5), opacity=number(opacity, 3), points=row)
    if any(len(p) > 3 for p in points):  # how far the pen leans: packed floats
        out['tilts'] = base64.b64encode(struct.pack(f'<{len(points)}f', *(round(p[3], 2) for p in points))).decode()
    return out


def region_json(shot, region):
    where = (shot, region['name'])
    motions = [dict(id=name('motion', *where, i), points=flat(m['points']), spline='catmull-rom', ease=m['ease'], turn=m['turn'],
                    scale=m['scale'], **{'from': m['start'], 'to': m['end']}) for i, m in enumerate(region['motions'])]
    brush = region['brush']
    return dict(id=name('region', *where), name=region['name'], layer=name('layer', shot, region['sheet']),
                outlines=[dict(points=flat(region['outline']))] if region['outline'] else [],
                strokes=[dict(points=flat(brush), radius=number(region['radius'] / FRAME_HEIGHT), erase=False)] if brush else [],
                feather=number(region['feather'] / FRAME_HEIGHT), still=region['still'], lifted=region['lifted'], motions=motions)


def layer_json(title, sheet):
    out = dict(id=name('layer', title, sheet.name), name=sheet.name, depth=sheet.depth, opacity=sheet.opacity, visible=True, locked=False,
               pinned=sheet.pinned, strokes=[stroke_json(s) for s in sheet.strokes])
    if sheet.blend != 'normal':
        out['blend'] = sheet.blend
    if sheet.group:
        out['group'] = name('group', title, sheet.group)
    return out


def shot_json(shot):
    title = shot['name']
    groups = []
    for sheet in shot['sheets']:
        if sheet.group and sheet.group not in groups:
            groups.append(sheet.group)
    angle, status, action, dialogue = captions.SHOTS[title]
    panel = dict(id=name('panel', title), start=0, layers=[layer_json(title, sheet) for sheet in shot['sheets']], action=action)
    if dialogue:
        panel['dialogue'] = dialogue
    if groups:
        panel['groups'] = [dict(id=name('group', title, group), name=group, visible=True, locked=False, folded=True, opacity=1) for group in groups]
    return dict(id=name('shot', title), name=title, length=shot['length'], prompt=shot['prompt'], negativePrompt='', size=shot['size'],
                angle=angle, status=status, note=shot['note'], seed='7', panels=[panel],
                regions=[region_json(title, r) for r in staging.REGIONS.get(title, [])],
                camera=dict(sensorWidth=24.89, **staging.CAMERAS[title]))


def shots():
    return [shots_station.wide(), shots_station.waiting(), shots_station.clock(), shots_street.street(), shots_street.stairs(),
            shots_train.arrival(), shots_train.face(), shots_train.meeting(), shots_station.departure()]


def audio_json(starts):
    lengths = {entry[0]: entry[2] for entry in sound.SOUNDS}

    def clip(what, title, at, gain=0.0, fade_in=0.0, fade_out=0.0, length=None):
        return dict(id=name('clip', what), name=title, sound=what, at=at, offset=0, length=length or lengths[what], gain=gain, fadeIn=fade_in,
                    fadeOut=fade_out)

    end = starts['end'] / 24
    return [dict(id=name('track', 'music'), name='Music', gain=0, muted=False, clips=[clip('music', 'Music', 0, -5, 0, 0.6, end)]),
            dict(id=name('track', 'wind'), name='Wind', gain=0, muted=False, clips=[clip('wind', 'Wind', 0, -4, 1.0, 1.2, end)]),
            dict(id=name('track', 'effects'), name='Effects', gain=0, muted=False,
                 clips=[clip('clock', 'Clock', starts['1C'], -5), clip('steps', 'Running', starts['2A'], -7, 0.1, 0.2),
                        clip('train', 'Train', starts['3A'] - 12, -5, 0.4, 1.0)])]


def film():
    drawn = {shot['name']: shot for shot in shots()}
    starts, at = {}, 0
    for _, titles, _ in SCENES:
        for title in titles:
            starts[title] = at
            at += drawn[title]['length']
    starts['end'] = at
    return dict(
        format=FORMAT,
        settings=dict(title='The Last Train', width=1920, height=1080, rate='24', startTimecode=86400, sensorWidth=24.89, paper='#f6f3ec'),
        scenes=[dict(id=name('scene', i), heading=heading, text=text, shots=[shot_json(drawn[t]) for t in titles])
                for i, (heading, titles, text) in enumerate(SCENES)],
        audio=audio_json(starts),
        assets=[dict(hash=entry[0], mime='audio/ogg', name=entry[0] + '.opus', file=entry[0] + '.opus') for entry in sound.SOUNDS])


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    text = json.dumps(film(), separators=(',', ':'), ensure_ascii=False, sort_keys=True)
    text = text.replace('{"brush"', '\n{"brush"')  # a line a stroke, for people who compare
    with open(os.path.join(folder, 'sample.json'), 'w', encoding='utf-8') as out:
        out.write(text + '\n')
    if '--no-sound' not in sys.argv:
        sound.write(folder)


if __name__ == '__main__':
    main()
