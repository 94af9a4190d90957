#pragma once

#include "core/base/error.h"
#include "core/project/film.h"

#include <QByteArray>
#include <QImage>

namespace dollygrip {

inline constexpr qsizetype kMostPaletteColours = 512;
inline constexpr qsizetype kMostPalettes = 64;

/// A palette from a GIMP palette file (.gpl). `subject` names the file in errors. Lines that say
/// nothing sensible are refused rather than guessed at; of very long files the first colours count.
Result<Palette> paletteFromGpl(const QByteArray& bytes, const QString& subject);
QByteArray paletteToGpl(const Palette& palette);

/// The colours of a panel: those of its strokes, most drawn first, then those that stand out in its
/// pictures (`painted`, may be null). At most `most`.
QList<QColor> coloursOfPanel(const Panel& panel, const QImage& painted, qsizetype most = 16);

} // namespace dollygrip
