#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace dollygrip::house {

/// What one room may know. The table in arrows.cpp is the only place where arrows are written
/// for the machine; core/README.md draws them for people.
struct Room {
    QString name; ///< as roomOf() says it; "generator front" for the generator's front doors
    QStringList mayInclude; ///< rooms, or single headers such as "multiplane/stage.h"
    QStringList qtModules;  ///< "QtCore" …; none for a room without Qt
    QStringList libraries;  ///< of kLibraries in arrows.cpp
};

const QList<Room>& rooms();
/// The row of a file; null when it stands in no room.
const Room* roomForFile(const QString& path);
/// True when a file of `room` may include the header `path` of ours ("core/base/error.h").
bool mayInclude(const Room& room, const QString& path);

/// "Eigen", "OpenCV", "LibTorch", "FFmpeg", "SQLite" for a header of theirs; empty for others.
QString libraryOf(const QString& header);
/// The Qt module that has this header ("QtCore"); empty when it is not Qt's. An umbrella header
/// ("QtCore") and one written with its module ("QtCore/QString") give "umbrella".
QString qtModuleOf(const QString& header);

} // namespace dollygrip::house
