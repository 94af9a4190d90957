#pragma once

#include "core/project/film.h"

namespace dollygrip {

/// Who is seen in a shot: the film's cast whose names stand in its prompt, in the order in which
/// they come, then those that the shot lists (Shooting::cast), each once. A name counts as a whole
/// word in any case, also in quotes or before 's; "Anna" is not in "Annabel" nor in "Anna-Lena",
/// and where "Anna Berg" is a member too, those two words are hers alone. Listed ids that the film
/// does not know are passed over.
QList<std::shared_ptr<const CastMember>> castOfShot(const Shot& shot, const Film& film);

/// The shot's prompt with the words of everyone who is seen behind it, "Anna: a woman of forty, red
/// coat.", unless it says them already.
QString promptWithCast(const Shot& shot, const Film& film);

/// The seed for networks. The first of the shot's cast with a seed leads: the same person begins
/// from the same noise in every shot. The shot's own seed counts on from there (1, the default, is
/// exactly the member's), so another try is still another take. Without a leader: the shot's.
quint64 seedWithCast(const Shot& shot, const Film& film);

} // namespace dollygrip
