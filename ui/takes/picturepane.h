#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

namespace dollygrip::ui {

/// A picture on the surround, as large as there is room, with its name and a word about it below;
/// a second picture can be wiped over it. Main thread.
class PicturePane : public QWidget {
    Q_OBJECT
public:
    explicit PicturePane(const QString& name, QWidget* parent = nullptr);

    QString name() const { return m_name; }
    void setName(const QString& name);
    void setDetail(const QString& detail);
    QString detail() const { return m_detail; }
    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }
    /// Shown when there is no picture.
    void setHint(const QString& hint);
    /// Shows `over` left of a line that can be dragged; a null picture ends it.
    void setOver(const QImage& over);
    double wipe() const { return m_wipe; } ///< 0…1 of the picture's width

    QSize sizeHint() const override { return {320, 220}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF pictureRect() const;
    void moveWipe(double x);

    QString m_name;
    QString m_detail;
    QString m_hint;
    QImage m_image;
    QImage m_over;
    double m_wipe = 0.5;
};

} // namespace dollygrip::ui
