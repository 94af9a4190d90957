#pragma once

#include "core/project/film.h"
#include "core/project/filmdiff.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace dollygrip {

/// The film as it is now, and the way back. Lives on the main thread. Everything that changes the
/// film goes through edit(); nobody else writes to it.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(Film film, QObject* parent = nullptr);

    const Film& film() const { return m_film; }
    QUndoStack& undoStack() { return m_undoStack; }
    /// Counts every change, undo and redo included; two equal numbers are the same film.
    quint64 revision() const { return m_revision; }

    /// Applies `change` to a copy, lets shared layers follow, checks the film and records one undo
    /// step named `text`. On error nothing has changed. A change that changes nothing leaves no
    /// step. In a film that numbers its shots by itself (Numbering::isAutomatic) they are numbered
    /// anew in the same step. Edits with the same non-empty mergeKey in a row become one step.
    Result<void> edit(const QString& text, const std::function<Result<void>(Film&)>& change,
                      const QString& mergeKey = {});
    /// Ends a run of merging edits (mouse released): the next one starts a new step.
    void endMerge();

Q_SIGNALS:
    /// After each change. `before` stays valid during the signal.
    void changed(const FilmDiff& diff, const Film& before);

private:
    class EditCommand;
    void put(const Film& film);

    Film m_film;
    QUndoStack m_undoStack;
    quint64 m_revision = 0;
    int m_mergeRun = 0;
};

} // namespace dollygrip
