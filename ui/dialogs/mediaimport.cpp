#include "ui/dialogs/mediaimport.h"

#include "core/media/audioreader.h"
#include "core/project/editing.h"
#include "core/project/errortext.h"
#include "core/project/pictureimport.h"
#include "ui/filmdesk.h"
#include "ui/poolwork.h"
#include "ui/session.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QMimeDatabase>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

bool isSound(const QString& path)
{
    const QString mime = QMimeDatabase().mimeTypeForFile(path).name();
    return mime.startsWith("audio/"_L1) || mime.startsWith("video/"_L1)
           || mime == "application/ogg"_L1;
}

QStringList filesIn(const QStringList& paths)
{
    QStringList files;
    QCollator natural;
    natural.setNumericMode(true);
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files += path;
            continue;
        }
        QStringList inside;
        for (const QFileInfo& info : QDir(path).entryInfoList(QDir::Files | QDir::Readable))
            inside += info.filePath();
        std::sort(inside.begin(), inside.end(), natural);
        files += inside;
    }
    return files;
}

void readSoundFile(const QString& path, ReadMedia& media)
{
    const auto asset = importSound(path);
    if (!asset) {
        media.refused += asset.error();
        return;
    }
    const QByteArray& bytes = (*asset)->bytes;
    const auto sound =
        media::readSound(std::span(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                   std::size_t(bytes.size())),
                         QFileInfo(path).fileName().toStdString());
    if (!sound)
        media.refused += sound.error();
    else
        media.sounds += {*asset, sound->seconds()};
}

void readPictureFile(const QString& path, ReadMedia& media)
{
    const auto asset = importPicture(path);
    if (!asset) {
        media.refused += asset.error();
        return;
    }
    const auto pixels = decodePicture(**asset);
    if (!pixels)
        media.refused += pixels.error();
    else
        media.pictures += {*asset, QSize(pixels->width(), pixels->height())};
}

Layer pictureLayer(const ReadMedia::Picture& picture, double aspect)
{
    Layer layer;
    layer.name = QFileInfo(picture.asset->name).completeBaseName();
    layer.picture = picture.asset->hash;
    layer.placement = coveringPlacement(picture.size, aspect);
    return layer;
}

} // namespace

ReadMedia readMedia(const QStringList& paths)
{
    ReadMedia media;
    for (const QString& path : filesIn(paths))
        isSound(path) ? readSoundFile(path, media) : readPictureFile(path, media);
    return media;
}

MediaImport::MediaImport(FilmDesk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

bool MediaImport::accepts(const QMimeData& data)
{
    return !paths(data).isEmpty();
}

QStringList MediaImport::paths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    return paths;
}

void MediaImport::import(const QStringList& paths, PicturesBecome become)
{
    Q_EMIT started(int(paths.size()));
    inPool(
        this, [paths]() -> Result<ReadMedia> { return readMedia(paths); },
        [this, become](const Result<ReadMedia>& media) {
            ReadMedia none;
            if (!media)
                none.refused = {media.error()};
            take(media ? *media : none, become);
        });
}

void MediaImport::take(const ReadMedia& media, PicturesBecome become)
{
    if (!media.pictures.isEmpty() || !media.sounds.isEmpty())
        m_desk.edit(
            tr("Import %n file(s)", nullptr, int(media.pictures.size() + media.sounds.size())),
            [&](Film& film) -> Result<void> {
                const bool intoPanel = become == PicturesBecome::Layers && m_desk.session().shot();
                const bool pins = become == PicturesBecome::Pinned && m_desk.session().shot();
                if (auto done = pins        ? pin(film, media)
                                : intoPanel ? addLayers(film, media)
                                            : addShots(film, media);
                    !done)
                    return done;
                FrameIndex at = m_desk.session().playhead();
                for (const ReadMedia::Sound& sound : media.sounds) {
                    AudioClip clip;
                    clip.name = QFileInfo(sound.asset->name).completeBaseName();
                    clip.sound = addAsset(film, sound.asset);
                    clip.at = at;
                    clip.lengthSeconds = sound.seconds;
                    if (const auto added = addAudioClip(film, clip); !added)
                        return added.error();
                    at += film.settings.rate.frameAt(sound.seconds);
                }
                return {};
            });
    for (const Error& error : media.refused)
        m_desk.report(error);
    Q_EMIT finished(int(media.pictures.size()), int(media.sounds.size()));
}

Result<void> MediaImport::addShots(Film& film, const ReadMedia& media) const
{
    if (media.pictures.isEmpty())
        return {};
    if (film.scenes.isEmpty())
        if (auto added = insertScene(film, 0, Scene()); !added)
            return added;
    std::shared_ptr<const Scene> scene = film.scenes.last();
    qsizetype index = scene->shots.size();
    if (const auto current = m_desk.session().shotId())
        if (const auto home = film.sceneOf(*current)) {
            scene = home;
            for (qsizetype i = 0; i < home->shots.size(); ++i)
                if (home->shots[i]->id == *current)
                    index = i + 1;
        }
    for (const ReadMedia::Picture& picture : media.pictures) {
        Shot shot = emptyShot(nextShotName(film, scene->id), film.settings.rate.nominal() * 2);
        Panel panel = *shot.panels.first();
        panel.layers = {pictureLayer(picture, film.settings.aspect())};
        shot.panels = {std::make_shared<const Panel>(panel)};
        addAsset(film, picture.asset);
        if (auto added = insertShot(film, scene->id, index++, shot); !added)
            return added;
    }
    return {};
}

// They stand in a column beside the frame, half as high as it.
Result<void> MediaImport::pin(Film& film, const ReadMedia& media) const
{
    const auto shot = m_desk.session().shotId();
    if (!shot)
        return {};
    constexpr double kHeight = 0.5;
    constexpr double kBeside = 0.04;
    for (const ReadMedia::Picture& picture : media.pictures)
        addAsset(film, picture.asset);
    return changeShot(film, *shot, [&](Shot& changed) -> Result<void> {
        for (const ReadMedia::Picture& picture : media.pictures) {
            PinnedPicture pinned;
            pinned.asset = picture.asset->hash;
            const double width = kHeight * picture.size.width() / std::max(1, picture.size.height())
                                 / film.settings.aspect();
            const double y = kHeight * 1.04 * double(changed.pinned.size() % 3) - 0.02;
            pinned.placement = {1 + kBeside, y, width, kHeight};
            changed.pinned.append(pinned);
        }
        return {};
    });
}

Result<void> MediaImport::addLayers(Film& film, const ReadMedia& media) const
{
    const auto shot = m_desk.session().shotId();
    const auto panel = m_desk.session().panelId();
    if (!shot || !panel)
        return addShots(film, media);
    for (const ReadMedia::Picture& picture : media.pictures)
        addAsset(film, picture.asset);
    return changePanel(film, *shot, *panel, [&](Panel& changed) -> Result<void> {
        for (const ReadMedia::Picture& picture : media.pictures) {
            Layer layer = pictureLayer(picture, film.settings.aspect());
            const bool isEmptyPaper = changed.layers.size() == 1
                                      && changed.layers.first().strokes.isEmpty()
                                      && changed.layers.first().picture.isEmpty();
            if (isEmptyPaper) {
                layer.id = changed.layers.first().id;
                changed.layers.first() = layer;
            } else {
                layer.depthM = changed.layers.last().depthM;
                changed.layers.append(layer);
            }
        }
        return {};
    });
}

} // namespace dollygrip::ui
