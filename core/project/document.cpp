#include "core/project/document.h"

#include "core/project/numbering.h"
#include "core/project/sharedlayers.h"

#include <QUndoCommand>

namespace dollygrip {

/// One step: the film before and after. Both share everything that the step did not touch.
class Document::EditCommand : public QUndoCommand {
public:
    EditCommand(Document& document, const QString& text, Film before, Film after, QString mergeKey)
        : QUndoCommand(text), m_document(document), m_before(std::move(before)),
          m_after(std::move(after)), m_mergeKey(std::move(mergeKey)),
          m_mergeRun(document.m_mergeRun)
    {
    }

    void redo() override
    {
        if (!m_isFirst)
            m_document.endMerge();
        m_isFirst = false;
        m_document.put(m_after);
    }

    void undo() override
    {
        m_document.endMerge();
        m_document.put(m_before);
    }

    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* other = static_cast<const EditCommand*>(next);
        if (other->m_mergeKey != m_mergeKey || other->m_mergeRun != m_mergeRun)
            return false;
        m_after = other->m_after;
        setObsolete(diff(m_before, m_after).isEmpty());
        return true;
    }

private:
    Document& m_document;
    Film m_before;
    Film m_after;
    QString m_mergeKey;
    int m_mergeRun;
    bool m_isFirst = true;
};

Document::Document(Film film, QObject* parent) : QObject(parent), m_film(std::move(film)) {}

Result<void> Document::edit(const QString& text, const std::function<Result<void>(Film&)>& change,
                            const QString& mergeKey)
{
    Film after = m_film;
    if (auto done = change(after); !done)
        return done;
    followSharedLayers(m_film, after);
    if (after.settings.numbering.isAutomatic && needsNumbering(m_film, after))
        numberShots(after);
    if (auto whole = after.checkAfter(&m_film); !whole)
        return whole;
    if (diff(m_film, after).isEmpty())
        return {};
    m_undoStack.push(new EditCommand(*this, text, m_film, std::move(after), mergeKey));
    return {};
}

void Document::endMerge()
{
    ++m_mergeRun;
}

void Document::put(const Film& film)
{
    const Film before = m_film;
    m_film = film;
    ++m_revision;
    Q_EMIT changed(diff(before, m_film), before);
}

} // namespace dollygrip
