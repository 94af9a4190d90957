#pragma once

#include "core/base/error.h"
#include "core/media/audiomix.h"
#include "core/project/film.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace dollygrip {

/// Decoded sounds of a film's assets, each decoded once. One thread.
class SoundShelf {
public:
    explicit SoundShelf(int rate = 48000) : m_rate(rate) {}

    int rate() const { return m_rate; }
    /// Errors: MediaUnsupported, MediaDamaged, MediaTooLarge, with the asset's name as subject.
    Result<std::shared_ptr<const media::Sound>> sound(const std::shared_ptr<const Asset>& asset);
    /// What a finished decoding on another thread brought.
    void put(const QString& hash, std::shared_ptr<const media::Sound> sound);
    bool has(const QString& hash) const { return m_sounds.contains(hash); }

private:
    int m_rate;
    QHash<QString, std::shared_ptr<const media::Sound>> m_sounds;
};

/// Everything that sounds in the film, ready for media::mix() at the shelf's rate.
struct FilmSound {
    std::vector<media::MixClip> clips;
    std::vector<Error> problems; ///< of clips that are left out because their sound is broken
};
FilmSound filmSound(const Film& film, SoundShelf& shelf);

/// One clip of a track as media::mix() takes it; `sound` is decoded at its own rate.
media::MixClip mixClip(const AudioTrack& track, const AudioClip& clip,
                       const std::shared_ptr<const media::Sound>& sound, FrameRate rate);

/// The first audio frame of a film frame. Exact at any film frame, so that ranges fit together.
std::int64_t audioFrameOf(FrameIndex frame, FrameRate rate, int soundRate);

} // namespace dollygrip
