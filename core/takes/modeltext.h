#pragma once

#include "core/generator/modelfolder.h"

#include <QString>
#include <QStringList>

namespace dollygrip {

/// What a model is and does, in the person's language.
QString roleText(generator::FileRole role);
/// "words, control video, masks, reference pictures"
QString inputsText(const generator::Model& model);
/// "832 x 480, 81 frames at 16 a second"
QString sizeText(const generator::Model& model);
/// "50 steps, guidance 5, shift 16"
QString samplingText(const generator::Model& model);
/// "whole"; else the sentence that says what keeps it from being used.
QString stateText(const generator::Model& model);
/// "missing tensors: 2 (a, b)"; one line each for missing, unexpected and ill-shaped tensors.
QStringList differencesText(const generator::ModelFile& file);
/// "4.3 GB"
QString bytesText(quint64 bytes);

/// Memory of one job: a draft of 17 frames, or a final take of the model's own size and length.
struct JobNeed {
    bool isFinal = false;
    int width = 0;
    int height = 0;
    int frames = 0;
    generator::MemoryNeed onProcessor;
    generator::MemoryNeed onGpu;
};
QList<JobNeed> jobNeeds(const generator::Model& model);

} // namespace dollygrip
