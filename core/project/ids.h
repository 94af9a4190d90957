#pragma once

#include <QString>
#include <QUuid>

#include <cstddef>
#include <functional>
#include <optional>

namespace dollygrip {

/// A stable name of one thing in a film; never null. Where there may be none, say std::optional.
template <class Tag>
class Id {
public:
    static Id create() { return Id(QUuid::createUuid()); }
    /// Reads the text form; nothing when it is no id.
    static std::optional<Id> fromText(const QString& text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional<Id>(Id(uuid));
    }
    QString toText() const { return m_uuid.toString(QUuid::WithoutBraces); }
    std::size_t hash(std::size_t seed) const { return qHash(m_uuid, seed); }
    bool operator==(const Id&) const = default;
    bool operator<(const Id& other) const { return m_uuid < other.m_uuid; }

private:
    explicit Id(const QUuid& uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

template <class Tag>
std::size_t qHash(const Id<Tag>& id, std::size_t seed = 0)
{
    return id.hash(seed);
}

using SceneId = Id<struct SceneTag>;
using ShotId = Id<struct ShotTag>;
using PanelId = Id<struct PanelTag>;
using LayerId = Id<struct LayerTag>;
using RegionId = Id<struct RegionTag>;
using MotionId = Id<struct MotionTag>;
using TrackId = Id<struct TrackTag>;
using ClipId = Id<struct ClipTag>;
using TakeId = Id<struct TakeTag>;
using CastId = Id<struct CastTag>;
using GroupId = Id<struct GroupTag>;
using SharedId = Id<struct SharedTag>;

} // namespace dollygrip
