#include "tests/generator/goldens.h"

namespace goldens {

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> known{
        {"wan", transformer},
        {"vace", transformer},
        {"tables", tables},
        {"prim", primitives},
        {"pipeline", wholePipeline},
        {"vae", videoVae},
        {"t5", textEncoder},
        {"sched", schedulers},
        {"vacecond", vaceConditioning},
        {"refcanvas", referenceCanvas},
    };
    return known;
}

} // namespace goldens
