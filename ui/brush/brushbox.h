#pragma once

#include "ui/session.h"

#include <QObject>
#include <QTimer>

namespace dollygrip::ui {

class Actions;
class Settings;

/// One brush with a name.
struct BrushPreset {
    const char* id;
    QString name;
    Brush brush = Brush::Ink;
    double width = 0.006; ///< picture heights
    double opacity = 1.0;
};

/// A dozen brushes as they come, in the order of their keys.
QList<BrushPreset> brushPresets();

/// The brushes of this person: a dozen presets, each kept as it was used last, colours drawn with
/// lately, and how the pen feels. Remembered in the settings. Main thread.
class BrushBox : public QObject {
    Q_OBJECT
public:
    BrushBox(Session& session, Settings& settings, QObject* parent = nullptr);
    ~BrushBox() override;

    Session& session() const { return m_session; }
    const QList<BrushPreset>& presets() const { return m_presets; }
    int current() const { return m_current; }
    /// Takes it in hand.
    void choose(int index);
    /// As it came.
    void reset(int index);

    const QList<QColor>& recent() const { return m_recent; }
    void setColour(const QColor& colour);
    /// The colour beside the one in hand, and the two swapped.
    QColor otherColour() const { return m_other; }
    void swapColours();

    /// Digits, shapes, soft eraser, swapping.
    void takeActions(Actions& actions);

Q_SIGNALS:
    void presetsChanged(); ///< another is in hand, or it became another
    void recentChanged();
    void otherChanged();

private:
    void load();
    void save();
    void followBrush();
    void noteDrawn();
    void nextShape();

    Session& m_session;
    Settings& m_settings;
    QList<BrushPreset> m_presets;
    int m_current = 0;
    QList<QColor> m_recent;
    QColor m_other{255, 255, 255};
    ToolKind m_shape = ToolKind::Line;
    QTimer m_save;
    bool m_isChoosing = false;
};

} // namespace dollygrip::ui
