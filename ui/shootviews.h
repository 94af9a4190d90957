#pragma once

#include "core/generator/request.h"
#include "core/project/ids.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace dollygrip::ui {

class Actions;
class CastDialog;
class ConditioningView;
class FilmDesk;
class ShootChoices;

/// The commands around shooting and the windows that they open: cast, and what the network gets.
/// Main thread.
class ShootViews : public QObject {
    Q_OBJECT
public:
    ShootViews(FilmDesk& desk, ShootChoices& choices, Actions& actions, QWidget* window);

    /// A take of the current shot by the model that was chosen for this quality, from a new seed if
    /// that is wanted.
    void shoot(generator::Quality quality);

public Q_SLOTS:
    void showCast();
    void showConditioning(const std::optional<TakeId>& take);

private:
    void stopHere();
    void showStates();

    FilmDesk& m_desk;
    ShootChoices& m_choices;
    Actions& m_actions;
    QWidget* m_window;
    QPointer<CastDialog> m_cast;
    QPointer<ConditioningView> m_conditioning;
};

} // namespace dollygrip::ui
