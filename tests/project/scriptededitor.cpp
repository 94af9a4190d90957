// A small program that edits a film again and again until it is killed: tst_kill kills it at
// random instants. Prints "written K" once edit K is on the disk.

#include "core/project/document.h"
#include "core/project/filmstore.h"
#include "tests/project/script.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

using namespace dollygrip;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto store = FilmStore::open(application.arguments().at(1));
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().detail.c_str());
        return 1;
    }
    Document document((*store)->openedFilm());
    QObject::connect(
        &document, &Document::changed, store->get(),
        [&](const FilmDiff& diff, const Film&) { (*store)->write(diff, document.film()); });
    std::printf("ready\n");
    std::fflush(stdout);
    const int first = test::serialOf(document.film()) + 1;
    int reported = first - 1;
    QObject::connect(store->get(), &FilmStore::written, [&](int) {
        std::printf("written %d\n", ++reported);
        std::fflush(stdout);
    });
    for (int k = first;; ++k) {
        const auto done =
            document.edit(u"Step"_s, [&](Film& film) { return test::applyScript(film, k); });
        if (!done)
            return 2;
        // Sometimes a few edits wait for the disk, sometimes one.
        while (k - reported > k % 4)
            application.processEvents(QEventLoop::WaitForMoreEvents);
    }
}
