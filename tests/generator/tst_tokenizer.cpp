#include "core/generator/piecelibrary.h"
#include "core/generator/promptcleaning.h"
#include "core/generator/spiecefile.h"
#include "core/generator/tokenizer.h"
#include "core/generator/unigram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

const QString kModel = QStringLiteral(DOLLYGRIP_SOURCE_DIR "/tests/data/tokenizer/spiece.model");

std::vector<std::byte> modelBytes()
{
    QFile file(kModel);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    std::vector<std::byte> bytes(static_cast<std::size_t>(all.size()));
    std::memcpy(bytes.data(), all.constData(), bytes.size());
    return bytes;
}

Tokenizer tokenizer()
{
    auto made = Tokenizer::open(kModel.toStdString());
    if (!made)
        qFatal("%s", made.error().detail.c_str());
    return std::move(*made);
}

Unigram unigram()
{
    return Unigram(*SpieceFile::read(modelBytes(), "test"));
}

/// The SentencePiece library itself, in a program that has LibTorch too.
PieceLibrary pieceLibrary()
{
    if (!PieceLibrary::isThere())
        qFatal("the module with the SentencePiece library is not there");
    return *PieceLibrary::open(modelBytes(), "test");
}

/// One prompt of each kind that matters.
void addPrompts()
{
    QTest::addColumn<QString>("prompt");
    QTest::newRow("English") << "A woman walks slowly towards the window. The camera pushes in.";
    QTest::newRow("English, unseen words") << "Zebras juggling quixotic xylophones @ 90 km/h";
    QTest::newRow("Chinese") << "一位年轻女子慢慢走向窗边，镜头缓缓推近。";
    QTest::newRow("Chinese, the usual negative prompt")
        << "色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差"
           "质量";
    QTest::newRow("emoji")
        << "an astronaut 🚀 waves 👋🏽, family 👨‍👩‍👧, flag 🇩🇪";
    QTest::newRow("German and French") << "Großaufnahme: die Hände zittern. La caméra s'éloigne.";
    QTest::newRow("Japanese") << "ｶﾒﾗが窓に近づく。カメラ";
    QTest::newRow("Arabic, Hindi") << "امرأة تمشي ببطء नमस्ते दुनिया";
    QTest::newRow("signs in other forms") << "ﬁrst ½ ① Ａ ™ e\u0301 \u00e9 ①②";
    QTest::newRow("marks of the tokenizer") << "</s> <pad> <unk> <s> ▁ <0x41> <extra_id_0>";
    QTest::newRow("spaces") << "  two   spaces \u00a0 and\u3000wide  ";
    QTest::newRow("nothing") << "";
    QTest::newRow("only spaces") << "   ";
    QTest::newRow("numbers") << "Shot 12A, take 3, 24 fps, 1920x1080, 3.14159";
}

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("AddressSanitizer does not let modules be opened apart");
#endif
    }
    void agreesWithTheLibrary_data()
    {
        addPrompts();
    }
    void agreesWithTheLibrary()
    {
        QFETCH(QString, prompt);
        const PieceLibrary library = pieceLibrary();
        const std::vector<int> expected = library.encode(prompt.toStdString());
        QCOMPARE(unigram().encode(prompt.toStdString()), expected);
        std::vector<std::int64_t> withEnd(expected.begin(), expected.end());
        withEnd.push_back(1);
        QCOMPARE(tokenizer().ids(prompt.toStdString()), withEnd);
    }

    void ownUnigramAgreesOnRandomText()
    {
        const PieceLibrary library = pieceLibrary();
        const Unigram own = unigram();
        std::mt19937 random(7);
        const std::u32string some = U"aeiou thn  .,0159äß的镜头🎬\u00a0\u3000ﬁＡ½\u0301\ud7a3한글▁";
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            const int length = static_cast<int>(random() % 40);
            for (int i = 0; i < length; ++i) {
                if (round % 4 == 0) { // any bytes, UTF-8 or not
                    text += static_cast<char>(random() % 256);
                } else {
                    const char32_t sign = round % 4 == 1
                                              ? static_cast<char32_t>(0x20 + random() % 0x2FFF)
                                              : some[random() % some.size()];
                    text += QString::fromUcs4(&sign, 1).toStdString();
                }
            }
            const std::vector<int> expected = library.encode(text);
            if (own.encode(text) != expected)
                QFAIL(qPrintable(u"differs in round %1: %2"_qs.arg(round).arg(
                    QString::fromUtf8(QByteArray::fromStdString(text).toHex()))));
        }
    }

    void endsWithTheEndMark()
    {
        QCOMPARE(tokenizer().ids("").back(), 1);
    }

    void nothingIsTheEndAlone()
    {
        QCOMPARE(tokenizer().ids(""), std::vector<std::int64_t>{1});
    }

    void longPromptsKeepTheirBeginningAndTheEndMark()
    {
        std::string text;
        for (int i = 0; i < 400; ++i)
            text += "the camera walks ";
        const Tokenizer words = tokenizer();
        const std::vector<std::int64_t> whole = words.ids(text, 1 << 20);
        const std::vector<std::int64_t> cut = words.ids(text);
        QVERIFY(whole.size() > 600);
        QCOMPARE(cut.size(), std::size_t{512});
        QCOMPARE(cut.back(), 1);
        QVERIFY(std::equal(cut.begin(), cut.end() - 1, whole.begin()));
    }

    void paddingIsZero()
    {
        const std::vector<std::int64_t> ids = padded({5, 1}, 512);
        QCOMPARE(ids.size(), std::size_t{512});
        QVERIFY(std::all_of(ids.begin() + 2, ids.end(), [](std::int64_t id) { return id == 0; }));
    }

    void numbersAreBelowTheSize()
    {
        QCOMPARE(tokenizer().size(), 1024);
        for (const std::int64_t id : tokenizer().ids("Großaufnahme 🚀 镜头 any words"))
            QVERIFY(id >= 0 && id < 1024);
    }

    void cleansPrompts_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("clean");
        QTest::newRow("white space") << " a\t\n b\u00a0\u2003c\u3000\u0085d "
                                     << "a b c d";
        QTest::newRow("nothing") << " \n "
                                 << "";
        QTest::newRow("twice") << "Tom &amp;amp; Anna"
                               << "Tom & Anna";
        QTest::newRow("with markup only twice") << "<b>&amp;amp;amp;lt;"
                                                << "<b>&amp;lt;";
        QTest::newRow("numbers") << "&#65;&#x42;&#X43;&#128;&#0;&#x1F3AC;"
                                 << "ABC€\ufffd🎬";
        QTest::newRow("numbers of nothing") << "a&#11;b&#xFFFF;c&#xD800;"
                                            << "abc\ufffd";
        QTest::newRow("number without end") << "<&#65B"
                                            << "<AB";
        QTest::newRow("names") << "&eacute;&Auml;&euro;&hellip;&notin;&lang;&zwnj;x"
                               << "éÄ€…∉⟨\u200cx";
        QTest::newRow("names without end") << "<caf&eacute au lait &copy2026"
                                           << "<café au lait ©2026";
        QTest::newRow("longest name") << "<&notit; &notin;"
                                      << "<¬it; ∉";
        QTest::newRow("two signs") << "&NotEqualTilde;"
                                   << "≂\u0338";
        QTest::newRow("no reference") << "R&D &; & &unknown; &#; &#x; AT&T"
                                      << "R&D &; & &unknown; &#; &#x; AT&T";
        QTest::newRow("a space from a reference") << "a&nbsp;&nbsp;b&Tab;"
                                                  << "a b";
        QTest::newRow("quotes") << "“It’s ‘him’”"
                                << "\"It's 'him'\"";
        QTest::newRow("quotes as references") << "&ldquo;no&rdquo;"
                                              << "\"no\"";
        QTest::newRow("ligatures and wide letters") << "ﬁlm ＡＢＣ，！"
                                                    << "film ABC,!";
        QTest::newRow("control characters")
            << u"\ufeffa\u0007b\u001b[31mred\u001b[0m"_qs << "abred";
        QTest::newRow("Chinese stays") << "镜头，推近。"
                                       << "镜头,推近。";
    }
    void cleansPrompts()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, clean);
        QCOMPARE(QString::fromStdString(cleanedPrompt(prompt.toStdString())), clean);
    }

    void cleaningEndsOnHostileText()
    {
        std::string text = "&";
        for (int i = 0; i < 20000; ++i)
            text += "amp;";
        QVERIFY(cleanedPrompt(text).size() < text.size());
        QCOMPARE(cleanedPrompt("\xff\xfe\xc3"), std::string("\uFFFD\uFFFD\uFFFD"));
    }

    void refusesWhatIsNoModel_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("{\"version\": \"1.0\"}");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("a length beyond the end") << QByteArray("\x0a\xff\xff\xff\xff\x0f");
        QTest::newRow("an endless number")
            << QByteArray("\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
        QTest::newRow("one piece") << QByteArray("\x0a\x03\x0a\x01"
                                                 "a");
    }
    void refusesWhatIsNoModel()
    {
        QFETCH(QByteArray, bytes);
        const auto made = Tokenizer::fromBytes(
            std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
            "broken");
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::ModelUnusable);
        QCOMPARE(made.error().subject, std::string("broken"));
        QVERIFY(!made.error().detail.empty());
    }

    void aMissingFileIsNamed()
    {
        const auto made = Tokenizer::open("/nowhere/spiece.model");
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::FileNotFound);
    }

    /// Damaged models are refused, or work: no text may lead astray in them.
    void damagedModelsDoNoHarm()
    {
        const std::vector<std::byte> good = modelBytes();
        std::mt19937 random(3);
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            std::vector<std::byte> bad = good;
            if (round % 3 == 0) {
                bad.resize(random() % bad.size());
            } else {
                for (int i = 0; i < 1 + round % 20; ++i)
                    bad[random() % bad.size()] = static_cast<std::byte>(random());
            }
            const auto made = Tokenizer::fromBytes(bad, "bad");
            if (!made) {
                ++refused;
                continue;
            }
            for (const char* text : {"The camera 镜头", "ﬁ ½ Ａ\xff\x01", "é🎬 ①"}) {
                for (const std::int64_t id : made->ids(text))
                    QVERIFY(id >= 0 && id < made->size());
                const auto file = SpieceFile::read(bad, "bad");
                QVERIFY(file.has_value());
                QVERIFY(Unigram(*file).encode(text).size() < 1000);
            }
        }
        QVERIFY(refused > 90);
        qInfo("%d of 300 refused", refused);
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
