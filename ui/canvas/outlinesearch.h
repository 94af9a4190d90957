#pragma once

#include "core/multiplane/findoutline.h"
#include "core/project/film.h"
#include "core/project/picturecache.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace dollygrip::ui {

/// Looks in the pool for the outline of what somebody pointed at on a panel: on the layers that are
/// seen there, near to far, else on the one in hand and the others. A later search drops the one
/// before it. Main thread.
class OutlineSearch : public QObject {
public:
    using Outlines = multiplane::Outlines;
    /// What was found, picture units of the frame, and on which layer.
    struct Found {
        Outlines outlines;
        std::optional<LayerId> layer;
    };

    explicit OutlineSearch(QObject* parent = nullptr) : QObject(parent) {}
    ~OutlineSearch() override { cancel(); }

    /// `wish` in picture units of the frame. `then` is called unless it is cancelled before.
    void find(const Film& film, const std::shared_ptr<const Panel>& panel, const LayerId& layer,
              const multiplane::OutlineWish& wish, std::shared_ptr<PictureCache> pictures,
              std::function<void(const Found&)> then);
    /// Draws outlines to the edges of a layer.
    void snap(const Film& film, const std::shared_ptr<const Panel>& panel, const LayerId& layer,
              const Outlines& outlines, double reach, std::shared_ptr<PictureCache> pictures,
              std::function<void(const Found&)> then);
    void cancel();
    bool isRunning() const { return m_isRunning; }

private:
    void run(std::function<Found(const std::stop_token&)> work,
             std::function<void(const Found&)> then);

    std::stop_source m_stop;
    quint64 m_serial = 0;
    bool m_isRunning = false;
};

} // namespace dollygrip::ui
