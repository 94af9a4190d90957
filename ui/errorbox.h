#pragma once

#include "core/base/error.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace dollygrip::ui {

/// Says what failed, why and what to do, as a bar over the top of its parent. It stays until it is
/// read and never stands in the way of drawing. Several wait for each other. Main thread.
class ErrorBox : public QFrame {
    Q_OBJECT
public:
    explicit ErrorBox(QWidget* parent);

    void show(const Error& error);
    /// Something to know that is no failure.
    void showNotice(const QString& sentence, const QString& advice = {});
    QString sentence() const;

public Q_SLOTS:
    /// The next one, or away.
    void dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Message {
        QString sentence;
        QString advice;
        QString details;
        bool isAlert = true;
        bool operator==(const Message&) const = default;
    };
    void add(const Message& message);
    void fill();
    void place();

    QList<Message> m_messages;
    QLabel* m_mark = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_more = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QToolButton* m_unfold = nullptr;
    QToolButton* m_copy = nullptr;
};

} // namespace dollygrip::ui
