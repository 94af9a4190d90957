#include "ui/inspector/layerlist.h"

#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kLayerRow = 36;
constexpr int kIndent = 12;
constexpr int kEye = 28;
constexpr int kThumbWidth = 48;
constexpr int kThumbHeight = 27;
constexpr int kDragPixels = 6;

} // namespace

QString layerName(const Panel& panel, int index)
{
    const QString& name = panel.layers[index].name;
    return name.isEmpty() ? LayerList::tr("Layer %1").arg(index + 1) : name;
}

LayerList::LayerList(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"layerList"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LayerList::show(const std::shared_ptr<const Panel>& panel, const QList<LayerId>& chosen,
                     const std::optional<LayerId>& current)
{
    m_panel = panel;
    m_chosen = chosen;
    m_current = current;
    m_rows.clear();
    if (panel) {
        std::optional<GroupId> open;
        for (qsizetype i = panel->layers.size() - 1; i >= 0; --i) {
            const Layer& layer = panel->layers[i];
            const LayerGroup* group = panel->groupOf(layer);
            if (group && open != layer.group)
                m_rows.append({layer.group, -1});
            open = layer.group;
            if (!group || !group->isFolded)
                m_rows.append({layer.group, int(i)});
        }
    }
    updateGeometry();
    update();
}

void LayerList::setThumbnail(const LayerId& layer, const QImage& image)
{
    m_thumbnails.insert(layer, image);
    update();
}

QSize LayerList::sizeHint() const
{
    int height = 0;
    for (const Row& row : m_rows)
        height += row.layer < 0 ? kRowHeight : kLayerRow;
    return {200, std::max(height, kLayerRow)};
}

QRect LayerList::rowRect(int row) const
{
    int top = 0;
    for (int i = 0; i < row && i < m_rows.size(); ++i)
        top += m_rows[i].layer < 0 ? kRowHeight : kLayerRow;
    const bool isHeading = row < m_rows.size() && m_rows[row].layer < 0;
    return {0, top, width(), isHeading ? kRowHeight : kLayerRow};
}

QRect LayerList::eyeRect(int row) const
{
    const QRect r = rowRect(row);
    return {r.left(), r.top(), kEye, r.height()};
}

QRect LayerList::lockRect(int row) const
{
    const QRect r = rowRect(row);
    return {r.right() - 70, r.top(), 24, r.height()};
}

int LayerList::rowAt(const QPointF& position) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (rowRect(i).contains(position.toPoint()))
            return i;
    }
    return -1;
}

QList<LayerId> LayerList::layersOf(int row) const
{
    QList<LayerId> ids;
    if (row < 0 || row >= m_rows.size())
        return ids;
    if (m_rows[row].layer >= 0)
        return {m_panel->layers[m_rows[row].layer].id};
    for (const Layer& layer : m_panel->layers) {
        if (layer.group == m_rows[row].group)
            ids.append(layer.id);
    }
    return ids;
}

QString LayerList::nameOf(int row) const
{
    if (m_rows[row].layer >= 0)
        return layerName(*m_panel, m_rows[row].layer);
    for (const LayerGroup& group : m_panel->groups) {
        if (group.id == m_rows[row].group)
            return group.name;
    }
    return {};
}

// --- painting --------------------------------------------------------------------------------

void LayerList::paintRow(QPainter& painter, int row) const
{
    const Theme& t = theme();
    const QRect r = rowRect(row);
    const Row& entry = m_rows[row];
    const bool isHeading = entry.layer < 0;
    const QList<LayerId> ids = layersOf(row);
    const Layer* layer = isHeading ? nullptr : &m_panel->layers[entry.layer];
    const LayerGroup* group = nullptr;
    for (const LayerGroup& one : m_panel->groups) {
        if (one.id == entry.group)
            group = &one;
    }
    const bool isChosen = layer && m_chosen.contains(layer->id);
    const bool isCurrent = layer && m_current == layer->id;
    if (isChosen)
        painter.fillRect(r, palette().color(QPalette::Highlight));
    else if (row == m_over)
        painter.fillRect(r, t.raised);
    if (isCurrent)
        painter.fillRect(QRect(r.left(), r.top(), 2, r.height()), t.text);

    const bool isOn = layer ? layer->isVisible : group->isVisible;
    const bool isSeen = layer ? m_panel->isShown(*layer) : isOn;
    const auto icon = [&](const QString& name, const QRect& place, double opacity = 1.0) {
        QRect square(0, 0, 16, 16);
        square.moveCenter(place.center());
        painter.setOpacity(opacity);
        themedIcon(name).paint(&painter, square);
        painter.setOpacity(1.0);
    };
    icon(isOn ? u"eye"_s : u"eye-off"_s, eyeRect(row), isSeen ? 1.0 : 0.45);
    const bool isLocked = layer ? layer->isLocked : group->isLocked;
    if (isLocked || row == m_over)
        icon(isLocked ? u"lock"_s : u"unlock"_s, lockRect(row), isLocked ? 1.0 : 0.35);

    int left = r.left() + kEye + (layer && entry.group ? kIndent : 0);
    if (isHeading) {
        const QString chevron =
            group->isFolded ? u":/icons/chevron-right-%1.svg"_s : u":/icons/chevron-down-%1.svg"_s;
        const QIcon arrow(chevron.arg(t.kind == ThemeKind::Dark ? u"dark"_s : u"light"_s));
        arrow.paint(&painter, QRect(left, r.center().y() - 6, 12, 12));
        left += 16 + spacing(1);
    } else {
        const QRect thumb(left, r.center().y() - kThumbHeight / 2, kThumbWidth, kThumbHeight);
        painter.fillRect(thumb, t.paper);
        painter.setOpacity(isSeen ? 1.0 : 0.4);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (const QImage image = m_thumbnails.value(layer->id); !image.isNull())
            painter.drawImage(thumb, image);
        painter.setOpacity(1.0);
        painter.setPen(t.line);
        painter.drawRect(thumb.adjusted(0, 0, -1, -1));
        left = thumb.right() + spacing(2);
    }
    int right = lockRect(row).left() - spacing(1);
    const auto mark = [&](const QString& name) {
        icon(name, QRect(right - 16, r.top(), 16, r.height()), 0.85);
        right -= 18;
    };
    if (layer && layer->shared)
        mark(u"shared"_s);
    if (layer && layer->isPinnedToCamera)
        mark(u"pin"_s);
    if (layer && layer->blend != multiplane::Blend::Normal)
        mark(u"blend"_s);
    QFont font = this->font();
    painter.setFont(font);
    painter.setPen(!isSeen ? t.disabled : t.text);
    painter.drawText(QRect(left, r.top(), right - left, r.height()), Qt::AlignVCenter,
                     fontMetrics().elidedText(nameOf(row), Qt::ElideRight, right - left));
    painter.setPen(t.secondary);
    font.setPixelSize(12);
    painter.setFont(font);
    const QString detail =
        layer ? u"%1 m"_s.arg(locale().toString(layer->depthM, 'f', layer->depthM < 10 ? 1 : 0))
              : QString::number(ids.size());
    painter.drawText(r.adjusted(0, 0, -spacing(2), 0), Qt::AlignRight | Qt::AlignVCenter, detail);
}

void LayerList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_panel)
        return;
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(painter, row);
    if (hasFocus()) {
        painter.setPen(theme().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    if (m_drop) {
        const int y = m_drop->row < m_rows.size() ? rowRect(m_drop->row).top()
                                                  : rowRect(int(m_rows.size()) - 1).bottom();
        const int left = m_drop->group ? kEye + kIndent : kEye;
        painter.fillRect(QRect(left, std::clamp(y - 1, 0, height() - 2), width() - left, 2),
                         theme().text);
        painter.setBrush(theme().text);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(left, std::clamp(y, 3, height() - 3)), 3, 3);
    }
}

// --- hand ------------------------------------------------------------------------------------

void LayerList::pick(int row, Qt::KeyboardModifiers modifiers)
{
    QList<LayerId> ids = layersOf(row);
    if (ids.isEmpty())
        return;
    if (modifiers & Qt::ControlModifier) {
        QList<LayerId> next = m_chosen;
        const bool isIn = std::all_of(ids.begin(), ids.end(),
                                      [&](const LayerId& id) { return next.contains(id); });
        next.removeIf([&](const LayerId& id) { return ids.contains(id); });
        if (!isIn)
            next += ids;
        ids = next.isEmpty() ? ids : next;
    } else if ((modifiers & Qt::ShiftModifier) && m_current) {
        int from = row;
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].layer >= 0 && m_panel->layers[m_rows[i].layer].id == *m_current)
                from = i;
        }
        QList<LayerId> range;
        for (int i = std::min(from, row); i <= std::max(from, row); ++i) {
            for (const LayerId& id : layersOf(i)) {
                if (!range.contains(id) && id != *m_current)
                    range.append(id);
            }
        }
        ids = range;
        ids.append(*m_current);
    }
    Q_EMIT chosen(ids);
}

void LayerList::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    const QPoint at = event->position().toPoint();
    if (eyeRect(row).contains(at)) {
        Q_EMIT eyeClicked(row);
    } else if (lockRect(row).contains(at)) {
        Q_EMIT lockClicked(row);
    } else if (m_rows[row].layer < 0 && at.x() < kEye + 20) {
        Q_EMIT foldClicked(*m_rows[row].group);
    } else {
        m_pressed = row;
        m_press = event->position();
        const QList<LayerId> ids = layersOf(row);
        // One of several that are chosen may be the grip that drags them all.
        m_picksOnRelease = event->modifiers() == Qt::NoModifier && m_chosen.size() > 1
                           && std::all_of(ids.begin(), ids.end(),
                                          [&](const LayerId& id) { return m_chosen.contains(id); });
        if (!m_picksOnRelease)
            pick(row, event->modifiers());
    }
}

void LayerList::mouseMoveEvent(QMouseEvent* event)
{
    const int over = rowAt(event->position());
    if (over != m_over) {
        m_over = over;
        update();
    }
    if (m_pressed < 0 || !(event->buttons() & Qt::LeftButton))
        return;
    if (!m_drop && (event->position() - m_press).manhattanLength() < kDragPixels)
        return;
    m_drop = dropAt(event->position());
    setCursor(Qt::ClosedHandCursor);
    update();
}

LayerList::Drop LayerList::dropAt(const QPointF& position) const
{
    Drop drop;
    drop.row = int(m_rows.size());
    for (int i = 0; i < m_rows.size(); ++i) {
        if (position.y() < rowRect(i).center().y()) {
            drop.row = i;
            break;
        }
    }
    const Row* above = drop.row > 0 ? &m_rows[drop.row - 1] : nullptr;
    const Row* below = drop.row < m_rows.size() ? &m_rows[drop.row] : nullptr;
    const auto isFolded = [&](const Row& row) {
        return std::any_of(m_panel->groups.begin(), m_panel->groups.end(),
                           [&](const LayerGroup& g) { return g.id == row.group && g.isFolded; });
    };
    if (above && above->group && !(above->layer < 0 && isFolded(*above))) {
        const bool goesOn = below && below->layer >= 0 && below->group == above->group;
        if (goesOn || position.x() > kEye + kIndent + 4)
            drop.group = above->group;
    }
    // Everything that stays and lies farther than the boundary.
    int first = -1; // nearest layer under the boundary
    for (int i = drop.row; i < m_rows.size() && first < 0; ++i) {
        if (m_rows[i].layer >= 0) {
            first = m_rows[i].layer;
        } else {
            for (int k = 0; k < m_panel->layers.size(); ++k) {
                if (m_panel->layers[k].group == m_rows[i].group)
                    first = k;
            }
        }
    }
    for (int k = 0; k <= first; ++k)
        drop.index += m_chosen.contains(m_panel->layers[k].id) ? 0 : 1;
    return drop;
}

void LayerList::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int pressed = std::exchange(m_pressed, -1);
    const auto drop = std::exchange(m_drop, std::nullopt);
    unsetCursor();
    update();
    if (drop)
        Q_EMIT dropped(m_chosen, drop->index, drop->group);
    else if (pressed >= 0 && m_picksOnRelease)
        pick(pressed, event->modifiers());
}

void LayerList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    const QPoint at = event->position().toPoint();
    if (row < 0 || eyeRect(row).contains(at) || lockRect(row).contains(at)
        || (m_rows[row].layer < 0 && at.x() < kEye + 20))
        return mousePressEvent(event);
    edit(row);
}

void LayerList::rename(const LayerId& layer)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].layer >= 0 && m_panel->layers[m_rows[row].layer].id == layer)
            edit(row);
    }
}

void LayerList::edit(int row)
{
    delete m_field;
    m_field = new QLineEdit(nameOf(row), this);
    const QRect r = rowRect(row);
    const int left = m_rows[row].layer < 0 ? kEye + 20 : kEye + kThumbWidth + spacing(1);
    m_field->setGeometry(left, r.center().y() - 13, lockRect(row).left() - left, 26);
    m_field->selectAll();
    m_field->show();
    m_field->setFocus();
    connect(m_field, &QLineEdit::editingFinished, this, [this, row, field = m_field] {
        if (m_field != field)
            return;
        m_field = nullptr;
        field->deleteLater();
        setFocus();
        Q_EMIT renamed(row, field->text().trimmed());
    });
}

void LayerList::contextMenuEvent(QContextMenuEvent* event)
{
    const int row = rowAt(event->pos());
    const QList<LayerId> ids = layersOf(row);
    if (!ids.isEmpty() && !std::all_of(ids.begin(), ids.end(), [&](const LayerId& id) {
            return m_chosen.contains(id);
        }))
        pick(row, {});
    Q_EMIT menuWanted(event->globalPos());
}

void LayerList::keyPressEvent(QKeyEvent* event)
{
    const auto step = [&](int by) {
        int row = -1;
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_current && m_rows[i].layer >= 0
                && m_panel->layers[m_rows[i].layer].id == *m_current)
                row = i;
        }
        do {
            row += by;
        } while (row >= 0 && row < m_rows.size() && m_rows[row].layer < 0);
        if (row >= 0 && row < m_rows.size())
            pick(row, {});
    };
    switch (event->key()) {
    case Qt::Key_Up: step(-1); return;
    case Qt::Key_Down: step(1); return;
    case Qt::Key_F2:
        if (m_current)
            rename(*m_current);
        return;
    case Qt::Key_Escape:
        if (m_drop || m_field) {
            m_drop.reset();
            m_pressed = -1;
            unsetCursor();
            if (m_field)
                std::exchange(m_field, nullptr)->deleteLater();
            update();
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void LayerList::leaveEvent(QEvent*)
{
    m_over = -1;
    update();
}

bool LayerList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_F2) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->pos());
    QString text;
    if (row >= 0) {
        const Layer* layer = m_rows[row].layer < 0 ? nullptr : &m_panel->layers[m_rows[row].layer];
        if (eyeRect(row).contains(help->pos()))
            text = tr("Show or hide");
        else if (lockRect(row).contains(help->pos()))
            text = tr("Lock or unlock: a locked layer cannot be drawn on");
        else if (m_rows[row].layer < 0)
            text = tr("%1: click to choose its layers, double click to rename").arg(nameOf(row));
        else if (layer->shared)
            text = tr("%1: shared with other panels; what you draw on it is on all of them")
                       .arg(nameOf(row));
        else
            text = tr("%1: drag to another place, double click to rename").arg(nameOf(row));
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace dollygrip::ui
