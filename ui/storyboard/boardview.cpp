#include "ui/storyboard/boardview.h"

#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/session.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/captionedit.h"
#include "ui/thumbnails.h"

#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// The smallest card with its heading, its words and the bar to scroll with.
constexpr int kLeastHeight =
    BoardView::kSmallestCard + BoardLayout::kHeadingHeight + BoardLayout::kTextHeight + 18;

/// Scaled pictures that are kept beside those in sight.
constexpr qsizetype kMostScaled = 300;

} // namespace

BoardView::BoardView(FilmDesk& desk, FilmCommands& commands, QWidget* parent)
    : QAbstractScrollArea(parent), m_desk(desk), m_commands(commands),
      m_boardCommands(new BoardCommands(desk, this)),
      m_items(new BoardItemModel(desk.document(), this))
{
    setObjectName(u"boardView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Boards"));
    setMinimumHeight(kLeastHeight);

    connect(m_items, &QAbstractItemModel::modelReset, this, [this] {
        m_hovered = -1;
        endGesture();
        if (m_edit)
            m_edit->deleteLater();
        m_edit = nullptr;
        relayout();
        follow();
    });
    connect(m_items, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& index) {
        viewport()->update(visualRect(index.row()).adjusted(-4, -4, 4, 4));
    });
    connect(&desk.document(), &Document::changed, this, [this](const FilmDiff& diff) {
        const bool hasOtherCaptions =
            m_layout.hasCaptions() && m_layout.captionHeight() != captionHeight();
        if (diff.settings || hasOtherCaptions)
            relayout();
    });
    connect(&desk.session(), &Session::shotChanged, this, &BoardView::follow);
    connect(&desk.session(), &Session::panelChanged, this, &BoardView::follow);
    connect(&desk.thumbnails(), &Thumbnails::painted, this, &BoardView::updateShot);
    connect(&desk.runner(), &TakeRunner::jobsChanged, this, &BoardView::followJobs);
    const auto repaint = [this] { viewport()->update(); };
    connect(&desk.boards(), &BoardSelection::changed, this, repaint);
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
    const int valid = std::clamp(height, kSmallestCard, kLargestCard);
    if (valid == m_cardHeight)
        return;
    m_cardHeight = valid;
    relayout();
    reveal(m_current);
    Q_EMIT cardHeightChanged(valid);
}

void BoardView::setCaptions(bool areShown)
{
    if (areShown == m_hasCaptions)
        return;
    m_hasCaptions = areShown;
    relayout();
    reveal(m_current);
    Q_EMIT captionsChanged(areShown);
}

QPoint BoardView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QRect BoardView::visualRect(int row) const
{
    return m_layout.rect(row).translated(-offset());
}

QRect BoardView::visualRect(int row, BoardField field) const
{
    return m_layout.field(row, field).translated(-offset());
}

PanelId BoardView::panelOf(int index) const
{
    return row(index).shot->panels[row(index).panel]->id;
}

bool BoardView::isSelected(int index) const
{
    return !row(index).isHeading() && m_desk.boards().contains(panelOf(index));
}

int BoardView::captionHeight() const
{
    if (!m_hasCaptions)
        return 0;
    const bool isWritten =
        std::any_of(m_items->rows().begin(), m_items->rows().end(), [](const BoardRow& one) {
            return !one.isHeading()
                   && !(one.shot->panels[one.panel]->action.isEmpty()
                        && one.shot->panels[one.panel]->dialogue.isEmpty());
        });
    return isWritten ? BoardLayout::kCaptionHeight : BoardLayout::kEmptyCaptionHeight;
}

void BoardView::relayout()
{
    const double aspect = m_desk.document().film().settings.aspect();
    const QSize room = maximumViewportSize();
    const int bar = horizontalScrollBar()->sizeHint().height();
    const bool isStrip = m_mode == BoardMode::Strip;
    const int height = !isStrip ? m_cardHeight
                                : std::clamp(room.height() - bar - BoardLayout::kHeadingHeight
                                                 - BoardLayout::kTextHeight - 6,
                                             kSmallestCard, kLargestCard);
    const int width = room.width() - verticalScrollBar()->sizeHint().width();
    m_layout = BoardLayout(m_items->rows(), m_mode, height, aspect, QSize(width, room.height()),
                           isStrip ? 0 : captionHeight());
    const QSize content = m_layout.contentSize();
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

void BoardView::scrollContentsBy(int dx, int dy)
{
    // A strip keeps its headings in sight, so all of it is new.
    if (m_mode == BoardMode::Grid && m_gesture == Gesture::None && !m_edit)
        viewport()->scroll(dx, dy);
    else
        viewport()->update();
    if (m_edit)
        m_edit->move(m_edit->pos() + QPoint(dx, dy));
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
    if (m_gesture == Gesture::None)
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

void BoardView::askForPictures(int first, int end)
{
    // The last asked for is painted first: from the far end to where the eye begins.
    QSet<PanelId> shown;
    for (int index = end - 1; index >= first; --index) {
        const BoardRow& item = row(index);
        if (item.isHeading())
            continue;
        shown.insert(panelOf(index));
        const int height = m_layout.picture(index).height();
        m_desk.thumbnails().picture(item.shot, item.panel,
                                    int(height * viewport()->devicePixelRatioF()), this);
    }
    m_desk.thumbnails().keepOnly(this, shown);
    if (m_scaled.size() > kMostScaled)
        m_scaled.removeIf([&](const auto& it) { return !shown.contains(it.key()); });
}

void BoardView::updateShot(const ShotId& shot)
{
    for (int index = m_items->rowOf(shot); index >= 0 && index < m_items->rowCount(); ++index) {
        const BoardRow& one = row(index);
        if (one.isHeading() || one.shot->id != shot)
            break;
        viewport()->update(visualRect(index));
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

} // namespace dollygrip::ui
