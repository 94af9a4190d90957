#pragma once

#include <cstdint>
#include <vector>

namespace dollygrip {

/// The tooth of the paper, the same on every machine: how high it stands at a place, 0…1, every
/// height as frequent as the others. It belongs to the paper: places are given in thousandths and
/// eighty parts of a picture's height, so that every size shows the same grain.
class PaperGrain {
public:
    /// `step`: how far two pixels that are asked for lie apart; the grain is averaged over it.
    explicit PaperGrain(double step);

    float at(double x, double y) const;

private:
    const std::vector<float>* m_tile;
    int m_side;
    double m_scale; ///< of the tile's pixels
};

} // namespace dollygrip
