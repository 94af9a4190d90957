#pragma once

#include "core/project/document.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace dollygrip::ui {

class Session;

/// Which boards (panels) are selected; the current panel of the session is always among them. When
/// something else makes another panel current, that one alone is selected. Never saved. Main
/// thread.
class BoardSelection : public QObject {
    Q_OBJECT
public:
    BoardSelection(Document& document, Session& session, QObject* parent = nullptr);

    const QSet<PanelId>& panels() const { return m_panels; }
    bool contains(const PanelId& panel) const { return m_panels.contains(panel); }
    bool isSeveral() const { return m_panels.size() > 1; }
    /// In film order.
    QList<PanelId> ordered() const;
    /// Shots with a selected panel, in film order.
    QList<ShotId> shots() const;
    /// Every shot with a selected panel has all of its panels selected.
    bool areWholeShots() const;

    /// Selects these; `current` of them becomes the session's.
    void select(const QSet<PanelId>& panels, const PanelId& current);
    /// Adds a panel, or takes it out unless it is the only one.
    void toggle(const PanelId& panel);
    /// From the one that was selected alone last to this one, in film order.
    void selectTo(const PanelId& panel);
    void selectAll();
    void selectShots(const QList<ShotId>& shots);

Q_SIGNALS:
    void changed();

private:
    void follow();
    void put(QSet<PanelId> panels);
    void makeCurrent(const PanelId& panel);

    Document& m_document;
    Session& m_session;
    QSet<PanelId> m_panels;
    std::optional<PanelId> m_anchor;
    bool m_isOurs = false; ///< the session is being told
};

} // namespace dollygrip::ui
