#include "ui/filmdesk.h"

#include "core/base/log.h"
#include "core/playback/prefetcher.h"
#include "core/playback/transport.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "ui/player/audiooutput.h"
#include "ui/player/soundbank.h"
#include "ui/session.h"
#include "ui/storyboard/boardselection.h"
#include "ui/thumbnails.h"

#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kDraftRows = 480; // of pictures while something is dragged

} // namespace

FilmDesk::FilmDesk(std::unique_ptr<FilmStore> store, TakeRunnerFunction runner, QObject* parent)
    : FilmDesk(withTakes(std::move(store)), std::move(runner), parent)
{
}

FilmDesk::FilmDesk(OpenedFilm opened, TakeRunnerFunction runner, QObject* parent)
    : QObject(parent), m_store(std::move(opened.store)),
      m_pictures(std::make_shared<PictureCache>()),
      m_document(std::make_unique<Document>(m_store->openedFilm())),
      m_takes(std::move(opened.takes)),
      m_runner(std::make_unique<TakeRunner>(*m_takes, std::move(runner), m_pictures)),
      m_session(std::make_unique<Session>(*m_document)),
      m_boards(std::make_unique<BoardSelection>(*m_document, *m_session)),
      m_transport(std::make_unique<Transport>()),
      m_prefetcher(std::make_unique<Prefetcher>(m_pictures)),
      m_thumbnails(std::make_unique<Thumbnails>(*m_document, m_pictures)),
      m_sounds(std::make_unique<SoundBank>(*m_document)),
      m_audio(std::make_unique<AudioOutput>(*m_document, *m_sounds, *m_transport))
{
    const Film& film = m_document->film();
    m_transport->setFilm(film.length(), film.settings.rate);
    connectFilm();
    connectPlayback();
    connectTakes();
    playFilm();
}

TakeResolver FilmDesk::takeResolver() const
{
    return circledTakes(m_takes->takes());
}

FilmDesk::~FilmDesk()
{
    // Nothing that still comes in may find half a desk.
    m_runner->disconnect(this);
    m_session->disconnect(this);
    m_transport->disconnect(this);
    m_transport->pause();
    m_runner->cancelAll();
}

void FilmDesk::connectFilm()
{
    connect(m_document.get(), &Document::changed, this,
            [this](const FilmDiff& diff, const Film& before) {
                const Film& film = m_document->film();
                m_store->write(diff, film);
                if (film.length() != before.length() || film.settings.rate != before.settings.rate)
                    m_transport->setFilm(film.length(), film.settings.rate);
                playFilm();
            });
    connect(m_store.get(), &FilmStore::writeFailed, this, &FilmDesk::report);
    connect(m_sounds.get(), &SoundBank::failed, this, &FilmDesk::report);
    connect(m_session.get(), &Session::draftChanged, this, &FilmDesk::followDraft);
}

void FilmDesk::connectPlayback()
{
    connect(m_transport.get(), &Transport::positionChanged, m_session.get(), &Session::setPlayhead);
    connect(m_transport.get(), &Transport::speedChanged, this, [this](int speed) {
        if (speed == 0 && m_held && !m_held->isDraft)
            returnFromLoop();
        m_session->setPlaying(speed != 0);
        prefetch();
    });
    connect(m_transport.get(), &Transport::rangeChanged, this, &FilmDesk::prefetch);
    connect(m_transport.get(), &Transport::loopingChanged, this, &FilmDesk::prefetch);
    connect(m_session.get(), &Session::playheadChanged, this, [this](FrameIndex frame) {
        // Said by somebody else than the transport: it goes there too, and so does the sound.
        if (m_transport->position() != frame) {
            m_transport->seek(frame);
            m_audio->restart();
        }
        prefetch();
    });
}

void FilmDesk::connectTakes()
{
    connect(m_takes.get(), &TakeStore::takeAdded, this, &FilmDesk::playFilm);
    connect(m_takes.get(), &TakeStore::takeRemoved, this, &FilmDesk::playFilm);
    connect(m_runner.get(), &TakeRunner::takeFinished, this,
            [this](quint64, const Take& take) { circleFirst(take); });
    connect(m_runner.get(), &TakeRunner::failed, this,
            [this](quint64, const ShotId& shot, const Error& error) {
                Error named = error;
                const auto failed = m_document->film().shot(shot);
                if (named.subject.empty() && failed)
                    named.subject = failed->name.toStdString();
                report(named);
            });
}

bool FilmDesk::edit(const QString& text, const std::function<Result<void>(Film&)>& change,
                    const QString& mergeKey)
{
    const auto done = m_document->edit(text, change, mergeKey);
    if (!done)
        report(done.error());
    return bool(done);
}

void FilmDesk::report(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    log(LogLevel::Warning, "dollygrip.ui",
        std::string(errorName(error.code)) + ": " + error.subject + ": " + error.detail);
    Q_EMIT errorOccurred(error);
}

void FilmDesk::playFilm()
{
    m_prefetcher->setFilm(m_session->film(), takeResolver());
    prefetch();
}

void FilmDesk::setPictureSize(const QSize& size)
{
    if (size == m_pictureSize)
        return;
    m_pictureSize = size;
    prefetch();
}

void FilmDesk::prefetch()
{
    if (m_pictureSize.isEmpty())
        return;
    Prefetcher::Request wanted;
    wanted.now = m_session->playhead();
    wanted.size = m_pictureSize;
    // Under the hand often counts more than fine.
    if (m_session->hasDraft() && wanted.size.height() > kDraftRows) {
        const double scale = double(kDraftRows) / wanted.size.height();
        wanted.size = QSize(int(std::lround(wanted.size.width() * scale / 2)) * 2, kDraftRows);
    }
    const int speed = m_transport->speed();
    wanted.direction = speed > 0 ? 1 : speed < 0 ? -1 : 0;
    if (m_transport->isLooping())
        wanted.range = m_transport->range();
    m_prefetcher->request(wanted);
}

void FilmDesk::loopOverShot(bool isDraft)
{
    const auto shot = m_session->shotId();
    const Cut cut(m_document->film());
    const CutEntry* entry = shot ? cut.of(*shot) : nullptr;
    if (!entry || entry->range.length() < 2)
        return;
    m_held = HeldPlayback{m_transport->hasRange() ? m_transport->range() : FrameRange{},
                          m_transport->isLooping(), m_transport->speed(), m_transport->position(),
                          isDraft};
    m_transport->setRange(entry->range);
    m_transport->setLooping(true);
    m_transport->setSpeed(1);
}

void FilmDesk::returnFromLoop()
{
    const HeldPlayback held = *m_held;
    m_held.reset();
    m_transport->setSpeed(held.speed);
    m_transport->setRange(held.range);
    m_transport->setLooping(held.isLooping);
    if (held.isDraft)
        m_transport->seek(held.position);
}

void FilmDesk::followDraft()
{
    m_prefetcher->setFilm(m_session->film(), takeResolver());
    if (m_session->hasDraft()) {
        if (!m_held)
            loopOverShot(true);
    } else if (m_held && m_held->isDraft) {
        returnFromLoop();
    }
    prefetch();
}

void FilmDesk::playShot()
{
    if (m_transport->isPlaying()) {
        m_transport->pause();
        return;
    }
    loopOverShot(false);
    if (m_held)
        m_held->speed = 0;
}

void FilmDesk::shoot(generator::Quality quality, const ModelChoice& model)
{
    if (const auto shot = m_session->shotId())
        m_runner->shoot(m_document->film(), *shot, quality, model);
}

void FilmDesk::circleFirst(const Take& take)
{
    const auto shot = m_document->film().shot(take.shot);
    if (!shot)
        return;
    // A circled take that is no longer there counts as none.
    if (shot->circledTake && m_takes->take(*shot->circledTake))
        return;
    edit(tr("Circle take"), [&](Film& film) {
        return changeShot(film, take.shot, [&](Shot& changed) {
            changed.circledTake = take.id;
            return Result<void>();
        });
    });
}

} // namespace dollygrip::ui
