#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"

#include <QString>
#include <QThreadPool>

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
    /// Waits until all is on the disk. The first failure of all.
    Result<void> finish();

private:
    QString m_folder;
    QThreadPool& m_pool;
    std::vector<std::future<Result<void>>> m_inFlight;
    Result<void> m_state;
};

} // namespace dollygrip
