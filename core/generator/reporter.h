#pragma once

#include "core/generator/request.h"

#include <chrono>
#include <string>

namespace dollygrip::generator {

/// Tells the asker how far a job is; the time left comes from the pace of the current stage.
class Reporter {
public:
    /// The hooks live longer than the reporter.
    explicit Reporter(const Hooks& hooks) : m_hooks(hooks) {}

    /// `preview` is made small here.
    void report(const std::string& stage, int done, int total, const Image& preview = {});
    /// Since the job began.
    double seconds() const;

private:
    const Hooks& m_hooks;
    std::string m_stage;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_stageStart = 0;
    int m_stageDone = 0; ///< when the stage was first heard of
};

} // namespace dollygrip::generator
