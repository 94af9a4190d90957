#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace dollygrip {

/// Sortable positions for rows in their order. Keeps as many of the old positions as it can, puts
/// new and moved rows into the gaps between them, and numbers all anew only when a gap is used up:
/// one insert or move writes one row.
QHash<QString, qint64> rowPositions(const QStringList& order, const QHash<QString, qint64>& old);

} // namespace dollygrip
