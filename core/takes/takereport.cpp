#include "core/takes/takereport.h"

#include "core/base/log.h"
#include "core/project/pictureimport.h"
#include "core/takes/takestore.h"

#include <QImage>
#include <QJsonArray>
#include <QThreadPool>

#include <algorithm>
#include <exception>

namespace dollygrip {

using namespace Qt::StringLiterals;

namespace {

QJsonObject errorJson(const multiplane::MotionError& error)
{
    return {{u"error"_s, error.percent},        {u"worst"_s, error.worstPercent},
            {u"travel"_s, error.travelPercent}, {u"alike"_s, error.alike},
            {u"found"_s, error.isFound()},      {u"points"_s, error.points}};
}

std::optional<double> numberIn(const QJsonObject& object, const QString& key)
{
    const QJsonValue value = object[key];
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

QJsonObject takeReport(const Take& take, const TakeSubject& subject, const std::stop_token& stop)
{
    const multiplane::Guide guide(subject.stage);
    std::vector<Image> references;
    for (const conditioning::Reference& reference : subject.references)
        references.push_back(reference.picture);
    const auto picture = [&take](FrameIndex n) {
        const QImage image(takePicturePath(take.folder, n));
        return image.isNull() ? Image() : toImage(image);
    };
    const multiplane::TakeMeasure measure =
        multiplane::measureTake(guide, picture, references, stop);
    QJsonObject report;
    double sum = 0;
    int count = 0;
    QJsonArray arrows;
    for (const multiplane::MotionError& error : measure.arrows) {
        QJsonObject arrow = errorJson(error);
        arrow[u"region"_s] = error.region;
        arrow[u"name"_s] = subject.regionNames.value(error.region);
        arrow[u"arrow"_s] = error.motion;
        arrows.append(arrow);
        if (error.isFound()) {
            sum += error.percent;
            ++count;
        }
    }
    if (!arrows.isEmpty())
        report[u"arrows"_s] = arrows;
    if (measure.camera) {
        report[u"camera"_s] = errorJson(*measure.camera);
        if (measure.camera->isFound()) {
            sum += measure.camera->percent;
            ++count;
        }
    }
    if (count > 0)
        report[u"motionError"_s] = sum / count;
    if (measure.warpError)
        report[u"warpError"_s] = *measure.warpError;
    if (measure.flicker)
        report[u"flicker"_s] = *measure.flicker;
    QJsonArray likeness;
    for (std::size_t k = 0; k < measure.likeness.size(); ++k) {
        likeness.append(QJsonObject{{u"name"_s, QString::fromStdString(subject.references[k].name)},
                                    {u"value"_s, measure.likeness[k]}});
    }
    if (!likeness.isEmpty())
        report[u"likeness"_s] = likeness;
    return report;
}

TakeScore takeScore(const Take& take)
{
    TakeScore score;
    score.motionError = numberIn(take.report, u"motionError"_s);
    QJsonArray ways = take.report[u"arrows"_s].toArray();
    if (const QJsonValue camera = take.report[u"camera"_s]; camera.isObject())
        ways.append(camera);
    for (const QJsonValue& way : ways) {
        ++score.asked;
        score.lost += way[u"found"_s].toBool(true) ? 0 : 1; // older reports do not say
        if (const auto travel = numberIn(way.toObject(), u"travel"_s))
            score.travel = std::max(score.travel.value_or(0), *travel);
    }
    score.warpError = numberIn(take.report, u"warpError"_s);
    score.flicker = numberIn(take.report, u"flicker"_s);
    const QJsonArray likeness = take.report[u"likeness"_s].toArray();
    if (!likeness.isEmpty()) {
        double sum = 0;
        for (const QJsonValue& entry : likeness)
            sum += entry[u"value"_s].toDouble();
        score.likeness = sum / double(likeness.size());
    }
    return score;
}

struct TakeMeasurer::Private {
    explicit Private(TakeStore& takes) : store(takes) {}

    TakeStore& store;
    QThreadPool pool;
    std::stop_source stop;
    int waiting = 0;
};

TakeMeasurer::TakeMeasurer(TakeStore& store, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(store))
{
    d->pool.setMaxThreadCount(1);
    d->pool.setThreadPriority(QThread::LowPriority);
}

TakeMeasurer::~TakeMeasurer()
{
    d->stop.request_stop();
    d->pool.clear();
    d->pool.waitForDone();
}

void TakeMeasurer::measure(const Take& take, const TakeSubject& subject)
{
    ++d->waiting;
    d->pool.start([this, take, subject, stop = d->stop.get_token()] {
        QJsonObject report;
        try {
            report = takeReport(take, subject, stop);
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "dollygrip.takes",
                std::string("A take could not be measured: ") + failure.what());
        }
        QMetaObject::invokeMethod(
            this,
            [this, id = take.id, report] {
                if (!report.isEmpty()) {
                    if (auto kept = d->store.setReport(id, report); !kept)
                        log(LogLevel::Warning, "dollygrip.takes",
                            "The report of a take could not be kept: " + kept.error().detail);
                }
                if (--d->waiting == 0)
                    Q_EMIT idle();
            },
            Qt::QueuedConnection);
    });
}

bool TakeMeasurer::isBusy() const
{
    return d->waiting > 0;
}

} // namespace dollygrip
