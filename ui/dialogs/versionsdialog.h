#pragma once

#include "core/project/filmstore.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;

/// Named versions of the film: keep the film as it is now under a name, or go back to one (an
/// edit that can be undone). Main thread.
class VersionsDialog : public QDialog {
    Q_OBJECT
public:
    explicit VersionsDialog(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void fill();
    void keep();
    void goBack();

    FilmDesk& m_desk;
    QList<FilmVersion> m_versions;
    QLineEdit* m_name = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_back = nullptr;
};

} // namespace dollygrip::ui
