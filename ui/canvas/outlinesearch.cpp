#include "ui/canvas/outlinesearch.h"

#include "core/project/panelpainter.h"
#include "ui/poolwork.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr int kRows = 1080; // of the frame

/// A layer's picture and where it lies, to and from its own units.
struct Sheet {
    Image picture;
    multiplane::Placement where;

    Sheet(const PanelPainter& painter, const Layer& layer, double aspect)
        : where(painter.extent(layer))
    {
        // A background that reaches far is looked at more coarsely.
        const double frames = std::max({1.0, where.width * aspect, where.height}); // in heights
        const double rows = std::min(double(kRows), 4096.0 / frames);
        const QSize frame(std::max(1, int(std::lround(rows * aspect))),
                          std::max(1, int(std::lround(rows))));
        picture = painter.layer(layer, frame, where);
    }
    bool isSolidAt(const Eigen::Vector2d& p) const
    {
        const Eigen::Vector2d at = own(p);
        if (picture.isNull() || !(at.x() >= 0 && at.y() >= 0 && at.x() < 1 && at.y() < 1))
            return false;
        return picture.pixel(int(at.x() * picture.width()), int(at.y() * picture.height()))[3]
               > 128;
    }
    Eigen::Vector2d own(const Eigen::Vector2d& p) const
    {
        return {(p.x() - where.x) / where.width, (p.y() - where.y) / where.height};
    }
    OutlineSearch::Outlines inFrame(OutlineSearch::Outlines outlines) const
    {
        for (auto& outline : outlines) {
            for (Eigen::Vector2d& p : outline)
                p = {where.x + p.x() * where.width, where.y + p.y() * where.height};
        }
        return outlines;
    }
};

multiplane::OutlineWish wishOn(const Sheet& sheet, multiplane::OutlineWish wish)
{
    for (auto* points : {&wish.inside, &wish.outside}) {
        for (Eigen::Vector2d& p : *points)
            p = sheet.own(p);
    }
    if (wish.box)
        wish.box = multiplane::OutlineWish::Box{sheet.own(wish.box->min), sheet.own(wish.box->max)};
    return wish;
}

PanelPainter painterOf(const Film& film, std::shared_ptr<PictureCache> pictures)
{
    Film small; // what painting needs, so that the rest of the film is not kept alive
    small.settings = film.settings;
    small.assets = film.assets;
    return PanelPainter(small, std::move(pictures));
}

} // namespace

void OutlineSearch::run(std::function<Found(const std::stop_token&)> work,
                        std::function<void(const Found&)> then)
{
    cancel();
    m_stop = std::stop_source();
    m_isRunning = true;
    inPool(
        this, [work = std::move(work), stop = m_stop.get_token()] { return work(stop); },
        [this, serial = m_serial, then = std::move(then)](const Found& found) {
            if (serial != m_serial)
                return;
            m_isRunning = false;
            then(found);
        });
}

void OutlineSearch::find(const Film& film, const std::shared_ptr<const Panel>& panel,
                         const LayerId& layer, const multiplane::OutlineWish& wish,
                         std::shared_ptr<PictureCache> pictures,
                         std::function<void(const Found&)> then)
{
    run(
        [painter = painterOf(film, std::move(pictures)), aspect = film.settings.aspect(), panel,
         layer, wish](const std::stop_token& stop) {
            QList<const Layer*> order = farToNear(*panel);
            std::reverse(order.begin(), order.end());
            order.removeIf([&](const Layer* one) {
                return !panel->isShown(*one) || (one->strokes.isEmpty() && one->picture.isEmpty());
            });
            // What is seen at the place is meant; where nothing is, the layer in hand first.
            std::stable_partition(order.begin(), order.end(),
                                  [&](const Layer* one) { return one->id == layer; });
            if (!wish.inside.empty()) {
                QSet<LayerId> seen;
                for (const Layer* one : order) {
                    if (!stop.stop_requested()
                        && Sheet(painter, *one, aspect).isSolidAt(wish.inside.front()))
                        seen.insert(one->id);
                }
                QList<const Layer*> near = farToNear(*panel);
                std::reverse(near.begin(), near.end());
                near.removeIf([&](const Layer* one) { return !seen.contains(one->id); });
                order.removeIf([&](const Layer* one) { return seen.contains(one->id); });
                order = near + order;
            }
            for (const Layer* one : order) {
                if (stop.stop_requested())
                    break;
                const Sheet sheet(painter, *one, aspect);
                const auto found =
                    multiplane::findOutline(sheet.picture, wishOn(sheet, wish), stop);
                if (!found.outlines.empty())
                    return Found{sheet.inFrame(found.outlines), one->id};
            }
            return Found{};
        },
        std::move(then));
}

void OutlineSearch::snap(const Film& film, const std::shared_ptr<const Panel>& panel,
                         const LayerId& layer, const Outlines& outlines, double reach,
                         std::shared_ptr<PictureCache> pictures,
                         std::function<void(const Found&)> then)
{
    run(
        [painter = painterOf(film, std::move(pictures)), aspect = film.settings.aspect(), panel,
         layer, outlines, reach](const std::stop_token& stop) {
            for (const Layer& one : panel->layers) {
                if (one.id != layer)
                    continue;
                const Sheet sheet(painter, one, aspect);
                Outlines own = outlines;
                for (auto& outline : own) {
                    for (Eigen::Vector2d& p : outline)
                        p = sheet.own(p);
                }
                return Found{sheet.inFrame(multiplane::snappedToEdges(
                                 sheet.picture, own, reach / sheet.where.height, stop)),
                             layer};
            }
            return Found{};
        },
        std::move(then));
}

void OutlineSearch::cancel()
{
    m_stop.request_stop();
    ++m_serial;
    m_isRunning = false;
}

} // namespace dollygrip::ui
