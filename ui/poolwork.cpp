#include "ui/poolwork.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace dollygrip::ui {

void standBehindTheWindow()
{
#ifdef Q_OS_LINUX
    constexpr int kBehind = 5;
    // Linux keeps this number per thread: 0 is the calling one. A refusal changes nothing.
    thread_local const int done = setpriority(PRIO_PROCESS, 0, kBehind);
    static_cast<void>(done);
#endif
}

} // namespace dollygrip::ui
