#pragma once

#include "core/project/film.h"
#include "core/project/panelpainter.h"

#include <functional>

namespace dollygrip {

/// The film is shot on another sensor: the lenses of all shots stay as they are, or change so that
/// every picture shows as much as before.
Result<void> changeSensor(Film& film, double widthMm, bool keepsFieldOfView);

/// Something in a move that a director wants to know before it is shot.
struct CameraWarning {
    enum class Kind {
        PassesThrough, ///< the camera goes through a sheet of the drawing
        PaperRunsOut   ///< nothing is drawn where the camera looks
    };
    enum class Side { Left, Right, Top, Bottom };
    Kind kind = Kind::PaperRunsOut;
    FrameIndex frame = 0; ///< of the shot; the first at which it happens
    QString layer;        ///< PassesThrough
    Side side = Side::Left;
    bool operator==(const CameraWarning&) const = default;
};

/// Is something drawn on a layer at a place (picture units)? `isFarthest`: it lies on paper.
using IsDrawn = std::function<bool(const Layer&, const Eigen::Vector2d&, bool isFarthest)>;

/// In the order of time. Any thread.
QList<CameraWarning> cameraWarnings(const Shot& shot, const FilmSettings& settings,
                                    const IsDrawn& isDrawn);

/// Looks at a shot's drawings, small. The farthest layer of a panel counts as drawn as far as its
/// paper reaches, unless the panel is painted all over the frame: then as far as the painting does.
/// Keeps what it has looked at; one thread.
class DrawnPlaces {
public:
    DrawnPlaces(const PanelPainter& painter, const FilmSettings& settings, const Shot& shot);
    bool operator()(const Layer& layer, const Eigen::Vector2d& place, bool isFarthest);

private:
    struct Seen {
        multiplane::Placement place;
        Image picture;
    };
    const Seen& look(const Layer& layer);
    bool isPainted(const Layer& layer, const Eigen::Vector2d& place);
    bool isPaintedOver(const Panel& panel);

    const PanelPainter& m_painter;
    FilmSettings m_settings;
    const Shot& m_shot;
    QHash<LayerId, Seen> m_seen;
    QHash<PanelId, bool> m_isPaintedOver;
};

} // namespace dollygrip
