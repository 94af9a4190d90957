// dollygrip-cli around the fake generator: what it does with takes is tested without LibTorch.

#include "app/cli/commands.h"
#include "tests/support/fakegenerator.h"

#include <QtGlobal>

int main(int argc, char** argv)
{
    Q_INIT_RESOURCE(sample);
    dollygrip::cli::Engine engine;
    engine.runner = dollygrip::test::runnerOf(std::make_shared<dollygrip::test::FakeGenerator>());
    return dollygrip::cli::runProgram(argc, argv, engine);
}
