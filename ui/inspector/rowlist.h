#pragma once

#include <QListWidget>

namespace dollygrip::ui {

/// A list as tall as its rows. A row has a mark or an icon, a name, and a quiet word at its end.
class RowList : public QListWidget {
    Q_OBJECT
public:
    enum class Mark { None, Subject, Still };

    explicit RowList(int mostRows, QWidget* parent = nullptr);

    QListWidgetItem* addRow(const QString& name, const QString& detail, const QIcon& icon = {});
    QListWidgetItem* addRow(const QString& name, const QString& detail, Mark mark);

    static QString name(const QListWidgetItem& item);
    static QString detail(const QListWidgetItem& item);

Q_SIGNALS:
    void iconClicked(int row);

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    int m_mostRows;
};

} // namespace dollygrip::ui
