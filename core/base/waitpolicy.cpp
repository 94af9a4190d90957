#include "core/base/waitpolicy.h"

#include <cstdlib>
#include <unistd.h>

namespace dollygrip {

void letWaitingThreadsSleep(char** argv)
{
    if (std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("OMP_WAIT_POLICY", "passive", 1);
    execv("/proc/self/exe", argv); // returns only when it failed: then it runs as it is
}

} // namespace dollygrip
