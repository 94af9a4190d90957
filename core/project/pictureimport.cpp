#include "core/project/pictureimport.h"

#include "core/project/errortext.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QtEndian>

#include <array>
#include <bit>
#include <cstring>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestFile = qint64(1) << 30;

struct Kind {
    const char* suffix;
    const char* mime;
};
constexpr std::array<Kind, 9> kSounds = {{{"wav", "audio/x-wav"},
                                          {"mp3", "audio/mpeg"},
                                          {"flac", "audio/flac"},
                                          {"ogg", "audio/ogg"},
                                          {"oga", "audio/ogg"},
                                          {"opus", "audio/ogg"},
                                          {"m4a", "audio/mp4"},
                                          {"aac", "audio/aac"},
                                          {"aiff", "audio/x-aiff"}}};

Result<QByteArray> readAll(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(ErrorCode::FileNotFound, path);
    if (info.isDir())
        return fileError(ErrorCode::FileUnreadable, path, u"it is a folder"_s);
    if (info.size() > kLargestFile)
        return fileError(ErrorCode::MediaTooLarge, path,
                         u"%1 MB, at most 1024 MB are taken"_s.arg(info.size() >> 20));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::FileUnreadable, path, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fileError(ErrorCode::FileUnreadable, path, file.errorString());
    if (bytes.isEmpty())
        return fileError(ErrorCode::MediaDamaged, path, u"the file is empty"_s);
    return bytes;
}

/// Decoders paint grey where a JPEG or PNG is cut off and call it done, so the end is looked for.
bool pngIsWhole(const QByteArray& bytes)
{
    qsizetype at = 8;
    while (at + 12 <= bytes.size()) {
        const auto* p = reinterpret_cast<const uchar*>(bytes.constData()) + at;
        const quint32 length =
            quint32(p[0]) << 24 | quint32(p[1]) << 16 | quint32(p[2]) << 8 | p[3];
        if (qsizetype(length) > bytes.size() - at - 12)
            return false;
        if (std::memcmp(p + 4, "IEND", 4) == 0)
            return true;
        at += 12 + qsizetype(length);
    }
    return false;
}

bool jpegIsWhole(const QByteArray& bytes)
{
    const auto* p = reinterpret_cast<const uchar*>(bytes.constData());
    qsizetype at = 2;
    while (at + 2 <= bytes.size()) {
        if (p[at] != 0xff) {
            ++at; // inside coded data, or padding
            continue;
        }
        const uchar marker = p[at + 1];
        if (marker == 0xd9)
            return true;
        const bool stands = marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        if (marker == 0xff) {
            ++at;
        } else if (stands) {
            at += 2;
        } else {
            if (at + 4 > bytes.size())
                return false;
            at += 2 + (qsizetype(p[at + 2]) << 8 | p[at + 3]);
        }
    }
    return false;
}

/// A BMP says in its third byte onwards how long its file is.
bool bmpIsWhole(const QByteArray& bytes)
{
    return bytes.size() >= 26
           && bytes.size() >= qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 2));
}

struct Decoded {
    QImage image;
    QString mime;
};

/// Proves and decodes. `subject` is what an error names.
Result<Decoded> decode(const QByteArray& bytes, const QString& subject)
{
    const bool isPng = bytes.startsWith("\x89PNG\r\n\x1a\n");
    const bool isBmp = bytes.startsWith("BM");
    const bool isJpeg = bytes.startsWith("\xff\xd8\xff");
    // Our own limit on the sides is the one that counts.
    QImageReader::setAllocationLimit(2048);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead()) {
        if (isPng || isJpeg || bytes.size() < 16)
            return fileError(ErrorCode::MediaDamaged, subject);
        return fileError(ErrorCode::MediaUnsupported, subject);
    }
    const QSize size = reader.size();
    if (size.width() > kLargestPictureSide || size.height() > kLargestPictureSide)
        return fileError(ErrorCode::MediaTooLarge, subject,
                         u"%1 x %2 pixels, at most %3 each way"_s.arg(size.width())
                             .arg(size.height())
                             .arg(kLargestPictureSide));
    const bool isWhole = isPng    ? pngIsWhole(bytes)
                         : isJpeg ? jpegIsWhole(bytes)
                                  : !isBmp || bmpIsWhole(bytes);
    if (!isWhole)
        return fileError(ErrorCode::MediaDamaged, subject, u"its end is missing"_s);
    const QString mime = u"image/"_s + QString::fromLatin1(reader.format());
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        const bool known = isPng || isJpeg || reader.error() == QImageReader::InvalidDataError;
        return fileError(known ? ErrorCode::MediaDamaged : ErrorCode::MediaUnsupported, subject,
                         reader.errorString());
    }
    if (image.width() > kLargestPictureSide || image.height() > kLargestPictureSide)
        return fileError(ErrorCode::MediaTooLarge, subject);
    return Decoded{std::move(image), mime};
}

} // namespace

Result<std::shared_ptr<const Asset>> importPicture(const QString& path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    const auto decoded = decode(*bytes, path);
    if (!decoded)
        return decoded.error();
    return makeAsset(*bytes, decoded->mime, QFileInfo(path).fileName());
}

Result<std::shared_ptr<const Asset>> importSound(const QString& path)
{
    const auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    const QString suffix = QFileInfo(path).suffix().toLower();
    QString mime = u"audio/octet-stream"_s;
    for (const Kind& kind : kSounds) {
        if (suffix == QLatin1StringView(kind.suffix))
            mime = QLatin1StringView(kind.mime);
    }
    return makeAsset(*bytes, mime, QFileInfo(path).fileName());
}

Result<Image> decodePicture(const Asset& asset)
{
    const auto decoded = decode(asset.bytes, asset.name);
    if (!decoded)
        return decoded.error();
    QImage image = decoded->image;
    const QColorSpace srgb(QColorSpace::SRgb);
    if (image.colorSpace().isValid() && image.colorSpace() != srgb) {
        // Colour spaces convert in an RGB format only.
        if (image.depth() < 24)
            image = image.convertToFormat(QImage::Format_RGBA8888);
        image = image.convertedToColorSpace(srgb);
        if (image.isNull())
            image = decoded->image;
    }
    return toImage(image);
}

multiplane::Placement coveringPlacement(QSize picture, double frameAspect)
{
    multiplane::Placement placement;
    const double aspect = double(picture.width()) / picture.height();
    if (aspect > frameAspect)
        placement.width = aspect / frameAspect;
    else
        placement.height = frameAspect / aspect;
    placement.x = (1 - placement.width) / 2;
    placement.y = (1 - placement.height) / 2;
    return placement;
}

QImage toQImage(const Image& image)
{
    if (image.isNull())
        return {};
    auto* keep = new std::shared_ptr<const std::uint8_t[]>(image.share());
    return QImage(
        image.pixels(), image.width(), image.height(), qsizetype(image.bytesPerLine()),
        QImage::Format_RGBA8888_Premultiplied,
        [](void* kept) { delete static_cast<std::shared_ptr<const std::uint8_t[]>*>(kept); }, keep);
}

Image toImage(const QImage& image)
{
    if (image.isNull())
        return {};
    if (image.format() == QImage::Format_ARGB32_Premultiplied) { // straight from a painter
        return Image::filled(image.width(), image.height(), [&](std::uint8_t* pixels) {
            const int width = image.width();
            for (int y = 0; y < image.height(); ++y) {
                const auto* from = reinterpret_cast<const QRgb*>(image.constScanLine(y));
                std::uint8_t* to = pixels + std::size_t(y) * std::size_t(width) * 4;
                if constexpr (std::endian::native == std::endian::little) {
                    auto* words = reinterpret_cast<std::uint32_t*>(to); // red and blue swap
                    for (int x = 0; x < width; ++x)
                        words[x] = (from[x] & 0xff00ff00U) | ((from[x] >> 16) & 0xffU)
                                   | ((from[x] & 0xffU) << 16);
                    continue;
                }
                for (int x = 0; x < width; ++x, to += 4) {
                    to[0] = std::uint8_t(from[x] >> 16);
                    to[1] = std::uint8_t(from[x] >> 8);
                    to[2] = std::uint8_t(from[x]);
                    to[3] = std::uint8_t(from[x] >> 24);
                }
            }
        });
    }
    const QImage source = image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    return Image::filled(source.width(), source.height(), [&](std::uint8_t* pixels) {
        const std::size_t line = std::size_t(source.width()) * 4;
        for (int y = 0; y < source.height(); ++y)
            std::memcpy(pixels + line * std::size_t(y), source.constScanLine(y), line);
    });
}

} // namespace dollygrip
