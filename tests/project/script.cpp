#include "tests/project/script.h"

#include <QJsonDocument>

namespace dollygrip::test {

using namespace Qt::StringLiterals;

int serialOf(const Film& film)
{
    return film.settings.title.toInt();
}

Result<void> applyScript(Film& film, int k)
{
    film.settings.title = QString::number(k);
    const auto& scene = film.scenes[k % film.scenes.size()];
    const SceneId id = scene->id;
    const auto& shots = scene->shots;
    switch (k % 10) {
    case 0: return insertShot(film, id, k % 5, emptyShot(u"S%1"_s.arg(k), 1 + k % 50));
    case 1:
        if (shots.isEmpty())
            return {};
        return trimShot(film, shots[k % shots.size()]->id, 1 + k % 70);
    case 2: {
        if (shots.isEmpty())
            return {};
        Stroke stroke;
        for (int i = 0; i < 10 + k % 400; ++i)
            stroke.points.append({float(i) / 400, float(k % 100) / 100, 0.5F});
        const Shot& shot = *shots[k % shots.size()];
        return addStroke(film, shot.id, shot.panels[0]->layers[0].id, stroke);
    }
    case 3:
        if (shots.isEmpty())
            return {};
        return moveShot(film, shots[k % shots.size()]->id,
                        film.scenes[(k / 8) % film.scenes.size()]->id, k % 4);
    case 4: {
        AudioClip clip;
        clip.name = u"sound %1"_s.arg(k);
        clip.lengthSeconds = 1 + k % 3;
        clip.at = k % 90;
        clip.sound = addAsset(film, makeAsset(QByteArray(100 + 37 * (k % 50), char('a' + k % 26)),
                                              u"audio/x-wav"_s, clip.name));
        const auto done = addAudioClip(film, clip);
        return done ? Result<void>() : done.error();
    }
    case 5: {
        Scene fresh;
        fresh.heading = u"SCENE %1"_s.arg(k);
        if (film.scenes.size() < 6)
            return insertScene(film, k % 3, fresh);
        return removeScene(film, film.scenes[k % 6]->id);
    }
    case 6: {
        const auto& clips = film.audio[0]->clips;
        if (clips.size() < 4)
            return {};
        return removeAudioClip(film, clips[k % clips.size()].id);
    }
    case 8: {
        const QString name = u"member %1"_s.arg(k % 3);
        if (const auto known = film.castNamed(name)) {
            if (k % 20 == 8)
                return removeCastMember(film, known->id);
            return changeCastMember(film, known->id, [k](CastMember& changed) -> Result<void> {
                changed.words = u"words of %1"_s.arg(k);
                return {};
            });
        }
        CastMember member;
        member.name = name;
        member.seed = quint64(k);
        member.pictures = {addAsset(
            film, makeAsset(QByteArray(50 + k % 40, char('A' + k % 26)), u"image/png"_s, name))};
        const auto added = addCastMember(film, member);
        return added ? Result<void>() : added.error();
    }
    case 9:
        if (shots.isEmpty())
            return {};
        return changeShot(film, shots[k % shots.size()]->id, [&](Shot& shot) -> Result<void> {
            shot.shooting.steps = k % 100;
            shot.shooting.cast.clear();
            for (const auto& member : film.cast)
                shot.shooting.cast.append(member->id);
            return {};
        });
    default:
        if (shots.size() < 4)
            return {};
        return removeShot(film, shots[k % shots.size()]->id);
    }
}

QString described(const Film& film)
{
    QString text = film.settings.title + u'\n';
    for (const auto& scene : film.scenes) {
        text += scene->heading + u'\n';
        for (const auto& shot : scene->shots) {
            text += u" %1 %2"_s.arg(shot->name).arg(shot->length);
            text += u" %1 %2"_s.arg(shot->shooting.steps).arg(shot->shooting.cast.size());
            for (const auto& stroke : shot->panels[0]->layers[0].strokes)
                text += u" %1:%2"_s.arg(stroke->points.size()).arg(stroke->points.last().y);
            text += u'\n';
        }
    }
    for (const AudioClip& clip : film.audio[0]->clips)
        text +=
            u"%1 %2 %3 %4\n"_s.arg(clip.name)
                .arg(clip.at)
                .arg(clip.sound)
                .arg(film.assets.contains(clip.sound) ? film.assets[clip.sound]->bytes.size() : -1);
    for (const auto& member : film.cast)
        text += u"%1 %2 %3 %4\n"_s.arg(member->name, member->words)
                    .arg(member->seed)
                    .arg(film.assets.contains(member->pictures[0]));
    return text;
}

} // namespace dollygrip::test
