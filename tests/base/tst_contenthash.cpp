#include "core/base/contenthash.h"

#include <QTest>

#include <set>
#include <vector>

using namespace dollygrip;

class TestContentHash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsThePublishedVectors_data();
    void equalsThePublishedVectors();
    void everyLengthAndEveryBitCounts();
    void textIsThirtyTwoDigits();
};

void TestContentHash::equalsThePublishedVectors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("00000000000000000000000000000000");
    // Values that several implementations publish, each half written low byte first here.
    QTest::newRow("hello") << QByteArray("hello") << QByteArray("029bbd41b3a7d8cb191dae486a901e5b");
    QTest::newRow("hello, world") << QByteArray("hello, world")
                                  << QByteArray("8ebc5e3a62ac2f344d41429607bcdc4c");
    QTest::newRow("twenty-five bytes") << QByteArray("19 Jan 2038 at 3:14:07 AM")
                                       << QByteArray("fcaf37b788599eb8cbb2310295c24f66");
    QTest::newRow("fox") << QByteArray("The quick brown fox jumps over the lazy dog.")
                         << QByteArray("c902e99e1f4899cde7b68789a3a15d69");
}

void TestContentHash::equalsThePublishedVectors()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, hash);
    QCOMPARE(QByteArray::fromStdString(contentHash(text.toStdString()).toText()), hash);
}

void TestContentHash::everyLengthAndEveryBitCounts()
{
    std::set<ContentHash> seen;
    std::vector<std::uint8_t> bytes;
    for (int length = 0; length <= 64; ++length) {
        bytes.assign(std::size_t(length), 0);
        QVERIFY(seen.insert(contentHash(bytes)).second);
        for (int bit = 0; bit < length * 8; ++bit) {
            bytes[std::size_t(bit / 8)] ^= std::uint8_t(1 << (bit % 8));
            QVERIFY(seen.insert(contentHash(bytes)).second);
            bytes[std::size_t(bit / 8)] = 0;
        }
    }
}

void TestContentHash::textIsThirtyTwoDigits()
{
    ContentHash hash;
    QVERIFY(hash.isNull());
    hash.bytes = {0, 1, 2, 0x0f, 0x10, 0x7f, 0x80, 0xff, 8, 9, 10, 11, 12, 13, 14, 15};
    QCOMPARE(hash.toText(), std::string("0001020f107f80ff08090a0b0c0d0e0f"));
    QVERIFY(!hash.isNull());
}

QTEST_GUILESS_MAIN(TestContentHash)
#include "tst_contenthash.moc"
