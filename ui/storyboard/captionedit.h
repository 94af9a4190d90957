#pragma once

#include <QPlainTextEdit>

namespace dollygrip::ui {

/// A field that is written in place: Return takes, Shift+Return begins a line where lines are
/// allowed, Tab takes and goes on, Escape leaves it as it was. Main thread.
class CaptionEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    CaptionEdit(const QString& text, bool hasLines, QWidget* parent);

Q_SIGNALS:
    /// `step`: to the next (1) or previous (-1) board's field, or 0.
    void taken(const QString& text, int step);
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(int step);

    bool m_hasLines;
    bool m_isDone = false;
};

} // namespace dollygrip::ui
