#pragma once

#include "core/geometry/camerafacts.h"
#include "core/project/camerasetup.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace dollygrip::ui {

class FilmDesk;

/// The move of the current shot in numbers that a crew needs, and what is wrong with it; a click on
/// a warning goes there. Main thread; how far the paper reaches is found in the pool.
class CameraFactsView : public QWidget {
    Q_OBJECT
public:
    explicit CameraFactsView(FilmDesk& desk, QWidget* parent = nullptr);

    struct Row {
        QString name;
        QString value;
    };
    /// Facts in words; empty for a camera that stands.
    static QList<Row> rows(const CameraFacts& facts, double sensorWidthMm);
    static QString text(const CameraWarning& warning);
    static QString text(const CameraFacts::Judder& judder, FrameRate rate);
    QList<CameraWarning> warnings() const { return m_warnings; }

private:
    void fill();
    void look();
    void showWarnings();

    FilmDesk& m_desk;
    QTimer m_settle;
    QGridLayout* m_grid = nullptr;
    QList<QLabel*> m_labels;
    QLabel* m_warningText = nullptr;
    CameraFacts m_facts;
    QList<CameraWarning> m_warnings;
    int m_look = 0;
};

} // namespace dollygrip::ui
