#pragma once

#include <QFuture>
#include <QHash>
#include <QMimeData>
#include <QVariant>

#include <functional>

namespace dollygrip::ui {

/// What is copied, made ready in the pool: copying is done at once however much it is, and only who
/// pastes before it is ready waits. Main thread.
class LateMimeData : public QMimeData {
    Q_OBJECT
public:
    /// `work` runs in the pool and must own what it uses. A job that throws leaves the format
    /// empty.
    void add(const QString& format, std::function<QVariant()> work);

    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString& format, QMetaType type) const override;

private:
    QHash<QString, QFuture<QVariant>> m_parts;
};

/// The format under which QMimeData looks for a picture.
inline constexpr char kImageFormat[] = "application/x-qt-image";

} // namespace dollygrip::ui
