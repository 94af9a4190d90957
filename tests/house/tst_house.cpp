#include "tests/house/arrows.h"
#include "tests/house/rules.h"
#include "tests/house/sourcetree.h"

#include <QTest>

using namespace dollygrip::house;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(dollygrip::house::Rule)

namespace {

struct NamedRule {
    const char* name;
    Rule rule;
};

constexpr NamedRule kRules[] = {
    {"arrows point down", arrowsPointDown},
    {"libraries stay in their rooms", librariesStayInTheirRooms},
    {"Qt stays in its rooms", qtStaysInItsRooms},
    {"includes are written from the root", includesAreWrittenFromTheRoot},
    {"headers are guarded and clean", headersAreGuardedAndClean},
    {"files are short", filesAreShort},
    {"nobody is a friend", nobodyIsAFriend},
    {"nothing is a singleton", nothingIsASingleton},
    {"mutexes stand in named files", mutexesStandInNamedFiles},
    {"core speaks no translated text", coreSpeaksNoTranslatedText},
    {"every header is included", everyHeaderIsIncluded},
    {"every room stands", everyRoomStands},
    {"every source is built", everySourceIsBuilt},
};

/// A small house in which nothing is wrong.
SourceTree soundTree()
{
    SourceTree tree;
    for (const Room& room : rooms()) {
        QString folder = room.name == u"generator front"_s ? u"generator"_s : room.name;
        if (folder != u"ui" && !folder.startsWith(u"app/"))
            folder.prepend(u"core/");
        const QString file = room.name == u"generator front" ? u"request.cpp"_s : u"main.cpp"_s;
        tree.insert(folder + u'/' + file, u"// a room\n"_s);
        tree[folder + u"/CMakeLists.txt"_s] += u"add_library(room "_s + file + u")\n"_s;
    }
    return tree;
}

} // namespace

class TestHouse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theHouseKeepsItsRules_data();
    void theHouseKeepsItsRules();
    void aSoundTreePasses_data();
    void aSoundTreePasses();
    void everyRuleSeesItsBreach_data();
    void everyRuleSeesItsBreach();
    void rulesDoNotSeeWhatIsAllowed_data();
    void rulesDoNotSeeWhatIsAllowed();
    void arrowsMakeNoCircle();
    void commentsAndLiteralsAreNoCode();

private:
    SourceTree m_tree;
};

void TestHouse::initTestCase()
{
    m_tree = readTree(QStringLiteral(DOLLYGRIP_SOURCE_DIR));
    QVERIFY(m_tree.contains(u"core/base/error.h"_s));
    QVERIFY(m_tree.contains(u"tests/house/tst_house.cpp"_s));
    QVERIFY(m_tree.contains(u"core/base/CMakeLists.txt"_s));
}

void TestHouse::theHouseKeepsItsRules_data()
{
    QTest::addColumn<Rule>("rule");
    for (const NamedRule& named : kRules)
        QTest::newRow(named.name) << named.rule;
}

void TestHouse::theHouseKeepsItsRules()
{
    QFETCH(Rule, rule);
    const QStringList found = rule(m_tree);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestHouse::aSoundTreePasses_data()
{
    theHouseKeepsItsRules_data();
}

void TestHouse::aSoundTreePasses()
{
    QFETCH(Rule, rule);
    QCOMPARE(rule(soundTree()), QStringList());
}

void TestHouse::everyRuleSeesItsBreach_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto breach = [](const char* name, Rule rule, const QString& path, const QString& text) {
        QTest::newRow(name) << rule << path << text;
    };
    breach("core includes ui", arrowsPointDown, u"core/project/x.cpp"_s,
           u"#include \"ui/theme.h\"\n"_s);
    breach("base includes geometry", arrowsPointDown, u"core/base/x.cpp"_s,
           u"#include \"core/geometry/camera.h\"\n"_s);
    breach("media includes project", arrowsPointDown, u"core/media/x.h"_s,
           u"#include \"core/project/film.h\"\n"_s);
    breach("project includes the warp", arrowsPointDown, u"core/project/x.cpp"_s,
           u"  #  include \"core/multiplane/guide.h\"\n"_s);
    breach("takes includes the pipeline", arrowsPointDown, u"core/takes/x.cpp"_s,
           u"#include \"core/generator/pipeline.h\"\n"_s);
    breach("a front door includes the inside", arrowsPointDown, u"core/generator/jobqueue.h"_s,
           u"#include \"core/generator/pipeline.h\"\n"_s);
    breach("ui includes the queue", arrowsPointDown, u"ui/takes/x.cpp"_s,
           u"#include \"core/generator/jobqueue.h\"\n"_s);
    breach("cli includes ui", arrowsPointDown, u"app/cli/x.cpp"_s,
           u"#include \"ui/mainwindow.h\"\n"_s);
    breach("shoot includes project", arrowsPointDown, u"app/shoot/x.cpp"_s,
           u"#include \"core/project/film.h\"\n"_s);
    breach("tests in the house", arrowsPointDown, u"ui/x.cpp"_s,
           u"#include \"tests/support/filmbuilder.h\"\n"_s);
    breach("LibTorch in takes", librariesStayInTheirRooms, u"core/takes/x.cpp"_s,
           u"#include <ATen/ATen.h>\n"_s);
    breach("LibTorch in a front door", librariesStayInTheirRooms, u"core/generator/request.h"_s,
           u"#include <torch/torch.h>\n"_s);
    breach("FFmpeg in ui", librariesStayInTheirRooms, u"ui/player/x.cpp"_s,
           u"#include <libavcodec/avcodec.h>\n"_s);
    breach("OpenCV in project", librariesStayInTheirRooms, u"core/project/x.cpp"_s,
           u"#include <opencv2/core.hpp>\n"_s);
    breach("Eigen in media", librariesStayInTheirRooms, u"core/media/x.cpp"_s,
           u"#include <Eigen/Core>\n"_s);
    breach("Qt in geometry", qtStaysInItsRooms, u"core/geometry/x.h"_s, u"#include <QPointF>\n"_s);
    breach("umbrella in media", qtStaysInItsRooms, u"core/media/x.h"_s, u"#include <QtCore>\n"_s);
    breach("Qt in app/shoot", qtStaysInItsRooms, u"app/shoot/x.cpp"_s, u"#include <QString>\n"_s);
    breach("Widgets in project", qtStaysInItsRooms, u"core/project/x.cpp"_s,
           u"#include <QWidget>\n"_s);
    breach("Widgets in cli", qtStaysInItsRooms, u"app/cli/x.cpp"_s, u"#include <QApplication>\n"_s);
    breach("Sql in interchange", qtStaysInItsRooms, u"core/interchange/x.cpp"_s,
           u"#include <QSqlQuery>\n"_s);
    breach("sound outside the player", qtStaysInItsRooms, u"ui/timeline/x.cpp"_s,
           u"#include <QAudioSink>\n"_s);
    breach("pixmap in core", qtStaysInItsRooms, u"core/playback/x.cpp"_s,
           u"#include <QPixmap>\n"_s);
    breach("a Qt header that is none", qtStaysInItsRooms, u"core/takes/x.cpp"_s,
           u"#include <QNoSuchThing>\n"_s);
    breach("beside it", includesAreWrittenFromTheRoot, u"core/project/x.cpp"_s,
           u"#include \"film.h\"\n"_s);
    breach("upwards", includesAreWrittenFromTheRoot, u"core/project/x.cpp"_s,
           u"#include \"../base/error.h\"\n"_s);
    breach("umbrella", includesAreWrittenFromTheRoot, u"tests/ui/x.cpp"_s,
           u"#include <QtWidgets>\n"_s);
    breach("with its module", includesAreWrittenFromTheRoot, u"ui/x.cpp"_s,
           u"#include <QtCore/QString>\n"_s);
    breach("no guard", headersAreGuardedAndClean, u"core/base/x.h"_s, u"namespace a {}\n"_s);
    breach("late guard", headersAreGuardedAndClean, u"core/base/x.h"_s,
           u"#include <string>\n#pragma once\n"_s);
    breach("guard in a comment", headersAreGuardedAndClean, u"tests/support/x.h"_s,
           u"// #pragma once\n"_s);
    breach("using namespace", headersAreGuardedAndClean, u"core/base/x.h"_s,
           u"#pragma once\nusing  namespace std;\n"_s);
    breach("601 lines", filesAreShort, u"packaging/run.sh"_s, u"\n"_s.repeated(601));
    breach("601 lines without the last end", filesAreShort, u"core/base/x.cpp"_s,
           u"\n"_s.repeated(600) + u"x"_s);
    breach("friend class", nobodyIsAFriend, u"core/base/x.h"_s, u"    friend class Y;\n"_s);
    breach("friend in a test", nobodyIsAFriend, u"tests/base/x.cpp"_s, u"friend void f();\n"_s);
    breach("instance", nothingIsASingleton, u"ui/x.h"_s, u"static Theme& instance();\n"_s);
    breach("a call of it", nothingIsASingleton, u"ui/x.cpp"_s, u"Theme::instance( ).load();\n"_s);
    breach("Qt's macro", nothingIsASingleton, u"core/project/x.cpp"_s,
           u"Q_GLOBAL_STATIC(Cache, cache)\n"_s);
    breach("std mutex", mutexesStandInNamedFiles, u"core/project/film.cpp"_s, u"std::mutex m;\n"_s);
    breach("shared mutex", mutexesStandInNamedFiles, u"core/media/x.h"_s,
           u"mutable std::shared_mutex m;\n"_s);
    breach("Qt mutex", mutexesStandInNamedFiles, u"ui/x.cpp"_s, u"QMutexLocker l(&m);\n"_s);
    breach("a lock of one", mutexesStandInNamedFiles, u"app/cli/x.cpp"_s,
           u"const std::scoped_lock lock(m);\n"_s);
    breach("tr in geometry", coreSpeaksNoTranslatedText, u"core/geometry/x.cpp"_s,
           u"return tr(\"no\");\n"_s);
    breach("tr in project", coreSpeaksNoTranslatedText, u"core/project/film.cpp"_s,
           u"return QObject::tr (\"no\");\n"_s);
    breach("translate", coreSpeaksNoTranslatedText, u"core/takes/x.cpp"_s,
           u"QCoreApplication::translate(\"a\", \"b\");\n"_s);
    breach("nobody", everyHeaderIsIncluded, u"core/base/x.h"_s, u"#pragma once\n"_s);
    breach("a room too many", everyRoomStands, u"core/attic/x.cpp"_s, u"\n"_s);
    breach("an unknown program", everyRoomStands, u"app/attic/x.cpp"_s, u"\n"_s);
    breach("forgotten source", everySourceIsBuilt, u"core/base/x.cpp"_s, u"\n"_s);
    breach("forgotten in a folder", everySourceIsBuilt, u"ui/canvas/main.cpp"_s, u"\n"_s);
}

void TestHouse::everyRuleSeesItsBreach()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    SourceTree tree = soundTree();
    tree.insert(path, text);
    const QStringList found = rule(tree);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().startsWith(path + u':'));
}

void TestHouse::rulesDoNotSeeWhatIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto allowed = [](const char* name, const QString& path, const QString& text) {
        QTest::newRow(name) << path << text;
    };
    allowed("a single header of a room", u"core/project/main.cpp"_s,
            u"#include \"core/multiplane/stage.h\"\n"_s);
    allowed("widgets in the window", u"ui/main.cpp"_s,
            u"#include <QWidget>\n#include <QPixmap>\n"_s);
    allowed("the generator's networks", u"core/generator/main.cpp"_s,
            u"#include \"core/generator/request.h\"\n#include <torch/torch.h>\n"_s);
    allowed("Qt's application", u"ui/main.cpp"_s, u"QCoreApplication::instance()->quit();\n"_s);
    allowed("words in comments", u"core/base/main.cpp"_s,
            u"// a friend says std::mutex, tr(\"x\") and instance()\n"_s);
    allowed("what is made once", u"core/multiplane/main.cpp"_s,
            u"#include <mutex>\nstd::once_flag made;\n"_s);
    allowed("600 lines", u"core/base/main.cpp"_s, u"\n"_s.repeated(600));
    allowed("a name that ends in tr", u"core/base/main.cpp"_s, u"ptr(1); m_tr = str(2);\n"_s);
    allowed("its own moc", u"tests/ui/tst_x.cpp"_s, u"#include \"tst_x.moc\"\n"_s);
}

void TestHouse::rulesDoNotSeeWhatIsAllowed()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    SourceTree tree = soundTree();
    tree.insert(path, text);
    for (const NamedRule& named : kRules)
        QCOMPARE(named.rule(tree), QStringList());
}

void TestHouse::arrowsMakeNoCircle()
{
    // A row may only name rows above it, so that no walk along the arrows comes back.
    QStringList above;
    for (const Room& room : rooms()) {
        for (const QString& target : room.mayInclude)
            if (!target.contains(u".h"))
                QVERIFY2(above.contains(target), qPrintable(room.name + u" -> "_s + target));
        above += room.name;
    }
}

void TestHouse::commentsAndLiteralsAreNoCode()
{
    const QString text = u"int a; // friend\n/* friend\nfriend */ b(\"friend\\\" friend\", 'x');\n"
                         "c(1'000, R\"y(friend \" friend)y\"); friend\n"_s;
    const QString code = codeOnly(text);
    QCOMPARE(code.size(), text.size());
    QCOMPARE(code.count(u'\n'), text.count(u'\n'));
    QCOMPARE(code.count(u"friend"_s), 1);
    QVERIFY(code.trimmed().endsWith(u"friend"));
    QVERIFY(withoutComments(text).contains(u"\"friend\\\" friend\""));
    const QList<Include> includes =
        includesOf(u"// #include <a>\n#include <b> // c\n# include \"core/x.h\"\n"_s);
    QCOMPARE(includes.size(), 2);
    QCOMPARE(includes[0].path, u"b"_s);
    QCOMPARE(includes[0].line, 2);
    QVERIFY(!includes[0].isOurs && includes[1].isOurs);
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
