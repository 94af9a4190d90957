#include "core/interchange/burnin.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dollygrip::interchange {
namespace {

using namespace Qt::StringLiterals;

constexpr double kTextHeight = 1.0 / 24; ///< of the picture's height
constexpr double kMargin = 0.05;         ///< of both sides: inside the title-safe area

QFont burnInFont(int pictureHeight)
{
    QFont font(QStringList{u"DejaVu Sans Mono"_s, u"Liberation Mono"_s, u"Noto Sans Mono"_s});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(std::max(int(std::lround(pictureHeight * kTextHeight)), 6));
    return font;
}

} // namespace

Result<void> checkBurnIn()
{
    if (!qGuiApp)
        return Error{ErrorCode::Internal, "burn-in", "text needs a QGuiApplication"};
    if (QFontDatabase::families().isEmpty())
        return Error{ErrorCode::NotFound, "font", "this machine has no fonts for the burn-in"};
    return {};
}

Image burnedIn(const Image& picture, const BurnIn& text)
{
    if (text.isEmpty() || picture.isNull())
        return picture;
    return Image::filled(picture.width(), picture.height(), [&](std::uint8_t* pixels) {
        std::memcpy(pixels, picture.pixels(), picture.byteCount());
        QImage canvas(pixels, picture.width(), picture.height(), qsizetype(picture.bytesPerLine()),
                      QImage::Format_RGBA8888_Premultiplied);
        QPainter painter(&canvas);
        const QFont font = burnInFont(picture.height());
        painter.setFont(font);
        const QFontMetricsF metrics(font);
        const QRectF inside = QRectF(canvas.rect())
                                  .adjusted(kMargin * canvas.width(), kMargin * canvas.height(),
                                            -kMargin * canvas.width(), -kMargin * canvas.height());
        const double pad = metrics.height() * 0.25;
        const auto write = [&](const QString& words, bool isRight) {
            if (words.isEmpty())
                return;
            const QString shown = metrics.elidedText(words, Qt::ElideRight, inside.width() * 0.6);
            QRectF box(0, 0, metrics.horizontalAdvance(shown) + 4 * pad,
                       metrics.height() + 2 * pad);
            box.moveBottom(inside.bottom());
            if (isRight)
                box.moveRight(inside.right());
            else
                box.moveLeft(inside.left());
            painter.fillRect(box, QColor(0, 0, 0, 160));
            painter.setPen(Qt::white);
            painter.drawText(box, Qt::AlignCenter, shown);
        };
        write(text.bottomLeft, false);
        write(text.bottomRight, true);
    });
}

} // namespace dollygrip::interchange
