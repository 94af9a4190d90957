#include "ui/camera/movethumbnails.h"

#include "core/multiplane/guide.h"
#include "core/project/panelpainter.h"
#include "core/project/pictureimport.h"
#include "core/project/stageshot.h"
#include "ui/filmdesk.h"
#include "ui/poolwork.h"
#include "ui/session.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kSettleMs = 250;
constexpr int kRate = 12; // pictures a second: unrest is known in seconds

} // namespace

MoveThumbnails::MoveThumbnails(FilmDesk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &MoveThumbnails::read);
    const auto later = [this] {
        m_isStale = true;
        if (m_isWatched && !m_desk.session().hasDraft())
            m_settle.start();
    };
    connect(&desk.session(), &Session::panelChanged, this, later);
    connect(&desk.session(), &Session::shotEdited, this, later);
}

const QList<QImage>& MoveThumbnails::frames(CameraMove move) const
{
    static const QList<QImage> none;
    const auto found = m_frames.constFind(int(move));
    return found != m_frames.constEnd() ? *found : none;
}

void MoveThumbnails::setMaker(std::function<CameraPath(CameraMove, const Shot&)> maker)
{
    m_maker = std::move(maker);
}

void MoveThumbnails::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (isWatched && m_isStale)
        m_settle.start(0);
    if (!isWatched)
        m_settle.stop();
    paintNext();
}

void MoveThumbnails::refresh(CameraMove move)
{
    if (!m_shot)
        return;
    std::erase(m_queue, move);
    m_queue.push_back(move);
    paintNext();
}

// The panel alone, without what moves in it: its stage is made once for all moves.
void MoveThumbnails::read()
{
    const auto current = m_desk.session().shot();
    const auto panel = m_desk.session().panelId();
    if (!current || !panel || m_desk.session().hasDraft())
        return;
    Shot shot = *current;
    for (const auto& one : current->panels) {
        if (one->id == *panel)
            shot.panels = {one};
    }
    Panel alone = *shot.panels.first();
    alone.start = 0;
    shot.panels = {std::make_shared<const Panel>(alone)};
    shot.regions.clear();
    const FrameIndex length = shot.length;
    shot.length = kFrames;
    const bool isSame = m_shot && m_shot->panels.first()->layers == alone.layers
                        && m_shot->id == shot.id && m_shot->camera == shot.camera;
    m_isStale = false;
    if (isSame)
        return;
    shot.length = length;
    m_shot = std::make_shared<const Shot>(shot);
    ++m_look;
    m_queue.clear();
    const Film& film = m_desk.document().film();
    Film look;
    look.settings = film.settings;
    look.assets = film.assets;
    m_isBusy = true;
    m_base = nullptr;
    inPool(
        this,
        [look, shot, pictures = m_desk.pictures()]() mutable {
            shot.length = kFrames;
            const PanelPainter painter(look, pictures);
            multiplane::Stage stage = stageShot(shot, painter, look.settings, kHeight * 5 / 4);
            stage.rate = {kRate, 1};
            return std::make_shared<const multiplane::Guide>(std::move(stage));
        },
        [this, at = m_look](std::shared_ptr<const multiplane::Guide> base) {
            m_isBusy = false;
            if (at != m_look)
                return read();
            m_base = std::move(base);
            const std::vector<CameraMove> all = allCameraMoves();
            m_queue.assign(all.rbegin(), all.rend());
            paintNext();
        });
}

void MoveThumbnails::paintNext()
{
    if (m_isBusy || m_queue.empty() || !m_base || !m_maker || !m_isWatched || !m_shot)
        return;
    const CameraMove move = m_queue.back();
    m_queue.pop_back();
    m_isBusy = true;
    const CameraPath camera = m_maker(move, *m_shot);
    inPool(
        this,
        [base = m_base, camera] {
            multiplane::Stage stage = base->stage();
            const double sensor = stage.camera.sensorWidthMm;
            stage.camera = camera;
            stage.camera.sensorWidthMm = sensor;
            const int wide = std::max(2, int(std::lround(kHeight * stage.aspect)));
            const multiplane::Guide guide(std::move(stage), *base);
            QList<QImage> frames;
            for (int n = 0; n < kFrames; ++n)
                frames.append(toQImage(guide.frame(n, wide, kHeight, false).picture).copy());
            return frames;
        },
        [this, move, at = m_look](const QList<QImage>& frames) {
            m_isBusy = false;
            if (at == m_look) {
                m_frames.insert(int(move), frames);
                Q_EMIT painted(move);
            }
            paintNext();
        });
}

} // namespace dollygrip::ui
