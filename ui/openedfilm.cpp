#include "ui/openedfilm.h"

#include "core/project/samplefilm.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

Result<OpenedFilm> handedOver(Result<std::unique_ptr<FilmStore>> store, QThread* home)
{
    if (!store)
        return store.error();
    OpenedFilm film = withTakes(std::move(*store));
    film.store->moveToThread(home);
    film.takes->moveToThread(home);
    return film;
}

} // namespace

OpenedFilm withTakes(std::unique_ptr<FilmStore> store)
{
    auto takes = std::make_unique<TakeStore>(store->takesFolder());
    return {std::move(store), std::move(takes)};
}

Result<OpenedFilm> openFilm(const QString& path, OpenMode mode, QThread* home)
{
    return handedOver(FilmStore::open(path, mode), home);
}

Result<OpenedFilm> createFilm(const QString& path, const Film& film, QThread* home)
{
    return handedOver(FilmStore::create(path, film), home);
}

Result<OpenedFilm> openSampleFilm(const QString& folder, const QString& openNow, QThread* home)
{
    auto film = sampleFilm();
    if (!film)
        return film.error();
    const QDir films(folder);
    const QString name = film->settings.title.isEmpty()
                             ? QCoreApplication::translate("Shell", "Sample film")
                             : film->settings.title;
    const QString path = films.filePath(name + ".dgrip"_L1);
    if (!openNow.isEmpty() && QFileInfo(openNow) == QFileInfo(path))
        return OpenedFilm();
    // What somebody made of it stays; a copy that is open elsewhere gets a neighbour.
    if (QFileInfo::exists(path)) {
        if (auto opened = openFilm(path, OpenMode::Edit, home))
            return opened;
    }
    QString free = path;
    for (int n = 2; QFileInfo::exists(free); ++n)
        free = films.filePath(u"%1 %2.dgrip"_s.arg(name).arg(n));
    return createFilm(free, *film, home);
}

} // namespace dollygrip::ui
