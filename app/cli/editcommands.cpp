#include "app/cli/editcommands.h"

#include "app/cli/camerakeys.h"
#include "app/cli/filmsession.h"
#include "core/media/audioreader.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/pictureimport.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

std::vector<Eigen::Vector2d> vectors(const QList<QPointF>& points)
{
    std::vector<Eigen::Vector2d> vectors;
    for (const QPointF& point : points)
        vectors.emplace_back(point.x(), point.y());
    return vectors;
}

/// A layer with the picture in it, covering the frame.
Result<Layer> layerWith(const std::shared_ptr<const Asset>& asset, const Film& film, double depth)
{
    const auto image = decodePicture(*asset);
    if (!image)
        return image.error();
    Layer layer;
    layer.picture = asset->hash;
    layer.name = QFileInfo(asset->name).completeBaseName();
    layer.depthM = depth;
    layer.placement =
        coveringPlacement(QSize(image->width(), image->height()), film.settings.aspect());
    return layer;
}

/// The scene of that heading; made if there is none. Without a heading the last one.
Result<SceneId> sceneFor(Film& film, const QString& heading)
{
    if (heading.isEmpty() && !film.scenes.isEmpty())
        return film.scenes.last()->id;
    for (const auto& scene : film.scenes) {
        if (scene->heading == heading)
            return scene->id;
    }
    const bool isUntouched = film.scenes.size() == 1 && film.scenes.first()->shots.isEmpty()
                             && film.scenes.first()->heading.isEmpty();
    if (isUntouched) {
        const SceneId id = film.scenes.first()->id;
        const auto named = changeScene(film, id, [&](Scene& scene) -> Result<void> {
            scene.heading = heading;
            return {};
        });
        return named ? Result<SceneId>(id) : named.error();
    }
    Scene scene;
    scene.heading = heading;
    const auto inserted = insertScene(film, film.scenes.size(), scene);
    return inserted ? Result<SceneId>(scene.id) : inserted.error();
}

Result<void> runAddShot(const Arguments& arguments, Report& report)
{
    const qint64 length = arguments.integer(u"length"_s, 48, 1, 10'000'000);
    const double depth = arguments.number(u"depth"_s, kDefaultDepthM, 0.01, 100000);
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto asset = importPicture(arguments.text(u"picture"_s));
    if (!asset)
        return asset.error();
    QString name = arguments.text(u"name"_s);
    const auto done = (*session)->edit(tr("Add shot"), [&](Film& film) -> Result<void> {
        if (!name.isEmpty() && film.shotNamed(name))
            return Error{ErrorCode::Refused, name.toStdString(), "there is a shot of that name"};
        addAsset(film, *asset);
        const auto scene = sceneFor(film, arguments.text(u"scene"_s));
        if (!scene)
            return scene.error();
        if (name.isEmpty())
            name = nextShotName(film, *scene);
        auto layer = layerWith(*asset, film, depth);
        if (!layer)
            return layer.error();
        Shot shot = emptyShot(name, length);
        shot.prompt = arguments.text(u"prompt"_s);
        shot.camera.sensorWidthMm = film.settings.sensorWidthMm;
        Panel panel = *shot.panels.first();
        panel.layers = {*layer};
        shot.panels = {std::make_shared<const Panel>(std::move(panel))};
        return insertShot(film, *scene, film.scene(*scene)->shots.size(), shot);
    });
    if (!done)
        return done;
    report.lines.append(tr("Added shot %1, %2 frames.").arg(name).arg(length));
    report.json = {{u"shot"_s, name}, {u"length"_s, length}};
    return {};
}

Result<void> runAddLayer(const Arguments& arguments, Report& report)
{
    const double depth = arguments.number(u"depth"_s, kDefaultDepthM, 0.01, 100000);
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto shot = shotNamed((*session)->film(), arguments.text(u"shot"_s));
    if (!shot)
        return shot.error();
    const auto asset = importPicture(arguments.text(u"picture"_s));
    if (!asset)
        return asset.error();
    qsizetype count = 0;
    const auto done = (*session)->edit(tr("Add layer"), [&](Film& film) -> Result<void> {
        addAsset(film, *asset);
        const auto layer = layerWith(*asset, film, depth);
        if (!layer)
            return layer.error();
        const PanelId panel = (*shot)->panels.first()->id;
        return changePanel(film, (*shot)->id, panel, [&](Panel& changed) -> Result<void> {
            changed.layers.append(*layer);
            count = changed.layers.size();
            return {};
        });
    });
    if (!done)
        return done;
    report.lines.append(
        tr("Added layer %1 to shot %2, %3 m away.").arg(count).arg((*shot)->name).arg(depth));
    report.json = {{u"shot"_s, (*shot)->name}, {u"layer"_s, qint64(count)}};
    return {};
}

/// Layer `number` from 1, the first added; 0: the nearest one that is not pinned to the camera.
Result<Layer> layerOf(const Shot& shot, qint64 number)
{
    const QList<Layer>& layers = shot.panels.first()->layers;
    if (number > layers.size())
        return Error{ErrorCode::NotFound, "layer " + std::to_string(number),
                     "shot " + shot.name.toStdString() + " has " + std::to_string(layers.size())};
    if (number > 0)
        return layers[number - 1];
    const Layer* nearest = nullptr;
    for (const Layer& layer : layers) {
        if (!layer.isPinnedToCamera && (!nearest || layer.depthM <= nearest->depthM))
            nearest = &layer;
    }
    return nearest ? *nearest : layers.last();
}

Result<void> runAddMotion(const Arguments& arguments, Report& report)
{
    const QList<QPointF> region = arguments.points(u"region"_s, 3);
    const QList<QPointF> path = arguments.points(u"path"_s, 2);
    const QString ease = arguments.choice(u"ease"_s, {u"none"_s, u"in"_s, u"out"_s, u"in-out"_s});
    const double from = arguments.number(u"from"_s, 0.0, 0.0, 1.0);
    const double to = arguments.number(u"to"_s, 1.0, 0.0, 1.0);
    const qint64 number = arguments.integer(u"layer"_s, 0, 1, 1000);
    if (from >= to)
        arguments.complain(tr("--from must be smaller than --to."));
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto shot = shotNamed((*session)->film(), arguments.text(u"shot"_s));
    if (!shot)
        return shot.error();
    const auto layer = layerOf(**shot, number);
    if (!layer)
        return layer.error();
    ShotRegion moved;
    moved.layer = layer->id;
    moved.area.outlines = {vectors(region)};
    moved.isLifted = arguments.has(u"lift"_s);
    Motion motion;
    motion.path.points = vectors(path);
    motion.path.speed.ease = *easeFromText(ease);
    motion.path.from = from;
    motion.path.to = to;
    moved.motions = {motion};
    const auto done = (*session)->edit(tr("Draw motion arrow"), [&](Film& film) {
        return changeShot(film, (*shot)->id, [&](Shot& changed) -> Result<void> {
            changed.regions.append(moved);
            return {};
        });
    });
    if (!done)
        return done;
    report.lines.append(
        tr("Moving regions of shot %1: %2.").arg((*shot)->name).arg((*shot)->regions.size() + 1));
    report.json = {{u"shot"_s, (*shot)->name},
                   {u"regions"_s, qint64((*shot)->regions.size() + 1)},
                   {u"layer"_s, layer->name}};
    return {};
}

QString moveNames()
{
    QStringList names;
    for (const CameraMove move : allCameraMoves())
        names.append(QString::fromStdString(toText(move)));
    return names.join(u", "_s);
}

struct NamedMove {
    CameraMove move = CameraMove::Static;
    std::optional<double> amount;
};

std::optional<NamedMove> moveFrom(const Arguments& arguments)
{
    const QString text = arguments.text(u"move"_s);
    NamedMove named;
    const auto move = cameraMoveFromText(text.section(u':', 0, 0).toStdString());
    if (!move) {
        arguments.complain(
            tr("--move %1 is no camera move. There are: %2.").arg(text, moveNames()));
        return std::nullopt;
    }
    named.move = *move;
    if (text.contains(u':')) {
        bool isNumber = false;
        named.amount = text.section(u':', 1).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(*named.amount))
            arguments.complain(
                tr("--move %1: “%2” is no amount.").arg(text, text.section(u':', 1)));
    }
    return named;
}

Result<void> runSetCamera(const Arguments& arguments, Report& report)
{
    std::optional<NamedMove> named;
    if (arguments.has(u"move"_s) == arguments.has(u"keys"_s))
        arguments.complain(tr("Give either --move or --keys."));
    else if (arguments.has(u"move"_s))
        named = moveFrom(arguments);
    const auto ease = easeFromText(
        arguments.choice(u"ease"_s, {u"none"_s, u"in"_s, u"out"_s, u"in-out"_s, u"hold"_s}));
    if (arguments.has(u"keys"_s) && arguments.has(u"ease"_s))
        arguments.complain(tr("--ease goes with --move; keys have their own."));
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const Film& film = (*session)->film();
    const auto shot = shotNamed(film, arguments.text(u"shot"_s));
    if (!shot)
        return shot.error();
    CameraPath camera;
    if (named) {
        MoveSettings settings;
        settings.sensorWidthMm = film.settings.sensorWidthMm;
        settings.amount = named->amount;
        settings.subjectDistanceM = subjectDistance(**shot);
        settings.durationSeconds = film.settings.rate.seconds((*shot)->length);
        settings.ease = *ease;
        settings.seed = std::uint32_t((*shot)->seed);
        camera = namedMove(named->move, settings);
    } else {
        auto keys = readCameraKeys(arguments.text(u"keys"_s));
        if (!keys)
            return keys.error();
        camera = std::move(*keys);
    }
    const auto done = (*session)->edit(
        tr("Move camera"), [&](Film& changed) { return setCamera(changed, (*shot)->id, camera); });
    if (!done)
        return done;
    report.lines.append(
        tr("Camera keys of shot %1: %2.").arg((*shot)->name).arg(camera.keys.size()));
    report.json = {{u"shot"_s, (*shot)->name}, {u"keys"_s, qint64(camera.keys.size())}};
    return {};
}

Result<void> runAddAudio(const Arguments& arguments, Report& report)
{
    const qint64 at = arguments.integer(u"at"_s, 0, 0, 10'000'000);
    const double gain = arguments.number(u"gain-db"_s, 0.0, -120.0, 60.0);
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const QString path = arguments.text(u"file"_s);
    const auto asset = importSound(path);
    if (!asset)
        return asset.error();
    const QByteArray& bytes = (*asset)->bytes;
    const auto sound =
        media::readSound(std::span(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                   std::size_t(bytes.size())),
                         path.toStdString());
    if (!sound)
        return sound.error();
    AudioClip clip;
    clip.name = QFileInfo(path).completeBaseName();
    clip.at = at;
    clip.lengthSeconds = sound->seconds();
    clip.gainDb = gain;
    clip.sound = (*asset)->hash;
    const auto done = (*session)->edit(tr("Add sound"), [&](Film& film) -> Result<void> {
        addAsset(film, *asset);
        const auto added = addAudioClip(film, clip);
        return added ? Result<void>() : added.error();
    });
    if (!done)
        return done;
    report.lines.append(tr("Added sound %1 at frame %2, %3 seconds.")
                            .arg(clip.name)
                            .arg(at)
                            .arg(clip.lengthSeconds, 0, 'f', 2));
    report.json = {{u"sound"_s, clip.name}, {u"at"_s, at}, {u"seconds"_s, clip.lengthSeconds}};
    return {};
}

Result<void> runTrim(const Arguments& arguments, Report& report)
{
    const qint64 length = arguments.integer(u"length"_s, 1, 1, 10'000'000);
    if (!arguments.isGood())
        return {};
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto shot = shotNamed((*session)->film(), arguments.text(u"shot"_s));
    if (!shot)
        return shot.error();
    const auto done = (*session)->edit(
        tr("Trim shot"), [&](Film& film) { return trimShot(film, (*shot)->id, length); });
    if (!done)
        return done;
    report.lines.append(tr("Shot %1 has %2 frames, the film %3.")
                            .arg((*shot)->name)
                            .arg(length)
                            .arg((*session)->film().length()));
    report.json = {{u"shot"_s, (*shot)->name},
                   {u"length"_s, length},
                   {u"frames"_s, qint64((*session)->film().length())}};
    return {};
}

} // namespace

QList<Command> editCommands()
{
    const QStringList film{u"FILM"_s};
    const Option shot{u"shot"_s, u"NAME"_s, tr("which shot, by its name"), true, false};
    const Option picture{u"picture"_s, u"FILE"_s, tr("the drawing; it covers the frame"), true,
                         false};
    return {
        {u"add-shot"_s,
         tr("Adds a shot of one picture at the end of a scene."),
         film,
         {picture,
          {u"name"_s, u"NAME"_s, tr("its name; else the next free one"), false, false},
          {u"length"_s, u"N"_s, tr("frames; else 48"), false, false},
          {u"scene"_s, u"HEADING"_s, tr("made if it is not there; else the last scene"), false,
           false},
          {u"depth"_s, u"M"_s, tr("metres before the camera; else 5"), false, false},
          {u"prompt"_s, u"TEXT"_s, tr("what is to be seen, in words"), false, false}},
         runAddShot},
        {u"add-layer"_s,
         tr("Adds a drawing to a shot. Layers count from 1, the first added."),
         film,
         {shot, picture, {u"depth"_s, u"M"_s, tr("metres before the camera"), true, false}},
         runAddLayer},
        {u"add-motion"_s,
         tr("Moves a region of a layer along a path. Without --layer it is the layer nearest to "
            "the camera that is not pinned to it."),
         film,
         {shot,
          {u"region"_s, u"\"x,y x,y x,y …\""_s, tr("the outline of what moves"), true, false},
          {u"path"_s, u"\"x,y x,y …\""_s, tr("where it goes"), true, false},
          {u"ease"_s, u"none|in|out|in-out"_s, tr("how it starts and stops; else none"), false,
           false},
          {u"from"_s, u"F"_s, tr("fraction of the shot at which it starts; else 0"), false, false},
          {u"to"_s, u"F"_s, tr("fraction at which it arrives; else 1"), false, false},
          {u"lift"_s, {}, tr("it leaves as its own sheet instead of bending"), false, false},
          {u"layer"_s, u"N"_s, tr("layer N, from 1, the first added"), false, false}},
         runAddMotion},
        {u"set-camera"_s,
         tr("Gives a shot a camera move. Moves: %1. Amounts are degrees, metres, times the focal "
            "length, or a fraction of the way.")
             .arg(moveNames()),
         film,
         {shot,
          {u"move"_s, u"NAME[:AMOUNT]"_s, tr("a named move"), false, false},
          {u"keys"_s, u"FILE.json"_s,
           tr("[{\"at\":0,\"x\":0,\"y\":0,\"z\":0,\"pan\":0,\"tilt\":0,\"roll\":0,"
              "\"focal_mm\":35}, …], metres and degrees"),
           false, false},
          {u"ease"_s, u"none|in|out|in-out|hold"_s, tr("of a named move; else none"), false,
           false}},
         runSetCamera},
        {u"add-audio"_s,
         tr("Puts a sound on the first track."),
         film,
         {{u"file"_s, u"FILE"_s, tr("WAV, FLAC, MP3, Ogg …"), true, false},
          {u"at"_s, u"FRAME"_s, tr("film frame at which it starts; else 0"), false, false},
          {u"gain-db"_s, u"DB"_s, tr("louder or softer; else 0"), false, false}},
         runAddAudio},
        {u"trim"_s,
         tr("Gives a shot another length. Its motion stretches with it; what follows moves."),
         film,
         {shot, {u"length"_s, u"N"_s, tr("frames"), true, false}},
         runTrim},
    };
}

} // namespace dollygrip::cli
