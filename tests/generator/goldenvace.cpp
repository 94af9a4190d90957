#include "core/conditioning/vaceinput.h"
#include "tests/generator/goldens.h"
#include "tests/generator/goldenvae.h"

#include <torch/torch.h>

#include <string>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {

void vaceConditioning(Golden& golden)
{
    VideoVAE vae = vaeOf(golden, vaeConfigOf(golden.config()), golden.weights());
    const conditioning::EncodeVideo encode = [&vae](const at::Tensor& video) {
        return vae->encode(video);
    };
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        conditioning::VacePictures pictures;
        pictures.video = golden.in(number, "video");
        golden.intermediate(number, "plain_latent",
                            conditioning::vaceFramesLatent(pictures, encode));
        pictures.mask = golden.in(number, "mask");
        const int64_t references = golden.caseAt(number).integerOr("refs", 0);
        for (int64_t reference = 0; reference < references; ++reference)
            pictures.references.push_back(golden.in(number, "ref" + std::to_string(reference)));
        const at::Tensor frames = conditioning::vaceFramesLatent(pictures, encode);
        golden.output(number, "frames_latent", frames);
        golden.output(number, "mask_latent",
                      conditioning::vaceMaskLatent(pictures.mask, references));
        golden.output(number, "context", conditioning::vaceContext(pictures, encode));
        if (golden.has(number, "out", "decoded_trimmed")) { // the half that is kept, decoded
            const at::Tensor kept = conditioning::withoutReferences(frames, references);
            golden.output(number, "decoded_trimmed", vae->decode(kept.narrow(0, 0, 16)));
        }
    }
}

void referenceCanvas(Golden& golden)
{
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        const at::Tensor bytes = golden.in(number, "image_u8"); // [height, width, 3]
        const at::Tensor picture =
            (bytes.permute({2, 0, 1}).to(at::kFloat).contiguous() / 255 - 0.5) / 0.5;
        const auto canvas = golden.caseAt(number).integers("canvas").value();
        golden.output(number, "ref",
                      conditioning::vaceReferenceCanvas(picture, canvas.at(0), canvas.at(1)));
    }
}

} // namespace goldens
