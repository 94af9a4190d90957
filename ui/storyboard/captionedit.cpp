#include "ui/storyboard/captionedit.h"

#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

CaptionEdit::CaptionEdit(const QString& text, bool hasLines, QWidget* parent)
    : QPlainTextEdit(text, parent), m_hasLines(hasLines)
{
    setObjectName(u"captionEdit"_s);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(hasLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(hasLines ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    document()->setDocumentMargin(2);
    QFont small = font();
    small.setPixelSize(12);
    setFont(small);
    selectAll();
}

bool CaptionEdit::event(QEvent* event)
{
    // Letters, Tab and Escape are typing here, whatever command has them as its key.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            keyPressEvent(key);
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CaptionEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Tab: take(1); return;
    case Qt::Key_Backtab: take(-1); return;
    case Qt::Key_Escape:
        m_isDone = true;
        Q_EMIT left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hasLines && (event->modifiers() & Qt::ShiftModifier))
            break;
        take(0);
        return;
    default: break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CaptionEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        take(0);
}

void CaptionEdit::take(int step)
{
    if (m_isDone)
        return;
    m_isDone = true;
    Q_EMIT taken(toPlainText().trimmed(), step);
}

} // namespace dollygrip::ui
