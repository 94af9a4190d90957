#include "core/generator/videoshoot.h"

#include "core/base/log.h"
#include "core/generator/denoising.h"
#include "core/generator/filmframes.h"
#include "core/generator/nn/latentpreview.h"
#include "core/generator/picturefeatures.h"
#include "core/generator/recipe.h"
#include "core/generator/reporter.h"
#include "core/generator/shotsignals.h"
#include "core/generator/shotwords.h"
#include "core/generator/windowinput.h"

#include <torch/torch.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace dollygrip::generator {
namespace {

using conditioning::ControlLook;

constexpr std::int64_t kLatentCell = 8; // pixels

const Error kCancelled{ErrorCode::Cancelled, {}, {}};

/// Encoding shows when numbers are rounded; a GPU would by itself.
class ExactConvolutions {
public:
    ExactConvolutions() : m_before(at::globalContext().allowTF32CuDNN())
    {
        at::globalContext().setAllowTF32CuDNN(false);
    }
    ~ExactConvolutions() { at::globalContext().setAllowTF32CuDNN(m_before); }
    ExactConvolutions(const ExactConvolutions&) = delete;
    ExactConvolutions& operator=(const ExactConvolutions&) = delete;

private:
    bool m_before;
};

Result<Model> modelOf(const Request& request)
{
    if (request.modelFolder.empty())
        return Error{ErrorCode::ModelUnusable, request.model, "no model folder is chosen"};
    const auto models = modelsIn(request.modelFolder);
    if (!models)
        return models.error();
    const auto found = std::find_if(models->begin(), models->end(),
                                    [&](const Model& model) { return model.id == request.model; });
    if (found == models->end())
        return Error{ErrorCode::ModelUnusable, request.model,
                     "not found in " + request.modelFolder};
    if (const auto whole = found->checkWhole(); !whole)
        return whole.error();
    return *found;
}

/// What networks may know of the window before.
FrameIndex overlapOf(const Model& model)
{
    switch (model.family) {
    case ModelFamily::TextToVideo:
    case ModelFamily::Vace: return defaultOverlap(model.frames);
    case ModelFamily::ImageToVideo:
    case ModelFamily::FirstLastToVideo:
    case ModelFamily::FunControl:
    case ModelFamily::FunCamera: break; // one picture to start from
    }
    return 1;
}

/// A whole shot's steering as one of its windows has it: only its ends are the shot's.
conditioning::Steering steeringOf(const conditioning::Steering& steering, const Window& window,
                                  FrameIndex frames)
{
    conditioning::Steering part = steering;
    part.givesFirstPanel = steering.givesFirstPanel && window.frames.first == 0;
    part.givesLastPanel = steering.givesLastPanel && window.frames.end == frames;
    return part;
}

/// One job.
class Shoot {
public:
    Shoot(const Request& request, const Hooks& hooks, const std::stop_token& stop,
          Networks& networks)
        : m_request(request), m_hooks(hooks), m_stop(stop), m_networks(networks), m_reporter(hooks)
    {
    }

    Result<Summary> run(const Device& device, std::uint64_t memoryLimit);

private:
    Result<void> prepare(const Device& device, std::uint64_t memoryLimit);
    Result<void> checkRoom(const Device& device, std::uint64_t memoryLimit);
    Result<void> look();
    bool needsCompletion() const;
    Result<void> shootWindow(std::size_t index);
    Result<at::Tensor> latentOf(std::size_t index);
    Result<WindowInput> inputOf(std::size_t index);
    Result<NetworkInput> encoded(const WindowInput& input);
    Result<ShotWords> words(const WindowInput& input, Denoiser& denoiser);
    Result<at::Tensor> sampled(std::size_t index, const WindowInput& input,
                               const NetworkInput& given);
    Image previewOf(const at::Tensor& clean);
    Result<void> decode(const at::Tensor& latent, std::size_t index);
    void keepGoing() const;

    const Request& m_request;
    const Hooks& m_hooks;
    const std::stop_token& m_stop;
    Networks& m_networks;
    Reporter m_reporter;
    Model m_model;
    Recipe m_recipe;
    ShotGrid m_grid;
    std::vector<Window> m_windows;
    conditioning::ChosenLook m_look;
    std::optional<ShotSignals> m_signals;
    Embeddings m_embeddings;
    std::optional<FilmFrames> m_film;
    int m_steps = 0; ///< of one window
    int m_stepsDone = 0;
    bool m_stopsHere = false;
};

void Shoot::keepGoing() const
{
    if (m_stop.stop_requested())
        throw Stopped();
}

Result<void> Shoot::prepare(const Device& device, std::uint64_t memoryLimit)
{
    const auto model = modelOf(m_request);
    if (!model)
        return model.error();
    m_model = *model;
    const auto recipe = recipeFor(m_request, m_model);
    if (!recipe)
        return recipe.error();
    m_recipe = *recipe;
    m_steps = stepsOf(m_recipe, m_request.steering.startSigma);
    m_grid = shotGrid(m_request, m_model);
    m_windows = windowsOf(m_grid.frames, m_model.frames, overlapOf(m_model));
    if (!m_request.wantsOnlyConditioning)
        if (const auto fits = checkRoom(device, memoryLimit); !fits)
            return fits.error();
    m_signals.emplace(m_request, m_grid);
    m_film.emplace(m_grid, m_request.width, m_request.height, m_hooks.onFrames);
    return look();
}

/// Refuses before the work begins; says whether networks have to take turns on the device.
Result<void> Shoot::checkRoom(const Device& device, std::uint64_t memoryLimit)
{
    MachineFacts machine = factsOf(device, memoryLimit);
    machine.gpuOwn = m_networks.bytesOnDevice();
    const auto placing = placingOf(m_model, m_grid.width, m_grid.height,
                                   int(m_windows.front().frames.length()), machine);
    if (!placing)
        return placing.error();
    m_networks.use(m_model, m_request.loras, device, placing->takesTurns);
    return {};
}

bool Shoot::needsCompletion() const
{
    const conditioning::Steering& steering = m_request.steering;
    if (steering.startSigma < 1 || steering.heldSigma < 1)
        return true;
    return m_model.family != ModelFamily::TextToVideo && !seesHoles(m_model, m_look.look);
}

/// Decided once, so that all windows look alike.
Result<void> Shoot::look()
{
    m_look.look = m_request.steering.look;
    if (m_model.family == ModelFamily::Vace) {
        const auto chosen = conditioning::chosenLook(m_request.steering,
                                                     m_signals->drawn(m_windows.front().frames));
        if (!chosen)
            return chosen.error();
        m_look = *chosen;
    }
    if (!needsCompletion())
        return {};
    return m_signals->complete(processor(), m_reporter, m_stop);
}

Result<Summary> Shoot::run(const Device& device, std::uint64_t memoryLimit)
{
    resetPeakMemory();
    if (const auto ready = prepare(device, memoryLimit); !ready)
        return ready.error();
    if (!m_request.wantsOnlyConditioning) {
        auto words = embeddingsOf(m_request, m_model, m_recipe, device, m_reporter, m_stop);
        if (!words)
            return words.error();
        m_embeddings = std::move(*words);
    }
    for (std::size_t i = 0; i < m_windows.size() && !m_stopsHere; ++i)
        if (const auto shot = shootWindow(i); !shot)
            return shot.error();
    Summary summary;
    summary.frames = m_film->shown();
    summary.seconds = m_reporter.seconds();
    summary.device = device.name;
    summary.steps = m_steps * int(m_windows.size());
    summary.stepsDone = m_stepsDone;
    summary.peakBytes = peakMemory();
    return summary;
}

Result<void> Shoot::shootWindow(std::size_t index)
{
    keepGoing();
    if (m_request.wantsOnlyConditioning) {
        const auto input = inputOf(index);
        return input ? Result<void>() : input.error();
    }
    const auto latent = latentOf(index);
    return latent ? decode(*latent, index) : latent.error();
}

/// What it is made from is let go of before it is decoded.
Result<at::Tensor> Shoot::latentOf(std::size_t index)
{
    const auto input = inputOf(index);
    if (!input)
        return input.error();
    const auto given = encoded(*input);
    if (!given)
        return given.error();
    return sampled(index, *input, *given);
}

Result<WindowInput> Shoot::inputOf(std::size_t index)
{
    const Window& window = m_windows[index];
    m_reporter.report("conditioning", 0, 1);
    const conditioning::ControlSignals drawn = m_signals->drawn(window.frames);
    WindowInput input(m_model,
                      {drawn, needsCompletion() ? m_signals->completed(window.frames) : drawn,
                       steeringOf(m_request.steering, window, m_grid.frames), m_look,
                       index > 0 ? m_film->keptBack() : at::Tensor(),
                       derivedSeed(m_request.seed, index)});
    input.show([&](const std::string& signal, const std::vector<Image>& pictures) {
        if (m_hooks.onConditioning)
            m_hooks.onConditioning(signal, window.frames.first, pictures);
    });
    return input;
}

Result<NetworkInput> Shoot::encoded(const WindowInput& input)
{
    const auto vae = m_networks.vae([this] { keepGoing(); });
    if (!vae)
        return vae.error();
    const at::Device device = m_networks.device().device;
    const int total = input.latentsToEncode();
    int done = 0;
    return input.encoded([&](const at::Tensor& video) {
        const ExactConvolutions exact;
        const at::Tensor latent = (**vae)->encode(video.to(device), [&] {
            keepGoing();
            m_reporter.report("conditioning", std::min(done++, total), total);
            return true;
        });
        return latent.to(at::kCPU);
    });
}

Result<ShotWords> Shoot::words(const WindowInput& input, Denoiser& denoiser)
{
    const at::Device device = m_networks.device().device;
    at::Tensor seen;
    if (m_model.transformer.imageDim > 0) {
        std::vector<at::Tensor> pictures{input.start()};
        if (m_model.transformer.imagePositions > 0)
            pictures.push_back(input.end().defined() ? input.end() : input.start());
        auto features =
            pictureFeatures(m_model, pictures, m_networks.device(), [this] { keepGoing(); });
        if (!features)
            return features.error();
        seen = *features;
    }
    ShotWords words;
    words.prompt = denoiser.transformer->embedded(m_embeddings.prompt.to(device), seen);
    if (m_recipe.needsNegative())
        words.negative = denoiser.transformer->embedded(m_embeddings.negative.to(device), seen);
    return words;
}

Image Shoot::previewOf(const at::Tensor& clean)
{
    const auto decoder = m_networks.previewDecoder([this] { keepGoing(); });
    if (!decoder)
        log(LogLevel::Warning, "dollygrip.generator",
            "The small decoder cannot be used: " + decoder.error().detail);
    const at::Tensor latent = clean.to(at::kCPU, at::kFloat);
    return decoder && *decoder ? latentPreview(latent, **decoder) : latentPreview(latent);
}

Result<at::Tensor> Shoot::sampled(std::size_t index, const WindowInput& input,
                                  const NetworkInput& given)
{
    const auto denoiser = m_networks.denoiser([this] { keepGoing(); });
    if (!denoiser)
        return denoiser.error();
    const at::Device device = m_networks.device().device;
    const auto spoken = words(input, **denoiser);
    if (!spoken)
        return spoken.error();
    const FrameIndex frames = m_windows[index].frames.length();
    const int before = int(index) * m_steps;
    const int all = int(m_windows.size()) * m_steps;
    m_reporter.report("sampling", before, all);
    const Stepped stepped = [&](int step, const at::Tensor& clean) {
        m_stepsDone = before + step;
        m_reporter.report("sampling", m_stepsDone, all, previewOf(clean));
        m_stopsHere = step < m_steps && m_hooks.wantsToStopHere && m_hooks.wantsToStopHere();
        return !m_stopsHere;
    };
    auto latent =
        denoised({**denoiser, m_recipe, given, *spoken, device, derivedSeed(m_request.seed, index)},
                 {(frames - 1) / kFramesPerLatent + 1, m_grid.height / kLatentCell,
                  m_grid.width / kLatentCell},
                 stepped, m_stop);
    if (!latent && latent.error().code == ErrorCode::ModelUnusable)
        return Error{ErrorCode::ModelUnusable, m_model.name,
                     latent.error().subject + ": " + latent.error().detail};
    return latent;
}

Result<void> Shoot::decode(const at::Tensor& latent, std::size_t index)
{
    const auto vae = m_networks.vae([this] { keepGoing(); });
    if (!vae)
        return vae.error();
    const bool isLast = index + 1 == m_windows.size() || m_stopsHere;
    m_film->begin(m_windows[index], isLast ? 0 : m_windows[index + 1].known);
    const int total = int(latent.size(1));
    int done = 0;
    bool isSound = true;
    m_reporter.report("decoding", 0, total);
    (**vae)->decode(latent.to(m_networks.device().device),
                    [&](const at::Tensor& frames, std::int64_t) {
                        keepGoing();
                        isSound = at::isfinite(frames).all().item<bool>();
                        if (!isSound)
                            return false;
                        m_film->add(frames);
                        m_reporter.report("decoding", ++done, total, m_film->lastPicture());
                        return true;
                    });
    if (!isSound)
        return Error{ErrorCode::ModelUnusable, m_model.name,
                     "the decoder gave numbers that are infinite or no numbers"};
    return {};
}

} // namespace

VideoShoot::VideoShoot(const Device& device, std::uint64_t memoryLimit)
    : m_device(device), m_memoryLimit(memoryLimit)
{
}

VideoShoot::~VideoShoot() = default;

Result<Summary> VideoShoot::run(const Request& request, const Hooks& hooks, std::stop_token stop)
{
    try {
        return Shoot(request, hooks, stop, m_networks).run(m_device, m_memoryLimit);
    } catch (const Stopped&) {
        return kCancelled;
    }
}

} // namespace dollygrip::generator
