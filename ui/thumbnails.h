#pragma once

#include "core/project/document.h"
#include "core/project/picturecache.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <memory>

namespace dollygrip::ui {

/// Small pictures of panels, painted in the pool. While a new one is in the making the old one
/// stays, so that nothing flickers. What was asked for last is painted first; what nobody shows any
/// more need not be painted at all. Main thread.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    Thumbnails(Document& document, std::shared_ptr<PictureCache> cache, QObject* parent = nullptr);

    /// The panel of this shot, about `height` device pixels high; the last one known (of any
    /// height) or a null picture while it is being painted. `asker` is whoever may later say
    /// keepOnly().
    QImage picture(const std::shared_ptr<const Shot>& shot, qsizetype panel, int height,
                   const void* asker = nullptr);
    /// Takes back what `asker` asked for and does not show any more.
    void keepOnly(const void* asker, const QSet<PanelId>& shown);
    /// Pictures that are still to come.
    int waiting() const { return int(m_queue.size()) + m_running; }

Q_SIGNALS:
    void painted(const ShotId& shot);

private:
    struct Entry {
        std::shared_ptr<const Panel> panel; ///< that `image` shows
        QImage image;
        quint64 used = 0; ///< m_clock when it was last asked for
    };
    struct Job {
        ShotId shot;
        PanelId id;
        std::shared_ptr<const Panel> panel;
        int height;
        QSet<const void*> askers;
    };
    void startNext();
    void keep(const Job& job, const QImage& image);
    void makeRoom();

    Document& m_document;
    std::shared_ptr<PictureCache> m_cache;
    QHash<PanelId, Entry> m_entries;
    qsizetype m_bytes = 0; ///< of all images in m_entries
    quint64 m_clock = 0;
    QList<Job> m_queue; ///< the last asked for goes first
    QHash<PanelId, std::shared_ptr<const Panel>> m_inWork;
    int m_running = 0;
    bool m_isAboutToStart = false;
    int m_look = 0; ///< counts settings: a picture of older ones is not kept
};

} // namespace dollygrip::ui
