#include "app/cli/modelscommand.h"

#include "core/base/memory.h"
#include "core/project/errortext.h"
#include "core/takes/modelshelf.h"
#include "core/takes/modeltext.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;
using generator::FileRole;
using generator::MemoryNeed;
using generator::Model;
using generator::ModelFile;
using generator::WantedFile;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What this machine has.
struct Machine {
    quint64 memory = 0; ///< free bytes; 0: unknown
    QString gpu;        ///< its name; empty: none
    quint64 gpuMemory = 0;
};

Machine thisMachine(const Engine& engine)
{
    Machine machine;
    machine.memory = freeMemory();
    const QJsonObject info = engine.info ? engine.info() : QJsonObject();
    machine.gpuMemory = quint64(info[u"deviceBytes"_s].toDouble());
    if (machine.gpuMemory > 0)
        machine.gpu = info[u"device"_s].toString();
    return machine;
}

QJsonArray namesJson(const std::vector<std::string>& names)
{
    QJsonArray out;
    for (const std::string& name : names)
        out.append(QString::fromStdString(name));
    return out;
}

QJsonObject errorJson(const Error& error)
{
    const ErrorText text = errorText(error);
    return {{u"code"_s, QLatin1StringView(errorName(error.code))},
            {u"sentence"_s, text.sentence},
            {u"advice"_s, text.advice},
            {u"subject"_s, QString::fromStdString(error.subject)},
            {u"detail"_s, QString::fromStdString(error.detail)}};
}

QJsonObject fileJson(const ModelFile& file)
{
    QJsonObject out{{u"role"_s, QString::fromStdString(toText(file.role))},
                    {u"path"_s, QString::fromStdString(file.path)},
                    {u"naming"_s, QString::fromStdString(file.naming)},
                    {u"bytes"_s, qint64(file.bytes)},
                    {u"whole"_s, file.isWhole()},
                    {u"missing"_s, namesJson(file.missing)},
                    {u"unexpected"_s, namesJson(file.unexpected)},
                    {u"wrong_shape"_s, namesJson(file.wrongShape)}};
    if (file.fault)
        out[u"problem"_s] = errorJson(*file.fault);
    return out;
}

QJsonArray wantedJson(const std::vector<WantedFile>& files)
{
    QJsonArray out;
    for (const WantedFile& file : files)
        out.append(QJsonObject{{u"role"_s, QString::fromStdString(toText(file.role))},
                               {u"name"_s, QString::fromStdString(file.name)},
                               {u"source"_s, QString::fromStdString(file.source)},
                               {u"bytes"_s, qint64(file.bytes)},
                               {u"optional"_s, file.isOptional}});
    return out;
}

QJsonObject needJson(const MemoryNeed& need)
{
    return {{u"text"_s, qint64(need.text)},
            {u"sampling"_s, qint64(need.sampling)},
            {u"decoding"_s, qint64(need.decoding)},
            {u"peak"_s, qint64(need.peak())}};
}

QJsonObject modelJson(const Model& model)
{
    QJsonArray files;
    for (const ModelFile& file : model.files)
        files.append(fileJson(file));
    QJsonObject memory;
    if (model.parameters > 0)
        for (const JobNeed& need : jobNeeds(model))
            memory[need.isFinal ? u"final"_s : u"draft"_s] =
                QJsonObject{{u"width"_s, need.width},
                            {u"height"_s, need.height},
                            {u"frames"_s, need.frames},
                            {u"cpu"_s, needJson(need.onProcessor)},
                            {u"gpu"_s, needJson(need.onGpu)}};
    QJsonObject out{
        {u"id"_s, QString::fromStdString(model.id)},
        {u"name"_s, QString::fromStdString(model.name)},
        {u"family"_s, QString::fromStdString(toText(model.family))},
        {u"whole"_s, model.isWhole()},
        {u"distilled"_s, model.isDistilled},
        {u"tracks"_s, QString::fromStdString(generator::toText(model.tracks))},
        {u"takes"_s, inputsText(model)},
        {u"parameters"_s, qint64(model.parameters)},
        {u"width"_s, model.width},
        {u"height"_s, model.height},
        {u"frames"_s, model.frames},
        {u"fps"_s, model.framesPerSecond},
        {u"defaults"_s, QJsonObject{{u"solver"_s, QString::fromStdString(model.defaults.solver)},
                                    {u"steps"_s, model.defaults.steps},
                                    {u"guidance"_s, model.defaults.guidance},
                                    {u"shift"_s, model.defaults.shift}}},
        {u"files"_s, files},
        {u"wanted"_s, wantedJson(model.wanted)},
        {u"memory"_s, memory}};
    if (const auto whole = model.checkWhole(); !whole)
        out[u"problem"_s] = errorJson(whole.error());
    return out;
}

QString wantedLine(const WantedFile& file)
{
    const QString name = QString::fromStdString(file.name);
    const QString source = QString::fromStdString(file.source);
    const QString size = file.bytes > 0 ? bytesText(file.bytes) : tr("small");
    return file.isOptional ? tr("%1 (%2) from %3, if you like").arg(name, size, source)
                           : tr("%1 (%2) from %3").arg(name, size, source);
}

/// "needs 4.9 GB, 22.1 GB are free"; "needs 9 GB, more than the 8 GB that are free"
QString needLine(const MemoryNeed& need, quint64 available)
{
    const QString bytes = bytesText(need.peak());
    if (available == 0)
        return bytes;
    return need.peak() <= available
               ? tr("%1 of the %2 that are free").arg(bytes, bytesText(available))
               : tr("%1, but only %2 are free").arg(bytes, bytesText(available));
}

void describeMemory(const Model& model, const Machine& machine, const auto& line)
{
    for (const JobNeed& need : jobNeeds(model)) {
        const QString job =
            tr("%1 x %2, %3 frames").arg(need.width).arg(need.height).arg(need.frames);
        line(need.isFinal ? tr("final") : tr("draft"),
             tr("%1: %2 on the processor").arg(job, needLine(need.onProcessor, machine.memory)));
        line({}, machine.gpu.isEmpty()
                     ? tr("%1 on a graphics card").arg(bytesText(need.onGpu.peak()))
                     : tr("%1 on %2").arg(needLine(need.onGpu, machine.gpuMemory), machine.gpu));
    }
}

void describe(const Model& model, const Machine& machine, QStringList& lines)
{
    const auto line = [&](const QString& name, const QString& text) {
        lines.append(u"  "_s + name.leftJustified(14) + text);
    };
    const QDir folder(QString::fromStdString(model.folder));
    lines.append(QString::fromStdString(model.name));
    line(tr("name"), QString::fromStdString(model.id));
    const auto whole = model.checkWhole();
    line(tr("state"), whole ? stateText(model) : errorLine(whole.error()));
    if (const QString inputs = inputsText(model); !inputs.isEmpty() && model.parameters > 0) {
        line(tr("takes"), inputs);
        line(tr("pictures"), sizeText(model));
        line(tr("sampling"), samplingText(model));
        describeMemory(model, machine, line);
    }
    for (const ModelFile& file : model.files) {
        line(roleText(file.role),
             QDir::toNativeSeparators(folder.relativeFilePath(QString::fromStdString(file.path)))
                 + (file.bytes > 0 ? u", "_s + bytesText(file.bytes) : QString()));
        for (const QString& difference : differencesText(file))
            line({}, difference);
        if (file.fault && (whole || *file.fault != whole.error()))
            line({}, errorLine(*file.fault));
    }
    QString heading = tr("to get");
    for (const WantedFile& file : model.wanted) {
        line(heading, wantedLine(file));
        heading.clear();
    }
}

Result<void> runModels(const Engine& engine, const Arguments& arguments, Report& report)
{
    const bool isChosen = !arguments.word(0).isEmpty();
    const QString folder = isChosen ? arguments.word(0) : modelSettings().folder;
    const QString shown = QDir::toNativeSeparators(folder);
    std::vector<Model> models;
    if (isChosen || QDir(folder).exists()) {
        auto found = generator::modelsIn(folder.toStdString());
        if (!found)
            return found.error();
        models = std::move(*found);
    }
    const Machine machine = thisMachine(engine);
    QJsonArray json;
    for (const Model& model : models) {
        describe(model, machine, report.lines);
        json.append(modelJson(model));
    }
    report.json = {{u"folder"_s, folder},
                   {u"models"_s, json},
                   {u"machine"_s, QJsonObject{{u"free_bytes"_s, qint64(machine.memory)},
                                              {u"gpu"_s, machine.gpu},
                                              {u"gpu_free_bytes"_s, qint64(machine.gpuMemory)}}}};
    if (models.empty()) {
        report.json[u"wanted"_s] = wantedJson(generator::filesToBegin());
        report.lines.append(tr("No video model lies in %1. To begin with, get these files and put "
                               "them into a folder there:")
                                .arg(shown));
        for (const WantedFile& file : generator::filesToBegin())
            report.lines.append(u"  "_s + wantedLine(file));
    }
    return {};
}

} // namespace

QList<Command> modelsCommands(const Engine& engine)
{
    return {{u"models"_s,
             tr("Tells which video models lie in a folder and the folders in it: whether each is "
                "whole, what it takes, how much memory it needs here, and which files to get. "
                "Without a folder: the one that was chosen in the window."),
             {u"[FOLDER]"_s},
             {},
             [engine](const Arguments& arguments, Report& report) {
                 return runModels(engine, arguments, report);
             }}};
}

} // namespace dollygrip::cli
