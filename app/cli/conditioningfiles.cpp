#include "app/cli/conditioningfiles.h"

#include "app/cli/commandline.h"
#include "core/project/errortext.h"
#include "core/project/filmfile.h"
#include "core/project/pictureimport.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtEndian>

#include <numbers>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fileError(isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                     file.errorString());
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 80);
    return bytes;
}

QImage greyOf(const Mask& mask)
{
    return QImage(mask.values.data(), mask.width, mask.height, mask.width,
                  QImage::Format_Grayscale8)
        .copy();
}

Result<void> writePictures(const multiplane::Guide& guide, QSize size, const QDir& folder)
{
    const FrameIndex frames = guide.stage().frames;
    for (FrameIndex n = 0; n < frames; ++n) {
        if (isInterrupted())
            return Error{ErrorCode::Cancelled, {}, {}};
        showProgress(u"%1 / %2"_s.arg(n + 1).arg(frames));
        const multiplane::GuideFrame frame = guide.frame(n, size.width(), size.height());
        const QString number = u"%1.png"_s.arg(n, 5, 10, QChar(u'0'));
        const QImage picture = toQImage(frame.picture).convertToFormat(QImage::Format_RGB888);
        if (auto done = writeFile(folder.filePath(u"guide-"_s + number), png(picture)); !done)
            return done;
        if (auto done = writeFile(folder.filePath(u"hole-"_s + number), png(greyOf(frame.hole)));
            !done)
            return done;
    }
    return {};
}

} // namespace

QByteArray npy(const QByteArray& descr, const QByteArray& shape, const QByteArray& values)
{
    QByteArray header =
        "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
    // Magic, version, length and header together fill whole 64 bytes, the last one a line end.
    constexpr qsizetype kBefore = 10;
    while ((kBefore + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    QByteArray file("\x93NUMPY\x01\x00", 8);
    file += char(header.size() & 0xff);
    file += char(header.size() >> 8);
    return file + header + values;
}

QJsonObject cameraJson(const multiplane::Stage& stage, QSize size)
{
    const Eigen::Vector3d turned(1, -1, 1); // y up to y down
    QJsonArray frames;
    for (FrameIndex n = 0; n < stage.frames; ++n) {
        const Camera camera = stage.cameraAt(double(n));
        const CameraPose& pose = camera.pose;
        const Eigen::Matrix3d toCamera =
            turned.asDiagonal() * pose.axes().transpose() * turned.asDiagonal();
        const Eigen::Vector3d offset = -toCamera * pose.position.cwiseProduct(turned);
        QJsonArray matrix;
        for (int row = 0; row < 3; ++row)
            matrix.append(
                QJsonArray{toCamera(row, 0), toCamera(row, 1), toCamera(row, 2), offset(row)});
        const double focal = camera.focalWidths();
        frames.append(QJsonObject{
            {u"frame"_s, qint64(n)},
            {u"position"_s, QJsonArray{pose.position.x(), pose.position.y(), pose.position.z()}},
            {u"pan"_s, pose.panRad * kDegrees},
            {u"tilt"_s, pose.tiltRad * kDegrees},
            {u"roll"_s, pose.rollRad * kDegrees},
            {u"focal_mm"_s, pose.focalMm},
            {u"world_to_camera"_s, matrix},
            {u"intrinsics"_s, QJsonObject{{u"fx"_s, focal},
                                          {u"fy"_s, focal * camera.aspect},
                                          {u"cx"_s, 0.5},
                                          {u"cy"_s, 0.5}}}});
    }
    const Camera first = stage.cameraAt(0);
    return {{u"width"_s, size.width()},
            {u"height"_s, size.height()},
            {u"fps"_s, QString::fromStdString(toText(stage.rate))},
            {u"sensor_width_mm"_s, first.sensorWidthMm},
            {u"sensor_height_mm"_s, first.sensorWidthMm / first.aspect},
            {u"axes"_s, u"position: x right, y up, z forward, metres; world_to_camera: OpenCV, "
                        "x right, y down, z forward"_s},
            {u"frames"_s, frames}};
}

Result<void> writeConditioning(const multiplane::Guide& guide, QSize size, const QString& folder)
{
    const QDir place(folder);
    if (auto done = writePictures(guide, size, place); !done)
        return done;
    const multiplane::PointTracks tracks = guide.tracks(size.width(), size.height());
    QByteArray positions(qsizetype(tracks.xy.size()) * 4, Qt::Uninitialized);
    qToLittleEndian<float>(tracks.xy.data(), qsizetype(tracks.xy.size()), positions.data());
    const QByteArray visible(reinterpret_cast<const char*>(tracks.visible.data()),
                             qsizetype(tracks.visible.size()));
    const QByteArray counts =
        QByteArray::number(qint64(tracks.frames)) + ", " + QByteArray::number(tracks.points);
    if (auto done = writeFile(place.filePath(u"tracks.npy"_s),
                              npy("<f4", "(1, " + counts + ", 2)", positions));
        !done)
        return done;
    if (auto done = writeFile(place.filePath(u"visibility.npy"_s),
                              npy("|b1", "(1, " + counts + ")", visible));
        !done)
        return done;
    return writeFile(place.filePath(u"camera.json"_s),
                     QJsonDocument(cameraJson(guide.stage(), size)).toJson());
}

} // namespace dollygrip::cli
