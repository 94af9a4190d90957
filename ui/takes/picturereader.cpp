#include "ui/takes/picturereader.h"

#include "ui/poolwork.h"

#include <QImageReader>

#include <utility>

namespace dollygrip::ui {

void PictureReader::read(const QString& path, const QSize& within)
{
    m_wanted = path;
    m_within = within;
    if (!m_isReading)
        startNext();
}

void PictureReader::startNext()
{
    const QString path = std::exchange(m_wanted, QString());
    if (path.isEmpty())
        return;
    m_isReading = true;
    inPool(
        this,
        [path, within = m_within] {
            QImageReader reader(path);
            const QSize size = reader.size();
            if (size.isValid()
                && (size.width() > within.width() || size.height() > within.height()))
                reader.setScaledSize(size.scaled(within, Qt::KeepAspectRatio));
            return reader.read();
        },
        [this, path](const QImage& image) {
            m_isReading = false;
            Q_EMIT arrived(path, image);
            startNext();
        });
}

} // namespace dollygrip::ui
