#pragma once

#include "core/generator/modelfolder.h"

#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// The start of a tensor's name in the published original and in another naming; `#` stands for a
/// number, the same on both sides. What follows (`weight`, `bias`, `gamma`, nothing) stays.
struct NameRule {
    std::string original;
    std::string other;
    int part = 0; ///< see NamedPart
    int parts = 1;
    int leadingAxes = 0;
    bool isTransposed = false;
};

/// How one naming of one network is spelt.
struct NameRules {
    FileRole role = FileRole::Transformer;
    std::string naming;
    std::vector<NameRule> rules;      ///< of two for one tensor the first is preferred
    std::vector<std::string> ignored; ///< starts of names that are of no network here
};

/// Every naming that is known, original ones first.
const std::vector<NameRules>& allNameRules();

/// `name` by one side of a rule, spelt by the other side; empty when it does not match.
std::string respelt(std::string_view name, std::string_view from, std::string_view to);

} // namespace dollygrip::generator
