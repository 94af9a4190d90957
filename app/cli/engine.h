#pragma once

#include "core/generator/jobqueue.h"

#include <QJsonObject>

#include <functional>

namespace dollygrip::cli {

/// What main() knows of the generator; empty in a build without it.
struct Engine {
    generator::Runner runner;
    /// "torch", "blas", "blasIsSlow", "device", "threads", "deviceBytes"
    std::function<QJsonObject()> info;
};

} // namespace dollygrip::cli
