#pragma once

#include "core/project/shot.h"

#include <QList>

namespace dollygrip {

/// A panel out of its shot. The arrows' `from` and `to` count frames from the panel's first one.
struct PanelPiece {
    Panel panel;
    FrameIndex length = 1;
    QList<ShotRegion> regions;
};

QList<PanelPiece> piecesOf(const Shot& shot);
/// Makes the shot of these pieces, at least one; sets its panels, regions and length.
void putPieces(Shot& shot, const QList<PanelPiece>& pieces);
/// New hold (>= 1); arrows stretch with it.
void stretch(PanelPiece& piece, FrameIndex length);
/// New ids for everything in it.
void renewIds(PanelPiece& piece);

} // namespace dollygrip
