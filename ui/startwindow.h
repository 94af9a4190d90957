#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace dollygrip::ui {

/// Shown when a film could not be opened and no other is open: why, and what can be done. Main
/// thread.
class StartWindow : public QWidget {
    Q_OBJECT
public:
    StartWindow(const QString& path, const Error& error, QWidget* parent = nullptr);

Q_SIGNALS:
    void readOnlyWanted(const QString& path);
    void filmChosen(const QString& path);
    void sampleWanted();

private:
    void choose();

    QString m_path;
};

} // namespace dollygrip::ui
