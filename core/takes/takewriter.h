#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"
#include "core/takes/signalledger.h"

#include <QString>
#include <QThreadPool>

#include <functional>
#include <future>
#include <vector>

namespace dollygrip {

/// Writes the pictures of one take on pool threads while the next ones are being made. One chunk
/// at a time is in flight, so memory stays bounded. Generator thread.
class TakeWriter {
public:
    TakeWriter(const QString& temporaryFolder, QThreadPool& pool);
    ~TakeWriter(); ///< waits

    /// Waits for the chunk before, then hands this one to the pool. Returns the first failure of
    /// what was written until now.
    Result<void> write(FrameIndex first, const std::vector<Image>& pictures);
    /// The same for pictures of what the network is given; those that SignalLedger does not count
    /// are left out.
    Result<void> writeSignal(const QString& name, FrameIndex first,
                             const std::vector<Image>& pictures);
    /// What was handed to writeSignal() until now, in the order of the first of each.
    const QList<TakeSignal>& conditioning() const { return m_conditioning.list(); }
    /// Waits until all is on the disk. The first failure of all.
    Result<void> finish();

private:
    using Writing = std::function<Result<void>(FrameIndex, const Image&)>;
    Result<void> hand(FrameIndex first, const std::vector<Image>& pictures, const Writing& writing);

    QString m_folder;
    QThreadPool& m_pool;
    std::vector<std::future<Result<void>>> m_inFlight;
    Result<void> m_state;
    SignalLedger m_conditioning;
};

} // namespace dollygrip
