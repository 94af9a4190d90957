#pragma once

#include "core/base/error.h"
#include "core/project/film.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QMimeData;

namespace dollygrip::ui {

class FilmDesk;

/// What became of files that were read for import, in the order of their names.
struct ReadMedia {
    struct Picture {
        std::shared_ptr<const Asset> asset;
        QSize size;
    };
    struct Sound {
        std::shared_ptr<const Asset> asset;
        double seconds = 0;
    };
    QList<Picture> pictures;
    QList<Sound> sounds;
    QList<Error> refused; ///< one for each file that could not be used
};

/// Reads pictures, sounds and folders of pictures (their files in natural order). Any thread.
ReadMedia readMedia(const QStringList& paths);

/// What dropped pictures become.
enum class PicturesBecome {
    Shots,  ///< a new shot each, after the current one
    Layers, ///< a new layer each, nearest in the current panel
    Pinned  ///< a reference picture each, beside the frame; never part of the film's picture
};

/// Brings files into the film: reads them in the pool, then one edit. What cannot be read is
/// reported by name; the rest comes in all the same. Main thread.
class MediaImport : public QObject {
    Q_OBJECT
public:
    explicit MediaImport(FilmDesk& desk, QObject* parent = nullptr);

    /// Local files are being dragged.
    static bool accepts(const QMimeData& data);
    static QStringList paths(const QMimeData& data);
    void import(const QStringList& paths, PicturesBecome become);

Q_SIGNALS:
    void started(int files);
    void finished(int pictures, int sounds);

private:
    void take(const ReadMedia& media, PicturesBecome become);
    Result<void> addShots(Film& film, const ReadMedia& media) const;
    Result<void> addLayers(Film& film, const ReadMedia& media) const;
    Result<void> pin(Film& film, const ReadMedia& media) const;

    FilmDesk& m_desk;
};

} // namespace dollygrip::ui
