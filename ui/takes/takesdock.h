#pragma once

#include "core/project/ids.h"
#include "ui/takes/takecard.h"
#include "ui/takes/takevalues.h"

#include <QDockWidget>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace dollygrip::ui {

class CompareView;
class FilmDesk;

/// The takes of the current shot, newest or best first, under the work in progress. Circling is an
/// edit; a deleted take can be kept for some seconds. Main thread.
class TakesDock : public QDockWidget {
    Q_OBJECT
public:
    explicit TakesDock(FilmDesk& desk, QWidget* parent = nullptr);
    ~TakesDock() override;

public Q_SLOTS:
    /// Two takes of the shot beside each other: the circled one and the newest other.
    void compare();

Q_SIGNALS:
    void conditioningWanted(const TakeId& take);

private:
    void compareTake(const TakeId& take);
    void showChanged(const TakeId& take);
    TakeOrder order() const;
    void showTakes();
    void showCircled();
    void showJobs();
    void showHint();
    void toggleCircle(const TakeId& take);
    void deleteTake(const TakeId& take);
    void keepTake(const TakeId& take);
    void removeLeaving();

    FilmDesk& m_desk;
    QWidget* m_page = nullptr;
    QVBoxLayout* m_jobColumn = nullptr;
    QVBoxLayout* m_takeColumn = nullptr;
    QLabel* m_hint = nullptr;
    QComboBox* m_order = nullptr;
    QPointer<CompareView> m_compare;
    QHash<quint64, JobCard*> m_jobs;
    QList<TakeCard*> m_cards;
    QList<TakeId> m_leaving;
    QTimer m_leavingTimer;
};

} // namespace dollygrip::ui
