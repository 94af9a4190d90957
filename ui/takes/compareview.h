#pragma once

#include "core/project/take.h"

#include <QDialog>

#include <array>
#include <optional>

class QComboBox;
class QToolButton;

namespace dollygrip::ui {

class FilmDesk;
class PicturePane;
class PictureReader;
class ScrubBar;

/// Two takes of the current shot, beside each other or wiped one over the other, frame by frame. A
/// window of its own that follows the playhead. Main thread.
class CompareView : public QDialog {
    Q_OBJECT
public:
    explicit CompareView(FilmDesk& desk, QWidget* parent = nullptr);

    void showTakes(const TakeId& left, const std::optional<TakeId>& right);
    bool isWiping() const;

private:
    struct Side {
        QComboBox* choice = nullptr;
        PicturePane* pane = nullptr;
        PictureReader* reader = nullptr;
        QImage image;
    };

    void listTakes();
    void setWiping(bool isWiping);
    void readFrame();
    void showImages();
    std::optional<Take> takeOf(const Side& side) const;

    FilmDesk& m_desk;
    std::array<Side, 2> m_sides;
    QToolButton* m_wipe = nullptr;
    ScrubBar* m_scrub = nullptr;
};

} // namespace dollygrip::ui
