#pragma once

#include "core/project/panel.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace dollygrip::ui {

/// The panel's sheets from the side: the camera at the left, near sheets before far ones, metres
/// on a logarithmic rule. A sheet is dragged nearer or farther. Main thread.
class DepthView : public QWidget {
    Q_OBJECT
public:
    explicit DepthView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& chosen);
    double xOf(double metres) const;
    double metresAt(double x) const;

    QSize sizeHint() const override { return {200, 64}; }
    QSize minimumSizeHint() const override { return {120, 64}; }

Q_SIGNALS:
    void picked(const dollygrip::LayerId& layer);
    /// While it is dragged; dragEnded() ends the run.
    void dragged(const dollygrip::LayerId& layer, double metres);
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Layer* layerAt(double x) const;

    std::shared_ptr<const Panel> m_panel;
    QList<LayerId> m_chosen;
    std::optional<LayerId> m_held;
    std::optional<LayerId> m_over;
};

} // namespace dollygrip::ui
