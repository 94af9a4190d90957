#include "tests/generator/goldens.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

using dollygrip::Json;
using dollygrip::Result;
using dollygrip::generator::NamedTensors;
using dollygrip::generator::SafetensorsFile;
using dollygrip::generator::TensorEntry;
using dollygrip::generator::TensorFiles;

namespace goldens {
namespace {

constexpr std::string_view kEnding = ".io.safetensors";

[[noreturn]] void raise(const std::string& what)
{
    throw std::runtime_error(what);
}

Json parsed(const std::string& text, const std::string& what)
{
    Result<Json> json = Json::parse(text);
    if (!json)
        raise(what + ": " + json.error().detail);
    return std::move(*json);
}

Json parsedFile(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        raise(path + " is not there");
    return parsed({std::istreambuf_iterator<char>(stream), {}}, path);
}

std::string keyOf(std::size_t number, std::string_view part, std::string_view name)
{
    return std::string("c")
        .append(std::to_string(number))
        .append(".")
        .append(part)
        .append(".")
        .append(name);
}

std::string shapeText(const at::Tensor& tensor)
{
    std::string text = "[";
    for (const std::int64_t side : tensor.sizes())
        text.append(text.size() > 1 ? ", " : "").append(std::to_string(side));
    return text + "]";
}

TensorFiles openedWeights(const std::string& path)
{
    Result<TensorFiles> files = TensorFiles::open(path);
    if (!files)
        raise(files.error().subject + ": " + files.error().detail);
    return std::move(*files);
}

} // namespace

Golden::Golden(std::string folder, std::string name)
    : m_folder(std::move(folder)), m_name(std::move(name))
{
    Result<SafetensorsFile> io =
        SafetensorsFile::open(m_folder + "/" + m_name + std::string(kEnding));
    if (!io)
        raise(io.error().subject + ": " + io.error().detail);
    m_io = std::move(*io);
    const auto about = [this](const char* key) {
        const auto found = m_io->metadata().find(key);
        return found == m_io->metadata().end() ? std::string() : found->second;
    };
    m_kind = about("kind");
    m_weights = about("weights");
    if (!about("config").empty())
        m_config = parsed(about("config"), m_name + ": config");
    if (const Json cases = parsed(about("cases"), m_name + ": cases"); cases.array())
        m_cases = *cases.array();
    const Json manifest = parsedFile(m_folder + "/manifest.json");
    const Json* const fixtures = manifest.find("fixtures");
    const Json* const fixture = fixtures ? fixtures->find(m_name) : nullptr;
    const Json* const tensors = fixture ? fixture->find("tensors") : nullptr;
    if (!tensors)
        raise("the manifest has no tensors of " + m_name);
    m_bounds = *tensors;
    if (m_cases.empty())
        raise(m_name + " has no cases");
}

bool Golden::has(std::size_t number, std::string_view part, std::string_view name) const
{
    return m_io->find(keyOf(number, part, name)) != nullptr;
}

at::Tensor Golden::tensor(const std::string& key) const
{
    const TensorEntry* const entry = m_io->find(key);
    if (!entry)
        raise(m_name + " has no " + key);
    return tensorOf(*m_io, *entry);
}

at::Tensor Golden::in(std::size_t number, std::string_view name) const
{
    return tensor(keyOf(number, "in", name));
}

at::Tensor Golden::mid(std::size_t number, std::string_view name) const
{
    return tensor(keyOf(number, "mid", name));
}

NamedTensors Golden::inputs(std::size_t number, std::string_view prefix) const
{
    NamedTensors found;
    const std::string start = keyOf(number, "in", prefix);
    for (const TensorEntry& entry : m_io->entries())
        if (entry.name.starts_with(start))
            found[entry.name.substr(start.size())] = tensorOf(*m_io, entry);
    return found;
}

TensorFiles Golden::weights() const
{
    // A file's name, or another fixture's.
    const bool file = m_weights.ends_with(".safetensors");
    return openedWeights(m_folder + "/" + m_weights + (file ? "" : ".weights.safetensors"));
}

TensorFiles Golden::weights(std::string_view role) const
{
    const std::string fixture =
        parsed(m_weights, m_name + ": weights").stringOr(role, "no such fixture");
    return openedWeights(m_folder + "/" + fixture + ".weights.safetensors");
}

void Golden::output(std::size_t number, std::string_view name, const at::Tensor& ours)
{
    const std::string key = keyOf(number, "out", name);
    if (m_io->find(key))
        compare(key, ours);
    else
        fail(key + " is not recorded");
}

void Golden::intermediate(std::size_t number, std::string_view name, const at::Tensor& ours)
{
    const std::string key = keyOf(number, "mid", name);
    if (m_io->find(key))
        compare(key, ours);
}

void Golden::compare(const std::string& key, const at::Tensor& ours)
{
    m_compared.insert(key);
    const at::Tensor theirs = tensor(key);
    if (!ours.defined() || ours.sizes() != theirs.sizes()) {
        fail(key + ": shape " + (ours.defined() ? shapeText(ours) : "none") + ", not "
             + shapeText(theirs));
        return;
    }
    const bool whole = !theirs.is_floating_point();
    double bound = 0;
    if (!whole) {
        const Json* const entry = m_bounds.find(key);
        bound = entry ? entry->numberOr("atol", -1) : -1;
        if (!(bound >= 0)) {
            fail(key + ": the manifest has no bound");
            return;
        }
    } else if (ours.is_floating_point()) {
        fail(key + ": not whole numbers");
        return;
    }
    const at::Tensor difference =
        (ours.detach().to(at::kCPU, at::kDouble) - theirs.to(at::kDouble)).abs();
    // max() hands a NaN on; the comparison below is false for it.
    const double largest = difference.numel() ? difference.max().item<double>() : 0.0;
    char line[256];
    std::snprintf(line, sizeof line, "%-18s %-40s %10.3g of %8.1g", m_name.c_str(), key.c_str(),
                  largest, bound);
    m_lines.emplace_back(line);
    if (!(largest <= bound))
        fail(line);
}

void Golden::close()
{
    for (const TensorEntry& entry : m_io->entries())
        if (entry.name.find(".out.") != std::string::npos && !m_compared.contains(entry.name))
            fail(entry.name + " was compared with nothing");
}

std::string indexed(std::string_view name, std::size_t number)
{
    return std::string(name).append(std::to_string(number));
}

std::vector<std::string> fixturesIn(const std::string& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& item : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = item.path().filename().string();
        if (name.ends_with(kEnding))
            names.push_back(name.substr(0, name.size() - kEnding.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

void run(Golden& golden, const std::vector<Kind>& kinds)
{
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&golden](const Kind& kind) {
        return kind.name == golden.kind();
    });
    if (known == kinds.end()) {
        golden.fail("unknown kind: " + golden.kind());
        return;
    }
    const at::NoGradGuard noGradient;
    try {
        known->run(golden);
    } catch (const std::exception& exception) {
        golden.fail(exception.what());
    }
    golden.close();
}

void runParts(Golden& golden, std::string_view key, const std::vector<Part>& parts)
{
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        const std::string name = golden.caseAt(number).stringOr(key, "");
        const auto known = std::find_if(parts.begin(), parts.end(),
                                        [&name](const Part& part) { return part.name == name; });
        if (known == parts.end())
            golden.fail("unknown " + std::string(key) + ": " + name);
        else
            known->run(golden, number);
    }
}

} // namespace goldens
