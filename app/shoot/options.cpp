#include "app/shoot/options.h"

#include <utility>

const char* usageText()
{
    return "usage: dollygrip-shoot [--models FOLDER] [--conditioning FOLDER] REQUEST_FOLDER "
           "OUT_FOLDER\n"
           "       dollygrip-shoot [--models FOLDER] --only-conditioning FOLDER REQUEST_FOLDER\n"
           "       dollygrip-shoot --models FOLDER\n"
           "       dollygrip-shoot --info\n"
           "Shoots one request (request.txt and its pictures as <hash>.pam) without a window\n"
           "and without Qt, and writes frame-00000.ppm, frame-00001.ppm ... to OUT_FOLDER.\n"
           "--models: where the model lies that the request names; alone, what lies there.\n"
           "--conditioning: writes there what the network was given, control-00000.ppm ...\n"
           "--only-conditioning: that and nothing else.\n"
           "Ctrl+C keeps the take as it is after the running step; twice gives it up.\n";
}

std::optional<Options> optionsFrom(const std::vector<std::string>& words)
{
    Options options;
    std::vector<std::string> folders;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--info") {
            options.wantsInfo = true;
            continue;
        }
        if (!word.starts_with("--")) {
            folders.push_back(word);
            continue;
        }
        if (++i == words.size() || words[i].empty())
            return std::nullopt;
        if (word == "--models")
            options.models = words[i];
        else if (word == "--conditioning" || word == "--only-conditioning")
            options.conditioning = words[i];
        else
            return std::nullopt;
        options.onlyConditioning = options.onlyConditioning || word == "--only-conditioning";
    }
    if (options.wantsInfo)
        return words.size() == 1 ? std::optional(options) : std::nullopt;
    const std::size_t wanted = options.onlyConditioning ? 1 : 2;
    if (folders.empty() && options.conditioning.empty() && !options.models.empty())
        return options;
    if (folders.size() != wanted)
        return std::nullopt;
    options.requestFolder = folders[0];
    if (wanted == 2)
        options.outFolder = folders[1];
    return options;
}
