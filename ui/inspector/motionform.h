#pragma once

#include "core/project/shot.h"
#include "ui/canvas/outlinesearch.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace dollygrip::ui {

class ArrowForm;
class FilmDesk;
class NumberField;
class RegionList;

/// The regions of the current shot as a list, and what the selected one is and does: bends, is
/// lifted, is held still, follows another; its edge. Its arrows are ArrowForm's. Main thread.
class MotionForm : public QWidget {
    Q_OBJECT
public:
    explicit MotionForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void build();
    void buildRegion();
    void connectList();
    void connectRegion();
    void fill();
    void showRegion(const ShotRegion& region, const Shot& shot);
    void chooseColour(const RegionId& region, const QPoint& global);
    void snapToEdges();
    const ShotRegion* current() const;
    void change(const RegionId& region, const QString& text, const QString& key,
                const std::function<void(ShotRegion&)>& change);
    void changeCurrent(const QString& text, const QString& key,
                       const std::function<void(ShotRegion&)>& change);

    FilmDesk& m_desk;
    OutlineSearch m_search;
    RegionList* m_regions = nullptr;
    QLabel* m_hint = nullptr;
    QWidget* m_regionPart = nullptr;
    QComboBox* m_behaviour = nullptr;
    QComboBox* m_follows = nullptr;
    NumberField* m_feather = nullptr;
    NumberField* m_grow = nullptr;
    QCheckBox* m_inverted = nullptr;
    QPushButton* m_snap = nullptr;
    ArrowForm* m_arrows = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
