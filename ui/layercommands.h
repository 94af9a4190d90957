#pragma once

#include "core/project/panel.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>

namespace dollygrip::ui {

class Actions;
class FilmDesk;

/// What is done to the chosen layers (Session::layers), from menu, keys and the Layers page. Each
/// is one undo step. Main thread.
class LayerCommands {
    Q_DECLARE_TR_FUNCTIONS(LayerCommands)
public:
    explicit LayerCommands(FilmDesk& desk) : m_desk(desk) {}

    void add();
    void duplicate();
    void remove();
    /// One place nearer (1) or farther (-1).
    void move(int by);
    void group();
    void ungroup();
    void mergeDown();
    void setVisible(bool isVisible);
    void setLocked(bool isLocked);
    /// Only the chosen layers are to be seen; again: all are.
    void solo();
    enum class Reach { Shot, Scene, Film };
    void share(Reach reach);
    void unshare();
    /// Changes each chosen layer; edits of one `key` merge.
    void change(const QString& text, const QString& key, const std::function<void(Layer&)>& change);

    /// The panel that is shown, its layers in painting order; null in a film without shots.
    const Panel* panel() const;

private:
    FilmDesk& m_desk;
    mutable std::shared_ptr<const Panel> m_panel; ///< keeps what panel() gave out
};

/// Connects the actions "layer.…".
void connectLayers(FilmDesk& desk, Actions& actions, QObject* owner);

} // namespace dollygrip::ui
