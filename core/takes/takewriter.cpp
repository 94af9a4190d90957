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
    return hand(first, pictures, [folder = m_folder](FrameIndex frame, const Image& picture) {
        return TakeStore::writePicture(folder, frame, picture);
    });
}

Result<void> TakeWriter::writeSignal(const QString& name, FrameIndex first,
                                     const std::vector<Image>& pictures)
{
    if (!m_conditioning.add(name, first, FrameIndex(pictures.size()))) {
        return {};
    }
    return hand(first, pictures, [folder = m_folder, name](FrameIndex frame, const Image& picture) {
        return TakeStore::writeSignal(folder, name, frame, picture);
    });
}

/// `writing` runs in the pool.
Result<void> TakeWriter::hand(FrameIndex first, const std::vector<Image>& pictures,
                              const Writing& writing)
{
    if (const auto before = finish(); !before) {
        return before;
    }
    for (const Image& picture : pictures) {
        auto task = std::make_shared<std::packaged_task<Result<void>()>>(
            [writing, frame = first, picture]() -> Result<void> {
                try {
                    return writing(frame, picture);
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
