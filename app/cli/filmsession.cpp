#include "app/cli/filmsession.h"

namespace dollygrip::cli {

FilmSession::FilmSession(std::unique_ptr<FilmStore> store)
    : m_store(std::move(store)), m_document(m_store->openedFilm())
{
    QObject::connect(
        &m_document, &Document::changed, m_store.get(),
        [this](const FilmDiff& diff, const Film&) { m_store->write(diff, m_document.film()); });
}

Result<std::unique_ptr<FilmSession>> FilmSession::open(const QString& path)
{
    auto store = FilmStore::open(path);
    if (!store)
        return store.error();
    return std::unique_ptr<FilmSession>(new FilmSession(std::move(*store)));
}

Result<void> FilmSession::edit(const QString& text,
                               const std::function<Result<void>(Film&)>& change)
{
    if (auto done = m_document.edit(text, change); !done)
        return done;
    return m_store->flush();
}

Result<std::shared_ptr<const Shot>> shotNamed(const Film& film, const QString& name)
{
    auto shot = film.shotNamed(name);
    if (!shot)
        return Error{ErrorCode::NotFound, "shot " + name.toStdString(), {}};
    return shot;
}

} // namespace dollygrip::cli
