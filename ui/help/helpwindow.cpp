#include "ui/help/helpwindow.h"

#include "ui/actions.h"
#include "ui/help/helptext.h"
#include "ui/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kListWidth = 200;
constexpr QSize kSize(1080, 760);

/// Space to read in: Markdown comes without margins.
void setUp(QTextDocument& document)
{
    document.setDocumentMargin(spacing(6));
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        // A picture is a line too: more height would be a gap below it.
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        if (!cursor.currentTable()) {
            format.setTopMargin(level == 0 ? spacing(1) : spacing(level == 1 ? 0 : 6));
            format.setBottomMargin(level == 0 ? spacing(2) : spacing(2));
        }
        cursor.setBlockFormat(format);
        if (level > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setProperty(QTextFormat::FontPixelSize, level == 1 ? 22 : 15);
            letters.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(letters);
        }
    }
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellPadding(spacing(1));
            format.setCellSpacing(0);
            table->setFormat(format);
        }
    }
}

} // namespace

HelpWindow::HelpWindow(const Actions& actions, const QString& language, QWidget* parent)
    : QWidget(parent, Qt::Window), m_actions(actions), m_language(language)
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help"));
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Find in the help"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(m_search->placeholderText());
    m_pages = new QListWidget(this);
    m_pages->setAccessibleName(tr("Pages"));
    m_text = new QTextBrowser(this);
    m_text->setAccessibleName(tr("Text"));
    m_text->setOpenLinks(false);

    auto* left = new QVBoxLayout;
    left->setSpacing(spacing(2));
    left->addWidget(m_search);
    left->addWidget(m_pages);
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    across->setSpacing(spacing(2));
    across->addLayout(left);
    across->addWidget(m_text, 1);
    m_search->setFixedWidth(kListWidth);
    m_pages->setFixedWidth(kListWidth);
    resize(kSize);

    for (const QString& page : helpPages()) {
        auto* item = new QListWidgetItem(helpTitle(markdown(page)), m_pages);
        item->setData(Qt::UserRole, page);
        item->setSizeHint(QSize(0, kRowHeight));
    }
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!item)
            return;
        m_text->setMarkdown(markdown(item->data(Qt::UserRole).toString()));
        setUp(*m_text->document());
        m_text->moveCursor(QTextCursor::Start);
    });
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::find);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_text->find(m_search->text()); });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme().isEmpty())
            showPage(link.path());
        else
            QDesktopServices::openUrl(link);
    });
    m_pages->setCurrentRow(0);
}

QString HelpWindow::markdown(const QString& page) const
{
    return helpMarkdown(page, m_language, m_actions);
}

void HelpWindow::showPage(const QString& page)
{
    for (int row = 0; row < m_pages->count(); ++row) {
        if (m_pages->item(row)->data(Qt::UserRole).toString() != page)
            continue;
        m_search->clear();
        m_pages->setCurrentRow(row);
    }
}

QString HelpWindow::page() const
{
    const QListWidgetItem* item = m_pages->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::find(const QString& words)
{
    int first = -1;
    for (int row = 0; row < m_pages->count(); ++row) {
        QListWidgetItem* item = m_pages->item(row);
        const bool isHit =
            words.isEmpty()
            || markdown(item->data(Qt::UserRole).toString()).contains(words, Qt::CaseInsensitive);
        item->setHidden(!isHit);
        if (isHit && first < 0)
            first = row;
    }
    if (words.isEmpty() || first < 0)
        return;
    if (m_pages->currentItem() && m_pages->currentItem()->isHidden())
        m_pages->setCurrentRow(first);
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(words);
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dollygrip::ui
