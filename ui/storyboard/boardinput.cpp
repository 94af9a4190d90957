// What mouse, pen and keys do on the board; how it looks is in boardpaint.cpp.
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip::ui {

bool BoardView::event(QEvent* event)
{
    // Where the board has the keyboard, arrows go from board to board.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        const int code = key->key();
        const bool isArrow = code == Qt::Key_Left || code == Qt::Key_Right || code == Qt::Key_Up
                             || code == Qt::Key_Down;
        if ((isArrow && isPlain) || (code == Qt::Key_Escape && m_gesture != Gesture::None)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void BoardView::mousePressEvent(QMouseEvent* event)
{
    m_at = event->position().toPoint();
    m_press = toContent(m_at);
    endGesture();
    const int boundary = m_layout.boundaryAt(m_items->rows(), m_press);
    if (boundary >= 0 && event->button() == Qt::LeftButton) {
        m_gesture = Gesture::Boundary;
        m_pressed = boundary;
        m_boundaryBy = 0;
        viewport()->update();
        return;
    }
    const int index = m_layout.rowAt(m_press);
    if (index >= 0 && !row(index).isHeading()) {
        pressCard(index, event);
        return;
    }
    if (event->button() != Qt::LeftButton || m_items->rowCount() == 0)
        return;
    m_gesture = Gesture::Band;
    m_beforeBand = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)
                       ? m_desk.boards().panels()
                       : QSet<PanelId>();
}

void BoardView::pressCard(int index, QMouseEvent* event)
{
    BoardSelection& boards = m_desk.boards();
    const PanelId panel = panelOf(index);
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft && (event->modifiers() & Qt::ControlModifier)) {
        boards.toggle(panel);
        return;
    }
    if (isLeft && (event->modifiers() & Qt::ShiftModifier)) {
        boards.selectTo(panel);
        return;
    }
    // A press on a selected one keeps the others: they may be about to be dragged.
    const bool isKept = boards.contains(panel) && boards.isSeveral();
    // Its number stands for the whole shot.
    const bool isShot = m_layout.fieldAt(index, m_press) == BoardField::Name;
    if (isKept)
        boards.select(boards.panels(), panel);
    else if (isShot)
        boards.selectShots({row(index).shot->id});
    else
        boards.select({}, panel);
    if (!isLeft)
        return;
    m_gesture = Gesture::Press;
    m_pressed = index;
    m_selectsOne = isKept && !isShot;
}

void BoardView::mouseMoveEvent(QMouseEvent* event)
{
    m_at = event->position().toPoint();
    if (m_gesture == Gesture::None || !(event->buttons() & Qt::LeftButton)) {
        showCursorAt(m_at);
        return;
    }
    if (m_gesture == Gesture::Press
        && (toContent(m_at) - m_press).manhattanLength() >= QApplication::startDragDistance())
        m_gesture = Gesture::Drag;
    if (m_gesture == Gesture::Band)
        moveBand(m_at);
    if (m_gesture == Gesture::Boundary)
        moveBoundary(m_at);
    if (m_gesture == Gesture::Drag || m_gesture == Gesture::Band)
        scrollAtEdges(m_at);
    if (m_gesture != Gesture::Press)
        viewport()->update();
}

void BoardView::showCursorAt(const QPoint& at)
{
    const int boundary = m_layout.boundaryAt(m_items->rows(), toContent(at));
    viewport()->setCursor(boundary >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
    const int hovered = m_layout.rowAt(toContent(at));
    if (hovered == m_hovered)
        return;
    for (const int index : {m_hovered, hovered}) {
        if (index >= 0 && index < m_items->rowCount())
            viewport()->update(visualRect(index).adjusted(-4, -4, 4, 4));
    }
    m_hovered = hovered;
}

void BoardView::scrollAtEdges(const QPoint& at)
{
    const auto scroll = [](QScrollBar* bar, int position, int size) {
        if (position < 24)
            bar->setValue(bar->value() - 16);
        else if (position > size - 24)
            bar->setValue(bar->value() + 16);
    };
    scroll(horizontalScrollBar(), at.x(), viewport()->width());
    scroll(verticalScrollBar(), at.y(), viewport()->height());
}

void BoardView::moveBand(const QPoint& at)
{
    const QRect band = QRect(m_press, toContent(at)).normalized();
    QSet<PanelId> met = m_beforeBand;
    std::optional<PanelId> first;
    const auto [from, end] = m_layout.rowsIn(band);
    for (int index = from; index < end; ++index) {
        if (row(index).isHeading() || !m_layout.rect(index).intersects(band))
            continue;
        met.insert(panelOf(index));
        if (!first)
            first = panelOf(index);
    }
    if (first)
        m_desk.boards().select(met, *first);
}

void BoardView::moveBoundary(const QPoint& at)
{
    const Shot& shot = *row(m_pressed).shot;
    const qsizetype panel = row(m_pressed).panel;
    const QList<FrameIndex> holds = panelLengths(shot);
    const double perPixel = double(holds[panel] + holds[panel + 1])
                            / (2.0 * std::max(1, m_layout.rect(m_pressed).width()));
    const auto by = FrameIndex(std::lround((toContent(at).x() - m_press.x()) * perPixel));
    m_boundaryBy =
        std::clamp<FrameIndex>(by, 1 - holds[panel], std::max<FrameIndex>(0, holds[panel + 1] - 1));
}

void BoardView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_gesture == Gesture::None)
        return;
    const Gesture gesture = m_gesture;
    const int pressed = m_pressed;
    const bool selectsOne = m_selectsOne;
    const FrameIndex by = m_boundaryBy;
    m_at = event->position().toPoint();
    const bool isClickBeside =
        (toContent(m_at) - m_press).manhattanLength() < QApplication::startDragDistance();
    endGesture();
    if (gesture == Gesture::Drag) {
        drop(m_at);
    } else if (gesture == Gesture::Press && selectsOne) {
        m_desk.boards().select({}, panelOf(pressed));
    } else if (gesture == Gesture::Band && isClickBeside && m_beforeBand.isEmpty()) {
        // Beside everything: back to one.
        if (const auto current = m_desk.session().panelId())
            m_desk.boards().select({}, *current);
    } else if (gesture == Gesture::Boundary && by != 0) {
        const Shot& shot = *row(pressed).shot;
        const qsizetype panel = row(pressed).panel;
        if (event->modifiers() & Qt::ShiftModifier)
            m_boardCommands->setPanelHold(shot.id, panelOf(pressed),
                                          panelLengths(shot)[panel] + by);
        else
            m_boardCommands->rollPanel(shot.id, panelOf(pressed), by);
    }
}

void BoardView::drop(const QPoint& at)
{
    const bool areShots = m_desk.boards().areWholeShots();
    const BoardGap gap = m_layout.gapAt(m_items->rows(), toContent(at), !areShots);
    if (gap.shot)
        m_boardCommands->movePanelsTo(*gap.shot, gap.panel);
    else if (areShots)
        m_boardCommands->moveShotsTo(gap.scene, gap.index);
    else
        m_boardCommands->panelsToShotAt(gap.scene, gap.index);
}

void BoardView::endGesture()
{
    m_gesture = Gesture::None;
    m_pressed = -1;
    m_selectsOne = false;
    m_boundaryBy = 0;
    viewport()->update();
}

void BoardView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint at = toContent(event->position().toPoint());
    const int index = m_layout.rowAt(at);
    endGesture();
    if (index < 0)
        return;
    if (row(index).isHeading()) {
        editHeading(index);
        return;
    }
    const BoardField field = m_layout.fieldAt(index, at);
    if (field == BoardField::None)
        Q_EMIT shotOpened();
    else
        editField(index, field);
}

void BoardView::wheelEvent(QWheelEvent* event)
{
    const int steps = event->angleDelta().y();
    if (event->modifiers() & Qt::ControlModifier) {
        if (m_mode == BoardMode::Grid)
            setCardHeight(m_cardHeight + (steps > 0 ? 16 : -16));
        event->accept();
        return;
    }
    if (m_mode == BoardMode::Strip) {
        const int by = event->angleDelta().x() != 0 ? event->angleDelta().x() : steps;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

int BoardView::rowBeside(int from, int key) const
{
    const int count = m_items->rowCount();
    if (key == Qt::Key_Left || key == Qt::Key_Right || m_mode == BoardMode::Strip) {
        const int step = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
        int index = from + step;
        while (index >= 0 && index < count && row(index).isHeading())
            index += step;
        return index >= 0 && index < count ? index : from;
    }
    // The nearest one in the line above or below.
    const QRect here = m_layout.rect(from);
    const bool isUp = key == Qt::Key_Up;
    int best = from;
    int bestLine = isUp ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
    int bestAside = std::numeric_limits<int>::max();
    for (int index = 0; index < count; ++index) {
        const QRect card = m_layout.rect(index);
        if (row(index).isHeading() || (isUp ? card.top() >= here.top() : card.top() <= here.top()))
            continue;
        const int aside = std::abs(card.center().x() - here.center().x());
        const bool isNearerLine = isUp ? card.top() > bestLine : card.top() < bestLine;
        if (isNearerLine || (card.top() == bestLine && aside < bestAside)) {
            best = index;
            bestLine = card.top();
            bestAside = aside;
        }
    }
    return best;
}

void BoardView::moveCurrent(int key, bool extends)
{
    if (m_current < 0 || m_current >= m_items->rowCount())
        return;
    const int next = rowBeside(m_current, key);
    if (extends)
        m_desk.boards().selectTo(panelOf(next));
    else
        m_desk.boards().select({}, panelOf(next));
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_gesture == Gesture::None)
            break;
        endGesture();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: moveCurrent(event->key(), event->modifiers() & Qt::ShiftModifier); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT shotOpened(); return;
    default: break;
    }
    // Other keys belong to the window's commands.
    event->ignore();
}

void BoardView::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace dollygrip::ui
