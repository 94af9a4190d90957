#pragma once

#include "core/base/json.h"
#include "core/generator/checkpoint.h"
#include "core/generator/safetensors.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Recorded tensors of a reference implementation, and how the networks are held against them. A
/// folder holds NAME.io.safetensors, NAME.weights.safetensors and manifest.json with a bound for
/// every tensor. Inputs and outputs are named c<case>.in.<name>, c<case>.out.<name>; intermediates
/// c<case>.mid.<name>.
namespace goldens {

/// One fixture under test. Its members throw std::runtime_error when a file or a tensor that the
/// test needs is not there; what does not agree is collected.
class Golden {
public:
    /// `folder` with `name`.io.safetensors and manifest.json in it.
    Golden(std::string folder, std::string name);

    const std::string& folder() const { return m_folder; }
    const std::string& name() const { return m_name; }
    const std::string& kind() const { return m_kind; }
    /// The constructor arguments of the network.
    const dollygrip::Json& config() const { return m_config; }
    std::size_t caseCount() const { return m_cases.size(); }
    const dollygrip::Json& caseAt(std::size_t number) const { return m_cases.at(number); }

    bool has(std::size_t number, std::string_view part, std::string_view name) const;
    /// The tensor c<number>.in.<name>, as recorded.
    at::Tensor in(std::size_t number, std::string_view name) const;
    bool hasIn(std::size_t number, std::string_view name) const { return has(number, "in", name); }
    /// c<number>.mid.<name>, for what a test must be fed with (recorded noise).
    at::Tensor mid(std::size_t number, std::string_view name) const;
    /// All c<number>.in.<prefix>*, with the prefix taken off ("w." for a layer's weights).
    dollygrip::generator::NamedTensors inputs(std::size_t number, std::string_view prefix) const;

    /// The weights that the metadata names. Of a fixture of its own, or of another one's.
    dollygrip::generator::TensorFiles weights() const;
    /// Where the metadata's `weights` is a JSON object: those of `role` ("dit", "vae").
    dollygrip::generator::TensorFiles weights(std::string_view role) const;

    /// Holds ours against c<number>.out.<name>: the same shape, no NaN, nowhere further than the
    /// manifest's bound; whole numbers equal. An output that the fixture has not is a failure.
    void output(std::size_t number, std::string_view name, const at::Tensor& ours);
    /// The same for an intermediate; one that the fixture has not is passed over.
    void intermediate(std::size_t number, std::string_view name, const at::Tensor& ours);
    /// A failure in words.
    void fail(std::string what) { m_failures.push_back(std::move(what)); }

    /// Notes every recorded output that nothing was held against.
    void close();
    const std::vector<std::string>& failures() const { return m_failures; }
    /// A line per comparison: name, largest difference, bound.
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    at::Tensor tensor(const std::string& key) const;
    void compare(const std::string& key, const at::Tensor& ours);

    std::string m_folder;
    std::string m_name;
    std::string m_kind;
    dollygrip::Json m_config;
    dollygrip::Json::Array m_cases;
    dollygrip::Json m_bounds; ///< the manifest's tensors of this fixture
    std::optional<dollygrip::generator::SafetensorsFile> m_io;
    std::string m_weights;
    std::set<std::string, std::less<>> m_compared;
    std::vector<std::string> m_failures;
    std::vector<std::string> m_lines;
};

/// "x", 3 -> "x3": how a sample's tensors are named.
std::string indexed(std::string_view name, std::size_t number);

/// Names of all fixtures in a folder, sorted.
std::vector<std::string> fixturesIn(const std::string& folder);

/// Runs one kind of fixture: all its cases, every output compared.
struct Kind {
    std::string_view name; ///< as in the metadata
    void (*run)(Golden&);
};
/// Runs the kind's function and closes the fixture. An unknown kind is a failure.
void run(Golden& golden, const std::vector<Kind>& kinds);
/// Every kind that is known; goldens.cpp holds the list.
const std::vector<Kind>& kinds();

/// Runs one case of a fixture whose cases differ by `layer` (primitives) or `op` (tables).
struct Part {
    std::string_view name;
    void (*run)(Golden&, std::size_t number);
};
/// Runs every case by the case's `key` through `parts`; an unknown one is a failure.
void runParts(Golden& golden, std::string_view key, const std::vector<Part>& parts);

/// One file each.
void transformer(Golden& golden);   ///< goldentransformer.cpp: wan, vace
void primitives(Golden& golden);    ///< goldenprimitives.cpp: by layer, from the lists below
void tables(Golden& golden);        ///< goldentables.cpp: by op
void wholePipeline(Golden& golden); ///< goldenpipeline.cpp: noise to pictures, also with control
std::vector<Part> transformerPrimitives(); ///< norms, GELUs, head, unpatchify

void videoVae(Golden& golden); ///< goldenvae.cpp
std::vector<Part> vaePrimitives();
void textEncoder(Golden& golden); ///< goldentext.cpp
std::vector<Part> textPrimitives();
void schedulers(Golden& golden);       ///< goldensched.cpp
void vaceConditioning(Golden& golden); ///< goldenvace.cpp
void referenceCanvas(Golden& golden);

} // namespace goldens
