#pragma once

#include <QLineEdit>

#include <functional>
#include <optional>

namespace dollygrip::ui {

/// A number that can be dragged sideways, typed with units, stepped by wheel and arrow keys and
/// reset by a double click. Shows its unit; while it is typed in it takes arithmetic-free plain
/// numbers or what its parser understands ("2 s", "00:02:00", "35mm", "1.2m"). Main thread.
class NumberField : public QLineEdit {
    Q_OBJECT
public:
    struct Options {
        double minimum = 0;
        double maximum = 100;
        double step = 1; ///< a wheel notch, an arrow key, 4 px of dragging
        int decimals = 0;
        QString unit;     ///< shown behind the number
        double reset = 0; ///< what a double click goes back to
        /// Own reading of typed text (before the plain number with the unit); nothing: not
        /// understood.
        std::function<std::optional<double>(const QString&)> parse;
        /// Own way of showing; empty: number and unit.
        std::function<QString(double)> format;
    };

    explicit NumberField(Options options, QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows a value without telling anybody.
    void setValue(double value);
    void setReset(double value) { m_options.reset = value; }

Q_SIGNALS:
    /// The person changed it. While dragging this comes often; editFinished() ends the run.
    void edited(double value);
    void editFinished();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void beginTyping();
    void endTyping(bool take);
    void change(double value);
    QString shownText(double value) const;
    std::optional<double> read(const QString& text) const;

    Options m_options;
    double m_value = 0;
    double m_pressValue = 0;
    QPoint m_press;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isTyping = false;
};

} // namespace dollygrip::ui
