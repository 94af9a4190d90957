#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace dollygrip::ui {

/// Takes the keys while somebody types on the paper; itself unseen, the paper shows the letters.
/// Main thread.
class TextKeys : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextKeys(QWidget* parent);

    /// What is typed, with what an input method is still composing.
    QString shownText() const;

Q_SIGNALS:
    void changed(); ///< text, cursor or selection
    void ended();   ///< Escape, Ctrl+Return
    void blinked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    QTimer m_blink;
};

} // namespace dollygrip::ui
