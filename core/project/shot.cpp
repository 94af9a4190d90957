#include "core/project/shot.h"

#include <array>
#include <cmath>

namespace dollygrip {

namespace {

constexpr std::array<std::pair<ShotSize, const char*>, 10> kShotSizes = {{
    {ShotSize::Unset, ""},
    {ShotSize::ExtremeLong, "ELS"},
    {ShotSize::Long, "LS"},
    {ShotSize::Full, "FS"},
    {ShotSize::MediumLong, "MLS"},
    {ShotSize::Medium, "MS"},
    {ShotSize::MediumCloseUp, "MCU"},
    {ShotSize::CloseUp, "CU"},
    {ShotSize::ExtremeCloseUp, "ECU"},
    {ShotSize::Insert, "INSERT"},
}};

constexpr std::array<std::pair<ShotAngle, const char*>, 9> kShotAngles = {{
    {ShotAngle::Unset, ""},
    {ShotAngle::EyeLevel, "eye-level"},
    {ShotAngle::High, "high"},
    {ShotAngle::Low, "low"},
    {ShotAngle::Overhead, "overhead"},
    {ShotAngle::Ground, "ground"},
    {ShotAngle::Dutch, "dutch"},
    {ShotAngle::OverShoulder, "over-shoulder"},
    {ShotAngle::PointOfView, "point-of-view"},
}};

constexpr std::array<std::pair<ShotStatus, const char*>, 6> kShotStatuses = {{
    {ShotStatus::Unset, ""},
    {ShotStatus::Idea, "idea"},
    {ShotStatus::Rough, "rough"},
    {ShotStatus::Clean, "clean"},
    {ShotStatus::Approved, "approved"},
    {ShotStatus::Revise, "revise"},
}};

template <class Table, class Value>
QString textIn(const Table& table, Value value)
{
    for (const auto& [each, text] : table) {
        if (each == value)
            return QLatin1StringView(text);
    }
    return {};
}

template <class Table>
auto valueIn(const Table& table, const QString& text)
    -> std::optional<typename Table::value_type::first_type>
{
    for (const auto& [value, name] : table) {
        if (text.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

/// Panels of the same shot before and after an edit mostly share their pointers.
bool samePanels(const QList<std::shared_ptr<const Panel>>& a,
                const QList<std::shared_ptr<const Panel>>& b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] != b[i] && *a[i] != *b[i])
            return false;
    }
    return true;
}

} // namespace

bool Shot::operator==(const Shot& other) const
{
    return id == other.id && name == other.name && isNameLocked == other.isNameLocked
           && length == other.length && prompt == other.prompt
           && negativePrompt == other.negativePrompt && size == other.size && angle == other.angle
           && status == other.status && guides == other.guides && pinned == other.pinned
           && note == other.note && samePanels(panels, other.panels) && regions == other.regions
           && camera == other.camera && circledTake == other.circledTake && seed == other.seed
           && shooting == other.shooting && unknown == other.unknown;
}

FrameIndex Shot::panelStart(qsizetype index) const
{
    const double start = panels[index]->start;
    if (start <= 0)
        return 0;
    if (length <= 1)
        return length;
    // The first frame that stands at or after the fraction; the margin forgives rounding.
    const auto frame = FrameIndex(std::ceil(start * double(length - 1) - 1e-6));
    return std::min(frame, length);
}

qsizetype Shot::panelAt(FrameIndex frame) const
{
    qsizetype index = 0;
    while (index + 1 < panels.size() && panelStart(index + 1) <= frame)
        ++index;
    return index;
}

const Panel* Shot::panelOfLayer(const LayerId& layer) const
{
    for (const auto& panel : panels) {
        for (const Layer& candidate : panel->layers) {
            if (candidate.id == layer)
                return panel.get();
        }
    }
    return nullptr;
}

const Layer* Shot::layer(const LayerId& layer) const
{
    for (const auto& panel : panels) {
        for (const Layer& candidate : panel->layers) {
            if (candidate.id == layer)
                return &candidate;
        }
    }
    return nullptr;
}

const ShotRegion* Shot::region(const RegionId& region) const
{
    for (const ShotRegion& candidate : regions) {
        if (candidate.id == region)
            return &candidate;
    }
    return nullptr;
}

std::vector<const ShotRegion*> Shot::leaders(const ShotRegion& region) const
{
    std::vector<const ShotRegion*> leaders;
    const ShotRegion* next = region.follows ? this->region(*region.follows) : nullptr;
    while (next && leaders.size() <= std::size_t(regions.size())) { // ends in a circle, too
        leaders.push_back(next);
        next = next->follows ? this->region(*next->follows) : nullptr;
    }
    return leaders;
}

bool Shot::hasMove() const
{
    if (!camera.isStatic())
        return true;
    for (const ShotRegion& region : regions) {
        if (region.isHeldStill)
            continue;
        if (!region.motions.isEmpty())
            return true;
        for (const ShotRegion* leader : leaders(region)) {
            if (leader->isHeldStill)
                break;
            if (!leader->motions.isEmpty())
                return true;
        }
    }
    return false;
}

Shot emptyShot(const QString& name, FrameIndex length)
{
    Panel panel;
    panel.layers.append(Layer{});
    Shot shot;
    shot.name = name;
    shot.length = length;
    shot.panels.append(std::make_shared<const Panel>(std::move(panel)));
    return shot;
}

QString toText(ShotSize size)
{
    return textIn(kShotSizes, size);
}

std::optional<ShotSize> shotSizeFromText(const QString& text)
{
    return valueIn(kShotSizes, text);
}

QString toText(ShotAngle angle)
{
    return textIn(kShotAngles, angle);
}

std::optional<ShotAngle> shotAngleFromText(const QString& text)
{
    return valueIn(kShotAngles, text);
}

QString toText(ShotStatus status)
{
    return textIn(kShotStatuses, status);
}

std::optional<ShotStatus> shotStatusFromText(const QString& text)
{
    return valueIn(kShotStatuses, text);
}

} // namespace dollygrip
