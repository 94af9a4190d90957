#pragma once

#include "core/base/error.h"

#include <QWidget>

class QVBoxLayout;

namespace dollygrip::ui {

/// Shown while no film is open: that one is being opened, or why it could not be and what can be
/// done. Main thread.
class StartWindow : public QWidget {
    Q_OBJECT
public:
    /// Opening takes a while. An empty path: the sample film.
    explicit StartWindow(const QString& path, QWidget* parent = nullptr);
    StartWindow(const QString& path, const Error& error, QWidget* parent = nullptr);

Q_SIGNALS:
    void readOnlyWanted(const QString& path);
    void filmChosen(const QString& path);
    void sampleWanted();

private:
    QVBoxLayout* frame();
    void choose();

    QString m_path;
};

} // namespace dollygrip::ui
