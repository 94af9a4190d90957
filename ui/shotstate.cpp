#include "ui/shotstate.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

ShotMark markOf(const Shot& shot, const TakeStore& takes)
{
    if (shot.circledTake) {
        if (const auto take = takes.take(*shot.circledTake))
            return take->quality == "draft"_L1 ? ShotMark::Draft : ShotMark::Take;
    }
    return shot.hasMove() ? ShotMark::Move : ShotMark::Still;
}

QString markText(ShotMark mark)
{
    switch (mark) {
    case ShotMark::Still: return QCoreApplication::translate("ShotMark", "Still");
    case ShotMark::Move: return QCoreApplication::translate("ShotMark", "Move");
    case ShotMark::Draft: return QCoreApplication::translate("ShotMark", "Draft");
    case ShotMark::Take: return QCoreApplication::translate("ShotMark", "Take");
    }
    return {};
}

QString shotSizeText(ShotSize size)
{
    switch (size) {
    case ShotSize::Unset: break;
    case ShotSize::ExtremeLong: return QCoreApplication::translate("ShotSize", "ELS");
    case ShotSize::Long: return QCoreApplication::translate("ShotSize", "LS");
    case ShotSize::Full: return QCoreApplication::translate("ShotSize", "FS");
    case ShotSize::MediumLong: return QCoreApplication::translate("ShotSize", "MLS");
    case ShotSize::Medium: return QCoreApplication::translate("ShotSize", "MS");
    case ShotSize::MediumCloseUp: return QCoreApplication::translate("ShotSize", "MCU");
    case ShotSize::CloseUp: return QCoreApplication::translate("ShotSize", "CU");
    case ShotSize::ExtremeCloseUp: return QCoreApplication::translate("ShotSize", "ECU");
    case ShotSize::Insert: return QCoreApplication::translate("ShotSize", "INSERT");
    }
    return {};
}

QString shotSizeName(ShotSize value)
{
    switch (value) {
    case ShotSize::Unset: return QCoreApplication::translate("ShotSize", "Not named");
    case ShotSize::ExtremeLong: return QCoreApplication::translate("ShotSize", "Extreme long shot");
    case ShotSize::Long: return QCoreApplication::translate("ShotSize", "Long shot");
    case ShotSize::Full: return QCoreApplication::translate("ShotSize", "Full shot");
    case ShotSize::MediumLong: return QCoreApplication::translate("ShotSize", "Medium long shot");
    case ShotSize::Medium: return QCoreApplication::translate("ShotSize", "Medium shot");
    case ShotSize::MediumCloseUp: return QCoreApplication::translate("ShotSize", "Medium close-up");
    case ShotSize::CloseUp: return QCoreApplication::translate("ShotSize", "Close-up");
    case ShotSize::ExtremeCloseUp:
        return QCoreApplication::translate("ShotSize", "Extreme close-up");
    case ShotSize::Insert: return QCoreApplication::translate("ShotSize", "Insert");
    }
    return {};
}

QString shotAngleName(ShotAngle value)
{
    switch (value) {
    case ShotAngle::Unset: return QCoreApplication::translate("ShotAngle", "Not named");
    case ShotAngle::EyeLevel: return QCoreApplication::translate("ShotAngle", "Eye level");
    case ShotAngle::High: return QCoreApplication::translate("ShotAngle", "High angle");
    case ShotAngle::Low: return QCoreApplication::translate("ShotAngle", "Low angle");
    case ShotAngle::Overhead: return QCoreApplication::translate("ShotAngle", "Overhead");
    case ShotAngle::Ground: return QCoreApplication::translate("ShotAngle", "From the ground");
    case ShotAngle::Dutch: return QCoreApplication::translate("ShotAngle", "Dutch angle");
    case ShotAngle::OverShoulder:
        return QCoreApplication::translate("ShotAngle", "Over the shoulder");
    case ShotAngle::PointOfView: return QCoreApplication::translate("ShotAngle", "Point of view");
    }
    return {};
}

QString shotAngleText(ShotAngle value)
{
    switch (value) {
    case ShotAngle::Unset: break;
    case ShotAngle::EyeLevel: return QCoreApplication::translate("ShotAngle", "eye");
    case ShotAngle::High: return QCoreApplication::translate("ShotAngle", "high");
    case ShotAngle::Low: return QCoreApplication::translate("ShotAngle", "low");
    case ShotAngle::Overhead: return QCoreApplication::translate("ShotAngle", "top");
    case ShotAngle::Ground: return QCoreApplication::translate("ShotAngle", "ground");
    case ShotAngle::Dutch: return QCoreApplication::translate("ShotAngle", "dutch");
    case ShotAngle::OverShoulder: return QCoreApplication::translate("ShotAngle", "OTS");
    case ShotAngle::PointOfView: return QCoreApplication::translate("ShotAngle", "POV");
    }
    return {};
}

QString shotStatusName(ShotStatus value)
{
    switch (value) {
    case ShotStatus::Unset: return QCoreApplication::translate("ShotStatus", "None");
    case ShotStatus::Idea: return QCoreApplication::translate("ShotStatus", "Idea");
    case ShotStatus::Rough: return QCoreApplication::translate("ShotStatus", "Rough");
    case ShotStatus::Clean: return QCoreApplication::translate("ShotStatus", "Clean");
    case ShotStatus::Approved: return QCoreApplication::translate("ShotStatus", "Approved");
    case ShotStatus::Revise: return QCoreApplication::translate("ShotStatus", "Revise");
    }
    return {};
}

const QList<ShotSize>& shotSizes()
{
    static const QList<ShotSize> all = {
        ShotSize::Unset,          ShotSize::ExtremeLong, ShotSize::Long,          ShotSize::Full,
        ShotSize::MediumLong,     ShotSize::Medium,      ShotSize::MediumCloseUp, ShotSize::CloseUp,
        ShotSize::ExtremeCloseUp, ShotSize::Insert};
    return all;
}

const QList<ShotAngle>& shotAngles()
{
    static const QList<ShotAngle> all = {
        ShotAngle::Unset, ShotAngle::EyeLevel,     ShotAngle::High,
        ShotAngle::Low,   ShotAngle::Overhead,     ShotAngle::Ground,
        ShotAngle::Dutch, ShotAngle::OverShoulder, ShotAngle::PointOfView};
    return all;
}

const QList<ShotStatus>& shotStatuses()
{
    static const QList<ShotStatus> all = {ShotStatus::Unset,    ShotStatus::Idea,
                                          ShotStatus::Rough,    ShotStatus::Clean,
                                          ShotStatus::Approved, ShotStatus::Revise};
    return all;
}

} // namespace dollygrip::ui
