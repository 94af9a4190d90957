// dollygrip-randommodel: a model folder with random weights, tiny or of a published size.

#include "tests/support/randommodel.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace dollygrip;

int usage()
{
    std::fputs("dollygrip-randommodel FOLDER --model NAME [--layout original|diffusers|comfyui]\n"
               "  [--dtype bf16|f16|f32] [--seed N] [--tokenizer FILE] [--shard MIB]\n"
               "NAME is one of:\n",
               stderr);
    for (const std::string& name : test::recipeNames())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    const std::map<std::string, generator::NumberType> types{
        {"bf16", generator::NumberType::BF16},
        {"f16", generator::NumberType::F16},
        {"f32", generator::NumberType::F32},
    };
    const std::vector<std::string> namings{"original", "diffusers", "comfyui"};
    std::string folder;
    std::map<std::string, std::string> options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word.starts_with("--") && i + 1 < argc)
            options[word.substr(2)] = argv[++i];
        else if (folder.empty() && !word.starts_with("--"))
            folder = word;
        else
            return usage();
    }
    test::ModelLayout layout;
    const auto recipe = test::recipeNamed(options["model"]);
    const std::string type = options.contains("dtype") ? options["dtype"] : "bf16";
    if (options.contains("layout"))
        layout.naming = options["layout"];
    if (options.contains("seed"))
        layout.seed = std::strtoull(options["seed"].c_str(), nullptr, 10);
    if (options.contains("shard"))
        layout.shard = std::strtoull(options["shard"].c_str(), nullptr, 10) << 20;
    layout.tokenizer = options["tokenizer"];
    if (folder.empty() || !recipe || !types.contains(type) || layout.shard == 0
        || std::find(namings.begin(), namings.end(), layout.naming) == namings.end())
        return usage();
    layout.type = types.at(type);
    if (const auto done = test::writeRandomModel(*recipe, layout, folder); !done) {
        std::fprintf(stderr, "%s: %s (%s)\n", errorName(done.error().code),
                     done.error().subject.c_str(), done.error().detail.c_str());
        return 1;
    }
    std::puts("SUCCESS");
    return 0;
}
