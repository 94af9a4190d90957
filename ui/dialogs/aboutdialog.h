#pragma once

#include <QDialog>

namespace dollygrip::ui {

/// What the program is and what it runs on. `engine`: lines about LibTorch, BLAS, device, from the
/// program's main. Main thread.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(const QString& engine, QWidget* parent = nullptr);
};

} // namespace dollygrip::ui
