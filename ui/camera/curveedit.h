#pragma once

#include "ui/camera/curveview.h"

namespace dollygrip::ui {

// What the curve editor's gestures make of a curve. Pure.

/// Indices of the selected points of a channel, rising.
std::vector<std::size_t> pointsOf(const std::vector<CurveView::Selected>& selection,
                                  CameraChannel channel);
std::vector<CameraChannel> channelsOf(const std::vector<CurveView::Selected>& selection);

/// As much of a shift in time as lets no selected point pass one that stays.
double fittingShift(const ChannelCurve& curve, const std::vector<std::size_t>& points, double time,
                    double gap);
/// The points moved in time and value; a lens stays a lens.
ChannelCurve shifted(ChannelCurve curve, const std::vector<std::size_t>& points, double time,
                     double value, bool isLens);
/// One handle of a point put somewhere. The other keeps its length and lies in one line with it,
/// unless the point's handles are free or `breaks` is set. `aspect`: time units in a value unit, as
/// seen.
ChannelCurve withHandle(ChannelCurve curve, std::size_t point, bool isOut,
                        const Eigen::Vector2d& handle, double aspect, bool breaks);
/// The point gets this kind of handles; own ones begin as they look.
void setHandlesOf(ChannelCurve& curve, std::size_t point, CurveHandles handles);
/// The way from a point to the next goes like this (None, In, Out, InOut).
void easeSegment(ChannelCurve& curve, std::size_t point, Ease ease);
/// Camera frames whose points on every curve were moved in time go with them: frames of `from` at
/// the time of a moved point, when no unmoved channel holds them.
void moveKeysWith(CameraPath& path, const CameraPath& from, double time);

QString handlesName(CurveHandles handles);
QString curveEaseName(Ease ease);
QString channelName(CameraChannel channel);

} // namespace dollygrip::ui
