#include "core/base/log.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace dollygrip;

class TestLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesReachTheSinkWhole();
    void threadsDoNotMixTheirLines();
};

void TestLog::linesReachTheSinkWhole()
{
    std::vector<std::string> lines;
    setLogSink([&](LogLevel level, std::string_view category, std::string_view line) {
        lines.push_back(std::to_string(int(level)) + " " + std::string(category) + " "
                        + std::string(line));
    });
    log(LogLevel::Info, "dollygrip.takes", "Shooting shot 1A...");
    log(LogLevel::Error, "dollygrip.media", "");
    setLogSink({});
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], std::string("1 dollygrip.takes Shooting shot 1A..."));
    QCOMPARE(lines[1], std::string("3 dollygrip.media "));
}

void TestLog::threadsDoNotMixTheirLines()
{
    // The vector is unguarded on purpose: the log calls its sink from one thread at a time.
    std::vector<std::string> lines;
    setLogSink(
        [&](LogLevel, std::string_view, std::string_view line) { lines.emplace_back(line); });
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([] {
            for (int i = 0; i < 500; ++i)
                log(LogLevel::Debug, "dollygrip.base", "a whole line");
        });
    threads.clear();
    setLogSink({});
    QCOMPARE(lines.size(), std::size_t(2000));
    for (const std::string& line : lines)
        QCOMPARE(line, std::string("a whole line"));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
