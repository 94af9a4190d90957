#pragma once

#include <QAction>
#include <QFrame>
#include <QIcon>

class QLineEdit;
class QTreeWidget;

namespace dollygrip::ui {

/// All commands under a few typed letters; Enter does the chosen one. A popup. Main thread.
class CommandSearch : public QFrame {
    Q_OBJECT
public:
    CommandSearch(const QList<QAction*>& actions, QWidget* parent);

    /// Opens it over the middle of its parent.
    void popUp();
    /// The commands that all words of `text` are in, best first. A word may be in the name, the
    /// line of use or the key.
    static QList<QAction*> matching(const QList<QAction*>& actions, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void takeChosen();

    QList<QAction*> m_actions;
    QLineEdit* m_field = nullptr;
    QTreeWidget* m_list = nullptr;
    QIcon m_noIcon;
};

} // namespace dollygrip::ui
