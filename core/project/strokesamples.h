#pragma once

#include "core/project/stroke.h"

#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <vector>

namespace dollygrip {

/// A point of the pen's way in pixels.
struct PenSample {
    QPointF at;
    double radius = 0;  ///< half the width there
    double density = 0; ///< of soft brushes: what a long straight line lays down along its middle
};

/// One smooth piece of the way between corners: no two neighbours are equal.
using PenRun = std::vector<PenSample>;

/// The way of a stroke's points in pixels, steadied: a hand trembles by less than the spacing of
/// its samples, so points that lie close are drawn towards their neighbours; wide spaced ones and
/// corners stay. `frame` is the frame's rectangle in pixels.
PenRun penSamples(const Stroke& stroke, const QRectF& frame);

/// Cut where a point is given twice in a row.
std::vector<PenRun> penRuns(const PenRun& samples);

/// The smooth curve through a run as points so close that no edge shows. Of an open run only the
/// pieces `first` … `end`-1 when they are given; piece i leads from sample i to i+1.
PenRun flattened(const PenRun& run, bool isClosed, std::size_t first = 0,
                 std::size_t end = std::size_t(-1));

/// How far from its ends an ink line gets thinner, pixels.
double taperLength(const Stroke& stroke, const QRectF& frame);

double lengthOf(const QPointF& v);

} // namespace dollygrip
