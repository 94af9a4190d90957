#include "core/generator/blas.h"

#include <dlfcn.h>
#include <fstream>
#include <iterator>
#include <sstream>

namespace dollygrip::generator {
namespace {

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

/// "0.3.21" from ".../libopenblasp-r0.3.21.so" or from OpenBLAS itself; empty when unknown.
std::string openBlasVersion(const std::string& path)
{
    std::string words;
    if (const auto at = path.rfind("-r"); at != std::string::npos) {
        words = path.substr(at + 2);
        words = words.substr(0, words.find(".so"));
    }
    using Config = char* (*)();
    if (words.empty()) {
        if (const auto config =
                reinterpret_cast<Config>(dlsym(RTLD_DEFAULT, "openblas_get_config"))) {
            std::istringstream in(config()); // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …"
            in >> words >> words;
        }
    }
    return words;
}

std::string openBlasKind(const std::string& path)
{
    if (has(path, "openmp") || has(path, "libopenblaso")) {
        return " (openmp)";
    }
    if (has(path, "pthread")) {
        return " (pthread)";
    }
    return has(path, "serial") ? " (serial: one thread)" : "";
}

} // namespace

Blas blasInMaps(const std::string& maps)
{
    std::istringstream lines(maps);
    std::string reference;
    std::string openBlas;
    std::string other;
    for (std::string line; std::getline(lines, line);) {
        const auto slash = line.find('/');
        if (slash == std::string::npos) {
            continue;
        }
        const std::string path = line.substr(slash);
        const std::string file = path.substr(path.rfind('/') + 1);
        if (has(path, "openblas")) {
            openBlas = path;
        } else if (file.rfind("libmkl_", 0) == 0) {
            other = "MKL";
        } else if (has(path, "blis") && (has(file, "libblas") || has(file, "libblis"))) {
            other = "BLIS";
        } else if (has(path, "atlas")) {
            other = "ATLAS";
        } else if (file.rfind("libblas.so", 0) == 0) {
            reference = path;
        }
    }
    if (!openBlas.empty()) {
        const std::string version = openBlasVersion(openBlas);
        return {"OpenBLAS" + (version.empty() ? "" : " " + version) + openBlasKind(openBlas),
                false};
    }
    if (!other.empty()) {
        return {other, false};
    }
    if (!reference.empty()) {
        return {"reference BLAS (slow)", true};
    }
    return {"inside LibTorch", false};
}

Blas blasInUse()
{
    std::ifstream in("/proc/self/maps");
    return blasInMaps(
        std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()));
}

} // namespace dollygrip::generator
