#pragma once

#include "core/project/take.h"
#include "core/takes/takerunner.h"

#include <QFrame>
#include <QImage>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace dollygrip::ui {

/// One take: its first picture, how it was made, a note, circle and delete. Main thread; the
/// picture is read in the pool.
class TakeCard : public QFrame {
    Q_OBJECT
public:
    explicit TakeCard(const Take& take, QWidget* parent = nullptr);

    const Take& take() const { return m_take; }
    void setCircled(bool isCircled);
    /// Shows that it goes soon and how to keep it.
    void setLeaving(bool isLeaving);
    /// The same take with another note or report.
    void setTake(const Take& take);

Q_SIGNALS:
    void circleToggled(const TakeId& take);
    void deleteRequested(const TakeId& take);
    void keepRequested(const TakeId& take);
    void noteEdited(const TakeId& take, const QString& note);
    void compareWanted(const TakeId& take);
    void conditioningWanted(const TakeId& take);

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void readPicture();
    QString aboutText() const;

    Take m_take;
    QLabel* m_picture = nullptr;
    QLabel* m_about = nullptr;
    QLineEdit* m_note = nullptr;
    QToolButton* m_circle = nullptr;
    QToolButton* m_delete = nullptr;
    QToolButton* m_compare = nullptr;
    QToolButton* m_conditioning = nullptr;
    QToolButton* m_keep = nullptr;
    bool m_isLeaving = false;
};

/// A take in the making: latest picture, stage, progress, time left, stop here, cancel. Main
/// thread.
class JobCard : public QFrame {
    Q_OBJECT
public:
    explicit JobCard(const TakeJob& job, QWidget* parent = nullptr);

    quint64 job() const { return m_job; }
    void showJob(const TakeJob& job);

Q_SIGNALS:
    void cancelRequested(quint64 job);
    void stopRequested(quint64 job);

private:
    quint64 m_job = 0;
    const std::uint8_t* m_shownPreview = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_stage = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_stop = nullptr;
};

/// "Draft", "Final", "Move" in the person's language.
QString qualityText(const QString& quality);

} // namespace dollygrip::ui
