#include "ui/inspector/cameramovename.h"

#include <QCoreApplication>

namespace dollygrip::ui {

namespace {

const char* sourceName(CameraMove move)
{
    switch (move) {
    case CameraMove::Static: return QT_TRANSLATE_NOOP("CameraMove", "Static");
    case CameraMove::PanRight: return QT_TRANSLATE_NOOP("CameraMove", "Pan right");
    case CameraMove::PanLeft: return QT_TRANSLATE_NOOP("CameraMove", "Pan left");
    case CameraMove::TiltUp: return QT_TRANSLATE_NOOP("CameraMove", "Tilt up");
    case CameraMove::TiltDown: return QT_TRANSLATE_NOOP("CameraMove", "Tilt down");
    case CameraMove::RollClockwise: return QT_TRANSLATE_NOOP("CameraMove", "Roll clockwise");
    case CameraMove::RollCounterclockwise:
        return QT_TRANSLATE_NOOP("CameraMove", "Roll counter-clockwise");
    case CameraMove::TruckRight: return QT_TRANSLATE_NOOP("CameraMove", "Truck right");
    case CameraMove::TruckLeft: return QT_TRANSLATE_NOOP("CameraMove", "Truck left");
    case CameraMove::PedestalUp: return QT_TRANSLATE_NOOP("CameraMove", "Pedestal up");
    case CameraMove::PedestalDown: return QT_TRANSLATE_NOOP("CameraMove", "Pedestal down");
    case CameraMove::DollyIn: return QT_TRANSLATE_NOOP("CameraMove", "Dolly in");
    case CameraMove::DollyOut: return QT_TRANSLATE_NOOP("CameraMove", "Dolly out");
    case CameraMove::ZoomIn: return QT_TRANSLATE_NOOP("CameraMove", "Zoom in");
    case CameraMove::ZoomOut: return QT_TRANSLATE_NOOP("CameraMove", "Zoom out");
    case CameraMove::DollyZoomIn: return QT_TRANSLATE_NOOP("CameraMove", "Dolly zoom in");
    case CameraMove::DollyZoomOut: return QT_TRANSLATE_NOOP("CameraMove", "Dolly zoom out");
    case CameraMove::CraneUp: return QT_TRANSLATE_NOOP("CameraMove", "Crane up");
    case CameraMove::CraneDown: return QT_TRANSLATE_NOOP("CameraMove", "Crane down");
    case CameraMove::OrbitRight: return QT_TRANSLATE_NOOP("CameraMove", "Orbit right");
    case CameraMove::OrbitLeft: return QT_TRANSLATE_NOOP("CameraMove", "Orbit left");
    case CameraMove::PushIn: return QT_TRANSLATE_NOOP("CameraMove", "Push in");
    case CameraMove::PullOut: return QT_TRANSLATE_NOOP("CameraMove", "Pull out");
    case CameraMove::WhipPanRight: return QT_TRANSLATE_NOOP("CameraMove", "Whip pan right");
    case CameraMove::WhipPanLeft: return QT_TRANSLATE_NOOP("CameraMove", "Whip pan left");
    case CameraMove::Handheld: return QT_TRANSLATE_NOOP("CameraMove", "Hand-held");
    }
    return "";
}

} // namespace

QString cameraMoveName(CameraMove move)
{
    return QCoreApplication::translate("CameraMove", sourceName(move));
}

} // namespace dollygrip::ui
