#include "ui/storyboard/boardlayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip::ui {

namespace {

constexpr int kLastHeading = 280;

} // namespace

BoardLayout::BoardLayout(const std::vector<BoardRow>& rows, BoardMode mode, int cardHeight,
                         double aspect, QSize viewport)
    : m_mode(mode), m_cardHeight(cardHeight)
{
    m_rects.reserve(rows.size());
    const QSize card(std::max(8, int(std::lround(cardHeight * aspect))), cardHeight + kTextHeight);
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

int BoardLayout::rowAt(const QPoint& content) const
{
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].contains(content))
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

BoardGap BoardLayout::gapAt(const std::vector<BoardRow>& rows, const QPoint& content) const
{
    BoardGap best;
    double bestDistance = std::numeric_limits<double>::max();
    const auto consider = [&](const SceneId& scene, qsizetype index, const QRect& mark) {
        const QPoint middle = mark.center();
        const double dx = content.x() - middle.x();
        // In a grid the line under the pointer counts more than a nearer one above it.
        const double dy = (content.y() - middle.y()) * (m_mode == BoardMode::Grid ? 3.0 : 0.1);
        const double distance = std::hypot(dx, dy);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = BoardGap{scene, index, mark};
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QRect card = m_rects[i];
        const bool isLastOfScene = i + 1 == rows.size() || rows[i + 1].isHeading();
        if (rows[i].isHeading()) {
            if (isLastOfScene)
                consider(rows[i].scene, 0,
                         QRect(card.left(), card.bottom() + 2, 3, m_cardHeight / 2));
            continue;
        }
        const bool isLastOfShot = isLastOfScene || rows[i + 1].shot->id != rows[i].shot->id;
        if (rows[i].panel == 0)
            consider(rows[i].scene, rows[i].index,
                     QRect(card.left() - kGap / 2 - 1, card.top(), 3, m_cardHeight));
        if (isLastOfShot && isLastOfScene)
            consider(rows[i].scene, rows[i].index + 1,
                     QRect(card.right() + kGap / 2, card.top(), 3, m_cardHeight));
        else if (isLastOfShot && m_rects[i + 1].top() != card.top())
            consider(rows[i].scene, rows[i].index + 1,
                     QRect(card.right() + kGap / 2, card.top(), 3, m_cardHeight));
    }
    return best;
}

} // namespace dollygrip::ui
