#include "core/generator/nn/vaeconfig.h"

#include <cstddef>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr std::size_t kConvolution = 5; // axes of a 3-D convolution's weight

/// Reads the encoder's layers in their order; a resampler ends a level.
class LevelReader {
public:
    LevelReader(const ShapeOf& shapeOf, VaeConfig& config) : m_shapeOf(shapeOf), m_config(config) {}

    bool read()
    {
        for (std::int64_t layer = 0; readLayer("encoder.downsamples." + std::to_string(layer));
             ++layer)
            continue;
        endLevel();
        return m_isSound && m_config.dimMult.size() > 1
               && m_config.temporalDownsample.size() + 1 == m_config.dimMult.size();
    }

private:
    bool readLayer(const std::string& name)
    {
        const auto residual = m_shapeOf(name + ".residual.6.weight");
        if (residual.size() == kConvolution) {
            m_channels = residual[0];
            ++m_blocks;
        } else if (!m_shapeOf(name + ".to_qkv.weight").empty()) {
            auto& scales = m_config.attentionScales;
            if (scales.empty() || scales.back() != m_scale)
                scales.push_back(m_scale);
        } else if (!m_shapeOf(name + ".resample.1.weight").empty()) {
            endLevel();
            m_config.temporalDownsample.push_back(!m_shapeOf(name + ".time_conv.weight").empty());
            m_scale /= 2;
        } else {
            return false;
        }
        return true;
    }

    void endLevel()
    {
        const bool isFirst = m_config.dimMult.empty();
        m_isSound = m_isSound && m_blocks > 0 && m_channels % m_config.dim == 0
                    && (isFirst || m_blocks == m_config.resBlocks);
        m_config.dimMult.push_back(m_channels / m_config.dim);
        m_config.resBlocks = m_blocks;
        m_blocks = 0;
    }

    const ShapeOf& m_shapeOf;
    VaeConfig& m_config;
    std::int64_t m_channels = 0;
    std::int64_t m_blocks = 0;
    double m_scale = 1;
    bool m_isSound = true;
};

} // namespace

std::optional<VaeConfig> vaeConfigFromShapes(const ShapeOf& shapeOf)
{
    const auto first = shapeOf("encoder.conv1.weight");
    const auto second = shapeOf("conv2.weight");
    if (first.size() != kConvolution || second.size() != kConvolution || first[0] <= 0)
        return std::nullopt;
    VaeConfig config;
    config.dim = first[0];
    config.zDim = second[0];
    config.dimMult.clear();
    config.temporalDownsample.clear();
    if (!LevelReader(shapeOf, config).read())
        return std::nullopt;
    return config;
}

} // namespace dollygrip::generator
