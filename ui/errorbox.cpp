#include "ui/errorbox.h"

#include "core/project/errortext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kWidest = 720;

} // namespace

ErrorBox::ErrorBox(QWidget* parent) : QFrame(parent)
{
    setObjectName(u"errorBox"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(3), spacing(2), spacing(2), spacing(2));
    row->setSpacing(spacing(3));
    m_mark = new QLabel;
    m_mark->setFixedWidth(3);
    row->addWidget(m_mark);
    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(1));
    m_sentence = new QLabel;
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_advice = new QLabel;
    m_advice->setWordWrap(true);
    m_advice->setProperty("role", u"secondary"_s);
    m_details = new QPlainTextEdit;
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(72);
    m_details->hide();
    column->addWidget(m_sentence);
    column->addWidget(m_advice);
    column->addWidget(m_details);
    row->addLayout(column, 1);
    m_more = new QLabel;
    m_more->setProperty("role", u"small"_s);
    row->addWidget(m_more, 0, Qt::AlignTop);
    const auto button = [&](const QString& text) {
        auto* made = new QToolButton;
        made->setText(text);
        made->setFocusPolicy(Qt::NoFocus);
        row->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    m_unfold = button(tr("Details"));
    m_unfold->setCheckable(true);
    m_copy = button(tr("Copy"));
    QToolButton* close = button({});
    close->setObjectName(u"errorClose"_s);
    close->setIcon(themedIcon(u"cancel"_s));
    close->setToolTip(tr("Close"));
    connect(m_unfold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_details->setVisible(isOpen);
        place();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (m_messages.isEmpty())
            return;
        const Message& message = m_messages.first();
        QApplication::clipboard()->setText(message.sentence + u'\n' + message.advice + u'\n'
                                           + message.details);
    });
    connect(close, &QToolButton::clicked, this, &ErrorBox::dismiss);
    parent->installEventFilter(this);
    hide();
}

void ErrorBox::show(const Error& error)
{
    const ErrorText text = errorText(error);
    QString details = QString::fromUtf8(errorName(error.code));
    if (!error.subject.empty())
        details += u"\n"_s + QString::fromStdString(error.subject);
    if (!error.detail.empty())
        details += u"\n"_s + QString::fromStdString(error.detail);
    add({text.sentence, text.advice, details, true});
}

void ErrorBox::showNotice(const QString& sentence, const QString& advice)
{
    add({sentence, advice, {}, false});
}

QString ErrorBox::sentence() const
{
    return m_messages.isEmpty() ? QString() : m_messages.first().sentence;
}

void ErrorBox::add(const Message& message)
{
    // The same again and again is said once.
    if (!m_messages.contains(message))
        m_messages.append(message);
    fill();
}

void ErrorBox::dismiss()
{
    if (!m_messages.isEmpty())
        m_messages.removeFirst();
    fill();
}

void ErrorBox::fill()
{
    if (m_messages.isEmpty()) {
        hide();
        return;
    }
    const Message& message = m_messages.first();
    const Theme& t = theme();
    m_sentence->setText(message.sentence);
    m_advice->setText(message.advice);
    m_advice->setVisible(!message.advice.isEmpty());
    m_details->setPlainText(message.details);
    m_unfold->setChecked(false);
    m_details->hide();
    m_unfold->setVisible(!message.details.isEmpty());
    m_copy->setVisible(message.isAlert);
    m_more->setText(tr("%n more", nullptr, int(m_messages.size()) - 1));
    m_more->setVisible(m_messages.size() > 1);
    m_mark->setStyleSheet(u"background: %1;"_s.arg((message.isAlert ? t.alert : t.camera).name()));
    setStyleSheet(u"#errorBox { background: %1; border: 1px solid %2; border-radius: 4px; }"_s.arg(
        t.raised.name(), t.line.name()));
    QFrame::show();
    raise();
    place();
}

void ErrorBox::place()
{
    const QWidget* over = parentWidget();
    const int width = std::min(kWidest, over->width() - spacing(6));
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry((over->width() - width) / 2, spacing(3), width, height);
}

bool ErrorBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace dollygrip::ui
