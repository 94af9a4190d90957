#pragma once

#include "core/interchange/movieexport.h"

#include <QDialog>

#include <optional>
#include <stop_token>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;

/// Asks how the film leaves the program and writes it in the pool while the window stays usable;
/// shows pictures done and time left, and cancels without leaving a file. Not modal. Main thread.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(FilmDesk& desk, QWidget* parent = nullptr);
    ~ExportDialog() override; ///< a running export is cancelled

    bool isExporting() const { return m_isExporting; }

protected:
    void reject() override; ///< Escape and Close hide while it works

private:
    void build();
    void suggestPath();
    void choosePath();
    std::optional<interchange::ExportSettings> settings() const;
    void start();
    void showProgress(const interchange::ExportProgress& progress);
    void finish(const Result<interchange::ExportReport>& result);
    void setWorking(bool working);

    FilmDesk& m_desk;
    QComboBox* m_format = nullptr;
    QComboBox* m_size = nullptr;
    QComboBox* m_what = nullptr;
    QCheckBox* m_timecode = nullptr;
    QCheckBox* m_shot = nullptr;
    QCheckBox* m_sound = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_cancel = nullptr;
    QString m_target;
    std::stop_source m_stop;
    bool m_isExporting = false;
};

} // namespace dollygrip::ui
