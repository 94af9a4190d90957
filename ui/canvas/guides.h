#pragma once

#include "core/project/shot.h"
#include "ui/canvas/canvasframe.h"

#include <QColor>

#include <optional>

class QPainter;

namespace dollygrip::ui {

/// Other drawings that shine through.
struct OnionSkin {
    bool isOn = false;
    int before = 1; ///< panels, 0 … 4
    int after = 1;
    bool crossesShots = true; ///< also those of the shots before and after
    double opacity = 0.35;
    bool isTinted = true;
    QColor beforeTone{206, 62, 52};
    QColor afterTone{36, 116, 196};
    bool operator==(const OnionSkin&) const = default;
};

/// Which lines are shown to draw by. The window's business: never saved with the film.
struct GuideLook {
    bool hasThirds = false;
    bool hasSafeAreas = false;
    bool hasCentre = false;
    bool hasGrid = false;
    int gridRows = 8; ///< squares in the frame's height
    bool hasPerspective = true;
    bool hasRays = true; ///< from the vanishing points through the pointer
    bool snaps = false;  ///< strokes follow the perspective and the eyeline
    bool hasMask = true; ///< the film's second frame, dim outside
    bool hasPinned = true;
    OnionSkin onion;
    bool operator==(const GuideLook&) const = default;
};

/// What of a shot a tool has under the hand: shown instead of the shot's.
struct GuidesInHand {
    DrawingGuides guides;
    QList<PinnedPicture> pinned;
};

void paintCentre(QPainter& painter, const CanvasFrame& frame);
void paintGrid(QPainter& painter, const CanvasFrame& frame, int rows);
/// Eyeline, vanishing points, their fans; `through`: where rays go.
void paintPerspective(QPainter& painter, const CanvasFrame& frame, const DrawingGuides& guides,
                      const std::optional<Eigen::Vector2d>& through);
/// The second frame with its name, dim outside.
void paintMask(QPainter& painter, const CanvasFrame& frame, double aspect);
QRectF maskRect(const CanvasFrame& frame, double aspect);
/// "2.39", "9:16".
QString maskName(double aspect);

/// Keeps a stroke on the line that it begins along: to a vanishing point, level or upright. The
/// first few pixels decide. Places in picture units.
class PerspectiveSnap {
public:
    void begin(const Eigen::Vector2d& start)
    {
        m_start = start;
        m_way.reset();
    }
    Eigen::Vector2d snapped(const Eigen::Vector2d& place, const DrawingGuides& guides,
                            const CanvasFrame& frame);

private:
    Eigen::Vector2d m_start{0, 0};
    std::optional<Eigen::Vector2d> m_way; ///< in picture heights, length 1
};

/// Usual places for none to three vanishing points, on an eyeline.
DrawingGuides perspectiveOf(int points, double eyeline);

} // namespace dollygrip::ui
