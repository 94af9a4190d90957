#include "core/interchange/movieexport.h"

#include "core/interchange/burnin.h"
#include "core/interchange/exporttarget.h"
#include "core/media/audiomix.h"
#include "core/playback/filmsound.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <exception>
#include <future>
#include <new>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace dollygrip::interchange {
namespace {

using Seconds = std::chrono::duration<double>;
using Ready = std::shared_future<Result<ExportTarget::Ready>>;

constexpr int kSoundRate = 48000;

/// The film frames to write, in order.
Result<std::vector<FrameRange>> chosenRanges(const Cut& cut, const ExportSettings& settings)
{
    std::vector<FrameRange> ranges;
    if (settings.shots.isEmpty()) {
        const FrameRange all{0, cut.length()};
        const FrameRange asked = settings.range.isEmpty() ? all : settings.range;
        const FrameRange part{std::max(asked.first, all.first), std::min(asked.end, all.end)};
        if (!part.isEmpty())
            ranges.push_back(part);
    } else {
        for (const ShotId& id : settings.shots)
            if (!cut.of(id))
                return Error{ErrorCode::NotFound, id.toText().toStdString(), "shot"};
        for (const CutEntry& entry : cut.entries())
            if (settings.shots.contains(entry.shot->id))
                ranges.push_back(entry.range);
    }
    if (ranges.empty())
        return Error{ErrorCode::InvalidArgument, settings.path.toStdString(), "no frames to write"};
    return ranges;
}

/// Measures the pace over the last few seconds, so that the time left follows what is drawn now.
class Pace {
public:
    explicit Pace(FrameIndex total) : m_total(total) {}

    ExportProgress after(FrameIndex done)
    {
        const auto now = Clock::now();
        m_marks.push_back({now, done});
        while (m_marks.size() > 2 && now - m_marks.front().time > std::chrono::seconds(4))
            m_marks.pop_front();
        ExportProgress progress{done, m_total, 0.0, 0.0};
        const double passed = Seconds(now - m_marks.front().time).count();
        if (passed > 0)
            progress.perSecond = double(done - m_marks.front().done) / passed;
        if (progress.perSecond > 0)
            progress.secondsLeft = double(m_total - done) / progress.perSecond;
        return progress;
    }
    double seconds() const { return Seconds(Clock::now() - m_start).count(); }

private:
    using Clock = std::chrono::steady_clock;
    struct Mark {
        Clock::time_point time;
        FrameIndex done;
    };
    FrameIndex m_total;
    Clock::time_point m_start = Clock::now();
    std::deque<Mark> m_marks{{m_start, 0}};
};

/// Paints ahead of the encoder: a few pictures at once, handed out in order.
class Painting {
public:
    Painting(const Film& film, const TakeResolver& takes, std::shared_ptr<PictureCache> pictures,
             const ExportSettings& settings, const ExportTarget& target)
        : m_provider(std::move(pictures)), m_settings(settings), m_rate(film.settings.rate),
          m_startTimecode(film.settings.startTimecode), m_target(target)
    {
        m_provider.setFilm(film, takes);
    }

    void start(FrameIndex n, QSize size)
    {
        const BurnIn text = burnIn(n);
        const media::FrameKey key = m_provider.key(n, size);
        // A panel that stands is painted and converted once.
        if (m_last.valid() && key == m_lastKey && text == m_lastText) {
            m_ahead.push_back(m_last);
            return;
        }
        m_lastKey = key;
        m_lastText = text;
        m_last = std::async(std::launch::async, [task = m_provider.task(n, size), text, this] {
                     return m_target.prepare(burnedIn(task(), text));
                 }).share();
        m_ahead.push_back(m_last);
    }
    std::size_t count() const { return m_ahead.size(); }
    Ready next()
    {
        Ready first = std::move(m_ahead.front());
        m_ahead.pop_front();
        return first;
    }

private:
    BurnIn burnIn(FrameIndex n) const
    {
        BurnIn text;
        if (m_settings.burnsInShot)
            if (const CutEntry* entry = m_provider.cut().at(n))
                text.bottomLeft = entry->shot->name;
        if (m_settings.burnsInTimecode)
            text.bottomRight = QString::fromStdString(timecode(m_startTimecode + n, m_rate));
        return text;
    }

    FrameProvider m_provider;
    const ExportSettings& m_settings;
    FrameRate m_rate;
    FrameIndex m_startTimecode;
    const ExportTarget& m_target;
    std::deque<Ready> m_ahead; ///< their threads are waited for before the rest goes
    Ready m_last;
    media::FrameKey m_lastKey;
    BurnIn m_lastText;
};

Result<ExportReport> write(const Film& film, const TakeResolver& takes,
                           std::shared_ptr<PictureCache> pictures, const ExportSettings& settings,
                           const ExportProgressFunction& progress, std::stop_token stop)
{
    const Cut cut(film);
    const auto ranges = chosenRanges(cut, settings);
    if (!ranges)
        return ranges.error();
    const QSize size = settings.size.isEmpty() ? film.settings.size : settings.size;
    if (settings.burnsInShot || settings.burnsInTimecode)
        if (auto result = checkBurnIn(); !result)
            return result.error();

    SoundShelf shelf(kSoundRate);
    FilmSound sound;
    if (settings.hasSound && formatInfo(settings.format).hasSound)
        sound = filmSound(film, shelf);
    if (!sound.problems.empty())
        return sound.problems.front();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};

    media::MovieSettings movie;
    movie.width = size.width();
    movie.height = size.height();
    movie.rate = film.settings.rate;
    movie.soundRate = sound.clips.empty() ? 0 : kSoundRate;
    movie.timecode = timecode(film.settings.startTimecode + ranges->front().first, movie.rate);
    movie.quality = settings.quality;
    movie.speed = settings.speed.toStdString();
    auto target = ExportTarget::create(settings.path, settings.format, movie);
    if (!target)
        return target.error();

    std::vector<FrameIndex> frames;
    for (const FrameRange& range : *ranges)
        for (FrameIndex n = range.first; n < range.end; ++n)
            frames.push_back(n);
    const std::size_t ahead = std::clamp(std::thread::hardware_concurrency(), 2U, 8U) + 1;
    Painting painting(film, takes, std::move(pictures), settings, *target);
    Pace pace(FrameIndex(frames.size()));
    std::size_t started = 0;
    for (std::size_t done = 0; done < frames.size(); ++done) {
        for (; started < frames.size() && painting.count() < ahead; ++started)
            painting.start(frames[started], size);
        const Ready ready = painting.next();
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (const auto& picture = ready.get(); !picture)
            return picture.error();
        else if (auto result = target->add(*picture); !result)
            return result.error();
        if (movie.soundRate > 0) {
            const FrameIndex n = frames[done];
            const std::int64_t first = audioFrameOf(n, movie.rate, kSoundRate);
            const auto samples =
                media::mix(sound.clips, first, audioFrameOf(n + 1, movie.rate, kSoundRate) - first);
            if (auto result = target->addSound(samples); !result)
                return result.error();
        }
        if (progress)
            progress(pace.after(FrameIndex(done) + 1));
    }
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    if (auto result = target->finish(); !result)
        return result.error();
    return ExportReport{FrameIndex(frames.size()), QSize(target->width(), target->height()),
                        target->byteCount(), pace.seconds()};
}

} // namespace

Result<ExportReport> exportMovie(const Film& film, const TakeResolver& takes,
                                 std::shared_ptr<PictureCache> pictures,
                                 const ExportSettings& settings,
                                 const ExportProgressFunction& progress, std::stop_token stop)
{
    try {
        return write(film, takes, std::move(pictures), settings, progress, std::move(stop));
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, settings.path.toStdString(), "export"};
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, settings.path.toStdString(), error.what()};
    }
}

} // namespace dollygrip::interchange
