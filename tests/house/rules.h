#pragma once

#include "tests/house/sourcetree.h"

#include <QStringList>

namespace dollygrip::house {

/// Every rule reads a tree and gives its violations, "path:line: what"; none when all is well.
using Rule = QStringList (*)(const SourceTree&);

QStringList arrowsPointDown(const SourceTree& tree);
QStringList librariesStayInTheirRooms(const SourceTree& tree);
QStringList qtStaysInItsRooms(const SourceTree& tree);
QStringList includesAreWrittenFromTheRoot(const SourceTree& tree);
QStringList headersAreGuardedAndClean(const SourceTree& tree);
QStringList filesAreShort(const SourceTree& tree);
QStringList nobodyIsAFriend(const SourceTree& tree);
QStringList nothingIsASingleton(const SourceTree& tree);
QStringList mutexesStandInNamedFiles(const SourceTree& tree);
QStringList coreSpeaksNoTranslatedText(const SourceTree& tree);
QStringList everyHeaderIsIncluded(const SourceTree& tree);
QStringList everyRoomStands(const SourceTree& tree);
QStringList everySourceIsBuilt(const SourceTree& tree);

} // namespace dollygrip::house
