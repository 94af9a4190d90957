#include "core/takes/modeltext.h"

#include "core/project/errortext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dollygrip {

using namespace Qt::StringLiterals;
using generator::FileRole;
using generator::Model;
using generator::ModelFamily;

namespace {

constexpr qsizetype kFirstNames = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

QString firstOf(const std::vector<std::string>& names)
{
    QStringList first;
    for (const std::string& name : names) {
        if (first.size() == kFirstNames) {
            first.append(u"…"_s);
            break;
        }
        first.append(QString::fromStdString(name));
    }
    return first.join(u", "_s);
}

} // namespace

QString roleText(FileRole role)
{
    switch (role) {
    case FileRole::Transformer: return Words::tr("transformer");
    case FileRole::VideoVae: return Words::tr("VAE");
    case FileRole::TextEncoder: return Words::tr("text encoder");
    case FileRole::Tokenizer: return Words::tr("tokenizer");
    case FileRole::ClipEncoder: return Words::tr("CLIP");
    case FileRole::PreviewDecoder: return Words::tr("preview");
    case FileRole::Lora: break;
    }
    return Words::tr("LoRA");
}

QString inputsText(const Model& model)
{
    if (!model.file(FileRole::Transformer))
        return {};
    if (model.tracks != conditioning::TrackMethod::None)
        return Words::tr("words, the first picture, arrows as point tracks");
    switch (model.family) {
    case ModelFamily::TextToVideo: return Words::tr("words");
    case ModelFamily::ImageToVideo: return Words::tr("words, the first picture");
    case ModelFamily::FirstLastToVideo: return Words::tr("words, the first and the last picture");
    case ModelFamily::Vace:
        return Words::tr("words, the drawn move as control video, masks, reference pictures");
    case ModelFamily::FunControl:
        return Words::tr("words, the first picture, arrows as moving blobs, a reference picture");
    case ModelFamily::FunCamera: break;
    }
    return Words::tr("words, the first picture, the camera's path");
}

QString sizeText(const Model& model)
{
    return Words::tr("%1 x %2, %3 frames at %4 a second")
        .arg(model.width)
        .arg(model.height)
        .arg(model.frames)
        .arg(model.framesPerSecond);
}

QString samplingText(const Model& model)
{
    if (model.defaults.guidance == 1)
        return Words::tr("%1 steps, without guidance, shift %2")
            .arg(model.defaults.steps)
            .arg(model.defaults.shift);
    return Words::tr("%1 steps, guidance %2, shift %3")
        .arg(model.defaults.steps)
        .arg(model.defaults.guidance)
        .arg(model.defaults.shift);
}

QString stateText(const Model& model)
{
    const auto whole = model.checkWhole();
    return whole ? Words::tr("whole") : errorText(whole.error()).sentence;
}

QStringList differencesText(const generator::ModelFile& file)
{
    QStringList lines;
    if (!file.missing.empty())
        lines.append(Words::tr("missing tensors: %1 (%2)")
                         .arg(file.missing.size())
                         .arg(firstOf(file.missing)));
    if (!file.unexpected.empty())
        lines.append(Words::tr("unexpected tensors: %1 (%2)")
                         .arg(file.unexpected.size())
                         .arg(firstOf(file.unexpected)));
    if (!file.wrongShape.empty())
        lines.append(Words::tr("tensors of another shape: %1 (%2)")
                         .arg(file.wrongShape.size())
                         .arg(firstOf(file.wrongShape)));
    return lines;
}

QString bytesText(quint64 bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QList<JobNeed> jobNeeds(const Model& model)
{
    // Of a draft's area and a few frames, as far as the model goes.
    constexpr int kDraftWidth = 448, kDraftHeight = 256, kDraftFrames = 17;
    QList<JobNeed> needs{{false,
                          std::min(kDraftWidth, model.width),
                          std::min(kDraftHeight, model.height),
                          std::min(kDraftFrames, model.frames),
                          {},
                          {}},
                         {true, model.width, model.height, model.frames, {}, {}}};
    for (JobNeed& need : needs) {
        need.onProcessor = memoryNeed(model, need.width, need.height, need.frames,
                                      generator::Arithmetic::Processor);
        need.onGpu =
            memoryNeed(model, need.width, need.height, need.frames, generator::Arithmetic::GpuHalf);
    }
    return needs;
}

} // namespace dollygrip
