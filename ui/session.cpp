#include "ui/session.h"

#include "core/project/editing.h"

#include <algorithm>

namespace dollygrip::ui {

namespace {

const CutEntry* neighbour(const Cut& cut, FrameIndex frame)
{
    if (cut.entries().empty())
        return nullptr;
    const FrameIndex inside = std::clamp<FrameIndex>(frame, 0, cut.length() - 1);
    return cut.at(inside);
}

bool holds(const Shot* shot, const std::optional<RegionId>& region, const MotionId& motion)
{
    const ShotRegion* its = shot && region ? shot->region(*region) : nullptr;
    return its && std::any_of(its->motions.begin(), its->motions.end(), [&](const Motion& one) {
               return one.id == motion;
           });
}

} // namespace

Session::Session(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::changed, this, &Session::repair);
    const Cut cut(document.film());
    if (const CutEntry* first = neighbour(cut, 0)) {
        m_shot = first->shot->id;
        m_range = first->range;
    }
    m_panel = panelId();
    m_layer = layerId();
}

Film Session::film() const
{
    Film film = m_document.film();
    if (!m_draft)
        return film;
    const auto replaced = changeShot(film, m_draft->id, [this](Shot& shot) {
        shot = *m_draft;
        return Result<void>();
    });
    return replaced ? film : m_document.film();
}

std::shared_ptr<const Shot> Session::shot() const
{
    if (!m_shot)
        return nullptr;
    return m_draft ? m_draft : m_document.film().shot(*m_shot);
}

void Session::setShot(const ShotId& shot)
{
    const Cut cut(m_document.film());
    const CutEntry* entry = cut.of(shot);
    if (!entry)
        return;
    if (!entry->range.contains(m_playhead)) {
        setPlayhead(entry->range.first);
        return;
    }
    if (m_shot == shot)
        return;
    setPlayhead(m_playhead);
}

std::optional<PanelId> Session::panelId() const
{
    const auto current = shot();
    if (!current || current->panels.isEmpty())
        return std::nullopt;
    for (const auto& panel : current->panels) {
        if (m_panel && panel->id == *m_panel)
            return m_panel;
    }
    return current->panels.at(current->panelAt(shotFrame()))->id;
}

void Session::setPanel(const PanelId& panel)
{
    const auto current = shot();
    if (!current)
        return;
    for (qsizetype i = 0; i < current->panels.size(); ++i) {
        if (current->panels.at(i)->id != panel)
            continue;
        if (current->panelAt(shotFrame()) != i)
            setPlayhead(m_playhead - shotFrame() + current->panelStart(i));
        choosePanel(panel);
        return;
    }
}

std::optional<LayerId> Session::layerId() const
{
    const auto current = shot();
    const auto panel = panelId();
    if (!current || !panel)
        return std::nullopt;
    for (const auto& one : current->panels) {
        if (one->id != *panel || one->layers.isEmpty())
            continue;
        for (const Layer& layer : one->layers) {
            if (m_layer && layer.id == *m_layer)
                return m_layer;
        }
        return one->layers.back().id;
    }
    return std::nullopt;
}

void Session::setLayer(const LayerId& layer)
{
    const auto current = shot();
    const Panel* panel = current ? current->panelOfLayer(layer) : nullptr;
    if (!panel)
        return;
    const auto before = layerId();
    const PanelId its = panel->id;
    m_layer = layer;
    setPanel(its);
    if (before != m_layer)
        Q_EMIT layerChanged();
}

QList<LayerId> Session::layers() const
{
    const auto current = layerId();
    const auto panel = panelId();
    const auto on = shot();
    QList<LayerId> chosen;
    for (const auto& one : on ? on->panels : QList<std::shared_ptr<const Panel>>()) {
        if (!panel || one->id != *panel)
            continue;
        for (const Layer& layer : one->layers) {
            if (m_layers.contains(layer.id) || layer.id == current)
                chosen.append(layer.id);
        }
    }
    if (current && !m_layers.contains(*current))
        return {*current};
    return chosen;
}

void Session::setLayers(const QList<LayerId>& layers)
{
    if (layers.isEmpty())
        return;
    const auto before = m_layer;
    m_layers = layers;
    setLayer(layers.last());
    if (before == m_layer)
        Q_EMIT layerChanged();
}

void Session::setRegion(const std::optional<RegionId>& region)
{
    const auto current = shot();
    const bool isThere = region && current && current->region(*region);
    const std::optional<RegionId> valid = isThere ? region : std::nullopt;
    if (valid == m_region)
        return;
    m_region = valid;
    const bool hadMotion = m_motion.has_value();
    m_motion.reset();
    Q_EMIT regionChanged();
    if (hadMotion)
        Q_EMIT motionChanged();
}

void Session::setMotion(const std::optional<MotionId>& motion)
{
    const bool isThere = motion && holds(shot().get(), m_region, *motion);
    const std::optional<MotionId> valid = isThere ? motion : std::nullopt;
    if (valid == m_motion)
        return;
    m_motion = valid;
    Q_EMIT motionChanged();
}

void Session::setCameraKey(int index)
{
    const auto current = shot();
    const int count = current ? int(current->camera.keys.size()) : 0;
    const int valid = index >= 0 && index < count ? index : -1;
    if (valid == m_cameraKey)
        return;
    m_cameraKey = valid;
    Q_EMIT cameraKeyChanged();
}

void Session::setTool(ToolKind tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    Q_EMIT toolChanged();
}

void Session::setBrush(const BrushSettings& brush)
{
    if (brush == m_brush)
        return;
    m_brush = brush;
    Q_EMIT brushChanged();
}

void Session::setGhosts(int count)
{
    count = std::clamp(count, 0, 24);
    if (count == m_ghosts)
        return;
    m_ghosts = count;
    Q_EMIT ghostsChanged();
}

void Session::setPenFeel(const PenFeel& feel)
{
    if (feel == m_penFeel)
        return;
    m_penFeel = feel;
    Q_EMIT penFeelChanged();
}

void Session::setPlayhead(FrameIndex frame)
{
    const Cut cut(m_document.film());
    const CutEntry* entry = neighbour(cut, frame);
    const FrameIndex valid =
        entry ? std::clamp<FrameIndex>(frame, 0, cut.length() - 1) : FrameIndex(0);
    const bool hasMoved = valid != m_playhead;
    const std::optional<ShotId> shot = entry ? std::optional(entry->shot->id) : std::nullopt;
    const bool isOtherShot = shot != m_shot;
    m_playhead = valid;
    if (isOtherShot) {
        if (m_draft)
            clearDraft();
        enter(entry);
    }
    if (hasMoved)
        Q_EMIT playheadChanged(m_playhead);
    if (!isOtherShot && entry) {
        const auto current = this->shot();
        choosePanel(current->panels.at(current->panelAt(shotFrame()))->id);
    }
}

FrameIndex Session::shotFrame() const
{
    if (m_range.isEmpty())
        return 0;
    return std::clamp<FrameIndex>(m_playhead - m_range.first, 0, m_range.length() - 1);
}

void Session::setPlaying(bool playing)
{
    if (playing == m_isPlaying)
        return;
    m_isPlaying = playing;
    Q_EMIT playingChanged(playing);
}

void Session::setDraft(std::shared_ptr<const Shot> shot)
{
    if (!shot || !m_shot || shot->id != *m_shot || shot == m_draft)
        return;
    m_draft = std::move(shot);
    Q_EMIT draftChanged();
    Q_EMIT shotEdited();
}

void Session::clearDraft()
{
    if (!m_draft)
        return;
    m_draft.reset();
    keepSelectionValid();
    Q_EMIT draftChanged();
    Q_EMIT shotEdited();
}

void Session::enter(const CutEntry* entry)
{
    m_shot = entry ? std::optional(entry->shot->id) : std::nullopt;
    m_range = entry ? entry->range : FrameRange{};
    m_panel.reset();
    m_layer.reset();
    const bool hadRegion = m_region.has_value();
    const bool hadKey = m_cameraKey != -1;
    m_region.reset();
    m_motion.reset();
    m_cameraKey = -1;
    if (const auto current = this->shot())
        m_panel = current->panels.at(current->panelAt(shotFrame()))->id;
    m_layer = layerId();
    Q_EMIT shotChanged();
    Q_EMIT panelChanged();
    Q_EMIT layerChanged();
    if (hadRegion)
        Q_EMIT regionChanged();
    if (hadKey)
        Q_EMIT cameraKeyChanged();
}

void Session::choosePanel(const PanelId& panel)
{
    if (m_panel == panel)
        return;
    m_panel = panel;
    const auto before = m_layer;
    m_layer = layerId();
    Q_EMIT panelChanged();
    if (before != m_layer)
        Q_EMIT layerChanged();
}

void Session::keepSelectionValid()
{
    const auto current = shot();
    const auto panel = panelId();
    if (panel != m_panel) {
        m_panel = panel;
        Q_EMIT panelChanged();
    }
    const auto layer = layerId();
    if (layer != m_layer) {
        m_layer = layer;
        Q_EMIT layerChanged();
    }
    if (m_region && (!current || !current->region(*m_region))) {
        m_region.reset();
        Q_EMIT regionChanged();
    }
    if (m_motion && !holds(current.get(), m_region, *m_motion)) {
        m_motion.reset();
        Q_EMIT motionChanged();
    }
    if (m_cameraKey >= (current ? int(current->camera.keys.size()) : 0)) {
        m_cameraKey = -1;
        Q_EMIT cameraKeyChanged();
    }
}

void Session::repair(const FilmDiff& diff, const Film& before)
{
    const Cut cut(m_document.film());
    const CutEntry* entry = m_shot ? cut.of(*m_shot) : nullptr;
    if (!entry) {
        const bool hadDraft = m_draft != nullptr;
        m_draft.reset();
        if (hadDraft)
            Q_EMIT draftChanged();
        const CutEntry* next = neighbour(cut, m_playhead);
        const FrameIndex old = m_playhead;
        m_playhead = next ? std::clamp<FrameIndex>(m_playhead, 0, cut.length() - 1) : 0;
        const auto shot = next ? std::optional(next->shot->id) : std::nullopt;
        if (shot != m_shot)
            enter(next);
        if (old != m_playhead)
            Q_EMIT playheadChanged(m_playhead);
        return;
    }
    m_range = entry->range;
    // The playhead stays at its place within the current shot when what lies before it moves.
    const Cut oldCut(before);
    const CutEntry* oldEntry = oldCut.of(*m_shot);
    const FrameIndex inside = oldEntry ? m_playhead - oldEntry->range.first : 0;
    const FrameIndex playhead =
        entry->range.first + std::clamp<FrameIndex>(inside, 0, entry->range.length() - 1);
    if (playhead != m_playhead) {
        m_playhead = playhead;
        Q_EMIT playheadChanged(m_playhead);
    }
    keepSelectionValid();
    if (diff.touches(*m_shot) || diff.settings)
        Q_EMIT shotEdited();
}

} // namespace dollygrip::ui
