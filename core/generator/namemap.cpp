#include "core/generator/namemap.h"

#include "core/generator/namerules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace dollygrip::generator {
namespace {

/// What programs put in front of a whole network's names.
constexpr std::array<std::string_view, 8> kPrefixes{"",
                                                    "model.diffusion_model.",
                                                    "diffusion_model.",
                                                    "transformer.",
                                                    "model.",
                                                    "module.",
                                                    "first_stage_model.",
                                                    "vae."};
constexpr std::string_view kLevels = "decoder.up_blocks.";

bool startsWithWord(std::string_view name, std::string_view start)
{
    return name.starts_with(start) && (name.size() == start.size() || name[start.size()] == '.');
}

/// The number at the start of `text`, which is moved behind it and its dot; -1 when there is none.
int numberAt(std::string_view& text)
{
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto used = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || value < 0 || value > 9999 || used >= text.size()
        || text[used] != '.')
        return -1;
    text.remove_prefix(used + 1);
    return value;
}

/// The VAE decoder's layers, counted by level ("up_blocks.1.resnets.2", "up_blocks.1.upsamplers.0")
/// in diffusers and through in the original.
class Levels {
public:
    static Levels ofDiffusers(const std::vector<std::string>& names)
    {
        std::map<int, std::pair<int, bool>> found; // layers and whether an upsampler follows
        for (const std::string& name : names) {
            std::string_view rest(name);
            if (const std::size_t at = rest.find(kLevels); at != std::string_view::npos)
                rest.remove_prefix(at + kLevels.size());
            else
                continue;
            const int level = numberAt(rest);
            if (level < 0)
                continue;
            auto& [layers, hasUpsampler] = found[level];
            if (rest.starts_with("resnets.")) {
                rest.remove_prefix(8);
                layers = std::max(layers, numberAt(rest) + 1);
            } else if (rest.starts_with("upsamplers.0.")) {
                hasUpsampler = true;
            }
        }
        Levels out;
        for (const auto& [level, layers] : found)
            out.m_sizes.push_back({layers.first, layers.second});
        return out;
    }

    static Levels ofOriginal(const std::vector<std::string>& names)
    {
        constexpr std::string_view kStart = "decoder.upsamples.";
        std::set<int> layers;
        std::set<int> upsamplers;
        for (const std::string& name : names) {
            std::string_view rest(name);
            if (!rest.starts_with(kStart))
                continue;
            rest.remove_prefix(kStart.size());
            const int layer = numberAt(rest);
            layers.insert(layer);
            if (rest.starts_with("resample.") || rest.starts_with("time_conv."))
                upsamplers.insert(layer);
        }
        Levels out;
        int count = 0;
        for (const int layer : layers) {
            const bool isUpsampler = upsamplers.contains(layer);
            if (isUpsampler)
                out.m_sizes.push_back({std::exchange(count, 0), true});
            else
                ++count;
        }
        if (count > 0)
            out.m_sizes.push_back({count, false});
        return out;
    }

    /// "decoder.up_blocks.1.resnets.2.x" -> "decoder.up_blocks.6.x"
    std::string through(const std::string& name) const
    {
        std::string_view rest(name);
        if (!rest.starts_with(kLevels))
            return name;
        rest.remove_prefix(kLevels.size());
        const int level = numberAt(rest);
        if (level < 0 || level >= int(m_sizes.size()))
            return name;
        int layer = 0;
        for (int below = 0; below < level; ++below)
            layer +=
                m_sizes[std::size_t(below)].first + (m_sizes[std::size_t(below)].second ? 1 : 0);
        if (rest.starts_with("resnets.")) {
            rest.remove_prefix(8);
            const int inLevel = numberAt(rest);
            if (inLevel < 0)
                return name;
            layer += inLevel;
        } else if (rest.starts_with("upsamplers.0.")) {
            rest.remove_prefix(13);
            layer += m_sizes[std::size_t(level)].first;
        } else {
            return name;
        }
        return std::string(kLevels).append(std::to_string(layer)).append(".").append(rest);
    }

    std::string byLevel(const std::string& name) const
    {
        std::string_view rest(name);
        if (!rest.starts_with(kLevels))
            return name;
        rest.remove_prefix(kLevels.size());
        int layer = numberAt(rest);
        for (std::size_t level = 0; layer >= 0 && level < m_sizes.size(); ++level) {
            const auto& [count, hasUpsampler] = m_sizes[level];
            const std::string start = std::string(kLevels) + std::to_string(level);
            if (layer < count)
                return start + ".resnets." + std::to_string(layer) + "." + std::string(rest);
            if (layer == count && hasUpsampler)
                return start + ".upsamplers.0." + std::string(rest);
            layer -= count + (hasUpsampler ? 1 : 0);
        }
        return name;
    }

private:
    std::vector<std::pair<int, bool>> m_sizes;
};

bool hasLevels(const NameRules& rules)
{
    return rules.role == FileRole::VideoVae && rules.naming == "diffusers";
}

/// All of `names`, from which `prefix` is taken off, by one naming.
NameMap mapBy(const NameRules& rules, std::string_view prefix,
              const std::vector<std::string>& names)
{
    NameMap out{rules.role, rules.naming, {}, {}, {}};
    const Levels levels = hasLevels(rules) ? Levels::ofDiffusers(names) : Levels();
    std::map<std::pair<std::string, int>, std::pair<std::size_t, std::string>> taken;
    for (const std::string& name : names) {
        if (!name.starts_with(prefix)) {
            out.unknown.push_back(name);
            continue;
        }
        const std::string bare = levels.through(name.substr(prefix.size()));
        if (std::any_of(rules.ignored.begin(), rules.ignored.end(),
                        [&](const std::string& start) { return startsWithWord(bare, start); })) {
            out.ignored.push_back(name);
            continue;
        }
        std::size_t at = 0;
        std::string original;
        for (; at < rules.rules.size() && original.empty(); at += original.empty() ? 1 : 0)
            original = respelt(bare, rules.rules[at].other, rules.rules[at].original);
        if (original.empty()) {
            out.unknown.push_back(name);
            continue;
        }
        const NameRule& rule = rules.rules[at];
        const NamedPart part{original, rule.part, rule.parts, rule.leadingAxes, rule.isTransposed};
        auto [seen, isNew] = taken.try_emplace({original, rule.part}, at, name);
        if (!isNew && seen->second.first <= at) {
            out.ignored.push_back(name);
            continue;
        }
        if (!isNew) {
            out.parts.erase(seen->second.second);
            out.ignored.push_back(seen->second.second);
            seen->second = {at, name};
        }
        out.parts.emplace(name, part);
    }
    return out;
}

bool isLoraName(std::string_view name)
{
    for (const std::string_view mark : {".lora_down.", ".lora_up.", ".lora_A", ".lora_B"})
        if (name.find(mark) != std::string_view::npos)
            return true;
    return name.ends_with(".diff") || name.ends_with(".diff_b");
}

std::optional<NameMap> loraOf(const std::vector<std::string>& names)
{
    const auto count = std::count_if(names.begin(), names.end(), isLoraName);
    if (count == 0 || 2 * std::size_t(count) < names.size())
        return std::nullopt;
    const auto anyHas = [&names](std::string_view text) {
        return std::any_of(names.begin(), names.end(), [text](const std::string& name) {
            return name.find(text) != std::string::npos;
        });
    };
    return NameMap{FileRole::Lora,
                   anyHas("lora_unet_")                                            ? "kohya"
                   : anyHas(".attn1.") || anyHas(".attn2.") || anyHas(".ffn.net.") ? "diffusers"
                                                                                   : "original",
                   {},
                   {},
                   {}};
}

} // namespace

std::vector<std::string> NameMap::namesOf(std::string_view original) const
{
    std::map<int, std::string> found;
    for (const auto& [name, part] : parts)
        if (part.original == original)
            found.emplace(part.part, name);
    std::vector<std::string> names;
    for (auto& [part, name] : found)
        names.push_back(std::move(name));
    return names;
}

std::optional<NameMap> nameMapOf(const std::vector<std::string>& names)
{
    if (std::optional<NameMap> lora = loraOf(names))
        return lora;
    std::optional<NameMap> best;
    bool isPrefixed = false;
    for (const std::string_view prefix : kPrefixes) {
        if (std::none_of(names.begin(), names.end(),
                         [prefix](const auto& name) { return name.starts_with(prefix); }))
            continue;
        for (const NameRules& rules : allNameRules()) {
            NameMap map = mapBy(rules, prefix, names);
            if (map.parts.size() > (best ? best->parts.size() : 0)) {
                best = std::move(map);
                isPrefixed = prefix.ends_with("diffusion_model.") || prefix == "vae."
                             || prefix == "first_stage_model.";
            }
        }
    }
    if (!best || best->parts.size() < best->unknown.size())
        return std::nullopt;
    const bool hasTokenizer = std::find(best->ignored.begin(), best->ignored.end(), "spiece_model")
                              != best->ignored.end();
    if (isPrefixed || hasTokenizer)
        best->naming = "comfyui";
    return best;
}

NameMap nameMapIn(FileRole role, std::string_view naming, const std::vector<std::string>& originals)
{
    // ComfyUI repackages the text encoder and CLIP from transformers, the others from the original.
    const bool isComfy = naming == "comfyui";
    const bool isTheirs = role == FileRole::TextEncoder || role == FileRole::ClipEncoder;
    const std::string_view spelling = isComfy ? (isTheirs ? "transformers" : "original") : naming;
    const std::string prefix =
        isComfy && role == FileRole::Transformer ? "model.diffusion_model." : "";
    NameMap out{role, std::string(naming), {}, {}, {}};
    for (const NameRules& rules : allNameRules()) {
        if (rules.role != role || rules.naming != spelling)
            continue;
        const Levels levels = hasLevels(rules) ? Levels::ofOriginal(originals) : Levels();
        for (const std::string& original : originals) {
            std::set<int> parts;
            for (const NameRule& rule : rules.rules) {
                const std::string other = respelt(original, rule.original, rule.other);
                if (other.empty() || !parts.insert(rule.part).second)
                    continue;
                out.parts.emplace(prefix + levels.byLevel(other),
                                  NamedPart{original, rule.part, rule.parts, rule.leadingAxes,
                                            rule.isTransposed});
            }
            if (parts.empty())
                out.unknown.push_back(original);
        }
    }
    return out;
}

} // namespace dollygrip::generator
