#include "core/project/palettefile.h"

#include <QHash>
#include <QImage>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dollygrip {

namespace {

constexpr qsizetype kLargestFile = 1 << 20;
constexpr qsizetype kLongestName = 120;
constexpr int kAlike = 14; // distance of colours that count as one

Error refused(const QString& subject, const QString& why)
{
    return {ErrorCode::MediaDamaged, subject.toStdString(), why.toStdString()};
}

int distance(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
           + std::abs(a.blue() - b.blue());
}

} // namespace

Result<Palette> paletteFromGpl(const QByteArray& bytes, const QString& subject)
{
    if (bytes.size() > kLargestFile)
        return refused(subject, u"is too large for a palette"_s);
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    static const QRegularExpression lineEnd(u"\\r\\n|\\n|\\r"_s);
    const QStringList lines = text.split(lineEnd);
    if (lines.first().trimmed() != "GIMP Palette"_L1)
        return refused(subject, u"does not begin with “GIMP Palette”"_s);
    static const QRegularExpression colourLine(
        u"^\\s*(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})(?:\\s.*)?$"_s);
    Palette palette;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith("Name:"_L1)) {
            palette.name = line.mid(5).simplified().left(kLongestName);
            continue;
        }
        if (line.startsWith("Columns:"_L1) || line.startsWith("Channels:"_L1))
            continue;
        const auto match = colourLine.match(line);
        const int red = match.captured(1).toInt();
        const int green = match.captured(2).toInt();
        const int blue = match.captured(3).toInt();
        if (!match.hasMatch() || std::max({red, green, blue}) > 255)
            return refused(subject, u"line %1 is no colour: %2"_s.arg(i + 1).arg(line.left(40)));
        if (palette.colours.size() < kMostPaletteColours)
            palette.colours.append(QColor(red, green, blue));
    }
    if (palette.colours.isEmpty())
        return refused(subject, u"has no colours"_s);
    return palette;
}

QByteArray paletteToGpl(const Palette& palette)
{
    QByteArray text = "GIMP Palette\nName: " + palette.name.simplified().toUtf8() + "\n#\n";
    for (const QColor& colour : palette.colours)
        text += u"%1 %2 %3\t%4\n"_s.arg(colour.red(), 3)
                    .arg(colour.green(), 3)
                    .arg(colour.blue(), 3)
                    .arg(colour.name().mid(1))
                    .toUtf8();
    return text;
}

QList<QColor> coloursOfPanel(const Panel& panel, const QImage& painted, qsizetype most)
{
    QHash<QRgb, double> drawn; // how far each colour was drawn
    bool hasPictures = false;
    for (const Layer& layer : panel.layers) {
        hasPictures = hasPictures || !layer.picture.isEmpty();
        for (const auto& stroke : layer.strokes) {
            if (isErasing(stroke->brush))
                continue;
            double way = 0.01;
            for (qsizetype i = 1; i < stroke->points.size(); ++i)
                way += std::hypot(stroke->points[i].x - stroke->points[i - 1].x,
                                  stroke->points[i].y - stroke->points[i - 1].y);
            drawn[stroke->colour.rgb()] +=
                way * (stroke->brush == Brush::Fill ? 0.2 : std::max(stroke->width, 0.002));
        }
    }
    QList<std::pair<double, QRgb>> order;
    for (auto it = drawn.cbegin(); it != drawn.cend(); ++it)
        order.append({it.value(), it.key()});
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a > b; });
    QList<QColor> colours;
    const auto add = [&](QRgb rgb, int apart) {
        const QColor colour = QColor::fromRgb(rgb);
        for (const QColor& known : colours) {
            if (distance(known, colour) < apart)
                return;
        }
        if (colours.size() < most)
            colours.append(colour);
    };
    for (const auto& [weight, rgb] : order)
        add(rgb, 1);
    if (!hasPictures || painted.isNull())
        return colours;
    // What stands out in a picture: its cells of colour by size, each once.
    const QImage small = painted.scaled(96, 96, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_RGB32);
    struct Cell {
        int count = 0;
        int red = 0, green = 0, blue = 0;
    };
    QHash<int, Cell> cells;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb pixel = small.pixel(x, y);
            Cell& cell =
                cells[(qRed(pixel) >> 5) << 6 | (qGreen(pixel) >> 5) << 3 | qBlue(pixel) >> 5];
            ++cell.count;
            cell.red += qRed(pixel);
            cell.green += qGreen(pixel);
            cell.blue += qBlue(pixel);
        }
    }
    QList<std::pair<int, QRgb>> bySize;
    for (const Cell& cell : std::as_const(cells))
        bySize.append({cell.count, qRgb(cell.red / cell.count, cell.green / cell.count,
                                        cell.blue / cell.count)});
    std::sort(bySize.begin(), bySize.end(), [](const auto& a, const auto& b) { return a > b; });
    for (const auto& [count, rgb] : bySize)
        add(rgb, 3 * kAlike);
    return colours;
}

} // namespace dollygrip
