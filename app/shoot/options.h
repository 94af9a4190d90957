#pragma once

#include <optional>
#include <string>
#include <vector>

/// What the command line asks for.
struct Options {
    bool wantsInfo = false;
    std::string models;       ///< folder; alone it is listed
    std::string conditioning; ///< folder for what the network was given
    bool onlyConditioning = false;
    std::string requestFolder;
    std::string outFolder;
};

/// Nothing when the words make no sense.
std::optional<Options> optionsFrom(const std::vector<std::string>& words);
const char* usageText();
