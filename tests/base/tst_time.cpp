#include "core/base/time.h"

#include <QTest>

using namespace dollygrip;

namespace {

constexpr FrameRate k23976{24000, 1001};
constexpr FrameRate k24{24, 1};
constexpr FrameRate k25{25, 1};
constexpr FrameRate k2997{30000, 1001};
constexpr FrameRate k30{30, 1};
constexpr FrameRate k5994{60000, 1001};

} // namespace

Q_DECLARE_METATYPE(dollygrip::FrameRate)

class TestTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rangesExcludeTheirEnd();
    void ratesAreReadExactly_data();
    void ratesAreReadExactly();
    void badRatesAreRefused_data();
    void badRatesAreRefused();
    void ratesSurviveTheirText();
    void secondsAndFramesAgree();
    void timecodeCounts_data();
    void timecodeCounts();
    void dropFrameLeavesOutTheRightNumbers();
    void dropFrameStaysWithTheClockForADay();
    void everyFrameReadsBack_data();
    void everyFrameReadsBack();
    void shortFormsAreRead_data();
    void shortFormsAreRead();
    void badTimecodeIsRefused_data();
    void badTimecodeIsRefused();
};

void TestTime::rangesExcludeTheirEnd()
{
    const FrameRange range{10, 14};
    QCOMPARE(range.length(), 4);
    QVERIFY(range.contains(10) && range.contains(13));
    QVERIFY(!range.contains(9) && !range.contains(14));
    QVERIFY(FrameRange({3, 3}).isEmpty() && FrameRange({4, 3}).isEmpty() && !range.isEmpty());
}

void TestTime::ratesAreReadExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FrameRate>("rate");
    QTest::newRow("film") << QByteArray("24") << k24;
    QTest::newRow("film on video") << QByteArray("23.976") << k23976;
    QTest::newRow("as some write it") << QByteArray("23.98") << k23976;
    QTest::newRow("rational") << QByteArray("24000/1001") << k23976;
    QTest::newRow("PAL") << QByteArray("25") << k25;
    QTest::newRow("PAL with zeros") << QByteArray("25.00") << k25;
    QTest::newRow("NTSC") << QByteArray("29.97") << k2997;
    QTest::newRow("fast NTSC") << QByteArray("59.94") << k5994;
    QTest::newRow("47.952") << QByteArray("47.952") << FrameRate{48000, 1001};
    QTest::newRow("119.88") << QByteArray("119.88") << FrameRate{120000, 1001};
    QTest::newRow("reduced") << QByteArray("48/2") << k24;
    QTest::newRow("twelve and a half") << QByteArray("12.5") << FrameRate{25, 2};
    QTest::newRow("blanks around") << QByteArray(" 24 ") << k24;
    QTest::newRow("slowest") << QByteArray("1") << FrameRate{1, 1};
    QTest::newRow("fastest") << QByteArray("1000") << FrameRate{1000, 1};
}

void TestTime::ratesAreReadExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(FrameRate, rate);
    const Result<FrameRate> read = frameRateFromText(text.toStdString());
    QVERIFY(read);
    QCOMPARE(read->num, rate.num);
    QCOMPARE(read->den, rate.den);
}

void TestTime::badRatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             " ",
                             "0",
                             "-24",
                             "24fps",
                             "24/0",
                             "0/1",
                             "24/-1",
                             "1001",
                             "0.5",
                             "1/2",
                             "24,5",
                             "1e3",
                             "nan",
                             "inf",
                             "24/1/1",
                             "24.",
                             ".",
                             "/",
                             "0x18",
                             "99999999999999999999",
                             "24.0000000000000000001",
                             "+24",
                             "2 4"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTime::badRatesAreRefused()
{
    QFETCH(QByteArray, text);
    const Result<FrameRate> read = frameRateFromText(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(read.error().subject, text.toStdString());
}

void TestTime::ratesSurviveTheirText()
{
    QCOMPARE(toText(k24), std::string("24"));
    QCOMPARE(toText(k23976), std::string("24000/1001"));
    for (const FrameRate rate : {k23976, k24, k25, k2997, k30, k5994, FrameRate{25, 2}})
        QVERIFY(*frameRateFromText(toText(rate)) == rate);
}

void TestTime::secondsAndFramesAgree()
{
    QCOMPARE(k24.seconds(48), 2.0);
    QCOMPARE(k23976.seconds(24000), 1001.0);
    QCOMPARE(k23976.nominal(), 24);
    QCOMPARE(k2997.nominal(), 30);
    QCOMPARE(k5994.nominal(), 60);
    for (const FrameRate rate : {k23976, k24, k25, k2997, k5994})
        for (FrameIndex n = -1000; n < 200'000; n += 37)
            QCOMPARE(rate.frameAt(rate.seconds(n)), n);
    QVERIFY(k2997.allowsDropFrame() && k5994.allowsDropFrame());
    QVERIFY(!k23976.allowsDropFrame() && !k30.allowsDropFrame() && !k25.allowsDropFrame());
}

void TestTime::timecodeCounts_data()
{
    QTest::addColumn<qint64>("frame");
    QTest::addColumn<FrameRate>("rate");
    QTest::addColumn<bool>("drop");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("start") << qint64(0) << k24 << false << QByteArray("00:00:00:00");
    QTest::newRow("last of a second") << qint64(23) << k24 << false << QByteArray("00:00:00:23");
    QTest::newRow("second") << qint64(24) << k24 << false << QByteArray("00:00:01:00");
    QTest::newRow("hour") << qint64(86400) << k24 << false << QByteArray("01:00:00:00");
    QTest::newRow("23.976 counts 24")
        << qint64(86400) << k23976 << false << QByteArray("01:00:00:00");
    QTest::newRow("PAL hour") << qint64(90000) << k25 << false << QByteArray("01:00:00:00");
    QTest::newRow("past a day") << qint64(86400 * 30) << k24 << false << QByteArray("30:00:00:00");
    QTest::newRow("before the start") << qint64(-25) << k24 << false << QByteArray("-00:00:01:01");
    QTest::newRow("no drop at 24") << qint64(86400) << k24 << true << QByteArray("01:00:00:00");
    // SMPTE 12M: numbers 00 and 01 are left out at each minute that 10 does not divide.
    QTest::newRow("last of minute 0") << qint64(1799) << k2997 << true << QByteArray("00:00:59;29");
    QTest::newRow("first of minute 1")
        << qint64(1800) << k2997 << true << QByteArray("00:01:00;02");
    QTest::newRow("last of minute 1") << qint64(3597) << k2997 << true << QByteArray("00:01:59;29");
    QTest::newRow("first of minute 2")
        << qint64(3598) << k2997 << true << QByteArray("00:02:00;02");
    QTest::newRow("last of minute 9")
        << qint64(17981) << k2997 << true << QByteArray("00:09:59;29");
    QTest::newRow("minute 10 keeps all")
        << qint64(17982) << k2997 << true << QByteArray("00:10:00;00");
    QTest::newRow("minute 11") << qint64(19782) << k2997 << true << QByteArray("00:11:00;02");
    QTest::newRow("one hour") << qint64(107892) << k2997 << true << QByteArray("01:00:00;00");
    QTest::newRow("one day") << qint64(2589408) << k2997 << true << QByteArray("24:00:00;00");
    QTest::newRow("59.94 last of minute 0")
        << qint64(3599) << k5994 << true << QByteArray("00:00:59;59");
    QTest::newRow("59.94 first of minute 1")
        << qint64(3600) << k5994 << true << QByteArray("00:01:00;04");
    QTest::newRow("59.94 one hour") << qint64(215784) << k5994 << true << QByteArray("01:00:00;00");
}

void TestTime::timecodeCounts()
{
    QFETCH(qint64, frame);
    QFETCH(FrameRate, rate);
    QFETCH(bool, drop);
    QFETCH(QByteArray, text);
    QCOMPARE(timecode(frame, rate, drop), text.toStdString());
    const Result<FrameIndex> back = frameFromTimecode(text.toStdString(), rate);
    QVERIFY(back);
    QCOMPARE(*back, FrameIndex(frame));
}

void TestTime::dropFrameLeavesOutTheRightNumbers()
{
    for (int minute = 0; minute < 60; ++minute)
        for (int number = 0; number < 3; ++number) {
            const QByteArray text = QByteArray("00:")
                                    + QByteArray::number(minute).rightJustified(2, '0') + ":00;0"
                                    + QByteArray::number(number);
            const bool exists = minute % 10 == 0 || number >= 2;
            QCOMPARE(frameFromTimecode(text.toStdString(), k2997).has_value(), exists);
        }
}

void TestTime::dropFrameStaysWithTheClockForADay()
{
    // Over a day drop frame is off by 2.6 frames at most (86.4 ms), by SMPTE 12M.
    for (int minutes = 0; minutes <= 24 * 60; ++minutes) {
        const FrameIndex frame = k2997.frameAt(minutes * 60.0);
        const std::string text = timecode(frame, k2997, true);
        const Result<FrameIndex> wholeMinute = frameFromTimecode(
            QByteArray::number(minutes / 60).rightJustified(2, '0').toStdString() + ":"
                + QByteArray::number(minutes % 60).rightJustified(2, '0').toStdString() + ":00;02",
            k2997);
        QVERIFY(wholeMinute);
        QVERIFY2(std::abs(*wholeMinute - frame) <= 5, text.c_str());
    }
}

void TestTime::everyFrameReadsBack_data()
{
    QTest::addColumn<FrameRate>("rate");
    QTest::addColumn<bool>("drop");
    QTest::newRow("24") << k24 << false;
    QTest::newRow("23.976") << k23976 << false;
    QTest::newRow("29.97") << k2997 << false;
    QTest::newRow("29.97 drop") << k2997 << true;
    QTest::newRow("59.94 drop") << k5994 << true;
}

void TestTime::everyFrameReadsBack()
{
    QFETCH(FrameRate, rate);
    QFETCH(bool, drop);
    std::string before;
    for (FrameIndex n = 0; n < 80'000; ++n) {
        const std::string text = timecode(n, rate, drop);
        const Result<FrameIndex> back = frameFromTimecode(text, rate);
        if (!back || *back != n || text <= before)
            QFAIL(text.c_str());
        before = text;
    }
}

void TestTime::shortFormsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("frame");
    QTest::newRow("a bare number") << QByteArray("100") << qint64(100);
    QTest::newRow("seconds") << QByteArray("2:00") << qint64(48);
    QTest::newRow("minutes") << QByteArray("1:00:00") << qint64(1440);
    QTest::newRow("one digit each") << QByteArray("1:2:3:4") << qint64(((3600 + 120 + 3) * 24) + 4);
    QTest::newRow("minus") << QByteArray("-2:00") << qint64(-48);
    QTest::newRow("blanks around") << QByteArray(" 00:00:01:00\n") << qint64(24);
}

void TestTime::shortFormsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, frame);
    const Result<FrameIndex> read = frameFromTimecode(text.toStdString(), k24);
    QVERIFY(read);
    QCOMPARE(*read, FrameIndex(frame));
}

void TestTime::badTimecodeIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             "-",
                             ":",
                             "::::",
                             "00:00:00:24",
                             "00:00:60:00",
                             "00:60:00:00",
                             "1:2:3:4:5",
                             "aa",
                             "00:00:00;00",
                             "00;00:00:00",
                             "--1",
                             "0.5",
                             "1:-1",
                             "00:00:00:",
                             ":00",
                             "1 2",
                             "99999999999999999999",
                             "99999999999:00:00:00",
                             "9223372036854775807",
                             "٣"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTime::badTimecodeIsRefused()
{
    QFETCH(QByteArray, text);
    const Result<FrameIndex> read = frameFromTimecode(text.toStdString(), k24);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
