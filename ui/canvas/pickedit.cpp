// PickTool's edits: what is done to what is in hand, by keys, menu and numbers.

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/canvas/picktext.h"
#include "ui/canvas/picktool.h"
#include "ui/canvas/transformbar.h"
#include "ui/session.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace dollygrip::ui {

namespace {

using Text = PickText;

constexpr double kPasteShift = 0.02; // picture heights, so that the copy is seen

} // namespace

// --- edits -----------------------------------------------------------------------------------

bool PickTool::put(const QString& text, const Picked& changed, const QString& mergeKey)
{
    const auto shot = host().session().shotId();
    if (!shot || !changed.panel)
        return false;
    const bool went = host().edit(
        text,
        [&](Film& film) -> Result<void> {
            for (const auto& asset : changed.assets)
                addAsset(film, asset);
            return changePanel(film, *shot, changed.panel->id, [&](Panel& panel) -> Result<void> {
                panel = *changed.panel;
                return {};
            });
        },
        mergeKey);
    host().holdPanel(nullptr, {});
    if (!went) {
        clear();
        return false;
    }
    m_picked = changed;
    m_picked.assets.clear();
    m_picked.panel = m_picked.origin = shownPanel();
    host().repaint();
    return true;
}

bool PickTool::apply(const QString& text, const QTransform& transform, const QString& mergeKey)
{
    if (!hasSelected())
        return false;
    const auto changed = m_picked.under(transform, host().document().film(), host().pictures());
    if (!changed) {
        host().say(QString::fromStdString(changed.error().detail));
        host().holdPanel(nullptr, {});
        return false;
    }
    const bool went = put(text, *changed, mergeKey);
    showBar();
    return went;
}

void PickTool::flip(bool isSideways)
{
    if (!hasSelected())
        selectAll();
    const QPointF c = box().rect().center();
    apply(Text::flip(), QTransform::fromTranslate(-c.x(), -c.y())
                            * QTransform::fromScale(isSideways ? -1 : 1, isSideways ? 1 : -1)
                            * QTransform::fromTranslate(c.x(), c.y()));
}

bool PickTool::nudge(const Eigen::Vector2d& by)
{
    if (!hasSelected())
        return false;
    const QPointF way = inHeights(by);
    return apply(Text::move(), QTransform::fromTranslate(way.x(), way.y()),
                 QStringLiteral("drawing.nudge"));
}

bool PickTool::deleteSelected()
{
    if (!hasSelected() || isBusy())
        return false;
    Picked left = m_picked;
    left.panel = m_picked.rest();
    left.layers.clear();
    if (put(Text::remove(), left, {}))
        clear();
    return true;
}

void PickTool::copy() const
{
    if (!hasSelected())
        return;
    auto* data = new QMimeData;
    const Strokes strokes = m_picked.strokes();
    data->setData(QString::fromLatin1(kStrokesMime), strokesToBytes(strokes));
    // For other programs: what it looks like.
    const QRectF box = m_picked.bounds(aspect());
    if (!box.isNull())
        data->setImageData(m_picked.painted(
            box, std::min(1080.0, 4096 / std::max({box.width(), box.height(), 0.01})),
            host().document().film(), host().pictures()));
    QGuiApplication::clipboard()->setMimeData(data);
    host().say(Text::copied(int(strokes.size())));
}

void PickTool::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto panel = shownPanel();
    const QList<LayerId> reach = reachable();
    if (!data || !panel)
        return;
    const auto strokes = strokesFromBytes(data->data(QString::fromLatin1(kStrokesMime)));
    if (!strokes || strokes->isEmpty())
        return;
    if (reach.isEmpty())
        return host().say(Text::locked());
    Picked pasted;
    pasted.origin = panel;
    Panel changed = *panel;
    for (Layer& layer : changed.layers) {
        if (layer.id != reach.last())
            continue;
        // Where the same lies already the copy stands a little beside it.
        const bool isThere =
            std::any_of(layer.strokes.begin(), layer.strokes.end(),
                        [&](const auto& stroke) { return *stroke == *strokes->first(); });
        const double by = isThere ? kPasteShift : 0;
        for (const auto& stroke : *strokes) {
            layer.strokes.append(std::make_shared<const Stroke>(
                transformed(*stroke, QTransform::fromTranslate(by, by), aspect())));
            pasted.add(layer.id, layer.strokes.last());
        }
    }
    pasted.panel = std::make_shared<const Panel>(changed);
    put(Text::paste(), pasted, {});
    if (m_bar)
        m_bar->reset();
    showBar();
}

void PickTool::duplicate()
{
    if (!hasSelected())
        return;
    Picked twin;
    twin.origin = m_picked.origin;
    twin.assets = m_picked.assets;
    Panel changed = *m_picked.panel;
    const QTransform beside = QTransform::fromTranslate(kPasteShift, kPasteShift);
    for (Layer& layer : changed.layers) {
        Strokes copies;
        for (const auto& stroke : layer.strokes) {
            if (m_picked.has(layer.id, stroke))
                copies.append(
                    std::make_shared<const Stroke>(transformed(*stroke, beside, aspect())));
        }
        layer.strokes += copies;
        for (const auto& stroke : copies)
            twin.add(layer.id, stroke);
    }
    twin.panel = std::make_shared<const Panel>(changed);
    if (!twin.isEmpty())
        put(Text::duplicate(), twin, {});
    showBar();
}

// --- keys and menu ---------------------------------------------------------------------------

bool PickTool::wantsKey(const QKeyEvent& event) const
{
    if (event.matches(QKeySequence::Paste) || event.matches(QKeySequence::SelectAll))
        return true;
    return hasSelected()
           && (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)
               || (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier)
               || (event.key() == Qt::Key_H && event.modifiers() == Qt::NoModifier));
}

bool PickTool::keyPress(const QKeyEvent& event)
{
    if (!wantsKey(event))
        return false;
    if (event.matches(QKeySequence::Paste)) {
        paste();
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.matches(QKeySequence::Cut)) {
        copy();
        deleteSelected();
    } else if (event.key() == Qt::Key_D) {
        duplicate();
    } else {
        flip(true);
    }
    return true;
}

bool PickTool::fillMenu(QMenu& menu, const PointerEvent&)
{
    QWidget* owner = &host().surface();
    menu.addAction(Text::allAction(), owner, [this] { selectAll(); });
    if (hasSelected()) {
        menu.addSeparator();
        menu.addAction(Text::mirrorSideways(), owner, [this] { flip(true); });
        menu.addAction(Text::mirrorUpright(), owner, [this] { flip(false); });
        menu.addSeparator();
        menu.addAction(Text::copyAction(), owner, [this] { copy(); });
        menu.addAction(Text::duplicateAction(), owner, [this] { duplicate(); });
    }
    menu.addAction(Text::pasteAction(), owner, [this] { paste(); });
    if (hasSelected())
        menu.addAction(Text::deleteAction(), owner, [this] { deleteSelected(); });
    return true;
}

} // namespace dollygrip::ui
