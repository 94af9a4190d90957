#pragma once

#include "core/project/film.h"

#include <vector>

namespace dollygrip {

/// Where one shot stands in the film.
struct CutEntry {
    std::shared_ptr<const Shot> shot;
    SceneId scene;
    FrameRange range; ///< film frames
};

/// The film's shots in order with their places. Pure; made anew from a Film (2,000 shots: well
/// under a millisecond).
class Cut {
public:
    explicit Cut(const Film& film);
    const std::vector<CutEntry>& entries() const& { return m_entries; }
    const std::vector<CutEntry>& entries() const&& = delete; ///< they live in the Cut
    FrameIndex length() const { return m_entries.empty() ? 0 : m_entries.back().range.end; }
    /// What plays at a film frame; null outside the film.
    const CutEntry* at(FrameIndex frame) const;
    const CutEntry* of(const ShotId& shot) const;

private:
    std::vector<CutEntry> m_entries;
};

} // namespace dollygrip
