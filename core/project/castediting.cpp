// Verbs on the film's cast.

#include "core/project/editing.h"

#include <algorithm>

namespace dollygrip {

namespace {

Error unknownMember(const CastId& id)
{
    return Error{ErrorCode::NotFound, "cast member " + id.toText().toStdString(), {}};
}

Result<void> nameIsFree(const Film& film, const CastMember& member)
{
    const auto other = film.castNamed(member.name);
    if (other && other->id != member.id)
        return Error{ErrorCode::Refused, member.name.toStdString(),
                     "the cast has somebody of that name already"};
    return {};
}

qsizetype indexOf(const Film& film, const CastId& id)
{
    const auto found = std::find_if(film.cast.begin(), film.cast.end(),
                                    [&](const auto& member) { return member->id == id; });
    return found == film.cast.end() ? -1 : found - film.cast.begin();
}

} // namespace

Result<CastId> addCastMember(Film& film, const CastMember& member)
{
    if (film.castMember(member.id))
        return Error{ErrorCode::Refused, member.name.toStdString(),
                     "the member is in the cast already"};
    if (auto free = nameIsFree(film, member); !free)
        return free.error();
    film.cast.append(std::make_shared<const CastMember>(member));
    return member.id;
}

Result<void> changeCastMember(Film& film, const CastId& member,
                              const std::function<Result<void>(CastMember&)>& change)
{
    const qsizetype index = indexOf(film, member);
    if (index < 0)
        return unknownMember(member);
    CastMember changed = *film.cast[index];
    if (auto done = change(changed); !done)
        return done;
    changed.id = member;
    if (auto free = nameIsFree(film, changed); !free)
        return free;
    film.cast[index] = std::make_shared<const CastMember>(std::move(changed));
    return {};
}

Result<void> removeCastMember(Film& film, const CastId& member)
{
    const qsizetype index = indexOf(film, member);
    if (index < 0)
        return unknownMember(member);
    film.cast.removeAt(index);
    return {};
}

} // namespace dollygrip
