#include "core/playback/prefetcher.h"

#include "core/base/log.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace dollygrip {
namespace {

constexpr int kFramesAhead = 48;

/// Frame numbers in the order they will be wanted.
std::vector<FrameIndex> wanted(const Prefetcher::Request& request, FrameIndex length, int ahead)
{
    std::vector<FrameIndex> frames;
    const FrameRange all{0, length};
    const FrameRange round = request.range.isEmpty() ? all : request.range;
    const auto add = [&](FrameIndex n) {
        if (all.contains(n))
            frames.push_back(n);
    };
    add(request.now);
    if (request.direction == 0) {
        for (FrameIndex step = 1; step <= 2; ++step) {
            add(request.now + step);
            add(request.now - step);
        }
        return frames;
    }
    FrameIndex n = request.now;
    for (int i = 0; i < std::min<FrameIndex>(ahead, round.length() - 1); ++i) {
        n += request.direction > 0 ? 1 : -1;
        if (!request.range.isEmpty() && n >= round.end)
            n = round.first;
        if (!request.range.isEmpty() && n < round.first)
            n = round.end - 1;
        add(n);
    }
    return frames;
}

} // namespace

struct Prefetcher::Shared {
    Shared(std::shared_ptr<PictureCache> pictures, std::size_t byteBudget)
        : provider(std::move(pictures)), cache(byteBudget), budget(byteBudget)
    {
    }

    struct NewFilm {
        Film film;
        TakeResolver takes;
    };

    mutable std::mutex mutex;
    std::condition_variable_any wake;
    std::optional<NewFilm> film;       ///< not yet taken over by the thread
    std::optional<Request> request;    ///< the latest
    std::uint64_t change = 0;          ///< counts films and requests
    std::uint64_t look = 0;            ///< counts films and sizes
    std::map<FrameIndex, Image> ready; ///< of the latest look

    // Touched by the thread alone.
    FrameProvider provider;
    media::FrameCache cache;
    const std::size_t budget;
};

Prefetcher::Prefetcher(std::shared_ptr<PictureCache> pictures, std::size_t byteBudget,
                       QObject* parent)
    : QObject(parent), m_shared(std::make_unique<Shared>(std::move(pictures), byteBudget)),
      m_thread([this](std::stop_token stop) { run(std::move(stop)); })
{
}

Prefetcher::~Prefetcher()
{
    m_thread.request_stop();
    m_thread.join();
}

void Prefetcher::setFilm(const Film& film, TakeResolver takes)
{
    std::optional<Shared::NewFilm> latest(Shared::NewFilm{film, std::move(takes)});
    std::map<FrameIndex, Image> gone;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->film.swap(latest); // the one never looked at goes outside the lock
        m_shared->ready.swap(gone);
        ++m_shared->look;
        ++m_shared->change;
    }
    m_shared->wake.notify_one();
}

void Prefetcher::request(const Request& request)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->request == request)
            return;
        if (!m_shared->request || m_shared->request->size != request.size) {
            m_shared->ready.clear();
            ++m_shared->look;
        }
        m_shared->request = request;
        ++m_shared->change;
    }
    m_shared->wake.notify_one();
}

Image Prefetcher::picture(FrameIndex n) const
{
    const std::lock_guard lock(m_shared->mutex);
    const auto found = m_shared->ready.find(n);
    return found == m_shared->ready.end() ? Image() : found->second;
}

void Prefetcher::run(std::stop_token stop)
{
    Shared& shared = *m_shared;
    std::uint64_t seen = 0;
    while (!stop.stop_requested()) {
        std::optional<Shared::NewFilm> film;
        Request request;
        std::uint64_t look = 0;
        {
            std::unique_lock lock(shared.mutex);
            shared.wake.wait(lock, stop, [&] { return shared.change != seen && shared.request; });
            if (stop.stop_requested())
                return;
            seen = shared.change;
            film.swap(shared.film);
            request = *shared.request;
            look = shared.look;
        }
        if (film)
            shared.provider.setFilm(film->film, std::move(film->takes));
        const std::size_t bytes = std::size_t(std::max(request.size.width(), 1)) * 4
                                  * std::size_t(std::max(request.size.height(), 1));
        const int ahead = int(std::min<std::size_t>(kFramesAhead, shared.budget / bytes / 2));
        const std::vector<FrameIndex> frames = wanted(request, shared.provider.length(), ahead);
        {
            // What is far from here is kept by the cache alone.
            const std::lock_guard lock(shared.mutex);
            if (shared.look == look)
                std::erase_if(shared.ready, [&](const auto& entry) {
                    return std::find(frames.begin(), frames.end(), entry.first) == frames.end();
                });
        }
        for (const FrameIndex n : frames) {
            {
                const std::lock_guard lock(shared.mutex);
                if (stop.stop_requested() || shared.change != seen)
                    break;
                if (shared.ready.count(n) > 0)
                    continue;
            }
            Image image;
            try {
                const media::FrameKey key = shared.provider.key(n, request.size);
                image = shared.cache.find(key);
                if (image.isNull()) {
                    image = shared.provider.picture(n, request.size);
                    shared.cache.insert(key, image);
                }
            } catch (const std::exception& error) {
                log(LogLevel::Error, "dollygrip.playback",
                    std::string("A picture could not be painted: ") + error.what());
            }
            if (image.isNull())
                continue;
            bool isLate = false;
            {
                const std::lock_guard lock(shared.mutex);
                // Of another film or size by now. It is not kept, but whoever drags faster than
                // pictures are painted would otherwise see none at all.
                if (shared.look != look)
                    isLate = true;
                else
                    shared.ready[n] = image;
            }
            if (isLate) {
                QMetaObject::invokeMethod(
                    this, [this, n, image] { Q_EMIT lateReady(n, image); }, Qt::QueuedConnection);
                break;
            }
            QMetaObject::invokeMethod(
                this, [this, n] { Q_EMIT frameReady(n); }, Qt::QueuedConnection);
        }
    }
}

} // namespace dollygrip
