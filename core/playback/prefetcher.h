#pragma once

#include "core/playback/frameprovider.h"

#include <QObject>
#include <QSize>

#include <memory>
#include <thread>

namespace dollygrip {

/// Has the pictures ready before they are due, on a thread of its own; one per player. The main
/// thread says where it is and never waits: a picture that is not there yet comes with
/// frameReady(). While something is dragged, setFilm() at every step is right: the latest film
/// and the latest request win, nothing queues up.
class Prefetcher : public QObject {
    Q_OBJECT
public:
    /// What is wanted: `now` first, then what follows in the direction of travel.
    struct Request {
        FrameIndex now = 0;
        QSize size;
        int direction = 0; ///< 1 forward, -1 backward, 0 standing: only the neighbours
        FrameRange range;  ///< where travel goes round; empty: the whole film, no going round
        bool operator==(const Request&) const = default;
    };

    /// `byteBudget` is what its pictures may take in memory.
    explicit Prefetcher(std::shared_ptr<PictureCache> pictures,
                        std::size_t byteBudget = std::size_t(512) << 20, QObject* parent = nullptr);
    ~Prefetcher() override;

    /// From now on it is this film; `takes` is called on the prefetch thread.
    void setFilm(const Film& film, TakeResolver takes = {});
    void request(const Request& request);
    /// The picture of frame n of the latest film at the latest size, null while it is not ready.
    Image picture(FrameIndex n) const;

Q_SIGNALS:
    /// picture(n) is there. On this object's thread.
    void frameReady(FrameIndex n);
    /// A picture of the film as it was a moment ago: it has changed while this was painted.
    void lateReady(FrameIndex n, const Image& picture);

private:
    struct Shared;
    void run(std::stop_token stop);

    std::unique_ptr<Shared> m_shared;
    std::jthread m_thread; ///< last: stopped and joined before anything else goes
};

} // namespace dollygrip
