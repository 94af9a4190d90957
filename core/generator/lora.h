#pragma once

#include "core/base/error.h"
#include "core/generator/request.h"
#include "core/generator/storedtensor.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace torch::nn {
class Module;
}

namespace dollygrip::generator {

/// What became of one LoRA file's tensors.
struct LoraReport {
    std::string path;
    std::size_t changed = 0;        ///< weights of the networks
    std::vector<std::string> unfit; ///< the file's names: no weight of the networks is so called
    std::vector<std::string> wrongShape; ///< the file's names: the weight has another shape

    bool isWhole() const { return unfit.empty() && wrongShape.empty(); }
    /// "no weight for: a, b and 3 more; another shape: c". Empty when whole.
    std::string summary() const;
};

/// Small changes to networks' weights (LoRA), of one file or several at strengths of their own.
/// Names as kohya, diffusers or the original have them; of each weight a product of two narrow
/// matrices scaled by alpha / rank, or a difference (`.diff`, `.diff_b`, `.diff_m`).
///
/// They are added in float32 and rounded once to the weight's type: on the way in, as
/// Loading::addition, or to networks that are loaded. To take them off, load the changed weights
/// again (Loading::only); subtracting would leave the rounding behind.
class Loras {
public:
    /// Of the networks' weights by their original names; a network with more parts than the LoRA
    /// was made for (a control branch) keeps those as they are.
    using Shapes = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

    /// Errors of TensorFiles::open; ModelUnusable for a file that is no LoRA, is incomplete, or of
    /// a kind that is not known (DoRA, LoKr); ModelMixed for one that changes nothing here.
    static Result<Loras> open(const std::vector<LoraUse>& uses, const Shapes& weights);

    /// By use.
    const std::vector<LoraReport>& reports() const { return m_reports; }
    /// The weights that are changed.
    std::vector<std::string> changed() const;
    /// float32 of the weight's shape; undefined when nothing changes it.
    at::Tensor additionTo(std::string_view weight) const;

private:
    struct Change {
        StoredTensor down; ///< of a difference: not used
        StoredTensor up;   ///< of a difference: the whole
        bool isDifference = false;
        double scale = 1; ///< strength, and alpha / rank
    };
    Result<LoraReport> add(const LoraUse& use, const Shapes& weights);

    std::map<std::string, std::vector<Change>, std::less<>> m_changes;
    Shapes m_shapes;
    std::vector<LoraReport> m_reports;
};

/// Of all parameters, by name.
Loras::Shapes shapesOf(const std::vector<torch::nn::Module*>& networks);

/// Adds them to networks that are loaded. A changed weight gets memory of its own.
void addTo(const std::vector<torch::nn::Module*>& networks, const Loras& loras);

} // namespace dollygrip::generator
