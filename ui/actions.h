#pragma once

#include "core/geometry/camerapath.h"

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

namespace dollygrip::ui {

/// Every command of the window as one table: id, menu, text, key, one line of use, icon. Menus,
/// tool bar, tips and the command search are made from it; what a command does is connected by
/// WindowCommands. Main thread.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject* parent = nullptr);

    /// The command "play.toggle"; it must be in the table.
    QAction* at(const QString& id) const;
    /// The same, or null when there is none of that name.
    QAction* find(const QString& id) const { return m_byId.value(id); }
    /// All of them in the table's order.
    const QList<QAction*>& all() const { return m_all; }
    /// The commands of one menu ("film", "edit" …) in order; null stands for a separator.
    QList<QAction*> menu(const QString& name) const { return m_menus.value(name); }
    /// The name of a menu for people.
    static QString menuTitle(const QString& name);
    static QStringList menuNames();
    /// The command of a named camera move.
    QAction* cameraMove(CameraMove move) const;

private:
    QAction* add(const QString& id, const QString& menu, const QString& text);
    void addCameraMoves();

    QList<QAction*> m_all;
    QHash<QString, QAction*> m_byId;
    QHash<QString, QList<QAction*>> m_menus;
};

/// A tip: name, key, and one line of use.
QString actionTip(const QAction& action);

} // namespace dollygrip::ui
