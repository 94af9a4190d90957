#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace torch::nn {
class Module;
}

namespace dollygrip::generator {

/// A network's weights at home (a file's map, main memory), and brought to a GPU for a while. Going
/// home costs nothing: what lies there has stayed.
class PlacedWeights {
public:
    PlacedWeights() = default;
    /// The network is loaded; where its weights lie now is their home.
    explicit PlacedWeights(const torch::nn::Module& network);

    /// In which type a weight is held there.
    using TypeOf = std::function<at::ScalarType(const std::string& name)>;
    void bring(const at::Device& device, const TypeOf& typeOf);
    void goHome();
    bool isAway() const { return m_isAway; }
    std::uint64_t bytes() const;

private:
    struct Weight {
        std::string name;
        at::Tensor used; ///< the network's own parameter or buffer
        at::Tensor home;
    };
    std::vector<Weight> m_weights;
    bool m_isAway = false;
};

} // namespace dollygrip::generator
