// Film::check() and its quicker sibling: is the film whole? The subject of a refusal names the
// shot, clip or setting at fault as the user knows it.

#include "core/project/castcheck.h"

#include <QSet>

#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

Error refused(const QString& subject, const QString& why)
{
    return Error{ErrorCode::Refused, subject.toStdString(), why.toStdString()};
}

bool finite(double value)
{
    return std::isfinite(value);
}

bool finite(const Eigen::Vector2d& point)
{
    return point.allFinite();
}

Result<void> checkSettings(const FilmSettings& settings)
{
    const QString subject = u"film settings"_s;
    const QSize size = settings.size;
    for (const int side : {size.width(), size.height()}) {
        if (side < 16 || side > 8192)
            return refused(
                subject, u"a picture size of %1 x %2 is not between 16 and 8192"_s.arg(size.width())
                             .arg(size.height()));
        if (side % 2 != 0)
            return refused(
                subject,
                u"a picture size of %1 x %2 is not even"_s.arg(size.width()).arg(size.height()));
    }
    if (settings.rate.num <= 0 || settings.rate.den <= 0 || settings.rate.perSecond() < 1
        || settings.rate.perSecond() > 1000)
        return refused(subject,
                       u"a frame rate of %1/%2 is not between 1 and 1000"_s.arg(settings.rate.num)
                           .arg(settings.rate.den));
    if (settings.maskAspect != 0 && !(settings.maskAspect >= 0.1 && settings.maskAspect <= 10))
        return refused(subject, u"a second frame of %1:1 is not between 0.1 and 10"_s.arg(
                                    settings.maskAspect));
    if (!(settings.sensorWidthMm >= 1 && settings.sensorWidthMm <= 200))
        return refused(subject, u"a sensor width of %1 mm is not between 1 and 200"_s.arg(
                                    settings.sensorWidthMm));
    return {};
}

Result<void> checkStroke(const QString& subject, const Stroke& stroke)
{
    if (!finite(stroke.width) || stroke.width < 0 || !finite(stroke.opacity))
        return refused(subject, u"a stroke has no sensible width or opacity"_s);
    for (const StrokePoint& point : stroke.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.pressure)
            || !std::isfinite(point.tilt))
            return refused(subject, u"a stroke leads nowhere"_s);
    }
    return {};
}

Result<void> checkLayer(const QString& subject, const Layer& layer, const Film& film,
                        const Layer* before)
{
    if (!finite(layer.depthM) || layer.depthM <= 0)
        return refused(subject,
                       u"a layer's depth of %1 m is not before the camera"_s.arg(layer.depthM));
    if (!(layer.opacity >= 0 && layer.opacity <= 1))
        return refused(subject,
                       u"a layer's opacity of %1 is not between 0 and 1"_s.arg(layer.opacity));
    const multiplane::Placement& place = layer.placement;
    if (!finite(place.x) || !finite(place.y) || !finite(place.width) || !finite(place.height)
        || place.width <= 0 || place.height <= 0)
        return refused(subject, u"a layer's picture has no size"_s);
    if (!layer.picture.isEmpty() && !film.assets.contains(layer.picture))
        return refused(subject, u"the picture %1 of a layer is missing"_s.arg(layer.picture));
    for (qsizetype i = 0; i < layer.strokes.size(); ++i) {
        const auto& stroke = layer.strokes[i];
        if (before && i < before->strokes.size() && before->strokes[i] == stroke)
            continue;
        if (!stroke)
            return refused(subject, u"a stroke is missing"_s);
        if (auto ok = checkStroke(subject, *stroke); !ok)
            return ok;
    }
    return {};
}

/// Groups have ids of their own and each one's layers lie side by side.
Result<void> checkGroups(const QString& subject, const Panel& panel)
{
    QSet<GroupId> groups;
    for (const LayerGroup& group : panel.groups) {
        if (groups.contains(group.id))
            return refused(subject, u"two groups of layers have the same id"_s);
        groups.insert(group.id);
        if (!(group.opacity >= 0 && group.opacity <= 1))
            return refused(subject,
                           u"a group's opacity of %1 is not between 0 and 1"_s.arg(group.opacity));
    }
    QSet<GroupId> left;
    std::optional<GroupId> current;
    for (const Layer& layer : panel.layers) {
        if (layer.group == current)
            continue;
        if (current)
            left.insert(*current);
        current = layer.group;
        if (!current)
            continue;
        if (!groups.contains(*current))
            return refused(subject, u"a layer belongs to no group of its panel"_s);
        if (left.contains(*current))
            return refused(subject, u"a group's layers do not lie side by side"_s);
    }
    return {};
}

Result<void> checkDrawnBy(const QString& subject, const Shot& shot, const Film& film)
{
    if (shot.guides.vanishingPoints.size() > 3)
        return refused(subject, u"there are more than three vanishing points"_s);
    for (const Eigen::Vector2d& point : shot.guides.vanishingPoints) {
        if (!finite(point))
            return refused(subject, u"a vanishing point lies nowhere"_s);
    }
    if (shot.guides.eyeline && !finite(*shot.guides.eyeline))
        return refused(subject, u"the eyeline lies nowhere"_s);
    for (const PinnedPicture& pinned : shot.pinned) {
        const multiplane::Placement& place = pinned.placement;
        if (!finite(place.x) || !finite(place.y) || !finite(place.width) || !finite(place.height)
            || place.width <= 0 || place.height <= 0)
            return refused(subject, u"a pinned picture has no size"_s);
        if (!(pinned.opacity >= 0 && pinned.opacity <= 1))
            return refused(subject, u"a pinned picture's opacity is not between 0 and 1"_s);
        if (!film.assets.contains(pinned.asset))
            return refused(subject, u"the pinned picture %1 is missing"_s.arg(pinned.asset));
    }
    return {};
}

Result<void> checkMotion(const QString& subject, const MotionPath& path)
{
    if (path.points.empty())
        return refused(subject, u"an arrow has no points"_s);
    for (const Eigen::Vector2d& point : path.points) {
        if (!finite(point))
            return refused(subject, u"an arrow leads nowhere"_s);
    }
    if (!finite(path.from) || !finite(path.to) || path.from > path.to)
        return refused(subject, u"an arrow ends before it begins"_s);
    if (!finite(path.turnRad) || !finite(path.scale) || path.scale <= 0)
        return refused(subject, u"an arrow's turn or scale makes no sense"_s);
    if (!path.corners.empty() && path.corners.size() != path.points.size())
        return refused(subject, u"an arrow's corners are not those of its points"_s);
    for (std::size_t i = 0; i < path.speed.points.size(); ++i) {
        if (!finite(path.speed.points[i])
            || (i > 0 && path.speed.points[i].x() <= path.speed.points[i - 1].x()))
            return refused(subject, u"an arrow's speed curve does not run forward"_s);
    }
    return {};
}

Result<void> checkCamera(const QString& subject, const CameraPath& camera)
{
    if (!(camera.sensorWidthMm > 0))
        return refused(subject, u"the camera has no sensor width"_s);
    for (std::size_t i = 0; i < camera.keys.size(); ++i) {
        const CameraKey& key = camera.keys[i];
        if (!finite(key.at) || !key.pose.position.allFinite() || !finite(key.pose.panRad)
            || !finite(key.pose.tiltRad) || !finite(key.pose.rollRad))
            return refused(subject, u"a camera key stands nowhere"_s);
        if (!(key.pose.focalMm > 0) || !finite(key.pose.focalMm))
            return refused(subject, u"a focal length of %1 mm is no lens"_s.arg(key.pose.focalMm));
        if (i > 0 && key.at <= camera.keys[i - 1].at)
            return refused(subject, u"the camera keys do not run forward"_s);
    }
    for (const ChannelCurve& curve : camera.curves) {
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            const CurvePoint& point = curve.points[i];
            if (!finite(point.at) || !finite(point.value) || !finite(point.in) || !finite(point.out)
                || point.in.x() > 0 || point.out.x() < 0)
                return refused(subject, u"a camera curve leads nowhere"_s);
            if (i > 0 && point.at <= curve.points[i - 1].at)
                return refused(subject, u"a camera curve does not run forward"_s);
        }
    }
    for (const CurvePoint& point : camera.curve(CameraChannel::Lens).points) {
        if (!(point.value > 0))
            return refused(subject, u"a focal length of %1 mm is no lens"_s.arg(point.value));
    }
    return {};
}

Result<void> checkRegion(const QString& subject, const Shot& shot, const ShotRegion& region)
{
    if (!shot.layer(region.layer))
        return refused(subject, u"a region belongs to no layer of the shot"_s);
    if (!finite(region.area.feather) || region.area.feather < 0)
        return refused(subject, u"a region's soft edge makes no sense"_s);
    if (!finite(region.area.grow) || std::abs(region.area.grow) > 10)
        return refused(subject, u"a region grows without measure"_s);
    for (const ShotRegion* leader : shot.leaders(region)) {
        if (leader->id == region.id)
            return refused(subject, u"“%1” would follow itself: regions cannot follow one another "
                                    u"in a circle"_s.arg(region.name));
    }
    for (const auto& outline : region.area.outlines) {
        for (const Eigen::Vector2d& point : outline) {
            if (!finite(point))
                return refused(subject, u"a region's outline leads nowhere"_s);
        }
    }
    for (const RegionStroke& stroke : region.area.strokes) {
        if (!finite(stroke.radius) || stroke.radius <= 0)
            return refused(subject, u"a region's brush has no size"_s);
        for (const Eigen::Vector2d& point : stroke.points) {
            if (!finite(point))
                return refused(subject, u"a region's brush leads nowhere"_s);
        }
    }
    for (const Motion& motion : region.motions) {
        if (auto ok = checkMotion(subject, motion.path); !ok)
            return ok;
    }
    return {};
}

/// `before` is the same shot on record, or null; strokes that both share are not looked at again.
Result<void> checkShot(const Shot& shot, const Film& film, const Shot* before)
{
    const QString subject = shot.name.isEmpty() ? shot.id.toText() : shot.name;
    if (shot.length < 1 || shot.length > 10'000'000)
        return refused(subject, u"a length of %1 frames is not allowed"_s.arg(shot.length));
    if (shot.panels.isEmpty())
        return refused(subject, u"the shot has no panel"_s);
    QSet<PanelId> panels;
    QSet<LayerId> layers;
    double start = 0.0;
    for (const auto& panel : shot.panels) {
        if (!panel || panel->layers.isEmpty())
            return refused(subject, u"a panel has no layer"_s);
        if (panels.isEmpty() ? panel->start != 0.0 : !(panel->start > start && panel->start <= 1.0))
            return refused(subject, u"the panels do not follow one another"_s);
        start = panel->start;
        if (panels.contains(panel->id))
            return refused(subject, u"two panels have the same id"_s);
        panels.insert(panel->id);
        if (auto ok = checkGroups(subject, *panel); !ok)
            return ok;
        for (const Layer& layer : panel->layers) {
            if (layers.contains(layer.id))
                return refused(subject, u"two layers have the same id"_s);
            layers.insert(layer.id);
            if (auto ok =
                    checkLayer(subject, layer, film, before ? before->layer(layer.id) : nullptr);
                !ok)
                return ok;
        }
    }
    if (auto ok = checkDrawnBy(subject, shot, film); !ok)
        return ok;
    QSet<RegionId> regions;
    QSet<MotionId> motions;
    for (const ShotRegion& region : shot.regions) {
        if (regions.contains(region.id))
            return refused(subject, u"two regions have the same id"_s);
        regions.insert(region.id);
        for (const Motion& motion : region.motions) {
            if (motions.contains(motion.id))
                return refused(subject, u"two arrows have the same id"_s);
            motions.insert(motion.id);
        }
        if (auto ok = checkRegion(subject, shot, region); !ok)
            return ok;
    }
    if (!before || !(before->shooting == shot.shooting)) {
        if (auto ok = checkShooting(subject, shot.shooting); !ok)
            return ok;
    }
    return checkCamera(subject, shot.camera);
}

Result<void> checkAudio(const Film& film)
{
    QSet<TrackId> tracks;
    QSet<ClipId> clips;
    for (const auto& track : film.audio) {
        if (!track || tracks.contains(track->id))
            return refused(track ? track->name : u"audio"_s, u"two tracks have the same id"_s);
        tracks.insert(track->id);
        if (!finite(track->gainDb))
            return refused(track->name, u"the track's gain makes no sense"_s);
        for (const AudioClip& clip : track->clips) {
            if (clips.contains(clip.id))
                return refused(clip.name, u"two sounds have the same id"_s);
            clips.insert(clip.id);
            if (clip.at < 0)
                return refused(clip.name, u"the sound would begin before the film"_s);
            if (!finite(clip.lengthSeconds) || clip.lengthSeconds <= 0)
                return refused(clip.name, u"the sound has no length"_s);
            if (!finite(clip.offsetSeconds) || clip.offsetSeconds < 0 || !finite(clip.gainDb)
                || !(clip.fadeInSeconds >= 0) || !(clip.fadeOutSeconds >= 0))
                return refused(clip.name, u"the sound's offset, gain or fades make no sense"_s);
            if (!film.assets.contains(clip.sound))
                return refused(clip.name, u"the sound's bytes are missing"_s);
        }
    }
    return {};
}

bool sameOrder(const Scene& a, const Scene& b)
{
    if (a.id != b.id || a.shots.size() != b.shots.size())
        return false;
    for (qsizetype i = 0; i < a.shots.size(); ++i) {
        if (a.shots[i] != b.shots[i] && (!a.shots[i] || a.shots[i]->id != b.shots[i]->id))
            return false;
    }
    return true;
}

bool sameOrder(const Film& a, const Film& b)
{
    if (a.scenes.size() != b.scenes.size())
        return false;
    for (qsizetype i = 0; i < a.scenes.size(); ++i) {
        if (a.scenes[i] != b.scenes[i] && (!a.scenes[i] || !sameOrder(*a.scenes[i], *b.scenes[i])))
            return false;
    }
    return true;
}

Result<void> checkIds(const Film& film)
{
    QSet<SceneId> scenes;
    QSet<ShotId> shots;
    shots.reserve(film.shotCount());
    for (const auto& scene : film.scenes) {
        if (scenes.contains(scene->id))
            return refused(scene->heading, u"two scenes have the same id"_s);
        scenes.insert(scene->id);
        for (const auto& shot : scene->shots) {
            if (shots.contains(shot->id))
                return refused(shot->name, u"two shots have the same id"_s);
            shots.insert(shot->id);
        }
    }
    return {};
}

} // namespace

Result<void> Film::check() const
{
    return checkAfter(nullptr);
}

Result<void> Film::checkAfter(const Film* before) const
{
    if (before && assets.size() < before->assets.size())
        before = nullptr; // something may point to what is gone
    if (!before || !(before->settings == settings)) {
        if (auto ok = checkSettings(settings); !ok)
            return ok;
    }
    for (const auto& scene : scenes) {
        if (!scene || scene->shots.contains(nullptr))
            return refused(u"film"_s, u"a scene or shot is missing"_s);
    }
    const bool inOrder = before && sameOrder(*this, *before);
    if (!inOrder) {
        if (auto ok = checkIds(*this); !ok)
            return ok;
    }
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        const Scene& scene = *scenes[i];
        const Scene* old = inOrder ? before->scenes[i].get() : nullptr;
        if (old == &scene)
            continue;
        for (qsizetype k = 0; k < scene.shots.size(); ++k) {
            const Shot* oldShot = old ? old->shots[k].get() : nullptr;
            if (oldShot == scene.shots[k].get())
                continue;
            if (auto ok = checkShot(*scene.shots[k], *this, oldShot); !ok)
                return ok;
        }
    }
    if (auto ok = checkCast(*this); !ok)
        return ok;
    return checkAudio(*this);
}

} // namespace dollygrip
