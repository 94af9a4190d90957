#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/project/take.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace dollygrip {

/// The file of one picture inside a take's folder: frame-00000.png.
QString takePicturePath(const QString& takeFolder, FrameIndex frame);
/// The same of what the network was given: control-00000.png.
QString takeSignalPath(const QString& takeFolder, const QString& signal, FrameIndex frame);

/// The ledger of takes on disk beside the film: `My Film.takes/<request-hash>/` with pictures and
/// take.json; a take that was stopped early lies in `<request-hash>-<id>`. Append-only; never part
/// of undo. Main thread. A take whose folder is broken or half written is not listed (pictures go
/// to a temporary folder that is renamed when whole).
class TakeStore : public QObject {
    Q_OBJECT
public:
    explicit TakeStore(const QString& folder, QObject* parent = nullptr);

    QString folder() const;
    QList<Take> takes() const;                     ///< oldest first
    QList<Take> takesOf(const ShotId& shot) const; ///< oldest first
    std::optional<Take> take(const TakeId& id) const;
    /// What a request is known to give; takes that were stopped early do not count.
    std::optional<Take> takeByHash(const QString& requestHash) const;
    /// The pictures that the network was given, by signal: files in order. Empty when the take has
    /// none or is not known.
    QList<std::pair<QString, QStringList>> conditioning(const TakeId& id) const;

    /// Where the pictures of a take in the making are written: a fresh temporary folder.
    Result<QString> beginTake(const QString& requestHash);
    /// Writes one picture of it. Any thread.
    static Result<void> writePicture(const QString& temporaryFolder, FrameIndex frame,
                                     const Image& image);
    /// Writes one picture of what the network is given. Any thread. Errors: InvalidArgument for a
    /// signal's name that is no plain word; as writePicture().
    static Result<void> writeSignal(const QString& temporaryFolder, const QString& signal,
                                    FrameIndex frame, const Image& image);
    /// Writes take.json beside the pictures, so that finishTake() only has to rename. Any thread.
    static Result<void> sealTake(const QString& temporaryFolder, const Take& take);
    /// Makes it whole: writes take.json unless it was sealed, renames, lists it. When a take of
    /// the same request is there already, that one stays and is returned.
    Result<Take> finishTake(const QString& temporaryFolder, Take take);
    /// Any thread.
    static void abandonTake(const QString& temporaryFolder);
    /// The take leaves the list at once; its pictures are deleted on a pool thread.
    Result<void> removeTake(const TakeId& id);
    Result<void> setNote(const TakeId& id, const QString& note);
    Result<void> setReport(const TakeId& id, const QJsonObject& report);

Q_SIGNALS:
    void takeAdded(const TakeId& id);
    void takeRemoved(const TakeId& id);
    void takeChanged(const TakeId& id); ///< note or report

private:
    void listWhatIsThere();
    Result<void> change(const TakeId& id, const std::function<void(Take&)>& apply);

    QString m_folder;
    QList<Take> m_takes;
};

} // namespace dollygrip
