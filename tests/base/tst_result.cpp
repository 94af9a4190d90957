#include "core/base/error.h"

#include <QTest>

#include <memory>
#include <set>
#include <string>

using namespace dollygrip;

namespace {

Result<int> half(int value)
{
    if (value % 2 != 0)
        return Error{ErrorCode::InvalidArgument, "value", "odd"};
    return value / 2;
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAValueOrAnError();
    void movesWhatCannotBeCopied();
    void nothingIsAValueToo();
    void theErrorOfOneIsTheErrorOfAnother();
    void everyCodeHasItsOwnName();
};

void TestResult::holdsAValueOrAnError()
{
    const Result<int> good = half(4);
    QVERIFY(good && good.has_value());
    QCOMPARE(*good, 2);
    const Result<int> bad = half(3);
    QVERIFY(!bad);
    QVERIFY((bad.error() == Error{ErrorCode::InvalidArgument, "value", "odd"}));
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, void(bad.value()));
}

void TestResult::movesWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
    QVERIFY(made);
    const std::unique_ptr<int> taken = std::move(made).value();
    QCOMPARE(*taken, 7);
    Result<std::string> text = std::string("shot");
    text->append(" 1A");
    QCOMPARE(*text, std::string("shot 1A"));
}

void TestResult::nothingIsAValueToo()
{
    const Result<void> good;
    QVERIFY(good);
    const Result<void> bad = Error{ErrorCode::DiskFull, "film", {}};
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::DiskFull);
}

void TestResult::theErrorOfOneIsTheErrorOfAnother()
{
    const auto quarter = [](int value) -> Result<std::string> {
        const Result<int> halved = half(value);
        if (!halved)
            return halved.error();
        return std::to_string(*halved / 2);
    };
    QCOMPARE(*quarter(8), std::string("2"));
    QCOMPARE(quarter(5).error().detail, std::string("odd"));
}

void TestResult::everyCodeHasItsOwnName()
{
    std::set<std::string> names;
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QVERIFY2(names.insert(errorName(ErrorCode(code))).second, errorName(ErrorCode(code)));
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
