#pragma once

#include "core/multiplane/deformation.h"
#include "core/multiplane/plate.h"
#include "core/multiplane/pyramid.h"
#include "core/multiplane/similarity.h"
#include "core/multiplane/stage.h"

#include <Eigen/Core>

#include <memory>
#include <optional>
#include <vector>

namespace dollygrip::multiplane {

/// One sheet as it hangs before the camera at one frame. Painted in the order of layersAt().
struct Layer {
    int plane = 0;
    int region = -1; ///< the lifted region that this sheet is, -1: the plane itself
    const Pyramid* pyramid = nullptr;
    Placement where; ///< where the pyramid's picture lies, as drawn
    double opacity = 1.0;
    Blend blend = Blend::Normal;
    Eigen::Matrix3d toSeen;  ///< drawn (u, v, 1) -> frame; third component: metres before it
    Eigen::Matrix3d toDrawn; ///< its inverse; third component: 1 / metres
    const Deformation* deformation = nullptr; ///< bends the sheet before toSeen, or null
    BentMesh mesh;

    bool isBent() const { return deformation && !mesh.isIdentity(); }
    /// Drawn picture units -> frame picture units; nothing when not before the camera.
    std::optional<Eigen::Vector2d> seen(const Eigen::Vector2d& drawn) const;
};

/// A stage with everything that does not change from frame to frame: sheets cut out, bending
/// solved, planes hung up. Never changes once made; any thread may ask.
class PreparedStage {
public:
    /// `plates` may have no planes. What `before` has for the same pictures and the same regions
    /// is taken over instead of made again.
    PreparedStage(Stage stage, Plates plates, const PreparedStage* before = nullptr);

    const Stage& stage() const { return m_stage; }
    /// The sheets on stage and before the camera, far to near. While nothing lifted has left its
    /// place a plane is one whole sheet (no seam), unless `alwaysCut`.
    std::vector<Layer> layersAt(FrameIndex n, bool alwaysCut = false) const;
    /// The sheet that shows a plane (region -1) or a lifted region, on stage or not; nothing when
    /// the camera lies in it.
    std::optional<Layer> layer(int plane, int region, FrameIndex n, bool alwaysCut = false) const;
    /// The lifted region that took a drawn point along, -1 when it stayed on the plane.
    int sheetOf(int plane, const Eigen::Vector2d& drawn) const;
    FrameIndex clampedFrame(FrameIndex n) const;
    /// Where a region of a plane is at a frame.
    Similarity motion(int plane, int region, FrameIndex n) const;

private:
    struct Lifted {
        int region = 0;
        Placement where;
        std::shared_ptr<const Pyramid> sheet; ///< null when nothing was cut
    };
    struct PreparedPlane {
        PlaneInWorld world;
        std::vector<RegionMotion> motions;
        std::shared_ptr<const Deformation> deformation;
        std::shared_ptr<const Pyramid> whole; ///< as drawn
        std::shared_ptr<const Pyramid> rest;  ///< without lifted sheets, or the plate
        Placement restPlacement;
        bool hasPlate = false;
        std::vector<Lifted> lifted;
    };
    void prepare(std::size_t index, const Plate* plate, const PreparedStage* before);
    bool isAtRest(const PreparedPlane& plane, double fraction) const;

    Stage m_stage;
    std::vector<PreparedPlane> m_planes;
};

/// A region's part of the plane's picture as a sheet of its own, and where it lies; null and an
/// empty placement when the region misses the picture.
struct CutSheet {
    Image picture;
    Placement where;
};
CutSheet cutSheet(const Plane& plane, const Region& region, double aspect);
/// The plane's picture without its lifted regions; the same pixels when none is lifted.
Image pictureWithoutLifted(const Plane& plane, double aspect);

} // namespace dollygrip::multiplane
