#include "core/generator/picturefeatures.h"

#include "core/generator/checkpoint.h"
#include "core/generator/nn/clipencoder.h"

#include <ATen/ATen.h>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kPositions = 257; // of ViT-H/14 at 224 pixels

} // namespace

Result<at::Tensor> pictureFeatures(const Model& model, const std::vector<at::Tensor>& pictures,
                                   const Device& device, const std::function<void()>& keepGoing)
{
    const std::int64_t width = model.transformer.imageDim;
    const ModelFile* file = model.file(FileRole::ClipEncoder);
    if (!file)
        return at::zeros({1, kPositions * std::int64_t(pictures.size()), width},
                         at::TensorOptions(device.device));
    const auto files = TensorFiles::openNamed(file->path);
    if (!files)
        return files.error();
    const auto config =
        clipConfigFromShapes([&](const std::string& name) { return files->shapeOf(name); });
    if (!config || config->dim != width)
        return Error{ErrorCode::ModelMixed, file->path, "not the picture encoder of this model"};
    const TensorSource weights = tensorSource(*files, at::kFloat);
    std::vector<at::Tensor> features;
    for (const at::Tensor& picture : pictures)
        features.push_back(
            encodeClipStreamed(*config, clipPixels(picture.unsqueeze(0), *config).to(device.device),
                               weights, at::kFloat, [&] {
                                   keepGoing();
                                   return true;
                               }));
    return at::cat(features, 1);
}

} // namespace dollygrip::generator
