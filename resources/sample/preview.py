"""Paints sheets with PIL, near enough to the program's painter to judge a composition by: soft brushes
are only blurred, and the pencil has no grain."""
import sys

from PIL import Image, ImageChops, ImageDraw, ImageFilter

import pen


def paint(sheets, width=1280, view=(0, 0, 16, 9), paper=pen.PAPER, scale=2):
    unit = width * scale / (view[2] - view[0])
    size = (width * scale, round((view[3] - view[1]) * unit))
    picture = Image.new('RGB', size, paper)
    for sheet in sheets:
        for brush, colour, wide, opacity, points in sheet.strokes:
            px = [((p[0] - view[0]) * unit, (p[1] - view[1]) * unit) for p in points]
            reach = wide * unit * (3 if len(points[0]) > 3 else 1) + 2
            box = (max(0, int(min(p[0] for p in px) - reach)), max(0, int(min(p[1] for p in px) - reach)),
                   min(size[0], int(max(p[0] for p in px) + reach) + 1),
                   min(size[1], int(max(p[1] for p in px) + reach) + 1))
            if box[2] <= box[0] or box[3] <= box[1]:
                continue
            mask = Image.new('L', (box[2] - box[0], box[3] - box[1]), 0)
            draw = ImageDraw.Draw(mask)
            if brush == 'fill':
                line = pen.curve(points, True, 6)
                line = [((x - view[0]) * unit - box[0], (y - view[1]) * unit - box[1]) for x, y in
                        ((p[0], p[1]) for p in line)]
                if len(line) > 2:
                    draw.polygon(line, fill=255)
            else:
                for i, (a, b) in enumerate(zip(px, px[1:])):
                    n = max(1, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / 2))
                    for k in range(n + 1):
                        t = k / n
                        r = wide * unit / 2 * (points[i][2] + (points[i + 1][2] - points[i][2]) * t)
                        if brush == 'paint':
                            r = wide * unit * 0.42
                        elif len(points[i]) > 3:
                            r *= 1 + 5 * points[i][3] ** 1.5
                        r = max(r, 0.6)
                        x, y = a[0] + (b[0] - a[0]) * t - box[0], a[1] + (b[1] - a[1]) * t - box[1]
                        draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
            if brush == 'paint':
                mask = mask.filter(ImageFilter.GaussianBlur(max(1.0, wide * unit * 0.16)))
            strength = opacity * sheet.opacity * {'pencil': 0.75, 'marker': 0.55}.get(brush, 1.0)
            if brush == 'paint' or len(points[0]) > 3:  # what is laid down follows the pressure
                strength *= min(1.0, 1.3 * sum(p[2] for p in points) / len(points))
            mask = mask.point(lambda v, s=strength: int(v * s))
            laid = Image.new('RGB', mask.size, tuple(colour))
            mixing = {'multiply': ImageChops.multiply, 'screen': ImageChops.screen}.get(sheet.blend)
            if mixing:
                laid = mixing(picture.crop(box), laid)
            picture.paste(laid, box[:2], mask)
    return picture.resize((width, size[1] // scale), Image.LANCZOS)


if __name__ == '__main__':
    import draw_sample
    wanted = sys.argv[2:]
    for shot in draw_sample.shots():
        if not wanted or shot['name'] in wanted:
            paint(shot['sheets']).save(f"{sys.argv[1]}/{shot['name']}.png")
            print(shot['name'], sum(len(s[4]) for sheet in shot['sheets'] for s in sheet.strokes))
