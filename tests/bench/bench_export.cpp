// How fast a 1080p film of one moved plane is exported, against the ffmpeg program encoding the
// very same raw pictures with the same settings. Prints, never fails.
//   bench_export [frames] [rounds]
#include "core/interchange/movieexport.h"
#include "core/project/pictureimport.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace dollygrip;
using namespace Qt::StringLiterals;

namespace {

const QSize kSize(1920, 1080);

/// Washes and pen lines on paper, like a storyboard panel.
QImage panel()
{
    QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(246, 243, 236));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QRandomGenerator random(5);
    const auto point = [&] { return QPointF(random.bounded(1920.0), random.bounded(1080.0)); };
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 40; ++i) {
        painter.setBrush(QColor(90 + int(random.bounded(100)), 100, 120, 40));
        painter.drawEllipse(point(), random.bounded(300.0), random.bounded(200.0));
    }
    for (int i = 0; i < 400; ++i) {
        const QPointF from = point();
        const auto near = [&](double reach) {
            return from
                   + QPointF(random.bounded(2 * reach) - reach, random.bounded(2 * reach) - reach);
        };
        QPainterPath path(from);
        path.cubicTo(near(120), near(160), near(200));
        painter.strokePath(path, QPen(QColor(30, 30, 40, 220), 1.0 + random.bounded(4.0)));
    }
    return image;
}

Film movedFilm(FrameIndex frames)
{
    return test::film()
        .size(kSize.width(), kSize.height())
        .rate(24)
        .scene(u"EXT. BENCH - DAY"_s)
        .shot(u"1A"_s, frames)
        .picture(panel())
        .truck(0.6)
        .build();
}

/// The film's pictures one after the other, as bytes.
bool writeRaw(const Film& film, const QString& path)
{
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return false;
    for (FrameIndex n = 0; n < provider.length(); ++n) {
        const Image picture = provider.picture(n, kSize);
        const auto size = qint64(picture.byteCount());
        if (file.write(reinterpret_cast<const char*>(picture.pixels()), size) != size)
            return false;
    }
    return true;
}

double exportSeconds(const Film& film, const QString& path)
{
    interchange::ExportSettings settings;
    settings.path = path;
    QElapsedTimer timer;
    timer.start();
    const auto report =
        interchange::exportMovie(film, {}, std::make_shared<PictureCache>(), settings);
    if (!report) {
        std::fprintf(stderr, "export failed: %s\n", report.error().detail.c_str());
        std::exit(1);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

double ffmpegSeconds(const QString& raw, const QString& path)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(u"ffmpeg"_s, QStringList{u"-y"_s,
                                           u"-v"_s,
                                           u"error"_s,
                                           u"-f"_s,
                                           u"rawvideo"_s,
                                           u"-pix_fmt"_s,
                                           u"rgba"_s,
                                           u"-s"_s,
                                           u"1920x1080"_s,
                                           u"-r"_s,
                                           u"24"_s,
                                           u"-i"_s,
                                           raw,
                                           u"-vf"_s,
                                           u"scale=out_color_matrix=bt709:out_range=tv"_s,
                                           u"-pix_fmt"_s,
                                           u"yuv420p"_s,
                                           u"-c:v"_s,
                                           u"libx264"_s,
                                           u"-preset"_s,
                                           u"veryfast"_s,
                                           u"-crf"_s,
                                           u"18"_s,
                                           u"-g"_s,
                                           u"48"_s,
                                           u"-colorspace"_s,
                                           u"bt709"_s,
                                           u"-color_trc"_s,
                                           u"bt709"_s,
                                           u"-color_primaries"_s,
                                           u"bt709"_s,
                                           u"-movflags"_s,
                                           u"+faststart"_s,
                                           path});
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::fprintf(stderr, "ffmpeg failed\n");
        std::exit(1);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int frames = arguments.size() > 1 ? std::max(arguments[1].toInt(), 1) : 120;
    const int rounds = arguments.size() > 2 ? std::max(arguments[2].toInt(), 1) : 3;
    const Film film = movedFilm(frames);
    const QTemporaryDir folder;
    const QString raw = folder.filePath(u"frames.rgba"_s);
    if (!writeRaw(film, raw)) {
        std::fprintf(stderr, "no room for %d raw pictures\n", frames);
        return 1;
    }
    std::vector<double> ours, theirs;
    for (int round = 0; round < rounds; ++round) { // in turns, so that both meet the same machine
        ours.push_back(exportSeconds(film, folder.filePath(u"ours.mp4"_s)));
        theirs.push_back(ffmpegSeconds(raw, folder.filePath(u"theirs.mp4"_s)));
    }
    const double a = median(ours);
    const double b = median(theirs);
    std::printf("export 1080p, one moved plane, %d frames, median of %d\n", frames, rounds);
    std::printf("  our export   %6.1f frames a second, %lld bytes\n", frames / a,
                static_cast<long long>(QFile(folder.filePath(u"ours.mp4"_s)).size()));
    std::printf("  ffmpeg, raw  %6.1f frames a second, %lld bytes\n", frames / b,
                static_cast<long long>(QFile(folder.filePath(u"theirs.mp4"_s)).size()));
    std::printf("  ratio        %6.2f (at least 0.80 is wanted)\n", b / a);
    return 0;
}
