#pragma once

#include "core/conditioning/steering.h"
#include "core/project/ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace dollygrip {

/// A change to a model's weights, by its file's name in the model folder.
struct ShotLora {
    QString file;
    double strength = 1.0; ///< -4…4
    bool operator==(const ShotLora&) const = default;
};

/// How networks shoot a shot. What is left at its default is chosen by the model or by what was
/// drawn; completion takes nothing from here.
struct Shooting {
    conditioning::ControlLook look = conditioning::ControlLook::Automatic;
    double strength = 1.0; ///< of what was drawn, 0…2
    bool givesFirstPanel = false;
    bool givesLastPanel = false;
    bool givesKeyPanels = false;
    bool whiteOnBlackLayout = false;
    conditioning::TrackMethod tracks = conditioning::TrackMethod::Automatic;
    double startSigma = 1.0; ///< dual clock, see conditioning::Steering; 0…1, 1: off
    double heldSigma = 1.0;  ///< 0…startSigma
    QString solver;          ///< generator::Sampling's word; empty: the model's own
    int steps = 0;           ///< 0…1000, 0: the model's
    double guidance = -1;    ///< up to 100; 1: without; negative: the model's
    double shift = 0;        ///< 0…100, 0: the model's
    QList<ShotLora> loras;
    QList<CastId> cast; ///< who is seen beside those whom the prompt names
    QJsonObject unknown;

    bool operator==(const Shooting&) const = default;
};

} // namespace dollygrip
