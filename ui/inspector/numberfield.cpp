#include "ui/inspector/numberfield.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

NumberField::NumberField(Options options, QWidget* parent)
    : QLineEdit(parent), m_options(std::move(options))
{
    setReadOnly(true);
    setAlignment(Qt::AlignRight);
    setCursor(Qt::SizeHorCursor);
    setContextMenuPolicy(Qt::NoContextMenu);
    setObjectName(u"numberField"_s);
    setMinimumWidth(72);
    setToolTip(tr("Drag sideways, or click and type. Double-click resets."));
    setValue(m_options.reset);
}

QString NumberField::shownText(double value) const
{
    if (m_options.format)
        return m_options.format(value);
    const QString number = locale().toString(value, 'f', m_options.decimals);
    return m_options.unit.isEmpty() ? number : number + u' ' + m_options.unit;
}

std::optional<double> NumberField::read(const QString& text) const
{
    const QString trimmed = text.trimmed();
    if (m_options.parse)
        if (const std::optional<double> value = m_options.parse(trimmed))
            return value;
    QString number = trimmed;
    if (!m_options.unit.isEmpty() && number.endsWith(m_options.unit, Qt::CaseInsensitive))
        number = number.chopped(m_options.unit.size()).trimmed();
    bool understood = false;
    double value = locale().toDouble(number, &understood);
    if (!understood)
        value = QLocale::c().toDouble(number, &understood);
    return understood && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void NumberField::setValue(double value)
{
    m_value = value;
    if (!m_isTyping)
        QLineEdit::setText(shownText(value));
}

void NumberField::change(double value)
{
    const double scale = std::pow(10.0, m_options.decimals);
    value = std::clamp(std::round(value * scale) / scale, m_options.minimum, m_options.maximum);
    if (value == m_value)
        return;
    setValue(value);
    Q_EMIT edited(value);
}

void NumberField::beginTyping()
{
    m_isTyping = true;
    setReadOnly(false);
    setCursor(Qt::IBeamCursor);
    selectAll();
}

void NumberField::endTyping(bool take)
{
    if (!m_isTyping)
        return;
    m_isTyping = false;
    const std::optional<double> value = take ? read(text()) : std::nullopt;
    setReadOnly(true);
    setCursor(Qt::SizeHorCursor);
    deselect();
    if (value)
        change(*value);
    QLineEdit::setText(shownText(m_value));
    Q_EMIT editFinished();
}

void NumberField::mousePressEvent(QMouseEvent* event)
{
    if (m_isTyping || event->button() != Qt::LeftButton) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    m_isPressed = true;
    m_isDragging = false;
    m_press = event->globalPosition().toPoint();
    m_pressValue = m_value;
    event->accept();
}

void NumberField::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        QLineEdit::mouseMoveEvent(event);
        return;
    }
    const int dx = event->globalPosition().toPoint().x() - m_press.x();
    if (!m_isDragging && std::abs(dx) < QGuiApplication::styleHints()->startDragDistance() / 2)
        return;
    m_isDragging = true;
    const double fine = event->modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 1.0;
    change(m_pressValue + dx / 4 * m_options.step * fine);
}

void NumberField::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        QLineEdit::mouseReleaseEvent(event);
        return;
    }
    m_isPressed = false;
    if (m_isDragging)
        Q_EMIT editFinished();
    else
        beginTyping();
    m_isDragging = false;
}

void NumberField::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    m_isPressed = false;
    endTyping(false);
    change(m_options.reset);
    Q_EMIT editFinished();
}

void NumberField::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore(); // scrolling past a form must not change it
        return;
    }
    change(m_value + (event->angleDelta().y() > 0 ? m_options.step : -m_options.step));
    Q_EMIT editFinished();
    event->accept();
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_isTyping) {
            endTyping(false);
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_isTyping ? endTyping(true) : beginTyping(); return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        endTyping(true);
        change(m_value + (event->key() == Qt::Key_Up ? m_options.step : -m_options.step));
        Q_EMIT editFinished();
        return;
    default: break;
    }
    if (!m_isTyping && !event->text().isEmpty()
        && (event->text().at(0).isDigit() || event->text() == "-"_L1))
        beginTyping();
    QLineEdit::keyPressEvent(event);
}

void NumberField::focusOutEvent(QFocusEvent* event)
{
    endTyping(true);
    QLineEdit::focusOutEvent(event);
}

} // namespace dollygrip::ui
