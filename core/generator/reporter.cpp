#include "core/generator/reporter.h"

#include "core/generator/framebridge.h"

namespace dollygrip::generator {
namespace {

constexpr int kPreviewSide = 320; // pixels

} // namespace

void Reporter::report(const std::string& stage, int done, int total, const Image& preview)
{
    if (stage != m_stage) {
        m_stage = stage;
        m_stageStart = seconds();
        m_stageDone = done;
    }
    Progress progress{stage, done, total, -1, smaller(preview, kPreviewSide)};
    if (done > m_stageDone)
        progress.secondsLeft =
            (seconds() - m_stageStart) / (done - m_stageDone) * double(total - done);
    if (m_hooks.onProgress)
        m_hooks.onProgress(progress);
}

double Reporter::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

} // namespace dollygrip::generator
