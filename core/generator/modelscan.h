#pragma once

#include "core/base/json.h"
#include "core/generator/modelfolder.h"
#include "core/generator/modelshapes.h"

#include <set>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// A file (or an index with its shards) that was found in a folder of models.
struct FoundFile {
    ModelFile file;     ///< with its role, naming, bytes, and its fault when it has one
    std::string folder; ///< that it lies in
    /// Words of its own name and of the folders between it and the one that was searched, that
    /// one's name in front; lower case.
    std::vector<std::string> words;
    Shapes shapes;     ///< by original names; of a LoRA by the file's
    Json config;       ///< of the `config.json` beside it; null when there is none
    double width = 0;  ///< bytes of a number, on the average
    std::string print; ///< what tells it from other files of its kind
    bool hasTokenizer = false;
};

struct ModelScan {
    std::string folder;           ///< absolute
    std::vector<FoundFile> files; ///< in the order of their paths
    std::vector<ModelFile> tokenizers;
};

/// Looks through a folder and the folders in it, a few levels deep, hidden ones left out. Files of
/// no network that is known here are passed over, unless their name claims that they are one.
/// Errors: FileNotFound, FileUnreadable.
Result<ModelScan> scanModels(const std::string& folder);

} // namespace dollygrip::generator
