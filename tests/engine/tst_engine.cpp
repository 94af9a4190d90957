// The engine as a program, without Qt: a request's folder in, pictures out. Given the program.

#include "core/generator/modelfolder.h"
#include "core/generator/requestfile.h"
#include "tests/multiplane/stagekit.h"
#include "tests/support/randommodel.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::generator;
namespace fs = std::filesystem;

namespace {

constexpr int kFrames = 6;
int failures = 0;

void check(bool isTrue, const std::string& claim)
{
    std::printf("%s %s\n", isTrue ? "PASS" : "FAIL", claim.c_str());
    failures += isTrue ? 0 : 1;
}

std::string inQuotes(const fs::path& path)
{
    return "'" + path.string() + "'";
}

std::vector<std::string> namesIn(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        names.push_back(entry.path().filename().string());
    return names;
}

int countOf(const fs::path& folder, const std::string& start)
{
    int count = 0;
    for (const std::string& name : namesIn(folder))
        count += name.starts_with(start) ? 1 : 0;
    return count;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Request drawn(const std::string& models)
{
    Request request;
    request.width = 96;
    request.height = 64;
    request.prompt = "A ball.";
    request.sampling.steps = 2;
    request.sampling.guidance = 1;
    const auto found = modelsIn(models);
    request.model = found && !found->empty() ? found->front().id : "none";
    request.stage = stagekit::stageOf(kFrames);
    request.stage.planes.push_back(stagekit::planeOf(
        stagekit::discs({{{0.3, 0.5}, 12}}, stagekit::Cyan, true, 96, 64), 5.0, kFrames));
    request.stage.planes.front().regions.push_back(
        stagekit::moving(stagekit::disc({0.3, 0.5}, 0.3), {{0.3, 0.5}, {0.7, 0.5}}, true));
    return request;
}

/// The same move played already, transparent at one side.
Request asPictures(Request request)
{
    const multiplane::Guide guide(request.stage);
    for (FrameIndex n = 0; n < kFrames; ++n) {
        const Image picture = guide.frame(n, 96, 64).picture;
        request.guide.push_back(Image::filled(96, 64, [&](std::uint8_t* pixels) {
            for (int i = 0; i < 96 * 64; ++i)
                for (int c = 0; c < 4; ++c)
                    pixels[4 * i + c] = i % 96 > 80 ? 0 : picture.pixels()[4 * i + c];
        }));
    }
    return request;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: tst_engine DOLLYGRIP_SHOOT\n", stderr);
        return 2;
    }
    const std::string program = inQuotes(argv[1]);
    std::string pattern = (fs::temp_directory_path() / "tst_engine-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        return 1;
    const fs::path folder = pattern;
    setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    const std::string models = (folder / "model").string();
    check(bool(test::writeRandomModel(*test::recipeNamed("tiny-vace"), {}, models)),
          "a tiny model is written");
    const auto run = [&](const std::string& words) {
        return std::system(
            (program + " " + words + " 2>/dev/null >" + inQuotes(folder / "said")).c_str());
    };

    check(run("--info") == 0 && contentOf(folder / "said").find("LibTorch") == 0,
          "--info names its LibTorch");
    check(run("--models " + inQuotes(models)) == 0
              && contentOf(folder / "said").find("whole") != std::string::npos,
          "--models lists what lies there");
    check(run("") != 0 && run("--nonsense x y z") != 0, "words without sense are refused");

    check(bool(writeRequest((folder / "request").string(), drawn(models))), "a request is written");
    const std::string given = " --models " + inQuotes(models) + " ";
    const std::string request = inQuotes(folder / "request") + " ";
    check(run("--conditioning " + inQuotes(folder / "given") + given + request
              + inQuotes(folder / "out"))
              == 0,
          "a request is shot");
    check(countOf(folder / "out", "frame-") == kFrames, "all its frames are there");
    check(countOf(folder / "given", "control-") == 5, "and what the network was given");
    const auto picture = contentOf(folder / "out" / "frame-00003.ppm");
    check(picture.starts_with("P6\n96 64\n255\n"), "in the film's size");
    check(run(given + request + inQuotes(folder / "again")) == 0
              && contentOf(folder / "again" / "frame-00003.ppm") == picture,
          "the same request gives the same pictures");
    check(run("--only-conditioning " + inQuotes(folder / "only") + given + request) == 0
              && countOf(folder / "only", "mask-") == 5 && countOf(folder / "only", "frame-") == 0,
          "conditioning alone");

    check(bool(writeRequest((folder / "played").string(), asPictures(drawn(models)))),
          "a request with a guide's pictures");
    check(run(given + inQuotes(folder / "played") + " " + inQuotes(folder / "filled")) == 0
              && countOf(folder / "filled", "frame-") == kFrames,
          "is shot as well");
    check(run(request + inQuotes(folder / "none")) != 0, "without its model nothing is shot");

    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return failures == 0 ? 0 : 1;
}
