#pragma once

#include "core/project/film.h"

#include <QImage>
#include <QPointF>
#include <QString>

#include <functional>

namespace dollygrip::test {

/// Makes films for tests in one line:
///   film().scene("INT. ROOM").shot("1A", 48).region({…}).arrow({…}).build()
/// Each call works on what the last one made. Every film is whole (Film::check()).
class FilmBuilder {
public:
    FilmBuilder();

    FilmBuilder& size(int width, int height);
    FilmBuilder& rate(int num, int den = 1);
    FilmBuilder& scene(const QString& heading);
    /// A shot with one panel and one layer at the default depth.
    FilmBuilder& shot(const QString& name, FrameIndex length = 48);
    /// One more panel, at a fraction of the shot, with one layer.
    FilmBuilder& panel(double start);
    /// One more layer on the last panel, nearer.
    FilmBuilder& layer(double depthM);
    /// A stroke on the last layer.
    FilmBuilder& stroke(const QList<QPointF>& points, Brush brush = Brush::Ink);
    /// A picture on the last layer, filling the frame.
    FilmBuilder& picture(const QImage& image);
    /// A region on the last layer, a closed outline in picture units.
    FilmBuilder& region(const QList<QPointF>& outline, bool isLifted = false);
    /// An arrow for the last region.
    FilmBuilder& arrow(const QList<QPointF>& points, double from = 0.0, double to = 1.0);
    FilmBuilder& camera(const CameraPath& path);
    /// A camera that trucks from the origin to x metres, evenly.
    FilmBuilder& truck(double metres);
    /// A sound on the first track; its bytes are made up.
    FilmBuilder& sound(const QString& name, FrameIndex at, double seconds);

    /// Somebody for the cast, with this many made-up pictures.
    FilmBuilder& castMember(const QString& name, const QString& words = {}, quint64 seed = 0,
                            int pictures = 0);
    /// Changes the last shot as one likes.
    FilmBuilder& change(const std::function<void(Shot&)>& change);

    Film build() const;

private:
    Shot& lastShot();
    Layer& lastLayer();
    void put();

    Film m_film;
    Shot m_shot;
    Panel m_panel;
    bool m_hasShot = false;
};

FilmBuilder film();

/// A film of `count` shots in `count / 10` scenes, each with a few strokes.
Film longFilm(int count, int strokesPerShot = 6);

/// The film's first shot.
std::shared_ptr<const Shot> firstShot(const Film& film);

/// A picture with a pattern that differs everywhere.
QImage testPicture(int width, int height);

} // namespace dollygrip::test
