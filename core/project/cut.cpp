#include "core/project/cut.h"

#include <algorithm>

namespace dollygrip {

Cut::Cut(const Film& film)
{
    m_entries.reserve(std::size_t(film.shotCount()));
    FrameIndex at = 0;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            m_entries.push_back(CutEntry{shot, scene->id, FrameRange{at, at + shot->length}});
            at += shot->length;
        }
    }
}

const CutEntry* Cut::at(FrameIndex frame) const
{
    if (frame < 0)
        return nullptr;
    const auto it = std::upper_bound(
        m_entries.begin(), m_entries.end(), frame,
        [](FrameIndex value, const CutEntry& entry) { return value < entry.range.end; });
    return it == m_entries.end() ? nullptr : &*it;
}

const CutEntry* Cut::of(const ShotId& shot) const
{
    for (const CutEntry& entry : m_entries) {
        if (entry.shot->id == shot)
            return &entry;
    }
    return nullptr;
}

} // namespace dollygrip
