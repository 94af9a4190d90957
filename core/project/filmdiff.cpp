#include "core/project/filmdiff.h"

#include <algorithm>

namespace dollygrip {

namespace {

using Shots = QList<std::shared_ptr<const Shot>>;

/// Compares two shot lists that mostly share their pointers. What stands at the same place with
/// the same id is settled at once; only the rest needs a look-up.
class ShotListDiff {
public:
    void compare(const Shots& before, const Shots& after)
    {
        qsizetype head = 0;
        while (head < before.size() && head < after.size() && settled(before[head], after[head]))
            ++head;
        qsizetype tail = 0;
        while (tail < before.size() - head && tail < after.size() - head
               && settled(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
            ++tail;
        for (qsizetype i = head; i < before.size() - tail; ++i)
            m_gone.insert(before[i]->id, before[i]);
        for (qsizetype i = head; i < after.size() - tail; ++i)
            m_come.append(after[i]);
    }

    void finish(FilmDiff& diff)
    {
        for (const auto& shot : m_come) {
            const auto old = m_gone.take(shot->id);
            if (!old)
                diff.shotsAdded.append(shot->id);
            else if (old != shot && *old != *shot)
                diff.shotsChanged.append(shot->id);
        }
        for (auto it = m_gone.begin(); it != m_gone.end(); ++it)
            diff.shotsRemoved.append(it.key());
        diff.shotsChanged += m_changed;
    }

private:
    bool settled(const std::shared_ptr<const Shot>& a, const std::shared_ptr<const Shot>& b)
    {
        if (a == b)
            return true;
        if (a->id != b->id)
            return false;
        if (*a != *b)
            m_changed.append(a->id);
        return true;
    }

    QHash<ShotId, std::shared_ptr<const Shot>> m_gone;
    Shots m_come;
    QList<ShotId> m_changed;
};

bool sameShotIds(const Scene& a, const Scene& b)
{
    return std::equal(a.shots.begin(), a.shots.end(), b.shots.begin(), b.shots.end(),
                      [](const auto& x, const auto& y) { return x == y || x->id == y->id; });
}

template <class T>
bool sameRows(const QList<std::shared_ptr<const T>>& a, const QList<std::shared_ptr<const T>>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x == y || *x == *y; });
}

} // namespace

bool FilmDiff::isEmpty() const
{
    return !settings && !order && !audio && !cast && scenesAdded.isEmpty()
           && scenesRemoved.isEmpty() && scenesChanged.isEmpty() && shotsAdded.isEmpty()
           && shotsRemoved.isEmpty() && shotsChanged.isEmpty() && assetsAdded.isEmpty()
           && !assetsRemoved;
}

bool FilmDiff::touches(const ShotId& shot) const
{
    return shotsChanged.contains(shot) || shotsAdded.contains(shot) || shotsRemoved.contains(shot);
}

FilmDiff diff(const Film& before, const Film& after)
{
    FilmDiff diff;
    diff.settings = !(before.settings == after.settings) || before.unknown != after.unknown;
    diff.audio = !sameRows(before.audio, after.audio);
    diff.cast = !sameRows(before.cast, after.cast);

    QHash<SceneId, std::shared_ptr<const Scene>> oldScenes;
    for (const auto& scene : before.scenes)
        oldScenes.insert(scene->id, scene);
    ShotListDiff shots;
    qsizetype index = 0;
    for (const auto& scene : after.scenes) {
        const auto old = oldScenes.take(scene->id);
        if (index >= before.scenes.size() || before.scenes[index]->id != scene->id)
            diff.order = true;
        ++index;
        if (!old) {
            diff.scenesAdded.append(scene->id);
            shots.compare({}, scene->shots);
            continue;
        }
        if (old == scene)
            continue;
        shots.compare(old->shots, scene->shots);
        const bool sameShots = sameShotIds(*old, *scene);
        if (!sameShots)
            diff.order = true;
        if (!sameShots || old->heading != scene->heading || old->text != scene->text
            || old->unknown != scene->unknown)
            diff.scenesChanged.append(scene->id);
    }
    for (auto it = oldScenes.begin(); it != oldScenes.end(); ++it) {
        diff.order = true;
        diff.scenesRemoved.append(it.key());
        shots.compare(it.value()->shots, {});
    }
    shots.finish(diff);

    if (!before.assets.isSharedWith(after.assets)) {
        qsizetype shared = 0;
        for (auto it = after.assets.begin(); it != after.assets.end(); ++it) {
            if (before.assets.contains(it.key()))
                ++shared;
            else
                diff.assetsAdded.append(it.key());
        }
        diff.assetsRemoved = shared < before.assets.size();
    }
    return diff;
}

} // namespace dollygrip
