#pragma once

#include "core/geometry/camerapath.h"
#include "core/project/shot.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace dollygrip {
namespace multiplane {
class Guide;
}
} // namespace dollygrip

namespace dollygrip::ui {

class FilmDesk;

/// Every named move, played small on the panel that is current, painted in the pool one move after
/// the other. What was painted of an older panel stays until its successor is there. Main thread.
class MoveThumbnails : public QObject {
    Q_OBJECT
public:
    static constexpr int kFrames = 13;
    static constexpr int kHeight = 90;

    explicit MoveThumbnails(FilmDesk& desk, QObject* parent = nullptr);

    /// The pictures of a move, first to last; fewer while they are painted.
    const QList<QImage>& frames(CameraMove move) const;
    /// Paints only while somebody looks.
    void setWatched(bool isWatched);
    /// How a move is made for the pictures.
    void setMaker(std::function<CameraPath(CameraMove, const Shot&)> maker);
    /// Paints this one anew first: its amount has changed.
    void refresh(CameraMove move);
    bool isBusy() const { return m_isBusy || !m_queue.empty(); }

Q_SIGNALS:
    void painted(CameraMove move);

private:
    void read();
    void paintNext();

    FilmDesk& m_desk;
    std::function<CameraPath(CameraMove, const Shot&)> m_maker;
    QTimer m_settle;
    bool m_isWatched = false;
    bool m_isBusy = false;
    bool m_isStale = true;
    int m_look = 0; ///< counts panels: a picture of an older one is not kept
    std::shared_ptr<const Shot> m_shot;
    std::shared_ptr<const multiplane::Guide> m_base;
    std::vector<CameraMove> m_queue; ///< the next is last
    QHash<int, QList<QImage>> m_frames;
};

} // namespace dollygrip::ui
