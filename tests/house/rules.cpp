#include "tests/house/rules.h"

#include "tests/house/arrows.h"

#include <QRegularExpression>
#include <QSet>

namespace dollygrip::house {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestFile = 600;

/// The only files with a mutex, without their suffix.
const QStringList kMutexFiles{u"core/generator/jobqueue"_s,
                              u"core/media/framecache"_s,
                              u"core/playback/prefetcher"_s,
                              u"ui/player/audiooutput"_s,
                              u"core/project/picturecache"_s,
                              u"core/project/filmstore"_s,
                              u"core/base/log"_s};

/// The only files of core whose texts people read in their language.
const QStringList kTranslatedFiles{u"core/project/errortext"_s, u"core/takes/modeltext"_s,
                                   u"core/pacing/findings"_s};

/// Of QtGui these want a window system; core does without.
const QStringList kWindowHeaders{
    u"QPixmap"_s,       u"QBitmap"_s, u"QIcon"_s,   u"QAction"_s,    u"QCursor"_s,
    u"QStandardItem"_s, u"QWindow"_s, u"QScreen"_s, u"QClipboard"_s, u"QStandardItemModel"_s,
    u"QShortcut"_s};

bool isHeader(const QString& path)
{
    return path.endsWith(u".h");
}

bool isCpp(const QString& path)
{
    return isHeader(path) || path.endsWith(u".cpp");
}

QString withoutSuffix(const QString& path)
{
    return path.left(path.lastIndexOf(u'.'));
}

QString at(const QString& path, int line, const QString& what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

/// Each line of code (no comments, no literals) that matches the pattern.
QStringList linesMatching(const QString& path, const QString& text,
                          const QRegularExpression& pattern, const QString& what)
{
    QStringList found;
    const QStringList lines = codeOnly(text).split(u'\n');
    for (int i = 0; i < lines.size(); ++i)
        if (pattern.match(lines[i]).hasMatch())
            found += at(path, i + 1, what);
    return found;
}

template <class Check>
QStringList forEachInclude(const SourceTree& tree, Check&& check)
{
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const Room* room = isCpp(it.key()) ? roomForFile(it.key()) : nullptr;
        if (!room)
            continue;
        for (const Include& include : includesOf(it.value()))
            if (const QString what = check(it.key(), *room, include); !what.isEmpty())
                found += at(it.key(), include.line, what);
    }
    return found;
}

} // namespace

QStringList arrowsPointDown(const SourceTree& tree)
{
    return forEachInclude(tree, [](const QString&, const Room& room, const Include& include) {
        if (!include.isOurs || !include.path.contains(u'/') || mayInclude(room, include.path))
            return QString();
        return u"%1 may not include \"%2\""_s.arg(room.name, include.path);
    });
}

QStringList librariesStayInTheirRooms(const SourceTree& tree)
{
    return forEachInclude(tree, [](const QString&, const Room& room, const Include& include) {
        const QString library = libraryOf(include.path);
        if (library.isEmpty() || room.libraries.contains(library))
            return QString();
        return u"%1 does without %2 (<%3>)"_s.arg(room.name, library, include.path);
    });
}

QStringList qtStaysInItsRooms(const SourceTree& tree)
{
    return forEachInclude(tree, [](const QString& path, const Room& room, const Include& include) {
        const QString module = include.isOurs ? QString() : qtModuleOf(include.path);
        if (module.isEmpty() || (module == u"umbrella" && !room.qtModules.isEmpty()))
            return QString(); // umbrellas have their own rule
        if (module == u"QtMultimedia" && path.startsWith(u"ui/player/"))
            return QString();
        if (!room.qtModules.contains(module))
            return u"%1 does without %2 (<%3>)"_s.arg(room.name, module, include.path);
        if (path.startsWith(u"core/") && kWindowHeaders.contains(include.path))
            return u"core does without <%1>"_s.arg(include.path);
        return QString();
    });
}

QStringList includesAreWrittenFromTheRoot(const SourceTree& tree)
{
    static const QRegularExpression fromRoot(uR"(^((core|ui|app|tests)/|[a-z]\w*\.moc$))"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        for (const Include& include : isCpp(it.key()) ? includesOf(it.value()) : QList<Include>()) {
            if (include.isOurs && !fromRoot.match(include.path).hasMatch())
                found += at(it.key(), include.line,
                            u"\"%1\" is not written from the root"_s.arg(include.path));
            if (!include.isOurs && qtModuleOf(include.path) == u"umbrella")
                found += at(it.key(), include.line,
                            u"<%1> is not a single Qt header"_s.arg(include.path));
        }
    return found;
}

QStringList headersAreGuardedAndClean(const SourceTree& tree)
{
    static const QRegularExpression usingNamespace(uR"(\busing\s+namespace\b)"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        if (!isHeader(it.key()))
            continue;
        if (!withoutComments(it.value()).trimmed().startsWith(u"#pragma once"))
            found += at(it.key(), 1, u"#pragma once is not its first line"_s);
        found +=
            linesMatching(it.key(), it.value(), usingNamespace, u"using namespace in a header"_s);
    }
    return found;
}

QStringList filesAreShort(const SourceTree& tree)
{
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const qsizetype lines = it.value().count(u'\n') + (it.value().endsWith(u'\n') ? 0 : 1);
        if (lines > kLongestFile)
            found += at(it.key(), int(lines), u"longer than %1 lines"_s.arg(kLongestFile));
    }
    return found;
}

QStringList nobodyIsAFriend(const SourceTree& tree)
{
    static const QRegularExpression pattern(uR"(\bfriend\b)"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (isCpp(it.key()))
            found += linesMatching(it.key(), it.value(), pattern, u"friend"_s);
    return found;
}

QStringList nothingIsASingleton(const SourceTree& tree)
{
    // Qt's own application object is spoken to as QCoreApplication::instance().
    static const QRegularExpression pattern(
        uR"((?<!Application::)\b(instance|getInstance|theInstance)\s*\(\s*\)|\bQ_GLOBAL_STATIC\b)"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (isCpp(it.key()))
            found += linesMatching(it.key(), it.value(), pattern, u"a singleton"_s);
    return found;
}

QStringList mutexesStandInNamedFiles(const SourceTree& tree)
{
    static const QRegularExpression pattern(
        uR"(\bstd::\w*(mutex|_lock|lock_guard)\b|\bQ\w*Mutex\w*\b|\bQReadWriteLock\b|\bpthread_mutex)"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (isCpp(it.key()) && !roomOf(it.key()).isEmpty()
            && !kMutexFiles.contains(withoutSuffix(it.key())))
            found +=
                linesMatching(it.key(), it.value(), pattern, u"a mutex outside the named files"_s);
    return found;
}

QStringList coreSpeaksNoTranslatedText(const SourceTree& tree)
{
    static const QRegularExpression pattern(
        uR"((\btr|\bQT_TR\w*_NOOP\w*|\bQT_TRANSLATE_NOOP\w*|\bQCoreApplication::translate)\s*\()"_s);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (isCpp(it.key()) && it.key().startsWith(u"core/")
            && !kTranslatedFiles.contains(withoutSuffix(it.key())))
            found += linesMatching(it.key(), it.value(), pattern, u"translated text in core"_s);
    return found;
}

QStringList everyHeaderIsIncluded(const SourceTree& tree)
{
    QSet<QString> included;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        for (const Include& include : isCpp(it.key()) ? includesOf(it.value()) : QList<Include>())
            if (withoutSuffix(it.key()) != withoutSuffix(include.path)) // not its own source
                included.insert(include.path);
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (isHeader(it.key()) && it.key().startsWith(u"core/") && !included.contains(it.key()))
            found += at(it.key(), 1, u"nobody includes it"_s);
    return found;
}

QStringList everyRoomStands(const SourceTree& tree)
{
    QSet<QString> standing;
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        if (!isCpp(it.key()))
            continue;
        if (const Room* room = roomForFile(it.key()))
            standing.insert(room->name);
        else if (!roomOf(it.key()).isEmpty())
            found += at(it.key(), 1, u"in a room that the table of arrows does not have"_s);
    }
    for (const Room& room : rooms())
        if (!standing.contains(room.name))
            found += u"the room %1 of the table of arrows is empty"_s.arg(room.name);
    return found;
}

QStringList everySourceIsBuilt(const SourceTree& tree)
{
    // A program of tests is built from its name alone, so tests/ is left to its own lists.
    static const QRegularExpression gaps(uR"([\s()]+)"_s);
    QMap<QString, QSet<QString>> wordsOfLists; // by the list's folder
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (it.key().endsWith(u"CMakeLists.txt") || it.key().endsWith(u".cmake")) {
            const QStringList words = it.value().split(gaps);
            wordsOfLists[it.key().left(it.key().lastIndexOf(u'/'))] +=
                QSet(words.begin(), words.end());
        }
    const auto isNamed = [&](const QString& path) {
        for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0;
             slash = path.lastIndexOf(u'/', slash - 1)) {
            const QString folder = path.left(slash);
            for (auto list = wordsOfLists.begin(); list != wordsOfLists.end(); ++list)
                if ((list.key() == folder || list.key().startsWith(folder + u'/'))
                    && list.value().contains(path.mid(slash + 1)))
                    return true;
        }
        return false;
    };
    QStringList found;
    for (auto it = tree.begin(); it != tree.end(); ++it)
        if (it.key().endsWith(u".cpp") && !roomOf(it.key()).isEmpty() && !isNamed(it.key()))
            found += at(it.key(), 1, u"no CMakeLists.txt names it"_s);
    return found;
}

} // namespace dollygrip::house
