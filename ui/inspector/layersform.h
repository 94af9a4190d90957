#pragma once

#include "core/project/panel.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace dollygrip::ui {

class FilmDesk;
class NumberField;
class RowList;

/// The layers of the current panel, near ones on top: seen, locked, depth in metres, opacity,
/// order. Main thread.
class LayersForm : public QWidget {
    Q_OBJECT
public:
    explicit LayersForm(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void build();
    void connectFields();
    void fill();
    const Panel* panel() const;
    const Layer* layer() const;
    void changeLayers(const QString& text,
                      const std::function<void(QList<Layer>&, qsizetype)>& change);
    void changeCurrent(const QString& text, const QString& key,
                       const std::function<void(Layer&)>& change);
    void addLayer();
    void toggleVisible(int row);

    FilmDesk& m_desk;
    RowList* m_list = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_nearer = nullptr;
    QPushButton* m_farther = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_name = nullptr;
    NumberField* m_depth = nullptr;
    NumberField* m_opacity = nullptr;
    QCheckBox* m_visible = nullptr;
    QCheckBox* m_locked = nullptr;
    QCheckBox* m_pinned = nullptr;
    bool m_isShowing = false;
};

} // namespace dollygrip::ui
