#include "app/cli/shootoptions.h"

#include "core/project/editing.h"
#include "core/project/pictureimport.h"
#include "core/takes/modelshelf.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

using conditioning::ControlLook;
using conditioning::TrackMethod;

constexpr double kMostGuidance = 100;
constexpr double kMostShift = 100;
constexpr int kMostSteps = 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QStringList lookWords()
{
    QStringList words;
    for (int look = 0; look <= int(ControlLook::Depth); ++look)
        words.append(QString::fromStdString(generator::toText(ControlLook(look))));
    return words;
}

QStringList trackWords()
{
    QStringList words;
    for (int method = 0; method <= int(TrackMethod::Ati); ++method)
        words.append(QString::fromStdString(generator::toText(TrackMethod(method))));
    return words;
}

QStringList solverWords()
{
    return {u"unipc"_s, u"dpm++"_s, u"euler"_s, u"few-step"_s, u"few-step-renoised"_s};
}

/// "fast.safetensors:0.5": the strength stands behind the last colon.
ShotLora loraFrom(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const double strength = text.mid(colon + 1).toDouble(&isNumber);
    if (colon > 0 && isNumber)
        return {text.left(colon), strength};
    return {text, 1.0};
}

/// Reads all that is asked into one change of a shot.
void put(Shooting& shooting, const Arguments& arguments)
{
    if (arguments.has(u"look"_s)) {
        const auto look =
            generator::controlLookFromText(arguments.choice(u"look"_s, lookWords()).toStdString());
        shooting.look = look ? *look : shooting.look;
    }
    if (arguments.has(u"tracks"_s)) {
        const auto method = generator::trackMethodFromText(
            arguments.choice(u"tracks"_s, trackWords()).toStdString());
        shooting.tracks = method ? *method : shooting.tracks;
    }
    if (arguments.has(u"solver"_s))
        shooting.solver = arguments.choice(u"solver"_s, solverWords());
    shooting.strength = arguments.number(u"strength"_s, shooting.strength, 0, 2);
    shooting.steps = int(arguments.integer(u"steps"_s, shooting.steps, 1, kMostSteps));
    shooting.guidance = arguments.number(u"guidance"_s, shooting.guidance, 0, kMostGuidance);
    shooting.shift = arguments.number(u"shift"_s, shooting.shift, 0.01, kMostShift);
    shooting.startSigma = arguments.number(u"start-sigma"_s, shooting.startSigma, 0, 1);
    const double held = std::min(shooting.heldSigma, shooting.startSigma);
    shooting.heldSigma = arguments.number(u"held-sigma"_s, held, 0, shooting.startSigma);
    if (arguments.has(u"lora"_s)) {
        shooting.loras.clear();
        for (const QString& text : arguments.texts(u"lora"_s))
            shooting.loras.append(loraFrom(text));
    }
}

quint64 seedFrom(const Arguments& arguments, quint64 otherwise)
{
    if (!arguments.has(u"seed"_s))
        return otherwise;
    bool isNumber = false;
    const quint64 seed = arguments.text(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber)
        arguments.complain(tr("--seed %1 is no whole number.").arg(arguments.text(u"seed"_s)));
    return seed;
}

/// A picture from a file becomes a member of this call's film, who is seen in the shots.
Result<CastId> addReference(Film& film, const QString& path)
{
    const auto asset = importPicture(path);
    if (!asset)
        return asset.error();
    CastMember member;
    member.name = QFileInfo(path).fileName();
    member.pictures = {addAsset(film, *asset)};
    for (int n = 2; film.castNamed(member.name); ++n)
        member.name = QFileInfo(path).fileName() + u' ' + QString::number(n);
    return addCastMember(film, member);
}

/// Options that only a network understands.
const QStringList& networkOptions()
{
    static const QStringList names{u"steps"_s,      u"guidance"_s, u"shift"_s,    u"solver"_s,
                                   u"look"_s,       u"strength"_s, u"tracks"_s,   u"start-sigma"_s,
                                   u"held-sigma"_s, u"lora"_s,     u"reference"_s};
    return names;
}

} // namespace

QList<Option> directingOptions()
{
    const auto words = [](const QStringList& list) { return list.join(u'|'); };
    return {
        {u"model"_s, u"ID|NAME"_s,
         tr("which network of the folder, or completion; else what the window is set to"), false,
         false},
        {u"models"_s, u"FOLDER"_s, tr("where the networks lie; else where the window looks"), false,
         false},
        {u"seed"_s, u"N"_s, tr("the shots' seed; it counts on from the seed of whom they show"),
         false, false},
        {u"steps"_s, u"N"_s, tr("of the sampler; else the model's"), false, false},
        {u"guidance"_s, u"X"_s, tr("how closely to follow the words; 1: without"), false, false},
        {u"shift"_s, u"X"_s, tr("more noise for longer; else the model's"), false, false},
        {u"solver"_s, words(solverWords()), tr("how the noise is taken away; else the model's"),
         false, false},
        {u"look"_s, words(lookWords()), tr("how the network is shown the drawing"), false, false},
        {u"strength"_s, u"0…2"_s, tr("how much the drawing counts"), false, false},
        {u"tracks"_s, words(trackWords()),
         tr("how arrows enter a network that begins at a picture"), false, false},
        {u"start-sigma"_s, u"0…1"_s, tr("noise level at which everything starts from the move"),
         false, false},
        {u"held-sigma"_s, u"0…1"_s, tr("noise level down to which what moves is held to it"), false,
         false},
        {u"lora"_s, u"FILE[:STRENGTH]"_s, tr("a change to the weights, in the model's folder"),
         false, true},
        {u"reference"_s, u"FILE"_s, tr("a picture of who or what is seen"), false, true},
    };
}

void checkDirections(const Arguments& arguments)
{
    Shooting shooting;
    put(shooting, arguments);
    (void)seedFrom(arguments, 1);
    if (arguments.has(u"models"_s) && !arguments.has(u"model"_s))
        arguments.complain(tr("--models needs --model."));
}

Result<ModelChoice> chosenModel(const Arguments& arguments, generator::Quality quality)
{
    if (quality == generator::Quality::Move)
        return ModelChoice{};
    const ModelSettings settings = modelSettings();
    QString name = quality == generator::Quality::Draft ? settings.draft : settings.final;
    name = arguments.text(u"model"_s, name);
    if (name.isEmpty() || name == u"completion"_s)
        return ModelChoice{};
    return modelNamed(arguments.text(u"models"_s, settings.folder), name);
}

Result<void> direct(Film& film, const QList<ShotId>& shots, const Arguments& arguments,
                    bool hasNetwork)
{
    for (const QString& name : networkOptions()) {
        if (arguments.has(name) && !hasNetwork)
            arguments.complain(
                tr("--%1 is for networks: choose one by --model, and no move.").arg(name));
    }
    QList<CastId> seen;
    for (const QString& path : arguments.texts(u"reference"_s)) {
        const auto member = addReference(film, path);
        if (!member)
            return member.error();
        seen.append(*member);
    }
    for (const ShotId& id : shots) {
        const auto done = changeShot(film, id, [&](Shot& shot) -> Result<void> {
            put(shot.shooting, arguments);
            shot.shooting.cast += seen;
            shot.seed = seedFrom(arguments, shot.seed);
            return {};
        });
        if (!done)
            return done;
    }
    if (!arguments.isGood())
        return {};
    return film.check();
}

} // namespace dollygrip::cli
