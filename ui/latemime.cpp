#include "ui/latemime.h"

#include "ui/poolwork.h"

namespace dollygrip::ui {

void LateMimeData::add(const QString& format, std::function<QVariant()> work)
{
    auto promise = std::make_shared<QPromise<QVariant>>();
    m_parts.insert(format, promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        standBehindTheWindow();
        QVariant value;
        try {
            value = work();
        } catch (const std::exception& exception) {
            log(LogLevel::Error, "dollygrip.ui",
                std::string("What was to be copied threw: ") + exception.what());
        }
        promise->addResult(value);
        promise->finish();
    });
}

QStringList LateMimeData::formats() const
{
    return m_parts.keys();
}

QVariant LateMimeData::retrieveData(const QString& format, QMetaType) const
{
    const auto part = m_parts.constFind(format);
    return part == m_parts.cend() ? QVariant() : part->result();
}

} // namespace dollygrip::ui
