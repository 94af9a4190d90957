#include "ui/storyboard/boardview.h"

#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/thumbnails.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr int kSmallestCard = 48;
constexpr int kLargestCard = 400;
/// The smallest card with its heading, its words and the bar to scroll with.
constexpr int kLeastHeight =
    kSmallestCard + BoardLayout::kHeadingHeight + BoardLayout::kTextHeight + 18;

} // namespace

BoardView::BoardView(FilmDesk& desk, FilmCommands& commands, QWidget* parent)
    : QAbstractScrollArea(parent), m_desk(desk), m_commands(commands),
      m_items(new BoardItemModel(desk.document(), this))
{
    setObjectName(u"boardView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Boards"));
    setMinimumHeight(kLeastHeight);

    connect(m_items, &QAbstractItemModel::modelReset, this, [this] {
        m_pressed = m_hovered = -1;
        m_isDragging = false;
        relayout();
        follow();
    });
    connect(m_items, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& index) {
        viewport()->update(visualRect(index.row()).adjusted(-4, -4, 4, 4));
    });
    connect(&desk.document(), &Document::changed, this, [this](const FilmDiff& diff) {
        if (diff.settings)
            relayout();
    });
    connect(&desk.session(), &Session::shotChanged, this, &BoardView::follow);
    connect(&desk.session(), &Session::panelChanged, this, &BoardView::follow);
    connect(&desk.thumbnails(), &Thumbnails::painted, this, &BoardView::updateShot);
    connect(&desk.runner(), &TakeRunner::jobsChanged, this, &BoardView::followJobs);
    const auto repaint = [this] { viewport()->update(); };
    connect(&desk.takes(), &TakeStore::takeAdded, this, repaint);
    connect(&desk.takes(), &TakeStore::takeRemoved, this, repaint);
    relayout();
    follow();
}

void BoardView::setMode(BoardMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    relayout();
    reveal(m_current);
    Q_EMIT modeChanged();
}

void BoardView::setCardHeight(int height)
{
    m_cardHeight = std::clamp(height, kSmallestCard, kLargestCard);
    relayout();
    reveal(m_current);
}

QPoint BoardView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QRect BoardView::visualRect(int row) const
{
    return m_layout.rect(row).translated(-offset());
}

void BoardView::relayout()
{
    const double aspect = m_desk.document().film().settings.aspect();
    const QSize room = maximumViewportSize();
    const int bar = horizontalScrollBar()->sizeHint().height();
    const int height = m_mode == BoardMode::Grid
                           ? m_cardHeight
                           : std::clamp(room.height() - bar - BoardLayout::kHeadingHeight
                                            - BoardLayout::kTextHeight - 6,
                                        kSmallestCard, kLargestCard);
    const int width = room.width() - verticalScrollBar()->sizeHint().width();
    m_layout = BoardLayout(m_items->rows(), m_mode, height, aspect, QSize(width, room.height()));
    const QSize content = m_layout.contentSize();
    const bool isStrip = m_mode == BoardMode::Strip;
    setHorizontalScrollBarPolicy(isStrip ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(isStrip ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_layout.contentSize().height() / 2 + 1);
    horizontalScrollBar()->setRange(0, isStrip ? std::max(0, content.width() - room.width()) : 0);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(height / 3 + 1);
    verticalScrollBar()->setRange(0, isStrip ? 0 : std::max(0, content.height() - room.height()));
    viewport()->update();
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
    reveal(m_current);
}

void BoardView::follow()
{
    const auto shot = m_desk.session().shotId();
    const int row = shot ? m_items->rowOf(*shot, m_desk.session().panelId()) : -1;
    if (row == m_current && row >= 0) {
        viewport()->update();
        return;
    }
    m_current = row;
    reveal(row);
    viewport()->update();
}

void BoardView::reveal(int row)
{
    if (row < 0 || row >= m_items->rowCount())
        return;
    const QRect wanted = m_layout.rect(row).adjusted(-BoardLayout::kGap, -BoardLayout::kGap,
                                                     BoardLayout::kGap, BoardLayout::kGap);
    const auto show = [](QScrollBar* bar, int first, int last, int page) {
        if (first < bar->value())
            bar->setValue(first);
        else if (last > bar->value() + page)
            bar->setValue(last - page);
    };
    show(horizontalScrollBar(), wanted.left(), wanted.right(), viewport()->width());
    show(verticalScrollBar(), wanted.top(), wanted.bottom(), viewport()->height());
}

void BoardView::updateShot(const ShotId& shot)
{
    for (int row = m_items->rowOf(shot); row >= 0 && row < m_items->rowCount(); ++row) {
        const BoardRow& one = m_items->rows()[std::size_t(row)];
        if (one.isHeading() || one.shot->id != shot)
            break;
        viewport()->update(visualRect(row));
    }
}

void BoardView::followJobs()
{
    QHash<ShotId, double> progress;
    for (const TakeJob& job : m_desk.runner().jobs())
        progress[job.shot] = job.isRunning && job.total > 0 ? double(job.done) / job.total : -1.0;
    for (auto it = m_progress.cbegin(); it != m_progress.cend(); ++it)
        updateShot(it.key());
    m_progress = progress;
    for (auto it = m_progress.cbegin(); it != m_progress.cend(); ++it)
        updateShot(it.key());
}

void BoardView::mousePressEvent(QMouseEvent* event)
{
    const int row = m_layout.rowAt(toContent(event->position().toPoint()));
    m_pressed = -1;
    if (row < 0 || m_items->rows()[std::size_t(row)].isHeading())
        return;
    const BoardRow& chosen = m_items->rows()[std::size_t(row)];
    m_desk.session().setShot(chosen.shot->id);
    m_desk.session().setPanel(chosen.shot->panels[chosen.panel]->id);
    if (event->button() == Qt::LeftButton) {
        m_pressed = row;
        m_press = event->position().toPoint();
    }
}

void BoardView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (m_pressed < 0 || !(event->buttons() & Qt::LeftButton)) {
        const int row = m_layout.rowAt(toContent(at));
        if (row != m_hovered) {
            m_hovered = row;
            viewport()->update();
        }
        return;
    }
    if (!m_isDragging && (at - m_press).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    m_dragAt = at;
    // Near an edge the board comes along.
    const auto scroll = [](QScrollBar* bar, int position, int size) {
        if (position < 24)
            bar->setValue(bar->value() - 16);
        else if (position > size - 24)
            bar->setValue(bar->value() + 16);
    };
    scroll(horizontalScrollBar(), at.x(), viewport()->width());
    scroll(verticalScrollBar(), at.y(), viewport()->height());
    viewport()->update();
}

void BoardView::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = m_pressed;
    const bool wasDragging = m_isDragging;
    m_pressed = -1;
    m_isDragging = false;
    if (!wasDragging || pressed < 0 || event->button() != Qt::LeftButton)
        return;
    const BoardGap gap = m_layout.gapAt(m_items->rows(), toContent(event->position().toPoint()));
    const ShotId moved = m_items->rows()[std::size_t(pressed)].shot->id;
    viewport()->update();
    m_commands.moveShotTo(moved, gap.scene, gap.index);
}

void BoardView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = m_layout.rowAt(toContent(event->position().toPoint()));
    if (row < 0)
        return;
    if (m_items->rows()[std::size_t(row)].isHeading())
        editHeading(row);
    else
        Q_EMIT shotOpened();
}

void BoardView::editHeading(int row)
{
    const BoardRow heading = m_items->rows()[std::size_t(row)];
    auto* field = new QLineEdit(heading.heading, viewport());
    field->setObjectName(u"headingEdit"_s);
    field->setPlaceholderText(tr("INT. PLACE - DAY"));
    QRect place = visualRect(row);
    place.setLeft(std::max(place.left(), 4));
    place.setWidth(std::clamp(place.width(), 180, 420));
    field->setGeometry(place);
    field->selectAll();
    field->show();
    field->setFocus();
    connect(field, &QLineEdit::editingFinished, this, [this, field, heading] {
        const QString text = field->text().trimmed();
        field->disconnect(this);
        field->deleteLater();
        if (text != heading.heading)
            m_commands.renameScene(heading.scene, text);
    });
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

void BoardView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isDragging) {
        m_isDragging = false;
        m_pressed = -1;
        viewport()->update();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT shotOpened();
        return;
    }
    // Other keys belong to the window's commands.
    event->ignore();
}

void BoardView::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace dollygrip::ui
