#pragma once

#include "core/geometry/camerachannels.h"
#include "ui/camera/cameradraft.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace dollygrip::ui {

/// The set from above, or from its right side: the camera with its path and field of view, and the
/// sheets of the drawing at their distances. Camera frames are dragged to another place, turned by
/// the end of their axis; sheets are dragged in depth. Plays while it is dragged; one undo step
/// each. Main thread.
class TopView : public QWidget {
    Q_OBJECT
public:
    enum class Side { Top, Right };

    explicit TopView(FilmDesk& desk, QWidget* parent = nullptr);

    Side side() const { return m_side; }
    void setSide(Side side);
    /// Sheets that are pushed back keep their size in the picture (else in metres).
    bool keepsSize() const { return m_keepsSize; }
    void setKeepsSize(bool keeps) { m_keepsSize = keeps; }

    /// Metres in the world -> pixels.
    QPointF toWidget(const Eigen::Vector3d& world) const;
    /// Where things to drag lie now, for whoever drives the view: a camera frame, the end of the
    /// selected one's axis, a sheet's middle.
    QPointF keyPlace(int key) const;
    std::optional<QPointF> tipPlace() const;
    std::optional<QPointF> planePlace(const LayerId& layer) const;
    QSize sizeHint() const override { return {320, 300}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

public Q_SLOTS:
    void fit();

Q_SIGNALS:
    void sideChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip { None, Key, Tip, Plane, Ground };
    struct Hit {
        Grip grip = Grip::None;
        int key = -1;
        std::optional<LayerId> layer;
    };
    struct Sheet {
        LayerId id;
        QString name;
        double depthM;
        bool isVisible;
        Eigen::Vector3d from, middle, to; ///< its ends in this view
    };

    void readShot();
    Hit hitAt(const QPointF& at) const;
    Eigen::Vector2d flat(const Eigen::Vector3d& world) const;
    Eigen::Vector2d toFlat(const QPointF& at) const;
    double unitAt(double metres) const { return metres * m_scale; }
    CameraPose keyPose(int key) const;
    int keyCount() const;
    void dragKey(const QPointF& to, Qt::KeyboardModifiers keys);
    void dragTip(const QPointF& to, Qt::KeyboardModifiers keys);
    void dragPlane(const QPointF& to);
    std::vector<Sheet> sheetsOf(const Shot& shot) const;

    // topviewpaint.cpp
    void paintGrid(QPainter& painter) const;
    void paintSheets(QPainter& painter) const;
    void paintWedge(QPainter& painter, const CameraPose& pose, const QColor& tone,
                    double strength) const;
    void paintPath(QPainter& painter) const;
    void paintKeys(QPainter& painter) const;

    FilmDesk& m_desk;
    CameraDraft m_draft;
    std::shared_ptr<const Shot> m_shown;
    std::vector<Sheet> m_sheets;
    std::optional<ShotId> m_shot;
    Side m_side = Side::Top;
    bool m_keepsSize = true;
    Eigen::Vector2d m_centre{0, 2.5};
    double m_scale = 40; ///< pixels a metre
    bool m_isFitted = true;

    Hit m_hit;
    Hit m_hover;
    QPointF m_press;
    QPointF m_last;
    bool m_hasMoved = false;
    CameraPath m_from; ///< what is dragged, with the frame under the hand
    CameraPose m_pose;
    double m_depth = 0;
    QString m_readout;
};

} // namespace dollygrip::ui
