#include "core/takes/takewriter.h"

#include "core/takes/takestore.h"

#include <exception>
#include <memory>

namespace dollygrip {

TakeWriter::TakeWriter(const QString& temporaryFolder, QThreadPool& pool)
    : m_folder(temporaryFolder), m_pool(pool)
{
}

TakeWriter::~TakeWriter()
{
    static_cast<void>(finish());
}

Result<void> TakeWriter::write(FrameIndex first, const std::vector<Image>& pictures)
{
    if (const auto before = finish(); !before) {
        return before;
    }
    for (const Image& picture : pictures) {
        auto task = std::make_shared<std::packaged_task<Result<void>()>>(
            [folder = m_folder, frame = first, picture]() -> Result<void> {
                try {
                    return TakeStore::writePicture(folder, frame, picture);
                } catch (const std::exception& exception) {
                    return Error{ErrorCode::OutOfMemory, {}, exception.what()};
                }
            });
        m_inFlight.push_back(task->get_future());
        m_pool.start([task] { (*task)(); });
        ++first;
    }
    return {};
}

Result<void> TakeWriter::finish()
{
    for (std::future<Result<void>>& written : m_inFlight) {
        const Result<void> result = written.get();
        if (m_state && !result) {
            m_state = result;
        }
    }
    m_inFlight.clear();
    return m_state;
}

} // namespace dollygrip
