// Killed at any instant, a film opens again with every edit that was committed, none half done.

#include "core/project/filmstore.h"
#include "tests/project/script.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filmSurvivesTwoHundredKills();
};

void TestKill::filmSurvivesTwoHundredKills()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"killed film.dgrip"_s);
    const Film start = film().scene(u"A"_s).shot(u"1A"_s).scene(u"B"_s).shot(u"2A"_s).build();
    QVERIFY(FilmStore::create(path, start).has_value());

    QRandomGenerator random(20240607);
    // The script, replayed here: the film after edit number k, as far as it has been needed.
    Film replayed = start;
    int replayedTo = 0;
    int kills = 0;
    int editsLost = 0;
    QElapsedTimer clock;
    clock.start();
    for (; kills < 200; ++kills) {
        QProcess editor;
        editor.start(QCoreApplication::applicationDirPath() + u"/scriptededitor"_s, {path});
        QVERIFY(editor.waitForStarted());
        while (!editor.canReadLine())
            QVERIFY2(editor.waitForReadyRead(20000), editor.readAllStandardError().constData());
        QCOMPARE(editor.readLine().trimmed(), QByteArray("ready"));
        // A random instant is the point here; nothing is waited for.
        QThread::usleep(random.bounded(1000U, 60000U));
        ::kill(pid_t(editor.processId()), SIGKILL);
        QVERIFY(editor.waitForFinished());
        int reported = replayedTo;
        const QList<QByteArray> lines = editor.readAllStandardOutput().split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            QVERIFY(lines[i].startsWith("written "));
            reported = lines[i].mid(8).toInt();
        }
        const auto store = FilmStore::open(path, OpenMode::ReadOnly);
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        const Film& found = (*store)->openedFilm();
        const int serial = serialOf(found);
        QVERIFY2(serial >= reported, qPrintable(u"%1 < %2"_s.arg(serial).arg(reported)));
        editsLost += serial - reported;
        for (; replayedTo < serial; ++replayedTo)
            QVERIFY(applyScript(replayed, replayedTo + 1).has_value());
        QCOMPARE(described(found), described(replayed));
    }
    qInfo("%d kills, %d edits on the disk, %d of them not yet reported, %lld ms", kills, replayedTo,
          editsLost, clock.elapsed());
    QVERIFY(replayedTo > 200);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
