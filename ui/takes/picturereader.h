#pragma once

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>

namespace dollygrip::ui {

/// Reads picture files in the pool, one after the other; of those asked for meanwhile only the
/// newest is read. Main thread.
class PictureReader : public QObject {
    Q_OBJECT
public:
    explicit PictureReader(QObject* parent = nullptr) : QObject(parent) {}

    /// No larger than `within`, device pixels. An empty path forgets what was asked.
    void read(const QString& path, const QSize& within);

Q_SIGNALS:
    /// A null picture when the file could not be read.
    void arrived(const QString& path, const QImage& image);

private:
    void startNext();

    QString m_wanted;
    QSize m_within;
    bool m_isReading = false;
};

} // namespace dollygrip::ui
