#pragma once

#include "core/multiplane/preparedstage.h"

#include <Eigen/Core>

#include <array>
#include <cstdint>
#include <vector>

namespace dollygrip::multiplane {

/// The part of a bent sheet that one triangle shows: where it is seen and what it shows there.
struct WarpTriangle {
    std::array<Eigen::Vector2d, 3> seen;  ///< frame pixel indices (a pixel's centre is whole)
    Eigen::Matrix<double, 2, 3> toSource; ///< upper rows in place of the sheet's own
};

/// A layer made ready for a frame of some size: which source pixel each frame pixel shows. Pixel
/// indices count centres: index 0 is the middle of the first pixel.
struct Warp {
    const Image* source = nullptr; ///< the level of the pyramid that fits the size seen
    Eigen::Matrix3d toSource;      ///< frame pixel index -> source pixel index; third: 1 / metres
    std::vector<WarpTriangle> triangles; ///< in painting order; they replace toSource
    int left = 0;                        ///< frame pixels that can show any of it
    int top = 0;
    int right = 0;
    int bottom = 0;
    double opacity = 1.0;
    Blend blend = Blend::Normal;
    double magnificationX = 1.0; ///< frame pixels per source pixel, about
    double magnificationY = 1.0;

    bool isEmpty() const { return right <= left || bottom <= top; }
};

/// `finest` takes the picture itself even where it is seen smaller.
Warp warpOf(const Layer& layer, int width, int height, bool finest = false);

/// Source pixel indices for rows `first` … `end` (not included) of a frame, [rows, width] each.
/// Only columns left … right of the warp are written. Where the sheet is not before the camera
/// both are kNowhere.
template <class Real>
struct SourceBand {
    static constexpr Real kNowhere = Real(-1e6);
    int first = 0;
    int end = 0;
    int width = 0;
    std::vector<Real> x;
    std::vector<Real> y;

    SourceBand(int firstRow, int endRow, int columns)
        : first(firstRow), end(endRow), width(columns), x(std::size_t(endRow - firstRow) * columns),
          y(x.size())
    {
    }
    Real* rowX(int row) { return x.data() + std::size_t(row - first) * width; }
    Real* rowY(int row) { return y.data() + std::size_t(row - first) * width; }
    void fill(const Warp& warp);
};

extern template struct SourceBand<float>;
extern template struct SourceBand<double>;

} // namespace dollygrip::multiplane
