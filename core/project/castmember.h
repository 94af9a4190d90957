#pragma once

#include "core/project/ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace dollygrip {

/// Somebody or something that is to look the same in every shot: a person, an animal, a prop, a
/// place. A value like Shot.
struct CastMember {
    CastId id = CastId::create();
    QString name;            ///< as prompts write it, "Anna"; no two of a film have the same
    QString words;           ///< what every prompt says of them: "a woman of forty, red coat"
    quint64 seed = 0;        ///< where their shots' noise begins; 0: the shot's own
    QList<QString> pictures; ///< hashes of assets, the best one first
    QJsonObject unknown;

    bool operator==(const CastMember&) const = default;
};

} // namespace dollygrip
