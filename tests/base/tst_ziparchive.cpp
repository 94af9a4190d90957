#include "core/base/ziparchive.h"
#include "tests/generator/pthwriter.h"

#include <QByteArray>
#include <QTest>

using namespace dollygrip;
using pthwriter::number;
using pthwriter::Twist;
using pthwriter::zip;

namespace {

Result<std::vector<ZipEntry>> entriesOf(const std::string& archive)
{
    return zipEntries(std::as_bytes(std::span(archive)));
}

std::string_view textOf(const ZipEntry& entry)
{
    return {reinterpret_cast<const char*>(entry.packed.data()), entry.packed.size()};
}

/// A number within the directory's first entry, that many bytes from its beginning.
std::string changed(std::string archive, std::size_t at, std::uint64_t value, int size)
{
    std::size_t place = archive.find("PK\x01\x02") + at;
    for (const char byte : number(value, size))
        archive.at(place++) = byte;
    return archive;
}

} // namespace

class TestZipArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesAreListedInTheirOrder_data()
    {
        QTest::addColumn<bool>("isZip64");
        QTest::addColumn<bool>("isAligned");
        QTest::addColumn<bool>("isDeflated");
        QTest::newRow("plain") << false << false << false;
        QTest::newRow("zip64") << true << false << false;
        QTest::newRow("aligned") << false << true << false;
        QTest::newRow("deflated") << false << false << true;
    }
    void entriesAreListedInTheirOrder()
    {
        QFETCH(bool, isZip64);
        QFETCH(bool, isAligned);
        QFETCH(bool, isDeflated);
        Twist twist;
        twist.isZip64 = isZip64;
        twist.isAligned = isAligned;
        twist.method = isDeflated ? 8 : 0;
        const std::string archive = zip({{"b/second", "22"}, {"a", "1"}, {"empty", ""}}, twist);
        const auto entries = entriesOf(archive);
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t(3));
        QCOMPARE(entries->at(0).name, std::string("b/second"));
        QCOMPARE(textOf(entries->at(0)), std::string_view("22"));
        QCOMPARE(entries->at(1).name, std::string("a"));
        QCOMPARE(entries->at(2).size, std::uint64_t(0));
        for (const ZipEntry& entry : *entries)
            QCOMPARE(entry.isDeflated, isDeflated);
    }

    void aDeflatedEntryMayBeLargerUnpacked()
    {
        Twist deflated;
        deflated.method = 8;
        const std::string archive = changed(zip({{"a", "12345"}}, deflated), 24, 1'000'000, 4);
        const auto entries = entriesOf(archive);
        QVERIFY(entries);
        QCOMPARE(entries->at(0).size, std::uint64_t(1'000'000));
        QCOMPARE(entries->at(0).packed.size(), std::size_t(5));
        QVERIFY(!entriesOf(changed(zip({{"a", "12345"}}), 24, 1'000'000, 4))); // a stored one not
    }

    void aCommentMayFollow()
    {
        std::string archive = zip({{"a", "1"}});
        archive.replace(archive.size() - 2, 2, number(5, 2));
        archive += "PK\x05\x06!";
        QVERIFY(entriesOf(archive));
        QVERIFY(!entriesOf(archive + "!")); // longer than it says
    }

    void liesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("archive");
        const auto row = [](const char* name, const std::string& archive) {
            QTest::newRow(name) << QByteArray::fromStdString(archive);
        };
        const std::string plain = zip({{"a", "1"}, {"b", "2"}});
        row("nothing", "");
        row("no archive", std::string(100, 'x'));
        row("cut off", plain.substr(0, plain.size() - 1));
        row("its front is missing", plain.substr(10));
        row("two of one name", zip({{"a", "1"}, {"a", "2"}}));
        row("a path upwards", zip({{"a/../../b", "1"}}));
        row("a path from the root", zip({{"/b", "1"}}));
        row("a name with a zero", zip({{std::string("a\0b", 3), "1"}}));
        row("no name", zip({{"", "1"}}));
        Twist twist;
        twist.localName = "c";
        row("another name in front", zip({{"a", "1"}}, twist));
        twist = {};
        twist.shift = 7;
        row("not where it says", zip({{"a", "1"}, {"b", "2"}}, twist));
        twist = {};
        twist.flags = 1;
        row("encrypted", zip({{"a", "1"}}, twist));
        twist = {};
        twist.method = 12;
        row("bzip2", zip({{"a", "1"}}, twist));
        row("another method in the directory", changed(plain, 10, 8, 2));
        row("packed beyond the end", changed(changed(plain, 20, 1000, 4), 24, 1000, 4));
        row("entries that overlap", changed(plain, 42, plain.find("PK\x03\x04", 1), 4));
        row("a name beyond the directory", changed(plain, 28, 60000, 2));
    }
    void liesAreRefused()
    {
        QFETCH(QByteArray, archive);
        const auto entries = entriesOf(archive.toStdString());
        QVERIFY(!entries);
        QCOMPARE(entries.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!entries.error().detail.empty());
    }
};

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
