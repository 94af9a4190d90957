#pragma once

#include "core/base/image.h"
#include "core/project/ids.h"
#include "core/takes/takerunner.h"

#include <QDialog>
#include <QList>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class PicturePane;
class PictureReader;
class ScrubBar;
class ShootChoices;

/// Exactly what a network gets for the current shot, frame by frame, beside the take: of a take
/// that was made, from its folder; or what would be sent now. A window of its own that follows the
/// playhead. Main thread.
class ConditioningView : public QDialog {
    Q_OBJECT
public:
    ConditioningView(FilmDesk& desk, ShootChoices& choices, QWidget* parent = nullptr);
    ~ConditioningView() override;

    /// Shows a take of the current shot; nothing: what would be sent now.
    void showTake(const std::optional<TakeId>& take);

private:
    /// One signal's pictures: files, or pictures in memory.
    struct Signal {
        QString name;
        QStringList files;
        QList<Image> pictures;
        PicturePane* pane = nullptr;
        PictureReader* reader = nullptr;
        qsizetype fixed = -1; ///< a picture that does not change with time, a reference
        qsizetype count() const { return files.isEmpty() ? pictures.size() : files.size(); }
    };

    void listTakes();
    void showChosen();
    void askWhatWouldBeSent();
    void takeSignal(quint64 job, const QString& name, FrameIndex first,
                    const QList<Image>& pictures);
    void clear();
    void addSignal(Signal signal);
    void layOut();
    void showFrame();
    void say(const QString& text);

    FilmDesk& m_desk;
    ShootChoices& m_choices;
    QComboBox* m_source = nullptr;
    QPushButton* m_again = nullptr;
    QLabel* m_about = nullptr;
    QGridLayout* m_grid = nullptr;
    ScrubBar* m_scrub = nullptr;
    QList<Signal> m_signals;
    quint64 m_job = 0;
    FrameIndex m_frames = 1; ///< of the take, or of the shot
    bool m_isListing = false;
};

/// "control", "mask" … in the person's language.
QString signalText(const QString& signal);

} // namespace dollygrip::ui
