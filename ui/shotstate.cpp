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

} // namespace dollygrip::ui
