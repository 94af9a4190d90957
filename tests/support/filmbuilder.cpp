#include "tests/support/filmbuilder.h"

#include "core/project/editing.h"

#include <QBuffer>

#include <cmath>

namespace dollygrip::test {

namespace {

using namespace Qt::StringLiterals;

std::vector<Eigen::Vector2d> vectors(const QList<QPointF>& points)
{
    std::vector<Eigen::Vector2d> vectors;
    for (const QPointF& point : points)
        vectors.emplace_back(point.x(), point.y());
    return vectors;
}

} // namespace

FilmBuilder::FilmBuilder() : m_film(emptyFilm({}))
{
    m_film.scenes.clear();
}

FilmBuilder& FilmBuilder::size(int width, int height)
{
    m_film.settings.size = {width, height};
    return *this;
}

FilmBuilder& FilmBuilder::rate(int num, int den)
{
    m_film.settings.rate = {num, den};
    return *this;
}

FilmBuilder& FilmBuilder::scene(const QString& heading)
{
    m_hasShot = false;
    Scene scene;
    scene.heading = heading;
    m_film.scenes.append(std::make_shared<const Scene>(std::move(scene)));
    return *this;
}

FilmBuilder& FilmBuilder::shot(const QString& name, FrameIndex length)
{
    if (m_film.scenes.isEmpty())
        scene(u"INT. ROOM - DAY"_s);
    m_shot = emptyShot(name, length);
    m_panel = *m_shot.panels.first();
    m_hasShot = true;
    Scene changed = *m_film.scenes.last();
    changed.shots.append(nullptr);
    m_film.scenes.last() = std::make_shared<const Scene>(std::move(changed));
    put();
    return *this;
}

FilmBuilder& FilmBuilder::panel(double start)
{
    m_panel = {};
    m_panel.start = start;
    m_panel.layers.append(Layer{});
    m_shot.panels.append(nullptr);
    put();
    return *this;
}

FilmBuilder& FilmBuilder::layer(double depthM)
{
    Layer layer;
    layer.depthM = depthM;
    m_panel.layers.append(layer);
    put();
    return *this;
}

FilmBuilder& FilmBuilder::stroke(const QList<QPointF>& points, Brush brush)
{
    Stroke stroke;
    stroke.brush = brush;
    stroke.width = 0.01;
    for (const QPointF& point : points)
        stroke.points.append({float(point.x()), float(point.y()), 0.7F});
    lastLayer().strokes.append(std::make_shared<const Stroke>(std::move(stroke)));
    put();
    return *this;
}

FilmBuilder& FilmBuilder::picture(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    lastLayer().picture = addAsset(m_film, makeAsset(bytes, u"image/png"_s, u"picture.png"_s));
    put();
    return *this;
}

FilmBuilder& FilmBuilder::region(const QList<QPointF>& outline, bool isLifted)
{
    ShotRegion region;
    region.layer = lastLayer().id;
    region.area.outlines.push_back(vectors(outline));
    region.isLifted = isLifted;
    lastShot().regions.append(std::move(region));
    put();
    return *this;
}

FilmBuilder& FilmBuilder::arrow(const QList<QPointF>& points, double from, double to)
{
    Motion motion;
    motion.path.points = vectors(points);
    motion.path.from = from;
    motion.path.to = to;
    lastShot().regions.last().motions.append(std::move(motion));
    put();
    return *this;
}

FilmBuilder& FilmBuilder::camera(const CameraPath& path)
{
    lastShot().camera = path;
    put();
    return *this;
}

FilmBuilder& FilmBuilder::truck(double metres)
{
    CameraPath path;
    path.keys = {CameraKey{}, CameraKey{}};
    path.keys[1].at = 1.0;
    path.keys[1].pose.position.x() = metres;
    return camera(path);
}

FilmBuilder& FilmBuilder::sound(const QString& name, FrameIndex at, double seconds)
{
    AudioClip clip;
    clip.name = name;
    clip.at = at;
    clip.lengthSeconds = seconds;
    clip.sound = addAsset(m_film, makeAsset("sound " + name.toUtf8(), u"audio/x-wav"_s, name));
    (void)addAudioClip(m_film, clip);
    return *this;
}

FilmBuilder& FilmBuilder::castMember(const QString& name, const QString& words, quint64 seed,
                                     int pictures)
{
    CastMember member;
    member.name = name;
    member.words = words;
    member.seed = seed;
    for (int i = 0; i < pictures; ++i) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        testPicture(6 + i + int(m_film.assets.size()), 8).save(&buffer, "PNG");
        member.pictures.append(addAsset(m_film, makeAsset(bytes, u"image/png"_s, name)));
    }
    m_film.cast.append(std::make_shared<const CastMember>(std::move(member)));
    return *this;
}

FilmBuilder& FilmBuilder::change(const std::function<void(Shot&)>& change)
{
    change(lastShot());
    put();
    return *this;
}

Film FilmBuilder::build() const
{
    return m_film;
}

Shot& FilmBuilder::lastShot()
{
    Q_ASSERT(m_hasShot);
    return m_shot;
}

Layer& FilmBuilder::lastLayer()
{
    Q_ASSERT(m_hasShot);
    return m_panel.layers.last();
}

void FilmBuilder::put()
{
    m_shot.panels.last() = std::make_shared<const Panel>(m_panel);
    Scene changed = *m_film.scenes.last();
    changed.shots.last() = std::make_shared<const Shot>(m_shot);
    m_film.scenes.last() = std::make_shared<const Scene>(std::move(changed));
}

FilmBuilder film()
{
    return {};
}

Film longFilm(int count, int strokesPerShot)
{
    FilmBuilder builder;
    for (int i = 0; i < count; ++i) {
        if (i % 10 == 0)
            builder.scene(u"EXT. PLACE %1 - DAY"_s.arg(i / 10 + 1));
        builder.shot(u"%1%2"_s.arg(i / 10 + 1).arg(QChar(u'A' + i % 10)), 24 + i % 48);
        for (int k = 0; k < strokesPerShot; ++k) {
            QList<QPointF> points;
            for (int p = 0; p < 30; ++p)
                points.append({0.1 + 0.02 * p, 0.5 + 0.3 * std::sin(0.3 * p + k + i)});
            builder.stroke(points);
        }
    }
    return builder.build();
}

std::shared_ptr<const Shot> firstShot(const Film& film)
{
    for (const auto& scene : film.scenes) {
        if (!scene->shots.isEmpty())
            return scene->shots.first();
    }
    return nullptr;
}

QImage testPicture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb((x * 7) % 256, (y * 5) % 256, (x * 3 + y * 11) % 256));
    }
    return image;
}

} // namespace dollygrip::test
