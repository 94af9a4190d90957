#pragma once

#include "core/project/shot.h"

namespace dollygrip {

/// One heading of the script: a place and a time, its shots in order. A value like Shot.
struct Scene {
    SceneId id = SceneId::create();
    QString heading; ///< "INT. KITCHEN - NIGHT"
    QString text;    ///< script text under the heading
    QList<std::shared_ptr<const Shot>> shots;
    QJsonObject unknown;

    bool operator==(const Scene& other) const;
};

} // namespace dollygrip
