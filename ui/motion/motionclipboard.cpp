#include "ui/motion/motionclipboard.h"

#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "core/project/motionjson.h"
#include "ui/canvas/regioncolours.h"
#include "ui/session.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr auto kMime = "application/x-dollygrip-motion";
constexpr qsizetype kLargest = 16 << 20; // bytes: the clipboard is anybody's

QList<ShotRegion> copied()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data || !data->hasFormat(QLatin1StringView(kMime)))
        return {};
    const QByteArray bytes = data->data(QLatin1StringView(kMime));
    if (bytes.size() > kLargest)
        return {};
    QList<ShotRegion> regions;
    JsonReader reader(QJsonDocument::fromJson(bytes).object(), u"clipboard"_s);
    reader.each(u"regions"_s, [&](JsonReader& each) { regions.append(regionFromJson(each)); });
    const auto read = reader.result(regions);
    return read ? *read : QList<ShotRegion>();
}

ShotRegion* like(Shot& shot, const ShotRegion& region, const std::optional<RegionId>& selected,
                 bool isAlone)
{
    for (ShotRegion& one : shot.regions) {
        if (isAlone && selected && one.id == *selected)
            return &one;
    }
    for (ShotRegion& one : shot.regions) {
        if (one.name == region.name)
            return &one;
    }
    return nullptr;
}

bool pasteInto(Shot& shot, const QList<ShotRegion>& regions, const Session& session,
               bool arrowsOnly, double aspect)
{
    const bool isCurrent = session.shotId() == shot.id;
    const auto selected = isCurrent ? session.regionId() : std::nullopt;
    QHash<RegionId, RegionId> become;
    bool isChanged = false;
    for (const ShotRegion& region : regions) {
        if (ShotRegion* target = like(shot, region, selected, regions.size() == 1)) {
            target->motions = fittedTo(*target, region.motions, aspect);
            target->isHeldStill = region.isHeldStill;
            become.insert(region.id, target->id);
            isChanged = true;
            continue;
        }
        if (arrowsOnly)
            continue;
        ShotRegion copy = region;
        copy.id = RegionId::create();
        for (Motion& motion : copy.motions)
            motion.id = MotionId::create();
        const auto layer = isCurrent ? session.layerId() : std::nullopt;
        copy.layer = layer ? *layer : shot.panels.first()->layers.back().id;
        copy.colour = nextRegionColour(shot);
        become.insert(region.id, copy.id);
        shot.regions.append(copy);
        isChanged = true;
    }
    for (const ShotRegion& region : regions) {
        for (ShotRegion& one : shot.regions) {
            if (become.contains(region.id) && one.id == become.value(region.id, one.id)
                && region.follows && one.follows == region.follows)
                one.follows = become.contains(*region.follows)
                                  ? std::optional(become.value(*region.follows, one.id))
                                  : std::nullopt;
        }
    }
    return isChanged;
}

} // namespace

bool copyMotion(const Session& session)
{
    const auto shot = session.shot();
    if (!shot)
        return false;
    QJsonArray regions;
    for (const ShotRegion& region : shot->regions) {
        if (!session.regionId() || region.id == *session.regionId())
            regions.append(regionToJson(region));
    }
    if (regions.isEmpty())
        return false;
    auto* data = new QMimeData;
    data->setData(QLatin1StringView(kMime),
                  QJsonDocument(QJsonObject{{u"regions"_s, regions}}).toJson());
    QGuiApplication::clipboard()->setMimeData(data);
    return true;
}

bool canPasteMotion()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(QLatin1StringView(kMime));
}

bool pasteMotion(Session& session, const QList<ShotId>& shots, bool arrowsOnly,
                 const EditFilm& edit)
{
    const QList<ShotRegion> regions = copied();
    const Film& film = session.document().film();
    if (regions.isEmpty() || shots.isEmpty())
        return false;
    bool isAny = false;
    const bool isDone =
        edit(QCoreApplication::translate("MotionClipboard", "Paste motion"), [&](Film& changed) {
            for (const ShotId& id : shots) {
                const auto done = changeShot(changed, id, [&](Shot& shot) {
                    isAny = pasteInto(shot, regions, session, arrowsOnly, film.settings.aspect())
                            || isAny;
                    return Result<void>();
                });
                if (!done)
                    return done;
            }
            return Result<void>();
        });
    return isDone && isAny;
}

} // namespace dollygrip::ui
