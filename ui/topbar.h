#pragma once

#include "core/generator/request.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QMenuBar;
class QPushButton;

namespace dollygrip::ui {

class Actions;
class FilmDesk;
class PlaceLabel;
class Settings;

/// The top of the window: menus, where one is in the film, workspaces, quality and Shoot. Main
/// thread.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* parent = nullptr);

    QMenuBar* menuBar() const { return m_menus; }
    generator::Quality quality() const;
    /// The film's title, or the name of its file.
    QString filmName() const;

Q_SIGNALS:
    void recentChosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildMenus(Actions& actions);
    void showPlace();
    void fillRecent(QMenu* menu);

    FilmDesk& m_desk;
    Settings& m_settings;
    QMenuBar* m_menus = nullptr;
    PlaceLabel* m_place = nullptr;
    QComboBox* m_quality = nullptr;
    QPushButton* m_shoot = nullptr;
};

} // namespace dollygrip::ui
