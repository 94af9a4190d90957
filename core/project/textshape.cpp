#include "core/project/textshape.h"

#include <QFont>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QRawFont>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

namespace dollygrip {

namespace {

constexpr double kLayoutSize = 128; // pixels of the letters' height while they are laid out
constexpr double kLineHeight = 1.22;
constexpr qsizetype kMostLetters = 20000;

struct TextLine {
    std::unique_ptr<QTextLayout> layout;
    qsizetype first = 0; ///< position of its first letter in the text
    double x = 0;
    double y = 0;
    double width = 0;

    QTextLine line() const { return layout->lineAt(0); }
};

struct LaidOut {
    std::vector<TextLine> lines;
    double width = 0;
    double height = 0;
};

LaidOut layOut(const Stroke& stroke)
{
    LaidOut result;
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return result;
    QFont font(stroke.font.isEmpty() ? defaultTextFont() : stroke.font);
    font.setPixelSize(int(kLayoutSize));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    qsizetype first = 0;
    for (const QString& words : stroke.text.left(kMostLetters).split(u'\n')) {
        TextLine line;
        line.first = first;
        first += words.size() + 1;
        line.layout = std::make_unique<QTextLayout>(words, font);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        line.layout->setTextOption(option);
        line.layout->beginLayout();
        QTextLine made = line.layout->createLine();
        if (made.isValid()) {
            made.setLineWidth(1e6);
            line.width = made.naturalTextWidth();
        }
        line.layout->endLayout();
        line.y = double(result.lines.size()) * kLayoutSize * kLineHeight;
        result.width = std::max(result.width, line.width);
        result.lines.push_back(std::move(line));
    }
    for (TextLine& line : result.lines) {
        // Lines that are read from the right begin there.
        if (line.layout->text().isRightToLeft()) {
            line.x = result.width - line.width;
            if (line.line().isValid()) // Qt puts it at the far end of the endless line
                line.x -= line.line().naturalTextRect().left();
        }
    }
    result.height = double(result.lines.size()) * kLayoutSize * kLineHeight;
    return result;
}

double cursorX(const TextLine& line, qsizetype position)
{
    return line.line().isValid() ? line.line().cursorToX(int(position)) : 0.0;
}

} // namespace

QString defaultTextFont()
{
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QTransform textTransform(const Stroke& stroke, const QRectF& frame)
{
    const auto place = [&](const StrokePoint& point) {
        return QPointF(frame.x() + point.x * frame.width(), frame.y() + point.y * frame.height());
    };
    QTransform transform;
    if (stroke.points.isEmpty())
        return transform;
    const QPointF origin = place(stroke.points[0]);
    transform.translate(origin.x(), origin.y());
    if (stroke.points.size() > 1) {
        const QPointF way = place(stroke.points[1]) - origin;
        if (std::hypot(way.x(), way.y()) > 1e-6)
            transform.rotateRadians(std::atan2(way.y(), way.x()));
    }
    return transform;
}

static double scaleOf(const Stroke& stroke, const QRectF& frame)
{
    return stroke.width * frame.height() / kLayoutSize;
}

QPainterPath textShape(const Stroke& stroke, const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (stroke.points.isEmpty() || stroke.text.isEmpty())
        return path;
    const LaidOut text = layOut(stroke);
    for (const TextLine& line : text.lines) {
        for (const QGlyphRun& run : line.layout->glyphRuns()) {
            const QRawFont font = run.rawFont();
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> places = run.positions();
            for (qsizetype i = 0; i < glyphs.size(); ++i)
                path.addPath(
                    font.pathForGlyph(glyphs[i]).translated(places[i] + QPointF(line.x, line.y)));
        }
    }
    const double scale = scaleOf(stroke, frame);
    path = (QTransform::fromScale(scale, scale) * textTransform(stroke, frame)).map(path);
    path.setFillRule(Qt::WindingFill);
    return path;
}

QRectF textBox(const Stroke& stroke, const QRectF& frame)
{
    const LaidOut text = layOut(stroke);
    const double scale = scaleOf(stroke, frame);
    return {0, 0, text.width * scale, text.height * scale};
}

QLineF textCursor(const Stroke& stroke, qsizetype position, const QRectF& frame)
{
    const LaidOut text = layOut(stroke);
    const double scale = scaleOf(stroke, frame);
    QLineF cursor(0, 0, 0, kLayoutSize * kLineHeight);
    for (const TextLine& line : text.lines) {
        if (position < line.first)
            break;
        const double x =
            line.x + cursorX(line, std::min(position - line.first, line.layout->text().size()));
        cursor = QLineF(x, line.y, x, line.y + kLayoutSize * kLineHeight);
    }
    return (QTransform::fromScale(scale, scale) * textTransform(stroke, frame)).map(cursor);
}

qsizetype textPositionAt(const Stroke& stroke, const QPointF& place, const QRectF& frame)
{
    const LaidOut text = layOut(stroke);
    if (text.lines.empty())
        return 0;
    const double scale = scaleOf(stroke, frame);
    const QTransform back =
        (QTransform::fromScale(scale, scale) * textTransform(stroke, frame)).inverted();
    const QPointF at = back.map(place);
    const auto row =
        std::clamp<std::ptrdiff_t>(std::ptrdiff_t(at.y() / (kLayoutSize * kLineHeight)), 0,
                                   std::ptrdiff_t(text.lines.size()) - 1);
    const TextLine& line = text.lines[std::size_t(row)];
    return line.first + (line.line().isValid() ? line.line().xToCursor(at.x() - line.x) : 0);
}

QPainterPath textSelection(const Stroke& stroke, qsizetype first, qsizetype end,
                           const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const LaidOut text = layOut(stroke);
    for (const TextLine& line : text.lines) {
        const qsizetype from = std::max(first, line.first);
        const qsizetype to = std::min(end, line.first + line.layout->text().size());
        if (from >= to)
            continue;
        const double a = line.x + cursorX(line, from - line.first);
        const double b = line.x + cursorX(line, to - line.first);
        path.addRect(QRectF(std::min(a, b), line.y, std::abs(b - a), kLayoutSize * kLineHeight));
    }
    const double scale = scaleOf(stroke, frame);
    return (QTransform::fromScale(scale, scale) * textTransform(stroke, frame)).map(path);
}

} // namespace dollygrip
