#include "ui/player/timecodefield.h"

#include "ui/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

TimecodeField::TimecodeField(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    setToolTip(tr("Click to type a timecode: 12, 2:00, 00:00:02:12"));
    setAccessibleName(tr("Timecode"));
}

void TimecodeField::setRate(FrameRate rate, FrameIndex start)
{
    m_rate = rate;
    m_start = start;
    update();
}

void TimecodeField::setFrame(FrameIndex frame)
{
    if (frame == m_frame)
        return;
    m_frame = frame;
    update();
}

QString TimecodeField::text() const
{
    return QString::fromStdString(timecode(m_frame + m_start, m_rate));
}

QFont TimecodeField::figures() const
{
    QFont font = QApplication::font();
    font.setPixelSize(20);
    return font;
}

QSize TimecodeField::sizeHint() const
{
    const QFontMetrics metrics(figures());
    int digit = 0;
    for (char c = '0'; c <= '9'; ++c)
        digit = std::max(digit, metrics.horizontalAdvance(QLatin1Char(c)));
    return {8 * digit + 3 * metrics.horizontalAdvance(u':') + spacing(4), 28};
}

void TimecodeField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(figures());
    const QFontMetrics metrics(painter.font());
    int digit = 0;
    for (char c = '0'; c <= '9'; ++c)
        digit = std::max(digit, metrics.horizontalAdvance(QLatin1Char(c)));
    int x = spacing(2);
    bool isLeading = true;
    const QString shown = text();
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QChar c = shown[i];
        const bool isFigure = c.isDigit();
        const int width = isFigure ? digit : metrics.horizontalAdvance(c);
        // Zeros before the first real figure step back, the last four places never.
        if (isFigure && c != u'0')
            isLeading = false;
        const bool stepsBack = isLeading && i < shown.size() - 5;
        painter.setPen(stepsBack ? theme().disabled : theme().text);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignCenter, QString(c));
        x += width;
    }
}

void TimecodeField::mousePressEvent(QMouseEvent*)
{
    auto* field = new QLineEdit(text(), this);
    field->setFont(figures());
    field->setGeometry(rect());
    field->setFrame(false);
    field->selectAll();
    field->show();
    field->setFocus();
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        const auto typed = frameFromTimecode(field->text().toStdString(), m_rate);
        if (typed) {
            // A whole timecode counts as the film does; a short one from the film's start.
            const bool isWhole = field->text().count(u':') + field->text().count(u';') >= 3;
            Q_EMIT frameTyped(isWhole ? *typed - m_start : *typed);
        }
        field->clearFocus();
    });
    connect(field, &QLineEdit::editingFinished, field, &QObject::deleteLater);
}

} // namespace dollygrip::ui
