#pragma once

#include "core/generator/denoising.h"
#include "core/generator/networks.h"
#include "core/generator/recipe.h"
#include "core/generator/reporter.h"

#include <stop_token>

namespace dollygrip::generator {

/// What the text encoder makes of the request's words: [words, textDim] float32 on the processor.
/// `negative` only where the recipe asks for it.
struct Embeddings {
    at::Tensor prompt;
    at::Tensor negative;
};

/// An empty negative prompt is the one that the models were published with. The encoder is read
/// layer by layer. Tells its progress as "reading". Errors: Cancelled, those of files,
/// ModelUnusable.
Result<Embeddings> embeddingsOf(const Request& request, const Model& model, const Recipe& recipe,
                                const Device& device, Reporter& reporter,
                                const std::stop_token& stop);

} // namespace dollygrip::generator
