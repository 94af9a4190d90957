#include "ui/inspector/promptfield.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QSyntaxHighlighter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr qsizetype kLettersBeforeOffer = 2;

} // namespace

class PromptField::Marker : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    QStringList names;

protected:
    void highlightBlock(const QString& text) override
    {
        QTextCharFormat format;
        format.setForeground(theme().camera);
        format.setFontWeight(QFont::DemiBold);
        for (const auto& [start, length] : namesIn(text, names))
            setFormat(start, length, format);
    }
};

PromptField::PromptField(QWidget* parent)
    : QPlainTextEdit(parent), m_marker(new Marker(document())), m_names(new QStringListModel(this)),
      m_completer(new QCompleter(m_names, this))
{
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            &PromptField::take);
}

PromptField::~PromptField() = default;

void PromptField::setNames(const QStringList& names)
{
    if (names == m_marker->names)
        return;
    m_marker->names = names;
    m_names->setStringList(names);
    // Marking is no change of the text: nobody hears of it.
    const QSignalBlocker blocker(this);
    m_marker->rehighlight();
}

QList<std::pair<int, int>> PromptField::namesIn(const QString& text, const QStringList& names)
{
    QStringList longestFirst = names;
    std::stable_sort(longestFirst.begin(), longestFirst.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QList<std::pair<int, int>> found;
    for (const QString& name : std::as_const(longestFirst)) {
        if (name.trimmed().isEmpty())
            continue;
        QStringList words = name.simplified().split(u' ');
        for (QString& word : words)
            word = QRegularExpression::escape(word);
        const QRegularExpression pattern(
            uR"((?<![\p{L}\p{N}\p{M}_])(?<![\p{L}\p{N}]-)%1(?![\p{L}\p{N}\p{M}_]|-[\p{L}\p{N}]))"_s
                .arg(words.join(uR"(\s+)"_s)),
            QRegularExpression::UseUnicodePropertiesOption
                | QRegularExpression::CaseInsensitiveOption);
        auto match = pattern.globalMatch(text);
        while (match.hasNext()) {
            const auto one = match.next();
            const int start = int(one.capturedStart());
            const int length = int(one.capturedLength());
            const bool isTaken =
                std::any_of(found.begin(), found.end(), [&](const std::pair<int, int>& other) {
                    return start < other.first + other.second && other.first < start + length;
                });
            if (!isTaken)
                found.append({start, length});
        }
    }
    return found;
}

QString PromptField::wordBeforeCursor() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    qsizetype start = line.size();
    while (start > 0 && (line[start - 1].isLetterOrNumber() || line[start - 1] == u'-'))
        --start;
    return line.mid(start);
}

void PromptField::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
        case Qt::Key_Escape: event->ignore(); return; // the completer's
        default: break;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        offer();
}

void PromptField::offer()
{
    const QString word = wordBeforeCursor();
    m_completer->setCompletionPrefix(word);
    const bool isUseful =
        word.size() >= kLettersBeforeOffer && m_completer->completionCount() > 0
        && m_completer->currentCompletion().compare(word, Qt::CaseInsensitive) != 0;
    if (!isUseful) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0)
                   + m_completer->popup()->verticalScrollBar()->sizeHint().width() + spacing(6));
    m_completer->complete(place);
}

void PromptField::take(const QString& name)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordBeforeCursor().size()));
    cursor.insertText(name);
    setTextCursor(cursor);
}

void PromptField::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_marker) {
        const QSignalBlocker blocker(this);
        m_marker->rehighlight(); // its colour is the theme's
    }
}

} // namespace dollygrip::ui
