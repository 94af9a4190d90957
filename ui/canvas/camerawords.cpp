#include "ui/canvas/camerawords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dollygrip::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallestM = 0.005;
constexpr double kSmallestDegrees = 0.05;
constexpr double kWhipDegreesPerSecond = 150.0;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CameraWords)
public:
    static QString number(double value, int decimals)
    {
        QString text = QLocale().toString(std::abs(value), 'f', decimals);
        const QString point = QLocale().decimalPoint();
        while (text.contains(point) && (text.endsWith(u'0') || text.endsWith(point)))
            text.chop(1);
        return text;
    }
    static QString metres(const QString& move, double value)
    {
        return tr("%1 %2 m", "a camera move and its length").arg(move, number(value, 2));
    }
    static QString degrees(const QString& move, double value)
    {
        return tr("%1 %2°", "a camera move and its angle").arg(move, number(value, 1));
    }
    static QString lens(double from, double to)
    {
        if (number(from, 0) == number(to, 0))
            return tr("%1 mm").arg(number(from, 0));
        return tr("%1 → %2 mm").arg(number(from, 0), number(to, 0));
    }
    static QString ease(Ease ease)
    {
        switch (ease) {
        case Ease::In: return tr("ease in");
        case Ease::Out: return tr("ease out");
        case Ease::InOut: return tr("ease in and out");
        case Ease::Hold: return tr("hold");
        default: break;
        }
        return {};
    }

    // How it turns on the spot.
    static void turns(QStringList& words, const CameraPose& from, const CameraPose& to,
                      double seconds)
    {
        constexpr double kDegrees = 180 / std::numbers::pi;
        const double pan = (to.panRad - from.panRad) * kDegrees;
        const double tilt = (to.tiltRad - from.tiltRad) * kDegrees;
        const double roll = (to.rollRad - from.rollRad) * kDegrees;
        if (std::abs(pan) > kSmallestDegrees) {
            const bool isWhip = std::abs(pan) > kWhipDegreesPerSecond * seconds;
            if (isWhip)
                words += degrees(pan > 0 ? tr("whip pan right") : tr("whip pan left"), pan);
            else
                words += degrees(pan > 0 ? tr("pan right") : tr("pan left"), pan);
        }
        if (std::abs(tilt) > kSmallestDegrees)
            words += degrees(tilt > 0 ? tr("tilt up") : tr("tilt down"), tilt);
        if (std::abs(roll) > kSmallestDegrees)
            words += degrees(roll > 0 ? tr("roll clockwise") : tr("roll counter-clockwise"), roll);
    }

    // How it travels, seen from its first pose.
    static void travels(QStringList& words, const CameraPose& from, const CameraPose& to)
    {
        const Eigen::Vector3d way = from.axes().transpose() * (to.position - from.position);
        const double in = way.z();
        const bool isDollyZoom =
            std::abs(in) > kSmallestM
            && (in > 0 ? to.focalMm < from.focalMm * 0.995 : to.focalMm > from.focalMm * 1.005);
        if (std::abs(in) > kSmallestM) {
            if (isDollyZoom)
                words += metres(in > 0 ? tr("dolly zoom in") : tr("dolly zoom out"), in);
            else
                words += metres(in > 0 ? tr("push-in") : tr("pull-out"), in);
        }
        if (std::abs(way.x()) > kSmallestM)
            words += metres(way.x() > 0 ? tr("truck right") : tr("truck left"), way.x());
        if (std::abs(way.y()) > kSmallestM)
            words += metres(way.y() > 0 ? tr("pedestal up") : tr("pedestal down"), way.y());
    }

    // The angle or height of a move on an arc.
    static void arc(QStringList& words, const CameraArc& arc, const CameraPose& from,
                    const CameraPose& to)
    {
        const Eigen::Vector3d a = from.position - arc.centre;
        const Eigen::Vector3d b = to.position - arc.centre;
        if (arc.axis == CameraArc::Axis::Lateral) {
            const double up = to.position.y() - from.position.y();
            words += metres(up > 0 ? tr("crane up") : tr("crane down"), up);
            return;
        }
        const double angle =
            std::atan2(a.x() * b.z() - a.z() * b.x(), a.x() * b.x() + a.z() * b.z());
        words += degrees(angle > 0 ? tr("orbit right") : tr("orbit left"),
                         angle * 180 / std::numbers::pi);
    }

    // Out and home again: the key in between that is farthest from the start.
    static CameraPose farthest(const CameraPath& path)
    {
        CameraPose found = path.keys.front().pose;
        double most = 0;
        for (const CameraKey& key : path.keys) {
            const CameraPose& a = path.keys.front().pose;
            const CameraPose& b = key.pose;
            const double way = (b.position - a.position).norm() + std::abs(b.panRad - a.panRad)
                               + std::abs(b.tiltRad - a.tiltRad) + std::abs(b.rollRad - a.rollRad)
                               + std::abs(std::log(b.focalMm / a.focalMm));
            if (way > most) {
                most = way;
                found = b;
            }
        }
        return found;
    }

    static QString back() { return tr("and back"); }
    static QString handheld() { return tr("hand-held"); }
    static QString still() { return tr("static"); }
};

} // namespace

QString cameraWords(const CameraPath& path, FrameIndex frames, FrameRate rate)
{
    const CameraPose from = path.keys.empty() ? CameraPose{} : path.keys.front().pose;
    const bool isRound = path.keys.size() > 2 && path.keys.front().pose == path.keys.back().pose;
    const CameraPose to = path.keys.empty() ? from
                          : isRound         ? Words::farthest(path)
                                            : path.keys.back().pose;
    QStringList words{Words::lens(from.focalMm, to.focalMm)};
    const double part = path.keys.size() < 2 ? 1.0 : path.keys.back().at - path.keys.front().at;
    const double seconds = std::max(1e-3, part * rate.seconds(std::max<FrameIndex>(1, frames)));
    if (path.arc) {
        Words::arc(words, *path.arc, from, to);
    } else {
        Words::travels(words, from, to);
        Words::turns(words, from, to, seconds);
    }
    const bool isMoving = path.keys.size() > 1 && !(from == to);
    if (isRound && isMoving)
        words += Words::back();
    if (path.handheld && (path.handheld->rotationRad > 0 || path.handheld->translationM > 0))
        words += Words::handheld();
    const bool hasCurves = std::any_of(path.curves.begin(), path.curves.end(),
                                       [](const ChannelCurve& curve) { return !curve.isEmpty(); });
    if (isMoving && !hasCurves && !Words::ease(path.keys.front().ease).isEmpty())
        words += Words::ease(path.keys.front().ease);
    if (words.size() == 1 && !isMoving)
        words += Words::still();
    return words.join(u", "_s);
}

} // namespace dollygrip::ui
