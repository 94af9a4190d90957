#pragma once

namespace dollygrip {

/// Lets OpenMP's waiting threads sleep. By default they spin, and a take is shot several times
/// slower while the window (or anything else) wants the processors too. OpenMP reads its policy
/// from the environment when it is loaded, before main(), so this starts the program once more with
/// OMP_WAIT_POLICY=passive, unless the person has set a policy. Call it first in main(); returns
/// when there is nothing to do.
void letWaitingThreadsSleep(char** argv);

} // namespace dollygrip
