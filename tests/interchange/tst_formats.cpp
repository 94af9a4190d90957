#include "core/interchange/formats.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dollygrip::interchange;
using namespace Qt::StringLiterals;

class Formats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTellTheFormat_data();
    void namesTellTheFormat();
    void everyFormatHasItsRow();
};

void Formats::namesTellTheFormat_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("format"); // -1: none
    QTest::newRow("mp4") << u"/tmp/a.mp4"_s << int(Format::Mp4);
    QTest::newRow("M4V") << u"/tmp/a.M4V"_s << int(Format::Mp4);
    QTest::newRow("mov") << u"my film.v2.MOV"_s << int(Format::Mov);
    QTest::newRow("folder") << u"/tmp/pictures"_s << int(Format::PngFolder);
    QTest::newRow("avi") << u"/tmp/a.avi"_s << -1;
    QTest::newRow("text") << u"/tmp/a.txt"_s << -1;
}

void Formats::namesTellTheFormat()
{
    QFETCH(QString, path);
    QFETCH(int, format);
    const auto found = formatOf(path);
    QCOMPARE(found ? int(*found) : -1, format);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"film.mov"_s)); // a folder is a folder
    QVERIFY(formatOf(folder.filePath(u"film.mov"_s)) == Format::PngFolder);
}

void Formats::everyFormatHasItsRow()
{
    for (const Format format : {Format::Mp4, Format::Mov, Format::PngFolder}) {
        const FormatInfo& info = formatInfo(format);
        QVERIFY(info.format == format);
        QVERIFY(info.writes && !info.id.isEmpty() && !info.name.isEmpty() && !info.lost.isEmpty());
    }
}

QTEST_GUILESS_MAIN(Formats)
#include "tst_formats.moc"
