#include "core/generator/embeddingcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

ContentHash keyOf(int number)
{
    return embeddingKey({number, 1}, contentHash("encoder"), at::kFloat);
}

QStringList filesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::Files);
}

bool same(const at::Tensor& a, const at::Tensor& b)
{
    return a.defined() && b.defined() && at::equal(a, b);
}

/// Changes the file by `change(QByteArray&)`.
template <class Change>
void rewrite(const QString& path, Change&& change)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray all = file.readAll();
    file.close();
    change(all);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(all), all.size());
}

} // namespace

class TestEmbeddingCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasStored()
    {
        const QTemporaryDir folder;
        const EmbeddingCache cache((folder.path() + u"/a/b"_qs).toStdString());
        const at::Tensor embedding = at::randn({7, 32});
        QVERIFY(!cache.find(keyOf(1)).defined());
        QVERIFY(cache.store(keyOf(1), embedding).has_value());
        QVERIFY(same(cache.find(keyOf(1)), embedding));
        QVERIFY(!cache.find(keyOf(2)).defined());
        const EmbeddingCache another((folder.path() + u"/a/b"_qs).toStdString());
        QVERIFY(same(another.find(keyOf(1)), embedding));
    }

    void keysTellPromptsEncodersAndTypesApart()
    {
        const ContentHash encoder = contentHash("one"), other = contentHash("other");
        const ContentHash key = embeddingKey({5, 1}, encoder, at::kFloat);
        QVERIFY(key == embeddingKey({5, 1}, encoder, at::kFloat));
        QVERIFY(key != embeddingKey({51}, encoder, at::kFloat));
        QVERIFY(key != embeddingKey({5, 1, 1}, encoder, at::kFloat));
        QVERIFY(key != embeddingKey({5, 1}, other, at::kFloat));
        QVERIFY(key != embeddingKey({5, 1}, encoder, at::kBFloat16));
    }

    void damagedEntriesAreMissesAndGo_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("emptied") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("longer") << 2;
        QTest::newRow("a number changed") << 3;
        QTest::newRow("header damaged") << 4;
        QTest::newRow("another prompt's") << 5;
        QTest::newRow("no safetensors") << 6;
    }
    void damagedEntriesAreMissesAndGo()
    {
        QFETCH(int, damage);
        const QTemporaryDir folder;
        const EmbeddingCache cache(folder.path().toStdString());
        QVERIFY(cache.store(keyOf(1), at::randn({3, 8})).has_value());
        const QString path = folder.filePath(filesIn(folder).value(0));
        if (damage == 5) {
            QVERIFY(cache.store(keyOf(2), at::randn({3, 8})).has_value());
            QVERIFY(QFile::remove(path));
            QVERIFY(QFile::rename(folder.filePath(filesIn(folder).value(0)), path));
        } else {
            rewrite(path, [damage](QByteArray& all) {
                switch (damage) {
                case 0: all.clear(); break;
                case 1: all.chop(5); break;
                case 2: all.append("more"); break;
                case 3: all[all.size() - 3] = static_cast<char>(all[all.size() - 3] ^ 4); break;
                case 4: all[20] = '\xff'; break;
                default: all = "not a safetensors file at all";
                }
            });
        }
        QVERIFY(!cache.find(keyOf(1)).defined());
        QVERIFY(!QFile::exists(path));
        const at::Tensor again = at::randn({3, 8});
        QVERIFY(cache.store(keyOf(1), again).has_value());
        QVERIFY(same(cache.find(keyOf(1)), again));
    }

    void beyondTheLimitTheLongestUnusedGo()
    {
        const QTemporaryDir folder;
        const EmbeddingCache cache(folder.path().toStdString(), 3 * 5000);
        const auto age = [&](int number, int hours) {
            std::filesystem::last_write_time(
                folder.filePath(QString::fromStdString(keyOf(number).toText() + ".safetensors"))
                    .toStdString(),
                std::filesystem::file_time_type::clock::now() - std::chrono::hours(hours));
        };
        for (int number = 1; number <= 3; ++number) {
            QVERIFY(cache.store(keyOf(number), at::randn({4, 256})).has_value());
            age(number, 10 - number); // the first is the oldest
        }
        QVERIFY(cache.find(keyOf(1)).defined()); // used now
        QVERIFY(cache.store(keyOf(4), at::randn({4, 256})).has_value());
        QVERIFY(cache.find(keyOf(1)).defined());
        QVERIFY(!cache.find(keyOf(2)).defined());
        QVERIFY(cache.find(keyOf(3)).defined());
        QVERIFY(cache.find(keyOf(4)).defined());
        QVERIFY(cache.store(keyOf(5), at::randn({90, 256})).has_value()); // larger than all
        QCOMPARE(filesIn(folder).size(), 1);
        QVERIFY(cache.find(keyOf(5)).defined());
    }

    void leftoversOfKilledProgramsGo()
    {
        const QTemporaryDir folder;
        const EmbeddingCache cache(folder.path().toStdString());
        for (const char* const name : {"old.part", "new.part", "somebody's.txt"}) {
            QFile file(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        std::filesystem::last_write_time(folder.filePath(u"old.part"_qs).toStdString(),
                                         std::filesystem::file_time_type::clock::now()
                                             - std::chrono::hours(2));
        QVERIFY(cache.store(keyOf(1), at::randn({1, 8})).has_value());
        QVERIFY(!filesIn(folder).contains(u"old.part"_qs));
        QVERIFY(filesIn(folder).contains(u"new.part"_qs));
        QVERIFY(filesIn(folder).contains(u"somebody's.txt"_qs));
    }

    void manyAtATimeHarmNothing()
    {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        std::vector<at::Tensor> embeddings;
        for (int number = 0; number < 4; ++number)
            embeddings.push_back(at::full({20, 64}, number));
        std::atomic<int> wrong{0}, found{0};
        const auto work = [&](int seed) {
            const EmbeddingCache cache(path, 3 * 6000); // so that entries also go
            for (int round = 0; round < 60; ++round) {
                const int number = (round * 7 + seed) % 4;
                if (!cache.store(keyOf(number), embeddings[static_cast<std::size_t>(number)]))
                    ++wrong;
                const int looked = (round + seed) % 4;
                const at::Tensor got = cache.find(keyOf(looked));
                if (got.defined() && !same(got, embeddings[static_cast<std::size_t>(looked)]))
                    ++wrong;
                found += got.defined() ? 1 : 0;
            }
        };
        std::vector<std::jthread> threads;
        for (int seed = 0; seed < 4; ++seed)
            threads.emplace_back(work, seed);
        threads.clear();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(found > 0);
        for (const QString& name : filesIn(folder))
            QVERIFY2(name.endsWith(u".safetensors"_qs), qPrintable(name));
    }

    void whatCannotBeKeptIsSaid()
    {
        const QTemporaryDir folder;
        const EmbeddingCache cache(folder.path().toStdString());
        at::Tensor broken = at::zeros({2, 3});
        broken[1][2] = NAN;
        const auto stored = cache.store(keyOf(1), broken);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::InvalidArgument);
        QVERIFY(filesIn(folder).isEmpty());
        const auto nowhere = EmbeddingCache("/proc/nowhere").store(keyOf(1), at::zeros({2, 3}));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
        QVERIFY(!EmbeddingCache("").find(keyOf(1)).defined());
        QVERIFY(!EmbeddingCache("").store(keyOf(1), at::zeros({2, 3})));
    }

    void usualFolderFollowsTheEnvironment()
    {
        qputenv("XDG_CACHE_HOME", "/somewhere/cache");
        QCOMPARE(usualEmbeddingFolder(), std::string("/somewhere/cache/dollygrip/embeddings"));
        qunsetenv("XDG_CACHE_HOME");
        qputenv("HOME", "/home/anna");
        QCOMPARE(usualEmbeddingFolder(), std::string("/home/anna/.cache/dollygrip/embeddings"));
        qunsetenv("HOME");
        QVERIFY(usualEmbeddingFolder().empty());
    }
};

QTEST_GUILESS_MAIN(TestEmbeddingCache)
#include "tst_embeddingcache.moc"
