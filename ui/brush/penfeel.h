#pragma once

#include <QList>
#include <QPointF>
#include <QString>

namespace dollygrip::ui {

/// How the pen's own value (0…1) is felt: a smooth curve that never turns back between its points.
/// The first point lies at 0 and the last at 1.
class PenCurve {
public:
    static constexpr qsizetype kMostPoints = 8;

    PenCurve() : m_points{{0, 0}, {1, 1}} {}
    /// Sorted, clamped, its ends put where they belong.
    explicit PenCurve(QList<QPointF> points);

    const QList<QPointF>& points() const { return m_points; }
    double at(double value) const;

    QString toText() const;
    /// Nonsense becomes the straight curve.
    static PenCurve fromText(const QString& text);

    bool operator==(const PenCurve&) const = default;

private:
    QList<QPointF> m_points;
};

/// What steadies the hand.
enum class Steadying {
    None,
    Average, ///< the line follows the weighted mean of where the pen was lately
    String   ///< the pen pulls the line on a string
};

/// The pen as this person likes it. Kept in the settings, not in the film.
struct PenFeel {
    PenCurve pressure;
    PenCurve tilt;
    Steadying steadying = Steadying::Average;
    double strength = 0.2; ///< 0…1
    bool catchesUp = true; ///< a line on a string goes on to where the pen left the paper
    bool operator==(const PenFeel&) const = default;
};

} // namespace dollygrip::ui
