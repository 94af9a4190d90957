#pragma once

#include "core/takes/takereport.h"

#include <QList>

namespace dollygrip::ui {

/// "1.2 % off on a way of 23 % · steady 97 % · alike 81 %", "drawn motion not found"; empty when
/// nothing was measured.
QString scoreText(const TakeScore& score);

enum class TakeOrder { Newest, Motion, Steadiness, Likeness, Model, Seconds };
/// The best first; what was not measured comes last. Equal ones: the newest first.
void sortTakes(QList<Take>& takes, TakeOrder order);

} // namespace dollygrip::ui
