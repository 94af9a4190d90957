#include "core/project/drawing.h"

#include "core/project/editing.h"
#include "core/project/palettefile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dollygrip {

namespace {

Error refused(const QString& subject, const QString& why)
{
    return {ErrorCode::Refused, subject.toStdString(), why.toStdString()};
}

Result<void> changeDrawing(Film& film, const ShotId& shot, const LayerId& layer,
                           const std::function<Result<void>(Layer&, const QString&)>& change)
{
    const auto on = film.shot(shot);
    return changeLayer(film, shot, layer, [&](Layer& changed) -> Result<void> {
        const Panel* panel = on->panelOfLayer(layer);
        if (changed.isLocked || (panel && panel->isLocked(changed)))
            return refused(on->name, u"the layer is locked"_s);
        return change(changed, on->name);
    });
}

Result<void> changePalette(Film& film, qsizetype index, const std::function<void(Palette&)>& change)
{
    if (index < 0 || index >= film.settings.palettes.size())
        return Error{ErrorCode::NotFound, "palette", {}};
    change(film.settings.palettes[index]);
    return {};
}

/// "Sea", "Sea 2" … so that no two palettes bear one name.
QString freeName(const Film& film, const QString& wished, qsizetype except = -1)
{
    const QString base = wished.simplified().isEmpty() ? u"Palette"_s : wished.simplified();
    const auto isTaken = [&](const QString& name) {
        for (qsizetype i = 0; i < film.settings.palettes.size(); ++i) {
            if (i != except && film.settings.palettes[i].name == name)
                return true;
        }
        return false;
    };
    QString name = base;
    for (int n = 2; isTaken(name); ++n)
        name = u"%1 %2"_s.arg(base).arg(n);
    return name;
}

} // namespace

Result<void> addStrokeBelow(Film& film, const ShotId& shot, const LayerId& layer, Stroke stroke)
{
    return changeDrawing(
        film, shot, layer, [&](Layer& changed, const QString& name) -> Result<void> {
            if (stroke.points.isEmpty())
                return refused(name, u"the stroke has no points"_s);
            qsizetype at = 0;
            while (at < changed.strokes.size() && changed.strokes[at]->brush == Brush::Fill)
                ++at;
            changed.strokes.insert(at, std::make_shared<const Stroke>(std::move(stroke)));
            return {};
        });
}

Result<void> replaceStroke(Film& film, const ShotId& shot, const LayerId& layer,
                           const std::shared_ptr<const Stroke>& old, Stroke stroke)
{
    return changeDrawing(film, shot, layer, [&](Layer& changed, const QString&) -> Result<void> {
        const qsizetype at = changed.strokes.indexOf(old);
        if (at < 0)
            return Error{ErrorCode::NotFound, "stroke", {}};
        if (stroke.brush == Brush::Text && stroke.text.isEmpty())
            changed.strokes.removeAt(at);
        else
            changed.strokes[at] = std::make_shared<const Stroke>(std::move(stroke));
        return {};
    });
}

Result<void> addPalette(Film& film, Palette palette)
{
    if (film.settings.palettes.size() >= kMostPalettes)
        return refused(palette.name, u"the film has %1 palettes"_s.arg(kMostPalettes));
    palette.name = freeName(film, palette.name);
    palette.colours = palette.colours.mid(0, kMostPaletteColours);
    film.settings.palettes.append(palette);
    return {};
}

Result<void> renamePalette(Film& film, qsizetype index, const QString& name)
{
    const QString free = freeName(film, name, index);
    return changePalette(film, index, [&](Palette& palette) { palette.name = free; });
}

Result<void> removePalette(Film& film, qsizetype index)
{
    if (index < 0 || index >= film.settings.palettes.size())
        return Error{ErrorCode::NotFound, "palette", {}};
    film.settings.palettes.removeAt(index);
    return {};
}

Result<void> setPaletteColours(Film& film, qsizetype index, const QList<QColor>& colours)
{
    return changePalette(film, index, [&](Palette& palette) {
        palette.colours = colours.mid(0, kMostPaletteColours);
    });
}

} // namespace dollygrip
