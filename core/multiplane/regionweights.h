#pragma once

#include <cstdint>
#include <vector>

namespace dollygrip::multiplane {

/// What is known of a grid vertex before the weights are solved.
enum class VertexKind : std::uint8_t { Free, Zero, One };

/// How strongly a region pulls each vertex of a grid of `columns` x `rows` vertices: 1 and 0 where
/// fixed, between them the smoothest surface (least sum of squared Laplacians, so it leaves both
/// the rigid part and the unmoved part without a crease). The border row must not be Free.
std::vector<double> solveWeights(int columns, int rows, const std::vector<VertexKind>& kinds);

} // namespace dollygrip::multiplane
