#pragma once

#include "core/project/shot.h"
#include "ui/canvas/canvasframe.h"
#include "ui/theme.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <optional>
#include <vector>

namespace dollygrip::ui {

/// What the overlay shows of a shot, beside the shot itself.
struct OverlayState {
    std::optional<PanelId> panel;   ///< whose regions and arrows are shown; none: of all
    std::optional<RegionId> region; ///< selected
    std::optional<MotionId> motion; ///< selected arrow
    int cameraKey = -1;
    bool showsCameraFrames = false; ///< the camera is being worked on
    bool showsHandles = false;      ///< a tool is in hand that can take them
    bool dimsAround = false;        ///< the field outside the chosen camera frame
    double strength = 1.0;          ///< of arrows and regions, when they are not what is worked on
    std::optional<RegionId> hoveredRegion;
    std::optional<MotionId> hoveredMotion;
    int ghosts = 2;   ///< of a moving region along its way
    int marching = 0; ///< phase of the selected outline, pixels
};

/// Paints arrows, regions and camera frames over the paper, as a storyboard artist would. Keeps
/// region outlines, which are slow to find. Main thread.
class Overlay {
public:
    void paint(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
               const OverlayState& state, FrameRate rate);
    static void paintThirds(QPainter& painter, const CanvasFrame& frame);
    static void paintSafeAreas(QPainter& painter, const CanvasFrame& frame);

    /// A region's outline in widget pixels.
    QPainterPath outline(const ShotRegion& region, const CanvasFrame& frame);

private:
    struct Edges {
        Region area;
        double aspect = 0;
        std::vector<std::vector<Eigen::Vector2d>> polygons;
        Eigen::Vector2d centre{0.5, 0.5};
    };
    const Edges& edgesOf(const ShotRegion& region, double aspect);
    void paintRegion(QPainter& painter, const CanvasFrame& frame, const ShotRegion& region,
                     const OverlayState& state);
    void paintGhosts(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
                     const ShotRegion& region, int count);

    QHash<RegionId, Edges> m_edges;
};

/// A tapered stroke along the path with its head, and ticks at every sixth frame.
void paintArrow(QPainter& painter, const CanvasFrame& frame, const MotionPath& path,
                FrameIndex frames, const QColor& tone, bool isSelected);
/// What can be taken hold of where an arrow's region ends, widget pixels.
struct EndHandles {
    QPointF middle; ///< of the region there
    QPointF turn;
    QPointF scale;
};
/// Nothing for a region that has no end to speak of (held still, inverted, empty).
std::optional<EndHandles> endHandles(const CanvasFrame& frame, const Shot& shot,
                                     const ShotRegion& region, const Motion& motion);
void paintEndHandles(QPainter& painter, const EndHandles& handles, const QColor& tone);
/// The drawn points as handles: round where the way is smooth, square in corners.
void paintArrowHandles(QPainter& painter, const CanvasFrame& frame, const MotionPath& path,
                       const QColor& tone);

/// Frames A, B, C … of the camera, the path of the centre with ticks, words under the frame.
void paintCamera(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
                 const OverlayState& state, FrameRate rate);
/// "A", "B" … "Z", "AA" …
QString cameraKeyName(int index);
/// The four corners of a camera key on the paper, in widget pixels; empty when it looks past it.
QPolygonF cameraQuad(const CanvasFrame& frame, const Shot& shot, const CameraPose& pose);
/// Where the handle that rolls the frame stands.
QPointF rollHandle(const QPolygonF& quad);

} // namespace dollygrip::ui
