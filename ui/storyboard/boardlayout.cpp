#include "ui/storyboard/boardlayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip::ui {

namespace {

constexpr int kLastHeading = 280;

} // namespace

BoardLayout::BoardLayout(const std::vector<BoardRow>& rows, BoardMode mode, int cardHeight,
                         double aspect, QSize viewport, int captionHeight)
    : m_mode(mode), m_cardHeight(cardHeight),
      m_captionHeight(cardHeight >= kLeastWithCaptions ? captionHeight : 0)
{
    m_rects.reserve(rows.size());
    const QSize card(std::max(8, int(std::lround(cardHeight * aspect))),
                     cardHeight + kTextHeight + 2 * m_captionHeight);
    if (mode == BoardMode::Strip)
        layStrip(rows, card);
    else
        layGrid(rows, card, viewport.width());
}

void BoardLayout::layStrip(const std::vector<BoardRow>& rows, QSize card)
{
    int x = kGap;
    int headingRow = -1;
    const auto closeScene = [&] {
        if (headingRow < 0)
            return;
        QRect& heading = m_rects[std::size_t(headingRow)];
        // A scene without shots keeps the room of one.
        if (x == heading.left())
            x += card.width() + kGap;
        heading.setRight(x - kGap - 1);
        x += kGap;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].isHeading()) {
            closeScene();
            headingRow = int(i);
            m_rects.emplace_back(x, 0, card.width(), kHeadingHeight);
            continue;
        }
        if (rows[i].panel > 0)
            x -= kGap - kPanelGap;
        m_rects.emplace_back(x, kHeadingHeight, card.width(), card.height());
        x += card.width() + kGap;
    }
    closeScene();
    if (headingRow >= 0) { // after the last one there is room for words
        QRect& last = m_rects[std::size_t(headingRow)];
        last.setWidth(std::max(last.width(), kLastHeading));
    }
    m_content = QSize(x, kHeadingHeight + card.height() + 4);
}

void BoardLayout::layGrid(const std::vector<BoardRow>& rows, QSize card, int width)
{
    int x = kGap;
    int y = 0;
    bool lineHasCards = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].isHeading()) {
            if (lineHasCards)
                y += card.height() + kGap / 2;
            m_rects.emplace_back(kGap, y, std::max(1, width - 2 * kGap), kHeadingHeight);
            y += kHeadingHeight + 4;
            x = kGap;
            lineHasCards = false;
            // A scene without shots keeps the room of one.
            const bool isEmpty = i + 1 == rows.size() || rows[i + 1].isHeading();
            if (isEmpty)
                y += card.height() / 2;
            continue;
        }
        if (rows[i].panel > 0 && lineHasCards)
            x -= kGap - kPanelGap;
        if (lineHasCards && x + card.width() > width - kGap) {
            x = kGap;
            y += card.height() + kGap / 2;
        }
        m_rects.emplace_back(x, y, card.width(), card.height());
        x += card.width() + kGap;
        lineHasCards = true;
    }
    if (lineHasCards)
        y += card.height();
    m_content = QSize(width, y + kGap);
}

QRect BoardLayout::picture(int row) const
{
    const QRect card = rect(row);
    return QRect(card.topLeft(), QSize(card.width(), m_cardHeight));
}

QRect BoardLayout::field(int row, BoardField field) const
{
    const QRect card = rect(row);
    const QRect line(card.left(), card.top() + m_cardHeight + 2, card.width(), kTextHeight - 4);
    const int length = std::min(76, card.width() / 3);
    const int name = std::min(84, (card.width() - length) / 2);
    const QRect caption(card.left(), line.bottom() + 2, card.width(), m_captionHeight - 1);
    switch (field) {
    case BoardField::None: break;
    case BoardField::Name: return {line.left(), line.top(), name, line.height()};
    case BoardField::Size:
        return {line.left() + name, line.top(), card.width() - name - length, line.height()};
    case BoardField::Length: return {line.right() + 1 - length, line.top(), length, line.height()};
    case BoardField::Action: return m_captionHeight > 0 ? caption : QRect();
    case BoardField::Dialogue:
        return m_captionHeight > 0 ? caption.translated(0, m_captionHeight) : QRect();
    }
    return {};
}

BoardField BoardLayout::fieldAt(int row, const QPoint& content) const
{
    for (const BoardField each : {BoardField::Name, BoardField::Size, BoardField::Length,
                                  BoardField::Action, BoardField::Dialogue}) {
        if (field(row, each).contains(content))
            return each;
    }
    return BoardField::None;
}

int BoardLayout::rowAt(const QPoint& content) const
{
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].contains(content))
            return int(i);
    }
    return -1;
}

int BoardLayout::boundaryAt(const std::vector<BoardRow>& rows, const QPoint& content) const
{
    constexpr int kReach = 5;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        const BoardRow& next = rows[i + 1];
        if (rows[i].isHeading() || next.isHeading() || next.panel == 0
            || m_rects[i + 1].top() != m_rects[i].top())
            continue;
        const QRect place(m_rects[i].right() - kReach, m_rects[i].top(), 2 * kReach + kPanelGap,
                          m_cardHeight);
        if (place.contains(content))
            return int(i);
    }
    return -1;
}

std::pair<int, int> BoardLayout::rowsIn(const QRect& content) const
{
    int first = int(m_rects.size());
    int end = 0;
    for (int i = 0; i < int(m_rects.size()); ++i) {
        if (!m_rects[std::size_t(i)].intersects(content))
            continue;
        first = std::min(first, i);
        end = i + 1;
    }
    return {std::min(first, end), end};
}

BoardGap BoardLayout::gapAt(const std::vector<BoardRow>& rows, const QPoint& content,
                            bool betweenPanels) const
{
    BoardGap best;
    double bestDistance = std::numeric_limits<double>::max();
    const auto consider = [&](BoardGap gap) {
        const QPoint middle = gap.mark.center();
        const double dx = content.x() - middle.x();
        // In a grid the line under the pointer counts more than a nearer one above it.
        const double dy = (content.y() - middle.y()) * (m_mode == BoardMode::Grid ? 3.0 : 0.1);
        const double distance = std::hypot(dx, dy);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = std::move(gap);
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const BoardRow& row = rows[i];
        const QRect card = m_rects[i];
        const bool isLastOfScene = i + 1 == rows.size() || rows[i + 1].isHeading();
        if (row.isHeading()) {
            if (isLastOfScene)
                consider({row.scene,
                          0,
                          {},
                          0,
                          QRect(card.left(), card.bottom() + 2, 3, m_cardHeight / 2)});
            continue;
        }
        const QRect before(card.left() - kGap / 2 - 1, card.top(), 3, m_cardHeight);
        const QRect behind(card.right() + kGap / 2, card.top(), 3, m_cardHeight);
        const bool isLastOfShot = isLastOfScene || rows[i + 1].shot->id != row.shot->id;
        if (row.panel == 0)
            consider({row.scene, row.index, {}, 0, before});
        else if (betweenPanels)
            consider({row.scene, row.index, row.shot->id, row.panel,
                      QRect(card.left() - 3, card.top(), 3, m_cardHeight)});
        if (isLastOfShot && (isLastOfScene || m_rects[i + 1].top() != card.top()))
            consider({row.scene, row.index + 1, {}, 0, behind});
        // At the end of a shot of several panels its last quarter means: into the shot.
        if (betweenPanels && isLastOfShot)
            consider({row.scene, row.index, row.shot->id, row.panel + 1,
                      QRect(card.right() - 5, card.top(), 3, m_cardHeight)});
    }
    return best;
}

} // namespace dollygrip::ui
