#pragma once

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace dollygrip::ui {

/// The words of a shot: names of the film's cast are marked in them, and offered while one types.
/// Main thread.
class PromptField : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptField(QWidget* parent = nullptr);
    ~PromptField() override;

    /// Names that are known, in the order of the cast.
    void setNames(const QStringList& names);
    /// Where known names stand in a text: start and length, longer names before shorter ones.
    static QList<std::pair<int, int>> namesIn(const QString& text, const QStringList& names);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Marker;

    QString wordBeforeCursor() const;
    void offer();
    void take(const QString& name);

    Marker* m_marker = nullptr;
    QStringListModel* m_names = nullptr;
    QCompleter* m_completer = nullptr;
};

} // namespace dollygrip::ui
