#pragma once

#include "core/project/shot.h"

#include <QListWidget>

namespace dollygrip::ui {

/// The regions of a shot: eye, colour, name, what they do. A name is changed in place (double click
/// or F2), rows are dragged into another order. Tells what is wanted and changes nothing itself.
/// Main thread.
class RegionList : public QListWidget {
    Q_OBJECT
public:
    explicit RegionList(QWidget* parent = nullptr);

    void show(const Shot& shot, const std::optional<RegionId>& selected);
    void clearAll();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const RegionId& region);
    void eyeClicked(const RegionId& region);
    void colourClicked(const RegionId& region, const QPoint& global);
    void renamed(const RegionId& region, const QString& name);
    void orderWanted(const QList<RegionId>& order);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    std::optional<RegionId> regionOf(const QListWidgetItem* item) const;

    bool m_isShowing = false;
};

} // namespace dollygrip::ui
