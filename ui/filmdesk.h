#pragma once

#include "core/generator/request.h"
#include "core/playback/frameprovider.h"
#include "core/project/document.h"
#include "core/project/filmstore.h"
#include "core/project/picturecache.h"
#include "core/takes/takerunner.h"
#include "core/takes/takestore.h"
#include "ui/openedfilm.h"

#include <QObject>
#include <QSize>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace dollygrip {
class Transport;
class Prefetcher;
} // namespace dollygrip

namespace dollygrip::ui {

class AudioOutput;
class BoardSelection;
class Session;
class SoundBank;
class Thumbnails;

/// Same type as generator::Runner, spelled here so that ui needs only the front door request.h.
using TakeRunnerFunction = std::function<Result<generator::Summary>(
    const generator::Request&, const generator::Hooks&, std::stop_token)>;

/// Everything that belongs to one open film, made once and handed to the docks: document and its
/// file, takes, session, transport and the thread that paints pictures ahead. Main thread. It
/// connects them: edits go to the file and to the prefetcher, drafts to the prefetcher, the
/// transport moves the playhead, failures become errorOccurred().
class FilmDesk : public QObject {
    Q_OBJECT
public:
    FilmDesk(OpenedFilm opened, TakeRunnerFunction runner, QObject* parent = nullptr);
    /// The same; lists the film's takes first.
    FilmDesk(std::unique_ptr<FilmStore> store, TakeRunnerFunction runner,
             QObject* parent = nullptr);
    ~FilmDesk() override;

    FilmStore& store() { return *m_store; }
    Document& document() { return *m_document; }
    TakeStore& takes() { return *m_takes; }
    TakeRunner& runner() { return *m_runner; }
    Session& session() { return *m_session; }
    Transport& transport() { return *m_transport; }
    Prefetcher& prefetcher() { return *m_prefetcher; }
    BoardSelection& boards() { return *m_boards; }
    Thumbnails& thumbnails() { return *m_thumbnails; }
    SoundBank& sounds() { return *m_sounds; }
    AudioOutput& audio() { return *m_audio; }
    std::shared_ptr<PictureCache> pictures() const { return m_pictures; }

    /// The circled takes as they are now, for whoever paints or exports the film.
    TakeResolver takeResolver() const;

    /// Who shows the playing picture says how large it is, in device pixels; prefetcher() then has
    /// picture(playhead) and what follows at this size.
    void setPictureSize(const QSize& size);
    /// Plays the current shot over and over until the transport pauses.
    void playShot();
    /// Shoots a take of the current shot.
    void shoot(generator::Quality quality, const ModelChoice& model = {});

    /// Document::edit() whose refusal is shown to the person. True when it went through.
    bool edit(const QString& text, const std::function<Result<void>(Film&)>& change,
              const QString& mergeKey = {});
    /// Shows an error where the window shows errors.
    void report(const Error& error);

Q_SIGNALS:
    void errorOccurred(const Error& error);

private:
    /// How the transport stood before it was put to a loop over one shot.
    struct HeldPlayback {
        FrameRange range;
        bool isLooping = false;
        int speed = 0;
        FrameIndex position = 0;
        bool isDraft = false;
    };

    void connectFilm();
    void connectPlayback();
    void connectTakes();
    void loopOverShot(bool isDraft);
    void returnFromLoop();
    void followDraft();
    void playFilm();
    void prefetch();
    void circleFirst(const Take& take);

    std::unique_ptr<FilmStore> m_store;
    std::shared_ptr<PictureCache> m_pictures;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<TakeStore> m_takes;
    std::unique_ptr<TakeRunner> m_runner;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<BoardSelection> m_boards;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Prefetcher> m_prefetcher;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<SoundBank> m_sounds;
    std::unique_ptr<AudioOutput> m_audio;
    QSize m_pictureSize;
    std::optional<HeldPlayback> m_held;
};

} // namespace dollygrip::ui
