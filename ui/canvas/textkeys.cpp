#include "ui/canvas/textkeys.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kBlinkMs = 530;

bool ends(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Escape
           || ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
               && event.modifiers() & Qt::ControlModifier);
}

} // namespace

TextKeys::TextKeys(QWidget* parent) : QPlainTextEdit(parent)
{
    setObjectName(u"textOnPaper"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setStyleSheet(u"QPlainTextEdit { background: transparent; color: transparent; border: none;"
                  " selection-background-color: transparent; selection-color: transparent; }"_s);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setCursorWidth(0);
    setAccessibleName(tr("Text on the paper"));
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &TextKeys::changed);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TextKeys::changed);
    connect(this, &QPlainTextEdit::selectionChanged, this, &TextKeys::changed);
    connect(&m_blink, &QTimer::timeout, this, &TextKeys::blinked);
    m_blink.start(kBlinkMs);
}

QString TextKeys::shownText() const
{
    QString text = toPlainText();
    const QTextBlock block = textCursor().block();
    const QString composing = block.layout() ? block.layout()->preeditAreaText() : QString();
    if (!composing.isEmpty())
        text.insert(block.position() + block.layout()->preeditAreaPosition(), composing);
    return text.replace(u'\t', u"    "_s);
}

void TextKeys::keyPressEvent(QKeyEvent* event)
{
    if (ends(*event)) {
        Q_EMIT ended();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool TextKeys::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && ends(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void TextKeys::inputMethodEvent(QInputMethodEvent* event)
{
    QPlainTextEdit::inputMethodEvent(event);
    Q_EMIT changed();
}

} // namespace dollygrip::ui
