#include "tests/support/randommodel.h"

namespace dollygrip::test {
namespace {

using generator::ClipConfig;
using generator::TextConfig;
using generator::TransformerConfig;
using generator::VaeConfig;

struct Size {
    std::int64_t dim, heads, layers, feedForward;
    std::vector<std::int64_t> controlLayers;
};

std::vector<std::int64_t> everyNth(std::int64_t layers, std::int64_t step)
{
    std::vector<std::int64_t> out;
    for (std::int64_t i = 0; i < layers; i += step)
        out.push_back(i);
    return out;
}

const Size kSmall{1536, 12, 30, 8960, everyNth(30, 2)};
const Size kLarge{5120, 40, 40, 13824, everyNth(40, 5)};
/// Heads of the published width, so that it can be told from the tensors alone.
const Size kTiny{256, 2, 4, 512, everyNth(4, 2)};

ModelRecipe published(const std::string& name, const std::string& kind,
                      const std::string& comfyName, const Size& size)
{
    ModelRecipe recipe{name, kind, comfyName, {}, {}, {}, {}};
    recipe.transformer.dim = size.dim;
    recipe.transformer.heads = size.heads;
    recipe.transformer.layers = size.layers;
    recipe.transformer.feedForward = size.feedForward;
    return recipe;
}

ModelRecipe tiny(ModelRecipe recipe)
{
    recipe.vae.dim = 8;
    recipe.text = TextConfig{1024, 64, 64, 128, 4, 2, 32, 128, false};
    recipe.transformer.textDim = recipe.text.dim;
    if (recipe.clip) {
        recipe.clip = ClipConfig{160, 3, 2, 320, 14, 257};
        recipe.transformer.imageDim = recipe.clip->dim;
        if (recipe.transformer.imagePositions > 0)
            recipe.transformer.imagePositions = 2 * recipe.clip->positions;
    }
    return recipe;
}

ModelRecipe withControl(ModelRecipe recipe, const Size& size)
{
    recipe.transformer.controlLayers = size.controlLayers;
    return recipe;
}

ModelRecipe withPicture(ModelRecipe recipe, std::int64_t channels)
{
    recipe.clip = ClipConfig{};
    recipe.transformer.imageDim = recipe.clip->dim;
    recipe.transformer.inChannels = channels;
    if (recipe.kind == "flf2v")
        recipe.transformer.imagePositions = 2 * recipe.clip->positions;
    return recipe;
}

ModelRecipe withReference(ModelRecipe recipe)
{
    recipe.transformer.referenceChannels = 16;
    return recipe;
}

ModelRecipe withCamera(ModelRecipe recipe)
{
    recipe.transformer.cameraChannels = 24 * 8 * 8;
    return recipe;
}

std::vector<ModelRecipe> recipes()
{
    return {
        tiny(published("tiny-t2v", "t2v", "wan2.1_t2v_tiny", kTiny)),
        tiny(withControl(published("tiny-vace", "vace", "wan2.1_vace_tiny", kTiny), kTiny)),
        tiny(withPicture(published("tiny-i2v", "i2v", "wan2.1_i2v_tiny", kTiny), 36)),
        tiny(withPicture(published("tiny-flf2v", "flf2v", "wan2.1_flf2v_tiny", kTiny), 36)),
        tiny(withReference(withPicture(
            published("tiny-fun-control", "i2v", "wan2.1_fun_control_tiny", kTiny), 48))),
        tiny(withCamera(
            withPicture(published("tiny-fun-camera", "i2v", "wan2.1_fun_camera_tiny", kTiny), 32))),
        published("wan2.1-t2v-1.3b", "t2v", "wan2.1_t2v_1.3B", kSmall),
        withControl(published("wan2.1-vace-1.3b", "vace", "wan2.1_vace_1.3B", kSmall), kSmall),
        withReference(withPicture(
            published("wan2.1-fun-control-1.3b", "i2v", "wan2.1_fun_control_1.3B", kSmall), 48)),
        withCamera(withPicture(
            published("wan2.1-fun-camera-1.3b", "i2v", "wan2.1_fun_camera_v1.1_1.3B", kSmall), 32)),
        published("wan2.1-t2v-14b", "t2v", "wan2.1_t2v_14B", kLarge),
        withPicture(published("wan2.1-i2v-14b", "i2v", "wan2.1_i2v_480p_14B", kLarge), 36),
        withPicture(published("wan2.1-flf2v-14b", "flf2v", "wan2.1_flf2v_720p_14B", kLarge), 36),
        withControl(published("wan2.1-vace-14b", "vace", "wan2.1_vace_14B", kLarge), kLarge),
    };
}

} // namespace

std::vector<std::string> recipeNames()
{
    std::vector<std::string> names;
    for (const ModelRecipe& recipe : recipes())
        names.push_back(recipe.name);
    return names;
}

std::optional<ModelRecipe> recipeNamed(const std::string& name)
{
    for (ModelRecipe& recipe : recipes())
        if (recipe.name == name)
            return std::move(recipe);
    return std::nullopt;
}

} // namespace dollygrip::test
