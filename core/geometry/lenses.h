#pragma once

#include <span>

namespace dollygrip {

/// A film gate or sensor that people shoot on.
struct SensorFormat {
    const char* name; ///< as makers and rental houses call it; not translated
    double widthMm;
};

/// From small to large.
std::span<const SensorFormat> sensorFormats();
/// Focal lengths that are made as prime lenses, millimetres, rising.
std::span<const double> primeLenses();
/// The next longer (`steps` > 0) or shorter prime.
double nextPrime(double focalMm, int steps);
/// 2 atan(width / 2f), degrees.
double horizontalFieldOfViewDegrees(double focalMm, double sensorWidthMm);

/// A zoom lens as rental houses have them.
struct ZoomLens {
    double shortestMm;
    double longestMm;
};
std::span<const ZoomLens> zoomLenses();

} // namespace dollygrip
