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

} // namespace dollygrip::ui
