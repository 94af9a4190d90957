#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace dollygrip::ui {

class Actions;

/// The help beside the work: pages on the left, text and pictures on the right, a search over all
/// of it. Not modal; keeps nothing. Main thread.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    /// `language`: "de" … of its texts; what a language does not have is shown in English.
    HelpWindow(const Actions& actions, const QString& language, QWidget* parent = nullptr);

    void showPage(const QString& page);
    QString page() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(const QString& words);
    QString markdown(const QString& page) const;

    const Actions& m_actions;
    QString m_language;
    QLineEdit* m_search = nullptr;
    QListWidget* m_pages = nullptr;
    QTextBrowser* m_text = nullptr;
};

} // namespace dollygrip::ui
