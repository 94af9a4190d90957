#pragma once

#include "core/geometry/camerapath.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class LensField;
class NumberField;
class RowList;

/// The camera of the current shot: the move in words, numbers and warnings, named moves, hand-held
/// unrest, frames with their numbers and lenses, and the film's sensor. Main thread.
class CameraForm : public QWidget {
    Q_OBJECT
public:
    explicit CameraForm(FilmDesk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    void movesWanted();  ///< the palette of moves
    void curvesWanted(); ///< the curve editor
    void topViewWanted();

private:
    QWidget* buildMoves();
    QWidget* buildKey();
    QWidget* buildSetup();
    void connectFields();
    void fill();
    void showMoveUnit();
    void applyMove();
    void addKey();
    void changeCamera(const QString& text, const QString& key,
                      const std::function<void(CameraPath&)>& change);
    void changeKey(const QString& text, const QString& key,
                   const std::function<void(CameraKey&)>& change);
    /// The key that the fields show: the selected one, else the first. Without keys it is 0, and
    /// an edit makes that key of the start pose.
    int keyIndex() const;

    FilmDesk& m_desk;
    QLabel* m_words = nullptr;
    QComboBox* m_move = nullptr;
    NumberField* m_amount = nullptr;
    QLabel* m_unit = nullptr;
    QComboBox* m_moveEase = nullptr;
    QPushButton* m_apply = nullptr;
    RowList* m_keys = nullptr;
    QPushButton* m_remove = nullptr;
    NumberField* m_at = nullptr;
    LensField* m_focal = nullptr;
    NumberField* m_x = nullptr;
    NumberField* m_y = nullptr;
    NumberField* m_z = nullptr;
    NumberField* m_pan = nullptr;
    NumberField* m_tilt = nullptr;
    NumberField* m_roll = nullptr;
    QComboBox* m_ease = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
