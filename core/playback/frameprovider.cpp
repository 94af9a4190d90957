#include "core/playback/frameprovider.h"

#include "core/media/resize.h"
#include "core/media/videoreader.h"
#include "core/project/stageshot.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

namespace dollygrip {
namespace {

constexpr std::size_t kPreparedShots = 4;

/// How many times larger than drawn the far background is seen at most (zooms and dollies in), in
/// quarters so that a dragged camera does not repaint its layers at every step.
double magnification(const Shot& shot, const FilmSettings& settings)
{
    const CameraPose start = shot.camera.startPose();
    double depth = 0.5;
    for (const auto& panel : shot.panels)
        for (const Layer& layer : panel->layers)
            if (panel->isShown(layer))
                depth = std::max(depth, layer.depthM);
    double largest = 1.0;
    for (int i = 0; i <= 8; ++i) {
        const CameraPose pose =
            shot.camera.at(i / 8.0, settings.rate.seconds(shot.length) * i / 8.0);
        const double travelled = std::min(pose.position.z() - start.position.z(), depth * 0.75);
        largest = std::max(largest, pose.focalMm / start.focalMm * depth / (depth - travelled));
    }
    return std::min(std::ceil(largest * 4.0 - 1e-6) / 4.0, 2.0);
}

QString takeFile(const TakeFrames& take, FrameIndex n)
{
    return QDir(take.folder)
        .filePath(QStringLiteral("frame-%1.png").arg(n, 5, 10, QLatin1Char('0')));
}

/// The take's frame at a frame of the shot. A shot longer than its take holds the last one.
FrameIndex takeFrame(const TakeFrames& take, FrameIndex frame, FrameRate rate)
{
    const FrameIndex n =
        take.rate == rate
            ? frame
            : FrameIndex(std::floor(rate.seconds(frame) * take.rate.perSecond() + 1e-6));
    return std::clamp<FrameIndex>(n, 0, std::max<FrameIndex>(take.frames - 1, 0));
}

} // namespace

TakeResolver circledTakes(const QList<Take>& takes)
{
    QHash<TakeId, TakeFrames> known;
    for (const Take& take : takes) {
        known.insert(take.id, TakeFrames{take.folder, take.frames, take.rate});
    }
    return [known](const Shot& shot) -> std::optional<TakeFrames> {
        const auto found = shot.circledTake ? known.constFind(*shot.circledTake) : known.cend();
        return found != known.cend() ? std::optional(*found) : std::nullopt;
    };
}

FrameProvider::FrameProvider(std::shared_ptr<PictureCache> pictures)
    : m_pictures(std::move(pictures)), m_painter(Film{}, m_pictures), m_cut(Film{})
{
}

void FrameProvider::setFilm(const Film& film, TakeResolver takes)
{
    m_takes = std::move(takes);
    const bool isSameLook = film.settings == m_settings;
    m_settings = film.settings;
    m_painter = PanelPainter(film, m_pictures);
    if (!isSameLook)
        m_prepared.clear();
    Cut cut(film);
    std::unordered_map<const Shot*, std::uint64_t> serials;
    serials.reserve(cut.entries().size());
    for (const CutEntry& entry : cut.entries()) {
        // The old cut still holds its shots, so equal addresses are the same shot.
        const auto known = m_serials.find(entry.shot.get());
        serials[entry.shot.get()] =
            isSameLook && known != m_serials.end() ? known->second : m_nextSerial++;
    }
    m_serials = std::move(serials);
    m_cut = std::move(cut);
}

ShotState FrameProvider::state(const Shot& shot) const
{
    if (m_takes && shot.circledTake && m_takes(shot))
        return ShotState::Take;
    return shot.hasMove() ? ShotState::Move : ShotState::Still;
}

Image FrameProvider::picture(FrameIndex n, QSize size)
{
    const Task work = task(n, size);
    return work ? work() : Image();
}

Image FrameProvider::shotPicture(const std::shared_ptr<const Shot>& shot, FrameIndex frame,
                                 QSize size)
{
    return shot && !size.isEmpty() ? shotTask(shot, frame, size)() : Image();
}

FrameProvider::Task FrameProvider::task(FrameIndex n, QSize size)
{
    const CutEntry* entry = m_cut.at(n);
    if (!entry || size.isEmpty())
        return {};
    return shotTask(entry->shot, n - entry->range.first, size);
}

media::FrameKey FrameProvider::key(FrameIndex n, QSize size)
{
    media::FrameKey key;
    key.width = size.width();
    key.height = size.height();
    const CutEntry* entry = m_cut.at(n);
    if (!entry)
        return key;
    const Shot& shot = *entry->shot;
    key.frame = n - entry->range.first;
    std::string source = std::to_string(m_serials.at(&shot));
    const std::optional<TakeFrames> take =
        m_takes && shot.circledTake ? m_takes(shot) : std::nullopt;
    if (take)
        source.append(" ").append(take->folder.toStdString());
    else if (!shot.hasMove())
        key.frame = shot.panelStart(shot.panelAt(key.frame));
    key.source = contentHash(source);
    return key;
}

QSize FrameProvider::fitted(QSize size) const
{
    const double aspect = m_settings.aspect();
    QSize inner = size;
    if (double(size.width()) > size.height() * aspect)
        inner.setWidth(std::max(1, int(std::lround(size.height() * aspect))));
    else
        inner.setHeight(std::max(1, int(std::lround(size.width() / aspect))));
    // A pixel or two is rounding (854 x 480), not another format.
    const bool isRounding =
        size.width() - inner.width() <= 2 && size.height() - inner.height() <= 2;
    return isRounding ? size : inner;
}

FrameProvider::Guide FrameProvider::guide(const std::shared_ptr<const Shot>& shot, int frameHeight)
{
    const auto found =
        std::find_if(m_prepared.begin(), m_prepared.end(), [&](const Prepared& prepared) {
            return prepared.shot == shot && prepared.frameHeight == frameHeight;
        });
    if (found != m_prepared.end()) {
        std::rotate(m_prepared.begin(), found, found + 1);
        return m_prepared.front().guide;
    }
    // While something is dragged, the shot before this one has most of the work done already.
    std::shared_ptr<const multiplane::Guide> before;
    for (const Prepared& prepared : m_prepared)
        if (!before && prepared.shot->id == shot->id && prepared.frameHeight == frameHeight
            && prepared.guide.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
            before = prepared.guide.get();
    // Made by whoever needs it first, while others wait for it.
    auto make = [shot, frameHeight, painter = m_painter, settings = m_settings, before] {
        multiplane::Stage stage = stageShot(*shot, painter, settings, frameHeight);
        return before ? std::make_shared<const multiplane::Guide>(std::move(stage), *before)
                      : std::make_shared<const multiplane::Guide>(std::move(stage));
    };
    Prepared prepared{shot, frameHeight,
                      std::async(std::launch::deferred, std::move(make)).share()};
    m_prepared.insert(m_prepared.begin(), std::move(prepared));
    if (m_prepared.size() > kPreparedShots)
        m_prepared.pop_back();
    return m_prepared.front().guide;
}

FrameProvider::Task FrameProvider::shotTask(const std::shared_ptr<const Shot>& shot,
                                            FrameIndex frame, QSize size)
{
    const QSize inner = fitted(size);
    frame = std::clamp<FrameIndex>(frame, 0, shot->length - 1);
    Task drawn;
    if (shot->hasMove()) {
        const int height = int(std::lround(inner.height() * magnification(*shot, m_settings)));
        drawn = [guide = guide(shot, height), frame, inner] {
            return guide.get()->frame(frame, inner.width(), inner.height(), false).picture;
        };
    } else {
        drawn = [painter = m_painter, panel = shot->panels[shot->panelAt(frame)], inner] {
            return painter.panel(*panel, inner);
        };
    }
    const std::optional<TakeFrames> take =
        m_takes && shot->circledTake ? m_takes(*shot) : std::nullopt;
    std::string file;
    if (take)
        file = takeFile(*take, takeFrame(*take, frame, m_settings.rate)).toStdString();
    return [drawn = std::move(drawn), file = std::move(file), inner, size] {
        if (!file.empty())
            if (const auto picture = media::readPicture(file); picture && !picture->isNull())
                return media::onBlack(media::resized(*picture, inner.width(), inner.height()),
                                      size.width(), size.height());
        return media::onBlack(drawn(), size.width(), size.height());
    };
}

} // namespace dollygrip
