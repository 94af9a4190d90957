#pragma once

#include "core/generator/modelfolder.h"
#include "core/takes/takerequest.h"

#include <QString>

#include <vector>

namespace dollygrip {

/// Keys of the person's settings.
inline constexpr char kModelsFolderKey[] = "models/folder";
inline constexpr char kDraftModelKey[] = "models/draft"; ///< Model::id; empty: no network
inline constexpr char kFinalModelKey[] = "models/final";

/// Where models are looked for until somebody chooses: "Dollygrip/models" in the person's data.
QString defaultModelsFolder();

/// What the person chose in the window, for programs without one.
struct ModelSettings {
    QString folder; ///< never empty
    QString draft;
    QString final;
};
ModelSettings modelSettings();

/// The model of a folder by its id, its name or the beginning of one of them, case aside. Errors:
/// those of modelsIn() and Model::checkWhole(); ModelUnusable when there is none or several.
Result<ModelChoice> modelNamed(const QString& folder, const QString& name);

ModelChoice choiceOf(const generator::Model& model);

} // namespace dollygrip
