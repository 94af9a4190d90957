// Verbs on sounds and assets.

#include "core/project/editing.h"

namespace dollygrip {

namespace {

Error noSuchClip(const ClipId& clip)
{
    return Error{ErrorCode::NotFound, "sound " + clip.toText().toStdString(), {}};
}

/// Gives the track that holds the clip to `change` as a copy, with the clip's index.
Result<void> changeTrackOf(Film& film, const ClipId& clip,
                           const std::function<Result<void>(AudioTrack&, qsizetype)>& change)
{
    for (auto& track : film.audio) {
        for (qsizetype i = 0; i < track->clips.size(); ++i) {
            if (track->clips[i].id != clip)
                continue;
            AudioTrack changed = *track;
            if (auto done = change(changed, i); !done)
                return done;
            track = std::make_shared<const AudioTrack>(std::move(changed));
            return {};
        }
    }
    return noSuchClip(clip);
}

} // namespace

QString addAsset(Film& film, const std::shared_ptr<const Asset>& asset)
{
    if (!film.assets.contains(asset->hash))
        film.assets.insert(asset->hash, asset);
    return asset->hash;
}

Result<ClipId> addAudioClip(Film& film, const AudioClip& clip)
{
    if (!film.assets.contains(clip.sound))
        return Error{ErrorCode::Refused, clip.name.toStdString(), "the sound's bytes are missing"};
    AudioTrack track = film.audio.isEmpty() ? AudioTrack{} : *film.audio.first();
    track.clips.append(clip);
    auto changed = std::make_shared<const AudioTrack>(std::move(track));
    if (film.audio.isEmpty())
        film.audio.append(std::move(changed));
    else
        film.audio.first() = std::move(changed);
    return clip.id;
}

Result<void> removeAudioClip(Film& film, const ClipId& clip)
{
    return changeTrackOf(film, clip, [](AudioTrack& track, qsizetype index) -> Result<void> {
        track.clips.removeAt(index);
        return {};
    });
}

Result<void> changeAudioClip(Film& film, const ClipId& clip,
                             const std::function<Result<void>(AudioClip&)>& change)
{
    return changeTrackOf(
        film, clip, [&](AudioTrack& track, qsizetype index) { return change(track.clips[index]); });
}

} // namespace dollygrip
