#pragma once

#include "core/project/cut.h"
#include "core/project/document.h"
#include "ui/brush/penfeel.h"

#include <QColor>
#include <QObject>

#include <memory>
#include <optional>

namespace dollygrip::ui {

enum class ToolKind {
    Select,
    Pick,
    CutOut,
    Guides,
    Pen,
    Eraser,
    Region,
    Lasso,
    Outline,
    Arrow,
    Camera,
    Line,
    Rectangle,
    Ellipse,
    Polygon,
    Curve,
    FillArea,
    Text,
    Eyedropper
};

/// What the pen draws with.
struct BrushSettings {
    Brush brush = Brush::Ink;
    QColor colour{28, 28, 30};
    double width = 0.006; ///< picture heights at full pressure
    double opacity = 1.0;
    double eraserWidth = 0.04;  ///< picture heights
    double regionRadius = 0.04; ///< motion brush, picture heights
    bool isEraserSoft = false;
    bool isShapeFilled = false;  ///< shapes are filled rather than drawn
    QString textFont;            ///< a family, or empty for the film's own
    double textHeight = 0.05;    ///< of letters, picture heights
    double fillTolerance = 0.22; ///< 0…1: how far colours may differ to be one area
    double fillGap =
        6; ///< openings in lines that a fill does not leak through, 1/1080 of the height
    bool fillsByAllLayers = true; ///< lines of every layer hold a fill back
    bool fillsOnTop = false;      ///< a fill lies over the layer's lines
    bool operator==(const BrushSettings&) const = default;
};

/// What is current in the window: shot, panel, layer, region, tool, playhead, and the draft of a
/// gesture that is still under the hand. Never saved, never undone. Main thread. Keeps itself
/// valid when the document changes (what is gone is replaced by its neighbour).
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(Document& document, QObject* parent = nullptr);

    Document& document() const { return m_document; }
    /// The film with the draft shot in its place: what should play now.
    Film film() const;

    /// The current shot as it should be shown: the draft if there is one. Null in a film without
    /// shots.
    std::shared_ptr<const Shot> shot() const;
    std::optional<ShotId> shotId() const { return m_shot; }
    /// Makes a shot current; moves the playhead to its first frame unless it is inside already.
    void setShot(const ShotId& shot);
    std::optional<PanelId> panelId() const;
    void setPanel(const PanelId& panel);
    std::optional<LayerId> layerId() const;
    void setLayer(const LayerId& layer);
    /// The layers of the panel that commands work on, the current one among them; far to near.
    QList<LayerId> layers() const;
    /// The last of the list becomes current.
    void setLayers(const QList<LayerId>& layers);
    std::optional<RegionId> regionId() const { return m_region; }
    void setRegion(const std::optional<RegionId>& region);
    /// The selected arrow of that region, if any.
    std::optional<MotionId> motionId() const { return m_motion; }
    void setMotion(const std::optional<MotionId>& motion);
    /// Index of the selected camera key, -1 for none.
    int cameraKey() const { return m_cameraKey; }
    void setCameraKey(int index);

    ToolKind tool() const { return m_tool; }
    void setTool(ToolKind tool);
    const BrushSettings& brush() const { return m_brush; }
    void setBrush(const BrushSettings& brush);

    /// How the pen feels to this person.
    const PenFeel& penFeel() const { return m_penFeel; }
    void setPenFeel(const PenFeel& feel);

    /// How many pictures of a moving region are drawn along its way.
    int ghosts() const { return m_ghosts; }
    void setGhosts(int count);

    /// Film frame under the playhead, 0 … length-1.
    FrameIndex playhead() const { return m_playhead; }
    /// Moves it (clamped); the shot it stands in becomes current.
    void setPlayhead(FrameIndex frame);
    /// The playhead counted from the current shot's first frame.
    FrameIndex shotFrame() const;

    bool isPlaying() const { return m_isPlaying; }
    void
    setPlaying(bool playing); ///< told by the transport's owner; overlays vanish while it plays

    /// A gesture in progress: `shot` (same id as the current one) is shown and played instead, the
    /// document knows nothing of it. End it with clearDraft() (Escape) or after Document::edit().
    void setDraft(std::shared_ptr<const Shot> shot);
    void clearDraft();
    bool hasDraft() const { return m_draft != nullptr; }

Q_SIGNALS:
    void shotChanged(); ///< another shot is current
    void shotEdited();  ///< the current shot's content changed (document or draft)
    void panelChanged();
    void layerChanged();
    void regionChanged();
    void motionChanged();
    void cameraKeyChanged();
    void toolChanged();
    void brushChanged();
    void penFeelChanged();
    void playheadChanged(FrameIndex frame);
    void playingChanged(bool playing);
    void draftChanged();
    void ghostsChanged();

private:
    void repair(const FilmDiff& diff, const Film& before);
    void enter(const CutEntry* entry);
    void choosePanel(const PanelId& panel);
    void keepSelectionValid();

    Document& m_document;
    std::optional<ShotId> m_shot;
    std::optional<PanelId> m_panel;
    std::optional<LayerId> m_layer;
    QList<LayerId> m_layers; ///< chosen together
    std::optional<RegionId> m_region;
    std::optional<MotionId> m_motion;
    int m_cameraKey = -1;
    int m_ghosts = 2;
    ToolKind m_tool = ToolKind::Pen;
    BrushSettings m_brush;
    PenFeel m_penFeel;
    FrameIndex m_playhead = 0;
    FrameRange m_range; ///< film frames of the current shot
    bool m_isPlaying = false;
    std::shared_ptr<const Shot> m_draft;
};

} // namespace dollygrip::ui
