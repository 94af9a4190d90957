#pragma once

#include "core/project/document.h"
#include "core/project/picturecache.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <memory>

namespace dollygrip::ui {

/// Small pictures of panels, painted in the pool. While a new one is in the making the old one
/// stays, so that nothing flickers. Main thread.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    Thumbnails(Document& document, std::shared_ptr<PictureCache> cache, QObject* parent = nullptr);

    /// The panel of this shot, about `height` device pixels high; the last one known (of any
    /// height) or a null picture while it is being painted.
    QImage picture(const std::shared_ptr<const Shot>& shot, qsizetype panel, int height);
    /// Pictures that are still to come.
    int waiting() const { return int(m_queue.size()) + m_running; }

Q_SIGNALS:
    void painted(const ShotId& shot);

private:
    struct Entry {
        std::shared_ptr<const Panel> panel; ///< that `image` shows
        QImage image;
    };
    struct Job {
        ShotId shot;
        PanelId id;
        std::shared_ptr<const Panel> panel;
        int height;
    };
    void startNext();

    Document& m_document;
    std::shared_ptr<PictureCache> m_cache;
    QHash<PanelId, Entry> m_entries;
    QList<Job> m_queue; ///< the last asked for goes first
    QHash<PanelId, std::shared_ptr<const Panel>> m_inWork;
    int m_running = 0;
    int m_look = 0; ///< counts settings: a picture of older ones is not kept
};

} // namespace dollygrip::ui
