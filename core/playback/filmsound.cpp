#include "core/playback/filmsound.h"

#include <cmath>
#include <utility>

namespace dollygrip {

Result<std::shared_ptr<const media::Sound>>
SoundShelf::sound(const std::shared_ptr<const Asset>& asset)
{
    if (!asset)
        return Error{ErrorCode::NotFound, "sound", "the film does not hold it"};
    if (const auto known = m_sounds.constFind(asset->hash); known != m_sounds.cend())
        return *known;
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(asset->bytes.constData()),
                          std::size_t(asset->bytes.size()));
    auto decoded = media::readSound(bytes, asset->name.toStdString(), m_rate);
    if (!decoded)
        return decoded.error();
    auto sound = std::make_shared<const media::Sound>(std::move(*decoded));
    m_sounds.insert(asset->hash, sound);
    return std::shared_ptr<const media::Sound>(std::move(sound));
}

void SoundShelf::put(const QString& hash, std::shared_ptr<const media::Sound> sound)
{
    m_sounds.insert(hash, std::move(sound));
}

FilmSound filmSound(const Film& film, SoundShelf& shelf)
{
    FilmSound result;
    for (const auto& track : film.audio) {
        if (track->isMuted)
            continue;
        for (const AudioClip& clip : track->clips) {
            auto sound = shelf.sound(film.assets.value(clip.sound));
            if (sound)
                result.clips.push_back(mixClip(*track, clip, *sound, film.settings.rate));
            else
                result.problems.push_back(sound.error());
        }
    }
    return result;
}

media::MixClip mixClip(const AudioTrack& track, const AudioClip& clip,
                       const std::shared_ptr<const media::Sound>& sound, FrameRate rate)
{
    const auto frames = [&](double seconds) {
        return std::int64_t(std::llround(seconds * sound->rate));
    };
    media::MixClip mixed;
    mixed.sound = sound;
    mixed.start = audioFrameOf(clip.at, rate, sound->rate);
    mixed.offset = frames(clip.offsetSeconds);
    mixed.length = frames(clip.lengthSeconds);
    mixed.gainDb = track.gainDb + clip.gainDb;
    mixed.fadeIn = frames(clip.fadeInSeconds);
    mixed.fadeOut = frames(clip.fadeOutSeconds);
    mixed.isMuted = track.isMuted;
    return mixed;
}

std::int64_t audioFrameOf(FrameIndex frame, FrameRate rate, int soundRate)
{
    // In whole numbers, rounded down: frame * den * soundRate / num.
    const std::int64_t ticks = frame * rate.den * soundRate;
    return ticks >= 0 ? ticks / rate.num : -((-ticks + rate.num - 1) / rate.num);
}

} // namespace dollygrip
