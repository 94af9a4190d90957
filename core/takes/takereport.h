#pragma once

#include "core/conditioning/steering.h"
#include "core/multiplane/takemeasure.h"
#include "core/project/take.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace dollygrip {

class TakeStore;

/// What a take is measured against.
struct TakeSubject {
    multiplane::Stage stage; ///< of its request
    QStringList regionNames; ///< over all planes in order
    std::vector<conditioning::Reference> references;
};

/// The take's pictures against its subject, as it stands in take.json under "report":
///     arrows: [{region, name, arrow, error, worst, travel, alike, found, points}]
///     camera: {error, worst, travel, alike, found, points}
///         error, worst and travel (how far the drawing goes) in percent of the picture's width;
///         alike: -1…1, the take beside the drawing around the points; found: whether that is
///         enough to say that the drawn thing was followed
///     motionError: mean error of all that was found, absent when nothing was;  warpError, flicker:
///     0…1;  likeness: [{name, value}]
/// What could not be measured is absent. Any thread; seconds.
QJsonObject takeReport(const Take& take, const TakeSubject& subject, const std::stop_token& stop);

/// The numbers by which takes are compared and sorted; absent where there are none.
struct TakeScore {
    std::optional<double> motionError; ///< percent of the picture's width, less is better
    std::optional<double> travel;      ///< of the longest of the drawn ways, in the same
    int lost = 0;                      ///< arrows and camera moves that were not found in it
    int asked = 0;                     ///< of so many
    std::optional<double> warpError;   ///< 0…1, less is better
    std::optional<double> flicker;     ///< 0…1, less is better
    std::optional<double> likeness;    ///< 0…1, mean over the references, more is better
};
TakeScore takeScore(const Take& take);

/// Measures takes one after another on a thread of its own and writes their reports into the
/// store (TakeStore::takeChanged tells). Main thread.
class TakeMeasurer : public QObject {
    Q_OBJECT
public:
    explicit TakeMeasurer(TakeStore& store, QObject* parent = nullptr);
    ~TakeMeasurer() override;

    void measure(const Take& take, const TakeSubject& subject);
    bool isBusy() const;

Q_SIGNALS:
    void idle(); ///< nothing is left to measure

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dollygrip
