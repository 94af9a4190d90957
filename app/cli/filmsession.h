#pragma once

#include "core/project/document.h"
#include "core/project/filmstore.h"

#include <memory>

namespace dollygrip::cli {

/// A film that is open for editing: the same document and file as in the window. Every edit is on
/// the disk when edit() returns.
class FilmSession {
public:
    static Result<std::unique_ptr<FilmSession>> open(const QString& path);

    const Film& film() const { return m_document.film(); }
    FilmStore& store() { return *m_store; }
    Result<void> edit(const QString& text, const std::function<Result<void>(Film&)>& change);

private:
    explicit FilmSession(std::unique_ptr<FilmStore> store);

    std::unique_ptr<FilmStore> m_store;
    Document m_document;
};

/// The shot of that name; NotFound names it.
Result<std::shared_ptr<const Shot>> shotNamed(const Film& film, const QString& name);

} // namespace dollygrip::cli
