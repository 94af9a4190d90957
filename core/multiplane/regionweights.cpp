#include "core/multiplane/regionweights.h"

#include <Eigen/SparseCholesky>

#include <algorithm>
#include <array>

namespace dollygrip::multiplane {

std::vector<double> solveWeights(int columns, int rows, const std::vector<VertexKind>& kinds)
{
    std::vector<double> weights(kinds.size(), 0.0);
    std::vector<int> unknown(kinds.size(), -1);
    int count = 0;
    for (std::size_t v = 0; v < kinds.size(); ++v) {
        weights[v] = kinds[v] == VertexKind::One ? 1.0 : 0.0;
        if (kinds[v] == VertexKind::Free) {
            unknown[v] = count++;
        }
    }
    if (count == 0) {
        return weights;
    }

    Eigen::VectorXd right = Eigen::VectorXd::Zero(count);
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(std::size_t(count) * 18);
    for (int j = 1; j + 1 < rows; ++j) {
        for (int i = 1; i + 1 < columns; ++i) {
            const int v = j * columns + i;
            const std::array<int, 5> stencil{v, v - 1, v + 1, v - columns, v + columns};
            double known = 0.0;
            bool touchesUnknown = false;
            for (int k = 0; k < 5; ++k) {
                const double factor = k == 0 ? -4.0 : 1.0;
                touchesUnknown |= unknown[stencil[k]] >= 0;
                known += factor * weights[stencil[k]];
            }
            if (!touchesUnknown) {
                continue;
            }
            for (int a = 0; a < 5; ++a) {
                const int row = unknown[stencil[a]];
                if (row < 0) {
                    continue;
                }
                const double factor = a == 0 ? -4.0 : 1.0;
                right[row] -= factor * known;
                for (int b = 0; b < 5; ++b) {
                    const int column = unknown[stencil[b]];
                    if (column >= 0 && column <= row) {
                        entries.emplace_back(row, column, factor * (b == 0 ? -4.0 : 1.0));
                    }
                }
            }
        }
    }
    Eigen::SparseMatrix<double> matrix(count, count);
    matrix.setFromTriplets(entries.begin(), entries.end());
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>, Eigen::Lower> solver(matrix);
    const Eigen::VectorXd solution = solver.solve(right);
    for (std::size_t v = 0; v < kinds.size(); ++v) {
        if (unknown[v] >= 0) {
            weights[v] = std::clamp(solution[unknown[v]], 0.0, 1.0);
        }
    }
    return weights;
}

} // namespace dollygrip::multiplane
