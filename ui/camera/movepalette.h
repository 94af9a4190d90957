#pragma once

#include "ui/camera/cameradraft.h"
#include "ui/camera/movegrid.h"
#include "ui/camera/movethumbnails.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;

namespace dollygrip::ui {

class NumberField;

/// The palette of named moves: each as a small moving picture of this panel. Pointing at one tries
/// it on the paper, a click makes it the shot's move or adds it to the one there is; strength and
/// ease of the chosen one can be turned afterwards. Main thread.
class MovePalette : public QWidget {
    Q_OBJECT
public:
    explicit MovePalette(FilmDesk& desk, QWidget* parent = nullptr);

    MoveGrid& grid() { return *m_grid; }
    MoveThumbnails& thumbnails() { return m_thumbnails; }
    /// Moves are put on top of what the camera does already.
    void setAdds(bool adds);
    double amount(CameraMove move) const;
    void setAmount(CameraMove move, double amount);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildSettings();
    /// What the camera of `shot` becomes with this move.
    CameraPath made(CameraMove move, const Shot& shot, const CameraPath& base, bool adds) const;
    void preview(CameraMove move);
    void apply(CameraMove move);
    void applyAgain(const QString& mergeKey);
    void choose(CameraMove move);

    FilmDesk& m_desk;
    CameraDraft m_draft;
    MoveThumbnails m_thumbnails;
    MoveGrid* m_grid = nullptr;
    QBoxLayout* m_layout = nullptr;
    QWidget* m_settings = nullptr;
    QWidget* m_hands = nullptr;
    QLabel* m_name = nullptr;
    NumberField* m_amount = nullptr;
    QLabel* m_unit = nullptr;
    QComboBox* m_ease = nullptr;
    QCheckBox* m_adds = nullptr;
    QHash<int, double> m_amounts;
    CameraMove m_move = CameraMove::DollyIn;
    bool m_isShowing = false;
    // The last one that was applied, so that its strength can still be turned.
    std::optional<ShotId> m_appliedTo;
    CameraPath m_base;
    CameraPath m_applied;
};

} // namespace dollygrip::ui
