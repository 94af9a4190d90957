// What an edit costs on the main thread of a film of 2,000 shots, and how long that film takes to
// open. Prints medians and the 95th percentile; never fails.
#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/filmstore.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace dollygrip;
using namespace Qt::Literals::StringLiterals;

namespace {

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

void print(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-44s median %8.3f ms   95th %8.3f ms   worst %8.3f ms\n", what,
                times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

Film largeFilm(int shots)
{
    Film film = emptyFilm({});
    film.scenes.clear();
    for (int s = 0; s < shots / 25; ++s) {
        Scene scene;
        scene.heading = u"INT. ROOM %1 - DAY"_s.arg(s + 1);
        for (int k = 0; k < 25; ++k) {
            Shot shot = emptyShot(u"%1%2"_s.arg(s + 1).arg(QChar(u'A' + k)), 48);
            Panel panel = *shot.panels.first();
            for (int i = 0; i < 20; ++i) {
                Stroke stroke;
                for (int p = 0; p < 12; ++p)
                    stroke.points.append({0.05F * float(i), 0.08F * float(p), 0.5F});
                panel.layers.first().strokes.append(std::make_shared<const Stroke>(stroke));
            }
            shot.panels.first() = std::make_shared<const Panel>(panel);
            scene.shots.append(std::make_shared<const Shot>(shot));
        }
        film.scenes.append(std::make_shared<const Scene>(scene));
    }
    return film;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"large.dgrip"_s);
    const Film film = largeFilm(2000);
    std::vector<double> edits;
    {
        auto store = FilmStore::create(path, film);
        if (!store) {
            std::fprintf(stderr, "%s\n", store.error().detail.c_str());
            return 1;
        }
        Document document(film);
        QObject::connect(&document, &Document::changed,
                         [&](const FilmDiff& diff) { (*store)->write(diff, document.film()); });
        for (int i = 0; i < 400; ++i) {
            const auto scene = film.scenes[i % film.scenes.size()];
            const ShotId id = scene->shots[i % scene->shots.size()]->id;
            edits.push_back(milliseconds([&] {
                const auto done = document.edit(
                    u"Trim"_s, [&](Film& changed) { return trimShot(changed, id, 50 + i); });
                if (!done)
                    std::abort();
            }));
        }
        if (auto flushed = (*store)->flush(); !flushed)
            std::fprintf(stderr, "%s\n", flushed.error().detail.c_str());
    }
    print("edit() on 2,000 shots, handed to the file", edits);
    std::vector<double> opens;
    for (int i = 0; i < 7; ++i)
        opens.push_back(milliseconds([&] {
            if (!FilmStore::open(path))
                std::abort();
        }));
    print("open the film of 2,000 shots", opens);
    return 0;
}
