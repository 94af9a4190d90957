#pragma once

#include "core/media/framecache.h"
#include "core/multiplane/guide.h"
#include "core/project/cut.h"
#include "core/project/panelpainter.h"
#include "core/project/take.h"

#include <QSize>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dollygrip {

/// The pictures of a take on disk: frame-00000.png and so on in `folder`, at the take's own rate.
struct TakeFrames {
    QString folder;
    FrameIndex frames = 0;
    FrameRate rate;
    bool operator==(const TakeFrames&) const = default;
};

/// The circled take of a shot; nothing when there is none or its pictures are gone. Called on the
/// thread that owns the FrameProvider: give it a copy of what it needs.
using TakeResolver = std::function<std::optional<TakeFrames>(const Shot&)>;
/// The circled takes among these (a store's list), as a resolver that owns what it needs.
TakeResolver circledTakes(const QList<Take>& takes);

/// What plays for a shot: the best there is.
enum class ShotState { Still, Move, Take };

/// The picture at film frame n: the circled take, else the multiplane move, else the still panel.
/// Works on a snapshot of the film; the player, the prefetch thread and an export each have their
/// own. One thread at a time, except the tasks it hands out.
class FrameProvider {
public:
    explicit FrameProvider(std::shared_ptr<PictureCache> pictures);

    /// From now on it is this film. Cheap: what was worked out for shots that are the same values
    /// is kept, and for a changed shot what did not change.
    void setFilm(const Film& film, TakeResolver takes = {});

    const Cut& cut() const { return m_cut; }
    FrameIndex length() const { return m_cut.length(); }
    ShotState state(const Shot& shot) const;

    /// The picture, exactly `size` pixels: the film's frame fitted in, black beside it. A null
    /// Image outside the film or for an empty size.
    Image picture(FrameIndex n, QSize size);
    /// The same for a frame of a shot, which need not be in the film (yet).
    Image shotPicture(const std::shared_ptr<const Shot>& shot, FrameIndex frame, QSize size);

    /// The work of picture(), to be done on any thread, any number at once.
    using Task = std::function<Image()>;
    Task task(FrameIndex n, QSize size);

    /// Frames with equal keys are equal pictures, also between films given to this object: a still
    /// panel has one key, an untouched shot keeps its keys when shots before it change.
    media::FrameKey key(FrameIndex n, QSize size);

private:
    using Guide = std::shared_future<std::shared_ptr<const multiplane::Guide>>;
    struct Prepared {
        std::shared_ptr<const Shot> shot; ///< kept, so that its address stays its own
        int frameHeight = 0;
        Guide guide;
    };

    Guide guide(const std::shared_ptr<const Shot>& shot, int frameHeight);
    Task shotTask(const std::shared_ptr<const Shot>& shot, FrameIndex frame, QSize size);
    QSize fitted(QSize size) const;

    std::shared_ptr<PictureCache> m_pictures;
    FilmSettings m_settings;
    PanelPainter m_painter;
    Cut m_cut;
    TakeResolver m_takes;
    std::vector<Prepared> m_prepared;                         ///< latest used first
    std::unordered_map<const Shot*, std::uint64_t> m_serials; ///< of the shots in m_cut
    std::uint64_t m_nextSerial = 1;
};

} // namespace dollygrip
