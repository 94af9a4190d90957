#pragma once

#include "core/generator/jobqueue.h"
#include "core/project/film.h"
#include "core/project/picturecache.h"
#include "core/project/take.h"
#include "core/takes/takerequest.h"
#include "core/takes/takestore.h"

#include <QObject>

#include <memory>

namespace dollygrip {

/// Work in progress, as the takes dock shows it.
struct TakeJob {
    quint64 id = 0;
    ShotId shot = ShotId::create();
    QString shotName;
    generator::Quality quality = generator::Quality::Draft;
    QString modelName; ///< empty for completion
    bool wantsOnlyConditioning = false;
    bool isRunning = false;
    bool canStopHere = false; ///< a network is sampling: stopHere() would keep what there is
    bool isStopping = false;  ///< stopHere() was said
    QString stage;
    int done = 0;
    int total = 0;
    double secondsLeft = -1;
    Image preview;
};

/// Shoots takes: request, queue, pictures to the store, results back on the main thread. A request
/// whose hash the store knows is done at once, without work. A new take is measured afterwards
/// (TakeMeasurer); TakeStore::takeChanged tells when its report is there. Main thread.
class TakeRunner : public QObject {
    Q_OBJECT
public:
    TakeRunner(TakeStore& store, generator::Runner runner, std::shared_ptr<PictureCache> cache,
               QObject* parent = nullptr);
    ~TakeRunner() override;

    /// Returns the job's number. Ends with takeFinished (also for a known hash), failed or
    /// cancelled.
    quint64 shoot(const Film& film, const ShotId& shot, generator::Quality quality,
                  const ModelChoice& model = {});
    /// Makes no take: what the network would be given comes by conditioning(), then
    /// conditioningFinished (or failed, cancelled).
    quint64 shootConditioning(const Film& film, const ShotId& shot, generator::Quality quality,
                              const ModelChoice& model);
    /// The sampler ends after its step, and what there is becomes a take (Take::isStoppedEarly).
    void stopHere(quint64 job);
    void cancel(quint64 job);
    void cancelAll();
    QList<TakeJob> jobs() const;
    /// For the command line and tests: runs the event loop until no job is left and every take
    /// that was shot is measured.
    void waitForAll();

Q_SIGNALS:
    void jobsChanged(); ///< list or progress
    void takeFrames(quint64 job, FrameIndex first, QList<Image> pictures);
    /// What the network is given, of takes and of shootConditioning(); see Hooks::onConditioning.
    void conditioning(quint64 job, const QString& signal, FrameIndex first,
                      const QList<Image>& pictures);
    void conditioningFinished(quint64 job, const ShotId& shot);
    void takeFinished(quint64 job, const Take& take, bool wasKnown);
    void failed(quint64 job, const ShotId& shot, const Error& error);
    void cancelled(quint64 job);

private:
    struct Work;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dollygrip
