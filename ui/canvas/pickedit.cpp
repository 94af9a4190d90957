// PickTool's edits: what is done to what is in hand, by keys, menu and numbers.

#include "core/project/document.h"
#include "core/project/editing.h"
#include "ui/canvas/pickedpictures.h"
#include "ui/canvas/picktext.h"
#include "ui/canvas/picktool.h"
#include "ui/canvas/transformbar.h"
#include "ui/latemime.h"
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
    auto* data = new LateMimeData;
    const Strokes strokes = m_picked.strokes();
    const Film film = host().document().film();
    if (!strokes.isEmpty())
        data->add(QString::fromLatin1(kStrokesMime),
                  [strokes] { return QVariant(strokesToBytes(strokes)); });
    const auto pictures = std::count_if(m_picked.layers.begin(), m_picked.layers.end(),
                                        [](const Picked::OfLayer& one) { return one.hasPicture; });
    if (pictures > 0)
        data->add(QString::fromLatin1(kPicturesMime),
                  [picked = m_picked, film] { return QVariant(picturesToText(picked, film)); });
    // For other programs: what it looks like.
    const QRectF box = m_picked.bounds(aspect());
    if (!box.isNull()) {
        const double pixels = std::min(1080.0, 4096 / std::max({box.width(), box.height(), 0.01}));
        data->add(QString::fromLatin1(kImageFormat),
                  [picked = m_picked, film, box, pixels, cache = host().pictures()] {
                      return QVariant(picked.painted(box, pixels, film, cache));
                  });
    }
    QGuiApplication::clipboard()->setMimeData(data);
    host().say(pictures > 0 ? Text::copiedPictures(int(pictures))
                            : Text::copied(int(strokes.size())));
}

void PickTool::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto panel = shownPanel();
    if (!data || !panel)
        return;
    Strokes strokes;
    if (data->hasFormat(QString::fromLatin1(kStrokesMime))) {
        if (auto read = strokesFromBytes(data->data(QString::fromLatin1(kStrokesMime))))
            strokes = *read;
    }
    PastedPictures pictures;
    if (data->hasFormat(QString::fromLatin1(kPicturesMime))) {
        if (auto read = picturesFromText(data->data(QString::fromLatin1(kPicturesMime))))
            pictures = *read;
    }
    if (strokes.isEmpty() && pictures.layers.isEmpty())
        return;
    const QList<LayerId> reach = reachable();
    if (reach.isEmpty() && !strokes.isEmpty())
        return host().say(Text::locked());
    Picked pasted;
    pasted.origin = panel;
    pasted.assets = pictures.assets;
    Panel changed = *panel;
    qsizetype at = changed.layers.size();
    for (qsizetype i = 0; i < changed.layers.size(); ++i) {
        if (reach.isEmpty() || changed.layers[i].id != reach.last())
            continue;
        at = i;
        Layer& layer = changed.layers[i];
        // Where the same lies already the copy stands a little beside it.
        const bool isThere = !strokes.isEmpty()
                             && std::any_of(layer.strokes.begin(), layer.strokes.end(),
                                            [&](const auto& s) { return *s == *strokes.first(); });
        const double by = isThere ? kPasteShift : 0;
        for (const auto& stroke : strokes) {
            layer.strokes.append(std::make_shared<const Stroke>(
                transformed(*stroke, QTransform::fromTranslate(by, by), aspect())));
            pasted.add(layer.id, layer.strokes.last());
        }
    }
    // A picture is a layer; it comes under the layer in hand, as cut pictures lie under strokes.
    for (Layer& layer : pictures.layers) {
        const bool isThere =
            std::any_of(panel->layers.begin(), panel->layers.end(), [&](const Layer& one) {
                return one.picture == layer.picture && one.placement == layer.placement;
            });
        if (isThere)
            moveBeside(layer);
        pasted.addPicture(layer.id);
        changed.layers.insert(at++, layer);
    }
    pasted.panel = std::make_shared<const Panel>(changed);
    put(Text::paste(), pasted, {});
    if (m_bar)
        m_bar->reset();
    showBar();
}

void PickTool::moveBeside(Layer& picture) const
{
    picture.placement.x += kPasteShift / aspect();
    picture.placement.y += kPasteShift;
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
    for (qsizetype i = 0; i < changed.layers.size(); ++i) {
        Layer& layer = changed.layers[i];
        Strokes copies;
        for (const auto& stroke : layer.strokes) {
            if (m_picked.has(layer.id, stroke))
                copies.append(
                    std::make_shared<const Stroke>(transformed(*stroke, beside, aspect())));
        }
        const bool hasPicture =
            !layer.picture.isEmpty()
            && std::any_of(m_picked.layers.begin(), m_picked.layers.end(), [&](const auto& one) {
                   return one.layer == layer.id && one.hasPicture;
               });
        const LayerId onto = hasPicture ? LayerId::create() : layer.id;
        for (const auto& stroke : copies)
            twin.add(onto, stroke);
        if (!hasPicture) {
            layer.strokes += copies;
            continue;
        }
        // A layer holds one picture: the second lies on a layer of its own, with its strokes.
        Layer copy = twinOf(layer);
        copy.id = onto;
        copy.strokes = copies;
        moveBeside(copy);
        twin.addPicture(onto);
        changed.layers.insert(++i, copy);
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
