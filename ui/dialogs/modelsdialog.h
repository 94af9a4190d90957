#pragma once

#include "core/generator/modelfolder.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace dollygrip::ui {

class Settings;

/// What lies in the folder of video models: whether each is whole, what it takes, the memory that
/// it needs against what is free, and which files to get; which one shoots drafts and finals. The
/// folder is looked through in the pool. Main thread.
class ModelsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ModelsDialog(Settings& settings, QWidget* parent = nullptr);

    QString folder() const;
    /// Looks there from now on.
    void setFolder(const QString& folder);

Q_SIGNALS:
    /// Another folder, or another model for drafts or finals, stands in the settings.
    void chosen();
    /// The folder was looked through.
    void searched();

private:
    void build();
    void search();
    void showModels(std::vector<generator::Model> models);
    void showFailure(const Error& error);
    void fillList();
    void showCurrent();
    void use(const char* key, bool isOn);
    void askFolder();
    void copyWanted() const;
    const generator::Model* current() const;
    std::vector<generator::WantedFile> wanted() const;

    Settings& m_settings;
    std::vector<generator::Model> m_models;
    int m_search = 0; ///< of the running one; an older one's result is let go
    QLabel* m_folder = nullptr;
    QListWidget* m_list = nullptr;
    QTextBrowser* m_details = nullptr;
    QPushButton* m_draft = nullptr;
    QPushButton* m_final = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace dollygrip::ui
